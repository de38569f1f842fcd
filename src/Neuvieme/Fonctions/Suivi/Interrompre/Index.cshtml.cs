using Microsoft.AspNetCore.Mvc;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Parametres;
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

    /// <summary>La personne est contractuelle : sa part gardée en maladie est à dire.</summary>
    public bool DemandeUnePart => CalculDesInterruptions.EstContractuel(Attribution.Agent) == true;

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

        var delai = await Parametre.DelaiObservations(Db, Contexte.AcademieCode, Contexte.Auteur.Aujourdhui, Ct);
        if (ModelState.IsValid && Empechement is null && Accepte(Saisie.Verifier(Plan, Mission, Attribution, delai)))
        {
            var reponse = CalculDesInterruptions.Ventiler(Parametres, Plan.Annee, Attribution, Visas.SiToutEstVise([.. EnVigueur, .. EnAttente, .. Saisie.Lire(Plan, Attribution, Contexte.Auteur, delai)]));
            if (reponse.Resultat is { } ventilation)
            {
                (Prevues, Alertes, Prevu) = (Ranger(CalculDesInterruptions.Lignes(ventilation, Attribution.AgentId!.Value)), reponse.Alertes, true);
            }
            else
            {
                ModelState.AddModelError("", ChangerEtat.Phrases(reponse.Motifs));
            }
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id)
    {
        if (await Tenter(() => new InterrompreMission(id, Version, Saisie).Executer(Db, Contexte.Etablissement, Contexte.Annee, Contexte.Auteur, Ct)))
        {
            Message = Saisie.Quoi == CeQuiArrive.Absence
                ? "C’est enregistré : l’échéancier est récrit et la personne est avertie. Ce qui est déjà saisi dans STSWeb est à corriger : le bordereau le dit."
                : $"C’est enregistré, à viser par le rectorat{(Saisie is { EstRemplacement: true, AccordLe: null } ? " après l’accord de qui remplace" : "")} : rien ne change aux versements avant ce visa{(Saisie.EstAbsence ? ", hors l’absence, qui compte aussitôt" : "")}.";
            return Redirect($"/suivi/interrompre/{id}");
        }

        return await Charger(id) ? Page() : NotFound();
    }
}
