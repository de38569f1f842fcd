namespace Neuvieme.Fonctions.Personnels;

/// <summary>
/// Le compte d'EPS de l'établissement : enseignants, heures hebdomadaires et équivalents temps plein, forfait d'association
/// sportive compris (circulaire 2015-058, II.2 ; décret 2014-460 : trois heures par enseignant d'EPS).
/// </summary>
public sealed record FaitsEps(int Enseignants, int? HeuresCentiemes, int? EtpCentiemes, IReadOnlyList<string> HeuresInconnues)
{
    public static FaitsEps De(IEnumerable<Affectation> affectations, int forfaitCentiemes)
    {
        var eps = affectations.Where(a => a is { Presente: true, EnseigneEps: true }).ToList();
        var inconnues = eps.Where(a => a.HeuresEpsCentiemes is null).Select(a => a.Agent?.NomComplet ?? "").ToList();
        if (inconnues.Count > 0)
        {
            return new(eps.Count, null, null, inconnues);
        }

        var heures = eps.Sum(a => a.HeuresEpsCentiemes!.Value + forfaitCentiemes);
        // Arrondi au centième supérieur : 4,001 ETP, c'est déjà « plus de quatre ».
        var etp = eps.Sum(a => (a.HeuresEpsCentiemes!.Value + forfaitCentiemes) * 100m / (a.MaximumServiceCentiemes ?? MaximumPeps));
        return new(eps.Count, heures, (int)decimal.Ceiling(etp), []);
    }

    /// <summary>Maximum de service d'un professeur d'EPS quand le grade ne dit rien : vingt heures (décret 2014-940, art. 2).</summary>
    const int MaximumPeps = 2000;
}
