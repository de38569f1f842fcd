using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Repartition;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Instances.Enregistrer;

[Acces(Role.ChefEtablissement)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageNeuvieme(db, contexte)
{
    [BindProperty(SupportsGet = true)]
    public Instance Instance { get; set; }

    /// <summary>Le dossier présenté ; vide : les missions cochées.</summary>
    [BindProperty(SupportsGet = true)]
    public long? DossierId { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "Indiquez la date de l’avis.")]
    public DateOnly? RenduLe { get; set; }

    [BindProperty]
    public SensAvis Sens { get; set; }

    [BindProperty]
    public int? Pour { get; set; }

    [BindProperty]
    public int? Contre { get; set; }

    [BindProperty]
    public int? Abstentions { get; set; }

    [BindProperty]
    public int? Membres { get; set; }

    [BindProperty]
    public int? Presents { get; set; }

    [BindProperty]
    [MaxLength(4000, ErrorMessage = "Les observations ont au plus 4 000 caractères.")]
    public string? Observations { get; set; }

    /// <summary>Les missions présentées ce jour-là, cochées.</summary>
    [BindProperty]
    public List<long> Missions { get; set; } = [];

    [BindProperty]
    public string? Lu { get; set; }

    public Plan Plan { get; private set; } = null!;
    public IReadOnlyList<DossierListe> Dossiers { get; private set; } = [];
    public IReadOnlyList<Mission> Prevues { get; private set; } = [];
    public IReadOnlyList<LignePresentee> Retirees { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        await Charger();
        if (Noms.SansConseils(Plan))
        {
            return Redirect("/instances/informer");
        }

        var choisi = Dossiers.FirstOrDefault(d => d.Id == DossierId) ?? (Dossiers.Count > 0 && DossierId is null ? Dossiers[^1] : null);
        DossierId = choisi?.Id;
        RenduLe = choisi?.SeanceLe <= Plan.Jour ? choisi.SeanceLe : null;
        Missions = [.. Prevues.Where(m => EstPresentable(m) && !EstVue(m)).Select(m => m.Id)];
        if (Missions.Count == 0)
        {
            Missions = [.. Prevues.Where(EstPresentable).Select(m => m.Id)];
        }

        return Page();
    }

    /// <summary>L'instance a déjà donné son avis sur cette mission : un complément n'a pas à la revoir.</summary>
    public bool EstVue(Mission mission) => Plan.AvisVus.Any(a => a.Avis.Instance == Instance && a.APorteSur(mission));

    /// <summary>Le conseil d'administration ne voit que ce que le conseil pédagogique a vu avant lui (décret art. 8).</summary>
    public bool EstPresentable(Mission mission) => Instance == Instance.ConseilPedagogique || Plan.AvisSur(mission).ConseilPedagogique is not null;

    public async Task<IActionResult> OnPostAsync()
    {
        var action = new EnregistrerAvis(Instance, RenduLe ?? default, Sens, Pour, Contre, Abstentions, Observations ?? "", Missions) { DossierId = DossierId, Membres = Membres, Presents = Presents, Lu = Lu };
        if (await Tenter(() => action.Executer(Db, Contexte.Etablissement, Contexte.Annee, Contexte.Auteur, Ct)))
        {
            Message = $"L’avis {Noms.Du(Instance)} est enregistré ; ce qui a été présenté est figé. {Noms.HorsFenetre(Contexte.Annee, RenduLe!.Value)} {Quorum()}".Trim();
            return Redirect("/instances");
        }

        await Charger();
        return Page();
    }

    /// <summary>Se signale, ne se refuse pas : une seconde convocation peut en dispenser.</summary>
    string Quorum() => Instance == Instance.ConseilAdministration && Membres > 0 && Presents * 2 <= Membres ? "Moins de la majorité des membres était présente : vérifiez le quorum avant de signer le procès-verbal." : "";

    async Task Charger()
    {
        Plan = await Contexte.Plan(Ct);
        Dossiers = [.. (await DossierListe.Lire(Db, Contexte, Ct)).Where(d => d.Instance == Instance && d.AvisId is null)];
        var lignes = PlanPresente.De(Plan).Select(l => l.MissionId).ToHashSet();
        Prevues = [.. Plan.Missions.Where(m => lignes.Contains(m.Id))];
        Retirees = [.. PlanPresente.Ecarts(Plan, Instance).Where(e => e.Nature == NatureEcart.Retiree).Select(e => e.Ligne)];
    }
}
