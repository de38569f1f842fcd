using System.CommandLine;
using System.Text.Json;
using Neuvieme.Droit;
using Neuvieme.Droit.Versements;
using Neuvieme.Socle;

namespace Neuvieme.Fonctions.Textes;

/// <summary>`neuvieme droit avances` : les neuf versements du Pacte, l'arrêt, ce qui peut se récupérer, ce qui se reporte.</summary>
static class VerbeAvances
{
    public static Command Verbe()
    {
        (Option<string> annee, Option<string> parts, Option<string> modalite) = DesParts();
        var faites = new Option<string>("--heures-faites") { Description = "Heures faites en tout : 10 ou 10,5" };
        var arret = new Option<string>("--arret") { Description = "Jour où le versement s’arrête : 2027-02-28" };
        var au = new Option<string>("--au") { Description = "Jour où compter ce qui est versé, son mois compris : 2027-02-28 ; sans lui, les neuf versements" };
        var maladie = new Option<bool>("--conge-maladie") { Description = "L’agent a eu un congé de maladie" };
        var etablissement = new Option<string>("--meme-etablissement") { Description = "Report au 31 octobre : oui ou non, l’agent reste-t-il dans l’établissement" };
        var redeploiement = new Option<string>("--redeploiement-impossible") { Description = "Report au 31 octobre : oui ou non, aucune autre mission ne peut prendre les heures" };
        var premier = new Option<string>("--premier-mois") { Description = "Mois du premier versement, de 9 à 12", DefaultValueFactory = _ => "10" };
        var json = new Option<bool>("--json") { Description = "Écrit du JSON, en centimes" };
        var verbe = new Command("avances", "Les versements du Pacte, leur arrêt, ce qui peut se récupérer et ce qui se reporte")
            { annee, parts, modalite, faites, arret, au, maladie, etablissement, redeploiement, premier, json };
        verbe.SetAction(r =>
        {
            Reponse<ReportPossible>? report = null;
            return SortieVersement.Repondre(
                () =>
                {
                    PartsConfiees confiees = LectureOptions.Parts(r.GetValue(annee)!, r.GetValue(parts)!, r.GetValue(modalite)!);
                    int? heures = r.GetValue(faites) is { } h ? LectureOptions.Heures("--heures-faites", h) : null;
                    bool? meme = LectureOptions.OuiNon("--meme-etablissement", r.GetValue(etablissement)), impossible = LectureOptions.OuiNon("--redeploiement-impossible", r.GetValue(redeploiement));
                    if (meme is not null || impossible is not null)
                        report = Report.Juger(new(confiees) { HeuresFaitesCentiemes = heures, MemeEtablissement = meme, RedeploiementImpossible = impossible });
                    var suivi = new SuiviDesParts(confiees)
                    {
                        HeuresFaitesCentiemes = heures, ArretLe = LectureOptions.Jour("--arret", r.GetValue(arret)), Au = LectureOptions.Jour("--au", r.GetValue(au)), CongeDeMaladie = r.GetValue(maladie),
                    };
                    return Avances.Calculer(suivi, LectureOptions.Choix(r.GetValue(premier)));
                },
                r.GetValue(json), (w, e) => EnJson(w, e, report), e => EnTableau(e, report));
        });
        return verbe;
    }

    /// <summary>Les trois options que partagent les verbes du Pacte.</summary>
    public static (Option<string> Annee, Option<string> Parts, Option<string> Modalite) DesParts() => (
        new("--annee") { Description = "Année scolaire : 2026 ou 2026-2027", Required = true },
        new("--parts") { Description = "Nombre de parts, entières ou demies : 1 ou 1,5", Required = true },
        new("--modalite") { Description = "18 ou 24, les heures d’une part, ou forfait", Required = true });

    static void EnJson(Utf8JsonWriter w, EtatDesAvances e, Reponse<ReportPossible>? report)
    {
        w.WriteNumber("montant_centimes"u8, e.Montant.Centimes);
        w.WritePropertyName("avances"u8);
        EcritureJson.Echeances(w, e.Echeances);
        w.WriteNumber("verse_centimes"u8, e.Verse.Centimes);
        EcritureJson.Centimes(w, "acquis_centimes", e.Acquis);
        EcritureJson.Centimes(w, "recuperable_centimes", e.Recuperable);
        if (report is null) return;
        w.WriteStartObject("report"u8);
        w.WriteString("decision"u8, EcritureJson.Nom(report.Issue));
        w.WriteString("limite"u8, report.Resultat is { } possible ? possible.Limite.ToString("yyyy-MM-dd") : null);
        EcritureJson.Motifs(w, "motifs", report.Motifs);
        w.WriteEndObject();
    }

    static void EnTableau(EtatDesAvances e, Reponse<ReportPossible>? report)
    {
        Console.WriteLine($"{e.Montant} bruts en neuf versements\n");
        Console.WriteLine($"{"",2}  {"mois",-16} {"brut",14} {"net estimé",14}");
        foreach (Echeance x in e.Echeances) Console.WriteLine($"{x.Rang,2}  {x.Mois.Libelle,-16} {x.Brut,14} {x.NetEstime,14}");
        Console.WriteLine($"{"",2}  {"versé",-16} {e.Verse,14} {e.Echeances.Aggregate(Montant.Zero, (s, x) => s + x.NetEstime),14}");
        if (e.Acquis is { } acquis) Console.WriteLine($"{"",2}  {"acquis",-16} {acquis,14}");
        if (e.Recuperable is { } reprise) Console.WriteLine($"{"",2}  {"récupérable",-16} {reprise,14}");
        Console.WriteLine("\nNet estimé : CSG et CRDS seulement, arrondies à chaque versement.");
        if (report?.Resultat is { } possible)
            Console.WriteLine($"Report possible jusqu’au {Francais.Date(possible.Limite)} pour {new Montant(possible.RestantesCentiemes).Nombre()} h, sur décision du chef d’établissement.");
        foreach (Motif m in report?.Motifs ?? []) Console.WriteLine($"Pas de report : {m.Phrase} [{m.Source}]");
    }
}
