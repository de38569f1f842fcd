using Neuvieme.Droit;
using Neuvieme.Droit.ImpSecondDegre;
using Neuvieme.Socle.Documents;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Suivi;

/// <param name="Echeances">Vide tant que le service fait d'une mission ponctuelle n'est pas daté.</param>
public sealed record LigneEcheancier(string Nom, string Prenom, string Identifiant, string Mission, Taux Taux, IReadOnlyList<Echeance> Echeances)
{
    /// <summary>Un congé y a réduit ce qui est dû, et ce classeur va à qui n'a pas à le savoir.</summary>
    public bool Masquee { get; init; }
}

/// <summary>Qui reçoit quoi chaque mois : une ligne par attribution, un total par mois, en brut puis en net estimé.</summary>
public static class TableauEcheancier
{
    /// <param name="premierMois">Premier neuvième, pour que les neuf mois figurent même sans aucune ligne.</param>
    public static (Tableau Brut, Tableau Net) Construire(string etablissement, AnneeScolaire annee, IReadOnlyList<LigneEcheancier> lignes, int premierMois)
    {
        var mois = Echeancier.ParNeuviemes(Montant.Zero, annee, premierMois).Select(e => e.Mois)
            .Concat(lignes.SelectMany(l => l.Echeances).Select(e => e.Mois)).Distinct().Order().ToList();
        var triees = lignes.OrderBy(l => Tableau.CleDeTri(l.Nom, l.Prenom), StringComparer.Ordinal).ThenBy(l => l.Identifiant, StringComparer.Ordinal)
            .ThenBy(l => l.Mission, StringComparer.Ordinal).ToList();
        return (
            Feuille("Échéancier brut", $"Échéancier brut — {etablissement} — IMP {annee}", mois, triees, e => e.Brut, net: false),
            Feuille("Net estimé", $"Net estimé (avant RAFP et impôt) — {etablissement} — IMP {annee}", mois, triees, e => e.NetEstime, net: true));
    }

    static Tableau Feuille(string nom, string titre, List<Mois> mois, List<LigneEcheancier> lignes, Func<Echeance, Montant> part, bool net)
    {
        List<Colonne> colonnes = [new("Nom", 20), new("Prénom", 15), new("Identifiant STS", 13), new("Mission", 32), new("Taux", 26), .. mois.Select(m => new Colonne(m.Libelle, 11))];
        colonnes.Add(new(net ? "Total net estimé" : "Total brut", 12));
        if (!net) colonnes.AddRange([new("Net estimé", 12), new("Après service fait, sans date", 14)]);
        return new(nom, titre, colonnes, [.. lignes.Select(l => Rangee(l, mois, part, net))], lignes.Count == 0 ? [] : [Total(lignes, mois, part, net)]);
    }

    /// <summary>Ni mois ni total : d'un total sans une ligne, les autres la diraient.</summary>
    static IEnumerable<Cellule> NonCommunique(int mois, bool net) => Enumerable.Repeat((Cellule)LigneDeSuivi.NonCommunique, mois + (net ? 1 : 2));

    static List<Cellule> Rangee(LigneEcheancier l, List<Mois> mois, Func<Echeance, Montant> part, bool net)
    {
        if (l.Masquee)
        {
            List<Cellule> masquee = [l.Nom, l.Prenom, l.Identifiant, l.Mission, $"{Rendu.Euros(l.Taux.Montant)} · {l.Taux.Quotite} IMP · taux {l.Taux.Code}", .. NonCommunique(mois.Count, net)];
            return net ? masquee : [.. masquee, default];
        }

        List<Cellule> ligne =
        [
            l.Nom, l.Prenom, l.Identifiant, l.Mission, $"{Rendu.Euros(l.Taux.Montant)} · {l.Taux.Quotite} IMP · taux {l.Taux.Code}",
            .. mois.Select(m => (Cellule)(l.Echeances.Any(e => e.Mois == m) ? Somme(l.Echeances.Where(e => e.Mois == m), part) : (Montant?)null)),
            Somme(l.Echeances, part),
        ];
        if (!net) ligne.AddRange([Somme(l.Echeances, e => e.NetEstime), l.Echeances.Count == 0 ? l.Taux.Montant : (Montant?)null]);
        return ligne;
    }

    static List<Cellule> Total(List<LigneEcheancier> lignes, List<Mois> mois, Func<Echeance, Montant> part, bool net)
    {
        if (lignes.Any(l => l.Masquee))
        {
            List<Cellule> masque = ["Total", default, default, default, default, .. NonCommunique(mois.Count, net)];
            return net ? masque : [.. masque, default];
        }

        var toutes = lignes.SelectMany(l => l.Echeances).ToList();
        List<Cellule> total = ["Total", default, default, default, default, .. mois.Select(m => (Cellule)Somme(toutes.Where(e => e.Mois == m), part)), Somme(toutes, part)];
        if (!net)
            total.AddRange([Somme(toutes, e => e.NetEstime), lignes.Where(l => l.Echeances.Count == 0).Aggregate(Montant.Zero, (s, l) => s + l.Taux.Montant)]);
        return total;
    }

    static Montant Somme(IEnumerable<Echeance> echeances, Func<Echeance, Montant> part) => echeances.Aggregate(Montant.Zero, (s, e) => s + part(e));
}
