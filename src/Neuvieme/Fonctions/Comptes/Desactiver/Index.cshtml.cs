using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Comptes.Desactiver;

[Acces(Role.Administrateur)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, Horloge horloge) : PageNeuvieme(db, contexte)
{
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    [BindProperty]
    public List<long> Choisies { get; set; } = [];

    public Compte Compte { get; private set; } = null!;
    public IEnumerable<Habilitation> Actives => Compte.Habilitations.Where(h => h.Fin is null || h.Fin >= horloge.Aujourdhui);

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await Charger())
        {
            return NotFound();
        }

        Choisies = [.. Actives.Select(h => h.Id)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await Charger())
        {
            return NotFound();
        }

        if (await Tenter(() => new DesactiverCompte(Id, Choisies).Executer(Db, Contexte.Auteur, Ct)))
        {
            Message = $"{Compte.NomAffiche} n’a plus {(Choisies.Count == 1 ? "cette qualité" : "ces qualités")} depuis maintenant.";
            return Redirect("/comptes");
        }

        return Page();
    }

    async Task<bool> Charger()
    {
        Compte = (await Db.Users.AsNoTracking().Include(c => c.Habilitations).ThenInclude(h => h.Delegation).FirstOrDefaultAsync(c => c.Id == Id, Ct))!;
        return Compte is not null;
    }
}
