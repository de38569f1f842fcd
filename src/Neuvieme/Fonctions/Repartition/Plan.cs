using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Droit.ImpSecondDegre;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Enveloppes;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Fonctions.Instances;
using Neuvieme.Fonctions.Parametres;
using Neuvieme.Fonctions.Personnels;
using Neuvieme.Fonctions.Stsweb;
using Neuvieme.Fonctions.Suivi;
using Neuvieme.Socle.BaseDeDonnees;
using ParametresDuDroit = Neuvieme.Droit.Parametres;

namespace Neuvieme.Fonctions.Repartition;

/// <summary>
/// Tout ce qu'un établissement prévoit pour une année, chargé en autant de requêtes quel que soit le nombre de missions, et le
/// contrôle de chaque attribution contre le droit et l'enveloppe.
/// </summary>
public sealed record Plan
{
    public required Etablissement Etablissement { get; init; }
    public required AnneeScolaire Annee { get; init; }
    public required DateOnly Jour { get; init; }
    public required IReadOnlyList<Mission> Missions { get; init; }
    public required IReadOnlyList<Affectation> Affectations { get; init; }
    /// <summary>Les personnes que l'établissement connaît sans les avoir cette année : parties, ou pas encore réimportées ; leurs noms seulement.</summary>
    public required IReadOnlyList<Agent> Anciens { get; init; }
    public required IReadOnlyList<Avis> Avis { get; init; }
    public required IReadOnlyList<AvisVu> AvisVus { get; init; }
    /// <summary>Privé sous contrat : quand et de quoi les enseignants ont été informés.</summary>
    public required IReadOnlyList<InformationVue> Informations { get; init; }
    public required IReadOnlyList<LigneEnveloppe> LignesEnveloppe { get; init; }
    public required IReadOnlyList<Conversion> Conversions { get; init; }
    /// <summary>Les attributions déclarées tapées dans STSWeb, par numéro.</summary>
    public required IReadOnlyDictionary<long, SaisieSts> Saisies { get; init; }
    /// <summary>Ce qui arrive aux missions validées : absences, remplacements, arrêts en vigueur, par attribution.</summary>
    public required ILookup<long, Interruption> Interruptions { get; init; }
    /// <summary>Ce que le rectorat n'a pas encore visé, annulations comprises, par attribution.</summary>
    public required ILookup<long, Interruption> AViser { get; init; }
    /// <summary>Brut dû des mois de paie passés pour les attributions saisies, en centimes.</summary>
    public required long DuDesMoisEchus { get; init; }
    public required ParametresDuDroit Parametres { get; init; }
    public required FaitsEps Eps { get; init; }
    /// <summary>Ce qui distingue chaque personne qui a un homonyme dans l'établissement.</summary>
    public required IReadOnlyDictionary<long, string> Homonymes { get; init; }

    /// <summary>Avant le premier import de l'année, zéro enseignant veut dire « on ne sait pas », non « aucun ».</summary>
    bool PersonnelsConnus => Affectations.Count > 0;

    public IEnumerable<Attribution> Attributions => Missions.SelectMany(m => m.Attributions);

