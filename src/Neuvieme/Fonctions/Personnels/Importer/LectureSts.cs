namespace Neuvieme.Fonctions.Personnels.Importer;

/// <summary>Un fichier lu, ou toutes les raisons de le refuser : jamais les deux.</summary>
public sealed record LectureSts(FichierSts? Fichier, IReadOnlyList<ErreurSts> Erreurs)
{
    public static LectureSts Refusee(params IReadOnlyList<ErreurSts> erreurs) => new(null, erreurs);
}

/// <summary>Ce que l'on attend du fichier ; null : pas de contrôle (première prise en main, commande sans établissement).</summary>
/// <param name="Annee">Première année civile de l'année scolaire : 2026 pour 2026-2027.</param>
public sealed record AttentesSts(string? Uai, int? Annee)
{
    public static readonly AttentesSts Aucune = new(null, null);
}

public enum CodeErreurSts
{
    FichierVide, TropGros, PasUnXml, PasUnZip, ZipSansXml, ZipPlusieursXml, ZipImbrique, ZipChiffre, ZipSuspect, ZipAbime,
    XmlMalForme, Tronque, Doctype, TropProfond, SensInverse, AutreRacine, UaiAbsent, UaiIllisible, AutreEtablissement,
    AnneeAbsente, AnneeIllisible, AutreAnnee, AucunIndividu, IndividuSansId, IndividuSansNom, Doublon,
}

public sealed record ErreurSts(CodeErreurSts Code, string Fichier, int? Ligne, string? Element, string Message, string Remede)
{
    public override string ToString()
    {
        var lieu = Fichier + (Ligne is { } l ? $", ligne {l}" : "") + (Element is { } e ? $", élément {e}" : "");
        return $"{lieu} : {Message} {Remede}";
    }
}

public enum CodeAvertissementSts
{
    Encodage, NomDeFichier, CleUai, TypeAbsent, TypeInconnu, NomRepris, PrenomAbsent, TexteTronque, DateIllisible, HeuresIllisibles,
    FonctionAbsente, FonctionInconnue, GradeInconnu, DisciplineSansCode, ServiceSansMatiere, EnseignantInconnu, SansStructure, Autres,
}

public sealed record AvertissementSts(CodeAvertissementSts Code, int? Ligne, string? Element, string Message)
{
    public override string ToString() =>
        (Ligne is { } l ? $"ligne {l}" : "fichier") + (Element is { } e ? $", élément {e}" : "") + $" : {Message}";
}
