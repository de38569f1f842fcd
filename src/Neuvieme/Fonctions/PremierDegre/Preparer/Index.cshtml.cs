using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit.ImpPremierDegre;
using Neuvieme.Droit.ImpSecondDegre;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.MissionsDirectes;
using Neuvieme.Fonctions.Personnels;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.PremierDegre.Preparer;

[Acces(Role.Ien, Role.DirecteurEcole)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageNeuvieme(db, contexte)
{
    public sealed class Formulaire
    {
        public int Version { get; set; }
        public Guid CleSaisie { get; set; }
        public string? Code { get; set; }
        public string? Intitule { get; set; }
        public string? Contenu { get; set; }
        public Duree Duree { get; set; } = Duree.AnneeEntiere;
        public DateOnly? Debut { get; set; }
        public DateOnly? Fin { get; set; }
        public Echelon Echelon { get; set; } = Echelon.Departement;
        public long Centimes { get; set; }
        public bool? DefinieParAutorite { get; set; }
        public bool? DejaPayee { get; set; }
        public long AgentId { get; set; }
    }

    [BindProperty]
    public Formulaire Saisie { get; set; } = new();

    public DispositifDirect Dispositif => Contexte.Role == Role.Ien ? DispositifDirect.ImpPremierDegre : DispositifDirect.PactePremierDegre;
    public string Porteur => Dispositif == DispositifDirect.ImpPremierDegre ? Contexte.CirconscriptionCode : Contexte.Etablissement.Uai;
    public IReadOnlyList<MissionAuChoix> Fiches => MissionAuChoix.De(Dispositif, Contexte.Annee);
    public MissionAuChoix? Fiche => Fiches.FirstOrDefault(f => f.Code == Saisie.Code);
    public IReadOnlyList<Agent> Agents { get; private set; } = [];
    public IReadOnlyDictionary<string, string> Ecoles { get; private set; } = new Dictionary<string, string>();
    public MissionDirecte? Mission { get; private set; }

    public async Task<IActionResult> OnGetAsync(long? id, string? code)
    {
        if (!await Charger(id))
        {
            return NotFound();
        }

        if (Mission is { } m)
        {
            Saisie = new()
            {
                Version = m.Version, Code = m.Code, Intitule = m.Intitule, Contenu = m.Contenu, Duree = m.Duree, Debut = m.Debut, Fin = m.Fin, Echelon = m.Echelon, Centimes = m.Centimes,
                DefinieParAutorite = m.DefinieParAutorite, DejaPayee = m.DejaPayee, AgentId = m.AgentId,
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

        var action = new EnregistrerMissionDirecte(Dispositif, Porteur, Contexte.Annee)
        {
            Vue = id is { } n ? new(n, Saisie.Version) : null, CleSaisie = Saisie.CleSaisie == Guid.Empty ? Guid.NewGuid() : Saisie.CleSaisie, Code = Saisie.Code ?? "", Intitule = Saisie.Intitule ?? "", Contenu = Saisie.Contenu ?? "",
            Duree = Saisie.Duree, Debut = Saisie.Debut, Fin = Saisie.Fin, Echelon = Saisie.Echelon, Centimes = Saisie.Centimes, DefinieParAutorite = Saisie.DefinieParAutorite, DejaPayee = Saisie.DejaPayee, AgentId = Saisie.AgentId,
        };
        if (await Tenter(() => action.Executer(Db, Contexte.Auteur, Ct)))
        {
            Message = "Mission préparée. Rien n’est encore demandé à la personne : vérifiez ce que le droit en dit, puis demandez son accord.";
            return Redirect($"/premier-degre/suivre/{action.Id}");
        }

        return Page();
    }

    async Task<bool> Charger(long? id)
    {
        var annee = Contexte.Annee.Debut;
        if (id is not null)
        {
            Mission = await PorteePremierDegre.Preparees(Db, Contexte).AsNoTracking().FirstOrDefaultAsync(m => m.Id == id && m.Annee == annee, Ct);
            if (Mission is null)
            {
                return false;
            }
        }

        Agents = await EnregistrerMissionDirecte.Personnes(Db, Dispositif, Porteur, annee).AsNoTracking().OrderBy(a => a.NomUsage).ThenBy(a => a.Prenom).ThenBy(a => a.Id).ToListAsync(Ct);
        var uais = Agents.Select(a => a.Uai).Distinct().ToArray();
        Ecoles = await Db.Etablissements.Where(e => uais.Contains(e.Uai)).ToDictionaryAsync(e => e.Uai, e => e.Denomination, Ct);
        return true;
    }

    public bool EstFigee => Mission is { Etat: not EtatAttribution.EnPreparation };
}
