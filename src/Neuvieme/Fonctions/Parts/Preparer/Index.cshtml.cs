using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.MissionsDirectes;
using Neuvieme.Fonctions.Personnels;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Parts.Preparer;

[Acces(Role.ChefEtablissement, Role.Secretariat)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, Horloge horloge) : PageNeuvieme(db, contexte)
{
    public sealed class Formulaire
    {
        public int Version { get; set; }
        public Guid CleSaisie { get; set; }
        public string? Code { get; set; }
        public string? Intitule { get; set; }
        public string? Contenu { get; set; }
        public string? Creneaux { get; set; }
        public string? Repli { get; set; }
        public long Centimes { get; set; }
        public bool? DejaPayee { get; set; }
        public bool? HeuresDejaComptees { get; set; }
        public bool CoordinationSts { get; set; }
        public bool? DesigneeCoordination { get; set; }
        public long AgentId { get; set; }
    }

    [BindProperty]
    public Formulaire Saisie { get; set; } = new();

    public PlanDirect Plan { get; private set; } = null!;
    public NatureEtablissement Nature => NatureEtablissement.DeCode(Contexte.Etablissement.NatureCode);
    public IReadOnlyList<MissionAuChoix> Fiches => MissionAuChoix.De(Nature, Contexte.Annee);
    public MissionAuChoix? Fiche => Fiches.FirstOrDefault(f => f.Code == Saisie.Code);
    public IReadOnlyList<Agent> Agents { get; private set; } = [];
    public MissionDirecte? Mission { get; private set; }

    public long Libre(int niveau) => Plan.SoldeDe(DispositifDirect.PacteSecondDegre, Contexte.Etablissement.Uai, niveau).Libre;

    /// <summary>Ce qu'en lit qui ne décide pas : un refus n'est qu'une réponse attendue.</summary>
    public bool EstFigee => Mission is { Etat: not EtatAttribution.EnPreparation };

    public async Task<IActionResult> OnGetAsync(long? id, string? code)
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
                Version = m.Version, Code = m.Code, Intitule = m.Intitule, Contenu = m.Contenu, Centimes = m.Centimes, DejaPayee = m.DejaPayee, AgentId = m.AgentId,
                Creneaux = d.Creneaux, Repli = d.Repli, HeuresDejaComptees = d.HeuresDejaComptees, CoordinationSts = d.CoordinationSts, DesigneeCoordination = d.DesigneeCoordination,
            };
        }
        else if (Fiches.FirstOrDefault(f => f.Code == code) is { } fiche)
        {
            Saisie = new() { CleSaisie = Guid.NewGuid(), Code = fiche.Code, Intitule = fiche.Libelle, Contenu = string.Join('\n', fiche.Contenu), Centimes = 125_000 };
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long? id)
    {
        if (!await Charger(id))
        {
            return NotFound();
        }

        var action = new EnregistrerMissionDirecte(Mission?.Dispositif ?? MissionAuChoix.DispositifDe(Nature, Saisie.Code ?? ""), Contexte.Etablissement.Uai, Contexte.Annee)
        {
            Vue = id is { } n ? new(n, Saisie.Version) : null, CleSaisie = Saisie.CleSaisie == Guid.Empty ? Guid.NewGuid() : Saisie.CleSaisie, Fiches = Fiches, Code = Saisie.Code ?? "", Intitule = Saisie.Intitule ?? "",
            Contenu = Saisie.Contenu ?? "", Centimes = Saisie.Centimes, DejaPayee = Saisie.DejaPayee, AgentId = Saisie.AgentId,
            Precisions = new()
            {
                Creneaux = (Saisie.Creneaux ?? "").Trim(), Repli = (Saisie.Repli ?? "").Trim(), HeuresDejaComptees = Saisie.HeuresDejaComptees, CoordinationSts = Saisie.CoordinationSts, DesigneeCoordination = Saisie.DesigneeCoordination,
            },
        };
        if (await Tenter(() => action.Executer(Db, Contexte.Auteur, Ct)))
        {
            Message = Contexte.Decide ? "Mission préparée. Rien n’est encore demandé à la personne : vérifiez ce que le droit en dit, puis demandez son accord."
                : "Mission préparée. Le chef d’établissement demandera l’accord de la personne.";
            return Redirect(Contexte.Decide ? $"/parts/suivre/{action.Id}" : "/parts");
        }

        return Page();
    }

    async Task<bool> Charger(long? id)
    {
        if (id is not null)
        {
            Mission = await PorteeParts.Siennes(Db, Contexte).AsNoTracking().FirstOrDefaultAsync(m => m.Id == id, Ct);
            if (Mission is null)
            {
                return false;
            }
        }

        Plan = await PorteeParts.Plan(Db, Contexte, horloge.Aujourdhui, Ct);
        Agents = await EnregistrerMissionDirecte.Personnes(Db, DispositifDirect.PacteSecondDegre, Contexte.Etablissement.Uai, Contexte.Annee.Debut).AsNoTracking().Where(a => a.Fonction != Fonction.Direction)
            .OrderBy(a => a.NomUsage).ThenBy(a => a.Prenom).ThenBy(a => a.Id).ToListAsync(Ct);
        return true;
    }
}
