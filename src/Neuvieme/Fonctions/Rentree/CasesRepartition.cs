using System.Globalization;
using Neuvieme.Droit;
using Neuvieme.Droit.ImpSecondDegre;
using Neuvieme.Fonctions.Personnels.Importer;
using Neuvieme.Fonctions.Repartition;
using Neuvieme.Socle.Texte;

namespace Neuvieme.Fonctions.Rentree;

/// <summary>Les cases d'une ligne. Une case illisible ajoute une erreur et rend « vide » : on lit toujours la ligne entière pour tout dire d'un coup.</summary>
sealed class CasesRepartition(string fichier, LigneCsv ligne, IReadOnlyDictionary<string, int> places, List<ErreurEntree> erreurs)
{
    public int Ligne => ligne.Numero;

    public string Texte(string colonne) =>
        places.TryGetValue(colonne, out var i) && i < ligne.Champs.Count ? ligne.Champs[i].Trim() : "";

    public void Refuser(string? colonne, string message) => erreurs.Add(new(fichier, ligne.Numero, colonne, message));

    public DateOnly? Jour(string colonne)
    {
        var texte = Texte(colonne);
        if (texte.Length == 0) return null;
        if (LireJour(texte) is { } jour) return jour;
        Refuser(colonne, $"« {texte} » n'est pas une date : écrire 04/06/2026.");
        return null;
    }

