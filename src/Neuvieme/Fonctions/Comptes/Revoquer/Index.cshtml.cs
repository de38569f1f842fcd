using Microsoft.AspNetCore.Mvc;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Comptes.Revoquer;

[Acces(Role.ChefEtablissement, Role.Recteur, Role.Administrateur, EnPropre = true)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageNeuvieme(db, contexte)
{
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    public DelegationDite Delegation { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync() => await Charger() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await Charger())
        {
            return NotFound();
        }

        if (!await Tenter(() => new RevoquerDelegation(Id).Executer(Db, Contexte.Auteur, Ct)))
        {
            return Page();
        }

        Message = $"{Delegation.Delegataire} n’agit plus {Delegation.Mention} depuis maintenant.";
        return Redirect("/comptes/deleguer");
    }

    async Task<bool> Charger()
    {
        var visee = Contexte.Role == Role.Administrateur ? null
            : new Habilitation { Role = Contexte.Role!.Value, Uai = Contexte.Active!.Etablissement?.Uai, AcademieCode = Contexte.Active.Academie?.Code };
        var trouvee = await Delegations.Une(Db, visee, Id, Ct);
        Delegation = trouvee!;
        return trouvee is not null;
    }
}
