using System.Text.Json;
using System.Text.Json.Nodes;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.Textes;

/// <summary>`neuvieme droit evaluer` sur chaque dispositif, lancé comme un utilisateur le lance.</summary>
public sealed class DroitDispositifsTests
{
    const string Pacte = """
        {"reference":"df","dispositif":"pacte","date":"2026-09-01","annee":2026,"mission":"PAC-DF","demi_parts":2,"premiere_mission":true,"nature":"college",
         "secteur":"public","fonction":"enseignant","corps":"certifie","stagiaire":false,"accord":"donne","accord_le":"2026-07-02",
         "autre_remuneration_meme_mission":false,"dotation_du_niveau":18,"engage_au_niveau":0,"reste_niveaux_prioritaires":0}
        """;

    const string PremierDegre = """
        {"reference":"erun","date":"2026-09-15","annee":"2026-2027","mission":"PREM-ERUN","montant_centimes":125000,"echelon":"departement","secteur":"public",
         "corps":"professeur-des-ecoles","accord":"donne","accord_le":"2026-05-20","lettre_le":"2026-09-07","decidee_par":"dasen","decidee_le":"2026-09-08",
         "autre_indemnite_memes_fonctions":false,"duree":"annee-entiere","dispositif":"imp-premier-degre"}
        """;

    const string Unss = """
        {"reference":"unss","dispositif":"missions-academiques","date":"2026-09-15","annee":2026,"mission":"district-unss","montant_centimes":62500,
         "taux_district_centimes":125000,"titulaires":2,"somme_parts_centimes":125000,"allegement_centiemes":0,"nature":"college","secteur":"public",
         "fonction":"enseignant","corps":"peps","accord":"donne","accord_le":"2026-05-20","lettre_le":"2026-06-10",
         "mentions":["contenu","conditions","charge","objectifs","resultats","priorites","taux"],"lettre_signee_par":"recteur","lettre_signee_par_agent":true,
         "decidee_par":"recteur","decidee_le":"2026-06-12","enveloppe_notifiee_quarts":40,"enveloppe_engagee_quarts":0,"duree":"annee-entiere"}
        """;

    const string Decharge = """
        {"reference":"are","dispositif":"decharge","date":"2026-09-15","annee":2026,"cadre":"etablissement","heures_centiemes":300,"imp_meme_mission_centimes":0,
         "nature":"college","secteur":"public","fonction":"enseignant","corps":"certifie","accord":"donne","accord_le":"2026-03-02","proposition_ca_le":"2026-03-24",
         "demande_dasen_le":"2026-04-07","decidee_par":"recteur","decidee_le":"2026-05-19","enveloppe_notifiee_quarts":32,"enveloppe_engagee_quarts":20}
        """;

    const string DechargeAcademique = """
        {"reference":"are-aca","dispositif":"decharge","date":"2026-11-15","annee":2026,"cadre":"academique","heures_centiemes":300,"debut":"2026-09-01","imp_meme_mission_centimes":125000,
         "nature":"college","secteur":"public","fonction":"enseignant","corps":"pegc","accord":"donne","accord_le":"2026-10-01","lettre_le":"2026-10-05",
         "mentions":["contenu","conditions","charge","objectifs","resultats","priorites","taux","allegement"],"lettre_signee_par":"recteur","lettre_signee_par_agent":true,
         "decidee_par":"recteur","decidee_le":"2026-10-06"}
        """;

    /// <summary>regles.md R157, R002, R083 et R028 : une part de Devoirs faits, un ERUN, la moitié d'un district à 1 250 €, trois IMP en trois heures.</summary>
    [Fact]
    public async Task Evaluer_UnTableauMele_JugeChacunSelonSonDispositif()
    {
        const string SecondDegre = """{"reference":"imp","date":"2014-01-01","annee":2013,"mission":"IMP-DISC"}""";

        var r = await Evaluer($"[{Pacte},{SecondDegre},{PremierDegre},{Unss},{Decharge}]");

        r.Code.ShouldBe(0, r.Erreurs);
        JsonArray d = JsonNode.Parse(r.Sortie)!.AsArray();
        d.Select(x => (string?)x!["reference"]).ShouldBe(["df", "imp", "erun", "unss", "are"]);
        d.Select(x => x!["decision"]!.GetValue<string>()).ShouldBe(["accordee", "hors-vigueur", "accordee", "accordee", "accordee"]);
        d[0]!["montants"]!["brut_centimes"]!.GetValue<int>().ShouldBe(125_000);
        d[0]!["montants"]!["echeances"]!.AsArray().Count.ShouldBe(9);
        d[2]!["montants"]!["echeances"]!.AsArray().ShouldBeEmpty();
        d[2]!["alertes"]![0]!["code"]!.GetValue<string>().ShouldBe("PREM-VERSEMENT-DECISION-MANUELLE");
        d[3]!["montants"]!["brut_centimes"]!.GetValue<int>().ShouldBe(62_500);
        d[4]!["montants"].ShouldBeNull();
    }

