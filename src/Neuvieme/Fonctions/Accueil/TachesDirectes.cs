using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Lettres;
using Neuvieme.Fonctions.MissionsDirectes;
using Neuvieme.Fonctions.Seances;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Accueil;

/// <summary>Une part du Pacte ou une mission académique, telle que l'accueil la compte.</summary>
public sealed record DirecteVue(string Intitule, long AgentId, EtatAttribution Etat, bool Changement, DateTime? DemandeeLe, bool LettreSignee, EtatLettre? Lettre, bool AttendLAutorite, int AConfirmer);

/// <summary>Ce que les missions directes demandent à qui les prépare et les décide : la même file que les IMP, dans les mêmes mots.</summary>
public static class TachesDirectes
{
    public static readonly RequetePrete<string, int, DirecteVue> DeLEtablissement = new((db, uai, annee) =>
        db.MissionsDirectes.Where(m => m.Uai == uai && m.Annee == annee && m.Dispositif != DispositifDirect.PactePremierDegre).Select(m => new DirecteVue(m.Intitule, m.AgentId, m.Etat, m.ModificationDemandee != "", m.AccordDemandeLe, m.LettreLe != null,
            db.Lettres.Where(l => l.MissionDirecteId == m.Id && l.Etat != EtatLettre.Remplacee && l.Etat != EtatLettre.SansEffet).Select(l => (EtatLettre?)l.Etat).FirstOrDefault(),
            db.Lettres.Any(l => l.MissionDirecteId == m.Id && l.Etat == EtatLettre.ASigner && !l.Signatures.Any(s => s.Partie == Partie.Chef) && (l.Premier == Partie.Chef || l.Signatures.Any())),
            db.Seances.Count(s => s.MissionId == m.Id && s.Etat == EtatSeance.Declaree))));

    public static readonly RequetePrete<string, int, DirecteVue> DeLAcademie = new((db, academie, annee) =>
        db.MissionsDirectes.Where(m => m.AcademieCode == academie && m.Annee == annee).Select(m => new DirecteVue(m.Intitule, m.AgentId, m.Etat, m.ModificationDemandee != "", m.AccordDemandeLe, m.LettreLe != null,
            db.Lettres.Where(l => l.MissionDirecteId == m.Id && l.Etat != EtatLettre.Remplacee && l.Etat != EtatLettre.SansEffet).Select(l => (EtatLettre?)l.Etat).FirstOrDefault(),
            db.Lettres.Any(l => l.MissionDirecteId == m.Id && l.Etat == EtatLettre.ASigner && !l.Signatures.Any(s => s.Partie == Partie.Chef) && (l.Premier == Partie.Chef || l.Signatures.Any())), 0)));

    /// <summary>Les parts d'un établissement : le chef les confie, puis la lettre.</summary>
    public static IEnumerable<AFaire> DuChef(IReadOnlyList<DirecteVue> parts) =>
    [
        .. DAccord(parts, "Pacte", "/parts"),
        .. Dire(parts, p => p.Etat is EtatAttribution.AccordDonne or EtatAttribution.Proposee, "part du Pacte à confier", "parts du Pacte à confier", "/parts", "l’accord est donné"),
        .. parts.Sum(p => p.AConfirmer) is > 0 and var heures ? (AFaire[])[new(Francais.Nombre(heures, "heure du Pacte à confirmer", "heures du Pacte à confirmer"), "/seances", "la semaine d’un geste")] : [],
        .. DeLettre(parts, p => p.Etat == EtatAttribution.Validee, signe: true, "du Pacte", "la part est confiée"),
    ];

    /// <summary>Les missions académiques : la lettre d'abord, la décision ensuite (décret n° 2015-475, art. 5).</summary>
    public static IEnumerable<AFaire> DuRectorat(IReadOnlyList<DirecteVue> missions, Role role) =>
    [
        .. DAccord(missions, "missions académiques", "/academiques"),
        .. Dire(missions, m => m.Etat == EtatAttribution.ARectifier, "mission académique renvoyée", "missions académiques renvoyées", "/academiques", "à corriger puis proposer de nouveau"),
        .. DeLettre(missions, m => m.Etat is EtatAttribution.AccordDonne or EtatAttribution.Proposee, role == Role.Recteur, "académique", "la décision l’attend"),
        .. Dire(missions, m => m is { LettreSignee: true, Etat: EtatAttribution.Proposee } || (role == Role.Recteur && m is { LettreSignee: true, Etat: EtatAttribution.AccordDonne }), "mission académique à décider", "missions académiques à décider", "/academiques", "l’accord et la lettre sont là"),
    ];

    static IEnumerable<AFaire> DAccord(IReadOnlyList<DirecteVue> missions, string de, string page) =>
    [
        .. Dire(missions, m => m is { Etat: EtatAttribution.EnPreparation, Changement: true }, "personne demande un changement avant de répondre", "personnes demandent un changement avant de répondre", page, de),
        .. Dire(missions, m => m is { Etat: EtatAttribution.EnPreparation, Changement: false }, "accord à demander", "accords à demander", page, de),
        .. Dire(missions, m => m.Etat == EtatAttribution.AccordDecline, "mission sans suite", "missions sans suite", page, $"{de}, choisir quelqu’un d’autre"),
    ];

    static IEnumerable<AFaire> DeLettre(IReadOnlyList<DirecteVue> missions, Func<DirecteVue, bool> attendue, bool signe, string quoi, string pourquoi) =>
    [
        .. Dire(missions, m => attendue(m) && m is { Lettre: null, LettreSignee: false }, $"lettre {quoi} à établir", $"lettres {quoi}{Pluriel(quoi)} à établir", "/lettres", pourquoi),
        .. signe ? Dire(missions, m => m.AttendLAutorite, $"lettre {quoi} à signer", $"lettres {quoi}{Pluriel(quoi)} à signer", "/lettres/signer", "votre signature est attendue") : [],
        .. Dire(missions, m => m.Lettre is EtatLettre.Declinee or EtatLettre.ModificationDemandee or EtatLettre.Expiree, $"lettre {quoi} à revoir", $"lettres {quoi}{Pluriel(quoi)} à revoir", "/lettres", "non signée, ou délai passé"),
    ];

    static string Pluriel(string quoi) => quoi == "académique" ? "s" : "";

    static IEnumerable<AFaire> Dire(IReadOnlyList<DirecteVue> missions, Func<DirecteVue, bool> choix, string un, string plusieurs, string adresse, string precision) =>
        missions.Count(choix) is > 0 and var n ? [new(Francais.Nombre(n, un, plusieurs), adresse, precision)] : [];
}