    public static DateOnly? LireJour(string texte) =>
        DateOnly.TryParseExact(texte.Trim(), ["dd/MM/yyyy", "d/M/yyyy", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var jour) && jour.Year is > 2000 and < 2100
            ? jour : null;

    public bool? OuiNon(string colonne)
    {
        var texte = Texte(colonne);
        switch (Accents.Cle(texte))
        {
            case "": return null;
            case "OUI" or "O" or "X" or "VRAI" or "1": return true;
            case "NON" or "N" or "FAUX" or "0": return false;
            default:
                Refuser(colonne, $"« {texte} » : écrire oui ou non.");
                return null;
        }
    }

    public int? Entier(string colonne)
    {
        var texte = Texte(colonne);
        if (texte.Length == 0) return null;
        if (int.TryParse(texte.TrimEnd('h', 'H', ' '), NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n is >= 1 and <= 2000) return n;
        Refuser(colonne, $"« {texte} » : écrire un nombre entier d'heures, de 1 à 2000.");
        return null;
    }

    public TypeSts? Type()
    {
        var texte = Texte("type");
        switch (texte.ToLowerInvariant())
        {
            case "": return null;
            case "epp": return TypeSts.Epp;
            case "local": return TypeSts.Local;
            default:
                Refuser("type", $"« {texte} » : écrire epp ou local, comme dans STSWeb.");
                return null;
        }
    }

    public FicheMission? Mission()
    {
        var texte = Texte("mission");
        if (texte.Length == 0)
        {
            Refuser("mission", "mission absente : écrire son code, par exemple IMP-DISC.");
            return null;
        }

        var cle = Accents.Cle(texte);
        var fiche = Nomenclature.Fiches.FirstOrDefault(f => Accents.Cle(f.Code) == cle) ?? Nomenclature.Fiches.FirstOrDefault(f => Accents.Cle(f.Libelle) == cle);
        if (fiche is null) Refuser("mission", $"« {texte} » n'est pas dans la nomenclature ; codes : {string.Join(", ", Nomenclature.Fiches.Select(f => f.Code))}.");
        return fiche;
    }

    /// <summary>Code, montant ou nombre d'IMP : un seul suffit, plusieurs doivent dire la même chose.</summary>
    public Montant? Montant()
    {
        List<(string Colonne, Montant Valeur)> dits = [];
        if (Texte("taux") is { Length: > 0 } code)
        {
            // Un tableur mange les zéros de « 003 ».
            if (TauxImp.DeCode(code.PadLeft(3, '0')) is { } taux) dits.Add(("taux", taux.Montant));
            else Refuser("taux", $"« {code} » n'est pas un code de taux STSWeb : de 001 à 005 (ou remplir montant ou fraction).");
        }

        if (Texte("montant") is { Length: > 0 } euros)
        {
            if (Nombre(euros.Replace("€", "", StringComparison.Ordinal)) is { } n && n is > 0 and < 1_000_000 && n * 100 == decimal.Truncate(n * 100)) dits.Add(("montant", Droit.Montant.Euros(n)));
            else Refuser("montant", $"« {euros} » n'est pas un montant : écrire 1250 ou 312,50.");
        }

        if (Texte("fraction") is { Length: > 0 } fraction)
        {
            if (LireQuotite(fraction) is { Quarts: > 0 } q) dits.Add(("fraction", q.EnMontant()));
            else Refuser("fraction", $"« {fraction} » n'est pas un nombre d'IMP : écrire ¼, ½, 1, 2 ou 3 (0,25 et 0,5 aussi).");
        }

        if (dits.Select(d => d.Valeur).Distinct().Count() <= 1) return dits.Count == 0 ? null : dits[0].Valeur;
        Refuser(null, $"{string.Join(" et ", dits.Select(d => $"{d.Colonne} = {d.Valeur}"))} se contredisent : n'en garder qu'un.");
        return null;
    }

    public static Quotite? LireQuotite(string texte)
    {
        var net = texte.Trim().Replace("IMP", "", StringComparison.OrdinalIgnoreCase).Trim();
        var n = net switch { "¼" or "1/4" => 0.25m, "½" or "1/2" => 0.5m, "¾" or "3/4" => 0.75m, _ => Nombre(net) };
        return n is >= 0 and <= 100_000 && n * 4 == decimal.Truncate(n.Value * 4) ? new Quotite((int)(n.Value * 4)) : null;
    }

    static decimal? Nombre(string texte)
    {
        var net = string.Concat(texte.Where(c => !char.IsWhiteSpace(c))).Replace(',', '.');
        return decimal.TryParse(net, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var n) ? n : null;
    }

    public Duree Duree()
    {
        var texte = Texte("duree");
        switch (Accents.Cle(texte))
        {
            case "": return Droit.ImpSecondDegre.Duree.Inconnue;
            case "ANNEE" or "ANNEE ENTIERE" or "ANNUELLE" or "A": return Droit.ImpSecondDegre.Duree.AnneeEntiere;
            case "PONCTUELLE" or "PONCTUEL" or "P": return Droit.ImpSecondDegre.Duree.Ponctuelle;
            default:
                Refuser("duree", $"« {texte} » : écrire annee ou ponctuelle.");
                return Droit.ImpSecondDegre.Duree.Inconnue;
        }
    }

    public EtatAccord Accord(DateOnly? le)
    {
        var texte = Texte("accord");
        switch (Accents.Cle(texte))
        {
            case "": return le is null ? EtatAccord.Absent : EtatAccord.Donne;
            case "OUI" or "DONNE" or "O" or "X": return EtatAccord.Donne;
            case "DEMANDE" or "EN ATTENTE": return EtatAccord.Demande;
            case "NON" or "DECLINE" or "REFUSE" or "N": return EtatAccord.Decline;
            default:
                Refuser("accord", $"« {texte} » : écrire oui, demande, decline, ou laisser vide.");
                return EtatAccord.Absent;
        }
    }

    public Niveaux Niveaux()
    {
        var texte = Texte("niveaux");
        var total = Droit.ImpSecondDegre.Niveaux.Aucun;
        foreach (var mot in texte.Split([',', '/', '+', ' ', ';'], StringSplitOptions.RemoveEmptyEntries))
        {
            var niveau = NiveauxDeClasse.Tous.FirstOrDefault(n => n.Nom.Equals(mot.Replace("è", "e", StringComparison.Ordinal).Replace("eme", "e", StringComparison.OrdinalIgnoreCase), StringComparison.OrdinalIgnoreCase));
            if (niveau.Nom is null) Refuser("niveaux", $"« {mot} » n'est pas un niveau : {string.Join(", ", NiveauxDeClasse.Tous.Select(n => n.Nom))}.");
            else total |= niveau.Valeur;
        }

        return total;
    }
}