    [Fact]
    public async Task Evaluer_LeMemeFaitHorsDuDroit_RefuseAvecLeBonTexte()
    {
        string seul = Unss.Replace("\"titulaires\":2", "\"titulaires\":1,\"district_deja_pourvu\":false");
        string imp = Decharge.Replace("\"imp_meme_mission_centimes\":0", "\"imp_meme_mission_centimes\":125000");
        string chef = PremierDegre.Replace("\"dasen\"", "\"chef-etablissement\"");
        string demi = Decharge.Replace("\"heures_centiemes\":300", "\"heures_centiemes\":250");

        JsonArray d = JsonNode.Parse((await Evaluer($"[{seul},{imp},{chef},{demi}]")).Sortie)!.AsArray();

        d.Select(x => x!["motifs"]!.AsArray().Single()!["code"]!.GetValue<string>()).ShouldBe(
            ["ACA-UNSS-SOUS-LE-PLANCHER", "ARE-AVEC-MONTANT", "PREM-DECISION-INCOMPETENTE", "ARE-HEURES-FRACTION"]);
        d[2]!["motifs"]![0]!["source"]!["texte"]!.GetValue<string>().ShouldBe("décret n° 2017-965 du 10 mai 2017");
    }

    /// <summary>regles.md R089 à R092, R150 et C37 : la lettre, ses mentions, ses signatures, le taux et le premier jour d'un allègement académique.</summary>
    [Fact]
    public async Task Evaluer_DechargeAcademique_LitSaLettreSonTauxEtSonPremierJour()
    {
        string sansLettre = DechargeAcademique.Replace("\"lettre_le\":\"2026-10-05\"", "\"lettre_le\":null");
        string sansVolume = DechargeAcademique.Replace(",\"allegement\"]", "]");
        string chef = DechargeAcademique.Replace("\"lettre_signee_par\":\"recteur\"", "\"lettre_signee_par\":\"chef-etablissement\"");
        string sansAgent = DechargeAcademique.Replace("\"lettre_signee_par_agent\":true", "\"lettre_signee_par_agent\":false");
        string autreSomme = DechargeAcademique.Replace("125000", "100000");
        string sansDebut = DechargeAcademique.Replace("\"debut\":\"2026-09-01\"", "\"debut\":null");

        JsonArray d = JsonNode.Parse((await Evaluer($"[{DechargeAcademique},{sansLettre},{sansVolume},{chef},{sansAgent},{autreSomme},{sansDebut}]")).Sortie)!.AsArray();

        d[0]!["decision"]!.GetValue<string>().ShouldBe("accordee");
        d.Skip(1).Select(x => x!["motifs"]!.AsArray().Single()!["code"]!.GetValue<string>()).ShouldBe(
            ["ARE-ACA-LETTRE-MANQUE", "ARE-ACA-LETTRE-INCOMPLETE", "ARE-ACA-LETTRE-SIGNATAIRE-INCOMPETENT", "ARE-ACA-LETTRE-SANS-L-AGENT", "ARE-ACA-IMP-HORS-TAUX", "ARE-DEBUT-INCONNU"]);
    }

    [Fact]
    public async Task Evaluer_PremierDegre_LitLeJourDeLaDecision()
    {
        string avant = PremierDegre.Replace("\"decidee_le\":\"2026-09-08\"", "\"decidee_le\":\"2026-09-06\"");

        JsonArray d = JsonNode.Parse((await Evaluer($"[{avant}]")).Sortie)!.AsArray();

        d[0]!["motifs"]!.AsArray().Single()!["code"]!.GetValue<string>().ShouldBe("PREM-DECISION-AVANT-LETTRE");
    }

    [Fact]
    public async Task Evaluer_LesChoixDeLAcademie_ChangentLaDecision()
    {
        string demi = Decharge.Replace("\"heures_centiemes\":300", "\"heures_centiemes\":250,\"parametres\":{\"are_par_demi_heures\":true}");
        string libre = Pacte.Replace("\"reste_niveaux_prioritaires\":0", "\"reste_niveaux_prioritaires\":4,\"parametres\":{\"priorite_pacte\":\"libre\"}");

        JsonArray d = JsonNode.Parse((await Evaluer($"[{demi},{libre}]")).Sortie)!.AsArray();

        d.Select(x => x!["decision"]!.GetValue<string>()).ShouldBe(["accordee", "accordee"]);
    }

