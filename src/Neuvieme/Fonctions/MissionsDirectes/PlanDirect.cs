using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Fonctions.Parametres;
using Neuvieme.Fonctions.Personnels;
using Neuvieme.Socle.BaseDeDonnees;
using ParametresDuDroit = Neuvieme.Droit.Parametres;

namespace Neuvieme.Fonctions.MissionsDirectes;

/// <summary>Ce qui est notifié à un porteur, ou à l'un de ses niveaux, et ce que ses missions en tiennent.</summary>
public sealed record Solde(long Notifie, long Reserve, long Propose, long Valide)
{
    public long Engage => Reserve + Propose + Valide;
    public long Libre => Notifie - Engage;
}

/// <summary>
/// Les enveloppes et les missions de quelques porteurs, jugées par le droit : le même nombre de lectures, quel que soit le nombre de missions.
/// L'enveloppe d'IMP d'une circonscription est un repère de gestion, qu'aucun texte relevé ne crée : c'est ici, non dans le droit, qu'elle se contrôle.
/// </summary>
public sealed partial record PlanDirect(
    AnneeScolaire Annee, DateOnly Jour, ParametresDuDroit Parametres, IReadOnlyList<LigneDirecte> Lignes, IReadOnlyList<MissionDirecte> Missions, IReadOnlyDictionary<string, Etablissement> Ecoles,
    IReadOnlyDictionary<long, Affectation> Affectations)
{
    public static async Task<PlanDirect> Charger(NeuviemeDb db, string academie, Porteurs porteurs, AnneeScolaire annee, DateOnly jour, CancellationToken ct)
    {
        var (codes, uais, code, debut) = (porteurs.Circonscriptions.ToArray(), porteurs.Etablissements.ToArray(), porteurs.Academie, annee.Debut);
        var lignes = await db.LignesDirectes.AsNoTracking().Where(l => l.Annee == debut && (codes.Contains(l.CirconscriptionCode!) || uais.Contains(l.Uai!) || (code != null && l.AcademieCode == code)))
            .OrderBy(l => l.NotifieeLe).ThenBy(l => l.Id).ToListAsync(ct);
        var missions = await db.MissionsDirectes.Include(m => m.Agent).Where(m => m.Annee == debut && (codes.Contains(m.CirconscriptionCode!) || uais.Contains(m.Uai!) || (code != null && m.AcademieCode == code)))
            .OrderBy(m => m.Id).ToListAsync(ct);
        var lieux = missions.Select(m => m.Agent!.Uai).Concat(uais).Distinct().ToArray();
        var etablissements = await db.Etablissements.AsNoTracking().Where(e => lieux.Contains(e.Uai)).ToDictionaryAsync(e => e.Uai, ct);
        // L'EPS et les classes préparatoires ne comptent que pour les missions académiques.
        var agents = missions.Where(m => m.EstAcademique).Select(m => m.AgentId).Distinct().ToArray();
        var affectations = agents.Length == 0 ? [] : await db.Affectations.AsNoTracking().Where(a => a.Annee == debut && agents.Contains(a.AgentId)).ToDictionaryAsync(a => a.AgentId, ct);
        return new(annee, jour, await Parametre.DuJour(db, academie, jour, ct), lignes, missions, etablissements, affectations);
    }

    /// <param name="niveau">Pour le Pacte, ce que ce niveau seul a reçu et tient.</param>
    public Solde SoldeDe(DispositifDirect dispositif, string porteur, int? niveau = null)
    {
        long Somme(Func<EtatAttribution, bool> etats) => Missions.Where(m => m.Dispositif.MemeEnveloppe(dispositif) && m.Porteur == porteur && (niveau is null || m.Niveau == niveau) && etats(m.Etat)).Sum(m => m.Centimes);
        return new(Lignes.Where(l => l.Dispositif.MemeEnveloppe(dispositif) && l.Porteur == porteur && (niveau is null || l.Niveau == niveau)).Sum(l => l.Centimes),
            Somme(e => e is EtatAttribution.AccordDemande or EtatAttribution.AccordDonne or EtatAttribution.ARectifier), Somme(e => e == EtatAttribution.Proposee), Somme(e => e == EtatAttribution.Validee));
    }

    /// <summary>Le solde où la mission puise : celui de son niveau pour le Pacte.</summary>
    public Solde SoldeDe(MissionDirecte m) => SoldeDe(m.Dispositif, m.Porteur, m.EstPacte ? m.Niveau : null);

    /// <summary>Ce qui resterait à la mission si elle n'engageait encore rien.</summary>
    public long LibrePour(MissionDirecte m) => SoldeDe(m).Libre + (m.Etat.Engage() ? m.Centimes : 0);

    /// <param name="autorite">Qui décide, quand c'est la décision que l'on juge.</param>
    public Decision Juger(MissionDirecte m, Autorite autorite = Autorite.Inconnue) => m.Dispositif switch
    {
        DispositifDirect.ImpPremierDegre => Droit.ImpPremierDegre.Evaluation.Evaluer(SituationImp(m, autorite), Parametres),
        DispositifDirect.Academique => Droit.MissionsAcademiques.Evaluation.Evaluer(SituationAcademique(m, autorite), Parametres),
        _ => Droit.Pacte.Evaluation.Evaluer(SituationPacte(m), Parametres),
    };
}
