using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.Suivi;

/// <summary>
/// Ce que garde Anne Kervella, 2 500 € (277,78 € par mois), selon son congé : décret n° 2010-997, art. 1er, 2 et 2-1 ; décret n° 86-83, art. 12.
/// </summary>
public class CongesTests
{
    static Task<long> Validee(ServeurDeTest serveur) => serveur.Lire(db => db.Attributions.Where(a => a.Uai == Demonstration.College && a.Etat == EtatAttribution.Validee && a.Centimes == 250_000).Select(a => a.Id).FirstAsync());

    static Task<long> Janvier(ServeurDeTest serveur, long id) => serveur.Lire(db => db.Echeances.Where(e => e.AttributionId == id && e.Mois == 202701).SumAsync(e => e.BrutCentimes));

    static (string, string)[] Absence(string nature, params (string, string)[] plus) => [("Saisie.Quoi", "Absence"), ("Saisie.Nature", nature), ("Saisie.Du", "2027-01-01"), ("Saisie.Au", "2027-01-31"), .. plus];

    [Theory, SurLesDeuxBases]
    public async Task AccidentDeService_GardeToutLeTraitement_EtToutLIMP(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        var id = await Validee(serveur);
        using var chef = await serveur.Visiteur("principal@demo.neuvieme.fr");

        await chef.EnvoyerFormulaire($"/suivi/interrompre/{id}", Absence("InvaliditeImputable"));

        (await serveur.Lire(db => db.Interruptions.CountAsync())).ShouldBe(1);
        (await Janvier(serveur, id)).ShouldBe(27_778);
    }

    [Theory, SurLesDeuxBases]
    public async Task LongueMaladie_AttendUneDecision_PuisGardeLaPartDecideeEtMotivee(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        var id = await Validee(serveur);
        using var chef = await serveur.Visiteur("principal@demo.neuvieme.fr");

        var prevue = await chef.Cliquer($"/suivi/interrompre/{id}", "Voir ce que cela change", Absence("LongueMaladie"));
        prevue.QuerySelector("main")!.TextContent.ShouldContain("sans qu'il soit établi que l'IMP en soit");
        (await chef.EnvoyerFormulaire($"/suivi/interrompre/{id}", Absence("LongueMaladie", ("Saisie.Proportion", "33")))).QuerySelector("main")!.TextContent.ShouldContain("écrivez sur quoi elle se fonde");
        (await chef.EnvoyerFormulaire($"/suivi/interrompre/{id}", Absence("LongueMaladie", ("Saisie.Proportion", "133"), ("Saisie.Motif", "Décision du 4 janvier.")))).QuerySelector("main")!.TextContent.ShouldContain("va de 0 à 100");
        (await serveur.Lire(db => db.Interruptions.CountAsync())).ShouldBe(0);

        await chef.EnvoyerFormulaire($"/suivi/interrompre/{id}", Absence("LongueMaladie", ("Saisie.Proportion", "33"), ("Saisie.Motif", "Décision du 4 janvier.")));

        // 277,78 × 33 % = 91,6674.
        (await Janvier(serveur, id)).ShouldBe(9_167);
        (await chef.Page($"/suivi/interrompre/{id}")).QuerySelector("main")!.TextContent.ShouldContain("33\u00A0% gardés");
    }

    [Theory, SurLesDeuxBases]
    public async Task MaladieDevenueLongueMaladie_LeVerseResteAcquis(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        var id = await Validee(serveur);
        using var chef = await serveur.Visiteur("principal@demo.neuvieme.fr");

        await chef.EnvoyerFormulaire($"/suivi/interrompre/{id}", Absence("LongueMaladie", ("Saisie.RequalifieLe", "2027-01-16"), ("Saisie.Proportion", "33"), ("Saisie.SansCarence", "true"), ("Saisie.Motif", "Décision du 14 janvier.")));

        // Quinze trentièmes à 90 %, quinze à 33 % : 1 845 / 3 000 de 277,78 = 170,8347.
        (await Janvier(serveur, id)).ShouldBe(17_083);
    }

    [Theory, SurLesDeuxBases]
    public async Task ContractuelleMalade_SaPartEstDemandee_EtUneFonctionnaireNEnDonnePas(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur, async db =>
        {
            (await db.Attributions.Include(a => a.Agent).SingleAsync(a => a.Uai == Demonstration.College && a.Etat == EtatAttribution.Validee && a.Centimes == 250_000)).Agent!.Corps = Corps.Contractuel;
            await db.SaveChangesAsync();
        });
        var id = await Validee(serveur);
        using var chef = await serveur.Visiteur("principal@demo.neuvieme.fr");

        (await chef.EnvoyerFormulaire($"/suivi/interrompre/{id}", Absence("MaladieOrdinaire"))).QuerySelector("main")!.TextContent.ShouldContain("dépend de son ancienneté (décret n° 86-83, art. 12)");
        (await chef.EnvoyerFormulaire($"/suivi/interrompre/{id}", Absence("Maternite", ("Saisie.Proportion", "50"), ("Saisie.Motif", "Erreur.")))).QuerySelector("main")!.TextContent.ShouldContain("un texte fixe ce que la personne garde");
        (await serveur.Lire(db => db.Interruptions.CountAsync())).ShouldBe(0);

        await chef.EnvoyerFormulaire($"/suivi/interrompre/{id}", Absence("MaladieOrdinaire", ("Saisie.Proportion", "50"), ("Saisie.Motif", "Trois mois d’ancienneté.")));
        (await Janvier(serveur, id)).ShouldBe(13_889);
    }
}
