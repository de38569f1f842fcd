using System.Globalization;
using Neuvieme.Droit;
using Neuvieme.Droit.ImpSecondDegre;

namespace Neuvieme.Fonctions.Textes;

/// <summary>`neuvieme droit echeancier` : les neuf versements d'un montant annuel.</summary>
static class VerbeEcheancier
{
    public static int Executer(string montant, string annee, string premierMois, bool json)
    {
        if (LectureOptions.MontantLu(montant) is not { } brut)
            return Refuser($"--montant {montant} : un montant en euros est attendu, supérieur à zéro, d'un million au plus, à deux décimales au plus (1250 ou 312,50).");
        if (!AnneeScolaire.TryParse(annee, out AnneeScolaire scolaire))
            return Refuser($"--annee {annee} : une année scolaire est attendue, 2026 ou 2026-2027.");
        if (scolaire.PremierJour < TauxImp.PremiereRentree)
            return Refuser($"--annee {annee} : hors vigueur, l'IMP commence à la rentrée 2015.");
        if (!int.TryParse(premierMois, NumberStyles.None, CultureInfo.InvariantCulture, out int premier) || premier is < 9 or > 12)
            return Refuser($"--premier-mois {premierMois} : un mois de 9 (septembre) à 12 (décembre) est attendu.");

        IReadOnlyList<Echeance> lignes = Droit.Echeancier.ParNeuviemes(brut, scolaire, premier);
        if (json) VerbeDroit.Ecrire(w => EcritureJson.Echeances(w, lignes));
        else Tableau(brut, scolaire, lignes);
        return 0;
    }

    static void Tableau(Montant brut, AnneeScolaire annee, IReadOnlyList<Echeance> lignes)
    {
        Montant net = lignes.Aggregate(Montant.Zero, (s, e) => s + e.NetEstime);
        Console.WriteLine($"{brut} bruts pour l'année scolaire {annee}\n");
        Console.WriteLine($"{"",2}  {"mois",-16} {"brut",16} {"net estimé",16}");
        foreach (Echeance e in lignes) Console.WriteLine($"{e.Rang,2}  {e.Mois.Libelle,-16} {e.Brut,16} {e.NetEstime,16}");
        Console.WriteLine($"{"",2}  {"total",-16} {brut,16} {net,16}\n");
        Console.WriteLine("Net estimé : CSG et CRDS seulement, arrondies à chaque versement.");
    }

    static int Refuser(string message)
    {
        Console.Error.WriteLine(message);
        return 2;
    }
}