    /// <summary>Charge pour écrire : les objets sont suivis, et ce que l'action y change s'enregistre. Pour montrer, <see cref="Plans"/>.</summary>
    public static async Task<Plan> Charger(NeuviemeDb db, Etablissement etablissement, AnneeScolaire annee, DateOnly jour, CancellationToken ct)
    {
        var (uai, debut) = (etablissement.Uai, annee.Debut);
        var affectations = await db.Affectations.Include(a => a.Agent).Where(a => a.Uai == uai && a.Annee == debut)
            .OrderBy(a => a.Agent!.NomUsage).ThenBy(a => a.Agent!.Prenom).ThenBy(a => a.Id).ToListAsync(ct);
        var anciens = await Plans.Anciens.Lire(db, [uai], debut, ct);
        var missions = await db.Missions.Include(m => m.Attributions.OrderBy(a => a.Id)).ThenInclude(a => a.Agent).AsSingleQuery()
            .Where(m => m.Uai == uai && m.Annee == debut).OrderBy(m => m.Code).ThenBy(m => m.Id).ToListAsync(ct);
        var avis = await db.Avis.AsNoTracking().Where(a => a.Uai == uai && a.Annee == debut).OrderBy(a => a.RenduLe).ThenBy(a => a.Id).ToListAsync(ct);
        var informations = etablissement.Secteur == Secteur.PriveSousContrat
            ? await db.Informations.AsNoTracking().Where(i => i.Uai == uai && i.Annee == debut).OrderBy(i => i.InformesLe).ThenBy(i => i.Id).ToListAsync(ct) : [];
        var lignes = await db.LignesEnveloppe.AsNoTracking().Where(l => l.Uai == uai && l.Annee == debut).OrderBy(l => l.NotifieeLe).ThenBy(l => l.Id).ToListAsync(ct);
        var parametres = await Parametre.DuJour(db, etablissement.AcademieCode, jour, ct);
        var conversions = await Conversion.Lire(db, [uai], debut, ct);
        var saisies = await SaisieSts.Lire(db, [uai], debut, ct);
        var echus = await SaisieSts.DuDesMoisEchus(db, [uai], debut, jour, ct);
        var interruptions = await Interruption.Lire(db, [uai], debut, ct);
        return De(etablissement, annee, jour, missions, affectations, anciens, avis, informations, lignes, conversions, saisies, interruptions.Select(i => i.Interruption), echus.GetValueOrDefault(uai), parametres);
    }

    public static Plan De(
        Etablissement etablissement, AnneeScolaire annee, DateOnly jour, IReadOnlyList<Mission> missions, IReadOnlyList<Affectation> affectations, IReadOnlyList<Agent> anciens,
        IReadOnlyList<Avis> avis, IReadOnlyList<Information> informations, IReadOnlyList<LigneEnveloppe> lignes, IReadOnlyList<Conversion> conversions, IEnumerable<SaisieSts> saisies, IEnumerable<Interruption> interruptions, long duDesMoisEchus, ParametresDuDroit parametres) => new()
        {
            Etablissement = etablissement,
            Annee = annee,
            Jour = jour,
            Missions = missions,
            Affectations = affectations,
            Anciens = anciens,
            Avis = avis,
            AvisVus = [.. avis.Select(AvisVu.De)],
            Informations = [.. informations.Select(InformationVue.De)],
            LignesEnveloppe = lignes,
            Conversions = conversions,
            Saisies = saisies.ToDictionary(s => s.AttributionId),
            Interruptions = interruptions.Where(i => i.Vaut).ToLookup(i => i.AttributionId),
            AViser = interruptions.Where(i => i.EnAttente).ToLookup(i => i.AttributionId),
            DuDesMoisEchus = duDesMoisEchus,
            Parametres = parametres,
            Eps = FaitsEps.De(affectations, parametres),
            Homonymes = Homonymie.Distinctions(affectations),
        };

    /// <summary>Ce qui dit à l'écran de qui il s'agit : la discipline ou la fonction, et pour des homonymes de même discipline l'identifiant STSWeb.</summary>
    public string Precision(long? agentId) => agentId is not { } id ? "" : Homonymes.TryGetValue(id, out var distinction) ? distinction
        : Affectations.FirstOrDefault(a => a.AgentId == id) is { } affectation ? Homonymie.Precision(affectation) : "";

    /// <summary>Le nom, suivi de ce qui distingue la personne si elle a un homonyme ici.</summary>
    public string NomDistinct(Agent? agent) => agent is null ? "personne encore" : Homonymes.TryGetValue(agent.Id, out var distinction) ? $"{agent.NomDeCivilite} ({distinction})" : agent.NomDeCivilite;

    /// <summary>Les avis recueillis sur une mission, à l'instant de la décision si elle est prise.</summary>
    public AvisRecueillis AvisSur(Mission mission, Attribution? attribution = null) => AvisRecueillis.Sur(AvisVus, mission,
        attribution is { Etat: EtatAttribution.Validee or EtatAttribution.Refusee, InstruiteLe: { } i } ? i : null);

    /// <summary>Privé sous contrat : le jour où les enseignants ont été informés de cette mission ; enregistré au plus tard à cet instant, quand il est donné.</summary>
    public DateOnly? EnseignantsInformesLe(Mission mission, DateTime? auPlusTard = null) =>
        Informations.LastOrDefault(i => i.APorteSur(mission) && (auPlusTard is null || i.Information.InstantUtc <= auPlusTard))?.Information.InformesLe;

