using System.Text.Json.Nodes;
using Neuvieme.Droit;
using Neuvieme.Droit.ImpSecondDegre;
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
        ["etablissement"] = new JsonObject { ["nom"] = Etablissement.Nom, ["lignes"] = Liste(Etablissement.Lignes) },
        ["prive"] = Etablissement.Secteur == Secteur.PriveSousContrat,
        ["chef"] = new JsonObject { ["nom"] = Chef.Nom, ["qualite"] = Chef.Qualite },
        ["agent"] = new JsonObject { ["nomComplet"] = Agent.NomComplet, ["qualite"] = Agent.Qualite, ["identifiant"] = Agent.Identifiant },
        ["mission"] = new JsonObject
        {
            ["libelle"] = Typographie.Francaise(Fiche.Libelle),
            ["intitule"] = Intitule,
            ["contenu"] = Liste(Contenu.Count > 0 ? Contenu : [.. Fiche.Contenu.Select(Typographie.Francaise)]),
            ["heures"] = HeuresEstimees is { } h ? Francais.Nombre(h, "heure") : "",
        },
        ["periode"] = new JsonObject
        {
            ["entiere"] = Duree == Duree.AnneeEntiere,
            ["debut"] = Jour(Debut ?? (Duree == Duree.AnneeEntiere ? Annee.PremierJour : null)),
            ["fin"] = Jour(Fin ?? (Duree == Duree.AnneeEntiere ? Annee.DernierJour : null)),
        },
        ["taux"] = new JsonObject
        {
            ["montant"] = Rendu.Euros(Taux.Montant),
            ["imp"] = $"{Taux.Quotite}\u00A0IMP",
            ["code"] = $"taux\u00A0{Taux.Code}",
            ["nom"] = Taux.Nom,
        },
        ["versements"] = new JsonArray([.. Echeances.Select(e => (JsonNode)new JsonObject
        {
            ["mois"] = e.Mois.Libelle, ["brut"] = e.Brut.ToString(), ["net"] = e.NetEstime.ToString(),
        })]),
        ["total"] = new JsonObject { ["brut"] = Somme(e => e.Brut).ToString(), ["net"] = Somme(e => e.NetEstime).ToString() },
        ["rappel"] = Rappel,
        ["accordLe"] = Jour(AccordLe),
        [Decision] = new JsonObject { ["le"] = Jour(DecisionLe), ["reference"] = DecisionReference },
        ["avisCp"] = Jour(AvisConseilPedagogique),
        ["avisCa"] = Jour(AvisConseilAdministration),
        ["informesLe"] = Jour(EnseignantsInformesLe),
        ["textes"] = Liste(Textes()),
        [Annexe] = new JsonArray([.. Raisons.Select(e => (JsonNode)new JsonObject { ["phrase"] = Typographie.Francaise(e.Phrase), ["source"] = e.Source.ToString() })]),
    };

    const string Annexe = "raisons";
    const string Decision = "decision";

    /// <summary>Une lettre d'avant la mention de la décision n'est pas périmée de ne pas la porter.</summary>
    public static bool MemeEngagement(JsonObject nouvelle, JsonObject etablie)
    {
        if (!etablie.ContainsKey(Decision))
        {
            nouvelle.Remove(Decision);
        }

        return Engagement(nouvelle) == Engagement(etablie);
    }

    /// <summary>Ce que la lettre engage, sans l'annexe : une explication mieux dite ne rend pas une lettre signée périmée.</summary>
    public static string Engagement(JsonObject donnees)
    {
        donnees.Remove(Annexe);
        return donnees.ToJsonString();
    }

    IEnumerable<string> Textes()
    {
        yield return $"décret n°\u00A02015-475 du 27\u00A0avril 2015 (NOR MENH1505021D), art.\u00A01er à 4, {(Fiche.EstArticle6 ? 6 : 7)}, 8 et\u00A09";
        if (Fiche.Mission == Mission.Harcelement) yield return "décret n°\u00A02024-577 du 21\u00A0juin 2024 (NOR MENH2412955D)";
        yield return "arrêté du 27\u00A0avril 2015 fixant les taux annuels";
        // Chacun son statut : celui des enseignants du second degré n'est ni celui des PEGC, ni celui des CPE, ni celui des professeurs des écoles.
        if (Corps == Corps.Pegc) yield return "décret n°\u00A086-492 du 14\u00A0mars 1986 (statut des PEGC), art.\u00A025-1";
        else if (Corps is not (Corps.Cpe or Corps.ProfesseurDesEcoles or Corps.Instituteur)) yield return "décret n°\u00A02014-940 du 20\u00A0août 2014, art.\u00A03";
        yield return "circulaire n°\u00A02015-058 du 29\u00A0avril 2015 (NOR MENH1506032C)";
        if (Etablissement.Secteur == Secteur.PriveSousContrat)
            yield return "décret n°\u00A02015-605 du 3\u00A0juin 2015 et circulaire n°\u00A02015-093 du 12\u00A0juin 2015 (NOR MENF1510153C)";
    }

    Montant Somme(Func<Echeance, Montant> part) => Echeances.Aggregate(Montant.Zero, (s, e) => s + part(e));

    static string Jour(DateOnly? jour) => jour is { } j ? Francais.Date(j) : "";

    static JsonArray Liste(IEnumerable<string> textes) => new([.. textes.Select(t => (JsonNode)t)]);
}
