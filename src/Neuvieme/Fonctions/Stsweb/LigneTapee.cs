using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Neuvieme.Droit.ImpSecondDegre;

namespace Neuvieme.Fonctions.Stsweb;

/// <summary>Ce qu'une personne a tapé dans STSWeb, tel que la saisie le garde : le bordereau d'aujourd'hui s'y compare.</summary>
public sealed record LigneTapee(string Reference, string Nom, string Prenom, string Identifiant, string Fonction, string Mission, string Taux, DateOnly? Effet, DateOnly? Fin, Duree Duree, string Interruptions = "")
{
    static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Converters = { new JsonStringEnumConverter() } };

    public static string Ecrire(LigneBordereau l) =>
        JsonSerializer.Serialize(new LigneTapee(l.Reference, l.Nom, l.Prenom, l.Identifiant, l.Fonction, l.Mission, l.Taux.Code, l.Effet, l.Fin, l.Duree, l.Interruptions), Json);

    public static LigneBordereau Lire(string json)
    {
        var t = JsonSerializer.Deserialize<LigneTapee>(json, Json)!;
        return new()
        {
            Reference = t.Reference, Nom = t.Nom, Prenom = t.Prenom, Identifiant = t.Identifiant, Fonction = t.Fonction, Mission = t.Mission,
            Taux = TauxImp.DeCode(t.Taux)!, Effet = t.Effet, Fin = t.Fin, Duree = t.Duree, Interruptions = t.Interruptions,
        };
    }
}
