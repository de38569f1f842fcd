using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Archives.Effacer;

[Acces(Role.Recteur)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageNeuvieme(db, contexte)
{
    [BindProperty(SupportsGet = true)]
    public string? Uai { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Annee { get; set; }

    [BindProperty(SupportsGet = true)]
    public Famille Famille { get; set; }

    [BindProperty]
    public int Nombre { get; set; }

    [BindProperty]
    public string? Visa { get; set; }

    public LieuDArchive Lieu { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await Charger())
        {
            return NotFound();
        }

        Nombre = await Conservation.Lettres(Db, Lieu, Annee, Famille).CountAsync(Ct);
        return Nombre == 0 ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await Charger())
        {
            return NotFound();
        }

        if (await Tenter(() => new EffacerAuTerme(Lieu, Annee, Famille, Nombre, Visa ?? "").Executer(Db, Contexte.Auteur, Ct)))
        {
            Message = $"{Conservation.Libelle(Famille, Nombre)} : effacé. Les empreintes, les codes et les dates restent.";
            return Redirect("/archives/conserver");
        }

        ModelState.Remove(nameof(Nombre));
        Nombre = await Conservation.Lettres(Db, Lieu, Annee, Famille).CountAsync(Ct);
        return Page();
    }

    async Task<bool> Charger() => await ArchivesVisibles.Un(Db, Contexte, Uai, Ct) is { } lieu && (Lieu = lieu) is not null && Annee is >= 2015 and <= 2100;
}
