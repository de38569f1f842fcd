using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Repartition;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Stsweb;

public enum FiltreBordereau { Tout, ASaisir, Saisi, Change }

/// <summary>Le bordereau et ses actions reviennent au même écran : avec leur message, ou avec ce qui les empêche.</summary>
public abstract class PageStsweb(NeuviemeDb db, Contexte contexte) : PageNeuvieme(db, contexte)
{
    [BindProperty(SupportsGet = true)]
    public FiltreBordereau Filtre { get; set; }

    public Plan Plan { get; private set; } = null!;
    public IReadOnlyList<LigneASaisir> Toutes { get; private set; } = [];
    public IReadOnlyList<SaisieSts> Annulees { get; private set; } = [];
    public IReadOnlyList<LigneASaisir> Lignes => [.. Toutes.Where(l => Retient(Filtre, l))];

    /// <summary>Ce que la personne avait coché, gardé si l'action est refusée.</summary>
    public IReadOnlySet<long> Cochees { get; protected set; } = new HashSet<long>();

    public async Task OnGetAsync() => await Charger();

    public static bool Retient(FiltreBordereau filtre, LigneASaisir ligne) => filtre switch
    {
        FiltreBordereau.ASaisir => ligne.ResteASaisir,
        FiltreBordereau.Saisi => ligne.Saisie is not null,
        FiltreBordereau.Change => ligne.Changements.Count > 0,
        _ => true,
    };

    public static string Adresse(FiltreBordereau filtre) => filtre == FiltreBordereau.Tout ? "/stsweb" : $"/stsweb?filtre={filtre}";

    protected async Task<IActionResult> Faire(Func<Task<IReadOnlyList<Refus>>> action, string message)
    {
        if (await Tenter(action))
        {
            Message = message;
            return Redirect(Adresse(Filtre));
        }

        await Charger();
        return Page();
    }

    async Task Charger()
    {
        Plan = await Contexte.Plan(Ct);
        Toutes = BordereauDuPlan.ASaisir(Plan);
        Annulees = await Contexte.Lire(() => SaisiesAnnulees.Lire(Db, Plan.Etablissement.Uai, Plan.Annee.Debut, Ct));
    }

    static readonly RequetePrete<string, int, SaisieSts> SaisiesAnnulees = new((db, uai, annee) =>
        db.SaisiesSts.AsNoTracking().Where(s => s.Uai == uai && s.Annee == annee && s.AnnuleeUtc != null).OrderByDescending(s => s.Id).Take(50));
}
