using System.Diagnostics;
using System.Text.Json.Nodes;
using Neuvieme.Fonctions.Modeles;
using Neuvieme.Socle.Documents;
using Neuvieme.Tests.Fonctions.Lettres;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.ModelesDeLAcademie;

/// <summary>Ce qu'une source écrite par une académie peut atteindre : base.typ et ses données, rien d'autre, et pas longtemps.</summary>
public sealed class MoteurFermeTests(LettreImpTests.Atelier atelier) : IClassFixture<LettreImpTests.Atelier>
{
    static readonly FicheModele Avenant = FicheModele.De("avenant")!;

    static DemandeDeDocument Demande(string source, string nom = "Mme Essai") => new("avenant", new JsonObject { ["nom"] = nom, ["etablieLe"] = new JsonObject { ["annee"] = 2026, ["mois"] = 9, ["jour"] = 1 } })
    {
        Source = "#set document(title: \"essai\")\n#set text(font: \"Source Sans 3\", fallback: false, lang: \"fr\")\n" + source,
    };

    async Task<string> Refus(DemandeDeDocument demande) => (await Should.ThrowAsync<DocumentImpossibleException>(() => atelier.Moteur.ComposerAsync(demande, TestContext.Current.CancellationToken))).Message;

    async Task<string> Texte(DemandeDeDocument demande) => await Outils.TexteSansBlancs((await atelier.Moteur.ComposerAsync(demande, TestContext.Current.CancellationToken)).Pdf);

    [Theory]
    [InlineData("#read(\"/etc/hostname\")")]
    [InlineData("#read(\"../../../../../etc/hostname\")")]
    [InlineData("#read(\"lettre-imp.typ\")")]
    [InlineData("#import \"lettre-imp.typ\": *")]
    [InlineData("#include \"certificat.typ\"")]
    [InlineData("#image(\"/usr/share/pixmaps/x.png\")")]
    [InlineData("#eval(\"read(\\\"/etc/hostname\\\")\")")]
    [InlineData("#plugin(\"moteur.wasm\")")]
    [InlineData("#json(\"../exemples/lettre-imp.json\")")]
    [InlineData("#import \"@preview/cetz:0.3.4\"")]
    [InlineData("#import \"@local/commun:1.0.0\"")]
    public async Task Source_QuiLitAilleurs_EstRefuseeASaLigne(string source)
    {
        (await Refus(Demande("\n" + source))).ShouldContain("avenant.typ, ligne 4");
        (await Refus(Demande("\n" + source) with { Essai = true })).ShouldContain("avenant.typ, ligne 4");
    }

    [Fact]
    public async Task Source_LitSesDonneesEtBase_PasCellesDuDocumentDAvant()
    {
        (await Texte(Demande("#import \"base.typ\": fort\n#fort(json(\"donnees.json\").nom)", "Académie A"))).ShouldContain("AcadémieA");
        // La même source, dans le même processus, pour une autre académie.
        var b = await Texte(Demande("#import \"base.typ\": fort\n#fort(json(\"donnees.json\").nom)", "Académie B"));
        b.ShouldContain("AcadémieB");
        b.ShouldNotContain("AcadémieA");
    }

    [Fact]
    public async Task Source_NeTrouvePasCelleDUneAutreAcademie()
    {
        var secret = new DemandeDeDocument("lettre-academique", new JsonObject()) { Source = "#set document(title: \"a\")\n#set text(font: \"Source Sans 3\", lang: \"fr\")\n#let secret = \"phrase de l’académie A\"\n#secret" };
        (await Texte(secret)).ShouldContain("phrasedel’académieA");

        (await Refus(Demande("#import \"lettre-academique.typ\": secret\n#secret"))).ShouldContain("lettre-academique.typ");
        // Et le modèle livré n'en a rien gardé.
        var livre = await Outils.TexteSansBlancs(await atelier.Moteur.RendreAsync("lettre-academique", ExempleDeModele.De(FicheModele.De("lettre-academique")!)[0].Donnees, TestContext.Current.CancellationToken));
        livre.ShouldNotContain("phrasedel’académieA");
        livre.ShouldContain("Lettredemission");
    }

