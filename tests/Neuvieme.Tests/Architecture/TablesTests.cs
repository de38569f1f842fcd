using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Tests.Architecture;

/// <summary>Une fonction ne lit que ses tables et celles que cette liste lui ouvre : ce qu'une table change touche alors peu de dossiers.</summary>
public partial class TablesTests
{
    /// <summary>Référence de l'académie : toutes les fonctions la lisent.</summary>
    const string Reference = "Etablissements";

    static readonly Dictionary<(string Lecteur, string Proprietaire), string> Permis = new()
    {
        [("Accueil", "Attributions")] = "ce qui attend quelqu'un se lit sur les attributions",
        [("Accueil", "Enveloppes")] = "le rectorat voit qui n'a pas encore d'enveloppe",
        [("Accueil", "Lettres")] = "une mission validée attend sa lettre",
        [("Accueil", "Suivi")] = "les mois déjà échus, personne par personne",
        [("Accueil", "MissionsDirectes")] = "ce qui attend quelqu'un est aussi une part du Pacte ou une mission académique",
        [("Accueil", "Avenants")] = "le rectorat voit les avenants qui attendent sa décision",
        [("MesMissions", "Avenants")] = "l'agent lit l'avenant qui l'attend",
        [("Circonscriptions", "Comptes")] = "la liste nomme l'inspecteur de chacune",
        [("Archives", "Comptes")] = "le chef et le délégué à la protection des données sont prévenus",
        [("Archives", "Journal")] = "l'archive joint l'extrait du journal de chaque lettre",
        [("Archives", "Modeles")] = "une copie de conservation se recompose par la version qui a fait la lettre",
        [("Archives", "Lettres")] = "l'archive est celle des lettres, et ce qui est au terme s'y efface",
        [("Attributions", "Comptes")] = "un dossier se confie à qui instruit pour l'académie",
        [("Attributions", "Lettres")] = "revenir sur une décision dit ce que devient la lettre",
        [("Attributions", "Personnels")] = "la file du rectorat nomme les personnes",
        [("Attributions", "Repartition")] = "la file du rectorat nomme les missions",
        [("Attributions", "Stsweb")] = "on ne revient pas sur une attribution saisie",
        [("Attributions", "Suivi")] = "valider écrit les échéances dans la même transaction",
        [("Campagnes", "Attributions")] = "où en est chaque établissement : accords, propositions, instruction",
        [("Campagnes", "Comptes")] = "les courriels vont au chef de l'établissement ou au rectorat",
        [("Campagnes", "Enveloppes")] = "sans enveloppe ni mission, une campagne est sans objet",
        [("Campagnes", "Instances")] = "une préparation finit par ses avis, ou par l'information des enseignants",
        [("Campagnes", "Lettres")] = "combien de lettres restent à établir",
        [("Campagnes", "Repartition")] = "un établissement sans mission n'a rien préparé",
        [("Campagnes", "Stsweb")] = "combien de lignes restent à saisir",
        [("Candidatures", "Attributions")] = "qui a tenu la mission l'an dernier, et quelles parts restent libres",
        [("Candidatures", "Repartition")] = "on se déclare pour une mission de la répartition",
        [("Courriels", "MissionsDirectes")] = "le résumé dit ce qui attend aussi des parts et des missions académiques",
        [("Courriels", "Seances")] = "le résumé du chef compte les heures à confirmer",
        [("Accueil", "Seances")] = "le chef voit les heures à confirmer",
        [("Courriels", "Attributions")] = "le résumé dit ce qui attend, sans montant ni réponse",
        [("Courriels", "Comptes")] = "le résumé écrit à qui tient une qualité ce jour-là",
        [("Courriels", "Enveloppes")] = "le résumé du rectorat compte les compléments et les décharges",
        [("Courriels", "Lettres")] = "le résumé du chef compte les lettres à établir",
        [("Comptes", "Personnels")] = "un compte d'agent retrouve sa fiche par son courriel",
        [("Enveloppes", "Attributions")] = "le reste de l'enveloppe est le notifié moins l'engagé",
        [("Etablissements", "Attributions")] = "le tableau de l'académie",
        [("Etablissements", "Enveloppes")] = "le tableau de l'académie",
        [("Courriels", "Comptes")] = "un courriel part à l'adresse du compte",
        [("Etablissements", "Instances")] = "le tableau de l'académie",
        [("Etablissements", "Personnels")] = "le tableau de l'académie",
        [("Instances", "Attributions")] = "un avis qui fonde une proposition ne se retire plus",
        [("Instances", "Enveloppes")] = "le dossier compare l'enveloppe à celle de l'an dernier",
        [("Instances", "Personnels")] = "aucun nom de l'établissement ne passe dans ce qui est présenté",
        [("Instances", "Repartition")] = "le dossier compare les missions à celles de l'an dernier",
        [("Journal", "Attributions")] = "chercher une personne, c'est chercher ses attributions",
        [("Journal", "Repartition")] = "le journal retient un numéro, l'écran dit un intitulé",
        [("Journal", "Personnels")] = "le journal retient un numéro, l'écran dit un nom",
        [("Journal", "MissionsDirectes")] = "le journal retient un numéro, l'écran dit un intitulé",
        [("Lettres", "Attributions")] = "une lettre est celle d'une attribution validée",
        [("Lettres", "Avenants")] = "un avenant appliqué depuis la signature s'écrit et se signe à son tour",
        [("Lettres", "Parametres")] = "quelles académies laissent la lettre facultative",
        [("Lettres", "Comptes")] = "la commande imprime le nom du chef de l'établissement",
        [("Lettres", "Journal")] = "le dossier de preuve joint l'extrait du journal",
        [("Lettres", "Suivi")] = "la lettre imprime l'échéancier",
        [("MesMissions", "Attributions")] = "l'agent voit les siennes et y répond",
        [("MesMissions", "Candidatures")] = "l'agent se déclare pour une mission publiée",
        [("MesMissions", "Comptes")] = "reconnaître une fiche comme la sienne donne la qualité d'agent de l'établissement",
        [("MesMissions", "Personnels")] = "se déclarer demande d'exercer dans l'établissement",
        [("MesMissions", "Repartition")] = "l'agent lit les missions publiées",
        [("MesMissions", "Enveloppes")] = "l'agent lit ce qui est décidé de sa décharge",
        [("Enveloppes", "Personnels")] = "une décharge décidée s'annonce à qui elle concerne",
        [("MesMissions", "Lettres")] = "l'agent reçoit sa lettre",
        [("MesMissions", "Suivi")] = "l'agent voit ses versements",
        [("Personnels", "Attributions")] = "la liste dit qui a une mission, l'import quelles missions ont les absents",
        [("Personnels", "Comptes")] = "un courriel rattache la personne à son compte",
        [("Personnels", "Journal")] = "une saisie périmée dit qui a changé quoi",
        [("Lettres", "MissionsDirectes")] = "une lettre est aussi celle d'une part du Pacte ou d'une mission académique",
        [("Lettres", "Personnels")] = "la lettre imprime la discipline de la personne",
        [("MissionsDirectes", "Lettres")] = "revenir sur une mission prive sa lettre d'effet, et la personne lit la sienne",
        [("Academiques", "MissionsDirectes")] = "les missions académiques en sont",
        [("MissionsDirectes", "Personnels")] = "une mission se propose à une personne d'un établissement",
        [("PremierDegre", "MissionsDirectes")] = "l'IMP et le Pacte du premier degré en sont",
        [("PremierDegre", "Personnels")] = "une mission se propose à un professeur d'une école",
        [("Seances", "MissionsDirectes")] = "une heure se compte au titre d'une part confiée",
        [("MesSeances", "Seances")] = "la personne déclare les siennes",
        [("MesSeances", "Personnels")] = "qui est remplacé se choisit parmi les collègues",
        [("Parts", "MissionsDirectes")] = "les parts d'un établissement en sont",
        [("Repartition", "Attributions")] = "une mission prévue porte ses parts",
        [("Repartition", "Enveloppes")] = "la jauge du tableau, et la décharge qui remplace une part",
        [("Repartition", "Instances")] = "le plan se fige quand il a été présenté",
        [("Repartition", "Journal")] = "une saisie périmée dit qui a changé quoi",
        [("Repartition", "Personnels")] = "les critères d'EPS se comptent sur les affectations",
        [("Stsweb", "Suivi")] = "ce qui est dû des attributions saisies",
        [("Suivi", "Lettres")] = "arrêter une mission prive d'effet la lettre que tous n'ont pas signée",
        [("Suivi", "Attributions")] = "les versements se lisent par attribution",
        [("Suivi", "Journal")] = "l'attestation dit qui a constaté le service fait, et quand",
    };

