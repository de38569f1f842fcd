using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.Candidatures;

/// <summary>De la mission publiée à la personne pressentie : se déclarer n'engage à rien, et ne se lit que du chef.</summary>
public class CandidaturesTests
{
    const string Principal = "principal@demo.neuvieme.fr", Benali = "samia.benali@demo.neuvieme.fr", Kervella = "anne.kervella@demo.neuvieme.fr";

    static string Texte(IDocument page) => page.QuerySelector("main")!.TextContent.Replace('\u00a0', ' ').Replace('\u202f', ' ');

    static Task<long> Mission(ServeurDeTest serveur, string code) =>
        serveur.Lire(db => db.Missions.Where(m => m.Uai == Demonstration.College && m.Code == code).Select(m => m.Id).SingleAsync());

    static async Task Publier(Visiteur chef, params long[] missions) =>
        await chef.EnvoyerFormulaire("/candidatures", [("OuvertLe", "2026-09-01"), ("FermeLe", "2026-09-20"), ("Annonce", "Parlez-en avec moi."), .. missions.Select(m => ("missions", $"{m}"))]);

    [Theory, SurLesDeuxBases]
    public async Task Fil_PublierSeDeclarerPressentir_PuisDemanderLAccord(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var chef = await serveur.Visiteur(Principal);
        using var agent = await serveur.Visiteur(Kervella);
        var tutorat = await Mission(serveur, "IMP-TUT");
        Texte(await agent.Page("/mes-missions/candidater")).ShouldContain("Aucune mission n’est publiée");

        await Publier(chef, tutorat);
        var page = await agent.Page("/mes-missions/candidater");
        // Les trois noms du taux : ½ IMP vaut 625 €, code 002 (arrêté du 27 avril 2015).
        Texte(page).ShouldContain("625 € · ½ IMP · taux 002");
        await agent.CliquerSur(page, "Cela m’intéresse", ("mot", "Disponible le mercredi <i>"));
        var vue = await chef.Page("/candidatures");
        Texte(vue).ShouldContain("Disponible le mercredi <i>");
        await chef.CliquerSur(vue, "Pressentir");

        var part = await serveur.Lire(db => db.Attributions.AsNoTracking().Include(a => a.Agent).SingleAsync(a => a.MissionId == tutorat));
        (part.Etat, part.Agent!.NomUsage).ShouldBe((EtatAttribution.EnPreparation, "KERVELLA"));
        // Pressentir n'est pas demander : la personne ne voit rien encore, et le journal ne la nomme pas.
        Texte(await agent.Page("/mes-missions")).ShouldNotContain("Tutorat");
        (await serveur.Lire(db => db.Journal.Where(j => j.Objet == $"mission:{tutorat}").Select(j => j.Auteur + j.Avant + j.Apres + j.Motif).ToListAsync()))
            .ShouldAllBe(j => !j.Contains("Kervella", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>La page est lue de tous les collègues, comme Transparence : ni nom, ni taux qui dirait ce que touche quelqu'un.</summary>
    [Theory, SurLesDeuxBases]
    public async Task MissionPubliee_NiNomNiTauxDUneSeulePersonne_QuoiQueDevienneLAttribution(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur, db => db.Missions.Where(m => m.Uai == Demonstration.College && m.Code == "IMP-DISC")
            .ExecuteUpdateAsync(m => m.SetProperty(x => x.Intitule, "Coordination de mathématiques (M. Martin)").SetProperty(x => x.Contenu, "Reprendre les dossiers de KERVELLA Anne Sophie")));
        using var chef = await serveur.Visiteur(Principal);
        using var agent = await serveur.Visiteur(Benali);
        using var collegue = await serveur.Visiteur(Kervella);
        await Publier(chef, await Mission(serveur, "IMP-DISC"), await Mission(serveur, "IMP-DECR"));

        var lue = Texte(await collegue.Page("/mes-missions/candidater"));

        lue.ShouldContain("Coordination de mathématiques ([nom])");
        lue.ShouldContain("Reprendre les dossiers de [nom]");
        lue.ShouldContain("Taux non affiché");
        // Le décrochage se confie à tous : son taux se lit. Celui de mathématiques est le même (1 IMP), et ne se lit qu'une fois.
        lue.Split("1 250 € · 1 IMP · taux 003").Length.ShouldBe(2);
        lue.ShouldNotContain("Martin");
        lue.ShouldNotContain("Anne Sophie");

        // Samia décline le décrochage : sa collègue relit la même page.
        var id = await serveur.Lire(db => db.Attributions.Where(a => a.Uai == Demonstration.College && a.Etat == EtatAttribution.AccordDemande).Select(a => a.Id).SingleAsync());
        await agent.Cliquer($"/mes-missions/consulter/{id}", "Je ne donne pas suite");
        Texte(await collegue.Page("/mes-missions/candidater")).ShouldBe(lue);
    }

    [Theory, SurLesDeuxBases]
    public async Task Clore_PlusRienNEstMontre_LesDeclarationsRestent(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var chef = await serveur.Visiteur("principal@demo.neuvieme.fr");
        var mission = await serveur.Lire(db => db.Missions.Where(m => m.Uai == Demonstration.College && m.Code == "IMP-DECR").Select(m => m.Id).SingleAsync());
        await chef.EnvoyerFormulaire("/candidatures", ("OuvertLe", "2026-09-01"), ("FermeLe", "2026-09-30"), ("missions", $"{mission}"));

        (await chef.Cliquer("/candidatures", "Clore l’appel")).QuerySelector("main")!.TextContent.ShouldContain("L’appel est clos");

        (await serveur.Lire(db => db.Missions.CountAsync(m => m.Publiee))).ShouldBe(0);
        (await serveur.Lire(db => db.AppelsCandidatures.Where(a => a.Uai == Demonstration.College).Select(a => a.FermeLe).SingleAsync())).ShouldBe(new DateOnly(2026, 9, 8));
        (await chef.Page("/candidatures")).QuerySelectorAll("form[action='/candidatures/clore']").ShouldBeEmpty();
    }

    [Theory, SurLesDeuxBases]
    public async Task SeRetirer_NeLaisseRien_EtDeuxClicsNEnFontQuUn(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var chef = await serveur.Visiteur(Principal);
        using var agent = await serveur.Visiteur(Benali);
        await Publier(chef, await Mission(serveur, "IMP-TUT"));
        var page = await agent.Page("/mes-missions/candidater");

        await agent.CliquerSur(page, "Cela m’intéresse");
        await agent.Soumettre(page, "/mes-missions/candidater", ("mission", $"{await Mission(serveur, "IMP-TUT")}"), ("interesse", "true"));
        (await serveur.Lire(db => db.Candidatures.CountAsync())).ShouldBe(1);
        await agent.Cliquer("/mes-missions/candidater", "Me retirer");

        (await serveur.Lire(db => db.Candidatures.CountAsync())).ShouldBe(0);
        Texte(await chef.Page("/candidatures")).ShouldNotContain("Benali");
        foreach (var adresse in (string[])["/journal", "/attributions"])
        {
            Texte(await chef.Page(adresse)).ShouldNotContain("candidature de", Case.Insensitive);
        }
    }

    [Theory, SurLesDeuxBases]
    public async Task SeDeclarer_HorsDeLAppelOuPourUneMissionNonPubliee_EstRefuse(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var chef = await serveur.Visiteur(Principal);
        using var agent = await serveur.Visiteur(Benali);
        using var autre = await serveur.Visiteur("proviseure@demo.neuvieme.fr");
        var (tutorat, voyage) = (await Mission(serveur, "IMP-TUT"), await Mission(serveur, "IMP-VOY"));
        await Publier(chef, tutorat);
        var page = await agent.Page("/mes-missions/candidater");

        (await agent.CliquerSur(page, "Cela m’intéresse", ("mission", $"{voyage}"))).QuerySelector("[role=alert]")!.TextContent.ShouldContain("n’est plus publiée");
        // Le 20 septembre est le dernier jour, compris ; le 21 à Paris, c'est clos.
        serveur.Temps.Aller(new(2026, 9, 20, 21, 30, 0, TimeSpan.Zero));
        using var leDernierSoir = await serveur.Visiteur(Benali);
        var ouverte = await leDernierSoir.Page("/mes-missions/candidater");
        Texte(ouverte).ShouldContain("Tutorat des élèves de 3e");
        serveur.Temps.Aller(new(2026, 9, 20, 22, 30, 0, TimeSpan.Zero));
        (await leDernierSoir.CliquerSur(ouverte, "Cela m’intéresse")).QuerySelector("[role=alert]")!.TextContent.ShouldContain("l’appel est clos");
        (await serveur.Lire(db => db.Candidatures.CountAsync())).ShouldBe(0);
        (await autre.Page("/candidatures")).QuerySelectorAll("input[name=missions]").Select(c => c.GetAttribute("value")).ShouldNotContain($"{tutorat}");
    }

    [Theory]
    [InlineData("2026-09-10", "2026-09-01", "finit avant de commencer")]
    [InlineData("", "2026-09-01", "Donnez les deux jours")]
    [InlineData("2031-01-01", "2031-01-02", "ne préparent pas l’année")]
    public async Task Publier_DatesImpossibles_RefuseesEtGardeesALEcran(string du, string au, string phrase)
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite);
        using var chef = await serveur.Visiteur(Principal);
        var id = await Mission(serveur, "IMP-TUT");

        var page = await chef.EnvoyerFormulaire("/candidatures", ("OuvertLe", du), ("FermeLe", au), ("missions", $"{id}"));

        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain(phrase);
        page.QuerySelector($"#pub-{id}")!.HasAttribute("checked").ShouldBeTrue();
        (await serveur.Lire(db => db.Missions.AnyAsync(m => m.Publiee))).ShouldBeFalse();
    }

