using System.Text.Json;
using Neuvieme.Droit;

namespace Neuvieme.Fonctions.Textes;

/// <summary>Le schéma JSON de l'entrée, tiré de la table des clés ; celui de la sortie est sous $defs.</summary>
static class SchemaJson
{
    public static void Ecrire(Utf8JsonWriter w)
    {
        w.WriteStartObject();
        w.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
        w.WriteString("title", "Situations à évaluer");
        w.WriteString("description", "Entrée de « neuvieme droit evaluer ». La clé « dispositif » choisit le droit appliqué, imp-second-degre par défaut. Une clé absente ou null est un fait inconnu : s'il est nécessaire, la décision est incomplète. La sortie suit $defs/sortie.");
        w.WriteString("type", "array");
        w.WriteStartObject("items");
        w.WriteStartArray("oneOf");
        foreach (Dispositif d in Dispositifs.Tous)
        {
            w.WriteStartObject();
            w.WriteString("$ref", $"#/$defs/{d.Nom}");
            w.WriteEndObject();
        }

        w.WriteEndArray();
        w.WriteEndObject();
        w.WriteStartObject("$defs");
        foreach (Dispositif d in Dispositifs.Tous)
        {
            w.WritePropertyName(d.Nom);
            Objet(w, d.Champs, d.Titre);
        }

        w.WritePropertyName("sortie");
        Sortie(w);
        w.WriteEndObject();
        w.WriteEndObject();
    }

    static void Objet(Utf8JsonWriter w, Champ[] champs, string? titre = null)
    {
        w.WriteStartObject();
        if (titre is not null) w.WriteString("title", titre);
        w.WriteString("type", "object");
        w.WriteBoolean("additionalProperties", value: false);
        w.WriteStartArray("required");
        foreach (Champ c in champs.Where(c => c.Obligatoire)) w.WriteStringValue(c.Nom);
        w.WriteEndArray();
        w.WriteStartObject("properties");
        foreach (Champ c in champs)
        {
            w.WritePropertyName(c.Nom);
            if (c.Forme == "objet") Objet(w, Cles.DesParametres);
            else Propriete(w, c);
        }

        w.WriteEndObject();
        w.WriteEndObject();
    }

    static void Propriete(Utf8JsonWriter w, Champ c)
    {
        w.WriteStartObject();
        w.WriteString("description", c.Description);
        switch (c.Forme)
        {
            case "date":
                Type(w, "string", c.Obligatoire);
                w.WriteString("format", "date");
                break;
            case "annee":
                w.WriteStartArray("type");
                w.WriteStringValue("string");
                w.WriteStringValue("integer");
                w.WriteEndArray();
                w.WriteString("pattern", "^[0-9]{4}(-[0-9]{4})?$");
                w.WriteNumber("minimum", 1);
                w.WriteNumber("maximum", 9998);
                break;
            case "entier":
                Type(w, "integer", c.Bornes is null);
                w.WriteNumber("minimum", c.Bornes!.Value.Min);
                w.WriteNumber("maximum", c.Bornes!.Value.Max);
                break;
            case "booleen":
                Type(w, "boolean", seul: false);
                break;
            case "texte":
                Type(w, "string", seul: false);
                w.WriteNumber("maxLength", 200);
                break;
            case "choix":
                Valeurs(w, c, avecNull: true);
                break;
            case "liste":
                Type(w, "array", seul: false);
                w.WriteBoolean("uniqueItems", value: true);
                w.WriteStartObject("items");
                Valeurs(w, c, avecNull: false);
                w.WriteEndObject();
                break;
        }

        w.WriteEndObject();
    }

    static void Type(Utf8JsonWriter w, string type, bool seul)
    {
        if (seul)
        {
            w.WriteString("type", type);
            return;
        }

        w.WriteStartArray("type");
        w.WriteStringValue(type);
        w.WriteStringValue("null");
        w.WriteEndArray();
    }

    static void Valeurs(Utf8JsonWriter w, Champ c, bool avecNull)
    {
        w.WriteStartArray("enum");
        foreach (string v in c.Valeurs!) w.WriteStringValue(v);
        if (avecNull && !c.Obligatoire) w.WriteNullValue();
        w.WriteEndArray();
    }

    static void Sortie(Utf8JsonWriter w) => w.WriteRawValue($$$"""
        {
          "description": "Une décision par situation, dans le même ordre.",
          "type": "array",
          "items": {
            "type": "object",
            "required": ["reference", "decision", "motifs", "alertes", "montants", "trace"],
            "properties": {
              "reference": {"type": ["string", "null"], "description": "Repère donné en entrée."},
              "decision": {"enum": {{{Enumeration<Issue>()}}}},
              "motifs": {"description": "Les refus, puis les faits manquants.", "type": "array", "items": {{{Motif()}}}},
              "alertes": {"description": "Ce qui est signalé sans empêcher.", "type": "array", "items": {{{Motif()}}}},
              "montants": {
                "description": "Null si l'attribution est refusée, ou tant que le montant ou la durée est inconnu. Tout est en centimes d'euro.",
                "type": ["object", "null"],
                "required": ["brut_centimes", "net_estime_centimes", "echeances"],
                "properties": {
                  "brut_centimes": {"type": "integer"},
                  "net_estime_centimes": {"type": "integer", "description": "Somme des nets estimés de chaque versement."},
                  "echeances": {"type": "array", "items": {
                    "type": "object",
                    "required": ["mois", "brut_centimes", "net_centimes"],
                    "properties": {"mois": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}$"}, "brut_centimes": {"type": "integer"}, "net_centimes": {"type": "integer"}}
                  }}
                }
              },
              "trace": {"description": "Les règles examinées, dans l'ordre.", "type": "array", "items": {
                "type": "object",
                "required": ["regle", "phrase", "source", "entrees"],
                "properties": {"regle": {"type": "string"}, "phrase": {"type": "string"}, "source": {{{Source}}}, "entrees": {"type": "object", "additionalProperties": {"type": "string"} } }
              }}
            }
          }
        }
        """);

    const string Source = """{"type": "object", "required": ["texte", "article", "alinea", "reference"], "properties": {"texte": {"type": "string"}, "article": {"type": ["string", "null"]}, "alinea": {"type": ["string", "null"]}, "reference": {"type": ["string", "null"]}}}""";

    static string Motif() => $$$"""
        {"type": "object", "required": ["code", "gravite", "rubrique", "regle", "source", "phrase", "donnees"], "properties": {
          "code": {"type": "string"}, "gravite": {"enum": {{{Enumeration<Gravite>()}}}}, "rubrique": {"enum": {{{Enumeration<Rubrique>()}}}},
          "regle": {"type": "string"}, "source": {{{Source}}}, "phrase": {"type": "string"}, "donnees": {"type": "object", "additionalProperties": {"type": "string"} } } }
        """;

    static string Enumeration<T>()
        where T : struct, Enum => "[" + string.Join(", ", Noms<T>.Tous.Select(n => $"\"{n}\"")) + "]";
}
