using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Parametres;
using Neuvieme.Fonctions.Repartition;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Attributions.Instruire;

[Acces(Role.Recteur, Role.GestionnaireRectorat)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, Horloge horloge, Plans plans) : PageNeuvieme(db, contexte)
{
    public const int ParPage = 50;

    [BindProperty(SupportsGet = true)]
    public string Uai { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public Vue Vue { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Recherche { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Numero { get; set; } = 1;

    [BindProperty(SupportsGet = true)]
    public LigneLue[] Lignes { get; set; } = [];

    [BindProperty(SupportsGet = true)]
    public DecisionRectorat Decision { get; set; }

    /// <summary>Le code et le texte de chaque ligne renvoyée ou refusée.</summary>
    [BindProperty(Name = "Codes")]
    public Dictionary<long, MotifRectorat?> Codes { get; set; } = [];

    [BindProperty(Name = "Textes")]
    public Dictionary<long, string?> Textes { get; set; } = [];

    /// <summary>La dernière note importante que l'aperçu montrait.</summary>
    [BindProperty]
    public long DerniereNote { get; set; }

    public FileDInstruction Propositions { get; private set; } = null!;
    public IReadOnlyList<Proposition> Trouvees { get; private set; } = [];
    public IEnumerable<Proposition> DeLaPage => Trouvees.Skip((Numero - 1) * ParPage).Take(ParPage);
    public bool ALaSuite => Trouvees.Count > Numero * ParPage;
    public Plan? Plan { get; private set; }
    public IReadOnlyList<Dossier> Dossiers { get; private set; } = [];
    /// <summary>Ce que le service a écrit de chacun, à lire avant d'en décider.</summary>
    public IReadOnlyDictionary<long, AttenteEtNotes> Suivis { get; private set; } = new Dictionary<long, AttenteEtNotes>();
    public Apercu? Apercu { get; private set; }
    public DateOnly Aujourdhui => horloge.Aujourdhui;

    /// <summary>Le gestionnaire prépare et renvoie ; seul le recteur ou son délégataire valide ou refuse.</summary>
    public bool PeutDecider => Contexte.Role == Role.Recteur;

    public string Adresse(Vue vue, int numero = 1) => $"/attributions/instruire?vue={vue}&recherche={Uri.EscapeDataString(Recherche ?? "")}&numero={numero}";

    public async Task<IActionResult> OnGetAsync()
    {
        if (Lignes.Length > 0 && Interdite)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        await Charger();
        if (Uai.Length > 0 && Plan is null)
        {
            return NotFound();
        }

        MontrerLApercu();
        return Page();
    }

    /// <summary>L'aperçu est une adresse : y revenir par le navigateur ne redemande pas d'envoyer le formulaire.</summary>
    public async Task<IActionResult> OnPostApercuAsync()
    {
        if (Interdite)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        await Charger();
        if (Plan is null)
        {
            return NotFound();
        }

        if (Lignes.Length == 0)
        {
            ModelState.AddModelError("", "Cochez au moins une proposition.");
            return Page();
        }

        return Redirect($"/attributions/instruire?uai={Plan.Etablissement.Uai}&decision={Decision}{string.Concat(Lignes.Select(l => $"&lignes={l}"))}");
    }

    public async Task<IActionResult> OnPostDeciderAsync()
    {
        if (Interdite)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        var motifs = Lignes.DistinctBy(l => l.Id).ToDictionary(l => l.Id, l => new MotifDeLigne((Textes.GetValueOrDefault(l.Id) ?? "").Trim(), Codes.GetValueOrDefault(l.Id)));
        if (Lignes.Length == 0)
        {
            ModelState.AddModelError("", "Cochez au moins une proposition.");
        }
        else if (await Tenter(() => new InstruireProposition(Lignes, Decision, motifs) { DerniereNote = DerniereNote }.Executer(Db, Contexte.AcademieCode, Contexte.Annee, Contexte.Auteur, Ct)))
        {
            var participe = Decision switch { DecisionRectorat.Valider => "validée", DecisionRectorat.Renvoyer => "renvoyée", _ => "refusée" };
            Message = Francais.Nombre(Lignes.Length, $"proposition {participe}", $"propositions {participe}s") + ".";
            return Redirect("/attributions/instruire" + (Uai.Length > 0 ? $"?uai={Uai}" : ""));
        }

        await Charger();
        if (Uai.Length > 0 && Plan is null)
        {
            return NotFound();
        }

        MontrerLApercu();
        return Page();
    }

    /// <summary>Ce que la décision fera, avec un motif par ligne à qui renvoie ou refuse.</summary>
    void MontrerLApercu()
    {
        if (Plan is not null && Lignes.Length > 0)
        {
            Apercu = Apercu.De(Plan, Dossiers, Suivis, Lignes, Decision, Aujourdhui);
        }
    }

    bool Interdite => Decision != DecisionRectorat.Renvoyer && !PeutDecider;

    async Task Charger()
    {
        Numero = Math.Clamp(Numero, 1, 10_000);
        var annee = Contexte.Annee.Debut;
        if (Uai.Length == 0)
        {
            var delai = await Parametre.DelaiInstruction(Db, Contexte.AcademieCode, Aujourdhui, Ct);
            Propositions = await FileDInstruction.Lire(Db, Contexte.AcademieCode, annee, Contexte.CompteId, Aujourdhui, delai, Ct);
            Trouvees = [.. FileDInstruction.Chercher(Propositions.De(Vue), annee, Recherche)];
        }
        else if (await Db.Etablissements.AsNoTracking().FirstOrDefaultAsync(e => e.Uai == Uai && e.AcademieCode == Contexte.AcademieCode, Ct) is { } etablissement)
        {
            var plan = Plan = await plans.Lire(Db, etablissement, Contexte.Annee, Aujourdhui, Ct);
            Dossiers = [.. plan.Missions.SelectMany(m => m.Attributions, (m, a) => (m, a)).Where(x => x.a.Etat == EtatAttribution.Proposee)
                .Select(x => new Dossier(x.m, x.a, plan.Controler(x.m, x.a)))];
            Suivis = await AttenteEtNotes.Lire(Db, [.. Dossiers.Select(d => d.Attribution.Id)], Ct);
        }
    }
}
