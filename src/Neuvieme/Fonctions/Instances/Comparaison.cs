using Neuvieme.Droit;
using Neuvieme.Socle;

namespace Neuvieme.Fonctions.Instances;

public enum Evolution { Reconduite, Modifiee, Nouvelle, Abandonnee }

/// <summary>Une mission d'une année à l'autre.</summary>
public sealed record LigneComparee(Evolution Evolution, LignePresentee? Avant, LignePresentee? Apres, IReadOnlyList<string> Changements)
{
    public LignePresentee Ligne => Apres ?? Avant!;
    public Montant Effet => (Apres?.Total ?? Montant.Zero) - (Avant?.Total ?? Montant.Zero);

    public static string Libelle(Evolution evolution) => evolution switch
    {
        Evolution.Reconduite => "reconduite",
        Evolution.Modifiee => "modifiée",
        Evolution.Nouvelle => "nouvelle",
        _ => "abandonnée",
    };
}

/// <summary>La répartition prévue cette année contre celle de l'an dernier : le même type et le même intitulé, sinon le même type s'il n'y en a qu'un.</summary>
public static class Comparaison
{
    public static IReadOnlyList<LigneComparee> De(IReadOnlyList<LignePresentee> avant, IReadOnlyList<LignePresentee> apres)
    {
        List<LignePresentee> restent = [.. avant];
        var trouvees = new Dictionary<long, LignePresentee>();
        // Deux coordinations de disciplines ont le même type : il ne rapproche que ce qu'il est seul à nommer, des deux côtés.
        var uniques = avant.CountBy(l => l.Code).Where(g => g.Value == 1).Select(g => g.Key).Intersect(apres.CountBy(l => l.Code).Where(g => g.Value == 1).Select(g => g.Key)).ToHashSet();
        foreach (var memes in new Func<LignePresentee, LignePresentee, bool>[] { (a, l) => Recherches.Aplatir(a.Intitule) == Recherches.Aplatir(l.Intitule), (_, l) => uniques.Contains(l.Code) })
        {
            foreach (var ligne in apres.Where(l => !trouvees.ContainsKey(l.MissionId)))
            {
                if (restent.FirstOrDefault(a => a.Code == ligne.Code && memes(a, ligne)) is { } ancienne)
                {
                    trouvees[ligne.MissionId] = ancienne;
                    restent.Remove(ancienne);
                }
            }
        }

        return
        [
            .. apres.Select(l => !trouvees.TryGetValue(l.MissionId, out var a) ? new LigneComparee(Evolution.Nouvelle, null, l, [])
                : Ecart.Changes(a, l, memeAnnee: false) is { Count: > 0 } c ? new(Evolution.Modifiee, a, l, c) : new(Evolution.Reconduite, a, l, [])),
            .. restent.Select(a => new LigneComparee(Evolution.Abandonnee, a, null, [])),
        ];
    }
}
