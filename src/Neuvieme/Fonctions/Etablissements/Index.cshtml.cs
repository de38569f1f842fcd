using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Droit.ImpSecondDegre;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Enveloppes;
using Neuvieme.Fonctions.Instances;
using Neuvieme.Fonctions.Repartition;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Etablissements;

/// <summary>Où en est un établissement pour l'année, sans ouvrir son dossier.</summary>
public sealed record LigneEtablissement(Etablissement Etablissement, Chiffres Chiffres, DateOnly? AvisCa, int Agents);

public enum AVoir { Tous, NonNotifies, SansAvis, SansAgents, Depassement, AInstruire }

[Acces(Role.GestionnaireRectorat, Role.Recteur)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageNeuvieme(db, contexte)
{
    public const int ParPage = 100;

    [BindProperty(SupportsGet = true)]
    public string? Recherche { get; set; }

    [BindProperty(SupportsGet = true)]
    public AVoir Voir { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Numero { get; set; } = 1;

    public IReadOnlyList<LigneEtablissement> Toutes { get; private set; } = [];
    public IReadOnlyList<LigneEtablissement> Lignes { get; private set; } = [];
    public IEnumerable<LigneEtablissement> DeLaPage => Lignes.Skip((Numero - 1) * ParPage).Take(ParPage);
    public bool ALaSuite => Lignes.Count > Numero * ParPage;

    public Chiffres Total => new(
        Lignes.Sum(l => l.Chiffres.Notifie), Lignes.Sum(l => l.Chiffres.Prevu), Lignes.Sum(l => l.Chiffres.Reserve),
        Lignes.Sum(l => l.Chiffres.Propose), Lignes.Sum(l => l.Chiffres.Valide))
    { Converti = Lignes.Sum(l => l.Chiffres.Converti) };

    public string Adresse(int numero) => $"/etablissements?recherche={Uri.EscapeDataString(Recherche ?? "")}&voir={Voir}&numero={numero}";

    public async Task OnGetAsync() => await Charger();

    public async Task<IActionResult> OnGetCsvAsync()
    {
        await Charger();
        var lignes = Lignes.Select(l => new[]
        {
            l.Etablissement.Uai, l.Etablissement.Denomination, l.Etablissement.Commune, Decimal(l.Chiffres.Notifie), Decimal(l.Chiffres.Prevu), Decimal(l.Chiffres.Reserve),
            Decimal(l.Chiffres.Propose), Decimal(l.Chiffres.Valide), Decimal(l.Chiffres.LibreApresEngage), l.AvisCa is { } jour ? Francais.DateBreve(jour) : "", l.Agents.ToString(),
        });
        return File(Csv.Ecrire(["UAI", "Établissement", "Commune", "Notifié (IMP)", "Prévu", "Réservé", "Proposé", "Validé", "Non engagé", "Avis du CA", "Agents importés"], lignes),
            Csv.Type, $"etablissements-{Contexte.AcademieCode}-{Contexte.Annee}.csv");
    }

    /// <summary>Un tableur calcule « 2,25 », pas « 2 ¼ ».</summary>
    static string Decimal(int quarts) => (quarts / 4m).ToString("0.##").Replace('.', ',');

    /// <summary>Six requêtes groupées, quel que soit le nombre d'établissements.</summary>
    async Task Charger()
    {
        Numero = Math.Clamp(Numero, 1, 10_000);
        var (academie, annee) = (Contexte.AcademieCode, Contexte.Annee.Debut);
        var siens = Db.Etablissements.AsNoTracking().DuSecondDegre().Where(e => e.AcademieCode == academie);
        var etablissements = await siens.ToListAsync(Ct);
        var notifies = await Db.LignesEnveloppe.Notifications().Where(l => l.Annee == annee && siens.Any(e => e.Uai == l.Uai))
            .GroupBy(l => l.Uai).Select(g => new { g.Key, Quarts = g.Sum(l => l.Quarts) }).ToDictionaryAsync(g => g.Key, g => g.Quarts, Ct);
        var decharges = (await Db.Conversions.Where(c => c.Annee == annee && (c.Etat == EtatConversion.Demandee || c.Etat == EtatConversion.Accordee) && siens.Any(e => e.Uai == c.Uai))
            .GroupBy(c => new { c.Uai, c.Etat }).Select(g => new { g.Key.Uai, g.Key.Etat, Centiemes = g.Sum(c => c.HeuresCentiemes) }).ToListAsync(Ct)).ToLookup(c => (c.Uai, c.Etat), c => c.Centiemes / 25);
        var attributions = (await Db.Attributions.Where(a => a.Annee == annee && a.Forme == Forme.Imp && siens.Any(e => e.Uai == a.Uai))
            .GroupBy(a => new { a.Uai, a.Etat }).Select(g => new { g.Key.Uai, g.Key.Etat, Centimes = g.Sum(a => a.Centimes) }).ToListAsync(Ct)).ToLookup(a => a.Uai);
        var avis = await Db.Avis.Where(a => a.Annee == annee && a.Instance == Instance.ConseilAdministration && siens.Any(e => e.Uai == a.Uai))
            .GroupBy(a => a.Uai).Select(g => new { g.Key, Jour = g.Max(a => a.RenduLe) }).ToDictionaryAsync(g => g.Key, g => g.Jour, Ct);
        var agents = await Db.Affectations.Where(a => a.Annee == annee && a.Presente && siens.Any(e => e.Uai == a.Uai))
            .GroupBy(a => a.Uai).Select(g => new { g.Key, Nombre = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Nombre, Ct);

        Toutes = [.. etablissements.Select(e =>
        {
            int Quarts(Func<EtatAttribution, bool> etats) => Plan.QuartsDe(attributions[e.Uai].Where(a => etats(a.Etat)).Sum(a => a.Centimes));
            return new LigneEtablissement(e, Chiffres.De(notifies.GetValueOrDefault(e.Uai), Quarts, decharges[(e.Uai, EtatConversion.Demandee)].Sum()) with { Converti = decharges[(e.Uai, EtatConversion.Accordee)].Sum() }, avis.TryGetValue(e.Uai, out var jour) ? jour : null, agents.GetValueOrDefault(e.Uai));
        }).OrderBy(l => Recherches.Aplatir(l.Etablissement.Denomination), StringComparer.Ordinal).ThenBy(l => l.Etablissement.Uai, StringComparer.Ordinal)];
        Lignes = [.. Toutes.Where(l => Retient(Voir, l)).Where(l => Recherches.Contient($"{l.Etablissement.Uai} {l.Etablissement.Denomination} {l.Etablissement.Commune}", Recherche))];
    }

    public static bool Retient(AVoir voir, LigneEtablissement l) => voir switch
    {
        AVoir.NonNotifies => l.Chiffres.Notifie == 0,
        AVoir.SansAvis => l.Etablissement.Secteur != Secteur.PriveSousContrat && l.AvisCa is null && l.Chiffres.Prevu + l.Chiffres.Engage > 0,
        AVoir.SansAgents => l.Agents == 0,
        AVoir.Depassement => l.Chiffres.Libre < 0,
        AVoir.AInstruire => l.Chiffres.Propose > 0,
        _ => true,
    };
}
