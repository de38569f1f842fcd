using System.Text.Json.Nodes;
using Neuvieme.Fonctions.Suivi;
using Neuvieme.Socle;
using Neuvieme.Socle.Texte;

namespace Neuvieme.Fonctions.Lettres.Composer;

/// <summary>
/// L'avenant à une lettre signée : ce qui change, et rien d'autre. La lettre demeure ; signé des deux, il la modifie. Ses données gardent en
/// plus la lettre entière telle qu'il la rend, à laquelle les faits se comparent ensuite.
/// </summary>
public sealed record LettreAvenant
{
    public const string Modele = "avenant";

    const string Consolidee = "consolidee";

    /// <summary>Ce qu'un avenant peut changer ; le signataire qui a changé depuis n'empêche pas d'en signer un.</summary>
    static readonly HashSet<string> Modifiables = new(StringComparer.Ordinal) { "taux.montant", "versements", "rappel", "mission.contenu", "mission.heures", "chef.nom", "chef.qualite" };

    /// <summary>Ce que dirait la lettre aujourd'hui.</summary>
    public required LettreImp Lettre { get; init; }
    /// <summary>Les données de la dernière version signée, lettre ou avenant.</summary>
    public required JsonObject Avant { get; init; }
    public required int Numero { get; init; }
    /// <summary>Le jour de la lettre d'origine.</summary>
    public required DateOnly LettreLe { get; init; }
    public required string Motif { get; init; }
    /// <summary>Le jour où les tâches et les heures changent.</summary>
    public required DateOnly EffetLe { get; init; }
    /// <summary>Le jour où le recteur a décidé du taux ; nul quand il ne change pas.</summary>
    public DateOnly? DecideLe { get; init; }
    /// <summary>Ce que les mois déjà payés font de plus.</summary>
    public IReadOnlyList<EcartDePaie> Ecarts { get; init; } = [];

    public string Reference => $"{Lettre.Reference}-A{Numero}";

    /// <summary>La lettre que disent des données : elles-mêmes, ou celle que rend un avenant.</summary>
    public static JsonObject LettreDe(JsonObject donnees) => donnees[Consolidee]?.AsObject() ?? donnees;

    public static bool Suffit(string avant, string apres) => DifferencesDeLettre.Champs(avant, apres).All(Modifiables.Contains);

    public JsonObject EnJson()
    {
        var lettre = Lettre.EnJson();
        JsonNode? Changement(string champ, Func<JsonObject, JsonNode?> valeur) => JsonNode.DeepEquals(valeur(Avant), valeur(lettre)) ? null
            : new JsonObject { ["champ"] = champ, ["avant"] = valeur(Avant)?.DeepClone(), ["apres"] = valeur(lettre)?.DeepClone() };
        var (taux, heures, taches) = (Changement("Taux, pour l’année entière", Taux), Changement("Temps estimé", d => d["mission"]?["heures"]), Changement("Tâches", d => d["mission"]?["contenu"]));
        var leTaux = taux is not null;
        JsonNode? Copie(string cle) => lettre[cle]?.DeepClone();
        return new()
        {
            ["titre"] = $"Avenant n°\u00A0{Numero} — {Lettre.Agent.NomComplet} — {Lettre.Annee}",
            ["reference"] = Reference,
            ["etablieLe"] = Copie("etablieLe"), ["annee"] = Copie("annee"), ["academie"] = Copie("academie"), ["etablissement"] = Copie("etablissement"), ["agent"] = Copie("agent"),
            ["numero"] = $"{Numero}",
            ["nature"] = "Indemnité pour mission particulière (IMP)",
            ["lettre"] = new JsonObject { ["reference"] = Lettre.Reference, ["le"] = Francais.Date(LettreLe) },
            ["signataires"] = new JsonArray(
                new JsonObject { ["titre"] = "Pour l’établissement", ["nom"] = Lettre.Chef.Nom, ["qualite"] = Lettre.Chef.Qualite },
                new JsonObject { ["titre"] = "L’agent", ["nom"] = Lettre.Agent.NomComplet, ["qualite"] = Lettre.Agent.Qualite, ["identifiant"] = Lettre.Agent.Identifiant }),
            ["mission"] = new JsonObject { ["libelle"] = lettre["mission"]!["libelle"]!.DeepClone(), ["intitule"] = Lettre.Intitule },
            ["motif"] = Typographie.Francaise(Motif),
            ["changements"] = new JsonArray([.. new[] { taux, heures, taches }.OfType<JsonNode>()]),
            ["effet"] = heures is not null || taches is not null ? Francais.Date(EffetLe) : "",
            ["decideLe"] = leTaux ? Redaction.Jour(DecideLe) : "",
            ["taux"] = leTaux ? Copie("taux") : new JsonObject(),
            ["versements"] = leTaux ? Copie("versements") : new JsonArray(),
            ["total"] = leTaux ? Copie("total") : new JsonObject(),
            ["rappel"] = leTaux && Ecarts.Count > 0 ? $"Les mois déjà payés au taux d’avant font {string.Join(", ", Ecarts.Select(e => $"{e.Somme} de plus, versés sur la paie {Francais.De(e.Paie.Libelle)}"))}." : "",
            ["textes"] = Copie("textes"),
            [Redaction.Annexe] = leTaux ? Copie(Redaction.Annexe) : new JsonArray(),
            [Consolidee] = lettre,
        };
    }

    static JsonNode? Taux(JsonObject donnees) => donnees["taux"] is { } t ? $"{t["montant"]} · {t["imp"]} · {t["code"]}" : null;
}
