using System.Runtime.InteropServices;

namespace Neuvieme.Droit.ImpSecondDegre;

/// <summary>Le compte des heures et des équivalents temps plein d'EPS d'un établissement, hors heures supplémentaires.</summary>
/// <param name="Enseignants">Nombre d'enseignants.</param>
/// <param name="HeuresCentiemes">Heures hebdomadaires, forfait d'association sportive compris, en centièmes.</param>
/// <param name="EtpCentiemes">Équivalents temps plein en centièmes, arrondis au centième supérieur pour que « plus de quatre » reste exact.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct CompteEps(int Enseignants, int HeuresCentiemes, int EtpCentiemes)
{
    /// <summary>Heures hebdomadaires statutaires d'un professeur agrégé d'EPS.</summary>
    public const int ServiceAgrege = 17;

    /// <summary>Heures hebdomadaires statutaires des autres enseignants d'EPS.</summary>
    public const int ServiceAutres = 20;

    /// <summary>Vrai à partir de trois enseignants et de cinquante heures : la coordination des APSA s'ouvre (circulaire n° 2015-058, II.2).</summary>
    public bool OuvreLaCoordination => Enseignants >= Regles.BesoinsApsa.EnseignantsMinimum && HeuresCentiemes >= Regles.BesoinsApsa.HeuresMinimumCentiemes;

    /// <summary>Le compte à partir des heures enseignées par chacun ; le forfait s'ajoute à chaque enseignant.</summary>
    /// <param name="services">Heures enseignées en centièmes et corps de chaque enseignant d'EPS.</param>
    /// <param name="p">Le forfait d'association sportive de l'académie.</param>
    /// <exception cref="ArgumentOutOfRangeException">Heures négatives ou au-delà de 100 heures.</exception>
    public static CompteEps De(IEnumerable<(int HeuresCentiemes, Corps Corps)> services, Parametres p)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(p);
        int enseignants = 0;
        long agreges = 0, autres = 0;
        foreach ((int heures, Corps corps) in services)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(heures, nameof(services));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(heures, 100_00, nameof(services));
            enseignants++;
            int total = heures + p.ForfaitAssociationSportiveCentiemes;
            if (corps == Corps.Agrege) agreges += total;
            else autres += total;
        }

        long numerateur = agreges * ServiceAutres + autres * ServiceAgrege;
        const long denominateur = ServiceAgrege * ServiceAutres;
        return new(enseignants, (int)(agreges + autres), (int)((numerateur + denominateur - 1) / denominateur));
    }
}
