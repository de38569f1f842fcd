using System.Text.Json.Nodes;
using Neuvieme.Fonctions.Lettres.Composer;

namespace Neuvieme.Fonctions.Lettres;

/// <summary>Ce que deux versions d'une lettre ne disent pas pareil, champ par champ, dans les mots de la lettre. Rien de ce qui rend une lettre périmée n'y manque.</summary>
public static class DifferencesDeLettre
{
    static readonly Dictionary<string, string> Noms = new(StringComparer.Ordinal)
    {
        ["mission"] = "la mission", ["mission.libelle"] = "la mission", ["mission.intitule"] = "l’intitulé", ["mission.contenu"] = "le contenu", ["mission.heures"] = "les heures",
        ["periode.debut"] = "le premier jour", ["periode.fin"] = "le dernier jour", ["periode.entiere"] = "la durée",
        ["taux.montant"] = "le montant", ["versements"] = "les mois de versement", ["rappel"] = "les rappels", ["agent.nomComplet"] = "la personne", ["agent.qualite"] = "la qualité de la personne",
        ["missions"] = "la mission, ses parts ou ses heures", ["mission.charge"] = "la charge", ["mission.conditions"] = "les conditions", ["mission.objectifs"] = "les objectifs", ["mission.resultats"] = "les résultats attendus", ["mission.priorites"] = "les priorités", ["allegement"] = "l’allègement",
        ["responsable.nom"] = "le signataire", ["responsable.qualite"] = "la qualité du signataire", ["recteur.nom"] = "le signataire", ["recteur.qualite"] = "la qualité du signataire", ["chef.nom"] = "le signataire", ["chef.qualite"] = "la qualité du signataire", ["accordLe"] = "la date de l’accord", ["decision.le"] = "la date de la décision", ["decision.reference"] = "la référence de la décision", ["informesLe"] = "la date d’information des enseignants", ["avisCp"] = "l’avis du conseil pédagogique", ["avisCa"] = "l’avis du conseil d’administration",
    };

    /// <summary>« le montant : 1 250 € → 2 500 € » ; une liste se dit changée, sans être recopiée.</summary>
    public static IReadOnlyList<string> Entre(string avant, string apres)
    {
        var (a, b) = (Lire(avant), Lire(apres));
        return
        [
            .. Champs(a, b)
                .Select(c => c is "versements" or "missions" or "mission.contenu" or "mission.conditions" or "mission.objectifs" or "mission.resultats" or "mission.priorites" ? $"{Nom(c)} a changé" : $"{Nom(c)} : {Dire(a.GetValueOrDefault(c, ""))} → {Dire(b.GetValueOrDefault(c, ""))}").Distinct(),
        ];
    }

    /// <summary>Les champs qui diffèrent, par leur clé.</summary>
    public static IEnumerable<string> Champs(string avant, string apres) => Champs(Lire(avant), Lire(apres));

    static IEnumerable<string> Champs(Dictionary<string, string> a, Dictionary<string, string> b) => a.Keys.Union(b.Keys).Where(c => a.GetValueOrDefault(c, "") != b.GetValueOrDefault(c, ""));

    static Dictionary<string, string> Lire(string donnees)
    {
        Dictionary<string, string> feuilles = new(StringComparer.Ordinal);
        Aplatir(LettreImp.Engagement(JsonNode.Parse(donnees)!.AsObject()), "", feuilles);
        return feuilles;
    }

    static string Nom(string champ) => Noms.GetValueOrDefault(champ, $"« {champ} »");

    static string Dire(string valeur) => valeur.Length == 0 ? "rien" : valeur is "true" ? "année entière" : valeur is "false" ? "ponctuelle" : valeur;

    static void Aplatir(JsonObject objet, string chemin, Dictionary<string, string> feuilles)
    {
        foreach (var (nom, valeur) in objet)
        {
            var ici = chemin.Length == 0 ? nom : $"{chemin}.{nom}";
            if (valeur is JsonObject enfant)
            {
                Aplatir(enfant, ici, feuilles);
            }
            else
            {
                feuilles[ici] = valeur is JsonValue v && v.TryGetValue<string>(out var texte) ? texte : valeur?.ToJsonString() ?? "";
            }
        }
    }
}
