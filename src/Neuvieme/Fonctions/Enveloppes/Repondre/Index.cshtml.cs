using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Enveloppes.Repondre;

[Acces(Role.GestionnaireRectorat, Role.Recteur)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, Horloge horloge) : PageNeuvieme(db, contexte)
{
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public int QuartsAccordes { get; set; }

    [BindProperty]
    public string Reponse { get; set; } = "";

    public IReadOnlyList<Attente> Attentes { get; private set; } = [];
    public DemandeComplement? Demande { get; private set; }
    public string Denomination { get; private set; } = "";
    public Engagements? Engagements { get; private set; }
    public DateOnly Jour => horloge.Aujourdhui;

    public async Task<IActionResult> OnGetAsync()
    {
        await Charger();
        if (Id != 0 && Demande is null)
        {
            return NotFound();
        }

        QuartsAccordes = Demande?.Quarts ?? 0;
        return Page();
    }

    public Task<IActionResult> OnPostAccorderAsync()
    {
        if (QuartsAccordes <= 0)
        {
            ModelState.AddModelError(nameof(QuartsAccordes), "Choisissez combien d’IMP vous accordez ; pour ne rien accorder, refusez.");
        }

        return Repondre(QuartsAccordes, $"Accordé et notifié : {new Quotite(QuartsAccordes)} IMP ({Rendu.Euros(new Quotite(QuartsAccordes).EnMontant())}).");
    }

    public Task<IActionResult> OnPostRefuserAsync() => Repondre(0, "La demande est refusée ; l’établissement lira votre motif.");

    async Task<IActionResult> Repondre(int quarts, string message)
    {
        if (await Tenter(() => new RepondreAuComplement(Id, Version, quarts, Reponse).Executer(Db, Contexte.AcademieCode, Contexte.Annee, Contexte.Auteur, Ct)))
        {
            Message = message;
            return Redirect("/enveloppes/repondre");
        }

        await Charger();
        return Page();
    }

    async Task Charger()
    {
        var (academie, annee) = (Contexte.AcademieCode, Contexte.Annee.Debut);
        Attentes = await Attente.De(Db, academie, annee, Ct);
        if (Id != 0 && await Db.DemandesComplement.AsNoTracking().Where(d => d.Id == Id && d.Annee == annee)
            .Join(Db.Etablissements.Where(e => e.AcademieCode == academie), d => d.Uai, e => e.Uai, (d, e) => new { d, e.Denomination }).FirstOrDefaultAsync(Ct) is { } lue)
        {
            (Demande, Denomination) = (lue.d, lue.Denomination);
            Engagements = await Engagements.De(Db, lue.d.Uai, Contexte.Annee, Ct);
        }
    }
}
