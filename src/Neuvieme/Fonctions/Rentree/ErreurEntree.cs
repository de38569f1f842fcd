namespace Neuvieme.Fonctions.Rentree;

/// <summary>Une faute dans ce qu'on nous a donné, avec sa place et son remède.</summary>
sealed record ErreurEntree(string Fichier, int? Ligne, string? Colonne, string Message)
{
    public override string ToString() =>
        $"{Fichier}{(Ligne is { } l ? $", ligne {l}" : "")}{(Colonne is { } c ? $", colonne « {c} »" : "")} : {Message}";
}