    [Theory]
    [InlineData("\"dispositif\":\"pacte\"", "\"dispositif\":\"pact\"", "$[0].dispositif", "imp-second-degre, pacte")]
    [InlineData("\"dispositif\":\"pacte\"", "\"dispositif\":3", "$[0].dispositif", "imp-second-degre, pacte")]
    [InlineData("\"dispositif\":\"pacte\"", "\"dispositif\":\"pacte\",\"dispositif\":\"pacte\"", "$[0].dispositif", "répétée")]
    [InlineData("\"dispositif\":\"pacte\"", "\"\\u0064ispositif\":\"pacte\"", "$[0]", "dispositif")]
    [InlineData("\"dispositif\":\"pacte\",\"date\":\"2026-09-01\",\"annee\":2026,\"mission\":\"PAC-DF\"", "\"date\":\"2026-09-01\",\"annee\":2026,\"mission\":\"devoirs-faits\"",
        "$[0].demi_parts", "\"dispositif\": \"pacte\"")]
    [InlineData("\"demi_parts\"", "\"demi_part\"", "$[0].demi_part", "« demi_parts »")]
    [InlineData("\"demi_parts\":2", "\"demi_parts\":2,\"demi_parts\":2", "$[0].demi_parts", "répétée")]
    [InlineData("\"demi_parts\":2", "\"heures_centiemes\":100", "$[0].heures_centiemes", "« decharge »")]
    [InlineData("\"demi_parts\":2", "\"demi_parts\":2.5", "$[0].demi_parts", "nombre entier")]
    [InlineData("\"mission\":\"PAC-DF\",", "", "$[0]", "« mission » manque")]
    [InlineData("\"PAC-DF\"", "\"IMP-DF\"", "$[0].mission", "devoirs-faits")]
    [InlineData("\"demi_parts\":2", "\"parametres\":{\"priorite_pacte\":\"forte\"}", "$[0].parametres.priorite_pacte", "bloquante, alerte, libre")]
    public async Task Evaluer_EntreeFausse_NommeLaCleEtLeRemede(string juste, string faux, string ou, string remede)
    {
        Pacte.ShouldContain(juste);

        var r = await Evaluer($"[\n{Pacte.Replace(juste, faux)}]");

        r.Code.ShouldBe(2);
        r.Sortie.ShouldBeEmpty();
        r.Erreurs.ShouldContain("ligne ");
        r.Erreurs.ShouldContain(ou);
        r.Erreurs.ShouldContain(remede);
    }

    [Theory]
    [InlineData("\"taux\"]", "\"taux\",\"taux\"]", "une fois")]
    [InlineData("\"taux\"]", "\"taux\",\"aucune\"]", "une fois")]
    [InlineData("\"taux\"]", "\"tarif\"]", "objectifs")]
    public async Task Evaluer_MentionsFausses_NommeLaListe(string juste, string faux, string remede)
    {
        var r = await Evaluer($"[{Unss.Replace(juste, faux)}]");

        r.Code.ShouldBe(2);
        r.Erreurs.ShouldContain("$[0].mentions");
        r.Erreurs.ShouldContain(remede);
    }

    [Theory]
    [InlineData("pacte", Pacte, "dispositif, date, annee, mission")]
    [InlineData("imp-premier-degre", PremierDegre, "dispositif, date, annee, mission")]
    [InlineData("missions-academiques", Unss, "dispositif, date, annee, mission")]
    [InlineData("decharge", Decharge, "dispositif, date, annee, cadre")]
    [InlineData("decharge", DechargeAcademique, "dispositif, date, annee, cadre")]
    public async Task Schema_DecritChaqueDispositif(string nom, string situation, string obligatoires)
    {
        var r = await LigneDeCommande.Lancer("droit", "schema");

        using JsonDocument schema = JsonDocument.Parse(r.Sortie);
        schema.RootElement.GetProperty("items").GetProperty("oneOf").EnumerateArray().Select(x => x.GetProperty("$ref").GetString()).ShouldContain($"#/$defs/{nom}");
        JsonElement def = schema.RootElement.GetProperty("$defs").GetProperty(nom);
        def.GetProperty("additionalProperties").GetBoolean().ShouldBeFalse();
        def.GetProperty("required").EnumerateArray().Select(x => x.GetString()).ShouldBe(obligatoires.Split(", "));
        JsonElement cles = def.GetProperty("properties");
        cles.GetProperty("dispositif").GetProperty("enum").EnumerateArray().Select(x => x.GetString()).ShouldBe([nom]);
        using JsonDocument exemple = JsonDocument.Parse(situation);
        exemple.RootElement.EnumerateObject().Select(p => p.Name).ShouldBeSubsetOf(cles.EnumerateObject().Select(p => p.Name));
        cles.EnumerateObject().Where(p => p.Name != "parametres").ShouldAllBe(p => p.Value.GetProperty("description").GetString()!.EndsWith('.'));
    }

    static Task<LigneDeCommande.Resultat> Evaluer(string json) => LigneDeCommande.Lancer(["droit", "evaluer"], json);
}
