using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Documents;
using Neuvieme.Socle.Sceau;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Lettres.Verifier;

/// <summary>Ouverte à tous : un code imprimé ou un fichier dit si la lettre est bien celle-là, et rien d'autre.</summary>
[AccesPublic]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, TimeProvider temps, Horloge horloge, SceauDeLOrganisme sceau) : PageNeuvieme(db, contexte)
{
    public const int TailleMaximale = 20 * 1024 * 1024;

    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    public bool Cherche { get; private set; }
    public EtatPublic? Trouvee { get; private set; }
    /// <summary>Les cachets lus dans le fichier déposé, qu'il soit connu d'ici ou non.</summary>
    public ConstatDesSceaux? Cachets { get; private set; }
    public string Empreinte { get; private set; } = "";

    public async Task OnGetAsync()
    {
        if (!string.IsNullOrWhiteSpace(Code))
        {
            (Cherche, Trouvee) = (true, await EtatPublic.ParCode(Db, Code, horloge.Aujourdhui, Ct));
        }
    }

    public async Task<IActionResult> OnPostAsync(IFormFile? fichier)
    {
        if (fichier is null || fichier.Length == 0)
        {
            ModelState.AddModelError("", "Choisissez le fichier à vérifier.");
            return Page();
        }

        if (fichier.Length > TailleMaximale)
        {
            ModelState.AddModelError("", "Ce fichier dépasse 20 Mo : ce n’est pas une lettre.");
            return Page();
        }

        await using var flux = fichier.OpenReadStream();
        var octets = await OuvertureCsv.Octets(flux, TailleMaximale, Ct);
        Empreinte = Convert.ToHexStringLower(SHA256.HashData(octets));
        (Cherche, Trouvee) = (true, await EtatPublic.ParEmpreinte(Db, Empreinte, horloge.Aujourdhui, Ct));
        Cachets = new Verificateur(temps, sceau.Certificats).Verifier(octets);
        return Page();
    }
}
