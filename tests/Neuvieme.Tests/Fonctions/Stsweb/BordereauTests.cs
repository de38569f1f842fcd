using System.Text;
using Neuvieme.Droit;
using Neuvieme.Droit.ImpSecondDegre;
using Neuvieme.Fonctions.Stsweb;
using Neuvieme.Socle.Documents;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.Stsweb;

public sealed class BordereauTests
{
    static LigneBordereau Ligne(string reference, string nom, string prenom, string taux, string mission = "Référent culture", string id = "epp 1") => new()
    {
        Reference = reference, Nom = nom, Prenom = prenom, Identifiant = id, Fonction = "ENS", Mission = mission,
        Taux = TauxImp.DeCode(taux)!, Effet = new(2026, 9, 1), Fin = new(2027, 8, 31), Duree = Duree.AnneeEntiere, AvisConseilPedagogique = new(2026, 6, 4),
    };

    // 625 + 1 250 + 1 250 + 3 750 = 6 875 € = 5,5 IMP.
    static readonly LigneBordereau[] Quatre =
        [Ligne("R1", "ZOLA", "Émile", "005"), Ligne("R2", "Étienne", "Luc", "003"), Ligne("R3", "ETIENNE", "Anne", "003"), Ligne("R4", "Martin", "Paul", "002")];

    static LectureXlsx Lire((Tableau Bordereau, Tableau Differences) b) => new(Classeur.Ecrire(b.Bordereau, b.Differences));

    [Fact]
    public void Ordonner_AlphabetiqueSansAccentsNiCasse() =>
        Bordereau.Ordonner(Quatre).Select(l => l.Reference).ShouldBe(["R3", "R2", "R4", "R1"]);

    [Fact]
    public void Ordonner_Homonymes_ParIdentifiant() =>
        Bordereau.Ordonner([Ligne("A", "Martin", "Pierre", "001", id: "epp 48211"), Ligne("B", "MARTIN", "PIERRE", "001", id: "epp 11508")])
            .Select(l => l.Reference).ShouldBe(["B", "A"]);

    [Fact]
    public void Construire_ColonnesEtTotauxFaceALEnveloppe()
    {
        using var x = Lire(Bordereau.Construire("Collège X", new(2026), Quatre, [], new Quotite(32)));
        x.Verifier();
        x.Ligne(0, 1).ShouldBe(["N°", "Nom", "Prénom", "Identifiant STS", "Fonction", "Mission", "Taux STSWeb", "Fraction", "Montant annuel", "Date d’effet",
            "Date de fin", "Durée", "Réf. dossier", "Validé recteur le", "Avis CP le", "Avis CA le", "Saisi le / par", "Contrôlé le / par", "Écart depuis la dernière saisie", "Absences et remplacements"]);
        // 1er septembre 2026 = 46 266, 31 août 2027 = 46 630, 4 juin 2026 = 46 177 jours après le 30 décembre 1899.
        x.Ligne(0, 2).ShouldBe(["1", "ETIENNE", "Anne", "epp 1", "ENS", "Référent culture", "003", "1", "1250.00", "46266", "46630", "année entière", "R3", "", "46177", "", "", "", "nouvelle", ""]);
        Total(x, 6).ShouldBe(["1 × taux moitié", "002", "½", "625.00"]);
        Total(x, 7).ShouldBe(["2 × taux de base", "003", "2", "2500.00"]);
        Total(x, 8).ShouldBe(["1 × taux triple", "005", "3", "3750.00"]);
        Total(x, 9).ShouldBe(["Total, en IMP de 1\u202F250\u00A0€", "", "5,5", "6875.00"]);
        Total(x, 10).ShouldBe(["Enveloppe notifiée", "", "8", "10000.00"]);
        Total(x, 11).ShouldBe(["Reste disponible", "", "2,5", "3125.00"]);
    }

    [Fact]
    public void Construire_EnveloppeDepassee_LeDit()
    {
        using var x = Lire(Bordereau.Construire("Collège X", new(2026), Quatre, [], new Quotite(20)));
        Total(x, 11).ShouldBe(["Dépassement de l’enveloppe", "", "½", "625.00"]);
    }

    [Fact]
    public void Comparer_SansPrecedent_ToutEstNouveau() =>
        Bordereau.Comparer([], Quatre).Select(d => (d.Ligne.Reference, d.Libelle)).ShouldBe([("R3", "nouvelle"), ("R2", "nouvelle"), ("R4", "nouvelle"), ("R1", "nouvelle")]);

    [Fact]
    public void Comparer_Identique_RienADire() => Bordereau.Comparer(Quatre, [.. Quatre.Reverse()]).ShouldBeEmpty();

    [Fact]
    public void Comparer_TauxChangeLigneRetireeLigneNouvelle()
    {
        LigneBordereau[] apres = [Quatre[0] with { Taux = TauxImp.DeCode("004")!, Fin = new(2027, 7, 6) }, Quatre[1], Quatre[3] with { AvisConseilAdministration = new(2026, 6, 25) }, Ligne("R5", "Abel", "Zoé", "001")];
        Bordereau.Comparer(Quatre, apres).Select(d => (d.Ligne.Reference, d.Ecart, d.Libelle)).ShouldBe(
        [
            ("R5", Ecart.Nouvelle, "nouvelle"),
            ("R3", Ecart.Retiree, "à retirer"),
            ("R1", Ecart.Modifiee, "modifiée : taux : 005 → 004 ; montant : 3\u202F750,00\u00A0€ → 2\u202F500,00\u00A0€ ; date de fin : 31/08/2027 → 06/07/2027"),
        ]);
    }

    [Fact]
    public void Construire_SecondeFeuille_LesSeulesDifferences()
    {
        var (tout, differences) = Bordereau.Construire("Collège X", new(2026), Quatre, [Quatre[0], Quatre[1], Quatre[2]], null);
        (tout.Lignes.Count, differences.Lignes.Count).ShouldBe((4, 1));
        using var x = Lire((tout, differences));
        x.Feuilles.ShouldBe(["Bordereau STSWeb", "Différences"]);
        x.Valeur(1, "M2").ShouldBe("R4");
    }

    [Fact]
    public void Csv_NomHostile_Neutralise()
    {
        var (tout, _) = Bordereau.Construire("X", new(2026), [Ligne("R1", "=HYPERLINK(\"http://x\")", "@Luc", "001", "+mission")], [], null);
        var csv = Encoding.UTF8.GetString(FichierCsv.Ecrire(tout));
        csv.ShouldContain("1;\"'=HYPERLINK(\"\"http://x\"\")\";'@Luc;epp 1;ENS;'+mission;001;¼;312,50;01/09/2026;31/08/2027;");
        csv.ShouldNotContain("Total");
    }

    static IReadOnlyList<string> Total(LectureXlsx x, uint rang) => [.. x.Ligne(0, rang).Skip(5).Take(4)];
}
