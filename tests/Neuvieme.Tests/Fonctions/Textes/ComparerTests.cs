using System.Text.Json.Nodes;
using Neuvieme.Droit;
using Neuvieme.Droit.Comparateur;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.Textes;

/// <summary>La page et la commande qui comparent ; valeurs de regles.md R159, R230, R232 et de la table V1.</summary>
public sealed class ComparerTests
{
    [Fact]
    public async Task Page_CertifieEn2023_MontreValeursDatesEtSources()
    {
        await using var serveur = await ServeurDeTest.Demarrer(Base.Sqlite);
        using var visiteur = serveur.Visiteur();

        var page = await visiteur.Page("/textes/comparer?corps=certifie&annee=2023");

        var texte = page.Body!.TextContent;
        texte.ShouldContain("1\u202F427,70\u00A0€");
        texte.ShouldContain("69,44\u00A0€");
        texte.ShouldContain("valeur du 1er juillet 2022, sûre jusqu’au 30 juin 2023");
        texte.ShouldContain("0,9046975");
        texte.ShouldContain("octobre 2023");
        texte.ShouldContain("1\u202F130,84\u00A0€ nets");
        foreach (var regle in Catalogue.Regles.Where(r => r.Rubrique == Rubrique.Comparaison)) page.QuerySelector($"a[href='/textes/regles#{regle.Code}']").ShouldNotBeNull(regle.Code);
        foreach (var chiffre in ChiffresDuDocument.Tous) texte.ShouldContain(chiffre.Sujet);
        page.QuerySelectorAll("script").ShouldBeEmpty();
    }

    [Fact]
    public async Task Page_ActivitesChoisies_NeMontreQuElles()
    {
        await using var serveur = await ServeurDeTest.Demarrer(Base.Sqlite);
        using var visiteur = serveur.Visiteur();

        var page = await visiteur.Page("/textes/comparer?corps=agrege&annee=2022&activites=hsa");

        var lignes = page.QuerySelector("table")!.QuerySelectorAll("tbody tr th").Select(t => t.TextContent.Trim());
        lignes.ShouldBe(["Première HSA", "HSA suivante"]);
        page.QuerySelector("#activite-imp")!.HasAttribute("checked").ShouldBeFalse();
    }

    [Theory]
    [InlineData("annee=deux", "année scolaire")]
    [InlineData("annee=2017", "Hors vigueur")]
    [InlineData("heures=0", "de 1 à 1000")]
    [InlineData("heures=%22%3E%3Cscript%3E", "de 1 à 1000")]
    public async Task Page_SaisieFausse_EstDiteEtGardee(string requete, string attendu)
    {
        await using var serveur = await ServeurDeTest.Demarrer(Base.Sqlite);
        using var visiteur = serveur.Visiteur();

        var page = await visiteur.Page("/textes/comparer?" + requete);

        page.QuerySelector(".fr-input-group--error")!.TextContent.ShouldContain(attendu);
        page.QuerySelectorAll("script").ShouldBeEmpty();
        page.QuerySelector("#" + requete.Split('=')[0])!.GetAttribute("value").ShouldBe(Uri.UnescapeDataString(requete.Split('=')[1]));
    }

    [Fact]
    public async Task Comparer_Json_DonneLesLignesEtLesChiffres()
    {
        var r = await LigneDeCommande.Lancer("droit", "comparer", "--corps", "certifie", "--annee", "2023", "--json");

        r.Code.ShouldBe(0, r.Erreurs);
        JsonNode c = JsonNode.Parse(r.Sortie)!;
        JsonNode Ligne(string code) => c["activites"]!.AsArray().Single(l => l!["code"]!.GetValue<string>() == code)!;
        Ligne("hsa-premiere")["brut_centimes"]!.GetValue<int>().ShouldBe(142_770);
        Ligne("hsa-premiere")["etat"]!.GetValue<string>().ShouldBe("ancienne");
        Ligne("pacte-18")["brut_par_heure_centimes"]!.GetValue<int>().ShouldBe(6_944);
        Ligne("pacte-18")["net_estime_centimes"]!.GetValue<int>().ShouldBe(113_084);
        Ligne("pacte-18")["echeances"]!.AsArray().Count.ShouldBe(9);
        Ligne("pacte-annuel")["heures"].ShouldBeNull();
        c["chiffres_de_la_source"]!.AsArray().Count.ShouldBe(ChiffresDuDocument.Tous.Count);
        c["avertissement"]!.GetValue<string>().ShouldStartWith("Estimation");
    }

    [Fact]
    public async Task Comparer_SansJson_DitLesEcartsDeLaSource()
    {
        var r = await LigneDeCommande.Lancer("droit", "comparer", "--annee", "2023");

        r.Code.ShouldBe(0, r.Erreurs);
        r.Sortie.ShouldContain("2\u202F617,45");
        r.Sortie.ShouldContain("octobre à mai : 138,89\u00A0€ (125,65\u00A0€) ; juin : 138,88\u00A0€ (125,64\u00A0€)");
        r.Sortie.ShouldContain("Estimation");
    }

    [Theory]
    [InlineData("--corps", "recteur", "agrege")]
    [InlineData("--corps", "contractuel", "agrege")]
    [InlineData("--annee", "2018", "hors vigueur")]
    [InlineData("--annee", "deux", "2023-2024")]
    [InlineData("--heures", "0", "de 1 à 1000")]
    [InlineData("--heures", "1001", "de 1 à 1000")]
    [InlineData("--heures", "-36", "heures")]
    public async Task Comparer_EntreeFausse_Sort2(string option, string valeur, string attendu)
    {
        var r = await LigneDeCommande.Lancer("droit", "comparer", option, valeur);

        r.Code.ShouldBe(2);
        r.Sortie.ShouldBeEmpty();
        r.Erreurs.ShouldContain(attendu);
    }
}
