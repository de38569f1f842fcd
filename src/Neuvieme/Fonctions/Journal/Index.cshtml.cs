using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Journal;

[Acces(Role.ChefEtablissement, Role.Ien, Role.DirecteurEcole, Role.GestionnaireRectorat, Role.Recteur, Role.Auditeur, Role.Administrateur)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageNeuvieme(db, contexte)
{
    public const int ParPage = 50;

    [BindProperty(SupportsGet = true)]
    public string? Portee { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Etablissement { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Evenement { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Recherche { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? Du { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? Au { get; set; }

    /// <summary>Ne montre que les entrées d'un rang inférieur : la page suivante ne bouge pas quand le journal s'allonge.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Avant { get; set; }

    public PorteeDeJournal Ouverte { get; private set; } = null!;
    public IReadOnlyList<EntreeJournal> Entrees { get; private set; } = [];
    public IReadOnlyList<string> Evenements { get; private set; } = [];
    public IReadOnlyList<PorteeDeJournal> Trouvees { get; private set; } = [];
    public Lecture Lecture { get; private set; } = Lecture.SansNoms;
    public bool ALaSuite { get; private set; }
    public bool ChoisitSaPortee => Contexte.Role is not (Role.ChefEtablissement or Role.DirecteurEcole);
    public bool Filtre => !string.IsNullOrEmpty(Evenement) || !string.IsNullOrWhiteSpace(Recherche) || Du is not null || Au is not null;

    public string Filtres => $"portee={Uri.EscapeDataString(Ouverte.Portee)}&evenement={Uri.EscapeDataString(Evenement ?? "")}&recherche={Uri.EscapeDataString(Recherche ?? "")}&du={Du:yyyy-MM-dd}&au={Au:yyyy-MM-dd}";

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await Ouvrir())
        {
            return NotFound();
        }

        Evenements = await Db.Journal.Where(e => e.Portee == Ouverte.Portee && !Reserve.Evenements.Contains(e.Action)).Select(e => e.Action).Distinct().OrderBy(a => a).ToListAsync(Ct);
        if (!string.IsNullOrWhiteSpace(Etablissement))
        {
            Trouvees = await PorteeDeJournal.Chercher(Db, Contexte, Etablissement, Ct);
        }

        var lues = await (await Filtrer()).Where(e => Avant == null || e.Rang < Avant).OrderByDescending(e => e.Rang).Take(ParPage + 1).ToListAsync(Ct);
        (Entrees, ALaSuite) = ([.. lues.Take(ParPage)], lues.Count > ParPage);
        return Page();
    }

    public async Task<IActionResult> OnGetCsvAsync()
    {
        if (!await Ouvrir())
        {
            return NotFound();
        }

        var entrees = await (await Filtrer()).OrderBy(e => e.Rang).ToListAsync(Ct);
        var lignes = entrees.Select(e => new[]
        {
            e.Rang.ToString(), e.InstantUtc.ToString("yyyy-MM-ddTHH:mm:ss.fffZ"), e.Auteur, e.Qualite, e.Action, e.Objet, Lecture.EnUneLigne(e), e.Motif, e.Avant, e.Apres, e.Empreinte,
        });
        return File(Csv.Ecrire(["Rang", "Instant (UTC)", "Auteur", "Qualité", "Action", "Objet", "Changement", "Motif", "Avant", "Après", "Empreinte"], lignes),
            Csv.Type, $"journal-{Ouverte.Portee.Replace(':', '-')}.csv");
    }

    async Task<bool> Ouvrir() => (Ouverte = (await PorteeDeJournal.Ouvrir(Db, Contexte, Portee, Ct))!) is not null;

    async Task<IQueryable<EntreeJournal>> Filtrer()
    {
        var entrees = Db.Journal.AsNoTracking().Where(e => e.Portee == Ouverte.Portee && !Reserve.Evenements.Contains(e.Action));
        if (!string.IsNullOrEmpty(Evenement))
        {
            entrees = entrees.Where(e => e.Action == Evenement);
        }

        if (Du is { } du)
        {
            var debut = Horloge.DebutDuJour(du);
            entrees = entrees.Where(e => e.InstantUtc >= debut);
        }

        if (Au is { } au && au < DateOnly.MaxValue)
        {
            var fin = Horloge.DebutDuJour(au.AddDays(1));
            entrees = entrees.Where(e => e.InstantUtc < fin);
        }

        var objets = await NommerLesAgents();
        if (string.IsNullOrWhiteSpace(Recherche))
        {
            return entrees;
        }

        var motif = Motif(Recherche);
        return entrees.Where(e => objets.Contains(e.Objet) || EF.Functions.Like(e.Auteur.ToLower(), motif, @"\") || EF.Functions.Like(e.Objet.ToLower(), motif, @"\")
            || EF.Functions.Like(e.Motif.ToLower(), motif, @"\") || EF.Functions.Like(e.Avant.ToLower(), motif, @"\") || EF.Functions.Like(e.Apres.ToLower(), motif, @"\"));
    }

    /// <summary>Les noms des agents de l'établissement, et les objets du journal qui concernent ceux que la recherche désigne.</summary>
    async Task<List<string>> NommerLesAgents()
    {
        var portee = Ouverte.Portee;
        // Le journal d'une circonscription nomme les professeurs de ses écoles, celui d'une académie ceux de ses missions.
        var agents = await Db.Agents.Where(a => a.Uai == portee || Db.Etablissements.Any(e => e.Uai == a.Uai && "circonscription:" + e.CirconscriptionCode == portee) || Db.MissionsDirectes.Any(m => m.AgentId == a.Id && "academie:" + m.AcademieCode == portee)).Select(a => new { a.Id, a.Prenom, a.NomUsage }).ToDictionaryAsync(a => a.Id, a => $"{a.Prenom} {a.NomUsage}".Trim(), Ct);
        var missions = await Db.Missions.IgnoreQueryFilters().Where(m => m.Uai == Ouverte.Portee).Select(m => new { m.Id, m.Intitule, Attributions = m.Attributions.Select(a => a.Id).ToList() }).AsSingleQuery().ToListAsync(Ct);
        var directes = await Db.MissionsDirectes.AsNoTracking().Where(m => m.Uai == portee || "circonscription:" + m.CirconscriptionCode == portee || "academie:" + m.AcademieCode == portee).ToListAsync(Ct);
        Lecture = new(agents, missions.SelectMany(m => m.Attributions.Select(a => ($"attribution:{a}", m.Intitule)).Append(($"mission:{m.Id}", m.Intitule)))
            .Concat(directes.Select(m => (m.Objet, m.Intitule))).ToDictionary());
        if (string.IsNullOrWhiteSpace(Recherche))
        {
            return [];
        }

        var trouves = agents.Where(a => Recherches.Contient(a.Value, Recherche)).Select(a => a.Key).ToList();
        var attributions = trouves.Count == 0 ? [] : await Db.Attributions.IgnoreQueryFilters().Where(a => a.AgentId != null && trouves.Contains(a.AgentId.Value)).Select(a => a.Id).ToListAsync(Ct);
        return [.. trouves.Select(id => $"agent:{id}"), .. attributions.Select(id => $"attribution:{id}"),
            // Qui a été sollicité sans suite ne se retrouve pas par son nom.
            .. directes.Where(m => trouves.Contains(m.AgentId) && m.Etat.AUnAccord()).Select(m => m.Objet)];
    }

    static string Motif(string recherche) => "%" + recherche.Trim().Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal)
        .Replace("_", @"\_", StringComparison.Ordinal).ToLowerInvariant() + "%";
}
