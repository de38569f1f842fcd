using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Enveloppes.Notifier;

[Acces(Role.GestionnaireRectorat, Role.Recteur)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, Horloge horloge) : PageNeuvieme(db, contexte)
{
    [BindProperty(SupportsGet = true)]
    public string Uai { get; set; } = "";

    [BindProperty]
    public string Imp { get; set; } = "";

    [BindProperty]
    public string Motif { get; set; } = "";

    [BindProperty]
    public long Derniere { get; set; }

    /// <summary>Le nombre de quarts que la personne a vu, en euros, avant de confirmer.</summary>
    [BindProperty]
    public int? Confirme { get; set; }

    /// <summary>Ce qui est à confirmer ; le grand livre ne s'efface pas.</summary>
    public Quotite? AConfirmer { get; private set; }

    public IReadOnlyList<Etablissement> Etablissements { get; private set; } = [];
    public IReadOnlyList<LigneEnveloppe> Lignes { get; private set; } = [];
    public IReadOnlyList<Attente> Attentes { get; private set; } = [];
    public DateOnly Jour => horloge.Aujourdhui;
    public Etablissement? Choisi => Etablissements.FirstOrDefault(e => e.Uai == Uai);

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

        if (LireQuarts(Imp) is not { } quarts)
        {
            ModelState.AddModelError(nameof(Imp), "Écrivez un nombre d’IMP par quarts : 8, 7,5 ou −0,25.");
        }
        else if (Confirme != quarts && Demesure(quarts))
        {
            ModelState.Remove(nameof(Confirme));
            AConfirmer = new(quarts);
        }
        else if (await Tenter(() => new NotifierEnveloppe(Uai, Contexte.Annee, quarts, Motif, Derniere).Executer(Db, Contexte.Auteur, Ct)))
        {
            Message = $"{(quarts > 0 ? "+" : "")}{new Quotite(quarts)} IMP notifiées à {Choisi.Denomination} pour {Contexte.Annee}.";
            return Redirect($"/enveloppes/notifier?uai={Uai}");
        }

        return Page();
    }

    /// <summary>Plus de vingt IMP d'un coup, ou plus que tout ce qui est déjà notifié : une virgule oubliée coûterait cher.</summary>
    bool Demesure(int quarts) => Math.Abs(quarts) <= NotifierEnveloppe.Plafond && (Math.Abs(quarts) > 80 || Lignes.Where(l => l.EstNotification).Sum(l => l.Quarts) is > 0 and var deja && Math.Abs(quarts) > deja);

    /// <summary>« 7,5 » → 30 quarts ; nul si ce n'est pas un nombre entier de quarts.</summary>
    public static int? LireQuarts(string? texte)
    {
        var brut = (texte ?? "").Trim().Replace('−', '-').Replace(',', '.').Replace("\u00a0", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        return decimal.TryParse(brut, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var imp)
            && Math.Abs(imp) <= 100_000_000 && imp * 4 == decimal.Truncate(imp * 4) ? (int)(imp * 4) : null;
    }

    async Task Charger()
    {
        Etablissements = await Db.Etablissements.AsNoTracking().DuSecondDegre().Where(e => e.AcademieCode == Contexte.AcademieCode).OrderBy(e => e.Denomination).ToListAsync(Ct);
        Attentes = await Attente.De(Db, Contexte.AcademieCode, Contexte.Annee.Debut, Ct);
        if (Choisi is not null)
        {
            Lignes = await Db.LignesEnveloppe.AsNoTracking().Where(l => l.Uai == Uai && l.Annee == Contexte.Annee.Debut)
                .OrderBy(l => l.NotifieeLe).ThenBy(l => l.Id).ToListAsync(Ct);
        }
    }
}
