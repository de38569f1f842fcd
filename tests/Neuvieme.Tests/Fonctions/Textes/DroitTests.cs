using System.Text.Json;
using System.Text.Json.Nodes;
using Neuvieme.Droit;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.Textes;

/// <summary>`neuvieme droit …`, lancé comme un utilisateur le lance.</summary>
public sealed class DroitTests
{
    const string Accordee = """
        {"reference":"maths","date":"2026-06-15","annee":"2026-2027","mission":"discipline","taux":"003","duree":"annee-entiere",
         "nature":"college","secteur":"public","fonction":"enseignant","corps":"certifie","affecte_dans_etablissement":true,
         "decharge_meme_mission":false,"accord":"donne","accord_le":"2026-05-20","avis_conseil_pedagogique":"2026-03-10",
         "avis_conseil_administration":"2026-03-24","heures_estimees":30,"enveloppe_notifiee_quarts":32,"enveloppe_engagee_quarts":0}
        """;

    /// <summary>Table V1 du relevé : 1 250 € font huit fois 138,89 € et 138,88 €, nets 125,65 € et 125,64 €.</summary>
    [Fact]
    public async Task Echeancier_1250_DonneLesNeufLignesExactes()
    {
        var r = await LigneDeCommande.Lancer("droit", "echeancier", "--montant", "1250", "--annee", "2026", "--json");

        r.Code.ShouldBe(0, r.Erreurs);
        string[] mois = ["2026-10", "2026-11", "2026-12", "2027-01", "2027-02", "2027-03", "2027-04", "2027-05"];
        r.Sortie.ShouldBe("[" + string.Concat(mois.Select(m => $$"""{"mois":"{{m}}","brut_centimes":13889,"net_centimes":12565},"""))
            + """{"mois":"2027-06","brut_centimes":13888,"net_centimes":12564}]""" + "\n");
    }

    [Theory]
    [InlineData("312,50")]
    [InlineData("312.50")]
    public async Task Echeancier_VirguleOuPoint_EnNovembre(string montant)
    {
        var r = await LigneDeCommande.Lancer("droit", "echeancier", "--montant", montant, "--annee", "2026-2027", "--premier-mois", "11", "--json");

        JsonArray lignes = JsonNode.Parse(r.Sortie)!.AsArray();
        lignes[0]!["mois"]!.GetValue<string>().ShouldBe("2026-11");
        lignes[0]!["brut_centimes"]!.GetValue<int>().ShouldBe(3472);
        lignes[8]!["mois"]!.GetValue<string>().ShouldBe("2027-07");
        lignes[8]!["brut_centimes"]!.GetValue<int>().ShouldBe(3474);
    }

    [Fact]
    public async Task Echeancier_SansJson_EcritUnTableauFrancais()
    {
        var r = await LigneDeCommande.Lancer("droit", "echeancier", "--montant", "1250", "--annee", "2026");

        r.Sortie.ShouldContain("octobre 2026");
        r.Sortie.ShouldContain("1\u202F250,00\u00A0€");
        r.Sortie.ShouldContain("1\u202F130,84\u00A0€");
    }

    [Theory]
    [InlineData("-5", "2026", "10", "--montant")]
    [InlineData("0", "2026", "10", "--montant")]
    [InlineData("1000000,01", "2026", "10", "--montant")]
    [InlineData("12,505", "2026", "10", "--montant")]
    [InlineData("1e3", "2026", "10", "--montant")]
    [InlineData("1250", "2014", "10", "hors vigueur")]
    [InlineData("1250", "2026-2028", "10", "--annee")]
    [InlineData("1250", "2026", "13", "--premier-mois")]
    [InlineData("1250", "2026", "dix", "--premier-mois")]
    public async Task Echeancier_EntreeFausse_DitLaquelleEtSort2(string montant, string annee, string premier, string attendu)
    {
        var r = await LigneDeCommande.Lancer("droit", "echeancier", "--montant", montant, "--annee", annee, "--premier-mois", premier);

        r.Code.ShouldBe(2);
        r.Sortie.ShouldBeEmpty();
        r.Erreurs.ShouldContain(attendu);
    }

