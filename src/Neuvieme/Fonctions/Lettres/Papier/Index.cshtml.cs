using Microsoft.AspNetCore.Mvc;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Lettres.Signer;
using Neuvieme.Fonctions.Lettres.Suivre;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Documents;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Lettres.Papier;

[Acces(Role.ChefEtablissement, Role.Ien, Role.Recteur)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, CertifierLettres certifier) : PageNeuvieme(db, contexte)
{
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    /// <summary>Le numéro est celui d'une part du Pacte ou d'une mission académique.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Directe { get; set; }

    public string Suivi => $"/lettres/consulter/{Id}?directe={(Directe ? "true" : "false")}";

    public IActionResult OnGet() => Redirect(Suivi);

    public async Task<IActionResult> OnPostAsync(string? vue, DateOnly? signeeLe, IFormFile? fichier)
    {
        if (LettreVue.Lire(vue) is not { } lettre)
        {
            return NotFound();
        }

        byte[] octets = [];
        if (fichier is not null)
        {
            await using var flux = fichier.OpenReadStream();
            octets = await OuvertureCsv.Octets(flux, DeposerLePapier.TailleMaximale, Ct);
        }

        if (await Tenter(() => new DeposerLePapier(lettre, octets, signeeLe).Executer(Db, PorteeDeLettres.Siennes(Db, Contexte), Contexte.Auteur, Ct)))
        {
            await certifier.Apres(Db, [lettre.Id], Ct);
            Message = "La lettre est marquée signée sur papier ; la numérisation est gardée avec son empreinte.";
            return Redirect(Suivi);
        }

        return Page();
    }
}