    /// <summary>La seule mission de l'article 6 dont le besoin se compte : la coordination des APSA, due dès que l'effectif d'EPS l'ouvre.</summary>
    bool? ApsaNonPourvue => PersonnelsConnus && Eps.OuvreLaCoordination is { } ouverte
        ? ouverte && Missions.All(m => Nomenclature.DeCode(m.Code)?.Mission != Droit.ImpSecondDegre.Mission.Apsa) : null;

    public DateOnly? DernierAvis(Instance instance) => Avis.LastOrDefault(a => a.Instance == instance)?.RenduLe;

    /// <summary>Ce que le rectorat a notifié, avant toute conversion en heures.</summary>
    public Quotite Notifiee => new(LignesEnveloppe.Where(l => l.EstNotification).Sum(l => l.Quarts));

    /// <summary>Cette attribution est-elle déclarée saisie dans STSWeb ?</summary>
    public bool EstSaisie(Attribution attribution) => Saisies.ContainsKey(attribution.Id);

    /// <summary>La décharge demandée ou accordée pour cette mission et cette personne : elle exclut l'IMP.</summary>
    public Conversion? Decharge(Mission mission, long? agentId) => Conversions.FirstOrDefault(c => c.Reconnait(mission.Id, agentId));

    /// <summary>Quarts d'IMP des attributions dans l'un des états ; une part en préparation que remplace une décharge ne compte pas.</summary>
    public int Quarts(Func<EtatAttribution, bool> etats) => Missions.SelectMany(m => m.Attributions, (m, a) => (m, a))
        .Where(x => etats(x.a.Etat) && (x.a.Etat != EtatAttribution.EnPreparation || Decharge(x.m, x.a.AgentId) is null)).Sum(x => QuartsDe(x.a.Centimes));

    /// <summary>Ce que tiennent les conversions, demandées ou accordées, sauf celle-là.</summary>
    public int QuartsConvertis(long? sauf = null) => Conversions.Where(c => c.EstVivante && c.Id != sauf).Sum(c => c.Quarts);

    public static int QuartsDe(long centimes) => (int)(centimes / Quotite.CentimesParQuart);

    public Chiffres Chiffres => Chiffres.De(Notifiee.Quarts, Quarts, Conversions.Where(c => c.Etat == EtatConversion.Demandee).Sum(c => c.Quarts)) with
    {
        Converti = Conversions.Where(c => c.Etat == EtatConversion.Accordee).Sum(c => c.Quarts),
        Saisi = Attributions.Where(a => a.Etat == EtatAttribution.Validee && EstSaisie(a)).Sum(a => QuartsDe(a.Centimes)),
        PayeCentimes = DuDesMoisEchus,
        PayeMasque = PayeMasque,
    };

    /// <summary>La décision du droit sur une attribution, dans l'état présent de l'établissement.</summary>
    public Decision Controler(Mission mission, Attribution attribution) => Evaluation.Evaluer(Situation(mission, attribution), Parametres);

    /// <summary>Un congé a pu réduire ce qui est dû : le total payé le dirait à qui n'a pas à le savoir.</summary>
    public bool PayeMasque { get; init; }

    /// <summary>Pour qui prépare sans décider : ni un refus, ni ce qu'un congé a réduit.</summary>
    public Plan PourQuiPrepare() => (this with { PayeMasque = Interruptions.Any(g => g.Any(i => i.Genre == GenreDInterruption.Conge)) }).SansRefus();

    /// <summary>Pour qui prépare sans demander les accords : un refus s'y lit comme une réponse attendue, dans chaque chiffre et chaque contrôle.</summary>
    public Plan SansRefus() => Attributions.Any(a => a.Etat == EtatAttribution.AccordDecline) ? this with { Missions = [.. Missions.Select(m => m.SansRefus())] } : this;

