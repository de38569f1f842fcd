using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Neuvieme.Demo;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Repartition;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.Repartition;

/// <summary>Ce que les pages gardent en mémoire suit le journal, d'où que vienne l'écriture (décision 0012).</summary>
public class PlansTests
{
    [Theory, SurLesDeuxBases]
    public async Task Plan_ChangeParUnAutreNoeud_SeVoitALaPageSuivante(Base sur)
    {
        await using var premier = await ServeurDeTest.Demo(sur);
        await using var second = await premier.SecondNoeud();
        using var chefIci = await premier.Visiteur("principal@demo.neuvieme.fr");
        using var chefLa = await second.Visiteur("principal@demo.neuvieme.fr");
        using var gestion = await premier.Visiteur("gestion@demo.neuvieme.fr");
        async Task<string> Enveloppe(Visiteur v) => (await v.Page("/enveloppes")).QuerySelector("main")!.TextContent;
        (await Enveloppe(chefLa)).ShouldContain("8 IMP notifiées");
        (await Enveloppe(chefIci)).ShouldContain("8 IMP notifiées");

        await gestion.EnvoyerFormulaire("/enveloppes/notifier?uai=" + Demonstration.College, ("Imp", "1"), ("Motif", "ajustement de juin"));

        (await Enveloppe(chefIci)).ShouldContain("9 IMP notifiées");
        (await Enveloppe(chefLa)).ShouldContain("9 IMP notifiées");
    }

    [Theory, SurLesDeuxBases]
    public async Task Parametre_DeLAcademieChange_LesPlansDejaLusLeSuivent(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var recteur = await serveur.Visiteur("recteur@demo.neuvieme.fr");
        var plans = serveur.Services.GetRequiredService<Plans>();
        // Aucun écran de la démonstration n'en dépend (personne n'y a d'heure supplémentaire d'EPS) : on lit le plan lui-même.
        Task<bool> Inclut() => serveur.Lire(async db =>
        {
            var college = await db.Etablissements.SingleAsync(e => e.Uai == Demonstration.College);
            return (await plans.Lire(db, college, new AnneeScolaire(2026), new DateOnly(2026, 11, 1), CancellationToken.None)).Parametres.InclureHsaEps;
        });
        (await Inclut()).ShouldBeFalse();

        await recteur.EnvoyerFormulaire("/parametres/modifier?cle=InclureHsaEps", ("Valeur", "1"), ("Depuis", "2026-10-01"), ("Motif", "note de service locale"));

        (await Inclut()).ShouldBeTrue();
    }

    [Theory, SurLesDeuxBases]
    public async Task MesMissions_ApresValidation_MontreLEtapeSuivante(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var agent = await serveur.Visiteur("samia.benali@demo.neuvieme.fr");
        (await agent.Page("/mes-missions")).QuerySelector("main")!.TextContent.ShouldContain("accord");
        var attribution = await serveur.Lire(db => db.Attributions.Where(a => a.Agent!.IdSts == "20048").Select(a => a.Id).SingleAsync());

        await agent.Cliquer($"/mes-missions/consulter/{attribution}", "Je donne mon accord");

        (await agent.Page("/mes-missions")).QuerySelector("main")!.TextContent.ShouldContain("Accord donné");
    }
}
