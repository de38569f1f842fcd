using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Fonctions.MissionsDirectes;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Parts.Notifier;

/// <summary>Le rectorat notifie à un collège ou à un lycée ses parts, fléchées par niveau (regles R173, R174).</summary>
[Acces(Role.GestionnaireRectorat, Role.Recteur)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, Horloge horloge) : PageNeuvieme(db, contexte)
{
    [BindProperty(SupportsGet = true)]
    public string Uai { get; set; } = "";

    [BindProperty]
    public int Niveau { get; set; }

    [BindProperty]
    public string? Nombre { get; set; }

    [BindProperty]
    public string? Motif { get; set; }

    [BindProperty]
    public long Derniere { get; set; }

    public IReadOnlyList<Etablissement> Etablissements { get; private set; } = [];
    public Etablissement? Choisi => Etablissements.FirstOrDefault(e => e.Uai == Uai);
    public PlanDirect? Plan { get; private set; }

    public Solde Solde(int? niveau) => Plan!.SoldeDe(DispositifDirect.PacteSecondDegre, Uai, niveau);

    public async Task<IActionResult> OnGetAsync()
    {
        await Charger();
        return Uai.Length > 0 && Choisi is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await Charger();
        if (Choisi is null)
        {
            return NotFound();
        }

        if (NotifierDirect.Lire(Nombre, MissionDirecte.DemiPart) is not { } centimes)
        {
            ModelState.AddModelError(nameof(Nombre), "Écrivez un nombre de parts, par demi-parts : 6, 4,5 ou −0,5.");
        }
        else if (await Tenter(() => new NotifierDirect(DispositifDirect.PacteSecondDegre, Uai, Contexte.Annee, centimes, Motif ?? "", Derniere) { Niveau = Niveau }.Executer(Db, Contexte.AcademieCode, Contexte.Auteur, Ct)))
        {
            Message = $"{MotsDesMissions.Pesee(DispositifDirect.PacteSecondDegre, new Montant(centimes))} au niveau {Niveau} : notifié à {Choisi.Denomination} pour {Contexte.Annee}.";
            return Redirect($"/parts/notifier?uai={Uai}");
        }

        await Charger();
        return Page();
    }

    async Task Charger()
    {
        Etablissements = await Db.Etablissements.AsNoTracking().DuSecondDegre().Where(e => e.AcademieCode == Contexte.AcademieCode).OrderBy(e => e.Denomination).ThenBy(e => e.Uai).ToListAsync(Ct);
        if (Choisi is not null)
        {
            Plan = await PlanDirect.Charger(Db, Contexte.AcademieCode, Porteurs.De(DispositifDirect.PacteSecondDegre, Uai), Contexte.Annee, horloge.Aujourdhui, Ct);
            Db.ChangeTracker.Clear();
        }
    }
}
