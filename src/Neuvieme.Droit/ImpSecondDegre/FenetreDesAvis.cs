namespace Neuvieme.Droit.ImpSecondDegre;

/// <summary>Les mois où se recueillent les avis des conseils (circulaire n° 2015-058 du 29 avril 2015, I).</summary>
public static class FenetreDesAvis
{
    /// <summary>Vrai de février à juin, bornes incluses, de l'année civile de la rentrée préparée ; hors de là, l'avis vaut et s'annonce comme un ajustement.</summary>
    /// <param name="annee">Année scolaire que les missions préparent.</param>
    /// <param name="jour">Jour de la séance.</param>
    public static bool Contient(AnneeScolaire annee, DateOnly jour)
    {
        (int an, int mois, _) = jour;
        return an == annee.Debut && mois is >= 2 and <= 6;
    }
}
