using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Neuvieme.Socle.Documents;

namespace Neuvieme.Fonctions.Modeles;

/// <summary>Ce qu'une académie change au modèle livré : son en-tête, des phrases clé par clé, et, pour qui sait, la source entière.</summary>
/// <param name="Source">Vide : celle du modèle livré.</param>
public sealed record ContenuDeModele(EnTeteDeModele EnTete, IReadOnlyDictionary<string, string> Phrases, string Source)
{
    public static readonly ContenuDeModele Livre = new(EnTeteDeModele.Vide, new Dictionary<string, string>(), "");
    static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public bool EstLivre => EnTete.EstVide && Phrases.Count == 0 && Source.Length == 0;

    public static ContenuDeModele De(VersionDeModele? version) => version is null ? Livre
        : new(JsonSerializer.Deserialize<EnTeteDeModele>(version.EnTete, Json)!, JsonSerializer.Deserialize<SortedDictionary<string, string>>(version.Phrases, Json)!, version.Source);

    public void Ecrire(VersionDeModele version) => (version.EnTete, version.Phrases, version.Source) =
        (JsonSerializer.Serialize(EnTete, Json), JsonSerializer.Serialize(new SortedDictionary<string, string>(Phrases.ToDictionary(), StringComparer.Ordinal), Json), Source);

    /// <summary>Les mêmes données, avec les mots de l'académie ; <paramref name="donnees"/> ne change pas.</summary>
    public DemandeDeDocument Demander(FicheModele fiche, JsonObject donnees)
    {
        var habillees = donnees.DeepClone().AsObject();
        habillees.Remove("enTete");
        habillees.Remove("phrases");
        if (!EnTete.EstVide)
        {
            habillees["enTete"] = EnTete.EnJson(fiche.NommeLEtablissement ? habillees["etablissement"] as JsonObject : null);
        }

        if (Phrases.Count > 0)
        {
            habillees["phrases"] = new JsonObject(Phrases.Select(p => KeyValuePair.Create(p.Key, (JsonNode?)p.Value)));
        }

        return new(fiche.Cle, habillees) { Source = Source.Length > 0 ? Source : null };
    }

    /// <summary>Ce que le journal retient : les mots en toutes lettres, ce qui est trop gros par son empreinte.</summary>
    public SortedDictionary<string, string> PourLeJournal()
    {
        var champs = new SortedDictionary<string, string>(Phrases.ToDictionary(p => $"phrase {p.Key}", p => p.Value.Length == 0 ? "(masquée)" : p.Value), StringComparer.Ordinal);
        if (!EnTete.EstVide)
        {
            champs["en-tête"] = string.Join(" / ", EnTete.Lignes.Prepend(EnTete.Nom).Where(l => l.Length > 0));
        }

        if (EnTete.Logo.Length > 0)
        {
            champs["logo"] = $"{EnTete.Alt} {Empreinte(EnTete.Logo)}".Trim();
        }

        if (Source.Length > 0)
        {
            champs["source"] = Empreinte(Source);
        }

        return champs;
    }

    static string Empreinte(string texte) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(texte)))[..16];
}
