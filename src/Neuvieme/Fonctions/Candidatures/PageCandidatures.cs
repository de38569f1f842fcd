using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Repartition;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;
using Mission = Neuvieme.Fonctions.Repartition.Mission;

namespace Neuvieme.Fonctions.Candidatures;

/// <summary>Une personne qui s'est déclarée, avec ce qui aide à choisir sans rien trancher à la place du chef.</summary>
public sealed record Candidat(Candidature Candidature, string Precision, IReadOnlyList<string> DejaTenues, bool AnDernier);

/// <summary>Les missions, leur publication et qui s'est déclaré ; les actions du chef reviennent à cette page.</summary>
public abstract class PageCandidatures(NeuviemeDb db, Contexte contexte) : PageNeuvieme(db, contexte)
{
    [BindProperty]
    public DateOnly? OuvertLe { get; set; }

    [BindProperty]
    public DateOnly? FermeLe { get; set; }

    [BindProperty]
    public string? Annonce { get; set; }

    public Plan Plan { get; private set; } = null!;
    public AppelCandidatures? Appel { get; private set; }
    public HashSet<long> Publiees { get; private set; } = [];
    public ILookup<long, Candidat> Candidats { get; private set; } = Array.Empty<Candidat>().ToLookup(c => c.Candidature.MissionId);

    public async Task<IActionResult> OnGetAsync()
    {
        await Charger(null);
        return Page();
    }

    /// <summary>Les parts que personne ne tient encore.</summary>
    public static IEnumerable<Attribution> Libres(Mission mission) => mission.Attributions.Where(a => a is { Etat: EtatAttribution.EnPreparation });

    /// <param name="cochees">Ce que la personne avait coché, quand l'action est refusée ; nul pour montrer ce qui est publié.</param>
    protected async Task Charger(IReadOnlyCollection<long>? cochees)
    {
        Plan = await Contexte.Plan(Ct);
        var (uai, annee) = (Plan.Etablissement.Uai, Plan.Annee.Debut);
        Appel = await Db.AppelsCandidatures.AsNoTracking().FirstOrDefaultAsync(a => a.Uai == uai && a.Annee == annee, Ct);
        if (cochees is null)
        {
            (OuvertLe, FermeLe, Annonce) = (Appel?.OuvertLe, Appel?.FermeLe, Appel?.Message);
        }

        Publiees = [.. cochees ?? [.. Plan.Missions.Where(m => m.Publiee).Select(m => m.Id)]];
        var candidatures = await Db.Candidatures.AsNoTracking().Include(c => c.Agent).Where(c => Db.Missions.Any(m => m.Id == c.MissionId && m.Uai == uai && m.Annee == annee))
            .OrderBy(c => c.Agent!.NomUsage).ThenBy(c => c.Agent!.Prenom).ToListAsync(Ct);
        var avant = (await Db.Attributions.Where(a => a.Uai == uai && a.Annee == annee - 1 && a.Etat == EtatAttribution.Validee && a.AgentId != null)
            .Select(a => new { a.AgentId, a.Mission!.Code }).ToListAsync(Ct)).ToHashSet();
        var codes = Plan.Missions.ToDictionary(m => m.Id, m => m.Code);
        Candidats = candidatures.Select(c => new Candidat(c, Plan.Precision(c.AgentId),
                [.. Plan.Missions.Where(m => m.Id != c.MissionId && m.Attributions.Any(a => a.AgentId == c.AgentId && a.Etat.AUnAccord())).Select(m => m.Intitule)],
                avant.Contains(new { AgentId = (long?)c.AgentId, Code = codes.GetValueOrDefault(c.MissionId, "") })))
            .ToLookup(c => c.Candidature.MissionId);
    }

    /// <summary>Ce qu'il faut savoir avant de montrer une mission : elle est prise, ou les textes la refusent.</summary>
    public static string? Avertissement(Plan plan, Mission m) => !Libres(m).Any() ? "Toutes ses parts sont engagées : personne ne pourra être retenu."
        : m.Attributions.SelectMany(a => plan.Controler(m, a).Motifs).FirstOrDefault(r => r is { Gravite: Droit.Gravite.Refus, Rubrique: not (Droit.Rubrique.Enveloppe or Droit.Rubrique.Procedure or Droit.Rubrique.Paiement) })?.Phrase;
}
