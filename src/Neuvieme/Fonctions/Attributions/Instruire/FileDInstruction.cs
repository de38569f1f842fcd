using Neuvieme.Droit;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Attributions.Instruire;

public enum Vue { Toutes, Miennes, SansCharge, EnRetard, Aujourdhui, SeptJours, EnAttente, ARecontroler }

/// <summary>Une proposition dans la file du rectorat, sans ouvrir son établissement.</summary>
public sealed record Proposition(
    long Id, int? VersionSuivi, string Uai, string Denomination, long? AgentId, string? TypeSts, string? IdSts, string? Prenom, string? Nom, string Intitule, long Centimes, DateTime? RecueUtc, EtatAttribution Etat,
    string Reponse, long? ChargeId, string? ChargeNom, string? MotifAttente, DateOnly? AttendreJusquAu, DateTime? EnAttenteDepuis, Recontrole? Recontrole, int NotesImportantes)
{
    /// <summary>Ce qu'on coche pour s'en charger : le dossier et la version de son suivi.</summary>
    public LigneLue Suivi => new(Id, VersionSuivi ?? 0);
    public string Agent => $"{Prenom} {Nom}".Trim();
    /// <summary>L'identifiant STSWeb, quand un homonyme du même établissement est aussi dans la file ; vide sinon.</summary>
    public string Distinction { get; init; } = "";
    public Montant Montant => new(Centimes);
    public DateOnly Depuis => RecueUtc is { } i ? Horloge.AParis(i) : DateOnly.MinValue;

    public bool Attend(DateOnly jour) => Instruction.Attend(EnAttenteDepuis, AttendreJusquAu, jour);

    public DateOnly Echeance(int delai) => Depuis.AddDays(delai);
}

/// <summary>La file de l'académie : une requête, quels que soient le nombre de propositions et celui des établissements.</summary>
public sealed class FileDInstruction(IReadOnlyList<Proposition> toutes, long? moi, DateOnly jour, int delai)
{
    public int Delai { get; } = delai;

    static readonly RequetePrete<string, int, Proposition> Propositions = new((db, academie, annee) =>
        from a in db.Attributions
        join e in db.Etablissements on a.Uai equals e.Uai
        join m in db.Missions on a.MissionId equals m.Id
        join p in db.Agents on a.AgentId equals p.Id into personnes
        from p in personnes.DefaultIfEmpty()
        join i in db.Instructions on a.Id equals i.AttributionId into instructions
        from i in instructions.DefaultIfEmpty()
        where e.AcademieCode == academie && a.Annee == annee && (a.Etat == EtatAttribution.Proposee || (a.Etat == EtatAttribution.Validee && i.Recontrole == Recontrole.AFaire))
        orderby a.ProposeeLe, a.Id
        select new Proposition(
            a.Id, i.Version, a.Uai, e.Denomination, a.AgentId, p.TypeSts, p.IdSts, p.Prenom, p.NomUsage, m.Intitule, a.Centimes, a.Etat == EtatAttribution.Proposee && a.InstruiteLe > a.ProposeeLe ? a.InstruiteLe : a.ProposeeLe, a.Etat, a.ReponseRectification,
            i.ChargeId, i.ChargeNom, i.MotifAttente, i.AttendreJusquAu, i.EnAttenteDepuis, i.Recontrole,
            db.NotesInstruction.Count(n => n.AttributionId == a.Id && n.Importante)));

    public static async Task<FileDInstruction> Lire(NeuviemeDb db, string academie, int annee, long? moi, DateOnly jour, int delai, CancellationToken ct) =>
        new(Distinguer(await Propositions.Lire(db, academie, annee, ct)), moi, jour, delai);

    static List<Proposition> Distinguer(List<Proposition> propositions)
    {
        var homonymes = propositions.Where(p => p.AgentId is not null).GroupBy(p => (p.Uai, Personnels.Homonymie.Cle(p.Nom ?? "", p.Prenom)))
            .Where(g => g.Select(p => p.AgentId).Distinct().Count() > 1).Select(g => g.Key).ToHashSet();
        return homonymes.Count == 0 ? propositions
            : [.. propositions.Select(p => homonymes.Contains((p.Uai, Personnels.Homonymie.Cle(p.Nom ?? "", p.Prenom))) ? p with { Distinction = $"STS {p.TypeSts} {p.IdSts}" } : p)];
    }

    public IEnumerable<Proposition> De(Vue vue) => vue == Vue.ARecontroler
        ? toutes.Where(p => p.Etat == EtatAttribution.Validee)
        : toutes.Where(p => p.Etat == EtatAttribution.Proposee && vue switch
        {
            Vue.Miennes => p.ChargeId is not null && p.ChargeId == moi,
            Vue.SansCharge => p.ChargeId is null,
            Vue.EnRetard => !p.Attend(jour) && p.Echeance(Delai) < jour,
            Vue.Aujourdhui => !p.Attend(jour) && p.Echeance(Delai) == jour,
            Vue.SeptJours => !p.Attend(jour) && p.Echeance(Delai) >= jour && p.Echeance(Delai) <= jour.AddDays(7),
            Vue.EnAttente => p.Attend(jour),
            _ => true,
        });

    /// <summary>Cherche par nom, mission, établissement, UAI ou référence.</summary>
    public static IEnumerable<Proposition> Chercher(IEnumerable<Proposition> propositions, int annee, string? recherche) =>
        propositions.Where(p => Recherches.Contient($"{p.Agent} {p.Nom} {p.Prenom} {p.Intitule} {p.Denomination} {p.Uai} {Attribution.ReferenceDe(annee, p.Id)}", recherche));

    public static string Libelle(Vue vue) => vue switch
    {
        Vue.Miennes => "Mes dossiers",
        Vue.SansCharge => "Sans instructeur",
        Vue.EnRetard => "En retard",
        Vue.Aujourdhui => "Pour aujourd’hui",
        Vue.SeptJours => "Sous sept jours",
        Vue.EnAttente => "En attente",
        Vue.ARecontroler => "À recontrôler",
        _ => "Toutes",
    };
}
