using System.Globalization;
using Neuvieme.Droit;
using Neuvieme.Droit.Fiscalite;
using Neuvieme.Droit.ImpSecondDegre;

namespace Neuvieme.Fonctions.Textes;

/// <summary>Ce qu'une personne dit pour connaître son net et son impôt, tel qu'elle l'a écrit.</summary>
sealed record SaisieImpot(
    IReadOnlyList<string> Montants, string Annee, string PremierMois, IReadOnlyList<string> Versements, string? Traitement, string? AutresPrimes, string Base,
    string? ValideeLe = null, string JourLimite = "10");

/// <summary>Ce qui ne se lit pas : le champ, et ce qui est attendu.</summary>
sealed record FauteDeSaisie(string Champ, string Message);

/// <summary>Lit une saisie, d'un écran ou d'une commande, et dit toutes ses fautes d'un coup.</summary>
static class LectureImpot
{
    const int SommesMaximales = 200;

    /// <summary>Les années civiles ; liste vide s'il y a une faute.</summary>
    public static IReadOnlyList<AnneeFiscale> Partager(SaisieImpot s, List<FauteDeSaisie> fautes)
    {
        var sommes = new List<Versement>();
        if (s.Montants.Count + s.Versements.Count is 0 or > SommesMaximales)
            fautes.Add(new("montant", $"de une à {SommesMaximales} sommes sont attendues, par --montant (annuel, en neuvièmes) ou --versement"));
        if (s.Montants.Count > 0) Neuviemes(s, sommes, fautes);
        foreach (var texte in s.Versements)
        {
            var mots = texte.Split([' ', '=', '\t'], 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (mots.Length == 2 && Mois.TryParse(mots[0], out var mois) && LectureOptions.Euros(mots[1]) is { } brut) sommes.Add(new(mois, brut, "Autre somme"));
            else fautes.Add(new("versement", $"« {texte} » : un mois et un montant sont attendus, 2026-11=450,00"));
        }

        var traitement = Facultatif(s.Traitement, "traitement", fautes);
        var autres = Facultatif(s.AutresPrimes, "autres-primes", fautes);
        if (autres is not null && traitement is null && string.IsNullOrWhiteSpace(s.Traitement))
            fautes.Add(new("autres-primes", "ne sert qu'au plafond de la RAFP, un cinquième du traitement : donner aussi --traitement"));
        if (s.Base is not ("brut" or "net")) fautes.Add(new("base", $"« {s.Base} » : brut ou net est attendu"));
        if (fautes.Count > 0) return [];
        IEnumerable<int> annees = sommes.Select(v => v.Mois.Annee).Distinct();
        return PartageFiscal.Partager(sommes, [.. annees.Select(a => new FaitsFiscaux(a, traitement, autres ?? Montant.Zero))],
            s.Base == "net" ? BasePlafond.Net : BasePlafond.Brut);
    }

    static void Neuviemes(SaisieImpot s, List<Versement> sommes, List<FauteDeSaisie> fautes)
    {
        if (!AnneeScolaire.TryParse(s.Annee, out var annee) || annee.PremierJour < TauxImp.PremiereRentree)
            fautes.Add(new("annee", $"« {s.Annee} » : une année scolaire est attendue, 2026 ou 2026-2027, à partir de 2015"));
        if (!int.TryParse(s.PremierMois, NumberStyles.None, CultureInfo.InvariantCulture, out int premier) || premier is < 9 or > 12)
            fautes.Add(new("premier-mois", $"« {s.PremierMois} » : un mois de 9 (septembre) à 12 (décembre) est attendu"));
        DateOnly? validee = null;
        if (!string.IsNullOrWhiteSpace(s.ValideeLe))
        {
            if (DateOnly.TryParseExact(s.ValideeLe.Trim(), "yyyy-MM-dd", out var jour)) validee = jour;
            else fautes.Add(new("validee-le", $"« {s.ValideeLe} » : une date qui existe est attendue, 2027-01-20"));
        }

        if (!int.TryParse(s.JourLimite, NumberStyles.None, CultureInfo.InvariantCulture, out int limite) || limite is < 1 or > 31)
            fautes.Add(new("jour-limite", $"« {s.JourLimite} » : un jour du mois est attendu, de 1 à 31"));
        foreach (var texte in s.Montants)
        {
            if (LectureOptions.Euros(texte) is not { } brut) fautes.Add(new("montant", $"« {texte} » : un montant en euros est attendu, d'un million au plus, 1250 ou 312,50"));
            else if (fautes.Count == 0) sommes.AddRange(Droit.Echeancier.ParNeuviemes(brut, annee, premier).Select(e => Paye(e, Droit.Echeancier.PayeeEn(e, validee, limite), brut)));
        }
    }

    /// <summary>L'impôt suit la paie : un neuvième validé tard compte dans l'année de son rappel.</summary>
    static Versement Paye(Echeance e, Mois paie, Montant brut) => new(paie, e.Brut, $"Neuvième {e.Rang} de {brut}{(paie > e.Mois ? $", rappel {Elision.De(e.Mois.Nom)}" : "")}");

    static Montant? Facultatif(string? texte, string champ, List<FauteDeSaisie> fautes)
    {
        if (string.IsNullOrWhiteSpace(texte)) return null;
        var euros = LectureOptions.Euros(texte);
        if (euros is null) fautes.Add(new(champ, $"« {texte} » : un montant en euros est attendu, 30000 ou 30000,50"));
        return euros;
    }
}
