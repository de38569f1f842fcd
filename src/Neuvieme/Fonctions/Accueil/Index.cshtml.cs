using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Archives;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Avenants;
using Neuvieme.Fonctions.Attributions.Rappeler;
using Neuvieme.Fonctions.Campagnes;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Enveloppes;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Fonctions.Instances;
using Neuvieme.Fonctions.Lettres;
using Neuvieme.Fonctions.Repartition;
using Neuvieme.Fonctions.Stsweb;
using Neuvieme.Fonctions.Suivi;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Accueil;

public sealed record AFaire(string Texte, string Adresse, string Precision);

public sealed record Blocage(string Qui, string Quoi, DateOnly Depuis, string? Adresse)
{
    /// <summary>Seule une personne sollicitée se rappelle ; le rectorat a sa file.</summary>
    public EtatDeRappel? Rappel { get; init; }
}

public sealed record Versements(string Agent, string Mission, int Echues, int Total);

[AccesPublic]
public sealed partial class IndexModel(NeuviemeDb db, Contexte contexte, Horloge horloge) : PageNeuvieme(db, contexte)
{
    public Plan? Plan { get; private set; }
    public IReadOnlyList<AFaire> Taches { get; private set; } = [];
    public IReadOnlyList<Blocage> Blocages { get; private set; } = [];
    public IReadOnlyList<Versements> Verses { get; private set; } = [];
    public DateOnly Jour => horloge.Aujourdhui;

    /// <summary>Le calendrier de l'établissement : ce qui est ouvert, jusqu'à quand, et ce qu'il lui reste.</summary>
    public IReadOnlyList<CampagneDuLieu> Calendrier { get; private set; } = [];

    /// <summary>Pour le rectorat, les campagnes en cours et celles closes en laissant des établissements en chemin.</summary>
    public IReadOnlyList<SuiviCampagne> Campagnes { get; private set; } = [];

    /// <summary>Celles qu'un adjoint a reçues : aucune n'est en cours, sans quoi il agirait sous elle.</summary>
    public IReadOnlyList<DelegationDite> Delegations { get; private set; } = [];

    /// <summary>Le titre suit le calendrier de l'établissement.</summary>
    public string Saison => Jour.Month switch
    {
        _ when Contexte.Annee > Contexte.AnneeParDefaut(Jour) => $"L’année {Contexte.Annee} est à venir : à préparer",
        _ when Contexte.Annee.DernierJour < Jour => $"L’année {Contexte.Annee} est passée : à consulter",
        _ when Contexte.Annee < Contexte.AnneeParDefaut(Jour) => "L’année en cours : suivre et régulariser",
        >= 2 and <= 6 => Plan is { } p && Noms.SansConseils(p) ? "Préparer la rentrée : missions, information, accords" : "Préparer la rentrée : missions, instances, accords",
        7 or 8 => "Été : derniers accords avant la rentrée",
        9 => "Septembre : accords et lettres",
        10 => "Octobre : saisie dans STSWeb",
        _ => "L’année en cours : suivre et régulariser",
    };

    public async Task<IActionResult> OnGetAsync()
    {
        switch (Contexte.Role)
        {
            case Role.Agent: return Redirect("/mes-missions");
            case Role.Administrateur: return Redirect("/comptes");
            case Role.Auditeur: return Redirect("/journal");
            case Role.MembreInstance: return Redirect("/instances/presente");
            case Role.GestionnaireRectorat or Role.Recteur: await AccueilRectorat(); break;
            case Role.ChefEtablissement or Role.Secretariat: await AccueilChef(); break;
            case Role.Ien or Role.DirecteurEcole: await AccueilPremierDegre(); break;
            case Role.Adjoint: Delegations = await Comptes.Delegations.DuCompte(Db, Contexte.CompteId!.Value, Ct); break;
        }

        return Page();
    }

