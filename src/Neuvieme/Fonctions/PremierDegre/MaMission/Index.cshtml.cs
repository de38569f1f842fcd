using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.MissionsDirectes;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.PremierDegre.MaMission;

[Acces(Role.Agent)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, Horloge horloge) : PageMaMission(db, contexte, horloge)
{
    public override string Adresse(long id) => $"/premier-degre/ma-mission/{id}";

    protected override IQueryable<MissionDirecte> Siennes => RepondreALaProposition.Siennes(Db, Contexte.CompteId!.Value).Where(m => m.Dispositif == DispositifDirect.ImpPremierDegre || m.Dispositif == DispositifDirect.PactePremierDegre);
}
