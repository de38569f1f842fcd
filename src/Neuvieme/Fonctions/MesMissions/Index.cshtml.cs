using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.MesMissions;

[Acces(Role.Agent)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, Horloge horloge) : PageNeuvieme(db, contexte)
{
    public IReadOnlyList<MaMission> Missions { get; private set; } = [];
    public DateOnly Jour => horloge.Aujourdhui;

    public async Task OnGetAsync() => Missions = await Contexte.Lire(() => MaMission.Charger(Db, Contexte.CompteId!.Value, null, Ct));
}
