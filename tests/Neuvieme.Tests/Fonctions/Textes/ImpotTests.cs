using System.Text.Json.Nodes;
using Neuvieme.Droit;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.Textes;

/// <summary>La page et la commande de net et d'impôt ; valeurs de regles.md R248 à R253 et de la table V1.</summary>
public sealed class ImpotTests
{
    [Fact]
    public async Task Page_ParDefaut_PartageLesNeuviemesEntreDeuxAnneesCiviles()
    {
        await using var serveur = await ServeurDeTest.Demarrer(Base.Sqlite);
        using var visiteur = serveur.Visiteur();

        var page = await visiteur.Page("/textes/impot?montant=1250&annee=2026");

        page.QuerySelectorAll("section h2").Select(h => h.TextContent).ShouldBe(["Année civile 2026", "Année civile 2027", "Règles et sources"]);
        page.Body!.TextContent.ShouldContain("416,67\u00A0€");
        page.Body.TextContent.ShouldContain("833,33\u00A0€");
        page.Body.TextContent.ShouldContain("0,9046975");
        foreach (var regle in Catalogue.Regles.Where(r => r.Rubrique == Rubrique.Fiscalite)) page.QuerySelector($"a[href='/textes/regles#{regle.Code}']").ShouldNotBeNull(regle.Code);
    }

    [Fact]
    public async Task Page_AutresSommes_EntamentLePlafond()
    {
        await using var serveur = await ServeurDeTest.Demarrer(Base.Sqlite);
        using var visiteur = serveur.Visiteur();

        var page = await visiteur.Page("/textes/impot?montant=&annee=2026&versements=" + Uri.EscapeDataString("2022-06 8 000,00\r\n2018-12 100"));

        var sections = page.QuerySelectorAll("section").Select(s => s.TextContent).ToList();
        sections[0].ShouldContain("2018 : hors vigueur");
        sections[1].ShouldContain("500\u00A0€ imposables");
    }

    [Fact]
    public async Task Formulaire_NeMetPasLeTraitementDansLAdresse()
    {
        await using var serveur = await ServeurDeTest.Demarrer(Base.Sqlite);
        using var visiteur = serveur.Visiteur();

        var page = await visiteur.EnvoyerFormulaire("/textes/impot", ("montant", "1250"), ("annee", "2026"), ("traitement", "30000"));

        visiteur.Ici.ShouldBe("/textes/impot");
        page.Body!.TextContent.ShouldContain("833,33\u00A0€");
        page.QuerySelector("input[name=traitement]")!.GetAttribute("value").ShouldBe("30000");
    }

    [Fact]
    public async Task Impot_AutresPrimesSansTraitement_OuTroisDecimales_Sort2()
    {
        var sansTraitement = await LigneDeCommande.Lancer("droit", "impot", "--montant", "1250", "--autres-primes", "500");
        var milliers = await LigneDeCommande.Lancer("droit", "impot", "--montant", "1.250");

        (sansTraitement.Code, milliers.Code).ShouldBe((2, 2));
        sansTraitement.Erreurs.ShouldContain("--traitement");
        milliers.Erreurs.ShouldContain("« 1.250 »");
    }

    [Theory]
    [InlineData("montant=mille&annee=2026", "montant")]
    [InlineData("montant=1250&annee=2014", "annee")]
    [InlineData("montant=1250&annee=2026&traitement=-1", "traitement")]
    [InlineData("montant=1250&annee=2026&versements=hier", "versement")]
    [InlineData("montant=1250&annee=2026&valideeLe=2027-02-30", "validee-le")]
    [InlineData("montant=&annee=2026", "montant")]
    public async Task Page_SaisieFausse_EstDite(string requete, string champ)
    {
        await using var serveur = await ServeurDeTest.Demarrer(Base.Sqlite);
        using var visiteur = serveur.Visiteur();

        var page = await visiteur.Page("/textes/impot?" + requete);

        page.GetElementById("faute-" + champ)!.TextContent.ShouldContain("attendu");
        page.GetElementById("faute-" + champ)!.TextContent.ShouldNotContain("'");
        page.QuerySelector("[aria-invalid=true]")!.GetAttribute("aria-describedby").ShouldBe("faute-" + champ);
        page.QuerySelectorAll(".fr-input-group--error").Length.ShouldBe(1);
    }

