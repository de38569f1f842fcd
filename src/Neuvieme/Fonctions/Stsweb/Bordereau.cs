using Neuvieme.Droit;
using Neuvieme.Droit.ImpSecondDegre;
using Neuvieme.Socle.Documents;

namespace Neuvieme.Fonctions.Stsweb;

/// <summary>Le bordereau de saisie STSWeb : ce qu'il faut taper, dans l'ordre de l'écran, et ce qui a changé depuis la dernière saisie.</summary>
public static class Bordereau
{
    static readonly Colonne[] Colonnes =
    [
        new("N°", 5), new("Nom", 20), new("Prénom", 15), new("Identifiant STS", 13), new("Fonction", 14), new("Mission", 34), new("Taux STSWeb", 9),
        new("Fraction", 9), new("Montant annuel", 13), new("Date d’effet", 11), new("Date de fin", 11), new("Durée", 13), new("Réf. dossier", 19),
        new("Validé recteur le", 11), new("Avis CP le", 11), new("Avis CA le", 11), new("Saisi le / par", 15), new("Contrôlé le / par", 15),
        new("Écart depuis la dernière saisie", 24), new("Absences et remplacements", 34),
    ];

    const int ColonneMission = 5, ColonneTaux = 6, ColonneFraction = 7, ColonneMontant = 8;

    /// <summary>Alphabétique par agent, comme l'écran de STSWeb ; à nom égal, par identifiant puis par mission.</summary>
    public static IReadOnlyList<LigneBordereau> Ordonner(IEnumerable<LigneBordereau> lignes) =>
    [
        .. lignes.OrderBy(l => Tableau.CleDeTri(l.Nom, l.Prenom), StringComparer.Ordinal).ThenBy(l => l.Identifiant, StringComparer.Ordinal)
            .ThenBy(l => l.Mission, StringComparer.Ordinal).ThenBy(l => l.Reference, StringComparer.Ordinal),
    ];

    /// <summary>Ce qui sépare deux bordereaux, dans l'ordre de la saisie ; sans précédent, tout est nouveau.</summary>
    public static IReadOnlyList<Difference> Comparer(IReadOnlyList<LigneBordereau> precedentes, IReadOnlyList<LigneBordereau> courantes)
    {
        var avant = precedentes.ToDictionary(l => l.Reference, StringComparer.Ordinal);
        var maintenant = courantes.Select(l => l.Reference).ToHashSet(StringComparer.Ordinal);
        var ecarts = courantes.Select(l => avant.TryGetValue(l.Reference, out var ancienne) ? Modification(ancienne, l) : new Difference(Ecart.Nouvelle, l, []))
            .OfType<Difference>().Concat(precedentes.Where(l => !maintenant.Contains(l.Reference)).Select(l => new Difference(Ecart.Retiree, l, [])))
            .ToDictionary(d => d.Ligne.Reference, StringComparer.Ordinal);
        return [.. Ordonner(ecarts.Values.Select(d => d.Ligne)).Select(l => ecarts[l.Reference])];
    }

    static Difference? Modification(LigneBordereau avant, LigneBordereau apres)
    {
        var changements = avant.Saisissable.Zip(apres.Saisissable).Where(c => c.First.Valeur != c.Second.Valeur)
            .Select(c => $"{c.First.Champ} : {Ou(c.First.Valeur)} → {Ou(c.Second.Valeur)}").ToList();
        return changements.Count == 0 ? null : new(Ecart.Modifiee, apres, changements);

        static string Ou(string valeur) => valeur.Length == 0 ? "(vide)" : valeur;
    }

    /// <summary>Les deux feuilles : toutes les lignes avec leurs totaux, puis les seules différences.</summary>
    public static (Tableau Bordereau, Tableau Differences) Construire(
        string etablissement, AnneeScolaire annee, IReadOnlyList<LigneBordereau> lignes, IReadOnlyList<LigneBordereau> precedentes, Quotite? enveloppe)
    {
        var differences = Comparer(precedentes, lignes);
        var parReference = differences.ToDictionary(d => d.Ligne.Reference, d => d.Libelle, StringComparer.Ordinal);
        var titre = $"{etablissement} — IMP {annee}";
        return (
            new("Bordereau STSWeb", $"Bordereau de saisie STSWeb — {titre}", Colonnes,
                [.. Ordonner(lignes).Select((l, i) => Rangee(l, i + 1, parReference.GetValueOrDefault(l.Reference, "")))], Totaux(lignes, enveloppe)),
            new("Différences", $"Différences depuis la dernière saisie — {titre}", Colonnes,
                [.. differences.Select((d, i) => Rangee(d.Ligne, i + 1, d.Libelle))], []));
    }

    static IReadOnlyList<Cellule> Rangee(LigneBordereau l, int numero, string ecart) =>
    [
        numero, l.Nom, l.Prenom, l.Identifiant, l.Fonction, l.Mission, l.Taux.Code, l.Taux.Quotite.ToString(), l.Taux.Montant, l.Effet, l.Fin,
        l.DureeEcrite, l.Reference, l.ValideeLe, l.AvisConseilPedagogique, l.AvisConseilAdministration, l.Saisie, l.Controle, ecart, l.Interruptions,
    ];

    static List<IReadOnlyList<Cellule>> Totaux(IReadOnlyList<LigneBordereau> lignes, Quotite? enveloppe)
    {
        List<IReadOnlyList<Cellule>> totaux =
        [
            .. lignes.GroupBy(l => l.Taux.Code, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => Total($"{g.Count()} × {g.First().Taux.Nom}", g.Key, Quarts(g))),
        ];
        var engage = Quarts(lignes);
        totaux.Add(Total("Total, en IMP de 1\u202F250\u00A0€", "", engage));
        if (enveloppe is { } notifiee)
        {
            totaux.Add(Total("Enveloppe notifiée", "", notifiee));
            totaux.Add(engage > notifiee ? Total("Dépassement de l’enveloppe", "", engage - notifiee) : Total("Reste disponible", "", notifiee - engage));
        }

        return totaux;
    }

    static Quotite Quarts(IEnumerable<LigneBordereau> lignes) => lignes.Aggregate(Quotite.Zero, (s, l) => s + l.Taux.Quotite);

    static Cellule[] Total(string libelle, string code, Quotite quotite)
    {
        var ligne = new Cellule[Colonnes.Length];
        ligne[ColonneMission] = libelle;
        ligne[ColonneTaux] = code;
        ligne[ColonneFraction] = quotite.ToString();
        ligne[ColonneMontant] = quotite.EnMontant();
        return ligne;
    }
}
