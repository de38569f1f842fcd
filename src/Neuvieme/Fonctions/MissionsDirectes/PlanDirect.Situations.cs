using Neuvieme.Droit;
using Neuvieme.Droit.MissionsAcademiques;
using Neuvieme.Fonctions.Attributions;

namespace Neuvieme.Fonctions.MissionsDirectes;

/// <summary>Une mission telle que le droit la lit. Ce qui n'est pas su reste absent.</summary>
public sealed partial record PlanDirect
{
    static EtatAccord Accord(EtatAttribution etat) => etat switch
    {
        EtatAttribution.EnPreparation => EtatAccord.Absent,
        EtatAttribution.AccordDemande => EtatAccord.Demande,
        EtatAttribution.AccordDecline => EtatAccord.Decline,
        _ => EtatAccord.Donne,
    };

    /// <summary>Un renvoi ou un refus n'est pas la décision qui confie la mission : elle reste à prendre.</summary>
    (Autorite Par, DateOnly? Le) Decidee(MissionDirecte m, Autorite autorite) =>
        autorite != Autorite.Inconnue ? (autorite, Jour) : m.Etat == EtatAttribution.Validee ? (m.Autorite, m.DecideeLe) : (Autorite.Inconnue, null);

    Droit.ImpPremierDegre.Situation SituationImp(MissionDirecte m, Autorite autorite)
    {
        var (decide, le) = Decidee(m, autorite);
        return new()
        {
            Date = Jour, Annee = Annee, Mission = Droit.ImpPremierDegre.Nomenclature.DeCode(m.Code)?.Mission ?? Droit.ImpPremierDegre.Mission.Inconnue, DefinieParAutorite = m.DefinieParAutorite, Montant = m.Montant, Echelon = m.Echelon,
            Secteur = Ecoles.GetValueOrDefault(m.Agent!.Uai)?.Secteur ?? Secteur.Inconnu, Corps = m.Agent.Corps, Accord = Accord(m.Etat), AccordLe = m.AccordLe, LettreLe = m.LettreLe,
            DecideePar = decide, DecideeLe = le, AutreIndemniteMemesFonctions = m.DejaPayee,
            Duree = m.Duree, Debut = m.Debut, Fin = m.Fin, ServiceFaitLe = m.ServiceFaitLe,
        };
    }

    Droit.Pacte.Situation SituationPacte(MissionDirecte m)
    {
        var (lieu, details) = (Ecoles.GetValueOrDefault(m.Porteur), m.Details);
        int Parts(long centimes) => (int)(centimes / MissionDirecte.DemiPart);
        var (niveau, total) = (SoldeDe(m), SoldeDe(m.Dispositif, m.Porteur));
        return new()
        {
            Date = Jour, Annee = Annee, Mission = Droit.Pacte.Nomenclature.DeCode(m.Code)?.Mission ?? Droit.Pacte.Mission.Inconnue, DemiParts = m.DemiParts,
            DemiPartsDejaTenues = Missions.Where(x => x.Id != m.Id && x.EstPacte && x.AgentId == m.AgentId && x.Etat.Engage()).Sum(x => x.DemiParts),
            PremiereMission = !Missions.Any(x => x.Id != m.Id && x.EstPacte && x.AgentId == m.AgentId && x.Etat.Engage() && Precede(x, m)),
            Nature = NatureEtablissement.DeCode(lieu?.NatureCode), Secteur = lieu?.Secteur ?? Secteur.Inconnu, Fonction = m.Agent!.Fonction, Corps = m.Agent.Corps,
            Accord = Accord(m.Etat), AccordLe = m.AccordLe, AutreRemunerationMemeMission = m.DejaPayee,
            HeuresDejaComptees = details.HeuresDejaComptees, CoordinationSts = details.CoordinationSts, DesigneCoordonnateurSts = details.DesigneeCoordination,
            DotationDuNiveau = Parts(niveau.Notifie), EngageAuNiveau = Parts(niveau.Engage - (m.Etat.Engage() ? m.Centimes : 0)),
            ResteNiveauxPrioritaires = Enumerable.Range(1, Math.Max(0, m.Niveau - 1)).Sum(n => Math.Max(0, Parts(SoldeDe(m.Dispositif, m.Porteur, n).Libre))), DotationTotale = Parts(total.Notifie),
        };
    }

    /// <summary>Demandée avant : deux demi-parts ne se servent pas l'une à l'autre de première mission.</summary>
    static bool Precede(MissionDirecte autre, MissionDirecte m) =>
        m.AccordDemandeLe is not { } demandee || autre.AccordDemandeLe < demandee || (autre.AccordDemandeLe == demandee && autre.Id < m.Id);

