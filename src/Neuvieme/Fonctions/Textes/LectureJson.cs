using System.Text.Json;

namespace Neuvieme.Fonctions.Textes;

/// <summary>Lit le tableau de situations ; une clé inconnue ou répétée est une erreur, à toute profondeur.</summary>
static class LectureJson
{
    static readonly JsonReaderOptions Strict = new() { MaxDepth = 8 };

    public static List<Brouillon> Lire(ReadOnlySpan<byte> json)
    {
        if (json.StartsWith("\uFEFF"u8)) json = json[3..];
        var r = new Utf8JsonReader(json, Strict);
        var lues = new List<Brouillon>();
        // Sans la clé nulle part, aucune situation n'est lue deux fois.
        bool choix = json.IndexOf("\"dispositif\""u8) >= 0;
        try
        {
            if (!r.Read() || r.TokenType != JsonTokenType.StartArray)
                throw new EntreeInvalideException("un tableau de situations est attendu, [ { … } ]");
            while (r.Read() && r.TokenType != JsonTokenType.EndArray)
            {
                if (r.TokenType != JsonTokenType.StartObject) throw new EntreeInvalideException($"$[{lues.Count}] : une situation entre accolades est attendue");
                lues.Add(Une(ref r, lues.Count, choix));
            }

            if (r.Read()) throw new EntreeInvalideException("rien n'est attendu après le tableau");
            return lues;
        }
        catch (EntreeInvalideException e)
        {
            throw new EntreeInvalideException($"ligne {Ligne(json, r.TokenStartIndex)} : {e.Message}", e);
        }
        catch (JsonException e)
        {
            throw new EntreeInvalideException(
                $"ligne {e.LineNumber + 1}, octet {e.BytePositionInLine + 1}, après $[{lues.Count}] : JSON illisible. Le fichier est tronqué ou mal formé ; vérifier virgules, guillemets et accolades.", e);
        }
    }

    /// <summary>Lit l'objet « parametres ».</summary>
    public static void Parametres(Brouillon b, ref Utf8JsonReader r)
    {
        if (r.TokenType == JsonTokenType.Null) return;
        if (r.TokenType != JsonTokenType.StartObject) throw new EntreeInvalideException("un objet entre accolades est attendu");
        Objet(b, ref r, Cles.DesParametres, "");
    }

    static Brouillon Une(ref Utf8JsonReader r, int rang, bool choix)
    {
        string chemin = $"$[{rang}]";
        Dispositif dispositif = Dispositifs.Defaut;
        try
        {
            if (choix) dispositif = Dispositifs.Choisir(r);
        }
        catch (EntreeInvalideException e)
        {
            throw new EntreeInvalideException(chemin + e.Message, e);
        }

        Brouillon b = dispositif.Neuf();
        ulong vus = Objet(b, ref r, dispositif.Champs, chemin);
        for (int i = 0; i < dispositif.Champs.Length; i++)
        {
            if (dispositif.Champs[i].Obligatoire && (vus >> i & 1) == 0)
                throw new EntreeInvalideException($"{chemin} : la clé « {dispositif.Champs[i].Nom} » manque. {dispositif.Champs[i].Description}");
        }

        try
        {
            dispositif.Achever?.Invoke(b);
        }
        catch (EntreeInvalideException e)
        {
            throw new EntreeInvalideException(chemin + e.Message, e);
        }

        return b;
    }

    static ulong Objet(Brouillon b, ref Utf8JsonReader r, Champ[] champs, string chemin)
    {
        ulong vus = 0;
        int suivant = 0;
        while (r.Read() && r.TokenType == JsonTokenType.PropertyName)
        {
            int i = Chercher(ref r, champs, suivant);
            if (i < 0) throw new EntreeInvalideException(Inconnue(Valeur.Chaine(ref r, ""), champs, chemin));
            suivant = i + 1;
            if ((vus >> i & 1) != 0) throw new EntreeInvalideException($"{chemin}.{champs[i].Nom} : clé répétée ; n'en garder qu'une");
            vus |= 1UL << i;
            r.Read();
            try
            {
                champs[i].Pose(b, ref r);
            }
            catch (EntreeInvalideException e)
            {
                string separateur = e.Message.StartsWith('.') ? "" : " : ";
                throw new EntreeInvalideException($"{chemin}.{champs[i].Nom}{separateur}{e.Message}", e);
            }
        }

        return vus;
    }

    /// <summary>Les clés arrivent souvent dans l'ordre du schéma : on essaie d'abord la suivante.</summary>
    static int Chercher(ref Utf8JsonReader r, Champ[] champs, int suivant)
    {
        for (int pas = 0; pas < champs.Length; pas++)
        {
            int i = (suivant + pas) % champs.Length;
            if (r.ValueTextEquals(champs[i].NomUtf8)) return i;
        }

        return -1;
    }

    static string Inconnue(string nom, Champ[] champs, string chemin)
    {
        string court = nom.Length <= 60 ? nom : nom[..60] + "…";
        string proche = champs.Select(c => c.Nom).MinBy(c => Distance(court, c))!;
        Dispositif? ailleurs = Dispositifs.Tous.FirstOrDefault(d => d.Champs != champs && champs != Cles.DesParametres && d.Champs.Any(c => c.Nom == nom));
        string conseil = ailleurs is not null ? $"c'est une clé de « {ailleurs.Nom} », à annoncer par \"dispositif\": \"{ailleurs.Nom}\"."
            : Distance(court, proche) <= 4 ? $"vouliez-vous « {proche} » ?" : "voir « neuvieme droit schema ».";
        return $"{chemin}.{court} : clé inconnue ; {conseil}";
    }

    static int Distance(string a, string b)
    {
        int[] ligne = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonale = ligne[0];
            ligne[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int ici = Math.Min(Math.Min(ligne[j], ligne[j - 1]) + 1, diagonale + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonale = ligne[j];
                ligne[j] = ici;
            }
        }

        return ligne[^1];
    }

    static int Ligne(ReadOnlySpan<byte> json, long position) => 1 + json[..(int)Math.Min(position, json.Length)].Count((byte)'\n');
}
