using Microsoft.AspNetCore.Mvc;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Lettres.Composer;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Courrier;
using Neuvieme.Socle.Documents;
using Neuvieme.Socle.Travaux;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Lettres.Etablir;

[Acces(Role.ChefEtablissement)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, MoteurTypst moteur, ReglagesCourrier site, Atelier atelier) : PageLettres(db, contexte)
{
    public IActionResult OnGet() => Redirect("/lettres");

    public async Task<IActionResult> OnPostAsync()
    {
        await Charger();
        var nombre = Lettres.Count(l => l.AEtablir);
        if (EnCours is not null || nombre > EtablirParLots.Seuil)
        {
            var demande = EtablirParLots.Demande.De(Contexte.Annee, Signataire.De(Contexte.Auteur));
            var (travail, nouveau) = await Travail.Demander(Db, GenreDeTravail.EtablirLettres, Contexte.Etablissement.Uai, demande, nombre, Contexte.Auteur, Ct);
            atelier.Reveiller();
            Message = nouveau ? null : "Les lettres de l’établissement s’établissent déjà.";
            return Redirect($"/travaux/suivre/{travail}");
        }

        var etablies = 0;
        var faites = await Tenter(async () =>
        {
            (etablies, var refus) = await EtablirLettres.Executer(Db, moteur, site, Plan, Contexte.Auteur, Ct);
            return refus;
        });
        if (faites)
        {
            Message = Francais.Nombre(etablies, "lettre établie", "lettres établies") + ".";
            return Redirect("/lettres");
        }

        await Charger();
        return Page();
    }
}
