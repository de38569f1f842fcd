using Microsoft.AspNetCore.Mvc;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Repartition;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Documents;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Stsweb.Telecharger;

[Acces(Role.ChefEtablissement, Role.Secretariat)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageNeuvieme(db, contexte)
{
    public async Task<IActionResult> OnGetAsync(string format = "xlsx")
    {
        var plan = await Contexte.Plan(Ct);
        var (bordereau, differences) = Bordereau.Construire(plan.Etablissement.Denomination, plan.Annee, BordereauDuPlan.Lignes(plan), [], plan.Notifiee);
        var nom = $"bordereau-stsweb_{plan.Etablissement.Uai}_{plan.Annee}";
        return format == "csv"
            ? File(FichierCsv.Ecrire(bordereau), FichierCsv.TypeMime, nom + ".csv")
            : File(Classeur.Ecrire(bordereau, differences), Classeur.TypeMime, nom + ".xlsx");
    }
}
