using System.CommandLine;
using System.Globalization;
using Neuvieme.Droit;
using Neuvieme.Droit.Comparateur;
using Neuvieme.Droit.Fiscalite;
using Neuvieme.Socle;

namespace Neuvieme.Fonctions.Textes;

/// <summary>`neuvieme droit comparer` : ce que rapporte une heure, activité par activité.</summary>
static class VerbeComparer
{
    public static Command Verbe()
    {
        var corps = new Option<string>("--corps") { Description = $"Corps : {string.Join(", ", CorpsAdmis)}", DefaultValueFactory = _ => "certifie" };
        var annee = new Option<string?>("--annee") { Description = "Année scolaire : 2023 ou 2023-2024 ; celle en cours par défaut" };
        var heures = new Option<string>("--heures") { Description = "Heures dans l’année, de 1 à 1000 ; 36 font une heure par semaine", DefaultValueFactory = _ => "36" };
        var json = new Option<bool>("--json") { Description = "Écrit du JSON, en centimes, avec les neuf versements et les chiffres de la source" };
        var verbe = new Command("comparer", "HSA, HSE, professeur principal, IMP et Pacte ramenés à l’heure, brut et net estimé") { corps, annee, heures, json };
        verbe.SetAction(r => Executer(r.GetValue(corps)!, r.GetValue(annee), r.GetValue(heures)!, r.GetValue(json)));
        return verbe;
    }

    static IEnumerable<string> CorpsAdmis => Comparaison.CorpsCompares.Select(EcritureJson.Nom);

    static int Executer(string nomDuCorps, string? nomDeLAnnee, string texteHeures, bool json)
    {
        if (!Noms<Corps>.Lire(nomDuCorps, out Corps corps) || !Comparaison.CorpsCompares.Contains(corps))
            return Refuser($"--corps {nomDuCorps} : un de ces corps est attendu : {string.Join(", ", CorpsAdmis)}.");
        AnneeScolaire annee = AnneeScolaire.De(new Horloge(TimeProvider.System).Aujourdhui);
        if (nomDeLAnnee is not null && !AnneeScolaire.TryParse(nomDeLAnnee, out annee))
            return Refuser($"--annee {nomDeLAnnee} : une année scolaire est attendue, 2023 ou 2023-2024.");
        if (!int.TryParse(texteHeures, NumberStyles.None, CultureInfo.InvariantCulture, out int heures) || heures is < 1 or > Comparaison.HeuresMaximales)
            return Refuser($"--heures {texteHeures} : un nombre entier de 1 à {Comparaison.HeuresMaximales} est attendu.");
        if (Comparaison.Etablir(corps, annee, heures) is not { } comparaison)
            return Refuser($"--annee {annee} : hors vigueur, le net et l'impôt ne sont couverts qu'à partir de {Comparaison.PremiereAnnee}.");

        if (json) VerbeDroit.Ecrire(w => EcritureComparaison.Comparaison(w, comparaison));
        else Tableau(comparaison);
        return 0;
    }

    static void Tableau(Comparaison c)
    {
        Console.WriteLine($"{MotsDeComparaison.De(c.Corps)}, année scolaire {c.Annee}, pour {c.Heures} heures dans l'année\n");
        Console.WriteLine($"{"",-38} {"brut",12} {"heures",7} {"brut/h",12} {"net/h",12} {"pour " + c.Heures + " h",12}");
        foreach (LigneComparee l in c.Lignes)
        {
            Console.WriteLine($"{l.Libelle,-38} {MotsDeComparaison.Ou(l.Valeur.Brut),12} {l.Heures?.ToString() ?? "—",7} {MotsDeComparaison.Ou(l.BrutParHeure),12} {MotsDeComparaison.Ou(l.NetParHeure),12} {MotsDeComparaison.Ou(l.PourHeures),12}");
            if (MotsDeComparaison.De(l.Valeur) is { Length: > 0 } remarque) Console.WriteLine($"    {remarque}");
        }

        foreach (ActiviteSansObjet s in c.SansObjet) Console.WriteLine($"{MotsDeComparaison.De(s.Activite)} : {s.Raison}");
        Console.WriteLine("\nMois par mois, brut et net estimé");
        foreach (LigneComparee l in c.Lignes.Where(l => l.EnNeuviemes))
        {
            Echeance courante = l.Versements[0], solde = l.Versements[^1];
            Console.WriteLine($"{l.Libelle,-38} {courante.Mois.Nom} à {l.Versements[^2].Mois.Nom} : {courante.Brut} ({courante.NetEstime}) ; {solde.Mois.Nom} : {solde.Brut} ({solde.NetEstime})");
        }

        Console.WriteLine("Les autres n'ont pas de calendrier relevé.\n");
        Console.WriteLine("Chiffres de la source qui ne concordent pas avec le calcul");
        foreach (ChiffreDuDocument x in ChiffresDuDocument.Tous.Where(x => x.Concordance is Concordance.Diverge or Concordance.Tronque))
            Console.WriteLine($"{x.Sujet} : {x.Imprime} imprimés, calcul : {x.Calcule} ({MotsDeComparaison.De(x.Concordance)})");
        Console.WriteLine($"\n{PartageFiscal.Avertissement}");
    }

    static int Refuser(string message)
    {
        Console.Error.WriteLine(message);
        return 2;
    }
}
