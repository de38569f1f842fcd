namespace Neuvieme.Droit.Comparateur;

/// <summary>Ce que l'on compare.</summary>
public enum Activite
{
    /// <summary>Heure supplémentaire année.</summary>
    Hsa,

    /// <summary>Heure supplémentaire effective.</summary>
    Hse,

    /// <summary>Professeur principal (part modulable).</summary>
    ProfesseurPrincipal,

    /// <summary>Indemnité pour mission particulière.</summary>
    Imp,

    /// <summary>Part fonctionnelle du Pacte.</summary>
    Pacte,
}

/// <summary>Ce que l'on sait d'une valeur à une date.</summary>
public enum EtatValeur
{
    /// <summary>Relevée, et couvrant la date.</summary>
    EnVigueur,

    /// <summary>Relevée, mais une revalorisation a suivi dont le montant ne l'est pas : elle se montre avec sa date, jamais comme l'actuelle.</summary>
    Ancienne,

    /// <summary>La date précède toute valeur connue.</summary>
    HorsVigueur,

    /// <summary>Aucun document relu ne donne cette valeur.</summary>
    NonRelevee,
}

/// <summary>Un montant et la période pour laquelle il est connu.</summary>
/// <param name="Etat">Ce que l'on sait.</param>
/// <param name="Brut">Le montant ; absent hors vigueur ou non relevé.</param>
/// <param name="Depuis">Premier jour où il s'applique.</param>
/// <param name="Jusqua">Dernier jour où il est sûr.</param>
public sealed record ValeurRelevee(EtatValeur Etat, Montant? Brut, DateOnly? Depuis, DateOnly? Jusqua);

/// <summary>Le traitement fiscal d'une activité.</summary>
public enum RegimeFiscal
{
    /// <summary>Exonérée d'impôt sous le plafond, RAFP compensée.</summary>
    Exonere,

    /// <summary>Aucun texte relu ne l'exonère : comptée imposable, RAFP de l'agent non compensée.</summary>
    NonCite,
}

/// <summary>Les montants relevés, par date.</summary>
public static class Releves
{
    /// <summary>Semaines d'enseignement de l'année (code de l'éducation, art. L. 521-1).</summary>
    public const int Semaines = 36;

    /// <summary>Heures de professeur principal de l'exemple relevé : 15 + 9 + 8 + 8.</summary>
    public const int HeuresProfesseurPrincipal = 15 + 9 + 8 + 8;

    /// <summary>Heures d'une part fonctionnelle de remplacement ou de soutien en sixième.</summary>
    public const int HeuresCourtes = 18;

    /// <summary>Heures d'une part fonctionnelle devant élèves.</summary>
    public const int HeuresLongues = 24;

    // Valeurs du point d'indice de juillet 2022 ; il a augmenté le 1er juillet 2023 et les nouveaux montants ne sont pas relevés.
    static readonly DateOnly Juillet2022 = new(2022, 7, 1), FinConnue = new(2023, 6, 30);

    static readonly Dictionary<Corps, ValeursDatees<Montant>> ParCorps = new()
    {
        [Corps.Peps] = Une(107_078),
        [Corps.Certifie] = Une(118_975),
        [Corps.Agrege] = Une(171_915),
    };

    static readonly ValeursDatees<Montant> Sixieme = Une(124_584), Troisieme = Une(142_584), Agreges = Une(160_944);

    /// <summary>Une part fonctionnelle entière (arrêté du 19 juillet 2023).</summary>
    public static ValeursDatees<Montant> PartFonctionnelle { get; } = new(new Version<Montant>(Pacte.Textes.Rentree2023, null, Pacte.Regles.Paiement.Brut(2)));

    /// <summary>HSA annuelle, sans la majoration de la première ; absente pour un corps que les documents ne donnent pas.</summary>
    public static ValeursDatees<Montant>? Hsa(Corps corps) => ParCorps.GetValueOrDefault(corps);

    /// <summary>Professeur principal : sixième à quatrième, ou troisième et au-delà ; les agrégés ont une seule valeur.</summary>
    public static ValeursDatees<Montant> ProfesseurPrincipal(Corps corps, bool troisiemeEtPlus) =>
        corps == Corps.Agrege ? Agreges : troisiemeEtPlus ? Troisieme : Sixieme;

    /// <summary>La première HSA : 20 % de plus.</summary>
    public static Montant Premiere(Montant hsa) => new Fiscalite.Proportion(120_000).De(hsa);

    /// <summary>L'HSE : un trente-sixième d'HSA sans majoration, plus 25 %, arrondi une fois.</summary>
    public static Montant Hse(Montant hsa) => (hsa * 5).DiviseParArrondi(Semaines * 4);

    /// <summary>Ce que l'on sait de la valeur ce jour-là.</summary>
    public static ValeurRelevee Lire(ValeursDatees<Montant>? suite, DateOnly jour)
    {
        if (suite is null) return new(EtatValeur.NonRelevee, null, null, null);
        Version<Montant> derniere = suite.Versions[^1];
        foreach (Version<Montant> v in suite.Versions)
        {
            if (jour >= v.Depuis && !(v.Jusqua < jour)) return new(EtatValeur.EnVigueur, v.Valeur, v.Depuis, v.Jusqua);
        }

        return jour < derniere.Depuis
            ? new(EtatValeur.HorsVigueur, null, suite.Versions[0].Depuis, null)
            : new(EtatValeur.Ancienne, derniere.Valeur, derniere.Depuis, derniere.Jusqua);
    }

    static ValeursDatees<Montant> Une(long centimes) => new(new Version<Montant>(Juillet2022, FinConnue, new(centimes)));
}

/// <summary>Les obligations réglementaires de service des enseignants.</summary>
public static class Obligations
{
    /// <summary>Heures hebdomadaires possibles, du relevé.</summary>
    public static IReadOnlyList<int> Heures { get; } = [8, 9, 10, 11, 15, 17, 18, 20, 21, 24, 36];

    /// <summary>Faux pour un service qu'aucun corps ne connaît : à signaler, sans refuser.</summary>
    public static bool EstConnue(int heures) => Heures.Contains(heures);

    /// <summary>Service hebdomadaire ordinaire du corps ; absent pour qui n'enseigne pas.</summary>
    public static int? De(Corps corps) => corps switch
    {
        Corps.Agrege => 15,
        Corps.Certifie or Corps.Plp => 18,
        Corps.Peps => 20,
        Corps.ProfesseurDesEcoles => 24,
        _ => null,
    };
}
