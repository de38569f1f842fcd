using System.Text.Json.Nodes;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.Textes;

/// <summary>`neuvieme droit remplacer`, `partager`, `service-fait`, `avances`, `redeployer`, lancés comme un utilisateur les lance.</summary>
public sealed class VersementsTests
{
    /// <summary>R074 et R075 du relevé : sept neuvièmes au titulaire, deux au remplaçant, 1 250 € en tout.</summary>
    [Fact]
    public async Task Remplacer_DeuxMois_DonneDeuxNeuviemesAuRemplacant()
    {
        var r = await Droit("remplacer", "--montant", "1250", "--annee", "2026", "--remplacement", "2027-01-01..2027-02-28=Durand", "--json");

        r.Code.ShouldBe(0, r.Erreurs);
        JsonNode sortie = JsonNode.Parse(r.Sortie)!;
        sortie["versements"]!.AsArray().Count.ShouldBe(9);
        sortie["totaux"]!.AsArray().Select(t => $"{t!["beneficiaire"]} {t["brut_centimes"]}").ShouldBe(["titulaire 97222", "Durand 27778"]);
        sortie["alertes"]!.AsArray().ShouldBeEmpty();
        sortie["trace"]!.AsArray().Select(t => t!["regle"]!.GetValue<string>()).ShouldBe(["VERS-REMPLACEMENT", "VERS-TRENTIEMES"]);
    }

    /// <summary>Trentièmes calculés à la main : 19, 30 et 5 de 138,89 € font 87,96, 138,89 et 23,15.</summary>
    [Fact]
    public async Task Remplacer_EnTableau_DitMoisEtBeneficiaire()
    {
        var r = await Droit("remplacer", "--montant", "1250", "--annee", "2026", "--remplacement", "2027-01-12..2027-03-05");

        r.Code.ShouldBe(0, r.Erreurs);
        r.Sortie.ShouldContain("87,96\u00A0€");
        r.Sortie.ShouldContain("23,15\u00A0€");
        r.Sortie.Split('\n').Count(l => l.Contains("février 2027", StringComparison.Ordinal)).ShouldBe(1);
        r.Sortie.ShouldContain("250,00\u00A0€");
    }

    /// <summary>R079 : 125,00 € le deuxième mois, 69,45 € le quatrième ; droit-environnant B5 : 90 % depuis mars 2025.</summary>
    [Fact]
    public async Task Remplacer_CongeDeMaladie_MontreLaRetenue()
    {
        var r = await Droit("remplacer", "--montant", "1250", "--annee", "2026", "--conge", "2026-11-01..2027-02-28=maladie-ordinaire", "--json");

        JsonArray lignes = JsonNode.Parse(r.Sortie)!["versements"]!.AsArray();
        lignes.Single(l => l!["mois"]!.GetValue<string>() == "2026-12")!["brut_centimes"]!.GetValue<int>().ShouldBe(12500);
        lignes.Single(l => l!["mois"]!.GetValue<string>() == "2027-02")!["brut_centimes"]!.GetValue<int>().ShouldBe(6945);
        lignes.Single(l => l!["mois"]!.GetValue<string>() == "2027-02")!["retenue_centimes"]!.GetValue<int>().ShouldBe(6944);
    }

    /// <summary>Un contractuel n'a pas le régime du fonctionnaire : rien n'est versé en attendant la décision (droit-environnant B5).</summary>
    [Theory]
    [InlineData("oui", 0, "VERS-CONGE-CONTRACTUEL")]
    [InlineData("non", 12083, null)]
    [InlineData(null, 12083, "VERS-CONGE-STATUT-INCONNU")]
    public async Task Remplacer_Contractuel_ChangeLaReponse(string? contractuel, int novembre, string? alerte)
    {
        string[] statut = contractuel is null ? [] : ["--contractuel", contractuel];
        JsonNode json = JsonNode.Parse((await Droit(["remplacer", "--montant", "1250", "--annee", "2026", "--conge", "2026-11-01..2026-11-30=maladie-ordinaire", .. statut, "--json"])).Sortie)!;

        json["versements"]![1]!["brut_centimes"]!.GetValue<int>().ShouldBe(novembre);
        json["alertes"]!.AsArray().Select(a => a!["code"]!.GetValue<string>()).ShouldBe(alerte is null ? [] : [alerte]);
    }

