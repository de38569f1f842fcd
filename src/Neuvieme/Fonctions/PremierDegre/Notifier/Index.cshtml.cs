using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Fonctions.MissionsDirectes;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.PremierDegre.Notifier;

[Acces(Role.GestionnaireRectorat, Role.Recteur)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, Horloge horloge) : PageNeuvieme(db, contexte)
{
    [BindProperty(SupportsGet = true)]
    public string? Cible { get; set; }

    [BindProperty]
    public string? Nombre { get; set; }

    [BindProperty]
    public string? Motif { get; set; }

    [BindProperty]
    public long Derniere { get; set; }

    public IReadOnlyList<Circonscription> Circonscriptions { get; private set; } = [];
    public IReadOnlyList<Etablissement> Ecoles { get; private set; } = [];
    public PlanDirect? Plan { get; private set; }
    public DispositifDirect Dispositif => Ecoles.Any(e => e.Uai == Cible) ? DispositifDirect.PactePremierDegre : DispositifDirect.ImpPremierDegre;
    public string? Nom => Circonscriptions.FirstOrDefault(c => c.Code == Cible)?.Nom ?? Ecoles.FirstOrDefault(e => e.Uai == Cible)?.Denomination;
    public Solde Solde => Plan!.SoldeDe(Dispositif, Cible!);

    public async Task<IActionResult> OnGetAsync()
    {
        await Charger();
        return Cible is { Length: > 0 } && Nom is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await Charger();
        if (Nom is null)
        {
            return NotFound();
        }

        if (NotifierDirect.Lire(Nombre, MissionDirecte.DemiPart) is not { } centimes)
        {
            ModelState.AddModelError(nameof(Nombre), Dispositif == DispositifDirect.ImpPremierDegre ? "Écrivez un nombre entier d’IMP : 4, ou −1." : "Écrivez un nombre de parts, par demi-parts : 6, 4,5 ou −0,5.");
        }
        else if (await Tenter(() => new NotifierDirect(Dispositif, Cible!, Contexte.Annee, centimes, Motif ?? "", Derniere).Executer(Db, Contexte.AcademieCode, Contexte.Auteur, Ct)))
        {
            Message = $"{MotsDesMissions.Pesee(Dispositif, new Montant(centimes))} : notifié à {Nom} pour {Contexte.Annee}.";
            return Redirect($"/premier-degre/notifier?cible={Cible}");
        }

        await Charger();
        return Page();
    }

    async Task Charger()
    {
        var academie = Contexte.AcademieCode;
        Circonscriptions = await Db.Circonscriptions.AsNoTracking().Where(c => c.AcademieCode == academie).OrderBy(c => c.Nom).ThenBy(c => c.Code).ToListAsync(Ct);
        Ecoles = await Db.Etablissements.AsNoTracking().Where(e => e.AcademieCode == academie && e.CirconscriptionCode != null).OrderBy(e => e.Denomination).ThenBy(e => e.Uai).ToListAsync(Ct);
        if (Nom is not null)
        {
            Plan = await PlanDirect.Charger(Db, academie, Porteurs.De(Dispositif, Cible!), Contexte.Annee, horloge.Aujourdhui, Ct);
            Db.ChangeTracker.Clear();
        }
    }
}
