using System.Text.Json.Nodes;
using Neuvieme.Droit;
using Neuvieme.Droit.Pacte;
using Neuvieme.Socle;
using Neuvieme.Socle.Texte;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Lettres.Composer;

/// <summary>Tout ce que dit la lettre du Pacte, d'une école, d'un établissement ou d'un lycée professionnel. Le modèle met en page ; les phrases y sont, les faits viennent d'ici.</summary>
public sealed record LettrePacte
{
    public const string Modele = "lettre-pacte";

    public required string Reference { get; init; }
    public required DateOnly EtablieLe { get; init; }
    public required AnneeScolaire Annee { get; init; }
    /// <summary>« premier », « second » ou « professionnel ».</summary>
    public required string Cadre { get; init; }
    public required EtablissementDeLettre Etablissement { get; init; }
    public required Signataire Responsable { get; init; }
    public required AgentDeLettre Agent { get; init; }
    public required FicheMission Fiche { get; init; }
    /// <summary>Précision de l'établissement ; vide quand le nom de la mission suffit.</summary>
    public string Intitule { get; init; } = "";
    public IReadOnlyList<string> Contenu { get; init; } = [];
    public IReadOnlyList<string> Creneaux { get; init; } = [];
    public IReadOnlyList<string> Repli { get; init; } = [];
    public required int DemiParts { get; init; }
    public required Montant Montant { get; init; }
    /// <summary>« 1,5 part ».</summary>
    public required string Parts { get; init; }
    public IReadOnlyList<Echeance> Echeances { get; init; } = [];
    public string Rappel { get; init; } = "";
    public DateOnly? AccordLe { get; init; }
    public IReadOnlyList<Etape> Raisons { get; init; } = [];

    /// <summary>Depuis 2025-2026, les versements sont des avances, et des heures manquantes peuvent se reporter (décret n° 2025-926, art. 3).</summary>
    bool SontDesAvances => Droit.Versements.BilansDuPacte.Dates(Annee).Count > 0;

    public JsonObject EnJson() => new()
    {
        ["titre"] = $"Lettre de mission du Pacte — {Agent.NomComplet} — {Annee}",
        ["reference"] = Reference,
        ["cadre"] = Cadre,
        ["etablieLe"] = new JsonObject { ["annee"] = EtablieLe.Year, ["mois"] = EtablieLe.Month, ["jour"] = EtablieLe.Day },
        ["annee"] = Annee.ToString(),
        ["academie"] = Etablissement.Academie,
        ["periode"] = new JsonObject { ["entiere"] = true, ["debut"] = Francais.Date(Annee.PremierJour), ["fin"] = Francais.Date(Annee.DernierJour) },
        ["etablissement"] = new JsonObject { ["nom"] = Etablissement.Nom, ["lignes"] = Redaction.Liste(Etablissement.Lignes) },
        ["responsable"] = new JsonObject { ["nom"] = Responsable.Nom, ["qualite"] = Responsable.Qualite },
        ["agent"] = new JsonObject { ["nomComplet"] = Agent.NomComplet, ["qualite"] = Agent.Qualite, ["identifiant"] = Agent.Identifiant },
        ["missions"] = new JsonArray(new JsonObject
        {
            ["libelle"] = Typographie.Francaise(Fiche.Libelle(Annee.PremierJour)),
            ["intitule"] = Intitule,
            ["contenu"] = Redaction.Liste(Contenu.Count > 0 ? Contenu : [.. Fiche.Contenu.Select(Typographie.Francaise)]),
            ["parts"] = Parts,
            ["heures"] = Fiche.Heures(DemiParts) is { } h ? Francais.Nombre(h, "heure") : "",
            // Le rappel n'éclaire qu'un nombre de parts qui n'est pas une part.
            ["heuresParPart"] = Fiche.HeuresParPart is { } p && DemiParts != 2 ? Francais.Nombre(p, "heure") : "",
            ["creneaux"] = Redaction.Liste(Creneaux),
            ["repli"] = Redaction.Liste(Repli),
            ["bilan"] = Bilan,
        }),
        ["taux"] = new JsonObject { ["montant"] = Rendu.Euros(Montant), ["imp"] = Parts, ["code"] = "" },
        ["avances"] = SontDesAvances,
        ["report"] = SontDesAvances && Fiche.HeuresParPart is not null ? Francais.Date(new DateOnly(Annee.Debut + 1, 10, 31)) : "",
        ["accordLe"] = AccordLe is { } jour ? Francais.Date(jour) : "",
        ["versements"] = Redaction.Versements(Echeances),
        ["total"] = Redaction.Total(Echeances),
        ["rappel"] = Rappel,
        ["textes"] = Redaction.Liste(Textes()),
        [Redaction.Annexe] = Redaction.Raisons(Raisons),
    };

    string Bilan => Fiche.Bilan switch
    {
        Destinataire.ChefEtablissement => "au chef d’établissement",
        Destinataire.Ien => "à l’inspecteur de la circonscription",
        Destinataire.ChefEtablissementEtIen => "au chef d’établissement, en lien avec l’inspecteur de la circonscription",
        Destinataire.IenOuChefEtablissement => Cadre == "premier" ? "à l’inspecteur de la circonscription" : "au chef d’établissement",
        Destinataire.ConseilDeClasse => "au conseil de classe",
        _ => "",
    };

    IEnumerable<string> Textes()
    {
        yield return "décret n°\u00A02023-627 du 19\u00A0juillet 2023 (NOR MENH2319965D)";
        yield return "arrêté du 19\u00A0juillet 2023 sur les parts de l’ISOE et de l’ISAE";
        if (SontDesAvances)
        {
            yield return "décret n°\u00A02025-926 du 8\u00A0septembre 2025";
            yield return "note de service du 22\u00A0septembre 2025 (BO n°\u00A037 du 2\u00A0octobre 2025)";
        }
        else
        {
            yield return "note de service du 20\u00A0juillet 2023";
        }
    }
}
