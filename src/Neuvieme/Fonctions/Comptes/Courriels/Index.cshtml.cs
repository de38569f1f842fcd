using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Courriels;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Comptes.Courriels;

/// <summary>Ce que chacun reçoit par courriel, et quand.</summary>
[AccesDesComptes]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageNeuvieme(db, contexte)
{
    [BindProperty]
    public Dictionary<GenreCourriel, EnvoiChoisi> Choix { get; set; } = [];

    public IReadOnlyList<GenreCourriel> Genres { get; private set; } = [];
    public string? AdresseDuCompte { get; private set; }

    public Task OnGetAsync() => Charger(choisis: true);

    public async Task<IActionResult> OnPostAsync()
    {
        await Charger(choisis: false);
        if (!await Tenter(Enregistrer))
        {
            return Page();
        }

        Message = "C’est noté.";
        return Redirect("/comptes/courriels");
    }

    async Task<IReadOnlyList<Refus>> Enregistrer()
    {
        var compte = Contexte.CompteId!.Value;
        await using var transaction = await Db.Commencer($"compte:{compte}", Ct);
        List<Refus> refus = [];
        foreach (var (genre, envoi) in Choix.Where(c => Genres.Contains(c.Key)))
        {
            if (await PreferenceCourriel.Choisir(Db, compte, genre, envoi, Ct) is { } raison)
            {
                refus.Add(new($"Choix[{genre}]", raison));
            }
        }

        if (refus.Count == 0)
        {
            await Courriel.Enregistrer(Db, Ct);
            await transaction.CommitAsync(Ct);
        }

        return refus;
    }

    async Task Charger(bool choisis)
    {
        var compte = Contexte.CompteId!.Value;
        AdresseDuCompte = await Db.Users.Where(c => c.Id == compte).Select(c => c.Email).FirstOrDefaultAsync(Ct);
        Genres = [.. GenresDeCourriel.Pour([.. Contexte.Habilitations.Select(h => h.Role)])];
        if (choisis)
        {
            var preferences = await PreferenceCourriel.De(Db, [compte], Ct);
            Choix = Genres.ToDictionary(g => g, g => preferences.Pour(compte, g));
        }
    }
}