    [Theory]
    [InlineData("2027-01-12", "--remplacement", "2027-01-12..2027-03-05")]
    [InlineData("2027-02-30..2027-03-05", "--remplacement", "qui existent")]
    [InlineData("2027-03-05..2027-01-12", "Remplacement 1", "inverser")]
    [InlineData("2026-08-01..2026-09-12", "Remplacement 1", "2026-2027")]
    [InlineData("2027-01-01..2027-01-12=Titulaire", "Remplacement 1", "lui-même")]
    [InlineData("2027-01-01..2027-01-12=", "Remplacement 1", "désigner")]
    public async Task Remplacer_PeriodeFausse_LaNommeEtSort2(string periode, string ou, string remede)
    {
        var r = await Droit("remplacer", "--montant", "1250", "--annee", "2026", "--remplacement", periode);

        r.Code.ShouldBe(2);
        r.Sortie.ShouldBeEmpty();
        r.Erreurs.ShouldContain(ou);
        r.Erreurs.ShouldContain(remede);
    }

    [Fact]
    public async Task Remplacer_Chevauchement_NommeLesDeuxPeriodes()
    {
        var r = await Droit("remplacer", "--montant", "1250", "--annee", "2026", "--remplacement", "2027-01-01..2027-01-20", "--remplacement", "2027-01-20..2027-02-01");

        r.Code.ShouldBe(2);
        r.Erreurs.ShouldContain("20 janvier 2027, et 2, du 20 janvier 2027");
    }

    [Theory]
    [InlineData("--montant", "zéro", "--annee", "2026")]
    [InlineData("--annee", "1250", "--annee", "26")]
    [InlineData("2015", "1250", "--annee", "2014")]
    [InlineData("--premier-mois", "1250", "--premier-mois", "13")]
    [InlineData("--conge", "1250", "--conge", "2027-01-01..2027-01-31=grippe")]
    [InlineData("deja-pris", "1250", "--conge", "2027-01-01..2027-01-31=maladie-ordinaire,pris=3")]
    public async Task Remplacer_OptionFausse_DitLaquelleEtSort2(string attendu, string montant, string option, string valeur)
    {
        string[] annee = option == "--annee" ? [] : ["--annee", "2026"];
        var r = await Droit(["remplacer", "--montant", montant, .. annee, option, valeur]);

        r.Code.ShouldBe(2);
        r.Sortie.ShouldBeEmpty();
        r.Erreurs.ShouldContain(attendu);
    }

    /// <summary>R182 : arrêt fin février, 694,45 € versés ; six heures sur dix-huit en couvrent 416,67.</summary>
    [Fact]
    public async Task Avances_Arret_DitCeQuiPeutSeRecuperer()
    {
        string[] question = ["avances", "--annee", "2026", "--parts", "1", "--modalite", "18", "--arret", "2027-02-28", "--heures-faites", "6"];
        JsonNode json = JsonNode.Parse((await Droit([.. question, "--json"])).Sortie)!;
        json["avances"]!.AsArray().Count.ShouldBe(5);
        json["verse_centimes"]!.GetValue<int>().ShouldBe(69445);
        json["recuperable_centimes"]!.GetValue<int>().ShouldBe(27778);
        json["alertes"]!.AsArray().Single()!["code"]!.GetValue<string>().ShouldBe("VERS-PACTE-RECUPERABLE");

        var tableau = await Droit(question);
        tableau.Sortie.ShouldContain("277,78\u00A0€");
        tableau.Sortie.ShouldContain("sur décision du rectorat");
    }

    /// <summary>R182 : compté fin février sans arrêt, cinq neuvièmes sont versés ; sans jour, les neuf le sont.</summary>
    [Theory]
    [InlineData("2027-02-28", 69445, 27778)]
    [InlineData(null, 125000, 83333)]
    public async Task Avances_AuJourDonne_NeCompteQueLesMoisVerses(string? au, int verse, int recuperable)
    {
        string[] jour = au is null ? [] : ["--au", au];
        JsonNode json = JsonNode.Parse((await Droit(["avances", "--annee", "2026", "--parts", "1", "--modalite", "18", "--heures-faites", "6", .. jour, "--json"])).Sortie)!;

        json["verse_centimes"]!.GetValue<int>().ShouldBe(verse);
        json["recuperable_centimes"]!.GetValue<int>().ShouldBe(recuperable);
    }

