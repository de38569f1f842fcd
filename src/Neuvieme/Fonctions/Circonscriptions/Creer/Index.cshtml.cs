using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Circonscriptions.Creer;

[Acces(Role.Administrateur)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageNeuvieme(db, contexte)
{
    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Nom { get; set; }

    [BindProperty]
    public string? Academie { get; set; }

    [BindProperty]
    public string? Departement { get; set; }

    public IReadOnlyList<Academie> Academies { get; private set; } = [];

    public Task OnGetAsync() => Charger();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Tenter(() => new CreerCirconscription(Code ?? "", Nom ?? "", Academie ?? "", Departement ?? "").Executer(Db, Contexte.Auteur, Ct)))
        {
            Message = $"La circonscription {Nom!.Trim()} est inscrite. Rattachez-lui ses écoles, puis donnez à l’inspecteur sa qualité.";
            return Redirect("/circonscriptions");
        }

        await Charger();
        return Page();
    }

    async Task Charger() => Academies = await Db.Academies.AsNoTracking().OrderBy(a => a.Libelle).ToListAsync(Ct);
}
