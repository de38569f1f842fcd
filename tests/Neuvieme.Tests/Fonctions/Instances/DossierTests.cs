using System.Net;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Droit.ImpSecondDegre;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Instances;
using Neuvieme.Fonctions.Instances.Ecarter;
using Neuvieme.Socle;
using Neuvieme.Tests.Socle;
using Mission = Neuvieme.Fonctions.Repartition.Mission;

namespace Neuvieme.Tests.Fonctions.Instances;

/// <summary>Le dossier remis aux conseils : avant la séance, figé, puis rempli par l'avis (décret art. 8).</summary>
public class DossierTests
{
    const string Principal = "principal@demo.neuvieme.fr";
    static readonly string[] Noms = ["KERVELLA", "Kervella", "MARTIN", "BENALI", "MOREL", "NGUYEN", "GARCIA", "LEGRAND"];

    static async Task<long> Preparer(Visiteur chef, Instance instance, string seance, params (string, string)[] plus)
    {
        await chef.EnvoyerFormulaire($"/instances/preparer?instance={instance}", [("SeanceLe", seance), .. plus]);
        chef.Ici.ShouldStartWith("/instances/dossier/");
        return long.Parse(chef.Ici.Split('/')[^1]);
    }

    static Task<byte[]> Fichier(Visiteur chef, long id, string requete = "") => chef.Http.GetByteArrayAsync($"/instances/telecharger/{id}{requete}", TestContext.Current.CancellationToken);

    static async Task<string> Pdf(Visiteur chef, long id, string requete = "") => await Outils.TexteSansBlancs(await Fichier(chef, id, requete));

    [Theory, SurLesDeuxBases]
    public async Task Preparer_AvantLaSeance_DitMissionsTauxEnveloppeEtExtrait_SansAucunNom(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur, SansAvis.Retirer);
        using var chef = await serveur.Visiteur(Principal);
        var id = await Preparer(chef, Instance.ConseilPedagogique, "2026-05-12");
        var octets = await Fichier(chef, id);
        var texte = await Outils.TexteSansBlancs(octets);

        // Répartition de la démonstration : 2 500 + 1 250 + 2 500 + 625 + 1 250 + 312,50 + 625 = 9 062,50 € = 7,25 IMP, sur 8 notifiées ; le tutorat, que les textes réservent au lycée, n'est pas coché : 8 437,50 €.
        foreach (var attendu in (string[])["Dossierduconseilpédagogique", "Coordinationd’EPS", "2500€·2IMP·taux004", "VoyageàSéville", "6missions,6parts", "6,75IMP·8437,50€", "8IMP·10000€", "¾IMP·937,50€", "Extraitduprocès-verbal", "MENH1505021D", "Aucunerépartition2025-2026"])
        {
            texte.ShouldContain(attendu);
        }