    async Task AccueilRectorat()
    {
        Campagnes = [.. (await SuiviCampagne.Lire(Db, Contexte.AcademieCode, Contexte.Annee, Ct)).Where(s => s.Campagne.OuvreLe <= Jour && (s.Restent > 0 || s.Campagne.EstOuverte(Jour)))
            .OrderBy(s => s.Campagne.EstOuverte(Jour) ? 0 : 1).ThenBy(s => s.Campagne.FermeLe)];
        var annee = Contexte.Annee.Debut;
        var attente = await Db.Attributions.AsNoTracking().Where(a => a.Annee == annee && a.Etat == EtatAttribution.Proposee)
            .Join(Db.Etablissements.Where(e => e.AcademieCode == Contexte.AcademieCode), a => a.Uai, e => e.Uai, (a, e) => new { a.Uai, e.Denomination, Recue = a.InstruiteLe > a.ProposeeLe ? a.InstruiteLe : a.ProposeeLe })
            .GroupBy(x => new { x.Uai, x.Denomination }).Select(g => new { g.Key.Uai, g.Key.Denomination, Nombre = g.Count(), Depuis = g.Min(x => x.Recue) }).ToListAsync(Ct);
        var sansEnveloppe = await Db.Etablissements.DuSecondDegre().Where(e => e.AcademieCode == Contexte.AcademieCode && !Db.LignesEnveloppe.Any(l => l.Uai == e.Uai && l.Annee == annee)).CountAsync(Ct);
        List<AFaire> taches = [];
        if (attente.Sum(a => a.Nombre) is > 0 and var propositions)
        {
            taches.Add(new(Francais.Nombre(propositions, "proposition à instruire", "propositions à instruire"), "/attributions/instruire", $"de {Francais.Nombre(attente.Count, "établissement")}"));
        }

        var academie = Contexte.AcademieCode;
        if (await Db.Avenants.CountAsync(a => a.Etat == EtatAvenant.AInstruire && a.Attribution!.Annee == annee && Db.Etablissements.Any(e => e.Uai == a.Attribution.Uai && e.AcademieCode == academie), Ct) is > 0 and var avenants)
        {
            taches.Add(new(Francais.Nombre(avenants, "avenant à décider", "avenants à décider"), "/avenants", "les personnes ont donné leur accord au nouveau taux"));
        }

        if (await Db.Interruptions.CountAsync(i => i.AnnuleeUtc == null && ((i.Visa == EtatDuVisa.AViser && i.Accord != AccordDuRemplacant.Demande && (i.ObserverJusquAu == null || i.ObserverJusquAu < Jour)) || i.AnnulationDemandeeUtc != null)
            && Db.Attributions.Any(a => a.Id == i.AttributionId && a.Annee == annee && a.Etat == EtatAttribution.Validee && Db.Etablissements.Any(e => e.Uai == a.Uai && e.AcademieCode == academie)), Ct) is > 0 and var aViser)
        {
            taches.Add(new(Francais.Nombre(aViser, "arrêt ou remplacement à viser", "arrêts ou remplacements à viser"), "/suivi/viser", "rien ne change aux versements avant votre visa"));
        }

        var demandes = await Attente.De(Db, Contexte.AcademieCode, annee, Ct);
        if (demandes.Count(d => !d.EstDecharge) is > 0 and var complements)
        {
            taches.Add(new(Francais.Nombre(complements, "demande de complément d’IMP", "demandes de complément d’IMP"), "/enveloppes/repondre", $"{new Quotite(demandes.Where(d => !d.EstDecharge).Sum(d => d.Quarts))} IMP demandées"));
        }

        if (demandes.Count(d => d.EstDecharge) is > 0 and var decharges)
        {
            taches.Add(new(Francais.Nombre(decharges, "décharge à décider", "décharges à décider"), "/enveloppes/decider", "réservées sur l’enveloppe en attendant"));
        }

        if (sansEnveloppe > 0)
        {
            taches.Add(new($"{Francais.Nombre(sansEnveloppe, "établissement")} sans enveloppe notifiée", "/enveloppes/notifier", $"pour {Contexte.Annee}"));
        }

        taches.AddRange(TachesDirectes.DuRectorat(await TachesDirectes.DeLAcademie.Lire(Db, academie, annee, Ct), Contexte.Role!.Value));
        taches.AddRange(await TachesDuPremierDegre());
        taches.AddRange(TachesDArchives(await Conservation.Proches(Db, Contexte.AcademieCode, uai: null, Jour, Ct)));
        Taches = taches;
        Blocages = [.. attente.OrderBy(a => a.Depuis).Select(a => new Blocage(a.Denomination, Francais.Nombre(a.Nombre, "proposition à instruire", "propositions à instruire"),
            a.Depuis is { } d ? Horloge.AParis(d) : Jour, $"/attributions/instruire?uai={a.Uai}"))];
    }

    sealed record MoisVerse(long AttributionId, int Mois);

    static readonly RequetePrete<string, int, MoisVerse> MoisVerses = new((db, uai, annee) =>
        db.Echeances.Where(e => e.Beneficiaire!.Titulaire && db.Attributions.Any(a => a.Id == e.AttributionId && a.Uai == uai && a.Annee == annee)).Select(e => new MoisVerse(e.AttributionId, e.Paie)));

