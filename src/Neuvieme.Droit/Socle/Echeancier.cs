using System.Runtime.InteropServices;

namespace Neuvieme.Droit;

/// <summary>Un versement.</summary>
/// <param name="Rang">1 à 9 pour les neuvièmes ; 1 pour un versement unique.</param>
/// <param name="Mois">Mois au titre duquel la somme est due ; une validation tardive le laisse inchangé, et l'alerte dit le rappel. Pour un versement unique, son mois de paie.</param>
/// <param name="Brut">Montant brut.</param>
/// <param name="NetEstime">Net estimé de cette ligne.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Echeance(int Rang, Mois Mois, Montant Brut, Montant NetEstime);

/// <summary>Calendrier des versements (décret n° 2015-475, art. 3, al. 2).</summary>
public static class Echeancier
{
    /// <summary>Nombre de versements d'une mission tenue toute l'année.</summary>
    public const int Nombre = 9;

    /// <summary>Huit neuvièmes égaux, arrondis au centime le plus proche, et un neuvième de solde : la somme fait toujours le montant.</summary>
    /// <param name="montant">Montant annuel brut.</param>
    /// <param name="annee">Année scolaire.</param>
    /// <param name="premierMois">Mois du premier versement, de septembre (9) à décembre (12) ; octobre par défaut.</param>
    /// <exception cref="ArgumentOutOfRangeException">Premier mois hors de 9 à 12.</exception>
    public static IReadOnlyList<Echeance> ParNeuviemes(Montant montant, AnneeScolaire annee, int premierMois = 10)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(premierMois, 9);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(premierMois, 12);
        (Montant part, Montant solde) = Partage(montant);
        Montant netPart = Droit.NetEstime.De(part), netSolde = Droit.NetEstime.De(solde);
        var lignes = new Echeance[Nombre];
        var mois = new Mois(annee.Debut, premierMois);
        for (int i = 0; i < Nombre; i++, mois = mois.Suivant)
            lignes[i] = i < Nombre - 1 ? new(i + 1, mois, part, netPart) : new(Nombre, mois, solde, netSolde);
        return lignes;
    }

    /// <summary>Le neuvième courant et le neuvième de solde.</summary>
    /// <remarks>Sous 24 centimes, arrondir au plus proche peut prendre plus que le tout : on arrondit alors vers zéro, le solde ne change jamais de signe.</remarks>
    public static (Montant Part, Montant Solde) Partage(Montant montant)
    {
        Montant part = montant.DiviseParArrondi(Nombre);
        Montant solde = montant - part * (Nombre - 1);
        if (long.Sign(solde.Centimes) * long.Sign(montant.Centimes) < 0)
        {
            part = new(montant.Centimes / Nombre);
            solde = montant - part * (Nombre - 1);
        }

        return (part, solde);
    }

    /// <summary>Versement unique après service fait : le mois même jusqu'au jour limite inclus, le mois suivant au-delà.</summary>
    /// <param name="montant">Montant brut.</param>
    /// <param name="serviceFaitLe">Jour où le service fait est attesté.</param>
    /// <param name="jourLimite">Dernier jour du mois pris dans la paie du mois, de 1 à 31.</param>
    /// <exception cref="ArgumentOutOfRangeException">Jour limite hors de 1 à 31.</exception>
    public static Echeance ApresServiceFait(Montant montant, DateOnly serviceFaitLe, int jourLimite = 10)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(jourLimite, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(jourLimite, 31);
        return new(1, PaieDe(serviceFaitLe, jourLimite), montant, Droit.NetEstime.De(montant));
    }

    /// <summary>La paie qui prend un acte de ce jour : celle du mois jusqu'au jour limite inclus, la suivante au-delà.</summary>
    public static Mois PaieDe(DateOnly jour, int jourLimite = 10) => jour.Day <= jourLimite ? Mois.De(jour) : Mois.De(jour).Suivant;

    /// <summary>Le mois où un neuvième est payé : le sien, ou celui de la paie qui suit la validation quand elle vient après lui.</summary>
    /// <param name="echeance">Le neuvième.</param>
    /// <param name="valideeLe">Jour de la validation par le recteur ; absent, elle est à temps.</param>
    /// <param name="jourLimite">Dernier jour du mois pris dans la paie du mois.</param>
    public static Mois PayeeEn(Echeance echeance, DateOnly? valideeLe, int jourLimite = 10) =>
        valideeLe is { } jour && PaieDe(jour, jourLimite) is var paie && paie > echeance.Mois ? paie : echeance.Mois;
}

/// <summary>Net estimé d'une ligne brute : CSG 9,2 % et CRDS 0,5 % sur 98,25 % du brut, soit un facteur 0,9046975, arrondi une fois par ligne.</summary>
/// <remarks>Une estimation : ni la RAFP, ni l'impôt, ni la situation de l'agent n'y entrent.</remarks>
public static class NetEstime
{
    const long Facteur = 9_046_975, Base = 10_000_000;
    const long BorneRapide = 900_000_000_000;

    /// <summary>Le net estimé, au centime, la moitié arrondie en s'éloignant de zéro.</summary>
    public static Montant De(Montant brut)
    {
        long c = brut.Centimes;
        if (c is >= 0 and < BorneRapide) return new((c * Facteur + Base / 2) / Base);
        Int128 produit = (Int128)c * Facteur;
        return new((long)((produit + long.Sign(c) * (Base / 2)) / Base));
    }
}
