using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit.ImpSecondDegre;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.MissionsDirectes;
using Neuvieme.Fonctions.Personnels;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Academiques.Preparer;

/// <summary>Choisir la mission, puis la personne, dans n'importe quel établissement de l'académie, puis écrire ce que la lettre dira.</summary>
[Acces(Role.GestionnaireRectorat, Role.Recteur)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageNeuvieme(db, contexte)
{
    public sealed class Formulaire
    {
        public int Version { get; set; }
        public Guid CleSaisie { get; set; }
        public string? Code { get; set; }
        public string? Intitule { get; set; }
        public string? Contenu { get; set; }
        public string? Conditions { get; set; }
        public string? Objectifs { get; set; }
        public string? Resultats { get; set; }
        public string? Priorites { get; set; }
        public string? Charge { get; set; }
        public string? Territoire { get; set; }
        public bool? CompetencesPedagogiques { get; set; }
        public string? Allegement { get; set; }
        public string? District { get; set; }
        public long? TauxDistrict { get; set; }
        public Duree Duree { get; set; } = Duree.AnneeEntiere;
        public DateOnly? Debut { get; set; }
        public DateOnly? Fin { get; set; }
        public long Centimes { get; set; }
        public long AgentId { get; set; }
    }

    public sealed record Trouve(long Id, string Nom, string Prenom, string Uai, string Etablissement);

    /// <summary>Au-delà, mieux vaut préciser que dérouler.</summary>
    public const int AuPlus = 20;

    [BindProperty]
    public Formulaire Saisie { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? Recherche { get; set; }

    public IReadOnlyList<MissionAuChoix> Fiches => MissionAuChoix.De(DispositifDirect.Academique, Contexte.Annee);
    public MissionAuChoix? Fiche => Fiches.FirstOrDefault(f => f.Code == Saisie.Code);
    public bool EstUnDistrict => Saisie.Code == "ACA-UNSS";
    public IReadOnlyList<Trouve> Trouves { get; private set; } = [];
    public Agent? Agent { get; private set; }
    public string Etablissement { get; private set; } = "";
    public MissionDirecte? Mission { get; private set; }
    public bool EstFigee => Mission is { Etat: not EtatAttribution.EnPreparation };

    public async Task<IActionResult> OnGetAsync(long? id, string? code, long? agent)
    {
        if (!await Charger(id))
        {
            return NotFound();
        }

        if (Mission is { } m)
        {
            var d = m.Details;
            Saisie = new()
            {
                Version = m.Version, Code = m.Code, Intitule = m.Intitule, Contenu = m.Contenu, Conditions = d.Conditions, Objectifs = d.Objectifs, Resultats = d.Resultats, Priorites = d.Priorites, Charge = d.Charge, Territoire = d.Territoire,
                CompetencesPedagogiques = d.CompetencesPedagogiques, Allegement = d.AllegementCentiemes is { } a ? Francais.Centiemes(a) : "", District = d.District, TauxDistrict = d.TauxDistrictCentimes,
                Duree = m.Duree, Debut = m.Debut, Fin = m.Fin, Centimes = m.Centimes, AgentId = m.AgentId,
            };
        }
        else if (Fiches.FirstOrDefault(f => f.Code == code) is { } fiche)
        {
            Saisie = new() { CleSaisie = Guid.NewGuid(), Code = fiche.Code, Intitule = fiche.Libelle, Contenu = string.Join('\n', fiche.Contenu), Centimes = 125_000, TauxDistrict = fiche.Code == "ACA-UNSS" ? 125_000 : null, Allegement = "0", AgentId = agent ?? 0 };
        }

        await ChargerLaPersonne();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long? id)
    {
        if (!await Charger(id))
        {
            return NotFound();
        }

        await ChargerLaPersonne();
        if (!LireHeures(Saisie.Allegement, out var allegement))
        {
            ModelState.AddModelError("Saisie.Allegement", "Écrivez les heures d’allègement par semaine : 0, 1,5 ou 3.");
        }

        string Propre(string? texte) => (texte ?? "").Trim();
        var action = new EnregistrerMissionDirecte(DispositifDirect.Academique, Contexte.AcademieCode, Contexte.Annee)
        {
            Vue = id is { } n ? new(n, Saisie.Version) : null, CleSaisie = Saisie.CleSaisie == Guid.Empty ? Guid.NewGuid() : Saisie.CleSaisie, Code = Saisie.Code ?? "", Intitule = Saisie.Intitule ?? "", Contenu = Saisie.Contenu ?? "",
            Duree = Saisie.Duree, Debut = Saisie.Debut, Fin = Saisie.Fin, Centimes = Saisie.Centimes, AgentId = Saisie.AgentId,
            Precisions = new()
            {
                Conditions = Propre(Saisie.Conditions), Objectifs = Propre(Saisie.Objectifs), Resultats = Propre(Saisie.Resultats), Priorites = Propre(Saisie.Priorites), Charge = Propre(Saisie.Charge), Territoire = Propre(Saisie.Territoire),
                CompetencesPedagogiques = Saisie.CompetencesPedagogiques, AllegementCentiemes = allegement, District = EstUnDistrict ? Propre(Saisie.District) : "", TauxDistrictCentimes = EstUnDistrict ? Saisie.TauxDistrict : null,
            },
        };
        if (await Tenter(() => action.Executer(Db, Contexte.Auteur, Ct)))
        {
            Message = "Mission préparée. Rien n’est encore demandé à la personne : vérifiez ce que le droit en dit, puis demandez son accord.";
            return Redirect($"/academiques/suivre/{action.Id}");
        }

        return Page();
    }

    /// <summary>« 1,5 » → 150 centièmes ; vide : pas encore su.</summary>
    static bool LireHeures(string? texte, out int? centiemes)
    {
        var brut = (texte ?? "").Trim().Replace(',', '.').TrimEnd('h').Trim();
        centiemes = null;
        if (brut.Length == 0)
        {
            return true;
        }

        if (!decimal.TryParse(brut, System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out var heures) || heures > 24 || heures * 100 != decimal.Truncate(heures * 100))
        {
            return false;
        }

        centiemes = (int)(heures * 100);
        return true;
    }

    async Task<bool> Charger(long? id)
    {
        if (id is not null)
        {
            Mission = await PorteeAcademiques.Siennes(Db, Contexte).AsNoTracking().FirstOrDefaultAsync(m => m.Id == id, Ct);
        }

        return id is null || Mission is not null;
    }

    IQueryable<Agent> Personnes => EnregistrerMissionDirecte.Personnes(Db, DispositifDirect.Academique, Contexte.AcademieCode, Contexte.Annee.Debut);

    async Task ChargerLaPersonne()
    {
        var id = Saisie.AgentId;
        Agent = id == 0 ? null : await Personnes.AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, Ct);
        if (Agent is { } agent)
        {
            Etablissement = await Db.Etablissements.Where(e => e.Uai == agent.Uai).Select(e => e.Denomination).FirstAsync(Ct);
        }
        else if (!string.IsNullOrWhiteSpace(Recherche))
        {
            var toutes = await Personnes.Join(Db.Etablissements, a => a.Uai, e => e.Uai, (a, e) => new Trouve(a.Id, a.NomUsage, a.Prenom, e.Uai, e.Denomination)).ToListAsync(Ct);
            Trouves = [.. toutes.Where(t => Recherches.Contient($"{t.Nom} {t.Prenom} {t.Uai} {t.Etablissement}", Recherche)).OrderBy(t => t.Nom, StringComparer.Ordinal).ThenBy(t => t.Prenom, StringComparer.Ordinal).ThenBy(t => t.Id).Take(AuPlus + 1)];
        }
    }
}