    sealed record LettreEtablie(long AttributionId, bool AttendLeChef, bool ARevoir);

    static readonly RequetePrete<string, int, LettreEtablie> LettresEtablies = new((db, uai, annee) =>
        db.Lettres.Where(l => l.Etat != EtatLettre.Remplacee && l.Etat != EtatLettre.SansEffet && db.Attributions.Any(a => a.Id == l.AttributionId && a.Uai == uai && a.Annee == annee))
            .Select(l => new LettreEtablie(l.AttributionId!.Value, l.Etat == EtatLettre.ASigner && !l.Signatures.Any(s => s.Partie == Partie.Chef) && (l.Premier == Partie.Chef || l.Signatures.Any()),
                l.Etat == EtatLettre.Declinee || l.Etat == EtatLettre.ModificationDemandee || l.Etat == EtatLettre.Expiree)));

    async Task AccueilChef()
    {
        var plan = Plan = await Contexte.Plan(Ct);
        Calendrier = [.. (await Bandeau.Calendrier(Contexte, Db, Jour, Ct)).Campagnes.Where(c => c.Compte(Jour))];
        var lettres = await Contexte.Lire(() => LettresEtablies.Lire(Db, plan.Etablissement.Uai, plan.Annee.Debut, Ct));
        var echeances = await Contexte.Lire(() => MoisVerses.Lire(Db, plan.Etablissement.Uai, plan.Annee.Debut, Ct));
        var demandes = await Contexte.Lire(() => DemandeComplement.Lire(Db, plan.Etablissement.Uai, plan.Annee, Ct));
        var moisCourant = Jour.Year * 100 + Jour.Month;
        var parAttribution = echeances.ToLookup(e => e.AttributionId);
        Verses = [.. plan.Attributions.Where(a => a.Etat == EtatAttribution.Validee && parAttribution[a.Id].Any())
            .Select(a => new Versements(a.Agent is { } verse ? plan.Homonymes.TryGetValue(verse.Id, out var lequel) ? $"{verse.NomComplet} ({lequel})" : verse.NomComplet : "", a.Mission?.Intitule ?? "", parAttribution[a.Id].Count(e => e.Mois < moisCourant), parAttribution[a.Id].Count()))
            .OrderBy(v => v.Agent, StringComparer.Ordinal)];
        var attendues = await Contexte.Lire(() => LettresAttendues.Lire(Db, plan.Etablissement, plan.Annee.Debut, Jour, Ct));
        var parts = await Contexte.Lire(() => TachesDirectes.DeLEtablissement.Lire(Db, plan.Etablissement.Uai, plan.Annee.Debut, Ct));
        Taches = [.. LesTaches(plan, lettres, attendues).Concat(TachesDirectes.DuChef(parts)).Concat(TachesDArchives(Contexte.Decide ? await Contexte.Lire(() => Conservation.Proches(Db, Contexte.AcademieCode, plan.Etablissement.Uai, Jour, Ct)) : [])).Where(t => Contexte.Decide || EstDePreparation(t))];
        // Qui a été sollicité ne regarde que le chef.
        var sollicitees = Contexte.Decide ? plan.Attributions.Where(a => a.Etat == EtatAttribution.AccordDemande).ToList() : [];
        var rappels = await EtatDeRappel.De(Db, sollicitees, Jour, Ct);
        Blocages = !Contexte.Decide ? [] : [.. sollicitees
                .Select(a => new Blocage(a.Agent is null ? "" : plan.NomDistinct(a.Agent), $"accord demandé — {a.Mission?.Intitule}", a.AccordDemandeLe is { } d ? Horloge.AParis(d) : Jour, null) { Rappel = rappels[a.Id] }),
            .. parts.Where(p => p.Etat == EtatAttribution.AccordDemande).Select(p => new Blocage(plan.NomDistinct(plan.Affectations.FirstOrDefault(a => a.AgentId == p.AgentId)?.Agent), $"accord demandé — {p.Intitule} (Pacte)", p.DemandeeLe is { } d ? Horloge.AParis(d) : Jour, null)),
            .. plan.Attributions.Where(a => a.Etat == EtatAttribution.Proposee).GroupBy(_ => 0)
                .Select(g => new Blocage("Rectorat", Francais.Nombre(g.Count(), "proposition à valider", "propositions à valider"), g.Min(a => a.AuRectoratDepuis is { } d ? Horloge.AParis(d) : Jour), null)),
            .. plan.AViser.SelectMany(g => g).Select(i => (i, a: plan.Attributions.First(a => a.Id == i.AttributionId))).Select(x => new Blocage(
                x.i is { Accord: AccordDuRemplacant.Demande, AnnulationDemandeeUtc: null } ? x.i.Remplacant?.NomComplet ?? "" : "Rectorat",
                x.i is { Accord: AccordDuRemplacant.Demande, AnnulationDemandeeUtc: null } ? $"accord au remplacement demandé — {x.a.Mission?.Intitule}" : $"{(x.i.AnnulationDemandeeUtc is null ? "" : "annulation : ")}{x.i.Phrase}, {(x.i is { ObserverJusquAu: { } fin, AnnulationDemandeeUtc: null } && fin >= Jour ? $"à viser après le {Francais.Date(fin)}, la personne pouvant s’expliquer" : "à viser")} — {x.a.Mission?.Intitule}",
                Horloge.AParis(x.i.AnnulationDemandeeUtc ?? x.i.InstantUtc), null)),
            .. demandes.Where(d => d.Etat == EtatComplement.EnAttente).Select(d => new Blocage("Rectorat", $"complément de {new Quotite(d.Quarts)} IMP demandé", Horloge.AParis(d.InstantUtc), null)),
            .. plan.Conversions.Where(c => c.Etat == EtatConversion.Demandee).Select(c => new Blocage("Rectorat", $"décharge de {c.Heures} à décider — {c.Intitule}", Horloge.AParis(c.InstantUtc), null))];
    }

