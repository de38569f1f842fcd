using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using Neuvieme.Socle.Documents;

namespace Neuvieme.Tests.Socle.Documents;

public sealed class MoteurTypstTests : IDisposable
{
    readonly DirectoryInfo _modeles = Directory.CreateTempSubdirectory("neuvieme-modeles");

    public void Dispose() => _modeles.Delete(recursive: true);

    OptionsMoteur Options(int processus = 1) => new() { Modeles = _modeles.FullName, Processus = processus };

    void Modele(string nom, string corps) => File.WriteAllText(Path.Combine(_modeles.FullName, nom + ".typ"), $$"""
        #let d = json("donnees.json")
        #set document(title: "Essai", date: none)
        #set text(lang: "fr", font: "Source Sans 3", fallback: false)
        {{corps}}
        """);

    [Fact]
    public async Task Rendre_DocumentSimple_DonneUnPdfBalise()
    {
        Modele("simple", "= Titre\n#d.nom");
        await using var moteur = new MoteurTypst(Options());
        byte[] pdf = await moteur.RendreAsync("simple", new JsonObject { ["nom"] = "Łukasz œuvre ¼" }, TestContext.Current.CancellationToken);
        Encoding.ASCII.GetString(pdf, 0, 5).ShouldBe("%PDF-");
        string texte = Encoding.Latin1.GetString(pdf);
        texte.ShouldContain("/StructTreeRoot");
        texte.ShouldContain("pdfuaid:part");
    }

    [Fact]
    public async Task Rendre_MemesDonnees_DonneLesMemesOctets()
    {
        Modele("stable", "#d.nom");
        byte[][] pdfs = new byte[2][];
        for (int i = 0; i < 2; i++)
        {
            await using var moteur = new MoteurTypst(Options());
            pdfs[i] = await moteur.RendreAsync("stable", new JsonObject { ["nom"] = "A" }, TestContext.Current.CancellationToken);
        }

        pdfs[0].ShouldBe(pdfs[1]);
    }

    [Fact]
    public async Task Rendre_ModeleFautif_NommeLeFichierEtLaLignePuisContinue()
    {
        Modele("faute", "\n#d.absent");
        Modele("bon", "#d.nom");
        await using var moteur = new MoteurTypst(Options());
        var e = await Should.ThrowAsync<DocumentImpossibleException>(() => moteur.RendreAsync("faute", new JsonObject { ["nom"] = "x" }));
        e.Message.ShouldContain("faute.typ, ligne 5");
        (await moteur.RendreAsync("bon", new JsonObject { ["nom"] = "x" }, TestContext.Current.CancellationToken)).Length.ShouldBeGreaterThan(1000);
    }

    [Theory]
    [InlineData("../secret")]
    [InlineData("absent")]
    [InlineData("a/b")]
    public async Task Rendre_ModeleHorsDuDossier_Refuse(string nom)
    {
        await using var moteur = new MoteurTypst(Options());
        (await Should.ThrowAsync<DocumentImpossibleException>(() => moteur.RendreAsync(nom, new JsonObject()))).Message.ShouldContain("modèle introuvable");
    }

    [Fact]
    public async Task Rendre_ModeleQuiLitAilleurs_Refuse()
    {
        File.WriteAllText(Path.Combine(_modeles.FullName, "voleur.typ"), "#read(\"/etc/hostname\")");
        await using var moteur = new MoteurTypst(Options());
        (await Should.ThrowAsync<DocumentImpossibleException>(() => moteur.RendreAsync("voleur", new JsonObject()))).Message.ShouldContain("voleur.typ");
    }

    [Fact]
    public async Task Composer_CaractereSansDessin_RemplaceEtSignale()
    {
        Modele("signes", "#d.nom");
        await using var moteur = new MoteurTypst(Options());
        DocumentRendu rendu = await moteur.ComposerAsync("signes", new JsonObject { ["nom"] = "é 漢 \u0007 😀 \u200b" }, TestContext.Current.CancellationToken);
        rendu.CaracteresRemplaces.ShouldBe(["漢", "😀"]);
    }

