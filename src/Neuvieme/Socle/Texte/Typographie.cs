namespace Neuvieme.Socle.Texte;

/// <summary>Espaces insécables et apostrophes à la française, pour nos propres textes ; ce que quelqu'un a tapé n'est jamais retouché.</summary>
public static class Typographie
{
    public static string Francaise(string texte)
    {
        foreach (var signe in ";:!?»")
            texte = texte.Replace($" {signe}", $"\u202F{signe}", StringComparison.Ordinal);
        return texte.Replace("« ", "«\u202F", StringComparison.Ordinal).Replace('\'', '’');
    }
}
