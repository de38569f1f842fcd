using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Journal;

/// <summary>
/// Les rangs des dernières entrées du journal sur ce qu'une page montre : l'établissement et son académie (« 45/12 »), ou les
/// établissements d'un agent (« 0990001N:45 »). Chaque écriture en ajoute une sous le verrou de sa portée : deux lectures de
/// même révision ont vu les mêmes données.
/// </summary>
public readonly record struct Revision(string Rangs)
{
    sealed record Deux(long Etablissement, long Academie);

    static readonly RequetePrete<string, string, Deux> DeLEtablissement = new((db, uai, academie) =>
        db.Etablissements.Where(e => e.Uai == uai).Select(_ => new Deux(
            db.Journal.Where(j => j.Portee == uai).Max(j => (long?)j.Rang) ?? 0,
            db.Journal.Where(j => j.Portee == academie).Max(j => (long?)j.Rang) ?? 0)));

    public static Revision De(long etablissement, long academie) => new($"{etablissement}/{academie}");

    public static async Task<Revision> De(NeuviemeDb db, Etablissement etablissement, CancellationToken ct)
    {
        var deux = (await DeLEtablissement.Lire(db, etablissement.Uai, Academie.PorteeDe(etablissement.AcademieCode), ct)).Single();
        return De(deux.Etablissement, deux.Academie);
    }
}
