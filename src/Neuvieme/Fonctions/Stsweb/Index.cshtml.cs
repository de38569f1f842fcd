using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Stsweb;

[Acces(Role.ChefEtablissement, Role.Secretariat)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageStsweb(db, contexte);
