using System.Net;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Instances;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.Instances;

/// <summary>Privé sous contrat (R023) : pas de conseil, mais tous les enseignants informés de la répartition, et quand.</summary>
public class InformerTests
{
    const string Principal = "principal@demo.neuvieme.fr";
    const string Alerte = "Tous les enseignants doivent être informés";

    static Task<ServeurDeTest> Prive(Base sur) => ServeurDeTest.Demo(sur, async db =>
    {
        await SansAvis.Retirer(db);
        await db.Etablissements.Where(e => e.Uai == Demonstration.College).ExecuteUpdateAsync(e => e.SetProperty(x => x.Secteur, Secteur.PriveSousContrat));
        await TroisEnMathematiques(db);
    });

    /// <summary>Sans cela, un seul professeur de mathématiques : sa mission serait masquée.</summary>
    internal static Task<int> TroisEnMathematiques(NeuviemeDb db) => db.Affectations.Where(a => a.Uai == Demonstration.College && (a.Agent!.IdSts == "20120" || a.Agent.IdSts == "20131"))
        .ExecuteUpdateAsync(a => a.SetProperty(x => x.DisciplineCode, "L1300").SetProperty(x => x.DisciplineLibelle, "MATHEMATIQUES"));

    static Task<string> Controles(Visiteur chef) => chef.Page("/repartition").ContinueWith(p => p.Result.QuerySelector("main")!.TextContent, TaskScheduler.Default);

    [Theory, SurLesDeuxBases]
    public async Task PagesEtMenu_NeParlentPlusDeConseil(Base sur)
    {
        await using var serveur = await Prive(sur);
        using var chef = await serveur.Visiteur(Principal);

        foreach (var adresse in (string[])["/", "/repartition", "/attributions", "/instances", "/instances/informer", "/instances/preparer?instance=Enseignants", "/instances/transparence"])
        {
            var page = await chef.Page(adresse);
            page.QuerySelector("nav[aria-label='Menu principal']")!.TextContent.ShouldNotContain("Instances");
            var texte = page.QuerySelector("main")!.TextContent;
            texte.ShouldNotContain("conseil d’administration", customMessage: adresse);
            texte.ShouldNotContain("conseil pédagogique", customMessage: adresse);
        }

        await chef.Page("/instances");
        chef.Ici.ShouldBe("/instances/informer");
        await chef.Page("/instances/enregistrer?instance=ConseilAdministration");
        chef.Ici.ShouldBe("/instances/informer");
    }

    [Theory, SurLesDeuxBases]
    public async Task Informer_LeveLAlerteDuDroit_SeVoitDesEnseignants_EtSeRetire(Base sur)
    {
        await using var serveur = await Prive(sur);
        using var chef = await serveur.Visiteur(Principal);
        using var agent = await serveur.Visiteur("samia.benali@demo.neuvieme.fr");
        (await Controles(chef)).ShouldContain(Alerte);
        (await agent.Page("/instances/transparence")).QuerySelector("main")!.TextContent.ShouldContain("Rien n’a encore été présenté");

        await chef.EnvoyerFormulaire("/instances/informer", ("InformesLe", "2026-09-03"), ("Moyen", "Reunion"), ("Precision", "prérentrée"));

        chef.Ici.ShouldBe("/instances/informer");
        (await Controles(chef)).ShouldNotContain(Alerte);
        var lue = (await agent.Page("/instances/transparence")).QuerySelector("main")!.TextContent;
        lue.ShouldContain("réunion (prérentrée)");
        lue.ShouldContain("Coordination de mathématiques");
        lue.ShouldNotContain("conseil");
        lue.ShouldNotContain("KERVELLA");

        // Une mission ajoutée depuis n'a pas été dite : elle seule le signale.
        await chef.EnvoyerFormulaire("/repartition/ajouter?code=IMP-CHOR", ("Saisie.Intitule", "Chorale"), ("Saisie.Parts[0].Centimes", "62500"));
        (await chef.Page("/repartition")).QuerySelectorAll("tbody tr").Where(l => l.TextContent.Contains(Alerte, StringComparison.Ordinal)).ShouldHaveSingleItem().TextContent.ShouldContain("Chorale");
        (await chef.Page("/instances/informer")).QuerySelector("main")!.TextContent.ShouldContain("ajoutée : Chorale");

        var id = await serveur.Lire(db => db.Informations.Select(i => i.Id).SingleAsync());
        (await chef.EnvoyerFormulaire($"/instances/retirer-information/{id}", ("Motif", " "))).QuerySelector("[role=alert]")!.TextContent.ShouldContain("pourquoi");
        await chef.EnvoyerFormulaire($"/instances/retirer-information/{id}", ("Motif", "réunion reportée"));
        (await Controles(chef)).ShouldContain(Alerte);
        (await serveur.Lire(db => db.Journal.AnyAsync(j => j.Action == "information retirée" && j.Motif == "réunion reportée"))).ShouldBeTrue();
    }