        texte.ShouldNotContain("délibération");
        Noms.ShouldAllBe(n => !texte.Contains(n, StringComparison.Ordinal));
        (await Outils.Lancer("pdfinfo", octets, "{}")).ShouldMatch(@"Tagged:\s+yes");
        using var classeur = new LectureXlsx(await Fichier(chef, id, "?format=xlsx"));
        classeur.Verifier();
        classeur.Feuilles.ShouldBe(["Missions", "Comparaison", "Enveloppe"]);
        classeur.Ligne(0, 8)[8].ShouldBe("8437.50");
    }

    [Theory, SurLesDeuxBases]
    public async Task Dossier_CompareAvecLAnDernier_MissionParMission(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur, async db =>
        {
            foreach (var (code, intitule, centimes) in new[] { ("IMP-APSA", "Coordination d’EPS", 250_000L), ("IMP-NUM", "Référente numérique", 125_000), ("IMP-CHOR", "Chorale de Mme Kervella", 62_500) })
            {
                db.Missions.Add(new Mission { Uai = Demonstration.College, Annee = 2025, Code = code, Intitule = intitule, Duree = Duree.AnneeEntiere, Contenu = string.Join('\n', Nomenclature.DeCode(code)!.Contenu), HeuresEstimees = code == "IMP-NUM" ? 72 : 36, Attributions = [new Attribution { Uai = Demonstration.College, Annee = 2025, Centimes = centimes }] });
            }

            await db.SaveChangesAsync();
        });
        using var chef = await serveur.Visiteur(Principal);
        // Deux missions seulement sont présentées : les cinq autres ne sont pas abandonnées pour autant.
        var ids = await serveur.Lire(db => db.Missions.Where(m => m.Annee == 2026 && m.Uai == Demonstration.College && (m.Code == "IMP-APSA" || m.Code == "IMP-NUM")).Select(m => m.Id).ToListAsync());
        await chef.Page("/instances");
        var page = await chef.Page($"/instances/preparer?instance=ConseilAdministration");
        await chef.Soumettre(page, "/instances/preparer?instance=ConseilAdministration", [("SeanceLe", "2026-09-20"), .. ids.Select(i => ("Missions", $"{i}"))]);
        var texte = await Pdf(chef, long.Parse(chef.Ici.Split('/')[^1]));

        texte.ShouldContain("1reconduite,1modifiée,5nouvelles,1abandonnée");
        texte.ShouldContain("Choralede[nom]");
        texte.ShouldNotContain("Kervella");
        // L'an dernier 2 500 + 1 250 + 625 = 4 375 € ; cette année 9 062,50 €.
        texte.ShouldContain("3,5IMP·4375€");
        texte.ShouldContain("+4687,50€");
        // Présenté : 2 500 + 2 500 ; le reste, 4 062,50 €.
        texte.ShouldContain("5missionsdelarépartition(3,25IMP·4062,50€)nesontpasprésentées");
    }

    [Theory, SurLesDeuxBases]
    public async Task Nominatif_NeNommeQueQuiADonneSonAccord_EtUnRefusNeSeVoitPas(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var chef = await serveur.Visiteur(Principal);
        using var agent = await serveur.Visiteur("samia.benali@demo.neuvieme.fr");
        var sollicitee = await serveur.Lire(db => db.Attributions.Where(a => a.Mission!.Code == "IMP-DECR").Select(a => a.Id).SingleAsync());

        var avant = await Pdf(chef, await Preparer(chef, Instance.ConseilAdministration, "2026-09-20", ("Nominatif", "true")), "?noms=true");
        await agent.Cliquer($"/mes-missions/consulter/{sollicitee}", "Je ne donne pas suite");
        var numero = await Preparer(chef, Instance.ConseilAdministration, "2026-09-20", ("Nominatif", "true"));
        var apres = await Pdf(chef, numero, "?noms=true");

        // Accords de la démonstration : EPS, mathématiques, numérique, culture ; le décrochage est sollicité, les deux autres prévus.
        avant.ShouldContain("KERVELLA");
        avant.ShouldContain("MOREL");
        avant.ShouldContain("PierreMARTIN(MATHEMATIQUES)");
        avant.ShouldNotContain("BENALI");
        avant.ShouldNotContain("LEGRAND");
        avant.ShouldNotContain("Extraitduprocès-verbal");
        // Sollicitée ou ayant décliné : rien ne distingue les deux documents, à leur référence près.
        string Neutre(string t, long id) => t.Replace($"-D{id}", "", StringComparison.Ordinal);
        Neutre(apres, numero).ShouldBe(Neutre(avant, numero - 1));

        // Un accord repris depuis ne paraît plus, même dans un dossier figé.
        var culture = await serveur.Lire(db => db.Attributions.Where(a => a.Mission!.Code == "IMP-CULT" && a.Uai == Demonstration.College).Select(a => a.Id).SingleAsync());
        await serveur.Lire(db => db.Attributions.Where(a => a.Id == culture).ExecuteUpdateAsync(a => a.SetProperty(x => x.Etat, EtatAttribution.EnPreparation)));
        (await Pdf(chef, numero, "?noms=true")).ShouldNotContain("MOREL");
    }

    [Theory, SurLesDeuxBases]
    public async Task Avis_SurUnDossierPrepare_FigeCeQuiAEtePresente_PasCeQuiAChangeDepuis(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur, SansAvis.Retirer);
        using var chef = await serveur.Visiteur(Principal);
        var id = await Preparer(chef, Instance.ConseilPedagogique, "2026-09-07");
        await chef.EnvoyerFormulaire("/repartition/ajouter?code=IMP-CHOR", ("Saisie.Intitule", "Rencontre de chorales"), ("Saisie.Parts[0].Centimes", "31250"));

        (await chef.Page($"/instances/dossier/{id}")).QuerySelector("main")!.TextContent.ShouldNotContain("Rencontre de chorales");
        var formulaire = await chef.Page($"/instances/enregistrer?instance=ConseilPedagogique&dossierId={id}");
        formulaire.QuerySelector("#RenduLe")!.GetAttribute("value").ShouldBe("2026-09-07");
        await chef.EnvoyerFormulaire($"/instances/enregistrer?instance=ConseilPedagogique&dossierId={id}", ("Pour", "9"), ("Contre", "1"), ("Abstentions", "0"), ("Presents", "12"), ("Observations", "Le conseil souhaite un bilan en juin."));

        var avis = await serveur.Lire(db => db.Avis.SingleAsync(a => a.Uai == Demonstration.College));
        avis.DossierId.ShouldBe(id);
        PlanPresente.Lire(avis.PlanPresente).Count.ShouldBe(6);
        (await chef.Page("/instances")).QuerySelector("main")!.TextContent.ShouldContain("ajoutée : Rencontre de chorales");
        var pdf = await Pdf(chef, id);
        pdf.ShouldContain("Pour:9");
        pdf.ShouldContain("Leconseilsouhaiteunbilanenjuin.");

        // Retiré, l'avis laisse le dossier, l'extrait redevient à compléter, et l'avis juste s'y rattache.
        await chef.EnvoyerFormulaire($"/instances/retirer/{avis.Id}", ("Motif", "séance du 8"));
        (await Pdf(chef, id)).ShouldNotContain("Pour:9");
        await chef.EnvoyerFormulaire($"/instances/enregistrer?instance=ConseilPedagogique&dossierId={id}", ("RenduLe", "2026-09-08"));
        (await serveur.Lire(db => db.Avis.SingleAsync(a => a.Uai == Demonstration.College))).DossierId.ShouldBe(id);
        (await serveur.Lire(db => db.DossiersInstance.CountAsync(d => d.Uai == Demonstration.College))).ShouldBe(1);
    }

    [Theory, SurLesDeuxBases]
    public async Task Complement_PrecocheLesSeulesDifferences_EtLesDitAvantApres(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var chef = await serveur.Visiteur(Principal);
        var (voyage, tutorat) = await serveur.Lire(async db => (await db.Missions.SingleAsync(m => m.Code == "IMP-VOY" && m.Uai == Demonstration.College), await db.Missions.SingleAsync(m => m.Code == "IMP-TUT" && m.Uai == Demonstration.College)));
        await chef.EnvoyerFormulaire("/repartition/ajouter?code=IMP-CHOR", ("Saisie.Intitule", "Chorale"), ("Saisie.Parts[0].Centimes", "62500"));
        await chef.EnvoyerFormulaire($"/repartition/modifier/{tutorat.Id}", ("Saisie.Parts[0].Centimes", "31250"));
        await chef.Cliquer($"/repartition/modifier/{voyage.Id}", "Retirer cette mission");
        var chorale = await serveur.Lire(db => db.Missions.Where(m => m.Intitule == "Chorale").Select(m => m.Id).SingleAsync());

        var page = await chef.Page("/instances/preparer?instance=ConseilPedagogique&complement=true");
        page.QuerySelectorAll("input[name=Missions]").Select(c => (c.GetAttribute("value"), c.HasAttribute("checked"))).ShouldBe([($"{chorale}", true), ($"{voyage.Id}", true), ($"{tutorat.Id}", true)], ignoreOrder: true);
        foreach (var (instance, jour) in new[] { (Instance.ConseilPedagogique, "2026-09-07"), (Instance.ConseilAdministration, "2026-09-08") })
        {
            await chef.EnvoyerFormulaire($"/instances/preparer?instance={instance}&complement=true", ("SeanceLe", jour));
            var id = long.Parse(chef.Ici.Split('/')[^1]);
            var texte = await Pdf(chef, id);
            texte.ShouldContain("Cequichangedepuisladernièreprésentation");
            texte.ShouldContain("Choraleajoutée");
            texte.ShouldContain("VoyageàSévilleretirée");
            // + 625 − 312,50 (tutorat, de 625 à 312,50) − 312,50 (voyage) = 0 €.
            texte.ShouldContain("Effettotal0€");
            texte.ShouldNotContain("Référentenumérique");
            await chef.EnvoyerFormulaire($"/instances/enregistrer?instance={instance}&dossierId={id}", ("RenduLe", jour));
            chef.Ici.ShouldBe("/instances");
        }

        var fin = (await chef.Page("/instances")).QuerySelector("main")!.TextContent;
        fin.ShouldNotContain("Changé depuis");
        (await chef.Page("/instances/preparer?instance=ConseilAdministration&complement=true")).QuerySelector("main")!.TextContent.ShouldContain("Rien n’a changé");
    }

    [Fact]
    public async Task Dossier_SoixanteMissionsAuxIntitulesDeDeuxCentsCaracteres_ResteLisible()
    {
        const string nom = "DE LA ROCHEFOUCAULD-MONTMORENCY-ÉVRARD";
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite, async db =>
        {
            var agent = await db.Agents.FirstAsync(a => a.IdSts == "20111");
            (agent.NomUsage, agent.Prenom) = (nom, "Anne-Élisabeth Marie-Thérèse");
            for (var i = 1; i <= 60; i++)
            {
                db.Missions.Add(new Mission { Uai = Demonstration.College, Annee = 2026, Code = "IMP-CULT", Intitule = $"{i:00} {new string('œ', 80)} {new string('É', 116)}", Contenu = "Relier", Attributions = [new Attribution { Uai = Demonstration.College, Annee = 2026, Centimes = 31_250, AgentId = agent.Id, Justification = new string('j', 200) }] });
            }

            await db.SaveChangesAsync();
            await db.Attributions.Where(a => a.Mission!.Intitule.EndsWith("ÉÉÉ")).ExecuteUpdateAsync(a => a.SetProperty(x => x.Etat, EtatAttribution.AccordDonne));
        });
        using var chef = await serveur.Visiteur(Principal);
        var id = await Preparer(chef, Instance.ConseilPedagogique, "2026-09-20", ("Nominatif", "true"));

        foreach (var requete in (string[])["", "?noms=true"])
        {
            var octets = await Fichier(chef, id, requete);
            var texte = await Outils.TexteSansBlancs(octets);
            for (var i = 1; i <= 60; i++)
            {
                texte.ShouldContain($"{i:00}{new string('œ', 80)}{new string('É', 116)}");
            }

            texte.Contains(Outils.SansBlancs(nom), StringComparison.Ordinal).ShouldBe(requete.Length > 0);
            // L'en-tête du tableau se répète à chaque page qu'il occupe.
            texte.Split("N°Mission").Length.ShouldBeGreaterThan(4);
            await Outils.Lancer("qpdf", octets, "--check", "{}");
        }
    }

    [Fact]
    public async Task Telecharger_CeQuiNExistePas_EstIntrouvable()
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite);
        using var chef = await serveur.Visiteur(Principal);
        using var proviseure = await serveur.Visiteur("proviseure@demo.neuvieme.fr");
        var id = await Preparer(chef, Instance.ConseilAdministration, "2026-09-20");

        await chef.Page($"/instances/telecharger/{id}?noms=true", HttpStatusCode.NotFound);
        await chef.Page($"/instances/telecharger/{id}?format=docx", HttpStatusCode.NotFound);
        await proviseure.Page($"/instances/telecharger/{id}", HttpStatusCode.NotFound);
        await proviseure.Page($"/instances/dossier/{id}", HttpStatusCode.NotFound);
        var auteur = new Auteur(null, "Inès Carpentier", "Chef d’établissement", serveur.Temps.GetUtcNow().UtcDateTime, new(2026, 9, 8));
        (await serveur.Lire(db => new EcarterDossier(id).Executer(db, Demonstration.Lycee, auteur))).ShouldHaveSingleItem().Message.ShouldContain("n’est plus là");
        await chef.Cliquer($"/instances/dossier/{id}", "Écarter");
        await chef.Page($"/instances/dossier/{id}", HttpStatusCode.NotFound);
    }
}
