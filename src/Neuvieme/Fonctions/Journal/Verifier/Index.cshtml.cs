using Microsoft.AspNetCore.Mvc;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Journal.Verifier;

[Acces(Role.ChefEtablissement, Role.Ien, Role.DirecteurEcole, Role.GestionnaireRectorat, Role.Recteur, Role.Auditeur, Role.Administrateur)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageNeuvieme(db, contexte)
{
    [BindProperty(SupportsGet = true)]
    public string? Portee { get; set; }

    public PorteeDeJournal Ouverte { get; private set; } = null!;
    public EtatDeChaine Etat { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        Ouverte = (await PorteeDeJournal.Ouvrir(Db, Contexte, Portee, Ct))!;
        if (Ouverte is null)
        {
            return NotFound();
        }

        Etat = await VerifierLaChaine.Executer(Db, Ouverte.Portee, Ct);
        return Page();
    }
}
