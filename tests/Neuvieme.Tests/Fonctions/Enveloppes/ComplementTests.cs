using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Fonctions.Enveloppes;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.Enveloppes;

public class ComplementTests
{
    const string Demander = "/enveloppes/demander-complement";
    static readonly (string, string)[] DeuxImp = [("Quarts", "8"), ("Motif", "deux tutorats de plus")];

    [Theory, SurLesDeuxBases]
    public async Task Demander_PuisAccorderUnePartie_UneLigneLieeEtLaReponseAuChef(Base sur)
    {
        // R040 : accordée, la demande devient un ajustement de la dotation. 2 IMP demandées, 1 accordée : 8 + 1 = 9 IMP, 11 250 €.
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var chef = await serveur.Visiteur("principal@demo.neuvieme.fr");
        using var gestion = await serveur.Visiteur("gestion@demo.neuvieme.fr");

        Texte(await chef.EnvoyerFormulaire(Demander, DeuxImp)).ShouldContain("2 IMP (2\u202f500\u00a0€) est partie au rectorat");
        Texte(await chef.Page("/")).ShouldContain("complément de 2 IMP demandé");
        var id = await serveur.Lire(db => db.DemandesComplement.Select(d => d.Id).SingleAsync());
        Texte(await gestion.Page("/")).ShouldContain("1 demande de complément d’IMP");
        foreach (var page in (string[])["/enveloppes/notifier", "/enveloppes/notifier?uai=" + Demonstration.College, "/enveloppes/repondre"])
        {
            Texte(await gestion.Page(page)).ShouldContain("deux tutorats de plus", customMessage: page);
        }

        var sansMotif = await gestion.Cliquer($"/enveloppes/repondre?id={id}", "Accorder et notifier", ("QuartsAccordes", "4"));
        Texte(sansMotif).ShouldContain("pourquoi une partie seulement");
        await gestion.CliquerSur(sansMotif, "Accorder et notifier", ("QuartsAccordes", "4"), ("Reponse", "le reste à la rentrée"));

        var enveloppe = await chef.Page("/enveloppes");
        Texte(enveloppe).ShouldContain("9 IMP notifiées (11\u202f250\u00a0€)");
        Texte(enveloppe).ShouldContain("Accordée en partie, 1 IMP sur 2, le 8 septembre 2026 par Paul Ferrand");
        Texte(enveloppe).ShouldContain("« le reste à la rentrée »");
        var ligne = await serveur.Lire(db => db.LignesEnveloppe.SingleAsync(l => l.ComplementId == id));
        (ligne.Genre, ligne.Quarts).ShouldBe((GenreLigne.Complement, 4));
        Texte(await gestion.Page("/")).ShouldNotContain("demande de complément");
    }

    [Theory, SurLesDeuxBases]
    public async Task Refuser_SansMotifNonPuisAvec_RienAuGrandLivre(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var chef = await serveur.Visiteur("principal@demo.neuvieme.fr");
        using var gestion = await serveur.Visiteur("gestion@demo.neuvieme.fr");
        await chef.EnvoyerFormulaire(Demander, DeuxImp);
        var id = await serveur.Lire(db => db.DemandesComplement.Select(d => d.Id).SingleAsync());

        var refus = await gestion.Cliquer($"/enveloppes/repondre?id={id}", "Refuser");
        Texte(refus).ShouldContain("Écrivez le motif du refus");
        await gestion.CliquerSur(refus, "Refuser", ("Reponse", "enveloppe académique épuisée"));

        Texte(await chef.Page(Demander)).ShouldContain("« enveloppe académique épuisée »");
        (await serveur.Lire(db => db.LignesEnveloppe.CountAsync(l => l.Uai == Demonstration.College))).ShouldBe(1);
    }

    [Theory, SurLesDeuxBases]
    public async Task Repondre_ApresLeRetraitDuChef_DitQueLaDemandeNAttendPlus(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var chef = await serveur.Visiteur("principal@demo.neuvieme.fr");
        using var gestion = await serveur.Visiteur("gestion@demo.neuvieme.fr");
        await chef.EnvoyerFormulaire(Demander, DeuxImp);
        var ouverte = await gestion.Page("/enveloppes/repondre?id=" + await serveur.Lire(db => db.DemandesComplement.Select(d => d.Id).SingleAsync()));

        await chef.Cliquer(Demander, "Retirer ma demande");
        var reponse = await gestion.CliquerSur(ouverte, "Accorder et notifier");

        Texte(reponse).ShouldContain("n’attend plus : retirée, le 8 septembre 2026 par Hugo Roussel");
        (await serveur.Lire(db => db.LignesEnveloppe.CountAsync(l => l.Uai == Demonstration.College))).ShouldBe(1);
    }

    [Theory, SurLesDeuxBases]
    public async Task Demander_DeuxFoisLeMemeFormulaire_UneSeuleDemandeEtUneAutreAttend(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var chef = await serveur.Visiteur("principal@demo.neuvieme.fr");
        var page = await chef.Page(Demander);
        var autre = await chef.Page(Demander);

        await chef.Soumettre(page, Demander, DeuxImp);
        Texte(await chef.Soumettre(page, Demander, DeuxImp)).ShouldContain("est partie au rectorat");
        Texte(await chef.Soumettre(page, Demander, ("Quarts", "4"), ("Motif", "changé"))).ShouldContain("rien de ce qui y a changé depuis n’est enregistré");
        Texte(await chef.Soumettre(autre, Demander, ("Quarts", "4"), ("Motif", "autre chose"))).ShouldContain("Une demande de 2 IMP, envoyée par Hugo Roussel, attend déjà");

        (await serveur.Lire(db => db.DemandesComplement.CountAsync())).ShouldBe(1);
    }

    [Theory]
    [InlineData("0", "besoin", "de ¼ à 20 IMP")]
    [InlineData("-4", "besoin", "de ¼ à 20 IMP")]
    [InlineData("999999", "besoin", "de ¼ à 20 IMP")]
    [InlineData("huit", "besoin", "Nombre d’IMP")]
    [InlineData("8", "   ", "Écrivez le motif")]
    public async Task Demander_SaisieFautive_RefuseeEtGardeeALEcran(string quarts, string motif, string attendu)
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite);
        using var chef = await serveur.Visiteur("principal@demo.neuvieme.fr");

        var page = await chef.EnvoyerFormulaire(Demander, ("Quarts", quarts), ("Motif", motif));

        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain(attendu);
        page.QuerySelector<IHtmlTextAreaElement>("textarea[name=Motif]")!.Value.Trim().ShouldBe(motif.Trim());
        (await serveur.Lire(db => db.DemandesComplement.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Accorder_PlusQueDemande_Refuse()
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite);
        using var chef = await serveur.Visiteur("principal@demo.neuvieme.fr");
        using var gestion = await serveur.Visiteur("gestion@demo.neuvieme.fr");
        await chef.EnvoyerFormulaire(Demander, DeuxImp);
        var id = await serveur.Lire(db => db.DemandesComplement.Select(d => d.Id).SingleAsync());

        Texte(await gestion.Cliquer($"/enveloppes/repondre?id={id}", "Accorder et notifier", ("QuartsAccordes", "12"))).ShouldContain("notifiez le surplus à part");

        (await serveur.Lire(db => db.LignesEnveloppe.CountAsync(l => l.Uai == Demonstration.College))).ShouldBe(1);
    }

    static string Texte(IHtmlDocument page) => page.QuerySelector("main")!.TextContent;
}
