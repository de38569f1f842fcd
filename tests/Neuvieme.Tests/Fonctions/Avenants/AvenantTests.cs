using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Avenants;
using Neuvieme.Tests.Fonctions.Attributions;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.Avenants;

/// <summary>
/// La mission de référente numérique de Linh Nguyen passe de 2 500 € (8 × 277,78 + 277,76) à 3 750 € (8 × 416,67 + 416,64, regles V1) ;
/// celle d'Anne Kervella, coordination d'EPS, ne change que ses heures.
/// </summary>
public class AvenantTests
{
    static Task<long> Validee(ServeurDeTest serveur) => serveur.Lire(db => db.Attributions.Where(a => a.Uai == Demonstration.College && a.Etat == EtatAttribution.Validee && a.Centimes == 250_000).Select(a => a.Id).FirstAsync());

    /// <summary>Validée à la rentrée, l'enveloppe du collège portant deux IMP de plus.</summary>
    static async Task<long> Numerique(ServeurDeTest serveur)
    {
        using var recteur = await serveur.Visiteur("recteur@demo.neuvieme.fr");
        var id = await serveur.Lire(db => db.Attributions.Where(a => a.Uai == Demonstration.College && a.Etat == EtatAttribution.Proposee).Select(a => a.Id).SingleAsync());
        await serveur.Valider(recteur, id);
        await Ajuster(serveur, 8);
        return id;
    }

    static Task<int> Ajuster(ServeurDeTest serveur, int quarts) => serveur.Lire(async db =>
    {
        db.LignesEnveloppe.Add(new() { Uai = Demonstration.College, Annee = 2026, Genre = Neuvieme.Fonctions.Enveloppes.GenreLigne.Ajustement, Quarts = quarts, Motif = "ajustement", NotifieeLe = new(2026, 9, 8), Auteur = "essai", InstantUtc = serveur.Temps.GetUtcNow().UtcDateTime });
        return await db.SaveChangesAsync();
    });

    static Task<long> Avenant(ServeurDeTest serveur) => serveur.Lire(db => db.Avenants.Select(a => a.Id).SingleAsync());

    static Task<IHtmlDocument> Proposer(Visiteur chef, long id, params (string, string)[] champs) =>
        chef.EnvoyerFormulaire($"/avenants/proposer/{id}", [.. new (string Nom, string)[] { ("EffetLe", "2026-09-08"), ("Motif", "La charge a changé.") }.Where(c => !champs.Any(x => x.Item1 == c.Nom)), .. champs]);

    [Theory, SurLesDeuxBases]
    public async Task Heures_AccepteesParLaPersonne_ValentAussitot_SansRectorat(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        var id = await Validee(serveur);
        using var chef = await serveur.Visiteur("principal@demo.neuvieme.fr");
        using var anne = await serveur.Visiteur("anne.kervella@demo.neuvieme.fr");

        await Proposer(chef, id, ("Heures", "60"));
        (await anne.Page($"/mes-missions/consulter/{id}")).QuerySelector("main")!.TextContent.ShouldContain("Un avenant vous est proposé");
        await anne.Cliquer($"/avenants/repondre/{await Avenant(serveur)}", "J’accepte");

        (await serveur.Lire(db => db.Attributions.Where(a => a.Id == id).Select(a => a.Mission!.HeuresEstimees).SingleAsync())).ShouldBe(60);
        (await serveur.Lire(db => db.Avenants.Select(a => a.Etat).SingleAsync())).ShouldBe(EtatAvenant.Applique);
        (await serveur.Lire(db => db.VersionsEcheancier.CountAsync(v => v.AttributionId == id))).ShouldBe(1);
    }

