using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Fonctions.Parametres;
using Neuvieme.Socle.BaseDeDonnees;
using ParametresDuDroit = Neuvieme.Droit.Parametres;

namespace Neuvieme.Fonctions.PremierDegre;

/// <summary>Ce qui est notifié à un porteur (circonscription ou école), et ce que ses missions en tiennent.</summary>
public sealed record Solde(long Notifie, long Reserve, long Propose, long Valide)
{
    public long Engage => Reserve + Propose + Valide;
    public long Libre => Notifie - Engage;
}

/// <summary>
/// Les enveloppes et les missions d'une circonscription ou d'écoles, jugées par le droit : le même nombre de lectures, quel que soit le nombre d'écoles.
/// L'enveloppe d'IMP est un repère de gestion, qu'aucun texte relevé ne crée : c'est ici, non dans le droit, qu'elle se contrôle.
/// </summary>
public sealed record PlanPremierDegre(
    AnneeScolaire Annee, DateOnly Jour, ParametresDuDroit Parametres, IReadOnlyList<LignePremierDegre> Lignes, IReadOnlyList<MissionPremierDegre> Missions, IReadOnlyDictionary<string, Etablissement> Ecoles)
{
    /// <param name="circonscriptions">Celles dont on lit les IMP.</param>
    /// <param name="ecoles">Celles dont on lit le Pacte.</param>
    public static async Task<PlanPremierDegre> Charger(NeuviemeDb db, string academie, IReadOnlyCollection<string> circonscriptions, IReadOnlyCollection<string> ecoles, AnneeScolaire annee, DateOnly jour, CancellationToken ct)
    {
        var (codes, uais, debut) = (circonscriptions.ToArray(), ecoles.ToArray(), annee.Debut);
        var lignes = await db.LignesPremierDegre.AsNoTracking().Where(l => l.Annee == debut && (codes.Contains(l.CirconscriptionCode!) || uais.Contains(l.Uai!))).OrderBy(l => l.NotifieeLe).ThenBy(l => l.Id).ToListAsync(ct);
        var missions = await db.MissionsPremierDegre.Include(m => m.Agent).Where(m => m.Annee == debut && (codes.Contains(m.CirconscriptionCode!) || uais.Contains(m.Uai!))).OrderBy(m => m.Id).ToListAsync(ct);
        var lieux = missions.Select(m => m.Agent!.Uai).Concat(uais).Distinct().ToArray();
        var etablissements = await db.Etablissements.AsNoTracking().Where(e => lieux.Contains(e.Uai)).ToDictionaryAsync(e => e.Uai, ct);
        return new(annee, jour, await Parametre.DuJour(db, academie, jour, ct), lignes, missions, etablissements);
    }

    public Solde SoldeDe(DispositifPremierDegre dispositif, string porteur)
    {
        long Somme(Func<EtatAttribution, bool> etats) => Missions.Where(m => m.Dispositif == dispositif && m.Porteur == porteur && etats(m.Etat)).Sum(m => m.Centimes);
        return new(Lignes.Where(l => l.Dispositif == dispositif && l.Porteur == porteur).Sum(l => l.Centimes),
            Somme(e => e is EtatAttribution.AccordDemande or EtatAttribution.AccordDonne or EtatAttribution.ARectifier), Somme(e => e == EtatAttribution.Proposee), Somme(e => e == EtatAttribution.Validee));
    }

    /// <summary>Ce qui resterait à la mission si elle n'engageait encore rien.</summary>
    public long LibrePour(MissionPremierDegre m) => SoldeDe(m.Dispositif, m.Porteur).Libre + (m.Etat.Engage() ? m.Centimes : 0);

    /// <param name="autorite">Qui décide, quand c'est la décision que l'on juge.</param>
    public Decision Juger(MissionPremierDegre m, Autorite autorite = Autorite.Inconnue) =>
        m.EstImp ? Droit.ImpPremierDegre.Evaluation.Evaluer(SituationImp(m, autorite), Parametres) : Droit.Pacte.Evaluation.Evaluer(SituationPacte(m), Parametres);

    static EtatAccord Accord(EtatAttribution etat) => etat switch
    {
        EtatAttribution.EnPreparation => EtatAccord.Absent,
        EtatAttribution.AccordDemande => EtatAccord.Demande,
        EtatAttribution.AccordDecline => EtatAccord.Decline,
        _ => EtatAccord.Donne,
    };

    Droit.ImpPremierDegre.Situation SituationImp(MissionPremierDegre m, Autorite autorite)
    {
        var fiche = Droit.ImpPremierDegre.Nomenclature.DeCode(m.Code);
        // Un renvoi ou un refus n'est pas la décision qui confie la mission : elle reste à prendre.
        var (decide, le) = autorite != Autorite.Inconnue ? (autorite, Jour) : m.Etat == EtatAttribution.Validee ? (m.Autorite, m.DecideeLe) : (Autorite.Inconnue, (DateOnly?)null);
        return new()
        {
            Date = Jour, Annee = Annee, Mission = fiche?.Mission ?? Droit.ImpPremierDegre.Mission.Inconnue, DefinieParAutorite = m.DefinieParAutorite, Montant = m.Montant, Echelon = m.Echelon,
            Secteur = Ecoles.GetValueOrDefault(m.Agent!.Uai)?.Secteur ?? Secteur.Inconnu, Corps = m.Agent.Corps, Accord = Accord(m.Etat), AccordLe = m.AccordLe, LettreLe = m.LettreLe,
            DecideePar = decide, DecideeLe = le, AutreIndemniteMemesFonctions = m.DejaPayee,
            Duree = m.Duree, Debut = m.Debut, Fin = m.Fin, ServiceFaitLe = m.ServiceFaitLe,
        };
    }

    Droit.Pacte.Situation SituationPacte(MissionPremierDegre m)
    {
        var ecole = Ecoles.GetValueOrDefault(m.Porteur);
        var solde = SoldeDe(DispositifPremierDegre.Pacte, m.Porteur);
        var engageSansElle = solde.Engage - (m.Etat.Engage() ? m.Centimes : 0);
        return new()
        {
            Date = Jour, Annee = Annee, Mission = Droit.Pacte.Nomenclature.DeCode(m.Code)?.Mission ?? Droit.Pacte.Mission.Inconnue, DemiParts = m.DemiParts,
            DemiPartsDejaTenues = Missions.Where(x => x.Id != m.Id && !x.EstImp && x.AgentId == m.AgentId && x.Etat.Engage()).Sum(x => x.DemiParts),
            Nature = NatureEtablissement.DeCode(ecole?.NatureCode), Secteur = ecole?.Secteur ?? Secteur.Inconnu, Fonction = m.Agent!.Fonction, Corps = m.Agent.Corps,
            Accord = Accord(m.Etat), AccordLe = m.AccordLe, AutreRemunerationMemeMission = m.DejaPayee,
            // À l'école, toutes les missions sont du troisième niveau : rien n'est plus prioritaire, et la dotation du niveau est la dotation.
            DotationDuNiveau = (int)(solde.Notifie / MissionPremierDegre.DemiPart), EngageAuNiveau = (int)(engageSansElle / MissionPremierDegre.DemiPart),
            ResteNiveauxPrioritaires = 0, DotationTotale = (int)(solde.Notifie / MissionPremierDegre.DemiPart),
        };
    }
}