    [Fact]
    public async Task Source_SansFin_EstArreteeEtNArretePersonne()
    {
        await using var moteur = new MoteurTypst(new() { DelaiRendu = TimeSpan.FromSeconds(2) });
        var chrono = Stopwatch.StartNew();
        var sansFin = Should.ThrowAsync<DocumentImpossibleException>(() => moteur.ComposerAsync(Demande("#{ let i = 0\n while true { i += 1 } }") with { Essai = true }, TestContext.Current.CancellationToken));
        // Pendant ce temps, les documents des autres se font.
        (await moteur.RendreAsync("avenant", ExempleDeModele.De(Avenant)[0].Donnees, TestContext.Current.CancellationToken)).Length.ShouldBeGreaterThan(1000);
        var erreur = await sansFin;
        erreur.DuModele.ShouldBeTrue();
        chrono.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
        (await moteur.ComposerAsync(Demande("ensuite") with { Essai = true }, TestContext.Current.CancellationToken)).Pdf.Length.ShouldBeGreaterThan(100);
    }

    [Fact]
    public async Task Source_QuiDemandeTropDeMemoire_EstArretee()
    {
        await using var moteur = new MoteurTypst(new() { MemoireMaximale = 300L << 20, Essais = 1, DelaiRendu = TimeSpan.FromSeconds(15) });
        var erreur = await Should.ThrowAsync<DocumentImpossibleException>(() => moteur.ComposerAsync(Demande("#{ let t = \"mémoire\"\n for i in range(40) { t = t + t } }"), TestContext.Current.CancellationToken));
        erreur.Message.ShouldContain("mémoire");
        erreur.DuModele.ShouldBeTrue();
    }

    public static TheoryData<string> Modeles => [.. FicheModele.Toutes.Select(f => f.Cle)];

    [Theory, MemberData(nameof(Modeles))]
    public async Task ModeleLivre_RendTousSesExemples_DansLesDeuxNormes(string cle)
    {
        var fiche = FicheModele.De(cle)!;
        var memeSource = new ContenuDeModele(new("Rectorat", ["Service"], "", ""), new Dictionary<string, string>(), fiche.SourceLivree() + "\n");
        ExempleDeModele.De(fiche).Count.ShouldBe(5 * fiche.Exemples.Count);
        (await EssaiDeModele.Tout(atelier.Moteur, fiche, memeSource, TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Modeles))]
    public async Task ModeleLivre_DitSesPhrasesEtSesReperes(string cle)
    {
        var inventaire = await InventaireDeModele.De(atelier.Moteur, FicheModele.De(cle)!, "", TestContext.Current.CancellationToken);
        inventaire.Phrases.ShouldContain(p => p.Cle == "titre" && !p.Commune);
        inventaire.Phrases.ShouldContain(p => p.Cle == "anneeScolaire" && p.Commune && p.Origine == "Année scolaire {annee}");
        inventaire.Reperes.ShouldContain("annee");
        inventaire.Refuser("titre", "Pour {agnet}")!.ShouldContain("{agnet}");
        inventaire.Refuser("titre", "Pour {agent}").ShouldBeNull();
        inventaire.Refuser("titer", "Pour")!.ShouldContain("titer");
    }

    [Fact]
    public void EnTete_DeLAcademie_GardeLEtablissement()
    {
        var contenu = new ContenuDeModele(new("Rectorat", ["Division"], "", ""), new Dictionary<string, string>(), "");
        var donnees = contenu.Demander(FicheModele.De("lettre-imp")!, ExempleDeModele.De(FicheModele.De("lettre-imp")!)[0].Donnees).Donnees;
        donnees["enTete"]!["lignes"]!.AsArray().Select(l => (string)l!).ShouldBe(["Division", "Collège des Neuf Peupliers", "9 rue des Écoles", "99000 Ville-Test", "UAI 0990001N"]);
    }
}