    [Theory, SurLesDeuxBases]
    public async Task Taux_AccepteEtDecide_ChangeLAnnee_EtLesMoisPayesFontUnRappel(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        var id = await Numerique(serveur);
        serveur.Temps.Aller(new(2026, 12, 15, 9, 0, 0, TimeSpan.Zero));
        using var chef = await serveur.Visiteur("principal@demo.neuvieme.fr");
        using var linh = await serveur.Visiteur("linh.nguyen@demo.neuvieme.fr");
        using var recteur = await serveur.Visiteur("recteur@demo.neuvieme.fr");

        await Proposer(chef, id, ("EffetLe", "2026-12-15"), ("Centimes", "375000"));
        var avenant = await Avenant(serveur);
        (await recteur.Page("/avenants")).QuerySelector("main")!.TextContent.ShouldContain("Aucun avenant");
        await linh.Cliquer($"/avenants/repondre/{avenant}", "J’accepte");
        (await serveur.Lire(db => db.Attributions.Where(a => a.Id == id).Select(a => a.Centimes).SingleAsync())).ShouldBe(250_000);
        await recteur.Cliquer($"/avenants/decider/{avenant}", "Valider");

        (await serveur.Lire(db => db.Attributions.Where(a => a.Id == id).Select(a => a.Centimes).SingleAsync())).ShouldBe(375_000);
        // Décidé le 15 décembre, après le jour limite : octobre à décembre sont payés à l'ancien taux, janvier porte 3 × 138,89 de rappel.
        (await serveur.Lire(db => db.Echeances.Where(e => e.AttributionId == id).OrderBy(e => e.Rang).Select(e => $"{e.Mois} {e.Paie} {e.BrutCentimes}").ToListAsync())).ShouldBe(
        [
            "202610 202610 27778", "202611 202611 27778", "202612 202612 27778", "202701 202701 41667", "202702 202702 41667", "202703 202703 41667", "202704 202704 41667", "202705 202705 41667", "202706 202706 41664",
            "202610 202701 13889", "202611 202701 13889", "202612 202701 13889",
        ]);
        (await serveur.Lire(db => db.Echeances.Where(e => e.AttributionId == id).SumAsync(e => e.BrutCentimes))).ShouldBe(375_000);
        var suivi = (await chef.Page("/suivi")).QuerySelectorAll("tbody tr").Single(l => l.TextContent.Contains("NGUYEN", StringComparison.OrdinalIgnoreCase)).TextContent;
        suivi.ShouldContain("416,67\u00A0€ de plus sur la paie de janvier 2027");
        suivi.ShouldNotContain("la validation est venue après");

        // La lettre dit les neuvièmes du taux présent, et ne prend pas le rappel d'un avenant pour une validation tardive.
        await chef.Cliquer("/lettres", "Établir");
        var lettre = System.Text.Json.Nodes.JsonNode.Parse(await serveur.Lire(db => db.Lettres.Where(l => l.AttributionId == id).OrderByDescending(l => l.Numero).Select(l => l.Donnees).FirstAsync()))!;
        lettre["versements"]!.AsArray().Select(v => (string)v!["brut"]!).ShouldBe([.. Enumerable.Repeat("416,67\u00A0€", 8), "416,64\u00A0€"]);
        ((string)lettre["rappel"]!).ShouldBeEmpty();
    }

    [Theory, SurLesDeuxBases]
    public async Task SansSuite_OuRefuse_RienNeChange_EtLeRefusDeLaPersonneNEstPasNomme(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        var id = await Numerique(serveur);
        using var chef = await serveur.Visiteur("principal@demo.neuvieme.fr");
        using var linh = await serveur.Visiteur("linh.nguyen@demo.neuvieme.fr");
        using var recteur = await serveur.Visiteur("recteur@demo.neuvieme.fr");

        await Proposer(chef, id, ("Centimes", "375000"));
        await linh.Cliquer($"/avenants/repondre/{await Avenant(serveur)}", "Je ne donne pas suite");
        (await serveur.Lire(db => db.Journal.Where(j => j.Action == "avenant sans suite").Select(j => j.Auteur).SingleAsync())).ShouldBe("La personne");
        (await recteur.Obtenir($"/avenants/decider/{await Avenant(serveur)}")).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);

