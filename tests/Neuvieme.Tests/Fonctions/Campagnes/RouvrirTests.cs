using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Campagnes;
using Neuvieme.Tests.Socle;
using static Neuvieme.Tests.Fonctions.Campagnes.SituationDeCampagne;

namespace Neuvieme.Tests.Fonctions.Campagnes;

/// <summary>Close pour tous, une campagne se rouvre pour un établissement ou pour tous, avec un jour et un motif.</summary>
public class RouvrirTests
{
    [Theory, SurLesDeuxBases]
    public async Task Rouvrir_PourUn_OuvreASonSeulBeneficiaireJusquAuSoir(Base sur)
    {
        await using var serveur = await Servir(sur, GenreCampagne.Proposer, "2026-09-01", "2026-09-07");
        var (campagne, id) = (await serveur.LaCampagne(), await serveur.Part("IMP-CULT"));
        using var gestion = await serveur.Visiteur(Gestion);
        using var chef = await serveur.Visiteur(Principal);

        await gestion.EnvoyerFormulaire($"/campagnes/rouvrir/{campagne}", ("Uai", Demonstration.Lycee), ("Fin", "2026-09-20"), ("Motif", "Changement de proviseure"));
        (await chef.Cliquer("/attributions", "Proposer au rectorat", await serveur.Ligne(id))).QuerySelector("[role=alert]").ShouldNotBeNull();

        await gestion.EnvoyerFormulaire($"/campagnes/rouvrir/{campagne}", ("Uai", Demonstration.College), ("Fin", "2026-09-10"), ("Motif", "Panne du réseau"));
        gestion.Ici.ShouldStartWith($"/campagnes/consulter/{campagne}");
        var accueil = (await chef.Page("/")).Body!.TextContent;
        accueil.ShouldContain("rouvert pour vous jusqu’au 10 septembre 2026, encore 2 jours");
        await chef.Cliquer("/attributions", "Proposer au rectorat", await serveur.Ligne(id));
        (await serveur.Etat(id)).ShouldBe(EtatAttribution.Proposee);

        foreach (var portee in new[] { Demonstration.College, "academie:99" })
        {
            (await serveur.Lire(db => db.Journal.Where(j => j.Portee == portee && j.Action == "campagne rouverte pour un établissement").OrderByDescending(j => j.Rang).Select(j => j.Motif).FirstAsync())).ShouldBe("Panne du réseau");
        }

        foreach (var (instant, dit) in new[] { (new DateTimeOffset(2026, 9, 10, 21, 59, 0, TimeSpan.Zero), "dernier jour, ce soir à minuit"), (new(2026, 9, 10, 22, 0, 0, TimeSpan.Zero), "clos depuis le 7 septembre 2026") })
        {
            serveur.Temps.Aller(instant);
            using var ensuite = await serveur.Visiteur(Principal);
            (await ensuite.Page("/campagnes")).Body!.TextContent.ShouldContain(dit);
        }
    }

    [Theory, SurLesDeuxBases]
    public async Task Refermer_AvantTerme_FermeAussitot(Base sur)
    {
        await using var serveur = await Servir(sur, GenreCampagne.Proposer, "2026-09-01", "2026-09-07");
        var (campagne, id) = (await serveur.LaCampagne(), await serveur.Part("IMP-CULT"));
        using var gestion = await serveur.Visiteur(Gestion);
        using var chef = await serveur.Visiteur(Principal);
        await gestion.EnvoyerFormulaire($"/campagnes/rouvrir/{campagne}", ("Uai", Demonstration.College), ("Fin", "2026-09-20"), ("Motif", "Erreur d’établissement"));

        (await gestion.EnvoyerFormulaire($"/campagnes/rouvrir/{campagne}", ("MotifFin", ""))).QuerySelector("[role=alert]")!.TextContent.ShouldContain("Dites pourquoi");
        await gestion.EnvoyerFormulaire($"/campagnes/rouvrir/{campagne}", ("MotifFin", "C’était l’autre collège"));

        (await chef.Cliquer("/attributions", "Proposer au rectorat", await serveur.Ligne(id))).QuerySelector("[role=alert]")!.TextContent.ShouldContain("clos depuis le 7 septembre 2026");
        (await serveur.Lire(db => db.DerogationsCampagne.Select(d => d.RetireePar).SingleAsync())).ShouldBe("Paul Ferrand");
    }

