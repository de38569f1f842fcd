using System.Net;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Fonctions.Enveloppes.Notifier;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.Enveloppes;

public class NotifierTests
{
    const string Adresse = "/enveloppes/notifier?uai=" + Demonstration.College;

    [Theory, SurLesDeuxBases]
    public async Task Notifier_DeuxImpEnJuin_LeChefVoitDixEtLesDeuxLignes(Base sur)
    {
        // R034 : 8 IMP en février, +2 en juin, le total est 10 et l'historique montre les deux.
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var gestion = await serveur.Visiteur("gestion@demo.neuvieme.fr");
        using var chef = await serveur.Visiteur("principal@demo.neuvieme.fr");

        await gestion.EnvoyerFormulaire(Adresse, ("Imp", "2"), ("Motif", "ajustement de juin"));
        var page = await chef.Page("/enveloppes");

        page.QuerySelector("main")!.TextContent.ShouldContain("10 IMP notifiées (12\u202f500\u00a0€)");
        page.QuerySelectorAll("tbody tr").Length.ShouldBe(2);
        (await serveur.Lire(db => db.Journal.CountAsync(j => j.Action == "enveloppe notifiée" && j.Portee == Demonstration.College))).ShouldBe(2);
    }

    [Theory, SurLesDeuxBases]
    public async Task Notifier_ReprendrePlusQueLibre_EstRefuseEtRienNEstEcrit(Base sur)
    {
        // Engagé au collège : 2 500 + 1 250 validés, 2 500 proposés, 625 et 1 250 réservés = 8 125 € = 6,5 IMP sur 8.
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var gestion = await serveur.Visiteur("gestion@demo.neuvieme.fr");

        var page = await gestion.EnvoyerFormulaire(Adresse, ("Imp", "-2"), ("Motif", "reprise"));

        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain("6,5 IMP sur 8");
        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain("2 missions validées, 3 IMP ; 1 mission proposée au rectorat, 2 IMP ; 2 missions dont l’accord est demandé ou donné, 1,5 IMP");
        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain("que 1,5 IMP");
        page.QuerySelector("input[name=Imp]")!.GetAttribute("value").ShouldBe("-2");
        (await serveur.Lire(db => db.LignesEnveloppe.Where(l => l.Uai == Demonstration.College).SumAsync(l => l.Quarts))).ShouldBe(32);
    }

    [Theory]
    [InlineData("7,5", 30)]
    [InlineData("0.25", 1)]
    [InlineData("−0,25", -1)]
    [InlineData(" 8 ", 32)]
    [InlineData("0,3", null)]
    [InlineData("huit", null)]
    [InlineData("1e9", null)]
    [InlineData("", null)]
    public void LireQuarts_NeGardeQueLesQuartsEntiers(string saisie, int? quarts) => IndexModel.LireQuarts(saisie).ShouldBe(quarts);

    /// <summary>Une virgule oubliée notifierait 625 000 € : au-delà de vingt IMP, ou de tout ce qui est déjà notifié, on confirme un montant lu.</summary>
    [Theory, SurLesDeuxBases]
    public async Task Notifier_Demesure_DemandeDeConfirmerLeMontant(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var gestion = await serveur.Visiteur("gestion@demo.neuvieme.fr");
        var adresse = $"/enveloppes/notifier?uai={Demonstration.College}";
        Task<int> Notifie() => serveur.Lire(db => db.LignesEnveloppe.Where(l => l.Uai == Demonstration.College).SumAsync(l => l.Quarts));

        var apercu = await gestion.Cliquer(adresse, "Notifier", ("Imp", "500"), ("Motif", "ajustement"));
        // 8 IMP notifiées par la démonstration ; 508 IMP font 635 000 €.
        var texte = apercu.QuerySelector("[role=alert]")!.TextContent.Replace('\u202f', ' ').Replace('\u00a0', ' ');
        texte.ShouldContain("de 8 à 508 IMP");
        texte.ShouldContain("635 000 €");
        (await Notifie()).ShouldBe(32);

        await gestion.CliquerSur(apercu, "Confirmer", ("Imp", "50"));
        (await Notifie()).ShouldBe(32, "changé après l'aperçu, le montant se confirme de nouveau");
        await gestion.CliquerSur(apercu, "Confirmer");
        (await Notifie()).ShouldBe(32 + 2000);
        (await gestion.Cliquer(adresse, "Notifier", ("Imp", "1000000"), ("Motif", "x"))).QuerySelector("[role=alert]")!.TextContent.ShouldContain("de −500 à 500");
    }

    [Fact]
    public async Task Notifier_HorsDeSonAcademie_Introuvable()
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite, async db =>
        {
            db.Academies.Add(new() { Code = "98", Libelle = "voisine" });
            db.Etablissements.Add(new() { Uai = "0980001F", Denomination = "Collège voisin", AcademieCode = "98", NatureCode = "340" });
            await db.SaveChangesAsync();
        });
        using var gestion = await serveur.Visiteur("gestion@demo.neuvieme.fr");

        await gestion.Page("/enveloppes/notifier?uai=0980001F", HttpStatusCode.NotFound);
    }
}
