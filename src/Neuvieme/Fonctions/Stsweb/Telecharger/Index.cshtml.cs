using Microsoft.AspNetCore.Mvc;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Documents;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Stsweb.Telecharger;

[Acces(Role.ChefEtablissement, Role.Secretariat)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageNeuvieme(db, contexte)
{
    public async Task<IActionResult> OnGetAsync(string format = "xlsx", FiltreBordereau filtre = FiltreBordereau.Tout)
    {
        var plan = await Contexte.Plan(Ct);
        var lignes = BordereauDuPlan.ASaisir(plan).Where(l => PageStsweb.Retient(filtre, l)).ToList();
        // « Depuis la dernière saisie » : face à ce qui a été tapé, ligne par ligne.
        var (bordereau, differences) = Bordereau.Construire(plan.Etablissement.Denomination, plan.Annee, [.. lignes.Select(l => l.Ligne)],
            [.. lignes.Select(l => l.Saisie).OfType<SaisieSts>().Select(s => LigneTapee.Lire(s.Ligne))], plan.Notifiee - new Droit.Quotite(plan.Chiffres.Converti));
        var nom = $"bordereau-stsweb_{plan.Etablissement.Uai}_{plan.Annee}";
        return format == "csv"
            ? File(FichierCsv.Ecrire(bordereau), FichierCsv.TypeMime, nom + ".csv")
            : File(Classeur.Ecrire(bordereau, differences), Classeur.TypeMime, nom + ".xlsx");
    }
}
