using System.CommandLine;
using Neuvieme.Droit;
using Neuvieme.Droit.Fiscalite;
using Neuvieme.Socle;

namespace Neuvieme.Fonctions.Textes;

/// <summary>`neuvieme droit impot` : ce qui est retenu, exonéré et imposable, par année civile.</summary>
static class VerbeImpot
{
    public static Command Verbe()
    {
        var montant = new Option<string[]>("--montant") { Description = "Montant annuel brut versé en neuvièmes, répétable : 1250 ou 312,50", DefaultValueFactory = _ => [] };
        var annee = new Option<string?>("--annee") { Description = "Année scolaire des neuvièmes : 2026 ou 2026-2027 ; celle en cours par défaut" };
        var premier = new Option<string>("--premier-mois") { Description = "Mois du premier versement, de 9 à 12", DefaultValueFactory = _ => "10" };
        var validee = new Option<string?>("--validee-le") { Description = "Jour de la validation par le recteur : les neuvièmes échus avant sont payés en rappel" };
        var limite = new Option<string>("--jour-limite") { Description = "Dernier jour pris dans la paie du mois", DefaultValueFactory = _ => "10" };
        var versement = new Option<string[]>("--versement") { Description = "Autre somme exonérable, répétable : 2026-11=450,00", DefaultValueFactory = _ => [] };
        var traitement = new Option<string?>("--traitement") { Description = "Traitement indiciaire brut de l’année civile, pour le plafond de la RAFP" };
        var autres = new Option<string?>("--autres-primes") { Description = "Assiette de RAFP déjà prise dans l’année par d’autres primes" };
        var comparaison = new Option<string>("--base") { Description = "Ce que l’on compare au plafond : brut ou net", DefaultValueFactory = _ => "brut" };
        var json = new Option<bool>("--json") { Description = "Écrit du JSON, en centimes, avec les règles appliquées" };
        var verbe = new Command("impot", "CSG, CRDS, RAFP et part imposable de chaque versement, par année civile") { montant, annee, premier, validee, limite, versement, traitement, autres, comparaison, json };
        verbe.SetAction(r => Executer(
            new(r.GetValue(montant)!, r.GetValue(annee) ?? AnneeScolaire.De(new Horloge(TimeProvider.System).Aujourdhui).ToString(), r.GetValue(premier)!,
                r.GetValue(versement)!, r.GetValue(traitement), r.GetValue(autres), r.GetValue(comparaison)!,
                r.GetValue(validee), r.GetValue(limite)!),
            r.GetValue(json)));
        return verbe;
    }

    static int Executer(SaisieImpot saisie, bool json)
    {
        var fautes = new List<FauteDeSaisie>();
        IReadOnlyList<AnneeFiscale> annees = LectureImpot.Partager(saisie, fautes);
        if (fautes.Count > 0)
        {
            foreach (FauteDeSaisie f in fautes) Console.Error.WriteLine($"--{f.Champ} : {f.Message}.");
            return 2;
        }

        if (json) VerbeDroit.Ecrire(w => EcritureComparaison.Impot(w, annees));
        else foreach (AnneeFiscale a in annees) Tableau(a);
        if (!json) Console.WriteLine(PartageFiscal.Avertissement);
        return 0;
    }

    static void Tableau(AnneeFiscale annee)
    {
        if (annee is not AnneeCalculee a)
        {
            Console.WriteLine($"{((AnneeHorsVigueur)annee).Phrase}\n");
            return;
        }

        Console.WriteLine($"Année civile {a.Annee} : plafond de {a.Plafond}{(a.PlafondBrut == a.Plafond ? "" : $" nets, soit {a.PlafondBrut} bruts")}\n");
        Console.WriteLine($"{"mois",-15} {"brut",12} {"CSG",11} {"CRDS",9} {"net estimé",12} {"+ 5 %",10} {"RAFP",10} {"exonéré",12} {"imposable",12} {"cumul",12}");
        foreach (LigneFiscale l in a.Lignes)
            Console.WriteLine($"{l.Mois.Libelle,-15} {l.Retenue.Brut,12} {l.Retenue.Csg,11} {l.Retenue.Crds,9} {l.Retenue.Net,12} {l.Compensation,10} {l.Rafp,10} {l.Exonere,12} {l.Imposable,12} {l.CumulExonere,12}");
        Console.WriteLine($"{"total",-15} {a.Brut,12} {"",11} {"",9} {a.NetEstime,12} {a.Compensation,10} {a.Rafp,10} {a.Exonere,12} {a.Imposable,12}\n");
        foreach (Etape e in a.Trace.Etapes) Console.WriteLine($"  {e.Phrase} ({e.Source})");
        Console.WriteLine();
    }
}
