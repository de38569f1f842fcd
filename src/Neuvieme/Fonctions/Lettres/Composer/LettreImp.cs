using System.Text.Json.Nodes;
using Neuvieme.Droit;
using Neuvieme.Droit.ImpSecondDegre;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle;
using Neuvieme.Socle.Texte;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Lettres.Composer;

/// <param name="Lignes">Adresse puis UAI, une ligne chacune.</param>
public sealed record EtablissementDeLettre(string Nom, IReadOnlyList<string> Lignes, string Academie, Secteur Secteur);

/// <param name="NomComplet">Civilité comprise.</param>
/// <param name="Qualite">« enseignante, E.P.S » ; vide si inconnue.</param>
/// <param name="Identifiant">Ce qui distingue deux homonymes.</param>
public sealed record AgentDeLettre(string NomComplet, string Qualite, string Identifiant);

/// <param name="Qualite">« chef d’établissement », ou pour qui l'on signe et à quel titre.</param>
public sealed record Signataire(string Nom, string Qualite = Signataire.ChefDEtablissement)
{
    public const string ChefDEtablissement = "chef d’établissement";

    public static Signataire De(Auteur auteur) => auteur.Mention.Length == 0 ? new(auteur.Nom) : new(auteur.Nom, $"pour le {ChefDEtablissement}, {auteur.Mention}");

    /// <summary>Qui signera les lettres que cette qualité établit ; le gestionnaire prépare celles du recteur, dont il n'imprime pas le nom à sa place.</summary>
    public static Signataire De(Auteur auteur, Role? role) => role switch
    {
        Role.GestionnaireRectorat => new("", ""),
        Role.Recteur => new(auteur.Nom, auteur.Mention.Length == 0 ? "recteur ou délégataire" : $"pour le recteur, {auteur.Mention}"),
        Role.Ien => new(auteur.Nom, auteur.Mention.Length == 0 ? "inspection de l’éducation nationale" : $"pour l’inspecteur de l’éducation nationale, {auteur.Mention}"),
        _ => De(auteur),
    };
}

/// <summary>Tout ce que dit la lettre de mission d'un établissement du second degré. Le modèle met en page ; les phrases y sont, les faits viennent d'ici.</summary>
public sealed record LettreImp
{
    public const string Modele = "lettre-imp";

    public required string Reference { get; init; }
    public required DateOnly EtablieLe { get; init; }
    public required AnneeScolaire Annee { get; init; }
    public required EtablissementDeLettre Etablissement { get; init; }
    public Signataire Chef { get; init; } = new("");
    public required AgentDeLettre Agent { get; init; }
    public Corps Corps { get; init; }
    public required FicheMission Fiche { get; init; }
    /// <summary>Précision de l'établissement ; vide quand le nom de la mission suffit.</summary>
    public string Intitule { get; init; } = "";
    /// <summary>Les tâches écrites par l'établissement ; vide : celles de la nomenclature.</summary>
    public IReadOnlyList<string> Contenu { get; init; } = [];
    public int? HeuresEstimees { get; init; }
    public required Duree Duree { get; init; }
    public DateOnly? Debut { get; init; }
    public DateOnly? Fin { get; init; }
    public required Taux Taux { get; init; }
    public IReadOnlyList<Echeance> Echeances { get; init; } = [];
    /// <summary>« Les deux premiers neuvièmes… » ; vide quand rien n'est payé en rappel.</summary>
    public string Rappel { get; init; } = "";
    public DateOnly? AccordLe { get; init; }
    /// <summary>La décision du recteur qui valide la mission : son jour, et la référence sous laquelle le rectorat la retrouve.</summary>
    public DateOnly? DecisionLe { get; init; }
    public string DecisionReference { get; init; } = "";
    public DateOnly? AvisConseilPedagogique { get; init; }
    public DateOnly? AvisConseilAdministration { get; init; }
    public DateOnly? EnseignantsInformesLe { get; init; }
    /// <summary>Pourquoi cette mission, ce taux et ces versements ; vide : pas d'annexe.</summary>
    public IReadOnlyList<Etape> Raisons { get; init; } = [];

    public string Titre => $"Lettre de mission IMP — {Agent.NomComplet} — {Annee}";

