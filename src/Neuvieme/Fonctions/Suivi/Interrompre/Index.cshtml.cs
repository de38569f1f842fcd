using Microsoft.AspNetCore.Mvc;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Suivi.Interrompre;

[Acces(Role.ChefEtablissement)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageInterruption(db, contexte)
{
    [BindProperty]
    public SaisieInterruption Saisie { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    /// <summary>Ce qui a été prévu tient : il ne reste qu'à l'enregistrer.</summary>
    public bool Prevu { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id)
    {
        if (!await Charger(id))
        {
            return NotFound();
        }

        Version = Attribution.Version;
        return Page();
    }

    /// <summary>Montre ce que cela changerait, sans rien écrire.</summary>
    public async Task<IActionResult> OnPostPrevoirAsync(long id)
    {
        if (!await Charger(id))
        {
            return NotFound();
        }

        if (ModelState.IsValid && Empechement is null && Accepte(Saisie.Verifier(Plan, Mission, Attribution)))
        {
            var prevision = InterrompreMission.Prevoir(Parametres, Plan.Annee, Attribution, [.. EnVigueur, .. Saisie.Lire(Plan, Attribution, Contexte.Auteur)]);
            if (prevision.Reponse.Issue == Issue.Accordee)
            {
                (Prevues, Alertes, Prevu) = (Ranger(prevision.Lignes), prevision.Reponse.Alertes, true);
            }
            else
            {
                ModelState.AddModelError("", ChangerEtat.Phrases(prevision.Reponse.Motifs));
            }
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id)
    {
        if (await Tenter(() => new InterrompreMission(id, Version, Saisie).Executer(Db, Contexte.Etablissement, Contexte.Annee, Contexte.Auteur, Ct)))
        {
            Message = "C’est enregistré : l’échéancier est récrit et les personnes sont averties. Ce qui est déjà saisi dans STSWeb est à corriger : le bordereau le dit.";
            return Redirect($"/suivi/interrompre/{id}");
        }

        return await Charger(id) ? Page() : NotFound();
    }
}
