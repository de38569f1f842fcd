namespace Neuvieme.Fonctions.Lettres.Signer;

/// <summary>Une lettre telle que la personne l'a sous les yeux : son empreinte dit laquelle, à l'octet près.</summary>
public readonly record struct LettreVue(long Id, string Sha256)
{
    /// <summary>« 12.9f86d0… » : ce que porte la case à cocher d'une lettre.</summary>
    public static LettreVue? Lire(string? texte) => texte?.Split('.') is [var id, { Length: 64 } sha] && long.TryParse(id, out var n) ? new(n, sha) : null;

    public override string ToString() => $"{Id}.{Sha256}";
}

/// <summary>D'où et comment la personne signe.</summary>
public sealed record Preuve(MoyenDeSignature Moyen, string Adresse, string Navigateur)
{
    public static Preuve De(HttpContext http, MoyenDeSignature moyen)
    {
        var (adresse, navigateur) = (http.Connection.RemoteIpAddress, http.Request.Headers.UserAgent.ToString());
        return new(moyen, (adresse is { IsIPv4MappedToIPv6: true } ? adresse.MapToIPv4() : adresse)?.ToString() ?? "", navigateur.Length <= 300 ? navigateur : navigateur[..300]);
    }
}
