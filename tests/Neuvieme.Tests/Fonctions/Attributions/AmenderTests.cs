using System.Net;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.Attributions;

/// <summary>Une proposition lue par le rectorat ne change plus sans que l'ancien, le nouveau et le motif se lisent.</summary>
public class AmenderTests
{
    const string Recteur = "recteur@demo.neuvieme.fr", Gestion = "gestion@demo.neuvieme.fr", Principal = "principal@demo.neuvieme.fr";

    static Task<Attribution> Lire(ServeurDeTest serveur, long id) => serveur.Lire(db => db.Attributions.AsNoTracking().Include(a => a.Mission).SingleAsync(a => a.Id == id));

    static Task<long> Proposee(ServeurDeTest serveur) =>
        serveur.Lire(db => db.Attributions.Where(a => a.Uai == Demonstration.College && a.Etat == EtatAttribution.Proposee).Select(a => a.Id).SingleAsync());

    static string Texte(AngleSharp.Dom.IDocument page) => page.QuerySelector("main")!.TextContent.Replace('\u00a0', ' ').Replace('\u202f', ' ');

    [Theory, SurLesDeuxBases]
    public async Task Amender_LaJustification_LAncienLeNouveauEtLeMotifSeLisentAuRectorat(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var chef = await serveur.Visiteur(Principal);
        using var gestion = await serveur.Visiteur(Gestion);
        var id = await Proposee(serveur);
        var avant = await Lire(serveur, id);

        Texte(await chef.EnvoyerFormulaire($"/attributions/amender/{id}", ("Justification", "Deux cents postes <b>"), ("Motif", " "))).ShouldContain("Écrivez pourquoi");
        Texte(await chef.EnvoyerFormulaire($"/attributions/amender/{id}", ("Justification", avant.Justification), ("Motif", "Rien"))).ShouldContain("Rien n’a changé");
        (await serveur.Lire(db => db.Amendements.CountAsync())).ShouldBe(0);

        await chef.EnvoyerFormulaire($"/attributions/amender/{id}", ("Justification", "Deux cents postes <b>"), ("Motif", "Le parc a été recompté."));

        var apres = await Lire(serveur, id);
        (apres.Etat, apres.Justification, apres.Version).ShouldBe((EtatAttribution.Proposee, "Deux cents postes <b>", avant.Version + 1));
        var page = await gestion.Page($"/attributions/examiner/{id}");
        Texte(page).ShouldContain("« Le parc a été recompté. »");
        var ligne = page.QuerySelectorAll("tr").Single(t => t.QuerySelector("th")?.TextContent == "Justification");
        ligne.QuerySelectorAll("td").Select(t => t.TextContent).ShouldBe([avant.Justification.Length > 0 ? avant.Justification : "—", "Deux cents postes <b>"]);
        (await serveur.Lire(db => db.Journal.Where(j => j.Action == "proposition amendée").Select(j => j.Motif).SingleAsync())).ShouldBe("Le parc a été recompté.");
    }

    /// <summary>Le rectorat qui allait décider sur l'ancienne lecture en est averti : sa décision ne porte pas sur ce qu'il n'a pas lu.</summary>
    [Theory, SurLesDeuxBases]
    public async Task Amender_PendantLApercuDuRectorat_LaDecisionSArrete(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var chef = await serveur.Visiteur(Principal);
        using var recteur = await serveur.Visiteur(Recteur);
        var id = await Proposee(serveur);
        var apercu = await serveur.Apercu(recteur, "Valider", id);

        await chef.EnvoyerFormulaire($"/attributions/amender/{id}", ("Justification", "Parc recompté"), ("Motif", "Erreur de compte."));

        Texte(await recteur.CliquerSur(apercu, "Valider la proposition")).ShouldContain("la ligne a changé depuis que vous l’avez lue");
        (await Lire(serveur, id)).Etat.ShouldBe(EtatAttribution.Proposee);
        // Et l'inverse : corriger ce que le rectorat vient de décider.
        var formulaire = await chef.Page($"/attributions/amender/{id}");
        await serveur.Valider(recteur, id);
        Texte(await chef.Soumettre(formulaire, $"/attributions/amender/{id}", ("Justification", "Trop tard"), ("Motif", "Essai"))).ShouldContain("La proposition a changé depuis que vous l’avez lue : elle est « validée »");
        (await Lire(serveur, id)).Justification.ShouldBe("Parc recompté");
        Texte(await chef.Page($"/attributions/amender/{id}")).ShouldContain("demandez-lui d’abord de revenir sur sa décision");
    }

