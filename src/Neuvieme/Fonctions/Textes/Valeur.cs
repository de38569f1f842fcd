using System.Text.Json;
using Neuvieme.Droit;
using Neuvieme.Droit.ImpSecondDegre;

namespace Neuvieme.Fonctions.Textes;

/// <summary>Lit une valeur JSON ; celle qui n'est pas de la forme attendue dit laquelle l'est.</summary>
static class Valeur
{
    public static EntreeInvalideException Absent() => new("une valeur est attendue, pas null");

    public static string? Texte(ref Utf8JsonReader r, int longueurMax)
    {
        if (r.TokenType == JsonTokenType.Null) return null;
        string texte = Chaine(ref r, "un texte entre guillemets");
        return texte.Length <= longueurMax ? texte : throw new EntreeInvalideException($"texte de {longueurMax} caractères au plus");
    }

    public static long? Entier(ref Utf8JsonReader r, long min, long max)
    {
        if (r.TokenType == JsonTokenType.Null) return null;
        if (r.TokenType != JsonTokenType.Number || !r.TryGetInt64(out long n) || n < min || n > max)
            throw new EntreeInvalideException($"un nombre entier de {min} à {max}, sans guillemets ni virgule, est attendu ; trouvé {Montre(ref r)}");
        return n;
    }

    public static bool? Booleen(ref Utf8JsonReader r) => r.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => throw new EntreeInvalideException($"true ou false est attendu ; trouvé {Montre(ref r)}"),
    };

    public static DateOnly? Jour(ref Utf8JsonReader r)
    {
        if (r.TokenType == JsonTokenType.Null) return null;
        string texte = r.TokenType == JsonTokenType.String ? Chaine(ref r, "") : "";
        return DateOnly.TryParseExact(texte, "yyyy-MM-dd", out DateOnly jour)
            ? jour
            : throw new EntreeInvalideException($"une date qui existe, écrite « 2026-09-01 », est attendue ; trouvé {Montre(ref r)}");
    }

    public static AnneeScolaire Annee(ref Utf8JsonReader r)
    {
        if (r.TokenType == JsonTokenType.Number && r.TryGetInt32(out int n) && new AnneeScolaire(n).EstRepresentable) return new(n);
        if (r.TokenType == JsonTokenType.String && AnneeScolaire.TryParse(Chaine(ref r, ""), out AnneeScolaire annee)) return annee;
        throw new EntreeInvalideException($"une année scolaire, « 2026-2027 » ou 2026, est attendue ; trouvé {Montre(ref r)}");
    }

    public static T Choix<T>(ref Utf8JsonReader r)
        where T : struct, Enum
    {
        if (r.TokenType == JsonTokenType.Null) return default;
        if (r.TokenType == JsonTokenType.String && Noms<T>.Lire(Chaine(ref r, ""), out T valeur)) return valeur;
        throw new EntreeInvalideException($"une de ces valeurs est attendue : {string.Join(", ", Noms<T>.Tous)} ; trouvé {Montre(ref r)}");
    }

    /// <summary>Une valeur par son nom, ou par son code de nomenclature.</summary>
    public static T ChoixOuCode<T>(ref Utf8JsonReader r, Func<string, T?> deCode)
        where T : struct, Enum => r.TokenType == JsonTokenType.String && deCode(Chaine(ref r, "")) is { } valeur ? valeur : Choix<T>(ref r);

    /// <summary>Les valeurs d'une liste, chacune citée une fois ; la première de l'énumération, qui n'en est pas une, n'y figure pas.</summary>
    public static List<T> Liste<T>(ref Utf8JsonReader r, string exemple)
        where T : struct, Enum
    {
        var tous = new List<T>();
        if (r.TokenType == JsonTokenType.Null) return tous;
        if (r.TokenType != JsonTokenType.StartArray) throw new EntreeInvalideException($"une liste est attendue, {exemple} ; trouvé {Montre(ref r)}");
        while (r.Read() && r.TokenType != JsonTokenType.EndArray)
        {
            if (r.TokenType == JsonTokenType.Null) throw Absent();
            T un = Choix<T>(ref r);
            if (tous.Contains(un) || EqualityComparer<T>.Default.Equals(un, default)) throw new EntreeInvalideException($"chaque valeur se cite une fois ; trouvé {Montre(ref r)}");
            tous.Add(un);
        }

        return tous;
    }

    public static string? Taux(ref Utf8JsonReader r)
    {
        if (r.TokenType == JsonTokenType.Null) return null;
        if (r.TokenType == JsonTokenType.String && TauxImp.DeCode(Chaine(ref r, "")) is { } taux) return taux.Code;
        throw new EntreeInvalideException($"un code de taux entre guillemets est attendu : {string.Join(", ", TauxImp.AuDate(TauxImp.PremiereRentree).Select(t => t.Code))} ; trouvé {Montre(ref r)}");
    }

    /// <summary>La chaîne lue ; un octet ou un échappement qui ne forme pas un caractère se dit comme toute autre faute.</summary>
    public static string Chaine(ref Utf8JsonReader r, string attendu)
    {
        if (r.TokenType != JsonTokenType.String && r.TokenType != JsonTokenType.PropertyName)
            throw new EntreeInvalideException($"{attendu} est attendu ; trouvé {Montre(ref r)}");
        try
        {
            return r.GetString() ?? "";
        }
        catch (InvalidOperationException e)
        {
            throw new EntreeInvalideException("caractère illisible : enregistrer le fichier en UTF-8", e);
        }
    }

    public static string Montre(ref Utf8JsonReader r)
    {
        switch (r.TokenType)
        {
            case JsonTokenType.StartObject: return "un objet";
            case JsonTokenType.StartArray: return "une liste";
            case JsonTokenType.Null: return "null";
            case JsonTokenType.True: return "true";
            case JsonTokenType.False: return "false";
        }

        string texte = System.Text.Encoding.UTF8.GetString(r.ValueSpan[..Math.Min(r.ValueSpan.Length, 40)]);
        return r.TokenType == JsonTokenType.String ? $"« {texte} »" : texte;
    }
}
