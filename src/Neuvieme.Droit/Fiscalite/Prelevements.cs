using System.Runtime.InteropServices;

namespace Neuvieme.Droit.Fiscalite;

/// <summary>Ce qui est retenu sur un versement brut.</summary>
/// <param name="Brut">Montant brut.</param>
/// <param name="Csg">CSG, au centime.</param>
/// <param name="Crds">CRDS ; elle porte le centime d'arrondi, pour que brut moins retenues fasse le net.</param>
/// <param name="Net">Net estimé de la ligne.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Retenue(Montant Brut, Montant Csg, Montant Crds, Montant Net);

/// <summary>CSG et CRDS d'un versement, ligne par ligne.</summary>
public static class Prelevements
{
    /// <summary>Le détail des retenues ; faux si aucun taux ne couvre ce jour.</summary>
    /// <remarks>Le net vient de <see cref="NetEstime"/>, arrondi une fois ; arrondir séparément CSG et CRDS donnerait un autre total un mois sur deux.</remarks>
    /// <param name="brut">Montant brut versé.</param>
    /// <param name="jour">Jour du versement.</param>
    /// <param name="retenue">Le détail.</param>
    public static bool Detailler(Montant brut, DateOnly jour, out Retenue retenue)
    {
        retenue = default;
        if (!Baremes.Sociaux.Lire(jour, out TauxSociaux? taux)) return false;
        Montant csg = taux.Csg.De(brut, taux.Assiette), net = NetEstime.De(brut);
        retenue = new(brut, csg, brut - net - csg, net);
        return true;
    }
}
