namespace Neuvieme.Droit.Versements;

/// <summary>Les trente jours comptables d'un mois : le 31 n'ajoute rien, le dernier jour de février complète le mois.</summary>
/// <remarks>Le décret n° 2015-475 (art. 4) ne dit pas comment couper un mois : le trentième est l'usage de la paie publique, retenu ici.</remarks>
public static class Trentiemes
{
    /// <summary>Trentièmes d'un mois entier.</summary>
    public const int ParMois = 30;

    /// <summary>Trentièmes de ce mois compris dans la période, de 0 à 30 ; 0 si la période est à l'envers.</summary>
    public static int Dans(Mois mois, Periode periode)
    {
        (int debut, int fin) = Plage(mois, periode);
        return fin - debut;
    }

    /// <summary>Les trentièmes de la période dans ce mois, numérotés de 0 à 29, fin exclue.</summary>
    internal static (int Debut, int Fin) Plage(Mois mois, Periode periode)
    {
        if (!periode.EstOrdonnee) return (0, 0);
        int debut = Borner(Rang(periode.Debut) - Rang(mois)), fin = Borner(RangApres(periode.Fin) - Rang(mois));
        return fin > debut ? (debut, fin) : (0, 0);
    }

    /// <summary>Rang absolu du premier trentième d'un mois : deux rangs se soustraient à travers les années.</summary>
    internal static int Rang(Mois mois) => (mois.Annee * 12 + mois.Numero - 1) * ParMois;

    /// <summary>Rang absolu du premier trentième que ce jour ouvre.</summary>
    internal static int Rang(DateOnly jour) => Rang(Mois.De(jour)) + (jour.Day - 1);

    /// <summary>Rang absolu du trentième qui suit ce jour : le 31 et le dernier de février achèvent leur mois.</summary>
    internal static int RangApres(DateOnly jour) =>
        Rang(Mois.De(jour)) + (jour.Day >= ParMois || jour.Day == DateTime.DaysInMonth(jour.Year, jour.Month) ? ParMois : jour.Day);

    static int Borner(int trentiemes) => trentiemes < 0 ? 0 : trentiemes > ParMois ? ParMois : trentiemes;
}

/// <summary>Partages d'un montant, au centime.</summary>
public static class Prorata
{
    /// <summary>Parts égales à un centime près, les plus fortes d'abord ; leur somme est toujours le tout.</summary>
    /// <remarks>Un calcul, pas un droit : une part d'IMP est de toute façon un des cinq taux (voir <see cref="Partage"/>).</remarks>
    /// <param name="tout">Le montant à partager, de signe quelconque.</param>
    /// <param name="nombre">Nombre de parts ; liste vide s'il n'est pas positif.</param>
    public static IReadOnlyList<Montant> PartsEgales(Montant tout, int nombre)
    {
        if (nombre <= 0) return [];
        (long part, long reste) = long.DivRem(tout.Centimes, nombre);
        int signe = reste < 0 ? -1 : 1;
        var parts = new Montant[nombre];
        for (int i = 0; i < nombre; i++) parts[i] = new(i < reste * signe ? part + signe : part);
        return parts;
    }

    /// <summary>La fraction d'un montant positif, la moitié arrondie vers le haut.</summary>
    internal static Montant De(Montant montant, long numerateur, long denominateur) =>
        new((long)(((Int128)montant.Centimes * numerateur * 2 + denominateur) / ((Int128)denominateur * 2)));
}
