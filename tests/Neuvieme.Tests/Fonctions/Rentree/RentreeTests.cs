using System.Text;
using System.Text.Json;
using Neuvieme.Tests.Commun;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.Rentree;

/// <summary>La commande entière, par le vrai programme.</summary>
public sealed class RentreeTests : IDisposable
{
    readonly string _dossier = Directory.CreateTempSubdirectory("neuvieme-rentree").FullName;

    public void Dispose() => Directory.Delete(_dossier, recursive: true);

    string Chemin(params string[] noms) => Path.Combine([_dossier, .. noms]);

    string Ecrire(string nom, string texte, Encoding? encodage = null)
    {
        File.WriteAllText(Chemin(nom), texte, encodage ?? new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return Chemin(nom);
    }

    async Task<string> Sts()
    {
        (await LigneDeCommande.Lancer("rentree", "--exemple", Chemin("exemple"))).Code.ShouldBe(0);
        return Chemin("exemple", "sts_emp_0990002P_2026.xml");
    }

    Task<LigneDeCommande.Resultat> Lancer(string sts, string csv, string enveloppe, params string[] autres) => LigneDeCommande.Lancer(
        ["rentree", "--sts", sts, "--repartition", csv, "--enveloppe-imp", enveloppe, "--sortie", Chemin("dossier"), "--date-avis", "04/06/2026", "25/06/2026", .. autres],
        delai: TimeSpan.FromMinutes(3));

    JsonElement Controle() => JsonDocument.Parse(File.ReadAllBytes(Chemin("dossier", "controle.json"))).RootElement;

    static string[] Decisions(JsonElement controle) => [.. controle.GetProperty("decisions").EnumerateArray().Select(d => d.GetProperty("decision").GetString()!)];

    static string[] Codes(JsonElement decision, string liste) => [.. decision.GetProperty(liste).EnumerateArray().Select(m => m.GetProperty("code").GetString()!)];

    [Fact]
    public async Task Exemple_Lance_ToutEstAccorde()
    {
        var r = await Lancer(await Sts(), Chemin("exemple", "repartition.csv"), "8");
        r.Code.ShouldBe(0, r.ToString());
        r.Sortie.ShouldContain("7 accordées, 0 refusée, 0 incomplète.");
        // 1 + 1 + ½ + 2 + 1 + 1 + ¼ = 6,75 IMP.
        r.Sortie.ShouldContain("Accordé 6,75 IMP, reste 1,25 IMP sur 8.");
        Directory.GetFiles(Chemin("dossier", "lettres")).Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe(
        [
            "002-ABGRALL-MAELLE-IMP-APSA.pdf", "003-DUVAL-THEO-IMP-DISC.pdf", "004-FOURNIER-INES-IMP-CULT.pdf", "005-GARNIER-SEBASTIEN-IMP-NUM.pdf",
            "006-HAMON-CLAIRE-IMP-DECR.pdf", "007-IBRAHIM-LEILA-IMP-HARC.pdf", "008-DUVAL-THEO-IMP-PONCT.pdf",
        ]);
        Decisions(Controle()).ShouldBe(Enumerable.Repeat("accordee", 7));
        Directory.GetFileSystemEntries(_dossier).Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe(["dossier", "exemple"]);
    }

    /// <summary>La commande que l'outil imprime, mot pour mot : les avis sont dans le CSV, aucune option de plus.</summary>
    [Fact]
    public async Task Exemple_CommandeImprimee_ToutEstAccorde()
    {
        var ecrit = await LigneDeCommande.Lancer("rentree", "--exemple", Chemin("exemple"));
        var commande = ecrit.Sortie.Split('\n').Single(l => l.TrimStart().StartsWith("neuvieme rentree ", StringComparison.Ordinal)).Trim();
        commande.ShouldNotContain("--date-avis");
        string[] arguments = [.. commande.Split(' ').Skip(1).Select(a => a is "repartition.csv" or "dossier" || a.EndsWith(".xml", StringComparison.Ordinal) ? Chemin("exemple", a) : a)];

        var r = await LigneDeCommande.Lancer(arguments, delai: TimeSpan.FromMinutes(3));

        r.Code.ShouldBe(0, r.ToString());
        r.Sortie.ShouldContain("7 accordées, 0 refusée, 0 incomplète.");
    }

    [Fact]
    public async Task Exemple_AvisANePasEncoreRendre_LigneIncomplete()
    {
        var csv = Ecrire("r.csv", "type;id;mission;taux;duree;accord;accord_le;avis_cp;avis_ca\nepp;41005;IMP-CULT;002;annee;oui;15/06/2026;04/06/2026;25/06/2099\n");
        var r = await LigneDeCommande.Lancer("rentree", "--sts", await Sts(), "--repartition", csv, "--enveloppe-imp", "1", "--sortie", Chemin("dossier"));
        r.Code.ShouldBe(3, r.ToString());
        Codes(Controle().GetProperty("decisions")[0], "motifs").ShouldBe(["IMP-AVIS-CA-A-VENIR", "IMP-AVIS-CA-AUTRE-ANNEE"]);
    }

    [Fact]
    public async Task Exemple_Lettre_DitQuiQuoiCombien()
    {
        (await Lancer(await Sts(), Chemin("exemple", "repartition.csv"), "8", "--chef", "Mme Odile Perrin", "--premier-mois", "11")).Code.ShouldBe(0);
        var pdf = await File.ReadAllBytesAsync(Chemin("dossier", "lettres", "004-FOURNIER-INES-IMP-CULT.pdf"), TestContext.Current.CancellationToken);
        var texte = await Outils.TexteSansBlancs(pdf);
        // 625 € : huit versements de 69,44 € et un de 69,48 €, de novembre à juillet.
        foreach (var attendu in (string[])["CollègeduGrandChêne", "MmeInèsFOURNIER", "MmeOdilePerrin", "625€·½IMP·taux002", "novembre202669,44€62,82€", "juillet202769,48€62,86€", "donnéle15juin2026", "25heures"])
            texte.ShouldContain(attendu);
        (await Outils.Lancer("pdfinfo", pdf, "{}")).ShouldMatch(@"Tagged:\s+yes");
    }

    [Fact]
    public async Task Exemple_Tableurs_TiennentLesMemesSommes()
    {
        (await Lancer(await Sts(), Chemin("exemple", "repartition.csv"), "8")).Code.ShouldBe(0);
        using var bordereau = new LectureXlsx(await File.ReadAllBytesAsync(Chemin("dossier", "bordereau-stsweb.xlsx"), TestContext.Current.CancellationToken));
        bordereau.Verifier();
        bordereau.Ligne(0, 2).Take(9).ShouldBe(["1", "ABGRALL", "Maëlle", "epp 41001", "ENS", "Coordination des activités physiques, sportives et artistiques", "003", "1", "1250.00"]);
        // 312,50 + 625 + 4 × 1 250 + 2 500 = 8 437,50 €.
        bordereau.Valeur(0, "I13").ShouldBe("8437.50");
        bordereau.Valeur(0, "H13").ShouldBe("6,75");
        (bordereau.Valeur(0, "F15"), bordereau.Valeur(0, "I15")).ShouldBe(("Reste disponible", "1562.50"));

        using var echeancier = new LectureXlsx(await File.ReadAllBytesAsync(Chemin("dossier", "echeancier.xlsx"), TestContext.Current.CancellationToken));
        echeancier.Verifier();
        // Octobre : 4 × 138,89 + 69,44 + 277,78 = 902,78 ; avril : + 312,50 de service fait le 19 mars, après le 10.
        (echeancier.Valeur(0, "F9"), echeancier.Valeur(0, "L9")).ShouldBe(("902.78", "1215.28"));
        echeancier.Valeur(0, "O9").ShouldBe("8437.50");

        var csv = await File.ReadAllTextAsync(Chemin("dossier", "bordereau-stsweb.csv"), TestContext.Current.CancellationToken);
        csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(8);
        csv.ShouldContain(";312,50;");
    }

    [Fact]
    public async Task Enveloppe_Depassee_LesLignesDeTropSontRefuseesLesAutresProduites()
    {
        var r = await Lancer(await Sts(), Chemin("exemple", "repartition.csv"), "3,5");
        r.Code.ShouldBe(3, r.ToString());
        // Dans l'ordre : 1 + 1 + ½ passent, 2 ne tient pas dans 1, 1 passe, 1 puis ¼ ne tiennent plus dans 0.
        Decisions(Controle()).ShouldBe(["accordee", "accordee", "accordee", "refusee", "accordee", "refusee", "refusee"]);
        r.Sortie.ShouldContain("IMP-ENVELOPPE-DEPASSEE — décret n° 2015-475 du 27 avril 2015, art. 8, NOR MENH1505021D");
        r.Sortie.ShouldContain("Accordé 3,5 IMP, reste 0 IMP sur 3,5.");
        Directory.GetFiles(Chemin("dossier", "lettres")).Length.ShouldBe(4);
    }

    [Fact]
    public async Task Droit_RefusEtManque_CodesEtSources()
    {
        var csv = Ecrire("r.csv", """
            type;id;mission;taux;duree;debut;accord
            epp;41004;IMP-TUT;002;annee;2026-09-01;oui
            epp;41009;IMP-DISC;003;annee;2026-09-01;oui
            epp;41006;IMP-DISC;003;annee;2026-09-01;
            epp;41005;IMP-CULT;002;annee;2026-09-01;oui
            """);
        var r = await Lancer(await Sts(), csv, "8");
        r.Code.ShouldBe(3, r.ToString());
        var controle = Controle();
        Decisions(controle).ShouldBe(["refusee", "refusee", "incomplete", "accordee"]);
        var decisions = controle.GetProperty("decisions").EnumerateArray().ToList();
        Codes(decisions[0], "motifs").ShouldContain("IMP-TUT-HORS-LYCEE");
        Codes(decisions[1], "motifs").ShouldContain("IMP-FONCTION-EXCLUE");
        Codes(decisions[2], "motifs").ShouldBe(["IMP-ACCORD-ABSENT"]);
        decisions[0].GetProperty("trace").GetArrayLength().ShouldBeGreaterThan(3);
        decisions[3].GetProperty("montants").GetProperty("brut_centimes").GetInt64().ShouldBe(62_500);
        // L'incomplète garde sa part : 8 − ½ − 1.
        controle.GetProperty("enveloppe").GetProperty("reste_quarts").GetInt32().ShouldBe(26);
    }

    [Fact]
    public async Task Avis_SansDate_Incomplete()
    {
        var csv = Ecrire("r.csv", "type;id;mission;taux;duree;accord;accord_le\nepp;41005;IMP-CULT;002;annee;oui;15/06/2026\n");
        var r = await LigneDeCommande.Lancer("rentree", "--sts", await Sts(), "--repartition", csv, "--enveloppe-imp", "1", "--sortie", Chemin("dossier"));
        r.Code.ShouldBe(3, r.ToString());
        Codes(Controle().GetProperty("decisions")[0], "motifs").ShouldBe(["IMP-AVIS-CP-ABSENT", "IMP-AVIS-CA-ABSENT"]);
        Directory.GetFiles(Chemin("dossier", "lettres")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Forcer_RemplaceSonDossierMaisNeDetruitRienDEtranger()
    {
        var sts = await Sts();
        var csv = Chemin("exemple", "repartition.csv");
        (await Lancer(sts, csv, "8")).Code.ShouldBe(0);
        var r = await Lancer(sts, csv, "8");
        (r.Code, Directory.GetFiles(Chemin("dossier", "lettres")).Length).ShouldBe((2, 7));
        r.Erreurs.ShouldContain("--forcer");
        (await Lancer(sts, csv, "3,5", "--forcer")).Code.ShouldBe(3);
        Directory.GetFiles(Chemin("dossier", "lettres")).Length.ShouldBe(4);

        Ecrire("dossier/notes.txt", "à moi");
        (await Lancer(sts, csv, "8", "--forcer")).Erreurs.ShouldContain("contient aussi notes.txt");
        File.ReadAllText(Chemin("dossier", "notes.txt")).ShouldBe("à moi");
    }

    [Fact]
    public async Task EchantillonPartage_HomonymesEtDeuxTypes()
    {
        var sts = DonneesPartagees.Chemin("donnees/sts_emp_0990001N_2026.xml");
        var csv = Ecrire("r.csv", """
            type;id;nom;prenom;mission;taux;duree;accord
            ;;MARTIN;PIERRE;IMP-DISC;003;annee;oui
            ;11508;;;IMP-CULT;002;annee;oui
            epp;48211;NGUYEN;;IMP-DECR;003;annee;oui
            """);
        var r = await Lancer(sts, csv, "8");
        r.Code.ShouldBe(2, r.ToString());
        r.Erreurs.ShouldContain("r.csv, ligne 2, colonne « nom » : plusieurs personnes portent ce nom, donner type et id : epp 11508 = Pierre MARTIN (né le 12/03/1975, LET MODERN) ; epp 48211 = Pierre MARTIN (né le 05/11/1990, MATHS).");
        r.Erreurs.ShouldContain("ligne 3, colonne « type » : l'identifiant 11508 est celui de plusieurs personnes");
        r.Erreurs.ShouldContain("ligne 4, colonne « nom » : epp 48211 est Pierre MARTIN (né le 05/11/1990, MATHS), pas « NGUYEN ».");
        r.Erreurs.ShouldContain("3 fautes : rien n'a été écrit.");
        Directory.Exists(Chemin("dossier")).ShouldBeFalse();
    }

    [Fact]
    public async Task EchantillonPartage_ApsaAvecUnSeulEnseignant_Refusee()
    {
        var sts = DonneesPartagees.Chemin("donnees/sts_emp_0990001N_2026.xml");
        var csv = Ecrire("r.csv", "type;id;mission;taux;duree;accord;accord_le\nepp;31762;IMP-APSA;003;annee;oui;12/06/2026\nepp;20048;IMP-CULT;002;annee;oui;12/06/2026\n");
        var r = await Lancer(sts, csv, "8");
        r.Code.ShouldBe(3, r.ToString());
        Decisions(Controle()).ShouldBe(["refusee", "accordee"]);
        Codes(Controle().GetProperty("decisions")[0], "motifs").ShouldContain("IMP-APSA-MOINS-DE-TROIS");
    }

    [Fact]
    public async Task EchantillonPartage_FichierDuMauvaisSens_NommeLeMenu()
    {
        var csv = Ecrire("r.csv", "type;id;mission;taux\nepp;1;IMP-CULT;002\n");
        var r = await Lancer(DonneesPartagees.Chemin("donnees/emp_sts_0990001N_2026.xml"), csv, "8");
        (r.Code, Directory.Exists(Chemin("dossier"))).ShouldBe((2, false));
        r.Erreurs.ShouldContain("Exports");
    }
}
