using System.Net;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.Attributions;

/// <summary>De l'accord demandé aux neuvièmes : chaque étape par celui qui la fait.</summary>
public class FilTests
{
    const string Principal = "principal@demo.neuvieme.fr", Recteur = "recteur@demo.neuvieme.fr", Benali = "samia.benali@demo.neuvieme.fr";

    static Task<Attribution> Lire(ServeurDeTest serveur, long id) => serveur.Lire(db => db.Attributions.AsNoTracking().SingleAsync(a => a.Id == id));

    static Task<long> Decrochage(ServeurDeTest serveur) =>
        serveur.Lire(db => db.Attributions.Where(a => a.Mission!.Code == "IMP-DECR" && a.Uai == Demonstration.College).Select(a => a.Id).SingleAsync());

    [Theory, SurLesDeuxBases]
    public async Task Fil_AccordPropositionValidation_EcritNeufNeuviemesAuCentime(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var chef = await serveur.Visiteur(Principal);
        using var agent = await serveur.Visiteur(Benali);
        using var recteur = await serveur.Visiteur(Recteur);
        var id = await Decrochage(serveur);

        await agent.Cliquer($"/mes-missions/consulter/{id}", "Je donne mon accord");
        (await Lire(serveur, id)).Etat.ShouldBe(EtatAttribution.AccordDonne);
        await chef.Cliquer("/attributions", "Proposer au rectorat", await serveur.Ligne(id));
        (await Lire(serveur, id)).Etat.ShouldBe(EtatAttribution.Proposee);
        await serveur.Valider(recteur, id);
        (await Lire(serveur, id)).Etat.ShouldBe(EtatAttribution.Validee);

        // Table V1 : 1 250 € font huit versements de 138,89 € et un de 138,88 €, d'octobre à juin ; net 125,65 € puis 125,64 €.
        var echeances = await serveur.Lire(db => db.Echeances.AsNoTracking().Where(e => e.AttributionId == id).OrderBy(e => e.Rang).ToListAsync());
        echeances.Select(e => e.BrutCentimes).ShouldBe([13889, 13889, 13889, 13889, 13889, 13889, 13889, 13889, 13888]);
        echeances.Select(e => e.NetEstimeCentimes).ShouldBe([12565, 12565, 12565, 12565, 12565, 12565, 12565, 12565, 12564]);
        (echeances[0].Mois, echeances[8].Mois).ShouldBe((202610, 202706));
        var actions = await serveur.Lire(db => db.Journal.Where(j => j.Objet == $"attribution:{id}").OrderBy(j => j.Rang).Select(j => j.Action).ToListAsync());
        actions.ShouldBe(["accord demandé", "accord donné", "proposée au rectorat", "validée par le rectorat"]);
    }