    /// <summary>Les données du modèle : des chaînes déjà formées, jamais de balisage.</summary>
    public JsonObject EnJson() => new()
    {
        ["titre"] = Titre,
        ["reference"] = Reference,
        ["etablieLe"] = new JsonObject { ["annee"] = EtablieLe.Year, ["mois"] = EtablieLe.Month, ["jour"] = EtablieLe.Day },
        ["annee"] = Annee.ToString(),
        ["academie"] = Etablissement.Academie,
        ["etablissement"] = new JsonObject { ["nom"] = Etablissement.Nom, ["lignes"] = Redaction.Liste(Etablissement.Lignes) },
        ["prive"] = Etablissement.Secteur == Secteur.PriveSousContrat,
        ["chef"] = new JsonObject { ["nom"] = Chef.Nom, ["qualite"] = Chef.Qualite },
        ["agent"] = new JsonObject { ["nomComplet"] = Agent.NomComplet, ["qualite"] = Agent.Qualite, ["identifiant"] = Agent.Identifiant },
        ["mission"] = new JsonObject
        {
            ["libelle"] = Typographie.Francaise(Fiche.Libelle),
            ["intitule"] = Intitule,
            ["contenu"] = Redaction.Liste(Contenu.Count > 0 ? Contenu : [.. Fiche.Contenu.Select(Typographie.Francaise)]),
            ["heures"] = HeuresEstimees is { } h ? Francais.Nombre(h, "heure") : "",
        },
        ["periode"] = new JsonObject
        {
            ["entiere"] = Duree == Duree.AnneeEntiere,
            ["debut"] = Redaction.Jour(Debut ?? (Duree == Duree.AnneeEntiere ? Annee.PremierJour : null)),
            ["fin"] = Redaction.Jour(Fin ?? (Duree == Duree.AnneeEntiere ? Annee.DernierJour : null)),
        },
        ["taux"] = new JsonObject
        {
            ["montant"] = Rendu.Euros(Taux.Montant),
            ["imp"] = $"{Taux.Quotite}\u00A0IMP",
            ["code"] = $"taux\u00A0{Taux.Code}",
            ["nom"] = Taux.Nom,
        },
        ["versements"] = Redaction.Versements(Echeances),
        ["total"] = Redaction.Total(Echeances),
        ["rappel"] = Rappel,
        ["accordLe"] = Redaction.Jour(AccordLe),
        [Decision] = new JsonObject { ["le"] = Redaction.Jour(DecisionLe), ["reference"] = DecisionReference },
        ["avisCp"] = Redaction.Jour(AvisConseilPedagogique),
        ["avisCa"] = Redaction.Jour(AvisConseilAdministration),
        ["informesLe"] = Redaction.Jour(EnseignantsInformesLe),
        ["textes"] = Redaction.Liste(Textes()),
        [Redaction.Annexe] = Redaction.Raisons(Raisons),
    };

    const string Decision = "decision";

    /// <summary>Une lettre d'avant la mention de la décision n'est pas périmée de ne pas la porter.</summary>
    public static bool MemeEngagement(JsonObject nouvelle, JsonObject etablie)
    {
        if (!LettreAvenant.LettreDe(etablie).ContainsKey(Decision))
        {
            nouvelle.Remove(Decision);
        }

        return JsonNode.DeepEquals(Engagement(nouvelle), Engagement(etablie));
    }

    static readonly string[] Engages = ["mission", "periode", "versements", "rappel", "accordLe", Decision, "avisCp", "avisCa", "informesLe", "chef", "missions", "responsable", "recteur", "allegement"];

    /// <summary>
    /// Ce que la lettre engage : qui, quoi, quand, combien, sous quelle signature. Une adresse corrigée par l'annuaire, un texte cité autrement,
    /// une explication mieux dite ne rendent pas une lettre périmée.
    /// </summary>
    public static JsonObject Engagement(JsonObject donnees)
    {
        donnees = LettreAvenant.LettreDe(donnees);
        var engagement = new JsonObject { ["agent"] = Parts(donnees["agent"], "nomComplet", "qualite"), ["taux"] = Parts(donnees["taux"], "montant") };
        foreach (var cle in Engages.Where(donnees.ContainsKey))
        {
            engagement[cle] = donnees[cle]?.DeepClone();
        }

        return engagement;
    }

    static JsonObject Parts(JsonNode? objet, params string[] cles) => new(cles.Select(c => KeyValuePair.Create(c, objet?[c]?.DeepClone())));

    /// <summary>L'article 8 règle l'avis des conseils d'un établissement public : le privé sous contrat n'en a pas.</summary>
    IEnumerable<string> Textes()
    {
        yield return $"décret n°\u00A02015-475 du 27\u00A0avril 2015 (NOR MENH1505021D), art.\u00A01er à 4, {(Fiche.EstArticle6 ? 6 : 7)}{(Etablissement.Secteur == Secteur.PriveSousContrat ? "" : ", 8")} et\u00A09";
        if (Fiche.Mission == Mission.Harcelement) yield return "décret n°\u00A02024-577 du 21\u00A0juin 2024 (NOR MENH2412955D)";
        yield return "arrêté du 27\u00A0avril 2015 fixant les taux annuels";
        // Chacun son statut : celui des enseignants du second degré n'est ni celui des PEGC, ni celui des CPE, ni celui des professeurs des écoles.
        if (Corps == Corps.Pegc) yield return "décret n°\u00A086-492 du 14\u00A0mars 1986 (statut des PEGC), art.\u00A025-1";
        else if (Corps is not (Corps.Cpe or Corps.ProfesseurDesEcoles or Corps.Instituteur)) yield return "décret n°\u00A02014-940 du 20\u00A0août 2014, art.\u00A03";
        yield return "circulaire n°\u00A02015-058 du 29\u00A0avril 2015 (NOR MENH1506032C)";
        if (Etablissement.Secteur == Secteur.PriveSousContrat)
            yield return "décret n°\u00A02015-605 du 3\u00A0juin 2015 et circulaire n°\u00A02015-093 du 12\u00A0juin 2015 (NOR MENF1510153C)";
    }
}
