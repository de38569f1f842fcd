using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Parametres.Modifier;

[Acces(Role.Recteur)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, Horloge horloge) : PageNeuvieme(db, contexte)
{
    [BindProperty(SupportsGet = true)]
    public CleParametre Cle { get; set; }

    [BindProperty]
    public int Valeur { get; set; }

    [BindProperty]
    public DateOnly? Depuis { get; set; }

    [BindProperty]
    public string? Motif { get; set; }

    [BindProperty]
    public long Derniere { get; set; }

    public FicheParametre Fiche { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        if (FicheParametre.De(Cle) is not { } fiche)
        {
            return NotFound();
        }

        Fiche = fiche;
        var lignes = await Lire();
        Derniere = lignes.Select(l => l.Id).DefaultIfEmpty().Max();
        Valeur = lignes.LastOrDefault(l => l.Depuis <= horloge.Aujourdhui)?.Valeur ?? fiche.Defaut;
        Depuis = horloge.Aujourdhui;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (FicheParametre.De(Cle) is not { } fiche)
        {
            return NotFound();
        }

        Fiche = fiche;
        if (Depuis is not { } depuis)
        {
            ModelState.AddModelError(nameof(Depuis), "Écrivez la date à compter de laquelle ce choix vaut.");
        }
        else if (ModelState.IsValid && await Tenter(() => new ModifierParametre(Contexte.AcademieCode, Cle, Valeur, depuis, Motif ?? "", Derniere).Executer(Db, Contexte.Auteur, Ct)))
        {
            Message = $"{fiche.Nom} : {fiche.Dire(Valeur)} à compter du {Francais.Date(depuis)}.";
            return Redirect("/parametres");
        }

        ModelState.Remove(nameof(Derniere));
        Derniere = (await Lire()).Select(l => l.Id).DefaultIfEmpty().Max();
        return Page();
    }

    Task<List<Parametre>> Lire()
    {
        var academie = Contexte.AcademieCode;
        return Db.Parametres.AsNoTracking().Where(p => p.AcademieCode == academie && p.Cle == Cle).OrderBy(p => p.Depuis).ThenBy(p => p.Id).ToListAsync(Ct);
    }
}
