using Microsoft.AspNetCore.Mvc;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Repartition.Reconduire;

[Acces(Role.ChefEtablissement, Role.Secretariat)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageNeuvieme(db, contexte)
{
    [BindProperty]
    public long[] Ids { get; set; } = [];

    [BindProperty]
    public bool FaitsConfirmes { get; set; }

    public IReadOnlyList<MissionPassee> Passees { get; private set; } = [];
    public Plan Plan { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        await Charger();
        Ids = [.. Passees.Where(p => p is { Empechement: null, DejaReprise: false }).Select(p => p.Mission.Id)];
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Tenter(() => new ReconduireMissions(Ids, FaitsConfirmes).Executer(Db, Contexte.Etablissement.Uai, Contexte.Annee, Contexte.Auteur, Ct)))
        {
            Message = Francais.Nombre(Ids.Length, "mission reprise de l’an dernier", "missions reprises de l’an dernier") + ". Personne n’est encore pressenti : choisissez, puis demandez les accords.";
            return Redirect("/repartition");
        }

        await Charger();
        return Page();
    }

    async Task Charger()
    {
        Plan = await Contexte.Plan(Ct);
        Passees = await ReconduireMissions.Passees(Db, Contexte.Etablissement.Uai, Contexte.Annee, Ct);
    }
}
