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

[Acces(Role.ChefEtablissement, Role.Ien, Role.GestionnaireRectorat, Role.Recteur)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, MoteurTypst moteur, ReglagesCourrier site, Atelier atelier, Horloge horloge) : PageLettres(db, contexte, horloge)
{
    public IActionResult OnGet() => Redirect("/lettres");

    public async Task<IActionResult> OnPostAsync(long? attribution)
    {
        await Charger();
        var nombre = attribution is not null ? 1 : Lettres.Count(l => l.AEtablir);
        if (EstChef && (EnCours is not null || nombre > EtablirParLots.Seuil))
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
            IReadOnlyList<Refus> refus = [];
            if (Plan is { } plan && (nombre > 0 || attribution is not null || Directes.All(d => !d.AEtablir)))
            {
                (etablies, refus) = await EtablirLettres.Executer(Db, moteur, site, plan, attribution, Contexte.Auteur, Ct);
            }

            if (attribution is null && (Plan is null || Directes.Any(d => d.AEtablir)))
            {
                var (directes, siens) = await EtablirDirectes.Executer(Db, moteur, site, Contexte.AcademieCode, LireLesDirectes, Signataire, Contexte.Auteur, Ct);
                (etablies, refus) = (etablies + directes, [.. refus, .. siens]);
            }

            return etablies == 0 && refus.Count == 0 ? [new("", "Toutes les lettres sont à jour.")] : refus;
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
