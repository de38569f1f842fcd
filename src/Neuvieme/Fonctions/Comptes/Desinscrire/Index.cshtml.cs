using Microsoft.AspNetCore.Mvc;
using Neuvieme.Fonctions.Courriels;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Comptes.Desinscrire;

/// <summary>
/// Le lien au bas de chaque courriel. L'ouvrir ne fait rien — les filtres de messagerie ouvrent tous les liens ; le bouton agit, sans
/// connexion, et ne peut que réduire ce genre pour ce compte.
/// </summary>
[AccesPublic]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageNeuvieme(db, contexte)
{
    [BindProperty(SupportsGet = true)]
    public string? Jeton { get; set; }

    public GenreCourriel? Genre { get; private set; }
    public bool Fait { get; private set; }

    public Task OnGetAsync() => Lire();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Lire() is not { } compte)
        {
            return Page();
        }

        await using var transaction = await Db.Commencer($"compte:{compte}", Ct);
        await PreferenceCourriel.Choisir(Db, compte, Genre!.Value, Genre.Value.Minimum(), Ct);
        await Courriel.Enregistrer(Db, Ct);
        await transaction.CommitAsync(Ct);
        Fait = true;
        return Page();
    }

    async Task<long?> Lire()
    {
        if (Fonctions.Courriels.Jeton.Lire(await CleEmpreinte.Obtenir(Db, Ct), Jeton) is not { } lu)
        {
            return null;
        }

        Genre = lu.Genre;
        return lu.CompteId;
    }
}