    [Fact]
    public async Task Note_AAfficher_NeNommePersonneEtNeParlePasDAvis()
    {
        await using var serveur = await Prive(Base.Sqlite);
        using var chef = await serveur.Visiteur(Principal);
        await chef.EnvoyerFormulaire("/instances/preparer?instance=Enseignants", ("SeanceLe", "2026-09-10"));
        var id = chef.Ici.Split('/')[^1];

        var octets = await chef.Http.GetByteArrayAsync($"/instances/telecharger/{id}", TestContext.Current.CancellationToken);
        var texte = await Outils.TexteSansBlancs(octets);

        texte.ShouldContain("Informationdesenseignants");
        texte.ShouldContain("MENF1510153C");
        texte.ShouldContain("7,25IMP·9062,50€");
        foreach (var absent in (string[])["avis", "conseil", "KERVELLA", "procès-verbal"])
        {
            // « conseil » peut être dans le contenu d'une mission : on ne lit que la note elle-même.
            texte.Split("Cequedemandechaquemission")[0].ShouldNotContain(absent, Case.Sensitive);
        }

        await Outils.Lancer("qpdf", octets, "--check", "{}");
    }

    [Fact]
    public async Task Note_TauxQuUneSeulePersonnePeutRecevoir_NEstPasAffiche()
    {
        await using var serveur = await Prive(Base.Sqlite);
        await serveur.Lire(db => db.Affectations.Where(a => a.Uai == Demonstration.College && a.EnseigneEps && a.Agent!.IdSts != "31762").ExecuteUpdateAsync(a => a.SetProperty(x => x.Presente, false)));
        using var chef = await serveur.Visiteur(Principal);
        await chef.EnvoyerFormulaire("/instances/preparer?instance=Enseignants", ("SeanceLe", "2026-09-10"));

        var texte = await Outils.TexteSansBlancs(await chef.Http.GetByteArrayAsync($"/instances/telecharger/{chef.Ici.Split('/')[^1]}", TestContext.Current.CancellationToken));

        texte.ShouldContain("Coordinationd’EPS");
        texte.ShouldContain("nonaffiché");
        // Ni le taux, ni le total, ni ce qui reste de l'enveloppe, dont il se déduirait.
        texte.ShouldNotContain("9062,50");
        texte.ShouldNotContain("937,50");
    }

