using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Droit.ImpSecondDegre;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Parametres;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;
using ParametresDuDroit = Neuvieme.Droit.Parametres;

namespace Neuvieme.Fonctions.Personnels;

public enum Presence { Presents, Absents, Tous }

[Acces(Role.ChefEtablissement, Role.Secretariat)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, Horloge horloge) : PageNeuvieme(db, contexte)
{
    [BindProperty(SupportsGet = true)]
    public string? Recherche { get; set; }

    [BindProperty(SupportsGet = true)]
    public Presence Presence { get; set; }

    public IReadOnlyList<Affectation> Toutes { get; private set; } = [];
    public IReadOnlyList<Affectation> Lignes { get; private set; } = [];
    public IReadOnlyDictionary<long, int> Missions { get; private set; } = new Dictionary<long, int>();
    public ParametresDuDroit Parametres { get; private set; } = ParametresDuDroit.Defaut;
    public ImportSts? DernierImport { get; private set; }
    public IReadOnlyDictionary<long, string> Homonymes { get; private set; } = new Dictionary<long, string>();
    public FaitsEps Eps => FaitsEps.De(Toutes, Parametres);
    public IEnumerable<Affectation> EnseignantsEps => Toutes.Where(a => a is { Presente: true, EnseigneEps: true });
    public IReadOnlyList<Affectation> APreciser => [.. Toutes.Where(a => a.Presente && a.Agent!.Fonction == Fonction.Inconnue)];

    public async Task OnGetAsync() => await Charger();

    public async Task<IActionResult> OnGetCsvAsync()
    {
        await Charger();
        var lignes = Lignes.Select(a => new[]
        {
            a.Agent!.NomUsage, a.Agent.Prenom, Libelles.De(a.Agent.Fonction), Libelles.De(a.Agent.Corps), a.DisciplineLibelle, a.Agent.Courriel,
            a.Presente ? "oui" : "non", $"{a.Agent.TypeSts} {a.Agent.IdSts}", Missions.GetValueOrDefault(a.AgentId).ToString(),
            a is { EnseigneEps: true, HeuresEpsCentiemes: { } h } ? Francais.Centiemes(h) : "",
        });
        return File(Csv.Ecrire(["Nom", "Prénom", "Fonction", "Corps", "Discipline", "Courriel", "Présent", "Identifiant STS", "Missions", "Heures d’EPS"], lignes),
            Csv.Type, $"personnels-{Contexte.Etablissement.Uai}-{Contexte.Annee}.csv");
    }

    /// <summary>Ce que ce compte d'EPS ouvre, demandé au droit taux par taux ; sinon ses raisons.</summary>
    public (Montant? Du, IReadOnlyList<Motif> Raisons) CoordinationApsa()
    {
        var eps = Eps;
        var etablissement = Contexte.Etablissement;
        var situation = new Situation
        {
            Date = Contexte.Annee.PremierJour, Annee = Contexte.Annee, Mission = Mission.Apsa,
            Nature = NatureEtablissement.DeCode(etablissement.NatureCode), Secteur = etablissement.Secteur,
            EnseignantsEps = eps.Enseignants, HeuresEpsCentiemes = eps.HeuresCentiemes, EtpEpsCentiemes = eps.EtpCentiemes,
        };
        var decisions = TauxImp.AuDate(Contexte.Annee.PremierJour)
            .Select(t => (t.Montant, Motifs: Evaluation.Evaluer(situation with { Montant = t.Montant }, Parametres).Motifs.Where(DeLApsa).ToList())).ToList();
        var due = decisions.FirstOrDefault(d => d.Motifs.Count == 0);
        return due.Motifs is null ? (null, [.. decisions.SelectMany(d => d.Motifs).Where(m => m.Regle.Code == "IMP-APSA-SEUILS").DistinctBy(m => m.Code)]) : (due.Montant, []);
    }

    static bool DeLApsa(Motif motif) => motif.Regle.Code.StartsWith("IMP-APSA-", StringComparison.Ordinal);

    async Task Charger()
    {
        var (uai, annee) = (Contexte.Etablissement.Uai, Contexte.Annee.Debut);
        Toutes = [.. (await Db.Affectations.AsNoTracking().Include(a => a.Agent).Where(a => a.Uai == uai && a.Annee == annee).ToListAsync(Ct))
            .OrderBy(a => Recherches.Aplatir(a.Agent!.NomPourListe), StringComparer.Ordinal).ThenBy(a => a.Id)];
        Homonymes = Homonymie.Distinctions(Toutes);
        Lignes = [.. Toutes.Where(a => Presence == Presence.Tous || a.Presente == (Presence == Presence.Presents))
            .Where(a => Recherches.Contient($"{a.Agent!.NomPourListe} {a.Agent.NomPatronymique} {a.DisciplineLibelle} {Libelles.De(a.Agent.Fonction)}", Recherche))];
        // Pour le secrétariat, un refus se lit comme une réponse attendue.
        var vives = Enum.GetValues<EtatAttribution>().Except(Contexte.Decide ? [EtatAttribution.AccordDecline, EtatAttribution.Refusee] : [EtatAttribution.Refusee]).ToArray();
        Missions = await Db.Attributions.Where(a => a.Uai == uai && a.Annee == annee && a.AgentId != null && vives.Contains(a.Etat))
            .GroupBy(a => a.AgentId!.Value).Select(g => new { g.Key, Nombre = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Nombre, Ct);
        Parametres = await Parametre.DuJour(Db, Contexte.AcademieCode, horloge.Aujourdhui, Ct);
        DernierImport = await Db.Imports.AsNoTracking().Where(i => i.Uai == uai && i.Annee == annee).OrderByDescending(i => i.InstantUtc).FirstOrDefaultAsync(Ct);
    }
}
