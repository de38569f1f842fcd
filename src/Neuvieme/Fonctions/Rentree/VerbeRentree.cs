using System.CommandLine;
using Neuvieme.Droit;
using ParametresDuDroit = Neuvieme.Droit.Parametres;

namespace Neuvieme.Fonctions.Rentree;

/// <summary>`neuvieme rentree` : de l'export STSWeb et de la répartition aux lettres, aux neuvièmes et au bordereau, sans compte ni serveur.</summary>
public static class VerbeRentree
{
    public static Command Verbe()
    {
        var sts = new Option<string>("--sts") { Description = "Export « Emploi du temps » de STSWeb (sts_emp_UAI_ANNEE.xml ou .zip)" };
        var repartition = new Option<string>("--repartition") { Description = "Répartition prévue, en CSV (colonnes : docs/rentree.md)" };
        var enveloppe = new Option<string>("--enveloppe-imp") { Description = "Enveloppe notifiée, en IMP, au quart près : 8 ou 7,5" };
        var sortie = new Option<string>("--sortie") { Description = "Dossier à écrire" };
        var premierMois = new Option<string>("--premier-mois") { Description = "Mois du premier neuvième, de 9 à 12 (10 par défaut)", DefaultValueFactory = _ => "10" };
        var chef = new Option<string?>("--chef") { Description = "Nom du chef d’établissement sur les lettres (sinon celui du fichier STSWeb, s’il est seul à la direction)" };
        var avis = new Option<string[]>("--date-avis") { Description = "Avis du conseil pédagogique, puis du CA (une seule date vaut pour les deux), pour les lignes qui n’en portent pas", Arity = new(1, 2), AllowMultipleArgumentsPerToken = true };
        var information = new Option<string?>("--date-information") { Description = "Privé sous contrat : jour où tous les enseignants ont été informés de la répartition" };
        var education = new Option<string?>("--education-prioritaire") { Description = "aucune, rep ou rep+" };
        var forcer = new Option<bool>("--forcer") { Description = "Remplace un dossier écrit auparavant par cette commande" };
        var exemple = new Option<string?>("--exemple") { Description = "Écrit un dossier d’exemple prêt à lancer (exemple-rentree par défaut), et rien d’autre", Arity = ArgumentArity.ZeroOrOne };
        var verbe = new Command("rentree", "De l’export STSWeb et de la répartition aux lettres, à l’échéancier et au bordereau")
        {
            sts, repartition, enveloppe, sortie, premierMois, chef, avis, information, education, forcer, exemple,
        };
        verbe.SetAction(async (r, ct) =>
        {
            if (r.GetResult(exemple) is not null) return Exemple.Ecrire(r.GetValue(exemple) is { Length: > 0 } d ? d : "exemple-rentree");
            List<string> fautes = [];
            var demande = new DemandeRentree(
                Requis(r.GetValue(sts), "--sts"), Requis(r.GetValue(repartition), "--repartition"), Requis(r.GetValue(sortie), "--sortie"), r.GetValue(forcer), r.GetValue(chef),
                new(Lire(Requis(r.GetValue(enveloppe), "--enveloppe-imp"), CasesRepartition.LireQuotite, "--enveloppe-imp attend un nombre d'IMP au quart près : 8 ou 7,5"),
                    Premier(r.GetValue(premierMois)!), Avis(r.GetValue(avis), 0), Avis(r.GetValue(avis), 1),
                    r.GetValue(information) is { } i ? Lire(i, CasesRepartition.LireJour, "--date-information attend une date : 10/09/2026") : null,
                    Education(r.GetValue(education))));
            if (fautes.Count == 0) return await Rentrer.Executer(demande, TimeProvider.System, Console.Out, Console.Error, ct);
            foreach (var faute in fautes) await Console.Error.WriteLineAsync(faute);
            return 2;

            string Requis(string? valeur, string nom)
            {
                if (string.IsNullOrWhiteSpace(valeur)) fautes.Add($"Il manque {nom}. Aide : neuvieme rentree --help ; exemple complet : neuvieme rentree --exemple.");
                return valeur ?? "";
            }

            T Lire<T>(string texte, Func<string, T?> lecture, string faute)
                where T : struct
            {
                if (texte.Length > 0 && lecture(texte) is { } valeur) return valeur;
                if (texte.Length > 0) fautes.Add($"{faute} (lu : « {texte} »).");
                return default;
            }

            DateOnly? Avis(string[]? dates, int rang) => dates is not { Length: > 0 } ? null
                : Lire(dates[int.Min(rang, dates.Length - 1)], CasesRepartition.LireJour, "--date-avis attend des dates : 04/06/2026 25/06/2026");

            ParametresDuDroit Premier(string texte)
            {
                if (int.TryParse(texte, out var mois) && mois is >= 9 and <= 12) return ParametresDuDroit.Defaut with { PremierMois = mois };
                fautes.Add($"--premier-mois attend un mois de 9 à 12 (lu : « {texte} »).");
                return ParametresDuDroit.Defaut;
            }

            EducationPrioritaire Education(string? texte)
            {
                switch (texte?.ToLowerInvariant())
                {
                    case null: return EducationPrioritaire.Inconnue;
                    case "aucune": return EducationPrioritaire.Aucune;
                    case "rep": return EducationPrioritaire.Rep;
                    case "rep+": return EducationPrioritaire.RepPlus;
                    default:
                        fautes.Add($"--education-prioritaire attend aucune, rep ou rep+ (lu : « {texte} »).");
                        return EducationPrioritaire.Inconnue;
                }
            }
        });
        return verbe;
    }
}
