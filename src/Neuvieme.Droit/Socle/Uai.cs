namespace Neuvieme.Droit;

/// <summary>Numéro d'établissement : sept chiffres et une lettre de contrôle.</summary>
/// <remarks>Une lettre fausse avertit sans refuser : des fichiers officiels en contiennent.</remarks>
public readonly record struct Uai
{
    // Ni I, ni O, ni Q ; rang = nombre modulo 23.
    const string Lettres = "ABCDEFGHJKLMNPRSTUVWXYZ";
    readonly string? _valeur;

    Uai(string valeur) => _valeur = valeur;

    /// <summary>La forme canonique, « 0350710G » ; vide pour la valeur par défaut.</summary>
    public string Valeur => _valeur ?? "";

    /// <summary>Vrai si la lettre est celle que donne le nombre.</summary>
    public bool CleValide => _valeur is { } v && Chiffres.Lire(v.AsSpan(0, 7), out int nombre) && Lettres[nombre % 23] == v[7];

    /// <summary>Lit sept chiffres et une lettre ; espaces autour et minuscule acceptés.</summary>
    public static bool TryParse(string? texte, out Uai uai)
    {
        uai = default;
        string valeur = texte?.Trim().ToUpperInvariant() ?? "";
        if (valeur.Length != 8 || !Chiffres.Lire(valeur.AsSpan(0, 7), out _) || !char.IsAsciiLetterUpper(valeur[7])) return false;
        uai = new(valeur);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => Valeur;
}
