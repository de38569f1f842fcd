using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Stsweb;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Attributions.Revenir;

[Acces(Role.Recteur)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageNeuvieme(db, contexte)
{
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    [BindProperty]
    public LigneLue Ligne { get; set; }

    [BindProperty]
    public string? Motif { get; set; }

    [BindProperty]
    public FondementDuRetrait Retrait { get; set; } = new();

    public Attribution Attribution { get; private set; } = null!;
    public Montant Programme { get; private set; }
    public int Versements { get; private set; }
    public bool AvecLettre { get; private set; }
    /// <summary>Déclarée tapée dans STSWeb : on ne revient pas sur ce que la paie a reçu.</summary>
    public SaisieSts? Saisie { get; private set; }

    public async Task<IActionResult> OnGetAsync() => await Charger() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync()
    {
        // La ligne vient du formulaire : elle ne désigne que le dossier de cette page.
        if (!await Charger() || Ligne.Id != Id)
        {
            return NotFound();
        }

        if (await Tenter(() => new RevenirSurDecision(Ligne, Motif ?? "", Retrait).Executer(Db, Contexte.AcademieCode, Contexte.Annee, Contexte.Auteur, Ct)))
        {
            Message = "La décision est annulée : la proposition est de nouveau à instruire.";
            return Redirect($"/attributions/instruire?uai={Attribution.Uai}");
        }

        return await Charger() ? Page() : NotFound();
    }

    async Task<bool> Charger()
    {
        var (academie, annee) = (Contexte.AcademieCode, Contexte.Annee.Debut);
        if (await Db.Attributions.AsNoTracking().Include(a => a.Agent).Include(a => a.Mission)
            .FirstOrDefaultAsync(a => a.Id == Id && a.Annee == annee && Db.Etablissements.Any(e => e.Uai == a.Uai && e.AcademieCode == academie), Ct) is not { } attribution)
        {
            return false;
        }

        Attribution = attribution;
        var echeances = await Db.Echeances.AsNoTracking().Where(e => e.AttributionId == Id).Select(e => e.BrutCentimes).ToListAsync(Ct);
        (Programme, Versements) = (new(echeances.Sum()), echeances.Count);
        AvecLettre = await Db.Lettres.AnyAsync(l => l.AttributionId == Id, Ct);
        Saisie = await Db.SaisiesSts.AsNoTracking().FirstOrDefaultAsync(s => s.AttributionId == Id && s.AnnuleeUtc == null, Ct);
        return Transitions.Suivant(attribution.Etat, ActionAttribution.Revenir) is not null;
    }
}
