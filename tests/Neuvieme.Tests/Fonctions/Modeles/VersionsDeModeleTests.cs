using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Fonctions.Modeles;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.ModelesDeLAcademie;

public class VersionsDeModeleTests
{
    const string Gestionnaire = "gestion@demo.neuvieme.fr", Recteur = "recteur@demo.neuvieme.fr", Chef = "principal@demo.neuvieme.fr";
    const string Modifier = "/modeles/modifier/lettre-imp", Publier = "/modeles/publier/lettre-imp";

    static async Task Preparer(ServeurDeTest serveur, params (string, string)[] champs)
    {
        using var gestionnaire = await serveur.Visiteur(Gestionnaire);
        await gestionnaire.Cliquer(Modifier, "Enregistrer le brouillon", champs);
    }

    static async Task<IHtmlDocument> PublierLe(ServeurDeTest serveur, string note)
    {
        using var recteur = await serveur.Visiteur(Recteur);
        return await recteur.EnvoyerFormulaire(Publier, ("Note", note));
    }

    static Task<List<VersionDeModele>> Versions(ServeurDeTest serveur) => serveur.Lire(db => db.VersionsDeModele.AsNoTracking().OrderBy(v => v.Numero).ToListAsync());

    [Theory, SurLesDeuxBases]
    public async Task Brouillon_NeChangeRien_PubliePasseDansLesLettresSuivantesSeulement(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        await Preparer(serveur, ("Saisie.Phrases[engagement]", "Le rectorat et {chef} confient à {agent} ce qui suit."), ("Saisie.Nom", "Rectorat de l’académie fictive"));
        using var chef = await serveur.Visiteur(Chef);
        await chef.Cliquer("/lettres", "Établir les 2 lettres");
        var avant = await serveur.Lire(db => db.Lettres.AsNoTracking().OrderBy(l => l.Id).ToListAsync());
        avant.ShouldAllBe(l => l.VersionDeModeleId == null);
        (await Outils.TexteSansBlancs(avant[0].Pdf)).ShouldNotContain("Rectoratdel’académiefictive");

        (await PublierLe(serveur, "Nos mots")).QuerySelector("[role=status]")!.TextContent.ShouldContain("version 1 est publiée");

        // Ce qui est établi le reste : rien n'est périmé, aucun octet n'a changé.
        (await chef.Page("/lettres")).QuerySelectorAll("main form[action='/lettres/etablir']").ShouldBeEmpty();
        (await serveur.Lire(db => db.Lettres.AsNoTracking().OrderBy(l => l.Id).Select(l => l.Sha256).ToListAsync())).ShouldBe(avant.Select(l => l.Sha256));

        await serveur.Lire(db => db.EvenementsDeLettre.ExecuteDeleteAsync());
        await serveur.Lire(db => db.Lettres.ExecuteDeleteAsync());
        await chef.Cliquer("/lettres", "Établir les 2 lettres");
        var version = (await Versions(serveur)).Single();
        var lettre = await serveur.Lire(db => db.Lettres.AsNoTracking().FirstAsync(l => l.Attribution!.Mission!.Code == "IMP-APSA"));
        lettre.VersionDeModeleId.ShouldBe(version.Id);
        var texte = await Outils.TexteSansBlancs(lettre.Pdf);
        texte.ShouldContain("Rectoratdel’académiefictive");
        texte.ShouldContain("CollègedesNeufPeupliers");
        texte.ShouldContain("LerectoratetHugoRousselconfientàMmeAnneSophieKervellacequisuit.");
        var entree = await serveur.Lire(db => db.Journal.AsNoTracking().SingleAsync(e => e.Action == "modèle publié"));
        (entree.Avant, entree.Motif).ShouldBe(("""{"version":"modèle livré"}""", "Nos mots"));
        entree.Apres.ShouldContain("Le rectorat et {chef}");
    }

    [Theory, SurLesDeuxBases]
    public async Task Versions_SeNumerotentSeComparentEtSeReprennent(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        await Preparer(serveur, ("Saisie.Phrases[titre]", "Lettre un"));
        await PublierLe(serveur, "un");
        await Preparer(serveur, ("Saisie.Phrases[titre]", "Lettre deux"));
        await PublierLe(serveur, "deux");
        (await Versions(serveur)).Select(v => (v.Numero, v.Etat)).ShouldBe([(1, EtatDeVersion.Remplacee), (2, EtatDeVersion.Publiee)]);

        using var recteur = await serveur.Visiteur(Recteur);
        var comparaison = (await recteur.Page("/modeles/comparer/lettre-imp")).QuerySelector("main")!.TextContent;
        comparaison.ShouldContain("Lettre un");
        comparaison.ShouldContain("Lettre deux");

        await recteur.EnvoyerFormulaire("/modeles/comparer/lettre-imp", ("numero", "1"), ("note", "la deux ne convient pas"));
        await recteur.EnvoyerFormulaire("/modeles/comparer/lettre-imp", ("numero", "0"), ("note", "retour à l’original"));
        var versions = await Versions(serveur);
        versions.Select(v => (v.Numero, v.Etat)).ShouldBe([(1, EtatDeVersion.Remplacee), (2, EtatDeVersion.Remplacee), (3, EtatDeVersion.Remplacee), (4, EtatDeVersion.Publiee)]);
        versions[2].Phrases.ShouldBe(versions[0].Phrases);
        ContenuDeModele.De(versions[3]).EstLivre.ShouldBeTrue();
    }