    [Fact]
    public async Task Impot_Json_PartageExonereEtImposable()
    {
        var r = await LigneDeCommande.Lancer("droit", "impot", "--versement", "2022-06=8000", "--versement", "2018-12=100", "--traitement", "30000", "--json");

        r.Code.ShouldBe(0, r.Erreurs);
        JsonArray annees = JsonNode.Parse(r.Sortie)!["annees"]!.AsArray();
        annees.Select(a => a!["reponse"]!.GetValue<string>()).ShouldBe(["hors-vigueur", "calculee"]);
        annees[1]!["exonere_centimes"]!.GetValue<int>().ShouldBe(750_000);
        annees[1]!["imposable_centimes"]!.GetValue<int>().ShouldBe(50_000);
        annees[1]!["assiette_rafp_libre_centimes"]!.GetValue<int>().ShouldBe(600_000);
        annees[1]!["trace"]!.AsArray().Select(e => e!["regle"]!.GetValue<string>()).ShouldContain("FISC-PLAFOND");
    }

    /// <summary>R072, R250 et R251 : l'année est celle du paiement. Validée le 20 janvier 2027, rien en 2026 ; le 10 décembre, trois neuvièmes de décembre restent en 2026.</summary>
    [Theory]
    [InlineData("2027-01-20", new[] { "2027 125000" })]
    [InlineData("2026-12-11", new[] { "2027 125000" })]
    [InlineData("2026-12-10", new[] { "2026 41667", "2027 83333" })]
    [InlineData("2026-07-01", new[] { "2026 41667", "2027 83333" })]
    public async Task Impot_ValidationTardive_CompteLAnneeDuRappel(string validee, string[] annees)
    {
        var r = await LigneDeCommande.Lancer("droit", "impot", "--montant", "1250", "--annee", "2026", "--validee-le", validee, "--json");

        r.Code.ShouldBe(0, r.Erreurs);
        JsonNode.Parse(r.Sortie)!["annees"]!.AsArray().Select(a => $"{a!["annee"]} {a["brut_centimes"]}").ShouldBe(annees);
    }

    [Fact]
    public async Task Page_ValidationTardive_DitLeRappel()
    {
        await using var serveur = await ServeurDeTest.Demarrer(Base.Sqlite);
        using var visiteur = serveur.Visiteur();

        var page = await visiteur.Page("/textes/impot?montant=1250&annee=2026&valideeLe=2027-01-20");

        page.QuerySelectorAll("section h2").Select(h => h.TextContent).ShouldBe(["Année civile 2027", "Règles et sources"]);
        page.Body!.TextContent.ShouldContain("Neuvième 1 de 1\u202F250,00\u00A0€, rappel d");
        page.GetElementById("valideeLe")!.GetAttribute("value").ShouldBe("2027-01-20");
    }

    [Fact]
    public async Task Impot_PlafondEnNet_LeDit()
    {
        var r = await LigneDeCommande.Lancer("droit", "impot", "--montant", "1250", "--annee", "2026", "--base", "net");

        r.Code.ShouldBe(0, r.Erreurs);
        r.Sortie.ShouldContain("8\u202F036,95\u00A0€ bruts");
        r.Sortie.ShouldContain("Estimation");
    }

    [Fact]
    public async Task Impot_SaisieFausse_DitToutesSesFautes()
    {
        var r = await LigneDeCommande.Lancer("droit", "impot", "--montant", "mille", "--annee", "2026", "--versement", "2026-13=1", "--base", "tout", "--traitement", "x");

        r.Code.ShouldBe(2);
        r.Sortie.ShouldBeEmpty();
        foreach (var option in (string[])["--montant", "--versement", "--base", "--traitement"]) r.Erreurs.ShouldContain(option);
    }

    [Fact]
    public async Task Impot_SansSomme_DitCommentEnDonner()
    {
        var r = await LigneDeCommande.Lancer("droit", "impot");

        r.Code.ShouldBe(2);
        r.Erreurs.ShouldContain("--versement");
    }
}