    [Theory, SurLesDeuxBases]
    public async Task DemanderUneModification_RevientEnPreparation_LueDuChefSeul(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var chef = await serveur.Visiteur(Principal);
        using var agent = await serveur.Visiteur(Benali);
        using var recteur = await serveur.Visiteur("recteur@demo.neuvieme.fr");
        var id = await serveur.Lire(db => db.Attributions.Where(a => a.Uai == Demonstration.College && a.Etat == EtatAttribution.AccordDemande).Select(a => a.Id).SingleAsync());
        // Demandé le 25 août 2026 dans la démonstration, pour dix jours ; nous sommes le 8 septembre : passé, mais rien n'est perdu.
        Texte(await agent.Page($"/mes-missions/consulter/{id}")).ShouldContain("Une réponse était souhaitée avant le 4 septembre 2026 ; vous pouvez encore répondre");
        serveur.Temps.Aller(new(2026, 9, 2, 8, 0, 0, TimeSpan.Zero));
        using (var avant = await serveur.Visiteur(Benali))
        {
            Texte(await avant.Page($"/mes-missions/consulter/{id}")).ShouldContain("Réponse souhaitée avant le 4 septembre 2026 : prenez ce temps");
        }

        serveur.Temps.Aller(TempsDeTest.Rentree);

        (await agent.Cliquer($"/mes-missions/consulter/{id}", "Demander ce changement", ("modification", " "))).QuerySelector("[role=alert]")!.TextContent.ShouldContain("Écrivez");
        await agent.Cliquer($"/mes-missions/consulter/{id}", "Demander ce changement", ("modification", "Plutôt au second semestre."));

        var attribution = await serveur.Lire(db => db.Attributions.AsNoTracking().SingleAsync(a => a.Id == id));
        (attribution.Etat, attribution.ModificationDemandee).ShouldBe((EtatAttribution.EnPreparation, "Plutôt au second semestre."));
        Texte(await chef.Page("/attributions")).ShouldContain("Plutôt au second semestre.");
        foreach (var adresse in (string[])["/attributions/instruire?uai=0990001N", "/journal?portee=0990001N"])
        {
            Texte(await recteur.Page(adresse)).ShouldNotContain("second semestre");
        }
    }
}
