using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Candidatures;

[Acces(Role.ChefEtablissement)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageCandidatures(db, contexte);
