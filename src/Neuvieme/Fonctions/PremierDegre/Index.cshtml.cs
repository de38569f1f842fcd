using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Fonctions.MissionsDirectes;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.PremierDegre;

[Acces(Role.Ien, Role.DirecteurEcole, Role.GestionnaireRectorat, Role.Recteur)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, Horloge horloge) : PageNeuvieme(db, contexte)
{
    public PlanDirect Plan { get; private set; } = null!;
    public IReadOnlyList<Circonscription> Circonscriptions { get; private set; } = [];
    public IReadOnlyList<Etablissement> Ecoles { get; private set; } = [];

    public bool EstRectorat => Contexte.Role is Role.GestionnaireRectorat or Role.Recteur;
    public bool EstDirecteur => Contexte.Role == Role.DirecteurEcole;

    public async Task OnGetAsync()
    {
        var (academie, code, role) = (Contexte.AcademieCode, Contexte.CirconscriptionCode, Contexte.Role);
        Plan = await PorteePremierDegre.Plan(Db, Contexte, horloge.Aujourdhui, Ct);
        if (EstDirecteur)
        {
            Ecoles = [Contexte.Etablissement];
            return;
        }

        Circonscriptions = await Db.Circonscriptions.AsNoTracking().Where(c => role == Role.Ien ? c.Code == code : c.AcademieCode == academie).OrderBy(c => c.Nom).ThenBy(c => c.Code).ToListAsync(Ct);
        Ecoles = await Db.Etablissements.AsNoTracking().Where(e => e.AcademieCode == academie && e.CirconscriptionCode != null && (role != Role.Ien || e.CirconscriptionCode == code))
            .OrderBy(e => e.Denomination).ThenBy(e => e.Uai).ToListAsync(Ct);
    }

    /// <summary>Celles que la personne prépare, et celles des autres une fois proposées : avant, qui est sollicité ne la regarde pas.</summary>
    public IEnumerable<MissionDirecte> Visibles(DispositifDirect dispositif) =>
        Plan.Missions.Where(m => m.Dispositif == dispositif && (Prepare(dispositif) || m.Etat is EtatAttribution.Proposee or EtatAttribution.ARectifier or EtatAttribution.Validee or EtatAttribution.Refusee));

    public bool Prepare(DispositifDirect dispositif) => Contexte.Role == (dispositif == DispositifDirect.ImpPremierDegre ? Role.Ien : Role.DirecteurEcole);

    /// <summary>L'adresse où l'on agit sur la mission ; nulle si l'on ne fait que la lire.</summary>
    public string? Adresse(MissionDirecte m) => Prepare(m.Dispositif) ? $"/premier-degre/suivre/{m.Id}" : m.EstImpPremierDegre == EstRectorat ? $"/premier-degre/decider/{m.Id}" : null;
}
