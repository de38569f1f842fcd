using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Fonctions.Lettres;

namespace Neuvieme.Fonctions.Archives;

/// <summary>Ce qu'une archive rassemble : un établissement, pour ses missions et ses parts ; ou l'académie, pour les missions qu'elle confie elle-même.</summary>
/// <param name="Code">L'UAI, ou <see cref="DesMissionsAcademiques"/>.</param>
/// <param name="Portee">Celle du verrou et du journal.</param>
public sealed record LieuDArchive(string Code, string Nom, string Portee, string Academie)
{
    public const string DesMissionsAcademiques = "academie";

    public bool EstAcademie => Code == DesMissionsAcademiques;

    public static LieuDArchive De(Etablissement e) => new(e.Uai, e.Denomination, e.Uai, e.AcademieCode);

    public static LieuDArchive De(Academie a) => new(DesMissionsAcademiques, NomDe(a.Libelle), Etablissements.Academie.PorteeDe(a.Code), a.Code);

    public static string NomDe(string academie) => $"Missions académiques, académie {academie}";

    /// <summary>Ses lettres d'une année, y compris celles d'une part retirée de la répartition : elle ne se montre plus, mais sa lettre a été signée.</summary>
    public IQueryable<Lettre> Lettres(IQueryable<Lettre> lettres, int annee) => EstAcademie
        ? lettres.Where(l => l.MissionDirecte!.Uai == null && l.MissionDirecte.AcademieCode == Academie && l.MissionDirecte.Annee == annee)
        : lettres.Where(l => (l.Attribution!.Uai == Code && l.Attribution.Annee == annee) || (l.MissionDirecte!.Uai == Code && l.MissionDirecte.Annee == annee));
}
