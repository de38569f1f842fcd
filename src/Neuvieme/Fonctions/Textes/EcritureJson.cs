using System.Text.Encodings.Web;
using System.Text.Json;
using Neuvieme.Droit;

namespace Neuvieme.Fonctions.Textes;

/// <summary>Écrit règles, échéances et décisions en JSON.</summary>
static class EcritureJson
{
    // La sortie va à un terminal ou à un programme, jamais dans une page : les accents restent lisibles.
    static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    static readonly JsonWriterOptions Aere = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true };

    public static void Ecrire(Stream sortie, Action<Utf8JsonWriter> contenu, bool aere = false)
    {
        using (var w = new Utf8JsonWriter(sortie, aere ? Aere : Compact)) contenu(w);
        sortie.WriteByte((byte)'\n');
        sortie.Flush();
    }

    public static void Echeances(Utf8JsonWriter w, IReadOnlyList<Echeance> echeances)
    {
        w.WriteStartArray();
        foreach (Echeance e in echeances)
        {
            w.WriteStartObject();
            w.WriteString("mois"u8, e.Mois.ToString());
            w.WriteNumber("brut_centimes"u8, e.Brut.Centimes);
            w.WriteNumber("net_centimes"u8, e.NetEstime.Centimes);
            w.WriteEndObject();
        }

        w.WriteEndArray();
    }

    public static void Regles(Utf8JsonWriter w)
    {
        w.WriteStartArray();
        foreach (Regle r in Catalogue.Regles)
        {
            w.WriteStartObject();
            w.WriteString("code"u8, r.Code);
            Source(w, r.Source);
            w.WriteString("enonce"u8, r.Enonce);
            w.WriteString("rubrique"u8, Nom(r.Rubrique));
            w.WriteString("depuis"u8, Jour(r.Depuis));
            w.WriteString("jusqua"u8, r.Jusqua is { } fin ? Jour(fin) : null);
            w.WriteString("verifie_le"u8, Jour(r.VerifieLe));
            Textes(w, "releve", r.Catalogue);
            w.WriteEndObject();
        }

        w.WriteEndArray();
    }

    public static void Decision(Utf8JsonWriter w, string? reference, Decision d)
    {
        w.WriteStartObject();
        w.WriteString("reference"u8, reference);
        w.WriteString("decision"u8, Nom(d.Issue));
        Motifs(w, "motifs", d.Motifs);
        Motifs(w, "alertes", d.Alertes);
        w.WritePropertyName("montants"u8);
        if (d.Montants is { } m)
        {
            w.WriteStartObject();
            w.WriteNumber("brut_centimes"u8, m.Brut.Centimes);
            w.WriteNumber("net_estime_centimes"u8, m.NetEstime.Centimes);
            w.WritePropertyName("echeances"u8);
            Echeances(w, m.Echeances);
            w.WriteEndObject();
        }
        else
        {
            w.WriteNullValue();
        }

        Trace(w, d.Trace);
        w.WriteEndObject();
    }

    public static void Trace(Utf8JsonWriter w, Trace trace)
    {
        w.WriteStartArray("trace"u8);
        foreach (Etape e in trace.Etapes)
        {
            w.WriteStartObject();
            w.WriteString("regle"u8, e.Regle);
            w.WriteString("phrase"u8, e.Phrase);
            Source(w, e.Source);
            Paires(w, "entrees", e.Entrees);
            w.WriteEndObject();
        }

        w.WriteEndArray();
    }

    public static void Motifs(Utf8JsonWriter w, string nom, IReadOnlyList<Motif> motifs)
    {
        w.WriteStartArray(nom);
        foreach (Motif m in motifs)
        {
            w.WriteStartObject();
            w.WriteString("code"u8, m.Code);
            w.WriteString("gravite"u8, Nom(m.Gravite));
            w.WriteString("rubrique"u8, Nom(m.Rubrique));
            w.WriteString("regle"u8, m.Regle.Code);
            Source(w, m.Source);
            w.WriteString("phrase"u8, m.Phrase);
            Paires(w, "donnees", m.Donnees);
            w.WriteEndObject();
        }

        w.WriteEndArray();
    }

    public static void Textes(Utf8JsonWriter w, string nom, IEnumerable<string> textes)
    {
        w.WriteStartArray(nom);
        foreach (string texte in textes) w.WriteStringValue(texte);
        w.WriteEndArray();
    }

    static void Source(Utf8JsonWriter w, Source s)
    {
        w.WriteStartObject("source"u8);
        w.WriteString("texte"u8, s.Texte);
        w.WriteString("article"u8, s.Article);
        w.WriteString("alinea"u8, s.Alinea);
        w.WriteString("reference"u8, s.Reference);
        w.WriteEndObject();
    }

    static void Paires(Utf8JsonWriter w, string nom, IReadOnlyList<KeyValuePair<string, string>> paires)
    {
        w.WriteStartObject(nom);
        foreach ((string cle, string valeur) in paires) w.WriteString(cle, valeur);
        w.WriteEndObject();
    }

    internal static string Jour(DateOnly d) => d.ToString("yyyy-MM-dd");

    public static string Nom<T>(T valeur)
        where T : struct, Enum => Noms<T>.Tous[Array.IndexOf(Enum.GetValues<T>(), valeur)];

    public static void Centimes(Utf8JsonWriter w, string nom, Montant? montant)
    {
        if (montant is { } m) w.WriteNumber(nom, m.Centimes);
        else w.WriteNull(nom);
    }
}