    /// <summary>Renvoyée puis proposée de nouveau : ce qui a changé entre les deux envois se lit sans que personne ne l'ait recopié.</summary>
    [Theory, SurLesDeuxBases]
    public async Task ProposerDeNouveau_ApresRetour_LesDeuxEnvoisSeComparent(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var chef = await serveur.Visiteur(Principal);
        using var gestion = await serveur.Visiteur(Gestion);
        var id = await Proposee(serveur);
        await serveur.Renvoyer(gestion, id, MotifRectorat.Incomplet, "Dites le nombre de postes.");
        var mission = (await Lire(serveur, id)).MissionId;
        await chef.Cliquer($"/repartition/modifier/{mission}", "Enregistrer", ("Saisie.Parts[0].Justification", "Cent vingt postes"));

        Texte(await chef.Page("/attributions")).ShouldContain("Changé depuis que le rectorat l’a lue : justification");
        await chef.Cliquer("/attributions", "Proposer au rectorat les lignes cochées", await serveur.Ligne(id), ($"Reponses[{id}]", "Postes comptés."));

        var amendement = await serveur.Lire(db => db.Amendements.AsNoTracking().SingleAsync(a => a.AttributionId == id));
        amendement.Motif.ShouldBe("Postes comptés.");
        amendement.Lignes.ShouldHaveSingleItem().ShouldSatisfyAllConditions(c => c.Champ.ShouldBe("Justification"), c => c.Apres.ShouldBe("Cent vingt postes"));
        Texte(await gestion.Page($"/attributions/examiner/{id}")).ShouldContain("Corrigée depuis le premier envoi");
    }

    [Fact]
    public async Task Repartition_NeChangePlusLesFaitsQueLeRectoratInstruit()
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite);
        using var chef = await serveur.Visiteur(Principal);
        var attribution = await Lire(serveur, await Proposee(serveur));
        attribution.Mission!.AppreciationNumerique.ShouldBe(true, "la proposition en attente au collège est celle du numérique");

        Texte(await chef.Cliquer($"/repartition/modifier/{attribution.MissionId}", "Enregistrer", ("Saisie.AppreciationNumerique", "false"))).ShouldContain("Le rectorat instruit une proposition sur ces faits");
        (await Lire(serveur, attribution.Id)).Mission!.AppreciationNumerique.ShouldBe(true);
        // Par « Corriger », le même fait change, et le rectorat lit l'ancien et le nouveau.
        await chef.EnvoyerFormulaire($"/attributions/amender/{attribution.Id}", ("Saisie.AppreciationNumerique", "false"), ("Motif", "Le parc dépend de la collectivité."));
        (await serveur.Lire(db => db.Amendements.AsNoTracking().SingleAsync())).Lignes.ShouldBe([new("Organisation académique du numérique appréciée", "oui", "non")]);
    }

    /// <summary>Deux IMP de coordination de discipline s'écartent du taux usuel : sans justification, la proposition n'aurait pu partir (circulaire n° 2015-058, II.1).</summary>
    [Theory, SurLesDeuxBases]
    public async Task Amender_EnCeQueLeDroitRefuse_NEnregistreRien(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur, async db =>
        {
            var proposee = await db.Attributions.Include(a => a.Mission).SingleAsync(a => a.Uai == Demonstration.College && a.Etat == EtatAttribution.Proposee);
            (proposee.Mission!.Code, proposee.Justification, proposee.Centimes) = ("IMP-DISC", "Neuf divisions, deux salles", 250_000);
            proposee.PropositionFigee = Proposition.Figer(proposee.Mission, proposee);
            await db.SaveChangesAsync();
        });
        using var chef = await serveur.Visiteur(Principal);
        var id = await Proposee(serveur);

        Texte(await chef.EnvoyerFormulaire($"/attributions/amender/{id}", ("Justification", ""), ("Motif", "Essai"))).ShouldContain("Ainsi changée, la proposition ne pourrait plus partir");
        (await Lire(serveur, id)).Justification.ShouldBe("Neuf divisions, deux salles");
        (await serveur.Lire(db => db.Amendements.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Amender_LaPropositionDUnAutreEtablissement_EstIntrouvable()
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite);
        using var chef = await serveur.Visiteur(Principal);
        var id = await serveur.Lire(db => db.Attributions.Where(a => a.Uai == Demonstration.Lycee && a.Etat == EtatAttribution.Proposee).Select(a => a.Id).FirstAsync());
        await chef.Page($"/attributions/amender/{id}", HttpStatusCode.NotFound);
    }
}
