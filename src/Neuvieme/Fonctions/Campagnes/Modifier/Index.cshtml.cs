using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Campagnes.Modifier;

[Acces(Role.GestionnaireRectorat, Role.Recteur)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, Horloge horloge) : PageNeuvieme(db, contexte)
{
    /// <summary>Nul : une campagne nouvelle.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public GenreCampagne Genre { get; set; }

    [BindProperty]
    public DateOnly? OuvreLe { get; set; }

    [BindProperty]
    public DateOnly? FermeLe { get; set; }

    [BindProperty]
    public string? Rappels { get; set; }

    [BindProperty]
    public string? Annonce { get; set; }

    [BindProperty]
    public string? Motif { get; set; }

    [BindProperty]
    public string? MotifRetrait { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public Campagne? Campagne { get; private set; }
    public int Etablissements { get; private set; }
    public DateOnly Jour => horloge.Aujourdhui;
    public bool DejaOuverte => Campagne is { } c && c.OuvreLe <= Jour;

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await Charger())
        {
            return NotFound();
        }

        (OuvreLe, FermeLe, Rappels, Annonce) = Campagne is { } c ? (c.OuvreLe, (DateOnly?)c.FermeLe, c.Rappels.Replace(",", ", ", StringComparison.Ordinal), c.Annonce) : (Jour, default(DateOnly?), DatesDeCampagne.RappelsParDefaut, "");
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await Charger())
        {
            return NotFound();
        }

        var action = new ModifierCampagne(Id, Genre, OuvreLe, FermeLe, Rappels ?? "", Annonce ?? "", Motif ?? "", Lue);
        if (await Tenter(() => action.Executer(Db, Contexte.AcademieCode, Contexte.Annee, Contexte.Auteur, Ct)))
        {
            Message = $"« {FicheCampagne.De(Genre).Nom} » : " + (OuvreLe == FermeLe ? $"le {Francais.Date(OuvreLe!.Value)}, ce seul jour." : $"du {Francais.Date(OuvreLe!.Value)} au {Francais.Date(FermeLe!.Value)}, ces deux jours compris.");
            return Redirect("/campagnes");
        }

        await Charger();
        return Page();
    }

    public async Task<IActionResult> OnPostRetirerAsync()
    {
        if (Id is not { } id || !await Charger())
        {
            return NotFound();
        }

        // Les dates de l'autre formulaire ne sont pas de la partie.
        ModelState.Clear();
        if (await Tenter(() => new RetirerCampagne(id, MotifRetrait ?? "").Executer(Db, Contexte.AcademieCode, Contexte.Auteur, Ct)))
        {
            Message = "La campagne est retirée : ce qu’elle fermait est de nouveau ouvert à tous.";
            return Redirect("/campagnes");
        }

        return await OnGetAsync();
    }

    /// <summary>La version que portait le formulaire, avant que la page ne la relise.</summary>
    int Lue { get; set; }

    async Task<bool> Charger()
    {
        Lue = Version;
        var (academie, annee) = (Contexte.AcademieCode, Contexte.Annee.Debut);
        Campagne = Id is null ? null : await Db.Campagnes.AsNoTracking().FirstOrDefaultAsync(c => c.Id == Id && c.AcademieCode == academie && c.Annee == annee, Ct);
        if (Campagne is { } c)
        {
            ModelState.Remove(nameof(Version));
            ModelState.Remove(nameof(Genre));
            (Version, Genre) = (c.Version, c.Genre);
        }

        Etablissements = await Db.Etablissements.DuSecondDegre().CountAsync(e => e.AcademieCode == academie, Ct);
        return (Id is null || Campagne is not null) && Enum.IsDefined(Genre);
    }
}
