namespace Neuvieme.Droit.Pacte;

/// <summary>Ce que le droit dit d'une mission du Pacte.</summary>
/// <param name="Mission">La mission.</param>
/// <param name="Code">Code stable, « PAC-RCD ».</param>
/// <param name="Noms">Ses noms successifs, datés ; une mission renommée reste la même.</param>
/// <param name="Cadre">Où elle s'exerce.</param>
/// <param name="Modalite">Heures par part ou forfait.</param>
/// <param name="Priorite">1, 2 ou 3 : ce qu'une académie fait pourvoir avant le reste.</param>
/// <param name="Bilan">À qui le bilan est remis.</param>
/// <param name="Contenu">Les tâches, dans nos mots.</param>
/// <param name="Depuis">Premier jour où la mission ouvre droit à une part.</param>
public sealed record FicheMission(
    Mission Mission, string Code, ValeursDatees<string> Noms, Cadre Cadre, Modalite Modalite, int Priorite, Destinataire Bilan,
    IReadOnlyList<string> Contenu, DateOnly Depuis)
{
    /// <summary>Premier jour que les textes relus attestent, quand elle a pu exister avant ; absent si <see cref="Depuis"/> est sourcé.</summary>
    public DateOnly? AttesteeDepuis { get; init; }

    /// <summary>Le nom que la mission porte ce jour-là ; le premier avant qu'elle existe.</summary>
    public string Libelle(DateOnly jour) => Noms.Lire(jour, out string? nom) ? nom : Noms.Versions[0].Valeur;

    /// <summary>Heures d'une part entière ; absent au forfait.</summary>
    public int? HeuresParPart => HeuresDe(Modalite);

    /// <summary>Heures d'une part entière de cette modalité ; absent au forfait ou si elle n'est pas connue.</summary>
    internal static int? HeuresDe(Modalite? modalite) => modalite switch { Pacte.Modalite.Heures18 => 18, Pacte.Modalite.Heures24 => 24, _ => null };

    /// <summary>Heures dues pour ce nombre de demi-parts ; absent au forfait (une demi-part de 24 heures en fait 12).</summary>
    public int? Heures(int demiParts) => HeuresParPart * demiParts / 2;

    /// <summary>Vrai si la note de service énonce un bilan de fin de mission.</summary>
    public bool DemandeUnBilan => Bilan != Destinataire.Aucun;
}

/// <summary>Les missions du Pacte. Elles sont indicatives : chaque lettre peut adapter les tâches aux besoins (note de service du 22 septembre 2025, annexe 1).</summary>
public static class Nomenclature
{
    static readonly FicheMission[] ParRang = [.. NomenclatureCommune.Fiches, .. NomenclatureLyceePro.Fiches];

    /// <summary>Toutes les fiches, dans l'ordre de <see cref="Mission"/>.</summary>
    public static IReadOnlyList<FicheMission> Fiches => ParRang;

    /// <summary>La fiche d'une mission.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Mission inconnue.</exception>
    public static FicheMission Fiche(Mission mission) =>
        Chercher(mission) ?? throw new ArgumentOutOfRangeException(nameof(mission), mission, "Mission inconnue.");

    /// <summary>La fiche qui porte ce code, ou <see langword="null"/>.</summary>
    public static FicheMission? DeCode(string? code)
    {
        foreach (FicheMission f in ParRang)
        {
            if (string.Equals(f.Code, code, StringComparison.Ordinal)) return f;
        }

        return null;
    }

    internal static FicheMission? Chercher(Mission mission)
    {
        // Pas de soustraction avant la borne : une valeur sans nom, fût-elle la plus petite, n'est qu'une mission inconnue.
        return mission > default(Mission) && (int)mission <= ParRang.Length ? ParRang[(int)mission - 1] : null;
    }

    internal static FicheMission Fiche(Mission mission, string code, string nom, Cadre cadre, Modalite modalite, Destinataire bilan, string[] contenu, int priorite = 3, DateOnly? depuis = null, DateOnly? attesteeDepuis = null) =>
        new(mission, code, new(new Version<string>(depuis ?? Textes.Rentree2023, null, nom)), cadre, modalite, priorite, bilan, contenu, depuis ?? Textes.Rentree2023) { AttesteeDepuis = attesteeDepuis };
}