    [Fact]
    public async Task Rendre_ProcessusTues_RecommenceSansRienPerdreNiDoubler()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "ignoré : Node est lancé par un script qui note son numéro de processus");
        Modele("numero", "#d.n");
        string numeros = Path.Combine(_modeles.FullName, "numeros");
        string node = Script("lanceur", $"echo $$ >> {numeros}\nexec node \"$@\"");
        await using var moteur = new MoteurTypst(Options(2) with { Node = node });
        Task<byte[]>[] rendus = [.. Enumerable.Range(0, 60).Select(n => moteur.RendreAsync("numero", new JsonObject { ["n"] = $"N{n:00}" }))];
        await rendus[5];
        string[] tues = await File.ReadAllLinesAsync(numeros, TestContext.Current.CancellationToken);
        foreach (string pid in tues) Process.GetProcessById(int.Parse(pid)).Kill();
        byte[][] pdfs = await Task.WhenAll(rendus);

        (await File.ReadAllLinesAsync(numeros, TestContext.Current.CancellationToken)).Length.ShouldBe(tues.Length + 2);
        await using var temoin = new MoteurTypst(Options());
        for (int n = 0; n < 60; n++)
            pdfs[n].ShouldBe(await temoin.RendreAsync("numero", new JsonObject { ["n"] = $"N{n:00}" }, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Rendre_ModeleSansFin_AbandonneApresDeuxEssaisPuisSertEncore()
    {
        Modele("boucle", "#for a in range(99999) { for b in range(99999) { } }");
        Modele("bon", "#d.nom");
        await using var moteur = new MoteurTypst(Options() with { DelaiRendu = TimeSpan.FromSeconds(2) });
        var e = await Should.ThrowAsync<DocumentImpossibleException>(() => moteur.RendreAsync("boucle", new JsonObject { ["n"] = "3" }));
        e.Message.ShouldContain("aucune réponse en 2 s");
        (await moteur.RendreAsync("bon", new JsonObject { ["nom"] = "x" }, TestContext.Current.CancellationToken)).Length.ShouldBeGreaterThan(1000);
    }

    [Fact]
    public async Task Rendre_RecyclageATroisDocuments_ServirContinue()
    {
        Modele("numero", "#d.n");
        await using var moteur = new MoteurTypst(Options() with { DocumentsParProcessus = 3 });
        for (int n = 0; n < 8; n++)
            (await moteur.RendreAsync("numero", new JsonObject { ["n"] = $"{n}" }, TestContext.Current.CancellationToken)).Length.ShouldBeGreaterThan(1000);
    }

    [Fact]
    public async Task Rendre_NodeAbsent_DonneLeRemede()
    {
        await using var moteur = new MoteurTypst(Options() with { Node = "/nulle/part/node" });
        (await Should.ThrowAsync<DocumentImpossibleException>(() => moteur.RendreAsync("x", new JsonObject()))).Message.ShouldBe(
            "Node 18 ou plus récent est nécessaire pour composer les documents : installez-le depuis https://nodejs.org (Debian : apt install nodejs) puis relancez.");
    }

    [Fact]
    public async Task Rendre_NodeAncien_LeDit()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "ignoré : le faux Node est un script");
        string faux = Script("vieux", "echo '{\"pret\":false,\"node\":\"16.20.2\"}'");
        await using var moteur = new MoteurTypst(Options() with { Node = faux });
        (await Should.ThrowAsync<DocumentImpossibleException>(() => moteur.RendreAsync("x", new JsonObject()))).Message.ShouldStartWith("Node 16.20.2 est trop ancien.");
    }

    [Fact]
    public async Task Rendre_ModulesAbsents_DonneLeRemede()
    {
        await using var moteur = new MoteurTypst(Options() with { Modules = null });
        (await Should.ThrowAsync<DocumentImpossibleException>(() => moteur.RendreAsync("x", new JsonObject()))).Message.ShouldContain("npm ci --ignore-scripts");
    }

    [Fact]
    public async Task Rendre_ApresArret_Refuse()
    {
        var moteur = new MoteurTypst(Options());
        await moteur.DisposeAsync();
        await Should.ThrowAsync<ObjectDisposedException>(() => moteur.RendreAsync("x", new JsonObject()));
    }

    string Script(string nom, string corps)
    {
        string chemin = Path.Combine(_modeles.FullName, nom);
        File.WriteAllText(chemin, $"#!/bin/sh\n{corps}\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(chemin, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return chemin;
    }
}
