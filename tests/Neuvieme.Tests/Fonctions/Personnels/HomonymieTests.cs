using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.Personnels;

/// <summary>Deux personnes de mêmes nom, prénom et discipline : partout où l'on choisit ou lit, l'identifiant STSWeb les distingue.</summary>
public class HomonymieTests
{
    static async Task MemeDiscipline(NeuviemeDb db)
    {
        await db.Affectations.Where(a => a.Agent!.IdSts == "11508").ExecuteUpdateAsync(s => s.SetProperty(a => a.DisciplineCode, "L1300").SetProperty(a => a.DisciplineLibelle, "MATHEMATIQUES"));
    }

    static string Texte(IHtmlDocument page) => string.Join(' ', page.QuerySelector("main")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [Theory]
    [InlineData("principal@demo.neuvieme.fr", "/personnels", true)]
    [InlineData("principal@demo.neuvieme.fr", "/repartition/ajouter?code=IMP-TUT", true)]
    [InlineData("principal@demo.neuvieme.fr", "/enveloppes/convertir", true)]
    [InlineData("principal@demo.neuvieme.fr", "/repartition", false)]
    [InlineData("principal@demo.neuvieme.fr", "/attributions", false)]
    [InlineData("principal@demo.neuvieme.fr", "/lettres", false)]
    [InlineData("principal@demo.neuvieme.fr", "/suivi", false)]
    [InlineData("principal@demo.neuvieme.fr", "/stsweb", false)]
    [InlineData("gestion@demo.neuvieme.fr", "/attributions/instruire?uai=0990001N", false)]
    public async Task MemeDiscipline_LIdentifiantLesDistingue(string qui, string adresse, bool lesDeux)
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite, MemeDiscipline);
        using var visiteur = await serveur.Visiteur(qui);

        var texte = Texte(await visiteur.Page(adresse));

        // 48211 tient la coordination de mathématiques, validée ; 11508 n'a pas de mission et ne paraît que là où l'on choisit.
        texte.ShouldContain("epp 48211");
        texte.Contains("epp 11508", StringComparison.Ordinal).ShouldBe(lesDeux);
    }

    [Theory, SurLesDeuxBases]
    public async Task DisciplinesDifferentes_LaDisciplineSuffit_EtDeuxFichesRestentDeux(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var principal = await serveur.Visiteur("principal@demo.neuvieme.fr");

        var liste = Texte(await principal.Page("/personnels"));

        liste.ShouldContain("homonyme : LETTRES MODERNES");
        liste.ShouldContain("homonyme : MATHEMATIQUES");
        liste.ShouldNotContain("epp 48211");
        (await serveur.Lire(db => db.Agents.CountAsync(a => a.Uai == Demonstration.College && a.NomUsage == "MARTIN" && a.Prenom == "Pierre"))).ShouldBe(2);
    }
}
