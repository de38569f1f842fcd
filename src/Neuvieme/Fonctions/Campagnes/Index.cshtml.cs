using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Campagnes;

[Acces(Role.GestionnaireRectorat, Role.Recteur, Role.ChefEtablissement, Role.Secretariat)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, Horloge horloge) : PageNeuvieme(db, contexte)
{
    public IReadOnlyList<SuiviCampagne> Toutes { get; private set; } = [];
    public Calendrier? DuLieu { get; private set; }
    public DateOnly Jour => horloge.Aujourdhui;

    public async Task OnGetAsync()
    {
        if (Contexte.Role is Role.ChefEtablissement or Role.Secretariat)
        {
            DuLieu = await Bandeau.Calendrier(Contexte, Db, Jour, Ct);
            return;
        }

        Toutes = await SuiviCampagne.Lire(Db, Contexte.AcademieCode, Contexte.Annee, Ct);
    }
}
