using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Neuvieme.Socle.Documents;
using Neuvieme.Tests.Commun;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.Lettres;

/// <summary>Chaque modèle rend son exemple, qui est aussi son contrat : PDF/UA-1 balisé, texte littéral, phrases remplaçables.</summary>
public sealed partial class ModelesTests(LettreImpTests.Atelier atelier) : IClassFixture<LettreImpTests.Atelier>
{
    static readonly string Dossier = Depot.Chemin("src/Neuvieme/Socle/Documents/exemples");

    public static TheoryData<string> Exemples => [.. Directory.GetFiles(Dossier, "*.json").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    /// <summary>« lettre-pacte-second » est un exemple du modèle « lettre-pacte ».</summary>
    static string Modele(string exemple) => exemple.StartsWith("lettre-pacte-", StringComparison.Ordinal) ? "lettre-pacte" : exemple;

    static JsonObject Lire(string exemple) => JsonNode.Parse(File.ReadAllText(Path.Combine(Dossier, exemple + ".json")))!.AsObject();

    async Task<byte[]> Pdf(string exemple, JsonNode donnees) => await atelier.Moteur.RendreAsync(Modele(exemple), donnees, TestContext.Current.CancellationToken);

    async Task<string> Refus(string exemple, JsonNode donnees) => (await Should.ThrowAsync<DocumentImpossibleException>(() => Pdf(exemple, donnees))).Message;

    /// <summary>Les chaînes que le document montre, avec leur clé. Le titre et l'image n'en sont pas ; « sens » et « cadre » choisissent, « phrases » remplace.</summary>
    static IEnumerable<(string Cle, string Texte)> Textes(JsonNode? n, string cle = "") => n switch
    {
        JsonObject o => o.Where(p => p.Key is not ("titre" or "image" or "alt" or "sens" or "cadre" or "phrases" or "etablieLe")).SelectMany(p => Textes(p.Value, p.Key)),
        JsonArray a => a.SelectMany(x => Textes(x, cle)),
        JsonValue v when v.TryGetValue(out string? s) && s.Trim().Length > 0 => [(cle, s)],
        _ => [],
    };

    static JsonNode? Changer(JsonNode? n, Func<string, string, string> par, string cle = "") => n switch
    {
        _ when cle is "image" or "sens" or "cadre" or "phrases" or "etablieLe" => n?.DeepClone(),
        JsonObject o => new JsonObject(o.Select(p => KeyValuePair.Create(p.Key, Changer(p.Value, par, p.Key)))),
        JsonArray a => new JsonArray([.. a.Select(x => Changer(x, par, cle))]),
        JsonValue v when v.TryGetValue(out string? s) => JsonValue.Create(par(cle, s)),
        _ => n?.DeepClone(),
    };

    [Fact]
    public void Modeles_OntChacunLeurExemple()
    {
        var modeles = Directory.GetFiles(LieuxDocuments.Modeles(), "*.typ").Select(f => Path.GetFileNameWithoutExtension(f)).Except(["base", "dossier-instance"]);
        modeles.Order(StringComparer.Ordinal).ShouldBe(Exemples.Select(e => Modele(e.Data)).Distinct());
    }

    [Theory, MemberData(nameof(Exemples))]
    public async Task Exemple_EstUnPdfUaBaliseEnFrancais(string exemple)
    {
        var donnees = Lire(exemple);
        var pdf = await Pdf(exemple, donnees);
        var brut = Encoding.Latin1.GetString(pdf);
        brut.ShouldContain("<pdfuaid:part>1<");
        brut.ShouldContain("/Lang (fr");
        var infos = await Outils.Lancer("pdfinfo", pdf, "{}");
        infos.ShouldContain($"Title:           {(string?)donnees["titre"]}");
        infos.ShouldMatch(@"Tagged:\s+yes");
        infos.ShouldContain("(A4)");
        var structure = await Outils.Lancer("pdfinfo", pdf, "-struct-text", "{}");
        Balise("H1").Count(structure).ShouldBe(1);
        Balise("H2").Count(structure).ShouldBeGreaterThan(0);
        // Le procès-verbal n'a pas de liste.
        string[] listes = exemple == "extrait-ca" ? [] : ["L", "LI", "LBody"];
        foreach (var balise in (string[])["Table", "THead", "TH", "TD", .. listes]) Balise(balise).Count(structure).ShouldBeGreaterThan(0, balise);
        await Outils.Lancer("qpdf", pdf, "--check", "{}");
    }

    static Regex Balise(string nom) => new($@"^\s*{nom}(\s|:|$)", RegexOptions.Multiline);

    [Theory, MemberData(nameof(Exemples))]
    public async Task Exemple_MontreChaqueDonnee(string exemple)
    {
        var donnees = Lire(exemple);
        var texte = await Outils.TexteSansBlancs(await Pdf(exemple, donnees));
        // Un en-tête fourni remplace l'académie.
        foreach (var (cle, attendu) in Textes(donnees).Where(t => t.Cle != "academie"))
            texte.ShouldContain(Outils.SansBlancs(attendu), Case.Sensitive, cle);
    }

    [Theory, MemberData(nameof(Exemples))]
    public async Task Exemple_TientSurUnePageHorsAnnexe(string exemple)
    {
        var donnees = Lire(exemple);
        var attendues = donnees["raisons"] is JsonArray { Count: > 0 } ? 2 : 1;
        (await Outils.Lancer("pdfinfo", await Pdf(exemple, donnees), "{}")).ShouldMatch($@"Pages:\s+{attendues}\n");
    }

    [Theory, MemberData(nameof(Exemples))]
    public async Task Exemple_SArchiveEnPdfA2a(string exemple)
    {
        var rendu = await atelier.Moteur.ComposerAsync(Modele(exemple), Lire(exemple), NormePdf.Archive, TestContext.Current.CancellationToken);
        var brut = Encoding.Latin1.GetString(rendu.Pdf);
        brut.ShouldMatch("<pdfaid:part>2<[^>]*><pdfaid:conformance>A<|<pdfaid:conformance>A<[^>]*><pdfaid:part>2<");
        brut.ShouldContain("/StructTreeRoot");
        brut.ShouldContain("/OutputIntents");
        await Outils.Lancer("qpdf", rendu.Pdf, "--check", "{}");
    }

    /// <summary>Ce que le programme calcule et que personne ne tape : trop long, il se couperait au changement de page.</summary>
    static readonly string[] Calcules = ["academie", "mois", "jours", "brut", "net", "montant", "imp", "code", "total"];

    [Theory, MemberData(nameof(Exemples))]
    public async Task Exemple_TexteQuiRessembleADuBalisage_ResteLitteral(string exemple)
    {
        const string Piege = " #panic() $x$ *a* _b_ `c` @ref <label> \\ // {agent} ~ -- = \"q\" 'a'";
        var texte = await Outils.TexteSansBlancs(await Pdf(exemple, Changer(Lire(exemple), (cle, s) => s.Length == 0 || Calcules.Contains(cle) ? s : s + Piege)!));
        foreach (var (cle, attendu) in Textes(Lire(exemple)).Where(t => !Calcules.Contains(t.Cle)))
            texte.ShouldContain(Outils.SansBlancs(attendu + Piege), Case.Sensitive, cle);
    }

    public static TheoryData<string, string> Extremes
    {
        get
        {
            var cas = new TheoryData<string, string>();
            foreach (var e in Exemples)
            {
                foreach (var texte in (string[])["Ÿàâäéèêëîïôöùûüçœæ-ÀÂÄÉÈÊËÎÏÔÖÙÛÜÇŒÆ d’Ælfgÿþ Łukaszßñçé Jean", "漢字 عربي 😀❤️ \u0007\u200b\ufeff\u2028 é", "a\nb\r\n\n#c", new string('W', 150)])
                    cas.Add(e.Data, texte);
            }

            return cas;
        }
    }

    [Theory, MemberData(nameof(Extremes))]
    public async Task Exemple_TextesExtremes_ResteUnPdfValide(string exemple, string texte)
    {
        var pdf = await Pdf(exemple, Changer(Lire(exemple), (_, s) => s.Length == 0 ? s : texte)!);
        await Outils.Lancer("qpdf", pdf, "--check", "{}");
        var lu = await Outils.TexteSansBlancs(pdf);
        lu.ShouldContain(Outils.SansBlancs(texte.Split('\n')[0].Replace('漢', '□').Replace('字', '□').Split('ع')[0].TrimEnd()));
        lu.ShouldNotContain("漢");
    }

    [Theory, MemberData(nameof(Exemples))]
    public async Task Exemple_QuaranteLignes_NePerdRienEtNIsolePasLesSignatures(string exemple)
    {
        string[] taches = [.. Enumerable.Range(1, 40).Select(i => $"Tâche numéro {i:00} de la liste{(exemple == "avenant" ? "" : ", avec de quoi remplir deux lignes de la colonne où elle s’écrit")}")];
        var donnees = Lire(exemple);
        donnees.Remove("raisons");
        var liste = new JsonArray([.. taches.Select(t => (JsonNode)t)]);
        if (donnees["missions"] is JsonArray { Count: > 0 } missions && missions[0]!["contenu"] is not null) missions[0]!["contenu"] = liste;
        else if (exemple == "extrait-ca") donnees["missions"] = new JsonArray([.. taches.Select(t => (JsonNode)new JsonObject { ["intitule"] = t })]);
        else if (exemple == "avenant") donnees["changements"]![0]!["apres"] = liste;
        else if (exemple == "certificat") donnees["evenements"] = new JsonArray([.. taches.Select(t => (JsonNode)new JsonObject { ["instant"] = "hier", ["quoi"] = t })]);
        else donnees["mission"]!["contenu"] = liste;

        var pdf = await Pdf(exemple, donnees);

        var texte = await Outils.TexteSansBlancs(pdf);
        foreach (var t in taches) texte.ShouldContain(Outils.SansBlancs(t));
        if (exemple == "certificat") return;
        var pages = (await Outils.Lancer("pdftotext", pdf, "-layout", "{}", "-")).TrimEnd('\f').Split('\f');
        var signee = pages.Single(p => p.Contains("Date et signature", StringComparison.Ordinal));
        signee.Split('\n').TakeWhile(l => !l.Contains("Date et signature", StringComparison.Ordinal)).Count(l => l.Trim().Length > 0).ShouldBeGreaterThan(3);
    }

    /// <summary>Ce sans quoi une attestation ou un avenant ne dirait rien.</summary>
    static readonly string[] Necessaires = ["nomComplet", "libelle", "debut", "champ"];

    [Theory, MemberData(nameof(Exemples))]
    public async Task Exemple_ChampsFacultatifsVides_NeLaisseAucuneEtiquetteSeule(string exemple)
    {
        var donnees = Changer(Lire(exemple), (cle, s) => Necessaires.Contains(cle) ? s : "")!.AsObject();
        foreach (var cle in (string[])["versements", "seances", "raisons"]) donnees[cle] = new JsonArray();
        var texte = await Outils.Lancer("pdftotext", await Pdf(exemple, donnees), "-layout", "{}", "-");
        // L'extrait de procès-verbal garde des lignes à remplir : ses étiquettes y attendent la séance.
        if (exemple != "extrait-ca") EtiquetteSeule().Matches(texte).Select(m => m.Value.Trim()).ShouldBeEmpty();
        Trou().Matches(texte).Select(m => m.Value).ShouldBeEmpty();
    }

    [GeneratedRegex(@"^.*(?:\u202f|\s)?:\s*[.;]?\s*$|Réf\.\s*$", RegexOptions.Multiline)]
    private static partial Regex EtiquetteSeule();

    [GeneratedRegex(@"\(\s*\)|« »|\bdu au\b|\ble \.|  ,|\bnone\b|\{")]
    private static partial Regex Trou();

    [Theory, MemberData(nameof(Exemples))]
    public async Task Phrases_Remplacees_SaventLesReperesEtRestentDuTexte(string exemple)
    {
        var donnees = Lire(exemple);
        donnees["phrases"] = new JsonObject { ["anneeScolaire"] = "Rentrée {annee} : *voir* #panic()", ["etablie"] = "" };
        var texte = await Outils.TexteSansBlancs(await Pdf(exemple, donnees));
        texte.ShouldContain($"Rentrée{(string?)donnees["annee"]}:*voir*#panic()");
        texte.ShouldNotMatch(@"Établie?le\d");
    }

    [Theory, MemberData(nameof(Exemples))]
    public async Task Phrases_CleOuRepereInconnus_SontNommes(string exemple)
    {
        var donnees = Lire(exemple);
        donnees["phrases"] = new JsonObject { ["titreMisson"] = "La mission" };
        (await Refus(exemple, donnees)).ShouldContain($"phrase inconnue « titreMisson » dans le modèle {Modele(exemple)}");
        donnees["phrases"] = new JsonObject { ["titre"] = "Pour {agnet}" };
        (await Refus(exemple, donnees)).ShouldContain("repère inconnu « {agnet} » dans la phrase « titre »");
        donnees["phrases"] = new JsonObject { ["titre"] = 3 };
        (await Refus(exemple, donnees)).ShouldContain("phrase « titre »");
    }

    [Fact]
    public async Task Phrase_QuiCiteUneDonneeEntreAccolades_NeLaRemplacePasDeuxFois()
    {
        var donnees = Lire("lettre-imp");
        donnees["agent"]!["nomComplet"] = "{reference}";
        donnees["phrases"] = new JsonObject { ["engagement"] = "Confié à {agent} ." };
        (await Outils.TexteSansBlancs(await Pdf("lettre-imp", donnees))).ShouldContain("Confiéà{reference}.");
    }

    [Theory]
    [InlineData("attestation-suppleance", "remplacant", "nomComplet")]
    [InlineData("attestation-suppleance", "periode", "debut")]
    [InlineData("attestation-service-fait", "agent", "nomComplet")]
    [InlineData("avenant", "mission", "libelle")]
    public async Task Attestation_SansCeQuElleAtteste_EstRefusee(string exemple, string objet, string champ)
    {
        var donnees = Lire(exemple);
        donnees[objet]![champ] = " ";
        (await Refus(exemple, donnees)).ShouldContain($"demande « {objet}.{champ} »");
    }

    /// <summary>Un point noir, en PNG d'un pixel.</summary>
    const string Png = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==";

    [Theory]
    [InlineData(Png)]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' width='90' height='9'><rect width='90' height='9'/></svg>")]
    public async Task Logo_AvecTexteDeRemplacement_EstUneFigure(string image)
    {
        var donnees = Lire("lettre-imp");
        (await Outils.Lancer("pdfinfo", await Pdf("lettre-imp", donnees), "-struct", "{}")).ShouldNotContain("Figure");
        donnees["enTete"] = new JsonObject { ["nom"] = "Rectorat", ["lignes"] = new JsonArray(), ["logo"] = new JsonObject { ["image"] = image, ["alt"] = "Logo du rectorat" } };
        var pdf = await Pdf("lettre-imp", donnees);
        (await Outils.Lancer("pdfinfo", pdf, "-struct", "{}")).ShouldContain("Figure");
        (await Outils.TexteSansBlancs(pdf)).ShouldContain("Rectorat");
        donnees["enTete"]!["logo"]!["alt"] = "";
        (await Outils.Lancer("pdfinfo", await Pdf("lettre-imp", donnees), "-struct", "{}")).ShouldNotContain("Figure");
    }

    [Fact]
    public async Task Certificat_JointALaLettre_EstSaDernierePage()
    {
        var donnees = Lire("lettre-imp");
        donnees.Remove("raisons");
        donnees["certificat"] = Lire("certificat");
        donnees["agent"]!["signe"] = "le 8 septembre 2026 à 19:42:07";
        var pages = (await Outils.Lancer("pdftotext", await Pdf("lettre-imp", donnees), "-raw", "{}", "-")).TrimEnd('\f').Split('\f');
        pages.Length.ShouldBe(2);
        pages[0].ShouldContain("Signé électroniquement");
        Outils.SansBlancs(pages[1]).ShouldContain("Preuvesdesignature");
        Outils.SansBlancs(pages[1]).ShouldContain((string)donnees["certificat"]!["document"]!["empreinte"]!);
    }

    [Fact]
    public async Task LettrePacte_SansRepli_DemandeUnAvenantEtAuForfaitNeCompteAucuneHeure()
    {
        // R193 et R184 : sans mission de repli écrite, redéployer des heures demande un avenant.
        var texte = await Outils.TexteSansBlancs(await Pdf("lettre-pacte-premier", Lire("lettre-pacte-premier")));
        texte.ShouldContain("Aucunemissionderepli");
        texte.ShouldContain("L’inspecteurdelacirconscriptionconfie");
        texte.ShouldContain("31octobre2027");
        var forfait = await Outils.TexteSansBlancs(await Pdf("lettre-pacte-professionnel", Lire("lettre-pacte-professionnel")));
        forfait.ShouldContain("aucuneheurenesecompte");
        forfait.ShouldNotContain("31octobre");
        forfait.ShouldNotContain("enjanvieretenavril");
    }

    [Fact]
    public async Task LettrePacte_CadreInconnu_EstRefusee()
    {
        var donnees = Lire("lettre-pacte-second");
        donnees["cadre"] = "tertiaire";
        (await Refus("lettre-pacte-second", donnees)).ShouldContain("premier, second ou professionnel");
    }
}
