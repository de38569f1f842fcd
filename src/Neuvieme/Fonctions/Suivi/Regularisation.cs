using Neuvieme.Droit;

namespace Neuvieme.Fonctions.Suivi;

/// <summary>Ce qu'un mois doit à une personne.</summary>
public readonly record struct LigneDue(long AgentId, Echeance Echeance);

/// <summary>Ce qu'une paie porte pour une personne, au titre d'un mois ; négatif, c'est un trop-perçu repris.</summary>
public readonly record struct LigneDePaie(long AgentId, int Rang, Mois Mois, Mois Paie, Montant Brut, Montant Net);

/// <summary>
/// Ce qui est déjà parti en paie ne se récrit pas : l'écart avec ce qui est dû désormais va à la prochaine paie, en rappel ou en
/// trop-perçu. Nul ne rend plus qu'il n'a reçu, puisque rien de dû n'est négatif.
/// </summary>
public static class Regularisation
{
    /// <summary>Le rang d'un écart : celui de son mois, augmenté de neuf à chaque nouvel écart sur ce mois.</summary>
    public static int RangDuMois(int rang) => (rang - 1) % Echeancier.Nombre + 1;

    /// <param name="avant">La version précédente ; vide pour la première.</param>
    /// <param name="paie">La paie d'une ligne que rien n'a encore payée.</param>
    /// <param name="prochaine">La première paie qui peut encore porter quelque chose.</param>
    public static IReadOnlyList<LigneDePaie> Ecrire(IReadOnlyList<LigneDue> dues, IReadOnlyList<LigneDePaie> avant, Func<LigneDue, Mois> paie, Mois prochaine)
    {
        var parties = avant.Where(l => l.Paie < prochaine).ToLookup(l => (l.AgentId, RangDuMois(l.Rang)));
        List<LigneDePaie> lignes = [.. parties.SelectMany(g => g)];
        foreach (var due in dues)
        {
            var e = due.Echeance;
            var deja = parties[(due.AgentId, e.Rang)].ToList();
            if (deja.Count == 0)
            {
                var mois = paie(due);
                lignes.Add(new(due.AgentId, e.Rang, e.Mois, avant.Count > 0 && mois < prochaine ? prochaine : mois, e.Brut, e.NetEstime));
            }
            else
            {
                Ecart(lignes, deja, due.AgentId, e.Mois, e.Brut, prochaine);
            }
        }

        // Ce qui a été payé à qui rien n'est plus dû ce mois-là.
        foreach (var g in parties.Where(g => !dues.Any(d => d.AgentId == g.Key.AgentId && d.Echeance.Rang == g.Key.Item2)))
        {
            Ecart(lignes, [.. g], g.Key.AgentId, g.First().Mois, Montant.Zero, prochaine);
        }

        return [.. lignes.OrderBy(l => l.AgentId).ThenBy(l => l.Rang)];
    }

    static void Ecart(List<LigneDePaie> lignes, List<LigneDePaie> deja, long agent, Mois mois, Montant du, Mois prochaine)
    {
        var ecart = du - deja.Aggregate(Montant.Zero, (s, l) => s + l.Brut);
        if (ecart != Montant.Zero)
        {
            lignes.Add(new(agent, deja.Max(l => l.Rang) + Echeancier.Nombre, mois, prochaine, ecart, NetEstime.De(ecart)));
        }
    }
}