    static readonly Dictionary<string, string> Proprietaires = typeof(NeuviemeDb).GetProperties()
        .Where(p => p.PropertyType.IsGenericType && p.PropertyType.GetGenericTypeDefinition() == typeof(DbSet<>))
        .Select(p => (p.Name, p.PropertyType.GetGenericArguments()[0].Namespace))
        .Where(p => p.Namespace!.StartsWith("Neuvieme.Fonctions.", StringComparison.Ordinal))
        .ToDictionary(p => p.Name, p => p.Namespace!.Split('.')[2], StringComparer.Ordinal);

    [Fact]
    public void Fonctions_NeLisentQueLesTablesOuvertes()
    {
        var lus = Lectures();
        lus.ShouldNotBeEmpty();
        lus.Where(l => !Permis.ContainsKey((l.Lecteur, l.Proprietaire)))
            .Select(l => $"{l.Fichier} : {l.Lecteur} lit {l.Table}, qui est à {l.Proprietaire}").Distinct().Order(StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Fact]
    public void ListeDesLectures_SansLigneMorte()
    {
        var utiles = Lectures().Select(l => (l.Lecteur, l.Proprietaire)).ToHashSet();
        Permis.Keys.Where(p => !utiles.Contains(p)).ShouldBeEmpty();
    }

    static List<(string Fichier, string Lecteur, string Proprietaire, string Table)> Lectures() =>
    [
        .. from f in Sources.Sous("src/Neuvieme/Fonctions", ".cs", ".cshtml")
           let lecteur = f.Split('/')[3]
           from Match m in Acces().Matches(Sources.Texte(f))
           let table = m.Groups["table"].Value
           where Proprietaires.TryGetValue(table, out _)
           let proprietaire = Proprietaires[table]
           where proprietaire != lecteur && proprietaire != Reference
           select (f, lecteur, proprietaire, table),
    ];

    [GeneratedRegex(@"\b\w*[dD]b\s*\.\s*(?<table>[A-Z]\w*)")]
    private static partial Regex Acces();
}
