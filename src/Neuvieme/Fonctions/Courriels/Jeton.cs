using System.Security.Cryptography;
using System.Text;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Courriels;

/// <summary>Ce que porte le lien de désinscription : un compte, un genre, une signature. Il ne sait que réduire ce genre ; il ne connecte pas.</summary>
public static class Jeton
{
    public static string De(CleEmpreinte cle, long compteId, GenreCourriel genre) => $"{compteId}.{genre}.{Signature(cle, compteId, genre)}";

    public static (long CompteId, GenreCourriel Genre)? Lire(CleEmpreinte cle, string? jeton) =>
        jeton?.Split('.') is [var compte, var nom, var signature] && long.TryParse(compte, out var id) && Enum.TryParse<GenreCourriel>(nom, out var genre) && genre.ToString() == nom
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(signature), Encoding.UTF8.GetBytes(Signature(cle, id, genre))) ? (id, genre) : null;

    static string Signature(CleEmpreinte cle, long compteId, GenreCourriel genre) => cle.Signer("desinscription", $"{compteId}.{genre}")[..40];
}