    static bool EstDePreparation(AFaire tache) => tache.Adresse.Split('?')[0] is "/personnels/importer" or "/personnels" or "/repartition" or "/stsweb";

    /// <summary>Les missions dont la lettre est attendue : toutes, ou celles où la personne l'a demandée.</summary>
    sealed record LettresAttendues(bool Toutes, IReadOnlySet<long> Demandees)
    {
        public static async Task<LettresAttendues> Lire(NeuviemeDb db, Etablissement e, int annee, DateOnly jour, CancellationToken ct) => !await LettreFacultative.Dans(db, e.AcademieCode, jour, ct) ? new(true, new HashSet<long>())
            : new(false, (await LettreFacultative.Souhaits(db, e.Uai, annee, ct)).Where(s => s.Value).Select(s => s.Key).ToHashSet());

        public bool Contient(long attribution) => Toutes || Demandees.Contains(attribution);
    }

    static IEnumerable<AFaire> TachesDArchives(IReadOnlyList<Conservees> proches) => proches.Count == 0 ? []
        : [new(Francais.Nombre(proches.Sum(c => c.Nombre), "lettre arrive au terme de sa conservation", "lettres arrivent au terme de leur conservation"), "/archives/conserver", $"à partir du {Francais.Date(proches.Min(c => c.Terme))}")];

