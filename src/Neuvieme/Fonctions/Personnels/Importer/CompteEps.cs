using Neuvieme.Droit;

namespace Neuvieme.Fonctions.Personnels.Importer;

/// <summary>Le service d'un enseignant d'EPS, avec l'origine de chaque nombre : le chef d'établissement corrige par <c>with</c>. Heures hebdomadaires en centièmes.</summary>
/// <param name="HeuresEnseignees">Sans le forfait d'association sportive ; null quand le fichier ne le dit pas.</param>
/// <param name="Forfait">Association sportive : 3 h par enseignant par défaut, que ni les services ni les disciplines du fichier ne comptent.</param>
/// <param name="Maximum">Maximum de service du grade : au-delà, ce sont des heures supplémentaires.</param>
public sealed record EnseignantEps(
    ClePersonne Cle, string Nom, int? HeuresEnseignees, string OrigineHeures, int Forfait, int Maximum, string OrigineMaximum)
{
    public int? HeuresStatutaires => HeuresEnseignees is { } h ? Math.Min(h + Forfait, Maximum) : null;
    public int? HeuresAuDela => HeuresEnseignees is { } h ? Math.Max(0, h + Forfait - Maximum) : null;

    /// <summary>Équivalent temps plein de la personne, arrondi au centième, pour l'affichage seulement.</summary>
    public int? EtpCentiemes => HeuresStatutaires is { } h ? ((h * 200) + Maximum) / (Maximum * 2) : null;
}

/// <summary>Les faits dont dépend la coordination d'EPS. Un total est null tant que les heures d'une personne manquent.</summary>
/// <param name="AVerifier">Déclarés en EPS sans service d'EPS alors que d'autres en ont : non comptés, à confirmer.</param>
public sealed record CompteEps(IReadOnlyList<EnseignantEps> Enseignants, string Origine, IReadOnlyList<IndividuSts> AVerifier)
{
    // Maxima hebdomadaires : décret n° 2014-940 du 20 août 2014, art. 2.
    public const int MaximumAgrege = 1700, MaximumAutres = 2000;

    public int Nombre => Enseignants.Count;
    public int? HeuresCentiemes => Total(e => e.HeuresStatutaires);
    public int? HeuresSupplementairesCentiemes => Total(e => e.HeuresAuDela);

    /// <summary>Somme exacte des fractions, arrondie au centième supérieur : 4 ETP et une minute de plus, c'est « plus de quatre ».</summary>
    public int? EtpCentiemes
    {
        get
        {
            if (Enseignants.Any(e => e.HeuresStatutaires is null))
                return null;
            var commun = Enseignants.Select(e => (long)e.Maximum).Distinct().Aggregate(1L, Ppcm);
            var somme = Enseignants.Sum(e => e.HeuresStatutaires!.Value * (commun / e.Maximum));
            return (int)(((somme * 100) + commun - 1) / commun);
        }
    }

    public static (int Maximum, string Origine) MaximumDeService(Corps corps) => corps switch
    {
        Corps.Agrege => (MaximumAgrege, "agrégé d’EPS : 17 h"),
        Corps.Peps or Corps.ChargeEnseignementEps or Corps.AdjointEnseignement => (MaximumAutres, "professeur ou chargé d’enseignement d’EPS : 20 h"),
        _ => (MaximumAutres, "grade absent ou sans maximum propre à l’EPS : 20 h supposées"),
    };

    int? Total(Func<EnseignantEps, int?> heures) =>
        Enseignants.Any(e => heures(e) is null) ? null : Enseignants.Sum(e => heures(e)!.Value);

    static long Ppcm(long a, long b)
    {
        var (x, y) = (a, b);
        while (y != 0)
            (x, y) = (y, x % y);
        return a / x * b;
    }
}