    [Fact]
    public async Task Commande_Incomprise_Sort2SansRienEcrire()
    {
        var r = await LigneDeCommande.Lancer("droit", "echeancier", "--annee", "2026");

        r.Code.ShouldBe(2);
        r.Sortie.ShouldBeEmpty();
        r.Erreurs.ShouldContain("--montant");
    }

    [Fact]
    public async Task Regles_Json_DonneChaqueRegleEtSaSource()
    {
        var r = await LigneDeCommande.Lancer("droit", "regles", "--json");

        JsonArray regles = JsonNode.Parse(r.Sortie)!.AsArray();
        regles.Select(x => x!["code"]!.GetValue<string>()).ShouldBe(Catalogue.Regles.Select(x => x.Code));
        JsonNode seuils = regles.Single(x => x!["code"]!.GetValue<string>() == "IMP-APSA-SEUILS")!;
        seuils["source"]!["texte"]!.GetValue<string>().ShouldBe("circulaire n° 2015-058 du 29 avril 2015");
        seuils["source"]!["article"]!.GetValue<string>().ShouldBe("II.2");
        seuils["depuis"]!.GetValue<string>().ShouldBe("2015-09-01");
        seuils["verifie_le"]!.GetValue<string>().ShouldBe("2026-11-22");
    }

    [Fact]
    public async Task Evaluer_UnTableau_RendUneDecisionParSituation()
    {
        string refusee = Accordee.Replace("\"maths\"", "\"anglais\"").Replace("\"enveloppe_engagee_quarts\":0", "\"enveloppe_engagee_quarts\":30");
        string incomplete = Accordee.Replace("\"taux\":\"003\"", "\"montant_centimes\":250000").Replace("\"accord\":\"donne\"", "\"accord\":\"demande\"");
        string horsVigueur = """{"date":"2014-01-01","annee":2013,"mission":"IMP-DISC"}""";

        var r = await Evaluer($"[{Accordee},{refusee},{incomplete},{horsVigueur}]");

        r.Code.ShouldBe(0, r.Erreurs);
        JsonArray d = JsonNode.Parse(r.Sortie)!.AsArray();
        d.Select(x => x!["decision"]!.GetValue<string>()).ShouldBe(["accordee", "refusee", "incomplete", "hors-vigueur"]);
        d.Select(x => (string?)x!["reference"]).ShouldBe(["maths", "anglais", "maths", null]);
        d[0]!["montants"]!["echeances"]!.AsArray().Count.ShouldBe(9);
        d[0]!["montants"]!["net_estime_centimes"]!.GetValue<int>().ShouldBe(113_084);
        d[0]!["trace"]!.AsArray().Count.ShouldBeGreaterThan(5);
        JsonNode depassement = d[1]!["motifs"]!.AsArray().Single()!;
        depassement["code"]!.GetValue<string>().ShouldBe("IMP-ENVELOPPE-DEPASSEE");
        depassement["source"]!["article"]!.GetValue<string>().ShouldBe("art. 8");
        depassement["donnees"]!["manque"]!.GetValue<string>().ShouldBe("625,00\u00A0€");
        d[1]!["montants"].ShouldBeNull();
        d[2]!["motifs"]!.AsArray().Select(m => m!["code"]!.GetValue<string>()).ShouldBe(["IMP-ACCORD-EN-ATTENTE", "IMP-TAUX-MODULE-SANS-JUSTIFICATION"]);
    }

    [Fact]
    public async Task Evaluer_UnTableauVide_RendUnTableauVide() => (await Evaluer("[]")).Sortie.ShouldBe("[]\n");

