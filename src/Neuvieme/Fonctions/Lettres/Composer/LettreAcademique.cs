using System.Text.Json.Nodes;
using Neuvieme.Droit;
using Neuvieme.Droit.ImpSecondDegre;
using Neuvieme.Socle;
using Neuvieme.Socle.Texte;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Lettres.Composer;

/// <summary>Tout ce que dit la lettre d'une mission académique, signée avant la décision (décret n° 2015-475, art. 5 ; circulaire n° 2015-058, I et III).</summary>
public sealed record LettreAcademique
{
    public const string Modele = "lettre-academique";

    public required string Reference { get; init; }
    public required DateOnly EtablieLe { get; init; }
    public required AnneeScolaire Annee { get; init; }
    public required string Academie { get; init; }
    public required Signataire Recteur { get; init; }
    public required AgentDeLettre Agent { get; init; }
    public required string Affectation { get; init; }
    public required Droit.MissionsAcademiques.FicheMission Fiche { get; init; }
    public string Intitule { get; init; } = "";
    public IReadOnlyList<string> Contenu { get; init; } = [];
    public IReadOnlyList<string> Conditions { get; init; } = [];
    public IReadOnlyList<string> Objectifs { get; init; } = [];
    public IReadOnlyList<string> Resultats { get; init; } = [];
    public IReadOnlyList<string> Priorites { get; init; } = [];
    public string Charge { get; init; } = "";
    public string Territoire { get; init; } = "";
    public required Duree Duree { get; init; }
    public DateOnly? Debut { get; init; }
    public DateOnly? Fin { get; init; }
    public required Taux Taux { get; init; }
    public int? AllegementCentiemes { get; init; }
    public bool EstCpe { get; init; }
    /// <summary>Prévus tant que rien n'est décidé : la lettre précède la décision.</summary>
    public IReadOnlyList<Echeance> Echeances { get; init; } = [];
    public DateOnly? AccordLe { get; init; }
    public IReadOnlyList<Etape> Raisons { get; init; } = [];

    public JsonObject EnJson() => new()
    {
        ["titre"] = $"Lettre de mission académique — {Agent.NomComplet} — {Annee}",
        ["reference"] = Reference,
        ["etablieLe"] = new JsonObject { ["annee"] = EtablieLe.Year, ["mois"] = EtablieLe.Month, ["jour"] = EtablieLe.Day },
        ["annee"] = Annee.ToString(),
        ["academie"] = Academie,
        ["recteur"] = new JsonObject { ["nom"] = Recteur.Nom, ["qualite"] = Recteur.Qualite },
        ["agent"] = new JsonObject { ["nomComplet"] = Agent.NomComplet, ["qualite"] = Agent.Qualite, ["affectation"] = Affectation, ["identifiant"] = Agent.Identifiant },
        ["mission"] = new JsonObject
        {
            ["libelle"] = Typographie.Francaise(Fiche.Libelle),
            ["intitule"] = Intitule,
            ["contenu"] = Redaction.Liste(Contenu),
            ["conditions"] = Redaction.Liste(Conditions),
            ["objectifs"] = Redaction.Liste(Objectifs),
            ["resultats"] = Redaction.Liste(Resultats),
            ["priorites"] = Redaction.Liste(Priorites),
            ["charge"] = Charge,
            ["territoire"] = Territoire,
        },
        ["periode"] = new JsonObject
        {
            ["entiere"] = Duree == Duree.AnneeEntiere,
            ["debut"] = Redaction.Jour(Debut ?? (Duree == Duree.AnneeEntiere ? Annee.PremierJour : null)),
            ["fin"] = Redaction.Jour(Fin ?? (Duree == Duree.AnneeEntiere ? Annee.DernierJour : null)),
            ["creneaux"] = new JsonArray(),
        },
        ["taux"] = new JsonObject { ["montant"] = Rendu.Euros(Taux.Montant), ["imp"] = $"{Taux.Quotite}\u00A0IMP", ["code"] = $"taux\u00A0{Taux.Code}", ["nom"] = Taux.Nom },
        ["allegement"] = AllegementCentiemes is > 0 and var a ? $"{Francais.Centiemes(a)} {(a >= 200 ? "heures" : "heure")} par semaine" : "",
        ["versements"] = Redaction.Versements(Echeances),
        ["total"] = Redaction.Total(Echeances),
        ["rappel"] = "",
        ["accordLe"] = Redaction.Jour(AccordLe),
        ["decideeLe"] = "",
        ["textes"] = Redaction.Liste(Textes()),
        [Redaction.Annexe] = Redaction.Raisons(Raisons),
    };

    IEnumerable<string> Textes()
    {
        yield return "décret n°\u00A02015-475 du 27\u00A0avril 2015 (NOR MENH1505021D), art.\u00A01er à 5";
        yield return "arrêté du 27\u00A0avril 2015 fixant les taux annuels";
        if (Fiche.Mission == Droit.MissionsAcademiques.Mission.DistrictUnss) yield return Typographie.Francaise(Fiche.Source.ToString());
        if (!EstCpe) yield return "décret n°\u00A02014-940 du 20\u00A0août 2014, art.\u00A03";
        yield return "circulaire n°\u00A02015-058 du 29\u00A0avril 2015 (NOR MENH1506032C), I et III";
    }
}
