using System.Text;
using Neuvieme.Droit;
using Neuvieme.Droit.ImpSecondDegre;
using Neuvieme.Fonctions.Rentree;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.Rentree;

public sealed class EntreesFautivesTests
{
    static (IReadOnlyList<LigneRepartition> Lignes, string[] Erreurs) Lire(string texte) => Lire(Encoding.UTF8.GetBytes(texte));

    static (IReadOnlyList<LigneRepartition> Lignes, string[] Erreurs) Lire(byte[] octets)
    {
        var (lignes, erreurs) = LectureRepartition.Lire(octets, "r.csv");
        return (lignes, [.. erreurs.Select(e => e.ToString())]);
    }

    static LigneRepartition Une(string texte)
    {
        var (lignes, erreurs) = Lire(texte);
        erreurs.ShouldBeEmpty();
        return lignes.ShouldHaveSingleItem();
    }

    [Fact]
    public void Lire_ToutesLesFautesDUnCoup_LigneParLigne()
    {
        var (_, erreurs) = Lire("""
            type;id;mission;taux;montant;duree;accord;accord_le;niveaux;heures;contenu
            eple;1;IMP-DISC;007;;toujours;peut-être;31/02/2026;7e;zéro;
            epp;;IMP-XX;;mille;;;;;;
            epp;3;IMP-ART7;003;1250;;;;;;
            epp;4;IMP-CULT;003;625;;;;;;
            epp;5;IMP-CULT;;;;;;;;;;trop
            """);
        erreurs.Select(e => e.Split(" : ")[0]).ShouldBe(
        [
            "r.csv, ligne 2, colonne « accord_le »", "r.csv, ligne 2, colonne « accord »", "r.csv, ligne 2, colonne « type »", "r.csv, ligne 2, colonne « taux »",
            "r.csv, ligne 2, colonne « duree »", "r.csv, ligne 2, colonne « niveaux »", "r.csv, ligne 2, colonne « heures »",
            "r.csv, ligne 3, colonne « mission »", "r.csv, ligne 3", "r.csv, ligne 3, colonne « montant »",
            "r.csv, ligne 4, colonne « contenu »", "r.csv, ligne 5", "r.csv, ligne 6",
        ]);
        erreurs[11].ShouldContain("taux = 1\u202F250,00\u00A0€ et montant = 625,00\u00A0€ se contredisent");
    }

    [Theory]
    [InlineData("", "fichier est vide")]
    [InlineData("\n\n;;\n", "fichier vide")]
    [InlineData("type;id;mission;taux\n", "aucune attribution")]
    [InlineData("type;id;mission;taux;couleur\nepp;1;IMP-CULT;002;bleu\n", "colonne « couleur » : colonne inconnue")]
    [InlineData("type;id;mission;taux;Taux STSWeb\nepp;1;IMP-CULT;002;002\n", "est là deux fois")]
    [InlineData("type;id;taux\nepp;1;002\n", "il manque la colonne « mission »")]
    [InlineData("mission;taux\nIMP-CULT;002\n", "il manque de quoi désigner l'agent")]
    [InlineData("type;id;mission\nepp;1;IMP-CULT\n", "il manque le taux")]
    [InlineData("type;id;mission;taux;justification\nepp;1;IMP-CULT;002;\"jamais fermé\nepp;2;IMP-CULT;002;\n", "guillemet ouvert et jamais refermé")]
    [InlineData("PK\u0003\u0004classeur", "c’est un classeur")]
    [InlineData("type;id\0;mission", "pas un fichier texte")]
    public void Lire_FichierFautif_LeDit(string texte, string attendu) => string.Join('\n', Lire(texte).Erreurs).ShouldContain(attendu);

    [Fact]
    public void Lire_NomsDeColonnesLibres_AccentsCasseEtAutresNoms() =>
        Une("TYPE STS;Identifiant;Mission;Montant annuel;Durée;Accord le;Tâches\nepp;7;référent culture;625;année;04/06/2026;A|B\n")
            .ShouldSatisfyAllConditions(
                l => l.Fiche.Code.ShouldBe("IMP-CULT"), l => l.Montant.ShouldBe(new Montant(62_500)), l => l.Duree.ShouldBe(Duree.AnneeEntiere),
                l => l.Accord.ShouldBe(EtatAccord.Donne), l => l.Contenu.ShouldBe(["A", "B"]));