    [Theory, SurLesDeuxBases]
    public async Task Rouvrir_PourTous_RepousseLaClotureAvecSonMotif(Base sur)
    {
        await using var serveur = await Servir(sur, GenreCampagne.Proposer, "2026-09-01", "2026-09-07");
        var (campagne, id) = (await serveur.LaCampagne(), await serveur.Part("IMP-CULT"));
        using var gestion = await serveur.Visiteur(Gestion);
        using var chef = await serveur.Visiteur(Principal);

        var sans = await gestion.EnvoyerFormulaire($"/campagnes/modifier?id={campagne}", ("FermeLe", "2026-09-30"), ("Motif", ""));
        sans.QuerySelector("[role=alert]")!.TextContent.ShouldContain("écrivez pourquoi elle change");
        await gestion.EnvoyerFormulaire($"/campagnes/modifier?id={campagne}", ("FermeLe", "2026-09-30"), ("Motif", "Trente établissements attendent leur conseil"));

        await chef.Cliquer("/attributions", "Proposer au rectorat", await serveur.Ligne(id));
        (await serveur.Etat(id)).ShouldBe(EtatAttribution.Proposee);
    }

    [Theory]
    [InlineData("", "2026-09-20", "essai", "Choisissez un établissement")]
    [InlineData("0990001N", "2026-09-07", "essai", "d’aujourd’hui au 31 août 2027")]
    [InlineData("0990001N", "2027-09-01", "essai", "d’aujourd’hui au 31 août 2027")]
    [InlineData("0990001N", "", "essai", "d’aujourd’hui au 31 août 2027")]
    [InlineData("0990001N", "2026-09-20", "", "Écrivez pourquoi")]
    [InlineData("9999999X", "2026-09-20", "essai", "Choisissez un établissement")]
    public async Task Rouvrir_SaisieFautive_Refuse(string uai, string fin, string motif, string message)
    {
        await using var serveur = await Servir(Base.Sqlite, GenreCampagne.Proposer, "2026-09-01", "2026-09-07");
        using var gestion = await serveur.Visiteur(Gestion);

        var page = await gestion.EnvoyerFormulaire($"/campagnes/rouvrir/{await serveur.LaCampagne()}", ("Uai", uai), ("Fin", fin), ("Motif", motif));

        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain(message);
        (await serveur.Lire(db => db.DerogationsCampagne.AnyAsync())).ShouldBeFalse();
    }

    [Theory, SurLesDeuxBases]
    public async Task Rouvrir_DeuxGestionnaires_LeSecondLitLePremierPuisChoisit(Base sur)
    {
        await using var serveur = await Servir(sur, GenreCampagne.Proposer, "2026-09-01", "2026-09-07");
        var url = $"/campagnes/rouvrir/{await serveur.LaCampagne()}";
        using var gestion = await serveur.Visiteur(Gestion);
        using var recteur = await serveur.Visiteur(Recteur);
        var ouverte = await recteur.Page(url);
        await gestion.EnvoyerFormulaire(url, ("Uai", Demonstration.College), ("Fin", "2026-09-12"), ("Motif", "Panne"));

        var page = await recteur.Soumettre(ouverte, url, ("Uai", Demonstration.College), ("Fin", "2026-09-20"), ("Motif", "Conseil reporté"));
        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain("Paul Ferrand a rouvert pour Collège des Neuf Peupliers jusqu’au 12 septembre 2026");
        await recteur.Soumettre(page, url, ("Derniere", page.QuerySelector("[name=Derniere]")!.GetAttribute("value")!));

        var vivantes = await serveur.Lire(db => db.DerogationsCampagne.Where(d => d.RetireeUtc == null).Select(d => d.Fin).ToListAsync());
        vivantes.ShouldBe([new DateOnly(2026, 9, 20)]);
    }
}
