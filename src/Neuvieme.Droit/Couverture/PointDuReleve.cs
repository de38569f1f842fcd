namespace Neuvieme.Droit.Couverture;

/// <summary>Où un point du relevé documentaire est tenu.</summary>
public enum EtatCouverture
{
    /// <summary>Au moins une règle codée le cite.</summary>
    Codee,

    /// <summary>Une règle codée le cite, et l'académie en choisit la valeur.</summary>
    Parametre,

    /// <summary>L'application le tient : un écran, une action, une lettre.</summary>
    Application,

    /// <summary>Rien ne le tient ; la raison est dite.</summary>
    NonCodee,
}

/// <summary>Un point du relevé, et ce qui le tient. L'état se déduit des règles : il ne s'écrit pas.</summary>
public sealed record PointDuReleve
{
    internal PointDuReleve(Declaration d, Section section, IReadOnlyList<Regle> regles) =>
        (Id, Objet, Section, Limite, Parametre, Adresse, Preuve, Raison, Regles) =
        (d.Id, d.Objet, section, d.Limite, d.Parametre, d.Adresse, d.Preuve, d.Raison, regles);

    /// <summary>« R001 » à « R266 ».</summary>
    public string Id { get; }

    /// <summary>Son objet, dans nos mots.</summary>
    public string Objet { get; }

    /// <summary>Partie du relevé.</summary>
    public Section Section { get; }

    /// <summary>Les règles qui le citent, dans l'ordre du catalogue.</summary>
    public IReadOnlyList<Regle> Regles { get; }

    /// <summary>Nom du choix laissé à l'académie, membre de <see cref="Parametres"/>.</summary>
    public string? Parametre { get; }

    /// <summary>Adresse de l'écran qui le tient.</summary>
    public string? Adresse { get; }

    /// <summary>Test qui le prouve, « LettreImpTests.Lettre_Ponctuelle… ».</summary>
    public string? Preuve { get; }

    /// <summary>Pourquoi rien ne le tient.</summary>
    public string? Raison { get; }

    /// <summary>Ce que les règles ou l'écran n'en tiennent pas.</summary>
    public string? Limite { get; }

    /// <summary>Une règle qui le cite l'emporte sur toute déclaration.</summary>
    public EtatCouverture Etat => Regles.Count > 0 ? Parametre is null ? EtatCouverture.Codee : EtatCouverture.Parametre
        : Adresse is null ? EtatCouverture.NonCodee : EtatCouverture.Application;

    /// <summary>Vrai si une déclaration dit non codé, ou tenu ailleurs, ce qu'une règle cite : la déclaration est à retirer.</summary>
    public bool SeContredit => Regles.Count > 0 && (Raison is not null || Adresse is not null);

    /// <summary>Les textes des règles qui le citent.</summary>
    public IEnumerable<string> Textes => Regles.Select(r => r.Source.Texte).Distinct(StringComparer.Ordinal);
}

/// <summary>Une partie du relevé.</summary>
/// <param name="Lettre">« A » à « U ».</param>
/// <param name="Titre">Son titre, dans nos mots.</param>
public sealed record Section(char Lettre, string Titre);

/// <summary>Ce qui s'écrit d'un point : son objet, et où il est tenu quand ce n'est pas par une règle.</summary>
sealed record Declaration(string Id, string Objet)
{
    internal string? Parametre { get; init; }

    internal string? Adresse { get; init; }

    internal string? Preuve { get; init; }

    internal string? Raison { get; init; }

    internal string? Limite { get; init; }

    /// <summary>Tenu par les règles qui le citent.</summary>
    internal static Declaration Regle(string id, string objet, string? limite = null) => new(id, objet) { Limite = limite };

    /// <summary>Tenu par une règle, à la valeur que choisit l'académie.</summary>
    internal static Declaration Choix(string id, string objet, string parametre) => new(id, objet) { Parametre = parametre };

    /// <summary>Tenu par un écran, et prouvé par un test.</summary>
    internal static Declaration Ecran(string id, string objet, string adresse, string preuve, string? limite = null) =>
        new(id, objet) { Adresse = adresse, Preuve = preuve, Limite = limite };

    /// <summary>Tenu par rien.</summary>
    internal static Declaration Rien(string id, string objet, string raison) => new(id, objet) { Raison = raison };
}
