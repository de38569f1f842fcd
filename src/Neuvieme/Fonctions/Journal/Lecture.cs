using System.Text.Json;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Parametres;
using Neuvieme.Socle;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Journal;

public sealed record Changement(string Champ, string? Avant, string? Apres);

/// <summary>Une entrée telle qu'une personne la lit : champ par champ, avant puis après.</summary>
/// <param name="agents">Le nom de chaque agent : le journal n'en retient que le numéro.</param>
/// <param name="missions">L'intitulé de chaque objet « mission:5 » ou « attribution:12 » ; jamais la personne, dont l'accord peut manquer.</param>
public sealed class Lecture(IReadOnlyDictionary<long, string> agents, IReadOnlyDictionary<string, string> missions)
{
    public static readonly Lecture SansNoms = new(new Dictionary<long, string>(), new Dictionary<string, string>());

    static readonly Dictionary<string, string> Noms = new()
    {
        ["annee"] = "année", ["etablissement"] = "établissement", ["jusquAu"] = "jusqu’au", ["etablissements"] = "établissements", ["quarts"] = "IMP", ["centimes"] = "montant", ["intitule"] = "intitulé", ["etat"] = "état", ["duree"] = "durée",
        ["informesLe"] = "informés le", ["seance"] = "séance", ["complement"] = "complément", ["renduLe"] = "rendu le", ["debut"] = "début", ["academie"] = "académie", ["role"] = "rôle", ["justification"] = "justification",
        ["quarts_demandes"] = "IMP demandées", ["proposition_ca"] = "proposition du CA", ["demande_dasen"] = "demande à l’IA-DASEN", ["decidee_le"] = "décidée le",
    };

    static readonly Dictionary<string, string> Valeurs = new()
    {
        ["AnneeEntiere"] = "toute l’année", ["Ponctuelle"] = "ponctuelle", ["ConseilPedagogique"] = "conseil pédagogique",
        ["Enseignants"] = "tous les enseignants", ["ConseilAdministration"] = "conseil d’administration", ["Favorable"] = "favorable", ["Defavorable"] = "défavorable", ["Partage"] = "partagé", ["PrisActe"] = "pris acte",
    };

    /// <summary>Ce que l'entrée concerne, en clair ; vide quand l'action le dit déjà.</summary>
    public string Objet(EntreeJournal entree)
    {
        var (genre, numero) = entree.Objet.Split(':', 2) is [var g, var n] ? (g, n) : (entree.Objet, "");
        return genre switch
        {
            "mission" or "attribution" or "mission-premier-degre" or "mission-directe" => missions.GetValueOrDefault(entree.Objet, $"{genre.Split('-')[0]} n° {numero}, retirée depuis"),
            "agent" when long.TryParse(numero, out var id) => agents.GetValueOrDefault(id, $"agent n° {numero}"),
            "avis" or "dossier" or "information" or "enveloppe" or "enveloppe-premier-degre" or "enveloppe-directe" or "import" or "compte" or "complement" or "conversion" or "campagne" => "",
            "modele" => Modeles.FicheModele.De(numero)?.Nom ?? numero,
            "parametre" when Enum.TryParse<CleParametre>(numero, out var cle) => FicheParametre.De(cle)?.Nom ?? numero,
            _ => numero,
        };
    }

    public IReadOnlyList<Changement> De(EntreeJournal entree)
    {
        var (avant, apres) = (Champs(entree.Avant), Champs(entree.Apres));
        return [.. avant.Keys.Union(apres.Keys)
            .Select(c => new Changement(Noms.GetValueOrDefault(c, c.Replace('_', ' ')), avant.GetValueOrDefault(c), apres.GetValueOrDefault(c)))
            .Where(c => c.Avant is null || c.Apres is null ? !string.IsNullOrEmpty(c.Avant ?? c.Apres) : c.Avant != c.Apres)];
    }

    public string EnUneLigne(EntreeJournal entree) => string.Join(" ; ", De(entree).Select(c => c switch
    {
        { Avant: null } => $"{c.Champ} {c.Apres}",
        { Apres: null } => $"{c.Champ} {c.Avant}, retiré",
        _ => $"{c.Champ} {Dit(c.Avant)} → {Dit(c.Apres)}",
    }));

    public static string Dit(string texte) => texte.Length == 0 ? "vide" : texte;

    /// <summary>Un objet JSON en champs ; toute autre forme reste lisible telle quelle.</summary>
    Dictionary<string, string> Champs(string json)
    {
        var champs = new Dictionary<string, string>(StringComparer.Ordinal);
        if (json.Length == 0)
        {
            return champs;
        }

        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                foreach (var p in document.RootElement.EnumerateObject())
                {
                    champs[p.Name] = Valeur(p.Name, p.Value);
                }

                return champs;
            }
        }
        catch (JsonException)
        {
            // Une entrée falsifiée peut n'être plus du JSON : on la montre quand même.
        }

        champs["valeur"] = json;
        return champs;
    }

    string Valeur(string nom, JsonElement valeur) => valeur.ValueKind switch
    {
        JsonValueKind.Null => "",
        JsonValueKind.True => "oui",
        JsonValueKind.False => "non",
        JsonValueKind.String when DateOnly.TryParseExact(valeur.GetString(), "yyyy-MM-dd", out var jour) => Francais.Date(jour),
        JsonValueKind.String => Valeurs.GetValueOrDefault(valeur.GetString()!, valeur.GetString()!),
        JsonValueKind.Array => string.Join(" ; ", valeur.EnumerateArray().Select(v => Valeur(nom, v))),
        JsonValueKind.Object => string.Join(", ", valeur.EnumerateObject().Select(p => Valeur(p.Name, p.Value)).Where(v => v.Length > 0)),
        JsonValueKind.Number when nom == "agent" && valeur.TryGetInt64(out var agent) => agents.GetValueOrDefault(agent, "n° " + agent),
        JsonValueKind.Number when nom.StartsWith("quarts", StringComparison.OrdinalIgnoreCase) && valeur.TryGetInt32(out var quarts) => new Quotite(quarts).ToString(),
        JsonValueKind.Number when nom.EndsWith("entimes", StringComparison.Ordinal) && valeur.TryGetInt64(out var centimes) => Rendu.Euros(new Montant(centimes)),
        JsonValueKind.Number when nom == "annee" && valeur.TryGetInt32(out var annee) => new AnneeScolaire(annee).ToString(),
        _ => valeur.GetRawText(),
    };
}