    static IEnumerable<AFaire> LesTaches(Plan plan, IReadOnlyList<LettreEtablie> lettres, LettresAttendues attendues)
    {
        // Une part qu'une décharge remplace n'est ni à corriger ni à demander.
        var suivies = plan.Missions.SelectMany(m => m.Attributions, (m, a) => (m, a)).Where(x => x.a.Etat != EtatAttribution.EnPreparation || plan.Decharge(x.m, x.a.AgentId) is null).ToList();
        int Nombre(EtatAttribution etat) => suivies.Count(x => x.a.Etat == etat);
        // Ce que le droit refuse n'est pas à demander : c'est à corriger, et le tableau le dit.
        var jugees = suivies.Where(x => x.a.Etat is EtatAttribution.EnPreparation or EtatAttribution.Validee)
            .Select(x => (x.a, plan.Controler(x.m, x.a).Issue)).ToList();
        var refusees = jugees.Count(x => x.a.Etat == EtatAttribution.EnPreparation && x.Issue == Issue.Refusee);
        var partis = plan.Attributions.Count(a => a.Etat.Engage() && plan.Affectations.Any(x => x.AgentId == a.AgentId && !x.Presente));
        if (plan.Affectations.Count == 0)
        {
            yield return new("Importer les personnels depuis STSWeb", "/personnels/importer", "l’export « Emploi du temps »");
        }

        if (plan.LignesEnveloppe.Count == 0)
        {
            yield return new("Enveloppe pas encore notifiée", "/enveloppes", "par le rectorat");
        }

        if (plan.Missions.Count == 0)
        {
            yield return new("Prévoir les missions", "/repartition", "aucune pour l’instant");
        }
        else if (Noms.SansConseils(plan))
        {
            if (plan.Informations.Count == 0)
            {
                yield return new("Informer tous les enseignants de la répartition", "/instances/informer", "et noter quand et comment");
            }
        }
        else if (plan.DernierAvis(Instance.ConseilPedagogique) is null)
        {
            yield return new("Enregistrer l’avis du conseil pédagogique", "/instances", "le premier des deux");
        }
        else if (plan.DernierAvis(Instance.ConseilAdministration) is null)
        {
            yield return new("Enregistrer l’avis du conseil d’administration", "/instances", "nécessaire avant de proposer");
        }

        if (plan.Chiffres.Libre < 0)
        {
            yield return new($"La répartition dépasse l’enveloppe de {new Quotite(-plan.Chiffres.Libre)} IMP", "/repartition", "retirez ou baissez un taux");
        }

        if (refusees > 0)
        {
            yield return new(Francais.Nombre(refusees, "mission refusée par les textes", "missions refusées par les textes"), "/repartition", "à corriger ou à retirer");
        }

        if (partis > 0)
        {
            yield return new(Francais.Nombre(partis, "mission confiée à une personne absente du dernier import", "missions confiées à des personnes absentes du dernier import"), "/personnels", "prévenez le rectorat avant la prochaine paie");
        }

        var changees = jugees.Count(x => x.a.Etat == EtatAttribution.Validee && x.Issue != Issue.Accordee);
        if (changees > 0)
        {
            yield return new(Francais.Nombre(changees, "mission validée dont les faits ont changé", "missions validées dont les faits ont changé"), "/repartition", "prévenez le rectorat avant la prochaine paie");
        }

        var sansPersonne = jugees.Count(x => x.a is { Etat: EtatAttribution.EnPreparation, AgentId: null } && x.Issue != Issue.Refusee);
        if (sansPersonne > 0)
        {
            yield return new(Francais.Nombre(sansPersonne, "part sans personne pressentie", "parts sans personne pressentie"), "/repartition", "choisir quelqu’un");
        }

        var changements = suivies.Count(x => x.a is { Etat: EtatAttribution.EnPreparation, ModificationDemandee.Length: > 0 });
        if (changements > 0)
        {
            yield return new(Francais.Nombre(changements, "personne demande un changement avant de répondre", "personnes demandent un changement avant de répondre"), "/attributions", "le lire, puis redemander l’accord");
        }

        foreach (var (etat, singulier, pluriel, precision) in new[]
        {
            (EtatAttribution.ARectifier, "dossier renvoyé par le rectorat", "dossiers renvoyés par le rectorat", "à corriger puis proposer de nouveau"),
            (EtatAttribution.EnPreparation, "accord à demander", "accords à demander", ""),
            (EtatAttribution.AccordDecline, "part sans suite", "parts sans suite", "choisir quelqu’un d’autre"),
            (EtatAttribution.AccordDonne, "attribution à proposer au rectorat", "attributions à proposer au rectorat", ""),
        })
        {
            if (Nombre(etat) - (etat == EtatAttribution.EnPreparation ? refusees + sansPersonne + changements : 0) is > 0 and var n)
            {
                yield return new(Francais.Nombre(n, singulier, pluriel), "/attributions", precision);
            }
        }

        if (Nombre(EtatAttribution.Validee) is > 0 and var validees)
        {
            var avecLettre = lettres.Select(l => l.AttributionId).ToHashSet();
            if (plan.Attributions.Count(a => a.Etat == EtatAttribution.Validee && attendues.Contient(a.Id) && !avecLettre.Contains(a.Id) && !plan.Interruptions[a.Id].Any(i => i.Genre == GenreDInterruption.Arret)) is > 0 and var sansLettre)
            {
                yield return new(Francais.Nombre(sansLettre, "lettre de mission à établir", "lettres de mission à établir"), "/lettres", attendues.Toutes ? "la mission est validée" : "la personne la demande");
            }

            if (lettres.Count(l => l.AttendLeChef) is > 0 and var aSigner)
            {
                yield return new(Francais.Nombre(aSigner, "lettre de mission à signer", "lettres de mission à signer"), "/lettres/signer", "votre signature est attendue");
            }

            if (lettres.Count(l => l.ARevoir) is > 0 and var aRevoir)
            {
                yield return new(Francais.Nombre(aRevoir, "lettre de mission à revoir", "lettres de mission à revoir"), "/lettres", "non signée, ou délai passé");
            }

            if (BordereauDuPlan.ASaisir(plan).Count(l => l.ResteASaisir) is > 0 and var aSaisir)
            {
                yield return new(Francais.Nombre(aSaisir, "ligne à saisir dans STSWeb", "lignes à saisir dans STSWeb"), PageStsweb.Adresse(FiltreBordereau.ASaisir), $"sur {validees} au bordereau");
            }
        }
    }
}