    /// <summary>Aucun texte national n'écrit les tâches d'une rencontre de chorales : sans elles, personne ne sait à quoi il s'engage.</summary>
    [Fact]
    public async Task DemanderAccord_MissionSansTache_EstRefuse()
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite);
        using var chef = await serveur.Visiteur(Principal);
        var agent = await serveur.Lire(db => db.Agents.Where(a => a.IdSts == "20131").Select(a => a.Id).SingleAsync());
        await chef.EnvoyerFormulaire("/repartition/ajouter?code=IMP-CHOR", ("Saisie.Parts[0].Centimes", "31250"), ("Saisie.Parts[0].AgentId", $"{agent}"));
        var id = await serveur.Lire(db => db.Attributions.Where(a => a.Mission!.Code == "IMP-CHOR").Select(a => a.Id).SingleAsync());

        var page = await chef.Cliquer("/attributions", "Demander l’accord", await serveur.Ligne(id));

        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain("ce qui est attendu");
        (await Lire(serveur, id)).Etat.ShouldBe(EtatAttribution.EnPreparation);
    }

    [Theory, SurLesDeuxBases]
    public async Task Decliner_NeLaisseNiNomNiTraceNegative(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var chef = await serveur.Visiteur(Principal);
        using var agent = await serveur.Visiteur(Benali);
        var id = await Decrochage(serveur);

        await agent.Cliquer($"/mes-missions/consulter/{id}", "Je ne donne pas suite");
        (await Lire(serveur, id)).Etat.ShouldBe(EtatAttribution.AccordDecline);
        await chef.Cliquer("/attributions", "Reprendre la préparation");

        var attribution = await Lire(serveur, id);
        (attribution.Etat, attribution.AgentId).ShouldBe((EtatAttribution.EnPreparation, null));
        var journal = await serveur.Lire(db => db.Journal.Where(j => j.Objet == $"attribution:{id}").Select(j => j.Action + j.Apres).ToListAsync());
        journal.ShouldAllBe(j => !j.Contains("déclin") && !j.Contains("refus"));
    }

    [Theory, SurLesDeuxBases]
    public async Task Renvoyer_SansMotif_EstRefuse_AvecMotif_LeChefLeLitEtRepropose(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var recteur = await serveur.Visiteur(Recteur);
        using var chef = await serveur.Visiteur(Principal);
        var id = await serveur.Lire(db => db.Attributions.Where(a => a.Uai == Demonstration.College && a.Etat == EtatAttribution.Proposee).Select(a => a.Id).SingleAsync());

        (await serveur.Renvoyer(recteur, id, null, "")).QuerySelector("[role=alert]")!.TextContent.ShouldContain("Choisissez le motif");
        (await Lire(serveur, id)).Etat.ShouldBe(EtatAttribution.Proposee);
        await serveur.Renvoyer(recteur, id, MotifRectorat.Incomplet, "Précisez le parc <script>alert(1)</script>");
        var liste = await chef.Page("/attributions");
        liste.QuerySelector("main")!.TextContent.ShouldContain("Précisez le parc <script>alert(1)</script>");
        (await chef.Cliquer("/attributions", "Proposer au rectorat", await serveur.Ligne(id))).QuerySelector("[role=alert]")!.TextContent.ShouldContain("répondez au rectorat");
        (await Lire(serveur, id)).Etat.ShouldBe(EtatAttribution.ARectifier);
        await chef.Cliquer("/attributions", "Proposer au rectorat", await serveur.Ligne(id), ($"Reponses[{id}]", "Parc de 180 postes, inventaire joint."));

        (await Lire(serveur, id)).Etat.ShouldBe(EtatAttribution.Proposee);
        (await recteur.Page($"/attributions/examiner/{id}")).QuerySelector("main")!.TextContent.ShouldContain("Parc de 180 postes");
    }

    [Theory, SurLesDeuxBases]
    public async Task Valider_ParUnGestionnaire_EstInterdit(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var gestion = await serveur.Visiteur("gestion@demo.neuvieme.fr");
        var id = await serveur.Lire(db => db.Attributions.Where(a => a.Uai == Demonstration.College && a.Etat == EtatAttribution.Proposee).Select(a => a.Id).SingleAsync());
        var page = await gestion.Page($"/attributions/instruire?uai={Demonstration.College}");
        page.QuerySelectorAll("button").ShouldNotContain(b => b.TextContent.Contains("Valider", StringComparison.Ordinal));

        using var corps = new FormUrlEncodedContent([new("Decision", "Valider"), new("Lignes", (await serveur.Ligne(id)).Valeur), new("__RequestVerificationToken", page.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!)]);
        using var reponse = await gestion.Http.PostAsync("/attributions/instruire?handler=Decider", corps, TestContext.Current.CancellationToken);

        reponse.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await Lire(serveur, id)).Etat.ShouldBe(EtatAttribution.Proposee);
    }

    [Theory, SurLesDeuxBases]
    public async Task Repondre_ALaPlaceDUnAutre_EstRefuse(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var autre = await serveur.Visiteur("anne.kervella@demo.neuvieme.fr");
        var id = await Decrochage(serveur);
        var jeton = (await autre.Page("/mes-missions")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        await autre.Page($"/mes-missions/consulter/{id}", HttpStatusCode.NotFound);
        using var corps = new FormUrlEncodedContent([new("accepte", "true"), new("version", "2"), new("__RequestVerificationToken", jeton)]);
        using var reponse = await autre.Http.PostAsync($"/mes-missions/repondre/{id}", corps, TestContext.Current.CancellationToken);

        (await reponse.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("ne vous est plus adress");
        (await Lire(serveur, id)).Etat.ShouldBe(EtatAttribution.AccordDemande);
    }

    [Fact]
    public void Transitions_ToutesLesAutres_SontRefuseesParUnePhrase()
    {
        var permises = 0;
        foreach (var etat in Enum.GetValues<EtatAttribution>())
        {
            foreach (var action in Enum.GetValues<ActionAttribution>())
            {
                if (Transitions.Suivant(etat, action) is not null)
                {
                    permises++;
                }
                else
                {
                    Transitions.Explication(etat, action).ShouldContain(etat.Libelle());
                }
            }
        }

        // Les quatorze passages de l’IMP, reprises et modification demandée comprises, et les trois décisions sur lesquelles le recteur peut revenir ; une attribution validée ne bouge pas autrement.
        permises.ShouldBe(18);
        Enum.GetValues<ActionAttribution>().Where(a => a != ActionAttribution.Revenir).ShouldAllBe(a => Transitions.Suivant(EtatAttribution.Validee, a) == null);
    }

    [Theory, SurLesDeuxBases]
    public async Task Proposer_LigneChangeeDepuisLaLecture_EstRefuseeEtMontreeAJour(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var chef = await serveur.Visiteur(Principal);
        using var adjoint = await serveur.Visiteur(Principal);
        using var agent = await serveur.Visiteur(Benali);
        var id = await Decrochage(serveur);
        await agent.Cliquer($"/mes-missions/consulter/{id}", "Je donne mon accord");
        var lue = await chef.Page("/attributions");
        var ligne = await serveur.Ligne(id);
        var reprise = (await adjoint.Page("/attributions")).QuerySelector($"a[href^='/attributions/reprendre?ligne={id}.']")!.GetAttribute("href")!;
        // Un accord donné ne se défait pas d'un clic : la page dit d'abord ce qu'il devient.
        (await adjoint.Page(reprise)).QuerySelector("main")!.TextContent.ShouldContain("ne vaudra plus");
        await adjoint.Cliquer(reprise, "Reprendre la préparation");
        await adjoint.Cliquer("/attributions", "Demander l’accord", await serveur.Ligne(id));
        await agent.Cliquer($"/mes-missions/consulter/{id}", "Je donne mon accord");

        var page = await chef.CliquerSur(lue, "Proposer au rectorat", ligne);

        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain("la ligne a changé depuis que vous l’avez lue");
        (await Lire(serveur, id)).Etat.ShouldBe(EtatAttribution.AccordDonne);
    }

    [Theory, SurLesDeuxBases]
    public async Task Proposer_FormulaireDUneAutreAnnee_EstRefuse(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var chef = await serveur.Visiteur(Principal);
        using var agent = await serveur.Visiteur(Benali);
        var id = await Decrochage(serveur);
        await agent.Cliquer($"/mes-missions/consulter/{id}", "Je donne mon accord");
        var lue = await chef.Page("/attributions");
        var champs = lue.QuerySelectorAll("form[action='/attributions/proposer'] input[type=hidden]").ToDictionary(c => c.GetAttribute("name")!, c => c.GetAttribute("value")!);
        champs["_contexte"].ShouldBe($"{Demonstration.College} 2026");
        await chef.EnvoyerFormulaire("/comptes/changer", ("Annee", "2025"));

        using var corps = new FormUrlEncodedContent([.. champs, new("Lignes", (await serveur.Ligne(id)).Valeur)]);
        using var reponse = await chef.Http.PostAsync("/attributions/proposer", corps, TestContext.Current.CancellationToken);

        reponse.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await reponse.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("changé d’établissement ou d’année");
        (await Lire(serveur, id)).Etat.ShouldBe(EtatAttribution.AccordDonne);
    }
}
