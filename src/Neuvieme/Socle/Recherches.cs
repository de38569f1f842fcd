using System.Text;

namespace Neuvieme.Socle;

/// <summary>Chercher comme on tape : sans accents, sans majuscules, chaque mot présent quelque part.</summary>
public static class Recherches
{
    // Sans tables de langue (InvariantGlobalization), String.Normalize ne décompose rien : la nôtre suffit au français.
    const string Accentuees = "àâäáãåçéèêëíìîïñóòôöõúùûüýÿ’\u00a0\u202f";
    const string Nues = "aaaaaaceeeeiiiinooooouuuuyy'  ";

    public static bool Contient(string texte, string? recherche)
    {
        var plat = Aplatir(texte);
        return Mots(recherche).All(mot => plat.Contains(mot, StringComparison.Ordinal));
    }

    static string[] Mots(string? recherche) =>
        Aplatir(recherche ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>La forme qui se compare et qui range les noms : « Élodie » devient « elodie ».</summary>
    public static string Aplatir(string texte)
    {
        var sortie = new StringBuilder(texte.Length);
        foreach (var c in texte.ToLowerInvariant())
        {
            var rang = Accentuees.IndexOf(c, StringComparison.Ordinal);
            sortie.Append(c switch { 'œ' => "oe", 'æ' => "ae", _ => rang < 0 ? c : Nues[rang] });
        }

        return sortie.ToString();
    }
}
