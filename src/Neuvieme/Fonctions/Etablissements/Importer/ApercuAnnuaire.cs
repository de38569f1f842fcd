namespace Neuvieme.Fonctions.Etablissements.Importer;

/// <summary>Ce que la personne a choisi de prendre dans le fichier.</summary>
/// <param name="Academie">Une seule académie ; vide : toutes.</param>
/// <param name="Ecoles">Prendre aussi les écoles, que seul le premier degré emploie.</param>
/// <param name="Remplacer">Remplacer aussi ce qui a été saisi ou vient de STSWeb et que le fichier contredit.</param>
public sealed record ChoixAnnuaire(string Academie = "", bool Ecoles = false, bool Remplacer = false);

/// <param name="Contredit">La valeur présente ne vient pas d'un fichier ouvert : elle n'est remplacée que sur demande.</param>
public sealed record ChampModifie(string Nom, string Avant, string Apres, bool Decisif, bool Contredit);

public sealed record EtablissementModifie(string Uai, string Nom, string Academie, string Fichier, int Ligne, IReadOnlyList<ChampModifie> Champs);

public sealed record EtablissementNouveau(string Uai, string Nom, string Commune, string Nature, string Secteur, string Academie, string Fichier, int Ligne);

public sealed record EtablissementAbsent(string Uai, string Nom, string Commune, string Etat);

/// <summary>Des lignes qui ne concernent pas ce que le logiciel gère, comptées par raison.</summary>
public sealed record LignesEcartees(string Raison, int Nombre, int PremiereLigne);

public sealed record FichierResume(string Nom, string Genre, int Lignes);

/// <summary>Tout ce que l'import ferait, calculé sans rien écrire.</summary>
public sealed record ApercuAnnuaire
{
    public required IReadOnlyList<FichierResume> Fichiers { get; init; }
    public required IReadOnlyList<EtablissementNouveau> Nouveaux { get; init; }
    /// <summary>Ce qui change vraiment : les données contredites n'y sont que si on a choisi de les remplacer.</summary>
    public required IReadOnlyList<EtablissementModifie> Changes { get; init; }
    /// <summary>Données saisies, ou venues de STSWeb, que le fichier contredit et que l'import garde.</summary>
    public required IReadOnlyList<EtablissementModifie> Gardes { get; init; }
    public required int Inchanges { get; init; }
    public required IReadOnlyList<EtablissementAbsent> Absents { get; init; }
    /// <summary>Fermés, ou à fermer, d'après le fichier : ils restent dans la base avec leur histoire.</summary>
    public required IReadOnlyList<EtablissementModifie> Fermetures { get; init; }
    public required IReadOnlyList<LignesEcartees> Ecartees { get; init; }
    public required IReadOnlyList<LigneSale> Sales { get; init; }
    /// <summary>Académies, départements et natures ajoutés ou renommés.</summary>
    public required IReadOnlyList<string> Codes { get; init; }
    public required IReadOnlyList<string> Academies { get; init; }
    public required string Sha256 { get; init; }

    public bool RienAFaire => Nouveaux.Count == 0 && Changes.Count == 0 && Codes.Count == 0;

    /// <summary>Ce qui serait écrit, résumé en une empreinte : la confirmation refuse si la base a changé depuis l'aperçu.</summary>
    public string Empreinte => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(string.Join('\n',
        Codes.Concat(Nouveaux.Select(n => n.Uai)).Concat(Changes.SelectMany(c => c.Champs, (c, x) => $"{c.Uai} {x.Nom} {x.Avant} {x.Apres}"))))))[..16];
}
