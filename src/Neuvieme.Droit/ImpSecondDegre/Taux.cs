namespace Neuvieme.Droit.ImpSecondDegre;

/// <summary>Un des taux annuels forfaitaires de l'IMP (décret n° 2015-475, art. 2 ; arrêté du 27 avril 2015).</summary>
/// <param name="Code">Code de saisie dans STSWeb, « 001 » à « 005 ».</param>
/// <param name="Nom">« taux quart », « taux moitié », « taux de base », « taux double », « taux triple ».</param>
/// <param name="Quotite">Nombre d'IMP.</param>
/// <param name="Montant">Montant annuel brut.</param>
public sealed record Taux(string Code, string Nom, Quotite Quotite, Montant Montant)
{
    /// <summary>« taux quart (001) — 312,50 € par an » : le code seul prête à confusion entre « taux 1 » et « taux de base ».</summary>
    public string Libelle => $"{Nom} ({Code}) — {Montant} par an";

    /// <summary>Rang du taux dans sa liste, de 0 à 4.</summary>
    internal int Rang => Code[2] - '1';
}

/// <summary>Les taux, par date.</summary>
public static class TauxImp
{
    /// <summary>Première rentrée où l'IMP existe.</summary>
    public static readonly DateOnly PremiereRentree = new(2015, 9, 1);

    static readonly ValeursDatees<Taux[]> ParDate = new(new Version<Taux[]>(PremiereRentree, null,
    [
        Un("001", "taux quart", 1),
        Un("002", "taux moitié", 2),
        Un("003", "taux de base", 4),
        Un("004", "taux double", 8),
        Un("005", "taux triple", 12),
    ]));

    /// <summary>Les versions successives de la liste.</summary>
    public static IReadOnlyList<Version<Taux[]>> Versions => ParDate.Versions;

    /// <summary>Les taux applicables ce jour-là, du plus faible au plus fort ; liste vide si aucun texte ne couvre la date.</summary>
    public static IReadOnlyList<Taux> AuDate(DateOnly jour) => ParDate.Lire(jour, out Taux[]? taux) ? taux : [];

    /// <summary>Le taux qui vaut exactement ce montant ce jour-là.</summary>
    public static Taux? DeMontant(Montant montant, DateOnly jour)
    {
        if (!ParDate.Lire(jour, out Taux[]? taux)) return null;
        foreach (Taux t in taux)
        {
            if (t.Montant == montant) return t;
        }

        return null;
    }

    /// <summary>Le taux qui porte ce code STSWeb ce jour-là.</summary>
    public static Taux? DeCode(string? code, DateOnly jour)
    {
        if (!ParDate.Lire(jour, out Taux[]? taux)) return null;
        foreach (Taux t in taux)
        {
            if (string.Equals(t.Code, code, StringComparison.Ordinal)) return t;
        }

        return null;
    }

    /// <summary>Le taux qui vaut ce montant, dans la liste la plus récente.</summary>
    public static Taux? DeMontant(Montant montant) => DeMontant(montant, ParDate.Versions[^1].Depuis);

    /// <summary>Le taux qui porte ce code, dans la liste la plus récente.</summary>
    public static Taux? DeCode(string? code) => DeCode(code, ParDate.Versions[^1].Depuis);

    static Taux Un(string code, string nom, int quarts) => new(code, nom, new(quarts), new Quotite(quarts).EnMontant());
}
