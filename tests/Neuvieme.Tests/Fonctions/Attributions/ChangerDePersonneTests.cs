using System.Net;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.Attributions;

/// <summary>Ce qui s'attache à une personne (lettre, notes, service fait, mots privés) ne passe pas à celle qui la remplace.</summary>
public class ChangerDePersonneTests
{
    const string Recteur = "recteur@demo.neuvieme.fr", Principal = "principal@demo.neuvieme.fr", Kervella = "anne.kervella@demo.neuvieme.fr", Ollivier = "yann.ollivier@demo.neuvieme.fr";

    static string Texte(AngleSharp.Dom.IDocument page) => page.QuerySelector("main")!.TextContent.Replace('\u00a0', ' ').Replace('\u202f', ' ');

    static Task<long> Eps(ServeurDeTest serveur) => serveur.Lire(db => db.Attributions.Where(a => a.Uai == Demonstration.College && a.Mission!.Code == "IMP-APSA").Select(a => a.Id).SingleAsync());

    static Task<long> Agent(ServeurDeTest serveur, string idSts) => serveur.Lire(db => db.Agents.Where(a => a.Uai == Demonstration.College && a.IdSts == idSts).Select(a => a.Id).SingleAsync());

    /// <summary>Validée avec sa lettre, puis annulée, renvoyée et reprise par le chef.</summary>
    static async Task<long> Reprise(ServeurDeTest serveur, Visiteur recteur, Visiteur chef)
    {
        var id = await Eps(serveur);
        await serveur.Lire(async db =>
        {
            db.Lettres.Add(new() { AttributionId = id, Numero = 1, Sha256 = new('a', 64), Pdf = [37, 80, 68, 70], Donnees = "{}", InstantUtc = DateTime.UtcNow, Auteur = "essai" });
            return await db.SaveChangesAsync();
        });
        await recteur.EnvoyerFormulaire($"/attributions/revenir/{id}", ("Motif", "Relire les heures."), ("Retrait.Fondement", "Illegale"));
        await serveur.Renvoyer(recteur, id, MotifRectorat.Incorrect, "Les heures ne vont pas.");
        await chef.Cliquer((await chef.Page("/attributions")).QuerySelector($"a[href^='/attributions/reprendre?ligne={id}.']")!.GetAttribute("href")!, "Reprendre la préparation");
        (await serveur.Lire(db => db.Attributions.Where(a => a.Id == id).Select(a => a.Etat).SingleAsync())).ShouldBe(EtatAttribution.EnPreparation);
        return id;
    }

    [Theory, SurLesDeuxBases]
    public async Task Remplacee_LaNouvellePersonneNeRecoitPasLaLettreDeLAutre(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var recteur = await serveur.Visiteur(Recteur);
        using var chef = await serveur.Visiteur(Principal);
        var ancienne = await Reprise(serveur, recteur, chef);
        var mission = await serveur.Lire(db => db.Attributions.Where(a => a.Id == ancienne).Select(a => a.MissionId).SingleAsync());

        await chef.Cliquer($"/repartition/modifier/{mission}", "Enregistrer", ("Saisie.Parts[0].AgentId", $"{await Agent(serveur, "31790")}"));

        // Une part neuve : l'ancienne garde sa lettre et ses corrections, hors de la répartition.
        var neuve = await Eps(serveur);
        neuve.ShouldNotBe(ancienne);
        await chef.Cliquer("/attributions", "Demander l’accord", await serveur.Ligne(neuve));
        using var ollivier = await serveur.Visiteur(Ollivier);
        await ollivier.Cliquer($"/mes-missions/consulter/{neuve}", "Je donne mon accord");
        await chef.Cliquer("/attributions", "Proposer au rectorat", await serveur.Ligne(neuve));
        await serveur.Valider(recteur, neuve);

        Texte(await ollivier.Page($"/mes-missions/consulter/{neuve}")).ShouldNotContain("Ma lettre de mission (PDF)");
        (await ollivier.Obtenir($"/lettres/telecharger/{neuve}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await ollivier.Obtenir($"/lettres/telecharger/{ancienne}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        Texte(await chef.Page("/")).ShouldContain("lettres de mission à établir");
        (await serveur.Lire(db => db.Lettres.IgnoreQueryFilters().CountAsync(l => l.AttributionId == ancienne))).ShouldBe(1);
        // Le rectorat lit une première proposition, sans le motif qui visait une autre personne.
        (await serveur.Lire(db => db.Amendements.IgnoreQueryFilters().CountAsync())).ShouldBe(0);
        using var kervella = await serveur.Visiteur(Kervella);
        Texte(await kervella.Page("/mes-missions")).ShouldNotContain("Coordination d’EPS");
    }

    [Theory, SurLesDeuxBases]
    public async Task Retirer_UneMissionDejaProposee_LaLettreDemeure_EtRienNEstPerdu(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var recteur = await serveur.Visiteur(Recteur);
        using var chef = await serveur.Visiteur(Principal);
        var id = await Reprise(serveur, recteur, chef);
        var mission = await serveur.Lire(db => db.Attributions.Where(a => a.Id == id).Select(a => a.MissionId).SingleAsync());

        await chef.Cliquer($"/repartition/modifier/{mission}", "Retirer cette mission");

        Texte(await chef.Page("/repartition")).ShouldNotContain("Coordination d’EPS");
        await chef.Page($"/repartition/modifier/{mission}", HttpStatusCode.NotFound);
        (await serveur.Lire(db => db.Lettres.IgnoreQueryFilters().CountAsync(l => l.AttributionId == id))).ShouldBe(1);
        // Le journal la nomme encore.
        Texte(await chef.Page("/journal")).ShouldContain("Coordination d’EPS");
    }

    /// <summary>Le service fait constaté pour l'un ne fait pas payer l'autre.</summary>
    [Fact]
    public async Task Reprendre_OublieLeServiceFait()
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite, db => db.Attributions.Where(a => a.Mission!.Code == "IMP-APSA").ExecuteUpdateAsync(a => a.SetProperty(x => x.ServiceFaitLe, new DateOnly(2026, 9, 2))));
        using var recteur = await serveur.Visiteur(Recteur);
        using var chef = await serveur.Visiteur(Principal);
        var id = await Reprise(serveur, recteur, chef);
        (await serveur.Lire(db => db.Attributions.Where(a => a.Id == id).Select(a => a.ServiceFaitLe).SingleAsync())).ShouldBeNull();
    }