    [Theory]
    [InlineData("Saisie.Phrases[titre]", "Lettre de {agnet}", "Phrase « titre » : le repère {agnet} n’existe pas ici")]
    [InlineData("Saisie.Phrases[titer]", "Lettre", "La phrase « titer » n’existe pas")]
    public async Task Brouillon_PhraseFautive_NommeLaCleEtLeRepere_EtGardeLaSaisie(string champ, string texte, string attendu)
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite);
        using var gestionnaire = await serveur.Visiteur(Gestionnaire);

        var page = await gestionnaire.Cliquer(Modifier, "Enregistrer le brouillon", (champ, texte), ("Saisie.Nom", "Rectorat"));

        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain(attendu);
        ((IHtmlInputElement)page.QuerySelector("[name='Saisie.Nom']")!).Value.ShouldBe("Rectorat");
        (await Versions(serveur)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Source_Fautive_SeGardeEnBrouillonAvecSaLigne_MaisNeSePubliePas()
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite);
        using var recteur = await serveur.Visiteur(Recteur);
        var source = ((IHtmlTextAreaElement)(await recteur.Page(Modifier)).QuerySelector("#source")!).Value.Replace("\r\n", "\n", StringComparison.Ordinal);
        var ligne = source[..source.IndexOf("#titres(", StringComparison.Ordinal)].Count(c => c == '\n') + 1;

        await recteur.Cliquer(Modifier, "Enregistrer le brouillon", ("Saisie.Source", source.Replace("#titres(", "#titers(", StringComparison.Ordinal)));
        (await recteur.Page(Modifier)).QuerySelector("[data-apercu-ici]")!.TextContent.ShouldContain($"lettre-imp.typ, ligne {ligne} : nom inconnu : titers");
        var refus = (await PublierLe(serveur, "essai")).QuerySelector("[role=alert]")!.TextContent;

        refus.ShouldContain("n’est pas publié");
        refus.ShouldContain("Exemple « courant », PDF/UA-1");
        (await Versions(serveur)).Single().Etat.ShouldBe(EtatDeVersion.Brouillon);
    }

    /// <summary>Une source qui passe l'exemple courant mais pas le long : seul l'essai de tous les exemples le dit.</summary>
    [Fact]
    public async Task Publier_UnExempleQuiEchoue_RefuseEnLeNommant()
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite);
        using var recteur = await serveur.Visiteur(Recteur);
        var source = ((IHtmlTextAreaElement)(await recteur.Page(Modifier)).QuerySelector("#source")!).Value;
        await recteur.Cliquer(Modifier, "Enregistrer le brouillon", ("Saisie.Source", source + "\n#assert(taches.len() < 10, message: \"dix tâches au plus\")\n"));

        var refus = (await PublierLe(serveur, "essai")).QuerySelector("[role=alert]")!.TextContent;

        refus.ShouldContain("Exemple « long », PDF/UA-1");
        refus.ShouldContain("dix tâches au plus");
        refus.ShouldNotContain("« courant »");
    }

    /// <summary>Publiée, elle échoue sur une vraie lettre : la lettre est refusée et nommée, les autres sortent, le rectorat l'apprend.</summary>
    [Theory, SurLesDeuxBases]
    public async Task VersionPubliee_QuiEchoueSurUneLettre_RefuseCelleLa_EtPrevient(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var recteur = await serveur.Visiteur(Recteur);
        var source = ((IHtmlTextAreaElement)(await recteur.Page(Modifier)).QuerySelector("#source")!).Value;
        await recteur.Cliquer(Modifier, "Enregistrer le brouillon", ("Saisie.Source", source + "\n#if d.mission.libelle.contains(\"physiques\") { panic(\"pas pour elle\") }\n"));
        await PublierLe(serveur, "essai");

        using var chef = await serveur.Visiteur(Chef);
        var page = await chef.Cliquer("/lettres", "Établir les 2 lettres");

        var refus = page.QuerySelector("[role=alert]")!.TextContent;
        refus.ShouldContain("KERVELLA");
        refus.ShouldContain("Les autres sont établies");
        refus.ShouldContain("version 1");
        refus.ShouldContain("lettre-imp.typ, ligne");
        (await serveur.Lire(db => db.Lettres.CountAsync())).ShouldBe(1);
        var panneau = (await recteur.Page("/modeles")).QuerySelector("main")!.TextContent;
        panneau.ShouldContain("un document n’a pas pu être établi");
        panneau.ShouldContain("pas pour elle");
        (await serveur.Lire(db => db.Courriels.CountAsync(c => c.Objet == "Un modèle de document est en échec"))).ShouldBe(await serveur.Lire(db => db.Habilitations.Where(h => h.AcademieCode == Demonstration.Academie && (h.Role == Neuvieme.Fonctions.Comptes.Role.Recteur || h.Role == Neuvieme.Fonctions.Comptes.Role.GestionnaireRectorat)).Select(h => h.CompteId).Distinct().CountAsync()));
    }

    [Fact]
    public async Task Apercu_SansScriptRendLaPage_AvecScriptUnFragment()
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite);
        using var gestionnaire = await serveur.Visiteur(Gestionnaire);

        var page = await gestionnaire.Cliquer(Modifier, "Rafraîchir", ("Saisie.Phrases[titre]", "Titre à moi"), ("Saisie.Cas", "long"));

        page.QuerySelector("[data-apercu-ici] img")!.GetAttribute("src")!.ShouldStartWith("data:image/svg+xml;charset=utf-8,<svg");
        ((IHtmlTextAreaElement)page.QuerySelector("#p-titre")!).Value.ShouldBe("Titre à moi");
        (await Versions(serveur)).ShouldBeEmpty();
        gestionnaire.Http.DefaultRequestHeaders.Add("X-Apercu", "1");
        (await gestionnaire.Cliquer(Modifier, "Rafraîchir")).QuerySelector("main").ShouldBeNull();
    }

    [Theory, SurLesDeuxBases]
    public async Task Brouillon_ChangeParUnAutre_NEstPasEcrase(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var recteur = await serveur.Visiteur(Recteur);
        var ouverte = await recteur.Page(Modifier);
        await Preparer(serveur, ("Saisie.Phrases[titre]", "Celui du gestionnaire"));

        var page = await recteur.Soumettre(ouverte, Modifier, ("Saisie.Phrases[titre]", "Celui du recteur"));

        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain("a enregistré ce brouillon pendant votre saisie");
        ((IHtmlTextAreaElement)page.QuerySelector("#p-titre")!).Value.ShouldBe("Celui du recteur");
        (await Versions(serveur)).Single().Phrases.ShouldContain("gestionnaire");
    }

    [Fact]
    public async Task Gestionnaire_PrepareSansPublier_EtLInconnuEstIntrouvable()
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite);
        await Preparer(serveur, ("Saisie.Phrases[titre]", "Brouillon"));
        using var gestionnaire = await serveur.Visiteur(Gestionnaire);

        (await gestionnaire.Page(Modifier)).QuerySelectorAll("a[href^='/modeles/publier']").ShouldBeEmpty();
        await gestionnaire.Page(Publier, HttpStatusCode.Forbidden);
        await gestionnaire.Page("/modeles/modifier/base", HttpStatusCode.NotFound);
        await gestionnaire.Page("/modeles/comparer/lettre-imp?de=7&a=9", HttpStatusCode.NotFound);
        await gestionnaire.Cliquer(Modifier, "Abandonner le brouillon");
        (await Versions(serveur)).ShouldBeEmpty();
    }

    /// <summary>Le modèle d'une académie ne sort pas chez sa voisine.</summary>
    [Theory, SurLesDeuxBases]
    public async Task Modele_DUneAutreAcademie_NeServiraPasIci(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur, async db =>
        {
            db.Academies.Add(new() { Code = "14", Libelle = "Rennes" });
            var ailleurs = new VersionDeModele { AcademieCode = "14", Modele = "lettre-imp", Numero = 1, Etat = EtatDeVersion.Publiee, Auteur = "essai", PublieePar = "essai", PublieeUtc = new(2026, 9, 1, 8, 0, 0, DateTimeKind.Utc), InstantUtc = new(2026, 9, 1, 8, 0, 0, DateTimeKind.Utc) };
            new ContenuDeModele(new("Rectorat de Rennes", [], "", ""), new Dictionary<string, string> { ["titre"] = "Lettre de Rennes" }, "").Ecrire(ailleurs);
            db.VersionsDeModele.Add(ailleurs);
            await db.SaveChangesAsync();
        });
        using var chef = await serveur.Visiteur(Chef);
        await chef.Cliquer("/lettres", "Établir les 2 lettres");
        using var gestionnaire = await serveur.Visiteur(Gestionnaire);

        (await serveur.Lire(db => db.Lettres.Select(l => l.VersionDeModeleId).Distinct().ToListAsync())).ShouldBe([null]);
        (await gestionnaire.Page("/modeles")).QuerySelector("main")!.TextContent.ShouldNotContain("version 1");
        (await gestionnaire.Page(Modifier)).QuerySelector("main")!.TextContent.ShouldNotContain("Rennes");
        await gestionnaire.Page("/modeles/comparer/lettre-imp?de=0&a=1", HttpStatusCode.NotFound);
    }
}