    [Fact]
    public async Task Note_TauxMasque_LeResteDeLaRepartitionNeSeCompteNonPlus()
    {
        await using var serveur = await Prive(Base.Sqlite);
        await serveur.Lire(db => db.Affectations.Where(a => a.Uai == Demonstration.College && a.EnseigneEps && a.Agent!.IdSts != "31762").ExecuteUpdateAsync(a => a.SetProperty(x => x.Presente, false)));
        using var chef = await serveur.Visiteur(Principal);
        var page = await chef.Page("/instances/preparer?instance=Enseignants");
        var culture = await serveur.Lire(db => db.Missions.Where(m => m.Uai == Demonstration.College && m.Code == "IMP-CULT").Select(m => m.Id).SingleAsync());
        await chef.Soumettre(page, "/instances/preparer?instance=Enseignants", ("SeanceLe", "2026-09-10"), ("Missions", $"{culture}"));

        var texte = await Outils.TexteSansBlancs(await chef.Http.GetByteArrayAsync($"/instances/telecharger/{chef.Ici.Split('/')[^1]}", TestContext.Current.CancellationToken));

        texte.ShouldContain("6missionsdelarépartitionnesontpasprésentéesàcetteséance");
        // 9 062,50 − 625 : le reste de la répartition, dont le taux masqué se déduirait.
        texte.ShouldNotContain("8437,50");
    }

    [Theory]
    [InlineData("2026-09-09", "Affichage", "", "futur")]
    [InlineData("2024-09-01", "Affichage", "", "2026-2027")]
    [InlineData("", "Affichage", "", "Indiquez quand")]
    [InlineData("2026-09-03", "Autre", "", "par quel moyen")]
    [InlineData("2026-09-03", "Pigeon", "", "Par quel moyen")]
    public async Task Informer_CeQuiNeSePeutPas_EstRefuse(string date, string moyen, string precision, string dit)
    {
        await using var serveur = await Prive(Base.Sqlite);
        using var chef = await serveur.Visiteur(Principal);

        var page = await chef.EnvoyerFormulaire("/instances/informer", ("InformesLe", date), ("Moyen", moyen), ("Precision", precision));

        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain(dit);
        (await serveur.Lire(db => db.Informations.AnyAsync())).ShouldBeFalse();
    }

    [Theory, SurLesDeuxBases]
    public async Task Informer_DeuxFoisLaMemeDate_OuDansLePublic_EstRefuse(Base sur)
    {
        await using var serveur = await Prive(sur);
        using var chef = await serveur.Visiteur(Principal);
        using var proviseure = await serveur.Visiteur("proviseure@demo.neuvieme.fr");
        var page = await chef.Page("/instances/informer");
        await chef.Soumettre(page, "/instances/informer", ("InformesLe", "2026-09-03"));

        var encore = await chef.Soumettre(page, "/instances/informer", ("InformesLe", "2026-09-03"));

        encore.QuerySelector("[role=alert]")!.TextContent.ShouldContain("déjà enregistrée à cette date");
        (await serveur.Lire(db => db.Informations.CountAsync())).ShouldBe(1);
        await proviseure.Page("/instances/informer");
        proviseure.Ici.ShouldBe("/instances");
    }

    [Fact]
    public async Task Lettre_DitLeJourDeLInformation_EtUneInformationApresCoupNeLaPerimePas()
    {
        await using var serveur = await Prive(Base.Sqlite);
        using var chef = await serveur.Visiteur(Principal);
        await chef.EnvoyerFormulaire("/instances/informer", ("InformesLe", "2026-09-03"));
        // Validée après l'information, la lettre en dit la date.
        await serveur.Lire(db => db.Attributions.Where(a => a.Etat == EtatAttribution.Validee && a.Uai == Demonstration.College).ExecuteUpdateAsync(a => a.SetProperty(x => x.InstruiteLe, serveur.Temps.GetUtcNow().UtcDateTime.AddHours(1))));
        serveur.Temps.Avancer(TimeSpan.FromDays(2));
        using var lendemain = await serveur.Visiteur(Principal);
        await lendemain.Cliquer("/lettres", "Établir");
        var lettre = await serveur.Lire(db => db.Lettres.Select(l => l.Pdf).FirstAsync());
        (await Outils.TexteSansBlancs(lettre)).ShouldContain("enseignantsle3septembre2026");

        await lendemain.EnvoyerFormulaire("/instances/informer", ("InformesLe", "2026-09-09"));

        (await lendemain.Page("/lettres")).QuerySelector("main")!.TextContent.ShouldNotContain("données ont changé");
    }
}
