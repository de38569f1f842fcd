using Microsoft.AspNetCore.Mvc;
using Neuvieme.Droit;
using Neuvieme.Droit.ImpSecondDegre;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Repartition;

/// <summary>Ce que la personne saisit pour une mission ; une part par titulaire.</summary>
public sealed class SaisieMission
{
    public int Version { get; set; }
    public Guid? CleSaisie { get; set; }
    public string Code { get; set; } = "";
    public string Intitule { get; set; } = "";
    public string Contenu { get; set; } = "";
    public Duree Duree { get; set; } = Duree.AnneeEntiere;
    public DateOnly? Debut { get; set; }
    public DateOnly? Fin { get; set; }
    public int? HeuresEstimees { get; set; }
    public List<string> Niveaux { get; set; } = [];
    public bool? EquipementsPartages { get; set; }
    public bool? ProjetDeCycle { get; set; }
    public bool? AppreciationNumerique { get; set; }
    public bool? AmpleurDecrochage { get; set; }
    public bool? LienProjetEtablissement { get; set; }
    public bool EstTechnologie { get; set; }
    public List<SaisiePart> Parts { get; set; } = [];

    public EnregistrerMission EnDemande(long? id) => new()
    {
        Id = id, Version = Version, CleSaisie = CleSaisie, Code = Code, Intitule = Intitule ?? "", Contenu = Contenu ?? "", Duree = Duree, Debut = Debut, Fin = Fin, HeuresEstimees = HeuresEstimees,
        Niveaux = string.Join(',', Niveaux), Besoin = Besoin,
        Parts = [.. Parts.Select(p => new EnregistrerMission.Part(p.AttributionId, p.AgentId, p.Centimes, p.Justification ?? ""))],
    };

    /// <summary>Écrit dans une mission tout ce qui n'est pas ses parts.</summary>
    public void Remplir(Mission m)
    {
        (m.Code, m.Intitule, m.Contenu, m.Duree, m.Debut, m.Fin) = (Code, Intitule, Contenu, Duree, Debut, Fin);
        (m.HeuresEstimees, m.Niveaux) = (HeuresEstimees, string.Join(',', Niveaux));
        m.Besoin = Besoin;
    }

    public Besoin Besoin => new()
    {
        EquipementsPartages = EquipementsPartages, EstTechnologie = EstTechnologie, ProjetDeCycle = ProjetDeCycle,
        AppreciationNumerique = AppreciationNumerique, AmpleurDecrochage = AmpleurDecrochage, LienProjetEtablissement = LienProjetEtablissement,
    };

    public static SaisieMission De(Mission m) => new()
    {
        Version = m.Version, Code = m.Code, Intitule = m.Intitule, Contenu = m.Contenu, Duree = m.Duree, Debut = m.Debut, Fin = m.Fin, HeuresEstimees = m.HeuresEstimees,
        Niveaux = [.. m.Niveaux.Split(',', StringSplitOptions.RemoveEmptyEntries)], EquipementsPartages = m.EquipementsPartages, ProjetDeCycle = m.ProjetDeCycle,
        AppreciationNumerique = m.AppreciationNumerique, AmpleurDecrochage = m.AmpleurDecrochage, LienProjetEtablissement = m.LienProjetEtablissement,
        EstTechnologie = m.EstTechnologie,
        Parts = [.. m.Attributions.Select(a => new SaisiePart { AttributionId = a.Id, AgentId = a.AgentId, Centimes = a.Centimes, Justification = a.Justification })],
    };
}

public sealed class SaisiePart
{
    public long? AttributionId { get; set; }
    public long? AgentId { get; set; }
    public long Centimes { get; set; }
    public string? Justification { get; set; } = "";
}

/// <summary>La page de saisie d'une mission, commune à « ajouter » et « modifier » : contrôler sans enregistrer, ajouter une part, enregistrer.</summary>
public abstract class FormulaireMission(NeuviemeDb db, Contexte contexte) : PageNeuvieme(db, contexte)
{
    [BindProperty]
    public SaisieMission Saisie { get; set; } = new();

    public Plan Plan { get; private set; } = null!;
    public IReadOnlyList<Decision> Decisions { get; private set; } = [];
    public FicheMission? Fiche => Nomenclature.DeCode(Saisie.Code);
    public IReadOnlyList<Taux> Taux => TauxImp.AuDate(Contexte.Annee.PremierJour);
    public virtual long? Id => null;

    /// <summary>La mission a été enregistrée par quelqu'un d'autre pendant cette saisie.</summary>
    public Conflit? Conflit { get; private set; }

    /// <summary>Toutes ses parts sont validées : plus rien ne s'y change d'ici.</summary>
    public bool Validee { get; protected set; }

    protected async Task ChargerPlan() => Plan = await Contexte.Plan(Ct);

    public async Task<IActionResult> OnPostPartAsync()
    {
        await ChargerPlan();
        ModelState.Clear();
        Saisie.Parts.Add(new() { Centimes = Saisie.Parts.Count > 0 ? Saisie.Parts[^1].Centimes : 0 });
        return Page();
    }

    public async Task<IActionResult> OnPostControlerAsync()
    {
        await ChargerPlan();
        Accepte(DeLaSaisie(Saisie.EnDemande(Id).Verifier(Contexte.Annee)));
        Controler();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (ModelState.IsValid && await Tenter(async () => DeLaSaisie(await Saisie.EnDemande(Id).Executer(Db, Contexte.Etablissement.Uai, Contexte.Annee, Contexte.Auteur, Ct))))
        {
            Message = "La répartition est enregistrée.";
            return Redirect("/repartition");
        }

        // Relu après le refus : quelqu'un d'autre a pu passer depuis le début.
        await ChargerPlan();
        if (Plan.Missions.FirstOrDefault(m => m.Id == Id) is { } mission && mission.Version != Saisie.Version)
        {
            Conflit = await Conflit.De(Db, Plan, mission, Saisie, Ct);
            // La version relue laisse enregistrer de nouveau, en connaissance de ce que l'écran vient de dire.
            ModelState.Clear();
            Saisie.Version = mission.Version;
        }

        Controler();
        return Page();
    }

    static IReadOnlyList<Refus> DeLaSaisie(IReadOnlyList<Refus> refus) => [.. refus.Select(r => r.Champ.Length == 0 ? r : r with { Champ = $"{nameof(Saisie)}.{r.Champ}" })];

    /// <summary>Juge ce qui est à l'écran comme si c'était enregistré.</summary>
    protected void Controler()
    {
        var d = Saisie.EnDemande(Id);
        var essai = new Mission { Id = Id ?? 0, Uai = Contexte.Etablissement.Uai, Annee = Contexte.Annee.Debut, Code = d.Code, Intitule = d.Intitule };
        Saisie.Remplir(essai);
        var deja = Plan.Attributions.ToDictionary(a => a.Id);
        essai.Attributions.AddRange(d.Parts.Select(p => p.AttributionId is { } id && deja.TryGetValue(id, out var a) && a.Etat != EtatAttribution.EnPreparation ? a : new Attribution
        {
            Id = p.AttributionId ?? 0, Uai = essai.Uai, Annee = essai.Annee, AgentId = p.AgentId, Centimes = p.Centimes, Justification = p.Justification,
            Agent = Plan.Affectations.FirstOrDefault(x => x.AgentId == p.AgentId)?.Agent,
        }));
        Decisions = [.. essai.Attributions.Select(a => Plan.Controler(essai, a))];
    }
}