    [Fact]
    public async Task Avances_ReportDUnForfait_EstRefuse()
    {
        var r = await Droit("avances", "--annee", "2025", "--parts", "1", "--modalite", "forfait", "--meme-etablissement", "oui", "--redeploiement-impossible", "oui");

        r.Code.ShouldBe(0, r.Erreurs);
        r.Sortie.ShouldContain("Le report ne vaut que pour des heures");
    }

    [Theory]
    [InlineData("2025", "9", "31 octobre 2026")]
    [InlineData("2025", "8,5", "Moins de la moitié")]
    [InlineData("2024", "9", "aucun texte avant le 1er septembre 2025")]
    public async Task Avances_Report_RepondAvecSaRaison(string annee, string heures, string attendu)
    {
        var r = await Droit("avances", "--annee", annee, "--parts", "1", "--modalite", "18", "--heures-faites", heures, "--meme-etablissement", "oui", "--redeploiement-impossible", "oui");

        r.Code.ShouldBe(0, r.Erreurs);
        r.Sortie.ShouldContain(attendu);
    }

    [Theory]
    [InlineData("--parts", "1,25", "18")]
    [InlineData("--modalite", "1", "20")]
    public async Task Avances_OptionFausse_DitLaquelleEtSort2(string option, string parts, string modalite)
    {
        var r = await Droit("avances", "--annee", "2026", "--parts", parts, "--modalite", modalite);

        r.Code.ShouldBe(2);
        r.Erreurs.ShouldContain(option);
    }

    /// <summary>R183 : RCD à dix heures sur dix-huit, huit redéployées, le total reste dix-huit.</summary>
    [Fact]
    public async Task Redeployer_HuitHeures_LeTotalNeChangePas()
    {
        string[] question = ["redeployer", "--annee", "2026", "--parts", "1", "--modalite", "18", "--mission", "RCD=18/10", "--de", "RCD", "--vers", "Oral de stage", "--heures", "8"];
        JsonNode json = JsonNode.Parse((await Droit([.. question, "--accord", "oui", "--json"])).Sortie)!;
        json["missions"]!.AsArray().Select(m => m!["prevues_centiemes"]!.GetValue<int>()).ShouldBe([1000, 800]);
        json["alertes"]!.AsArray().Single()!["code"]!.GetValue<string>().ShouldBe("VERS-PACTE-REDEPLOIEMENT-AVENANT");

        (await Droit(question)).Code.ShouldBe(2);
    }

    /// <summary>R083 : 2 500 et 1 250 € tiennent dans un district à 3 750 €, deux fois 2 500 € non.</summary>
    [Fact]
    public async Task Partager_District_TientDansSonTaux()
    {
        (await Droit("partager", "--annee", "2026", "--district", "3750", "--part", "2500", "--part", "1250")).Sortie.ShouldContain("3\u202F750,00\u00A0€ en tout");
        var r = await Droit("partager", "--annee", "2026", "--district", "3750", "--part", "2500", "--part", "2500");
        r.Code.ShouldBe(2);
        r.Erreurs.ShouldContain("VERS-PARTAGE-AU-DELA-DU-DISTRICT");
        (await Droit("partager", "--annee", "2026", "--part", "625")).Erreurs.ShouldContain("--mission");
    }

    /// <summary>R070 : voyage attesté le 20 mars, payé en avril.</summary>
    [Fact]
    public async Task ServiceFait_ApresLeJourLimite_LeMoisSuivant()
    {
        var r = await Droit("service-fait", "--montant", "312,50", "--annee", "2026", "--fait-le", "2027-03-20");

        r.Sortie.ShouldContain("avril 2027");
        (await Droit("service-fait", "--montant", "312,50", "--annee", "2026")).Erreurs.ShouldContain("attestation");
    }

    static Task<LigneDeCommande.Resultat> Droit(params string[] arguments) => LigneDeCommande.Lancer(["droit", .. arguments]);
}