    public Situation Situation(Mission mission, Attribution attribution)
    {
        var agent = attribution.Agent;
        var affectation = Affectations.FirstOrDefault(a => a.AgentId == attribution.AgentId);
        var fiche = Nomenclature.DeCode(mission.Code);
        var avis = AvisSur(mission, attribution);
        // Une part refusée ou sans suite ne partage plus la mission.
        var vivantes = mission.Attributions.Where(a => a == attribution || a.Etat is not (EtatAttribution.Refusee or EtatAttribution.AccordDecline)).ToList();
        DateOnly? valideeLe = attribution is { Etat: EtatAttribution.Validee, InstruiteLe: { } i } ? Socle.Horloge.AParis(i) : null;
        return new Situation
        {
            Date = Annee.PremierJour,
            Aujourdhui = Jour,
            Annee = Annee,
            Mission = fiche?.Mission ?? Droit.ImpSecondDegre.Mission.Inconnue,
            Forme = attribution.Forme,
            Montant = attribution.Montant,
            Duree = mission.Duree,
            Debut = mission.Debut,
            Fin = mission.Fin,
            JustificationPresente = !string.IsNullOrWhiteSpace(attribution.Justification),
            TitreExceptionnel = !string.IsNullOrWhiteSpace(attribution.Justification),
            Nature = NatureEtablissement.DeCode(Etablissement.NatureCode),
            Secteur = Etablissement.Secteur,
            EducationPrioritaire = Etablissement.EducationPrioritaire,
            Fonction = agent?.Fonction ?? Fonction.Inconnue,
            Corps = agent?.Corps ?? Corps.Inconnu,
            AffecteDansEtablissement = agent is null ? null : affectation is { Presente: true },
            ServiceCompletCpge = affectation is null ? null : affectation.ServiceCompletCpge ?? (Etablissement.PeutAvoirCpge ? null : false),
            DechargeMemeMission = mission.Attributions.Any(a => a.Id != attribution.Id && a.AgentId != null && a.AgentId == attribution.AgentId && a.Forme == Forme.Decharge)
                || Decharge(mission, attribution.AgentId) is not null,
            Accord = attribution.Etat switch
            {
                EtatAttribution.EnPreparation => EtatAccord.Absent,
                EtatAttribution.AccordDemande => EtatAccord.Demande,
                EtatAttribution.AccordDecline => EtatAccord.Decline,
                _ => EtatAccord.Donne,
            },
            AccordLe = attribution.AccordLe,
            AvisConseilPedagogique = avis.ConseilPedagogique,
            AvisConseilAdministration = avis.ConseilAdministration,
            EnseignantsInformesLe = EnseignantsInformesLe(mission),
            EnseignantsEps = PersonnelsConnus ? Eps.Enseignants : null,
            HeuresEpsCentiemes = PersonnelsConnus ? Eps.HeuresCentiemes : null,
            EtpEpsCentiemes = PersonnelsConnus ? Eps.EtpCentiemes : null,
            HeuresSupplementairesEpsCentiemes = PersonnelsConnus ? Eps.HeuresSupplementairesCentiemes : null,
            Niveaux = NiveauxDeClasse.Lire(mission.Niveaux),
            ProfesseursTechnologie = PersonnelsConnus ? Affectations.Count(a => a.Presente && a.EnseigneTechnologie) : null,
            EquipementsPartages = mission.EquipementsPartages,
            EstTechnologie = mission.EstTechnologie,
            ProjetDeCycle = mission.ProjetDeCycle,
            AppreciationNumerique = mission.AppreciationNumerique,
            AmpleurDecrochage = mission.AmpleurDecrochage,
            LienProjetEtablissement = mission.LienProjetEtablissement,
            HeuresEstimees = mission.HeuresEstimees,
            Article6NonPourvue = ApsaNonPourvue,
            EnveloppeNotifiee = LignesEnveloppe.Count == 0 ? null : Notifiee,
            EnveloppeEngagee = new Quotite(Attributions.Where(a => a.Id != attribution.Id && a.Etat.Engage()).Sum(a => QuartsDe(a.Centimes)) + QuartsConvertis()),
            ServiceFaitLe = attribution.ServiceFaitLe,
            ValideeLe = valideeLe,
            SommePartsMission = vivantes.Count > 1 ? new Montant(vivantes.Sum(a => a.Centimes)) : null,
            Titulaires = vivantes.Count,
        };
    }
}