    [Theory]
    [InlineData("\"accord\"", "\"acord\"", "$[0].acord", "« accord »")]
    [InlineData("\"taux\":\"003\"", "\"taux\":\"003\",\"taux\":\"003\"", "$[0].taux", "répétée")]
    [InlineData("\"taux\":\"003\"", "\"taux\":3", "$[0].taux", "entre guillemets")]
    [InlineData("\"taux\":\"003\"", "\"taux\":\"003\",\"montant_centimes\":62500", "$[0]", "se contredisent")]
    [InlineData("\"taux\":\"003\"", "\"montant_centimes\":1250.5", "$[0].montant_centimes", "nombre entier")]
    [InlineData("\"taux\":\"003\"", "\"montant_centimes\":\"125000\"", "$[0].montant_centimes", "nombre entier")]
    [InlineData("\"discipline\"", "\"disciplines\"", "$[0].mission", "discipline, apsa")]
    [InlineData("\"2026-06-15\"", "\"15/06/2026\"", "$[0].date", "« 2026-09-01 »")]
    [InlineData("\"2026-03-10\"", "\"2026-02-30\"", "$[0].avis_conseil_pedagogique", "qui existe")]
    [InlineData("\"affecte_dans_etablissement\":true", "\"affecte_dans_etablissement\":\"oui\"", "$[0].affecte_dans_etablissement", "true ou false")]
    [InlineData("\"date\":\"2026-06-15\",", "", "$[0]", "« date » manque")]
    [InlineData("\"taux\":\"003\"", "\"niveaux\":[\"sixieme\",\"sixieme\"]", "$[0].niveaux", "une fois")]
    [InlineData("\"taux\":\"003\"", "\"parametres\":{\"premier_mois\":13}", "$[0].parametres.premier_mois", "de 9 à 12")]
    [InlineData("\"taux\":\"003\"", "\"parametres\":{\"jour\":1}", "$[0].parametres.jour", "inconnue")]
    [InlineData("\"taux\":\"003\"", "\"parametres\":{\"premier_mois\":9,\"premier_mois\":9}", "$[0].parametres.premier_mois", "répétée")]
    [InlineData("\"maths\"", "\"\\ud800\"", "$[0].reference", "UTF-8")]
    public async Task Evaluer_EntreeFausse_NommeLaCleEtLeRemede(string juste, string faux, string ou, string remede)
    {
        Accordee.ShouldContain(juste);
        var r = await Evaluer($"[\n{Accordee.Replace(juste, faux)}]");

        r.Code.ShouldBe(2);
        r.Sortie.ShouldBeEmpty();
        r.Erreurs.ShouldContain("ligne ");
        r.Erreurs.ShouldContain(ou);
        r.Erreurs.ShouldContain(remede);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("[{\"date\":\"2026-06-15\"")]
    [InlineData("[] []")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[")]
    [InlineData("du texte")]
    public async Task Evaluer_JsonCasse_Sort2SansRienEcrire(string json)
    {
        var r = await Evaluer(json);

        r.Code.ShouldBe(2);
        r.Sortie.ShouldBeEmpty();
        r.Erreurs.ShouldContain("ligne 1");
    }

    [Fact]
    public async Task Evaluer_FichierAbsent_LeNomme()
    {
        var r = await LigneDeCommande.Lancer("droit", "evaluer", "/nulle/part.json");

        r.Code.ShouldBe(2);
        r.Erreurs.ShouldContain("/nulle/part.json");
    }

    [Fact]
    public async Task Schema_CouvreToutesLesClesQueLaLectureAccepte()
    {
        var r = await LigneDeCommande.Lancer("droit", "schema");

        using JsonDocument schema = JsonDocument.Parse(r.Sortie);
        JsonElement items = schema.RootElement.GetProperty("$defs").GetProperty("imp-second-degre");
        items.GetProperty("additionalProperties").GetBoolean().ShouldBeFalse();
        items.GetProperty("required").EnumerateArray().Select(x => x.GetString()).ShouldBe(["date", "annee", "mission"]);
        using JsonDocument exemple = JsonDocument.Parse(Accordee);
        exemple.RootElement.EnumerateObject().Select(p => p.Name).ShouldBeSubsetOf(items.GetProperty("properties").EnumerateObject().Select(p => p.Name));
        items.GetProperty("properties").EnumerateObject().Where(p => p.Name != "parametres").ShouldAllBe(p => p.Value.GetProperty("description").GetString()!.EndsWith('.'));
        schema.RootElement.GetProperty("$defs").GetProperty("sortie").GetProperty("items").GetProperty("properties").GetProperty("decision").GetProperty("enum")
            .EnumerateArray().Select(x => x.GetString()).ShouldBe(["accordee", "refusee", "incomplete", "hors-vigueur"]);
    }

    static Task<LigneDeCommande.Resultat> Evaluer(string json) => LigneDeCommande.Lancer(["droit", "evaluer"], json);
}
