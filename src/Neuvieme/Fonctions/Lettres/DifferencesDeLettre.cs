using System.Text.Json.Nodes;
using Neuvieme.Fonctions.Lettres.Composer;

namespace Neuvieme.Fonctions.Lettres;

/// <summary>Ce que deux versions d'une lettre ne disent pas pareil, champ par champ, dans les mots de la lettre. Ni la date, ni l'annexe n'engagent.</summary>
public static class DifferencesDeLettre
{
    static readonly Dictionary<string, string> Noms = new(StringComparer.Ordinal)
    {
        ["mission"] = "la mission", ["mission.libelle"] = "la mission", ["mission.intitule"] = "l’intitulé", ["mission.contenu"] = "le contenu", ["mission.heures"] = "les heures",
        ["periode.debut"] = "le premier jour", ["periode.fin"] = "le dernier jour", ["periode.entiere"] = "la durée",
        ["taux.montant"] = "le montant", ["versements"] = "les mois de versement", ["rappel"] = "les rappels", ["agent.nomComplet"] = "la personne", ["agent.qualite"] = "la qualité de la personne",
        ["chef.nom"] = "le signataire", ["chef.qualite"] = "la qualité du signataire", ["accordLe"] = "la date de l’accord", ["decision.le"] = "la date de la décision", ["avisCp"] = "l’avis du conseil pédagogique", ["avisCa"] = "l’avis du conseil d’administration",
    };

    /// <summary>« le montant : 1 250 € → 2 500 € » ; une liste se dit changée, sans être recopiée.</summary>
    public static IReadOnlyList<string> Entre(string avant, string apres)
    {
        Dictionary<string, string> Lire(string donnees)
        {
            var objet = JsonNode.Parse(donnees)!.AsObject();
            LettreImp.Engagement(objet);
            Dictionary<string, string> feuilles = new(StringComparer.Ordinal);
            Aplatir(objet, "", feuilles);
            return feuilles;
        }

        var (a, b) = (Lire(avant), Lire(apres));
        return
        [
            .. a.Keys.Union(b.Keys).Where(Noms.ContainsKey).Where(c => a.GetValueOrDefault(c, "") != b.GetValueOrDefault(c, ""))
                .Select(c => c is "versements" or "mission.contenu" ? $"{Noms[c]} a changé" : $"{Noms[c]} : {Dire(a.GetValueOrDefault(c, ""))} → {Dire(b.GetValueOrDefault(c, ""))}").Distinct(),
        ];
    }

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