        await Proposer(chef, id, ("Centimes", "375000"));
        var second = await serveur.Lire(db => db.Avenants.OrderByDescending(a => a.Id).Select(a => a.Id).FirstAsync());
        await linh.Cliquer($"/avenants/repondre/{second}", "J’accepte");
        (await recteur.Cliquer($"/avenants/decider/{second}", "Refuser")).QuerySelector("main")!.TextContent.ShouldContain("Écrivez pourquoi");
        await recteur.Cliquer($"/avenants/decider/{second}", "Refuser", ("Motif", "L’enveloppe de l’académie est close."));
        (await chef.Page($"/avenants/proposer/{id}")).QuerySelector("main")!.TextContent.ShouldContain("L’enveloppe de l’académie est close.");
        var sienne = (await linh.Page($"/mes-missions/consulter/{id}")).QuerySelector("main")!.TextContent;
        sienne.ShouldContain("Motif : L’enveloppe de l’académie est close.");
        sienne.ShouldContain("se conteste dans les deux mois");
        (await serveur.Lire(db => db.Courriels.Where(c => c.Adresse == "linh.nguyen@demo.neuvieme.fr" && c.Objet == "Le rectorat a décidé d’un avenant").Select(c => c.Texte).SingleAsync())).ShouldContain("art. L. 411-2");
        (await serveur.Lire(db => db.Attributions.Where(a => a.Id == id).Select(a => a.Centimes).SingleAsync())).ShouldBe(250_000);
    }

    [Theory, SurLesDeuxBases]
    public async Task SaisiesFautives_SontExpliquees(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        var id = await Validee(serveur);
        using var chef = await serveur.Visiteur("principal@demo.neuvieme.fr");
        async Task Refuse(string phrase, params (string, string)[] champs) => (await Proposer(chef, id, champs)).QuerySelector("main")!.TextContent.ShouldContain(phrase);

        await Refuse("Rien ne change");
        await Refuse("est acquis (CRPA, art. L. 242-1)", ("Centimes", "125000"));
        await Refuse("hors de l’année scolaire", ("Heures", "60"), ("EffetLe", "2027-09-01"));
        await Refuse("vont de 1 à 1 600", ("Heures", "9999"));
        await Refuse("Écrivez pourquoi", ("Heures", "60"), ("Motif", " "));
        (await serveur.Lire(db => db.Avenants.CountAsync())).ShouldBe(0);

        await Proposer(chef, id, ("Heures", "60"));
        (await chef.Page($"/avenants/proposer/{id}")).QuerySelector("form[action^='/avenants/proposer']").ShouldBeNull();
        await chef.Cliquer($"/avenants/proposer/{id}", "Retirer cet avenant");
        (await serveur.Lire(db => db.Avenants.Select(a => a.Etat).SingleAsync())).ShouldBe(EtatAvenant.Retire);
    }

    /// <summary>L'enveloppe du collège, réduite à ce qui est engagé, ne porte pas 1 250 € de plus.</summary>
    [Theory, SurLesDeuxBases]
    public async Task Taux_HorsEnveloppeAuMomentDeDecider_EstRefuse(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        var id = await Numerique(serveur);
        using var chef = await serveur.Visiteur("principal@demo.neuvieme.fr");
        using var linh = await serveur.Visiteur("linh.nguyen@demo.neuvieme.fr");
        using var recteur = await serveur.Visiteur("recteur@demo.neuvieme.fr");
        await Proposer(chef, id, ("Centimes", "375000"));
        var avenant = await Avenant(serveur);
        await linh.Cliquer($"/avenants/repondre/{avenant}", "J’accepte");
        await Ajuster(serveur, 8 - await serveur.Lire(db => db.LignesEnveloppe.Where(l => l.Uai == Demonstration.College).SumAsync(l => l.Quarts)));

        (await recteur.Cliquer($"/avenants/decider/{avenant}", "Valider")).QuerySelector("[role=alert]")!.TextContent.ShouldContain("enveloppe");
        (await serveur.Lire(db => db.Attributions.Where(a => a.Id == id).Select(a => a.Centimes).SingleAsync())).ShouldBe(250_000);
        (await serveur.Lire(db => db.Avenants.Select(a => a.Etat).SingleAsync())).ShouldBe(EtatAvenant.AInstruire);
    }
}
