using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Repartition;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Attributions.Examiner;

/// <summary>Un dossier tel que le rectorat le lit : la proposition, chaque contrôle avec ses données, les notes du service.</summary>
[Acces(Role.Recteur, Role.GestionnaireRectorat)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, Horloge horloge, Plans plans) : PageNeuvieme(db, contexte)
{
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    [BindProperty]
    public string? Texte { get; set; }

    [BindProperty]
    public bool Importante { get; set; }

    [BindProperty]
    public long? CompteId { get; set; }

    [BindProperty]
    public string? MotifAttente { get; set; }

    [BindProperty]
    public DateOnly? AttendreJusquAu { get; set; }

    /// <summary>La version du suivi lue à l'écran : un collègue l'a peut-être changé depuis.</summary>
    [BindProperty]
    public int VersionSuivi { get; set; }

    public Plan Plan { get; private set; } = null!;
    public Dossier Dossier { get; private set; } = null!;
    public Instruction Instruction { get; private set; } = null!;
    public IReadOnlyList<NoteInstruction> Notes { get; private set; } = [];
    public IReadOnlyList<Amendement> Amendements { get; private set; } = [];
    public IReadOnlyList<Verification> Verifications { get; private set; } = [];
    public IReadOnlyList<SuivreDossier.Instructeur> Instructeurs { get; private set; } = [];
    public DateOnly Aujourdhui => horloge.Aujourdhui;
    public bool PeutDecider => Contexte.Role == Role.Recteur;

    SuivreDossier Suivre => new(Contexte.AcademieCode, [new(Id, VersionSuivi)]);

    public async Task<IActionResult> OnGetAsync() => await Charger() ? Page() : NotFound();

    public Task<IActionResult> OnPostNoterAsync() => Faire(() => Suivre.Noter(Db, Contexte.Auteur, Texte ?? "", Importante, Ct), "La note est ajoutée.");

    public Task<IActionResult> OnPostConfierAsync() => Faire(() => Suivre.Confier(Db, Contexte.Auteur, CompteId, Ct), CompteId is null ? "Le dossier est rendu à la file." : "Le dossier est confié.");

    public Task<IActionResult> OnPostAttendreAsync() => Faire(() => Suivre.Attendre(Db, Contexte.Auteur, MotifAttente ?? "", AttendreJusquAu, Ct), "Le dossier est en attente.");

    public Task<IActionResult> OnPostReprendreAsync() => Faire(() => Suivre.Reprendre(Db, Contexte.Auteur, Ct), "L’attente est levée.");

    public Task<IActionResult> OnPostRecontrolerAsync() => Faire(() => Suivre.Recontroler(Db, Contexte.Auteur, Ct), "Le dossier est noté conforme.");

    async Task<IActionResult> Faire(Func<Task<IReadOnlyList<Refus>>> action, string message)
    {
        if (await Tenter(action))
        {
            Message = message;
            return Redirect($"/attributions/examiner/{Id}");
        }

        return await Charger() ? Page() : NotFound();
    }

    async Task<bool> Charger()
    {
        var lieu = await Db.Attributions.AsNoTracking().Where(a => a.Id == Id && a.Etat != EtatAttribution.EnPreparation && a.Etat != EtatAttribution.AccordDemande && a.Etat != EtatAttribution.AccordDecline && a.Etat != EtatAttribution.AccordDonne)
            .Join(Db.Etablissements.Where(e => e.AcademieCode == Contexte.AcademieCode), a => a.Uai, e => e.Uai, (a, e) => new { Etablissement = e, a.Annee }).FirstOrDefaultAsync(Ct);
        if (lieu is null)
        {
            return false;
        }

        Plan = await plans.Lire(Db, lieu.Etablissement, new(lieu.Annee), Aujourdhui, Ct);
        if (Plan.Missions.SelectMany(m => m.Attributions, (m, a) => (m, a)).FirstOrDefault(x => x.a.Id == Id) is not ({ } mission, { } attribution))
        {
            return false;
        }

        Dossier = new(mission, attribution, Plan.Controler(mission, attribution));
        Verifications = [.. Examiner.Verifications.De(Plan, Dossier), .. Cumul.EnVerifications(await Cumul.De(Db, Contexte.AcademieCode, lieu.Annee, attribution.Agent, Ct), Dossier)];
        Instruction = await Db.Instructions.AsNoTracking().FirstOrDefaultAsync(i => i.AttributionId == Id, Ct) ?? new() { AttributionId = Id };
        Notes = await Db.NotesInstruction.AsNoTracking().Where(n => n.AttributionId == Id).OrderByDescending(n => n.Id).ToListAsync(Ct);
        Amendements = await Db.Amendements.AsNoTracking().Where(x => x.AttributionId == Id).OrderByDescending(x => x.Id).ToListAsync(Ct);
        Instructeurs = await SuivreDossier.Instructeurs(Db, Contexte.AcademieCode, Aujourdhui, Ct);
        return true;
    }
}
