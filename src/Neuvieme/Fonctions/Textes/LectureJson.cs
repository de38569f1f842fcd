using System.Text.Json;
using Neuvieme.Droit;
using Neuvieme.Droit.ImpSecondDegre;
using ParametresImp = Neuvieme.Droit.Parametres;

namespace Neuvieme.Fonctions.Textes;

/// <summary>Une situation lue, prête à juger.</summary>
sealed record Demande(string? Reference, Situation Situation, ParametresImp Parametres);

/// <summary>Lit le tableau de situations ; une clé inconnue ou répétée est une erreur, à toute profondeur.</summary>
static class LectureJson
{
    static readonly JsonReaderOptions Strict = new() { MaxDepth = 8 };

    public static List<Demande> Lire(ReadOnlySpan<byte> json)
    {
        if (json.StartsWith("\uFEFF"u8)) json = json[3..];
        var r = new Utf8JsonReader(json, Strict);
        var lues = new List<Demande>();
        try
        {
            if (!r.Read() || r.TokenType != JsonTokenType.StartArray)
                throw new EntreeInvalideException("un tableau de situations est attendu, [ { … } ]");
            while (r.Read() && r.TokenType != JsonTokenType.EndArray)
            {
                if (r.TokenType != JsonTokenType.StartObject) throw new EntreeInvalideException($"$[{lues.Count}] : une situation entre accolades est attendue");
                lues.Add(Une(ref r, lues.Count));
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
        Objet(b, ref r, Champs.Parametres, "");
    }

    static Demande Une(ref Utf8JsonReader r, int rang)
    {
        var b = new Brouillon();
        ulong vus = Objet(b, ref r, Champs.Situation, $"$[{rang}]");
        for (int i = 0; i < Champs.Situation.Length; i++)
        {
            if (Champs.Situation[i].Obligatoire && (vus >> i & 1) == 0)
                throw new EntreeInvalideException($"$[{rang}] : la clé « {Champs.Situation[i].Nom} » manque. {Champs.Situation[i].Description}");
        }

        return new(b.Reference, b.Situation with { Montant = Montant(b, rang) }, b.Parametres);
    }

    static Montant? Montant(Brouillon b, int rang)
    {
        Montant? duTaux = b.Taux is null ? null : TauxImp.DeCode(b.Taux)!.Montant;
        if (b.MontantCentimes is not { } centimes) return duTaux;
        if (duTaux is { } taux && taux.Centimes != centimes)
            throw new EntreeInvalideException($"$[{rang}] : « montant_centimes » et « taux » se contredisent ({centimes} et {taux.Centimes}) ; n'en garder qu'un");
        return new Montant(centimes);
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
        string conseil = Distance(court, proche) <= 4 ? $"vouliez-vous « {proche} » ?" : "voir « neuvieme droit schema ».";
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