    Situation SituationAcademique(MissionDirecte m, Autorite autorite)
    {
        var (decide, le) = Decidee(m, autorite);
        var (lieu, details, affectation, lettre) = (Ecoles.GetValueOrDefault(m.Agent!.Uai), m.Details, Affectations.GetValueOrDefault(m.AgentId), LettreDe(m));
        var solde = SoldeDe(m);
        var partagee = DuDistrict(m);
        return new()
        {
            Date = Jour, Annee = Annee, Mission = Nomenclature.DeCode(m.Code)?.Mission ?? Mission.Inconnue, CompetencesPedagogiques = details.CompetencesPedagogiques, Montant = m.Montant, AllegementCentiemes = details.AllegementCentiemes,
            Nature = NatureEtablissement.DeCode(lieu?.NatureCode), Secteur = lieu?.Secteur ?? Secteur.Inconnu, Fonction = m.Agent.Fonction, Corps = m.Agent.Corps,
            ServiceCompletCpge = lieu is { PeutAvoirCpge: false } ? false : affectation?.ServiceCompletCpge, EnseigneEps = affectation?.EnseigneEps,
            TauxDistrict = details.TauxDistrictCentimes is { } taux ? new Montant(taux) : null, Titulaires = partagee.Count, SommeParts = new(partagee.Sum(x => x.Centimes)), DistrictDejaPourvu = false,
            Accord = Accord(m.Etat), AccordLe = m.AccordLe, LettreLe = lettre?.Le, Mentions = lettre is null ? Mentions.Aucune : Ecrites(m), LettreSigneePar = lettre?.SigneePar ?? Autorite.Inconnue, LettreSigneeParAgent = lettre?.SigneeParLAgent,
            DecideePar = decide, DecideeLe = le, EnveloppeNotifiee = Lignes.Any(l => l.Dispositif == DispositifDirect.Academique) ? Quarts(solde.Notifie) : null, EnveloppeEngagee = Quarts(solde.Engage - (m.Etat.Engage() ? m.Centimes : 0)),
            Duree = m.Duree, Debut = m.Debut, Fin = m.Fin, ServiceFaitLe = m.ServiceFaitLe,
        };
    }

    static Quotite Quarts(long centimes) => new((int)(centimes / Quotite.CentimesParQuart));

    /// <summary>Les parts préparées d'un même district, celle-ci comprise : on les prépare toutes avant de demander un accord, et leur somme se juge.</summary>
    IReadOnlyList<MissionDirecte> DuDistrict(MissionDirecte m) =>
        [m, .. Missions.Where(x => x.Id != m.Id && x.EstAcademique && x.Code == m.Code && x.Etat is not (EtatAttribution.AccordDecline or EtatAttribution.Refusee) && string.Equals(x.Details.District, m.Details.District, StringComparison.OrdinalIgnoreCase))];

    /// <summary>Ce qui manque encore à la lettre d'une mission académique : elle ne s'établit qu'entière (circulaire n° 2015-058, I et III).</summary>
    public static IReadOnlyList<string> MentionsAbsentes(MissionDirecte m) => m.EstAcademique ? MentionsDeLaLettre.Absentes(Ecrites(m), m.Details.AllegementCentiemes > 0) : [];

    /// <summary>Ce que dit la lettre : elle imprime ces champs, et le taux toujours.</summary>
    static Mentions Ecrites(MissionDirecte m)
    {
        var d = m.Details;
        return Mentions.Taux | (m.Activites.Count > 0 ? Mentions.Contenu : Mentions.Aucune) | (d.Conditions.Length > 0 ? Mentions.Conditions : Mentions.Aucune) | (d.Charge.Length > 0 ? Mentions.Charge : Mentions.Aucune) | (d.Objectifs.Length > 0 ? Mentions.Objectifs : Mentions.Aucune)
            | (d.Resultats.Length > 0 ? Mentions.Resultats : Mentions.Aucune) | (d.Priorites.Length > 0 ? Mentions.Priorites : Mentions.Aucune) | (d.AllegementCentiemes > 0 ? Mentions.Allegement : Mentions.Aucune);
    }

    /// <summary>La lettre en vigueur d'une mission académique, et qui l'a signée.</summary>
    sealed record LettreSignee(DateOnly Le, Autorite SigneePar, bool SigneeParLAgent);

    static LettreSignee? LettreDe(MissionDirecte m) => m.LettreLe is { } le ? new(le, Autorite.Recteur, true) : null;
}
