using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Fonctions.Personnels;
using Neuvieme.Fonctions.Personnels.Importer;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.Personnels;

public class ModifierTests
{
    const string Principal = "principal@demo.neuvieme.fr";

    [Theory, SurLesDeuxBases]
    public async Task Modifier_HeuresAvecMotif_EnregistreEtJournalise(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var principal = await serveur.Visiteur(Principal);
        var id = await Id(serveur, "FAURE");

        await principal.EnvoyerFormulaire($"/personnels/modifier?id={id}", ("Saisie.HeuresEps", "12,5"), ("Saisie.Motif", "Temps partiel annualisé"));

        principal.Ici.ShouldBe("/personnels");
        var affectation = await serveur.Lire(db => db.Affectations.SingleAsync(a => a.AgentId == id));
        affectation.HeuresEpsCentiemes.ShouldBe(1250);
        affectation.OrigineHeures.ShouldBe(FaitsPersonne.SaisieDuChef);
        var entree = await Derniere(serveur, id);
        Lecture.SansNoms.EnUneLigne(entree).ShouldBe("heures d’EPS 17\u00a0h → 12,5\u00a0h");
        entree.Motif.ShouldBe("Camille FAURE : Temps partiel annualisé");
        entree.Auteur.ShouldBe("Hugo Roussel");
    }

    [Theory, SurLesDeuxBases]
    public async Task Modifier_HeuresSansMotif_RefuseEtGardeLaSaisie(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var principal = await serveur.Visiteur(Principal);
        var id = await Id(serveur, "FAURE");

        var page = await principal.EnvoyerFormulaire($"/personnels/modifier?id={id}", ("Saisie.HeuresEps", "12,5"));

        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain("Écrivez pourquoi");
        ((IHtmlInputElement)page.QuerySelector("[name='Saisie.HeuresEps']")!).Value.ShouldBe("12,5");
        (await serveur.Lire(db => db.Affectations.SingleAsync(a => a.AgentId == id))).HeuresEpsCentiemes.ShouldBe(1700);
    }

    [Theory]
    [InlineData("dix-sept", "17 ou 17,5")]
    [InlineData("-1", "17 ou 17,5")]
    [InlineData("41", "de 0 à 40")]
    [InlineData("17,333", "17 ou 17,5")]
    public async Task Modifier_HeuresImpossibles_Expliquees(string heures, string message)
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite);
        using var principal = await serveur.Visiteur(Principal);
        var id = await Id(serveur, "FAURE");

        var page = await principal.EnvoyerFormulaire($"/personnels/modifier?id={id}", ("Saisie.HeuresEps", heures), ("Saisie.Motif", "essai"));

        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain(message);
    }

    [Theory, SurLesDeuxBases]
    public async Task Modifier_FicheChangeeEntreTemps_DitQuiEtQuoi_PuisLaisseEnregistrer(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var premier = await serveur.Visiteur(Principal);
        using var second = await serveur.Visiteur(Principal);
        var id = await Id(serveur, "MOREL");
        var url = $"/personnels/modifier?id={id}";
        var ouverte = await premier.Page(url);
        await second.EnvoyerFormulaire(url, ("Saisie.Corps", nameof(Corps.Agrege)));

        var page = await premier.Soumettre(ouverte, url, ("Saisie.Corps", nameof(Corps.Contractuel)));

        var alerte = page.QuerySelector("[role=alert]")!.TextContent;
        alerte.ShouldContain("Hugo Roussel a modifié cette fiche");
        alerte.ShouldContain("corps Certifié → Agrégé");
        ((IHtmlSelectElement)page.QuerySelector("[name='Saisie.Corps']")!).Value.ShouldBe(nameof(Corps.Contractuel));
        (await serveur.Lire(db => db.Agents.SingleAsync(a => a.Id == id))).Corps.ShouldBe(Corps.Agrege);

        await premier.Soumettre(page, url);
        (await serveur.Lire(db => db.Agents.SingleAsync(a => a.Id == id))).Corps.ShouldBe(Corps.Contractuel);
    }

    [Theory, SurLesDeuxBases]
    public async Task Modifier_AgentDUnAutreEtablissement_Introuvable(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var principal = await serveur.Visiteur(Principal);
        var (sien, autre) = (await Id(serveur, "FAURE"), await Id(serveur, "BERNARD"));
        var page = await principal.Page($"/personnels/modifier?id={sien}");

        await principal.Page($"/personnels/modifier?id={autre}", HttpStatusCode.NotFound);
        await principal.Soumettre(page, $"/personnels/modifier?id={autre}", ("Id", autre.ToString()), ("Saisie.Corps", nameof(Corps.Autre)));

        (await serveur.Lire(db => db.Agents.SingleAsync(a => a.Id == autre))).Corps.ShouldBe(Corps.Certifie);
    }

    [Theory, SurLesDeuxBases]
    public async Task Modifier_Courriel_RattacheLeCompteDAgentDeLEtablissement_EtPasUnAutre(Base sur)
    {
        // Le compte attend sa fiche : celui d'une autre personne ne se prend pas.
        await using var serveur = await ServeurDeTest.Demo(sur, async db => await db.Agents.Where(a => a.NomUsage == "PETIT").ExecuteUpdateAsync(s => s.SetProperty(a => a.CompteId, (long?)null)));
        using var principal = await serveur.Visiteur(Principal);
        var id = await Id(serveur, "FAURE");
        var (petit, bernard) = await serveur.Lire(async db => (await db.Agents.SingleAsync(a => a.NomUsage == "PETIT"), await db.Agents.SingleAsync(a => a.NomUsage == "BERNARD")));
        var compte = await serveur.Lire(db => db.Users.SingleAsync(c => c.Email == petit.Courriel));

        await principal.EnvoyerFormulaire($"/personnels/modifier?id={id}", ("Saisie.Courriel", petit.Courriel!));
        (await serveur.Lire(db => db.Agents.SingleAsync(a => a.Id == id))).CompteId.ShouldBe(compte.Id);

        // Le compte d'un agent du lycée ne s'ouvre pas sur les missions du collège.
        await principal.EnvoyerFormulaire($"/personnels/modifier?id={id}", ("Saisie.Courriel", bernard.Courriel!));
        (await serveur.Lire(db => db.Agents.SingleAsync(a => a.Id == id))).CompteId.ShouldBeNull();
    }

    [Fact]
    public async Task Modifier_RienDeChange_NEcritRienAuJournal()
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite);
        using var principal = await serveur.Visiteur(Principal);
        var id = await Id(serveur, "FAURE");
        var avant = await serveur.Lire(db => db.Journal.CountAsync());

        await principal.EnvoyerFormulaire($"/personnels/modifier?id={id}", ("Saisie.Motif", ""));

        (await serveur.Lire(db => db.Journal.CountAsync())).ShouldBe(avant);
    }

    static Task<long> Id(ServeurDeTest serveur, string nom) => serveur.Lire(db => db.Agents.Where(a => a.NomUsage == nom).Select(a => a.Id).SingleAsync());

    static Task<EntreeJournal> Derniere(ServeurDeTest serveur, long id)
    {
        var objet = $"agent:{id}";
        return serveur.Lire(db => db.Journal.Where(e => e.Objet == objet).OrderByDescending(e => e.Rang).FirstAsync());
    }
}
