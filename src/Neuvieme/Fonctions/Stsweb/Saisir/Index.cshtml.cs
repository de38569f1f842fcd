using Microsoft.AspNetCore.Mvc;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Stsweb.Saisir;

[Acces(Role.ChefEtablissement, Role.Secretariat)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageStsweb(db, contexte)
{
    public Task<IActionResult> OnPostAsync(LigneLue[] lignes)
    {
        Cochees = lignes.Select(l => l.Id).ToHashSet();
        return Faire(() => new SaisirDansSts(lignes).Executer(Db, Contexte.Etablissement, Contexte.Annee, Contexte.Auteur, Ct),
            Francais.Nombre(lignes.Distinct().Count(), "ligne notée saisie", "lignes notées saisies") + " dans STSWeb.");
    }

    public Task<IActionResult> OnPostAnnulerAsync(long id, string motif) =>
        Faire(() => new AnnulerLaSaisie(id, motif ?? "").Executer(Db, Contexte.Etablissement.Uai, Contexte.Auteur, Ct), "La saisie est annulée : la ligne reste à saisir.");
}
