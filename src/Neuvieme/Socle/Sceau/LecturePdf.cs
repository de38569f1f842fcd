namespace Neuvieme.Socle.Sceau;

/// <summary>Où commence et où finit chaque valeur (ISO 32000-1, § 7.2 et 7.3). Rien n'est interprété : cela suffit à suivre les références.</summary>
static class LecturePdf
{
    const int ProfondeurMaximale = 64;

    /// <summary>De « 12 » à son « R » : un espace et quelques chiffres, chez tous ceux qui écrivent des PDF.</summary>
    const int EcartMaximal = 256;

    public static SceauImpossibleException Illisible(int octet, string raison) =>
        new($"PDF illisible à l'octet {octet} : {raison}. Recomposez le document ou redemandez-le à qui l'a produit.");

    public static int PasserBlancs(ReadOnlySpan<byte> s, int i)
    {
        for (; i < s.Length; i++)
        {
            if (s[i] == (byte)'%')
            {
                while (i < s.Length && s[i] is not ((byte)'\r' or (byte)'\n')) i++;
            }
            else if (!EstBlanc(s[i]))
            {
                break;
            }
        }

        return int.Min(i, s.Length);
    }

    /// <summary>La valeur qui suit ; <paramref name="seule"/> lit « 12 » dans « 12 0 R ».</summary>
    public static ValeurPdf Valeur(byte[] s, int i, bool seule = false)
    {
        int debut = PasserBlancs(s, i);
        int fin = FinDe(s, debut, 0);
        return new(s, debut, seule || !char.IsAsciiDigit((char)s[debut]) ? fin : FinDeReference(s, debut, fin));
    }

    public static bool Commence(byte[] s, int i, ReadOnlySpan<byte> mot) => s.AsSpan(i).StartsWith(mot);

    static int FinDe(byte[] s, int i, int profondeur)
    {
        if (i >= s.Length) throw Illisible(i, "le fichier s'arrête au milieu d'une valeur");
        if (profondeur > ProfondeurMaximale) throw Illisible(i, "trop de valeurs emboîtées");
        if (Commence(s, i, "<<"u8)) return FinDeSuite(s, i + 2, ">>"u8, profondeur);
        if (s[i] == (byte)'[') return FinDeSuite(s, i + 1, "]"u8, profondeur);
        if (s[i] == (byte)'(') return FinDeTexte(s, i);
        if (s[i] == (byte)'<')
        {
            int ferme = s.AsSpan(i).IndexOf((byte)'>');
            return ferme < 0 ? throw Illisible(i, "chaîne jamais fermée") : i + ferme + 1;
        }

        int fin = s[i] == (byte)'/' ? i + 1 : i;
        while (fin < s.Length && EstOrdinaire(s[fin])) fin++;
        return fin > i ? fin : throw Illisible(i, "signe inattendu");
    }

    static int FinDeSuite(byte[] s, int i, ReadOnlySpan<byte> fermeture, int profondeur)
    {
        for (i = PasserBlancs(s, i); !Commence(s, i, fermeture); i = PasserBlancs(s, i)) i = FinDe(s, i, profondeur + 1);
        return i + fermeture.Length;
    }

    static int FinDeTexte(byte[] s, int i)
    {
        int ouvertes = 0;
        for (int j = i; j < s.Length; j++)
        {
            if (s[j] == (byte)'\\') j++;
            else if (s[j] == (byte)'(') ouvertes++;
            else if (s[j] == (byte)')' && --ouvertes == 0) return j + 1;
        }

        throw Illisible(i, "texte jamais fermé");
    }

    static int FinDeReference(byte[] s, int debut, int fin)
    {
        // Regarder plus loin sans fin, à chaque nombre, ferait relire mille fois les mêmes blancs.
        var devant = s.AsSpan(0, int.Min(s.Length, fin + EcartMaximal));
        int generation = PasserBlancs(devant, fin);
        int i = generation;
        while (i < devant.Length && char.IsAsciiDigit((char)devant[i])) i++;
        int r = PasserBlancs(devant, i);
        bool entier = s.AsSpan(debut, fin - debut).IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;
        return entier && i > generation && r > i && r < s.Length && s[r] == (byte)'R' && (r + 1 == s.Length || !EstOrdinaire(s[r + 1])) ? r + 1 : fin;
    }

    public static bool EstBlanc(byte b) => b is 0 or 9 or 10 or 12 or 13 or 32;

    static bool EstOrdinaire(byte b) => !EstBlanc(b) && !"()<>[]{}/%"u8.Contains(b);
}