    [Theory]
    [InlineData("utf-8", ";")]
    [InlineData("windows-1252", ";")]
    [InlineData("utf-16", "\t")]
    [InlineData("utf-8", ",")]
    public void Lire_EncodagesEtSeparateurs_MemeTexte(string encodage, string separateur)
    {
        var e = encodage == "windows-1252" ? CodePagesEncodingProvider.Instance.GetEncoding(1252)! : Encoding.GetEncoding(encodage);
        string[] entete = ["nom", "prenom", "mission", "montant", "justification"], ligne = ["Œuvrard", "Noëlle", "IMP-CULT", "\"312,50 €\"", "\"un ; et, \"\"deux\"\"\""];
        var texte = string.Join(separateur, entete) + "\r\n" + string.Join(separateur, ligne) + "\r\n";
        var (lignes, erreurs) = Lire([.. e.GetPreamble(), .. e.GetBytes(texte)]);
        erreurs.ShouldBeEmpty();
        lignes[0].Nom.ShouldBe("Œuvrard");
        lignes[0].Montant.ShouldBe(new Montant(31_250));
        lignes[0].Justification.ShouldBe("un ; et, \"deux\"");
    }

    [Fact]
    public void Lire_MarqueIndiceExcelEtLignesVides_NumerosDeLigneJustes()
    {
        var (_, erreurs) = Lire("\uFEFFsep=;\r\ntype;id;mission;taux\r\n\r\nepp;1;IMP-CULT;002\r\n;;;\r\nepp;2;IMP-NON;002\r\n");
        erreurs.ShouldHaveSingleItem().ShouldStartWith("r.csv, ligne 6, colonne « mission »");
    }

    [Theory]
    [InlineData("003", "", "", 125_000)]
    [InlineData("3", "", "", 125_000)]
    [InlineData("", "3750,00", "", 375_000)]
    [InlineData("", "1 250 €", "", 125_000)]
    [InlineData("", "", "¼", 31_250)]
    [InlineData("", "", "0,5", 62_500)]
    [InlineData("", "", "1/2", 62_500)]
    [InlineData("", "", "2 IMP", 250_000)]
    [InlineData("004", "2500", "2", 250_000)]
    [InlineData("", "1000", "", 100_000)]
    public void Lire_Taux_CodeMontantOuFraction(string taux, string montant, string fraction, long centimes) =>
        Une($"type;id;mission;taux;montant;fraction\nepp;1;IMP-DISC;{taux};{montant};{fraction}\n").Montant.ShouldBe(new Montant(centimes));

    [Theory]
    [InlineData("8", 32)]
    [InlineData("7,5", 30)]
    [InlineData("0.25", 1)]
    [InlineData("0", 0)]
    [InlineData("7,3", null)]
    [InlineData("-1", null)]
    [InlineData("huit", null)]
    [InlineData("99999999999999999999", null)]
    public void Enveloppe_QuartsSeulement(string texte, int? quarts) => (CasesRepartition.LireQuotite(texte)?.Quarts).ShouldBe(quarts);

    [Fact]
    public void Lire_NiveauxSeparesDeToutesLesFacons() =>
        Une("type;id;mission;taux;niveaux\nepp;1;IMP-NIV;003;6ème + 5e\n").Niveaux.ShouldBe(Niveaux.Sixieme | Niveaux.Cinquieme);

    [Theory]
    [InlineData(new[] { "rentree" }, "Il manque --sts")]
    [InlineData(new[] { "rentree", "--sts", "x", "--repartition", "y", "--enveloppe-imp", "7,3", "--sortie", "z" }, "au quart près")]
    [InlineData(new[] { "rentree", "--sts", "x", "--repartition", "y", "--enveloppe-imp", "8", "--sortie", "z", "--premier-mois", "8" }, "mois de 9 à 12")]
    [InlineData(new[] { "rentree", "--sts", "absent.xml", "--repartition", "absent.csv", "--enveloppe-imp", "8", "--sortie", "z" }, "absent.csv : fichier introuvable")]
    [InlineData(new[] { "rentree", "--sts", "x", "--repartition", "y", "--enveloppe-imp", "8", "--sortie", "." }, "dossier courant")]
    [InlineData(new[] { "rentree", "--inconnue" }, "--inconnue")]
    public async Task Commande_OptionFautive_Code2EtExplication(string[] arguments, string attendu)
    {
        var r = await LigneDeCommande.Lancer(arguments);
        r.Code.ShouldBe(2, r.ToString());
        r.Erreurs.ShouldContain(attendu);
    }
}