    /// <summary>Octobre, novembre et décembre ont pu être payés : une nouvelle décision les programmerait une seconde fois.</summary>
    [Theory, SurLesDeuxBases]
    public async Task Revenir_ApresDesMoisDePaieSaisis_EstRefuse_MemeSaisieRetiree(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        var id = await Eps(serveur);
        using (var avant = await serveur.Visiteur(Principal))
        {
            await avant.Cliquer("/stsweb", "C’est saisi dans STSWeb", await serveur.Ligne(id));
        }

        serveur.Temps.Aller(new(2027, 1, 12, 9, 0, 0, TimeSpan.Zero));
        using var chef = await serveur.Visiteur(Principal);
        using var recteur = await serveur.Visiteur(Recteur);
        await chef.CliquerSur(await chef.Page("/stsweb"), "Annuler la saisie", ("motif", "Tapée sur une autre personne"));

        var page = await recteur.EnvoyerFormulaire($"/attributions/revenir/{id}", ("Motif", "Taux à revoir"), ("Retrait.Fondement", "Illegale"));

        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain("des versements ont pu partir");
        (await serveur.Lire(db => db.Echeances.CountAsync(e => e.AttributionId == id))).ShouldBe(9);
    }

    /// <summary>Ce que le chef a commencé à corriger n'est pas ce que le rectorat avait lu : il ne le reprend pas à son insu.</summary>
    [Fact]
    public async Task Revenir_SurUnRetourDejaEnCorrection_AttendLEnvoi()
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite);
        using var recteur = await serveur.Visiteur(Recteur);
        using var chef = await serveur.Visiteur(Principal);
        var id = await serveur.Lire(db => db.Attributions.Where(a => a.Uai == Demonstration.College && a.Etat == EtatAttribution.Proposee).Select(a => a.Id).SingleAsync());
        await serveur.Renvoyer(recteur, id, MotifRectorat.Incomplet, "Dites le nombre de postes.");
        var mission = await serveur.Lire(db => db.Attributions.Where(a => a.Id == id).Select(a => a.MissionId).SingleAsync());
        await chef.Cliquer($"/repartition/modifier/{mission}", "Enregistrer", ("Saisie.Parts[0].Justification", "Cent vingt postes, à vérifier"));

        (await recteur.EnvoyerFormulaire($"/attributions/revenir/{id}", ("Motif", "Après tout, suffisant"))).QuerySelector("[role=alert]")!.TextContent.ShouldContain("a commencé à la corriger");
        (await serveur.Lire(db => db.Attributions.Where(a => a.Id == id).Select(a => a.Etat).SingleAsync())).ShouldBe(EtatAttribution.ARectifier);
    }
}
