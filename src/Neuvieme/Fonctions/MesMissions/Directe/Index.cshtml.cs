using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.MissionsDirectes;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.MesMissions.Directe;

/// <summary>Une part du Pacte ou une mission académique, vue de la personne ; celles du premier degré ont leur page.</summary>
[Acces(Role.Agent)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, Horloge horloge) : PageMaMission(db, contexte, horloge)
{
    public override string Adresse(long id) => $"/mes-missions/directe/{id}";

    protected override IQueryable<MissionDirecte> Siennes => RepondreALaProposition.Siennes(Db, Contexte.CompteId!.Value).Where(m => m.Dispositif != DispositifDirect.ImpPremierDegre && m.Dispositif != DispositifDirect.PactePremierDegre);
}
