using Neuvieme.Droit;

namespace Neuvieme.Fonctions.Etablissements.Importer;

/// <summary>Ce qu'une ligne dit d'un établissement. Nul : le fichier n'a pas cette colonne ou la case est vide, et la base garde ce qu'elle sait.</summary>
sealed record FicheLue(int Ligne, string Uai)
{
    public string? Nom { get; init; }
    public string? Nature { get; init; }
    public string? Academie { get; init; }
    public string? AcademieLibelle { get; init; }
    public string? Departement { get; init; }
    public string? DepartementLibelle { get; init; }
    public Secteur? Secteur { get; init; }
    public EducationPrioritaire? EducationPrioritaire { get; init; }
    public string? Adresse { get; init; }
    public string? CodePostal { get; init; }
    public string? Commune { get; init; }
    public string? Telephone { get; init; }
    public double? Latitude { get; init; }
    public double? Longitude { get; init; }
    public EtatEtablissement? Etat { get; init; }
    public DateOnly? OuvertLe { get; init; }
    public DateOnly? FermeLe { get; init; }
    public int? Eleves { get; init; }
    public int? ElevesRentree { get; init; }
    public int? EtpCentiemes { get; init; }
    public int? EtpRentree { get; init; }
    /// <summary>Le ministère de tutelle quand ce n'est pas l'Éducation nationale ; vide sinon.</summary>
    public string AutreMinistere { get; init; } = "";
    /// <summary>La rentrée de la ligne, pour n'en garder que la plus récente.</summary>
    public int Rentree { get; init; }

    public bool EstAnnexe => Nom?.Contains("annexe", StringComparison.OrdinalIgnoreCase) == true;
}

/// <summary>Une ligne, ou une case, qu'on n'a pas pu prendre telle quelle.</summary>
/// <param name="Rejetee">Faux : la ligne est prise sans cette case.</param>
public sealed record LigneSale(string Fichier, int Ligne, string Colonne, string Valeur, string Probleme, string Remede, bool Rejetee)
{
    public override string ToString() => $"{Fichier}, ligne {Ligne}{(Colonne.Length > 0 ? $", {Colonne}" : "")}{(Valeur.Length > 0 ? $" « {Valeur} »" : "")} : {Probleme}. {Remede}";
}
