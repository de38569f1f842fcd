using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Enveloppes;
using Neuvieme.Fonctions.Repartition.Retirer;
using Neuvieme.Socle;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.Enveloppes;

public class ConvertirTests
{
    const string Convertir = "/enveloppes/convertir";

    [Theory, SurLesDeuxBases]
    public async Task Convertir_UneHeure_ReservePuisReduitALaDecision(Base sur)
    {
        // V4 : 8 IMP, 8 125 € engagés, il reste 1 875 € ; convertir 1 IMP en 1 heure laisse 625 €, soit ½ IMP.
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var chef = await serveur.Visiteur("principal@demo.neuvieme.fr");
        using var recteur = await serveur.Visiteur("recteur@demo.neuvieme.fr");
        using var gestion = await serveur.Visiteur("gestion@demo.neuvieme.fr");

        var verifie = await chef.Cliquer(Convertir, "Vérifier sans demander", await Champs(serveur, "Tutorat des élèves de 3e", "20120"));
        Texte(verifie).ShouldContain("il restera ½ IMP non engagées (625\u00a0€)");
        (await serveur.Lire(db => db.Conversions.CountAsync())).ShouldBe(0);
        await chef.CliquerSur(verifie, "Demander et réserver", await Champs(serveur, "Tutorat des élèves de 3e", "20120"));
        // La demande réserve une IMP ; la part d'une demi-IMP en préparation pour la même personne ne compte plus : ¾ − ½ = ¼ prévu.
        Legende(await chef.Page("/enveloppes")).ShouldBe(["notifié 8", "réservé 2,5", "proposé 2", "validé 3", "dont saisi 0", "dont payé (dû au titre des mois échus) 0\u00a0€", "prévu, pas encore engagé 0,25", "libre, tout le prévu compté 0,25 (312,50\u00a0€)"]);
        Texte(await chef.Page("/")).ShouldContain("décharge de 1 h d’ARE à décider — Tutorat des élèves de 3e");
        Texte(await gestion.Page("/")).ShouldContain("1 décharge à décider");

        var id = await serveur.Lire(db => db.Conversions.Select(c => c.Id).SingleAsync());
        var decision = await recteur.Cliquer($"/enveloppes/decider?id={id}", "Accorder : retirer 1\u202f250\u00a0€ de l’enveloppe");

        Texte(decision).ShouldContain("La décharge est accordée");
        var page = await chef.Page("/enveloppes");
        Legende(page)[..3].ShouldBe(["notifié 8", "converti en heures 1 (1 h)", "réservé 1,5"]);
        var derniere = page.QuerySelector("section:nth-of-type(2) tbody tr:last-child")!.TextContent;
        derniere.ShouldContain("conversion en décharge");
        derniere.ShouldContain("7 · 8\u202f750\u00a0€");
        Texte(page).ShouldContain("accordée le 8 septembre 2026");
    }

    [Theory, SurLesDeuxBases]
    public async Task Refuser_OuRetirer_RendLEnveloppe(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var chef = await serveur.Visiteur("principal@demo.neuvieme.fr");
        using var recteur = await serveur.Visiteur("recteur@demo.neuvieme.fr");
        var avant = Legende(await chef.Page("/enveloppes"));

        await chef.Cliquer(Convertir, "Demander et réserver", await Champs(serveur, "Tutorat des élèves de 3e", "20120"));
        Legende(await chef.Page("/enveloppes")).ShouldNotBe(avant);
        await chef.Cliquer(Convertir, "Retirer la demande");
        Legende(await chef.Page("/enveloppes")).ShouldBe(avant);

        await chef.Cliquer(Convertir, "Demander et réserver", await Champs(serveur, "Tutorat des élèves de 3e", "20120"));
        var id = await serveur.Lire(db => db.Conversions.MaxAsync(c => c.Id));
        Texte(await recteur.Cliquer($"/enveloppes/decider?id={id}", "Refuser")).ShouldContain("Écrivez le motif");
        await recteur.Cliquer($"/enveloppes/decider?id={id}", "Refuser", ("Motif", "service trop léger"));

        Legende(await chef.Page("/enveloppes")).ShouldBe(avant);
        Texte(await chef.Page(Convertir)).ShouldContain("« service trop léger »");
        (await serveur.Lire(db => db.LignesEnveloppe.CountAsync(l => l.Uai == Demonstration.College))).ShouldBe(1);
    }

    [Theory, SurLesDeuxBases]
    public async Task Annuler_ApresAccord_RendParUneLigneDePlus(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var chef = await serveur.Visiteur("principal@demo.neuvieme.fr");
        using var recteur = await serveur.Visiteur("recteur@demo.neuvieme.fr");
        await chef.Cliquer(Convertir, "Demander et réserver", await Champs(serveur, "Tutorat des élèves de 3e", "20120"));
        var id = await serveur.Lire(db => db.Conversions.Select(c => c.Id).SingleAsync());
        await recteur.Cliquer($"/enveloppes/decider?id={id}", "Accorder");

        await recteur.Cliquer($"/enveloppes/decider?id={id}", "Annuler la décharge", ("Motif", "proposition du conseil absente"), ("Retrait.Fondement", "Illegale"));

        var lignes = await serveur.Lire(db => db.LignesEnveloppe.Where(l => l.Uai == Demonstration.College).OrderBy(l => l.Id).Select(l => new { l.Genre, l.Quarts }).ToListAsync());
        lignes.Select(l => (l.Genre, l.Quarts)).ShouldBe([(GenreLigne.Initiale, 32), (GenreLigne.Conversion, -4), (GenreLigne.Restitution, 4)]);
        Legende(await chef.Page("/enveloppes"))[..2].ShouldBe(["notifié 8", "réservé 1,5"]);

        // C'est son service qui change : la personne l'apprend, lit le motif, et sait comment contester.
        using var legrand = await serveur.Visiteur("loic.legrand@demo.neuvieme.fr");
        var siennes = Texte(await legrand.Page("/mes-missions"));
        siennes.ShouldContain("proposition du conseil absente");
        siennes.ShouldContain("se conteste dans les deux mois");
        (await serveur.Lire(db => db.Courriels.CountAsync(c => c.Adresse == "loic.legrand@demo.neuvieme.fr" && c.Objet == "Une décision sur votre décharge"))).ShouldBe(2);
    }

    /// <summary>C37 : confié après le 30 septembre, l'allègement dit son premier jour ; commencé ce jour-là, il se décide à la main.</summary>
    [Theory, SurLesDeuxBases]
    public async Task Convertir_ApresSeptembre_DemandeLePremierJour(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        serveur.Temps.Aller(new(2026, 11, 3, 9, 0, 0, TimeSpan.Zero));
        using var chef = await serveur.Visiteur("principal@demo.neuvieme.fr");
        using var recteur = await serveur.Visiteur("recteur@demo.neuvieme.fr");
        (string Nom, string Valeur)[] champs = [.. (await Champs(serveur, "Tutorat des élèves de 3e", "20120")).Select(c => c.Nom == "Saisie.AccordLe" ? (c.Nom, "2026-10-12") : c)];

        Alerte(await chef.Cliquer(Convertir, "Demander et réserver", champs)).ShouldContain("indiquer le premier jour de l'allègement");
        Alerte(await chef.Cliquer(Convertir, "Demander et réserver", [.. champs, ("Saisie.Debut", "2027-09-01")])).ShouldContain("année scolaire");
        Texte(await chef.Cliquer(Convertir, "Vérifier sans demander", [.. champs, ("Saisie.Debut", "2026-11-03")])).ShouldContain("décision manuelle");
        Alerte(await chef.Cliquer(Convertir, "Demander et réserver", [.. champs, ("Saisie.Debut", "2026-11-03")])).ShouldBe("");

        var id = await serveur.Lire(db => db.Conversions.Select(c => c.Id).SingleAsync());
        Texte(await recteur.Page($"/enveloppes/decider?id={id}")).ShouldContain("Premier jour : 3 novembre 2026");
        await recteur.Cliquer($"/enveloppes/decider?id={id}", "Accorder");
        (await serveur.Lire(db => db.Conversions.Select(c => new { c.Etat, c.Debut }).SingleAsync())).ShouldBe(new { Etat = EtatConversion.Accordee, Debut = (DateOnly?)new DateOnly(2026, 11, 3) });
    }

    /// <summary>Une décharge accordée crée des droits : sans ce qui permet d'y revenir, ou quatre mois plus tard, elle tient (CRPA, art. L. 242-1).</summary>
    [Theory, SurLesDeuxBases]
    public async Task Annuler_SansFondementOuTropTard_LaDechargeTient(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var chef = await serveur.Visiteur("principal@demo.neuvieme.fr");
        using var recteur = await serveur.Visiteur("recteur@demo.neuvieme.fr");
        await chef.Cliquer(Convertir, "Demander et réserver", await Champs(serveur, "Tutorat des élèves de 3e", "20120"));
        var id = await serveur.Lire(db => db.Conversions.Select(c => c.Id).SingleAsync());
        await recteur.Cliquer($"/enveloppes/decider?id={id}", "Accorder");

        Alerte(await recteur.Cliquer($"/enveloppes/decider?id={id}", "Annuler la décharge", ("Motif", "changement d’avis"))).ShouldContain("Dire ce qui permet de revenir");
        // Accordée le 8 septembre 2026 : dernier jour le 8 janvier 2027.
        serveur.Temps.Aller(new(2027, 1, 9, 9, 0, 0, TimeSpan.Zero));
        using var plusTard = await serveur.Visiteur("recteur@demo.neuvieme.fr");
        Alerte(await plusTard.Cliquer($"/enveloppes/decider?id={id}", "Annuler la décharge", ("Motif", "proposition absente"), ("Retrait.Fondement", "Illegale"))).ShouldContain("depuis le 8 janvier 2027");

        (await serveur.Lire(db => db.Conversions.Select(c => c.Etat).SingleAsync())).ShouldBe(EtatConversion.Accordee);
    }

    [Theory, SurLesDeuxBases]
    public async Task Convertir_AvecLImpDeLaMemeMission_RefuseeDansLesDeuxSens(Base sur)
    {
        // R024 : la coordination d'EPS est déjà payée à Mme Kervella ; en sens inverse, la décharge demandée ferme la part de M. Legrand.
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var chef = await serveur.Visiteur("principal@demo.neuvieme.fr");

        var refus = await chef.Cliquer(Convertir, "Demander et réserver", await Champs(serveur, "Coordination d’EPS", "31762"));
        Alerte(refus).ShouldContain("la somme de 2\u202f500,00\u00a0€ ne peut s'y ajouter pour la même mission");
        Alerte(await chef.Cliquer(Convertir, "Demander et réserver", await Champs(serveur, "Coordination d’EPS", "31790"))).ShouldBe("");
        await chef.Cliquer(Convertir, "Retirer la demande");

        await chef.Cliquer(Convertir, "Demander et réserver", await Champs(serveur, "Tutorat des élèves de 3e", "20120"));
        var part = await serveur.Lire(db => db.Attributions.Where(a => a.Agent!.IdSts == "20120" && a.Mission!.Code == "IMP-TUT").Select(a => a.Id).SingleAsync());
        Alerte(await chef.Cliquer("/attributions", "Demander l’accord des personnes cochées", await serveur.Ligne(part))).ShouldContain("décharge");
        Texte(await chef.Page("/repartition")).ShouldContain("1 h d’ARE demandée pour cette personne");
    }

    [Theory]
    // R027 sans proposition du CA ; R029 sans demande à l'IA-DASEN ; sans accord ni pièce ; C21 la demi-heure ; R039 2 IMP pour 1,5 libre.
    [InlineData("Saisie.PropositionCaLe", "", "Recueillir la proposition du conseil d'administration")]
    [InlineData("Saisie.DemandeDasenLe", "", "Demander la conversion à l'IA-DASEN")]
    [InlineData("Saisie.AccordLe", "", "Demander son accord à l'agent")]
    [InlineData("Saisie.PieceAccord", "", "où se lit l’accord")]
    [InlineData("Saisie.AccordLe", "2026-12-01", "après le jour présent")]
    [InlineData("Saisie.Heures", "0,5", "une IMP entière fait une heure")]
    [InlineData("Saisie.Heures", "2", "enveloppe")]
    [InlineData("Saisie.Heures", "0", "heures hebdomadaires")]
    [InlineData("Saisie.Heures", "beaucoup", "un nombre d’heures")]
    [InlineData("Saisie.MissionId", "999999", "mission de la répartition")]
    [InlineData("Saisie.AgentId", "999999", "personne de l’établissement")]
    public async Task Convertir_DemandeIncomplete_RefuseeEtRienNEstReserve(string champ, string valeur, string attendu)
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite);
        using var chef = await serveur.Visiteur("principal@demo.neuvieme.fr");
        var champs = (await Champs(serveur, "Tutorat des élèves de 3e", "20120")).Select(c => c.Nom == champ ? (c.Nom, valeur) : c).ToArray();

        var page = await chef.Cliquer(Convertir, "Demander et réserver", champs);

        Alerte(page).ShouldContain(attendu);
        page.QuerySelector<IHtmlInputElement>("input[name='Saisie.Heures']")!.Value.ShouldBe(champs.Single(c => c.Item1 == "Saisie.Heures").Item2);
        (await serveur.Lire(db => db.Conversions.CountAsync())).ShouldBe(0);
    }

    /// <summary>Le bouton « Précédent » rend le formulaire déjà parti : ce qui y est corrigé ne se perd pas en silence.</summary>
    [Theory]
    [SurLesDeuxBases("Saisie.AccordLe", "2026-06-05")]
    [SurLesDeuxBases("Saisie.PieceAccord", "fiche signée le 5 juin")]
    [SurLesDeuxBases("Saisie.PropositionCaLe", "2026-06-26")]
    [SurLesDeuxBases("Saisie.DemandeDasenLe", "2026-07-01")]
    public async Task Convertir_FormulaireDejaPartiPuisCorrige_DitQueRienNEstEnregistre(Base sur, string champ, string valeur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var chef = await serveur.Visiteur("principal@demo.neuvieme.fr");
        var formulaire = await chef.Page(Convertir);
        var champs = await Champs(serveur, "Tutorat des élèves de 3e", "20120");
        await chef.CliquerSur(formulaire, "Demander et réserver", champs);

        var identique = await chef.CliquerSur(formulaire, "Demander et réserver", champs);
        var corrige = await chef.CliquerSur(formulaire, "Demander et réserver", [.. champs.Select(c => c.Nom == champ ? (c.Nom, valeur) : c)]);

        Alerte(identique).ShouldBe("");
        Alerte(corrige).ShouldContain("rien de ce qui y a changé depuis n’est enregistré");
        var demande = await serveur.Lire(db => db.Conversions.SingleAsync());
        (demande.AccordLe, demande.PieceAccord, demande.PropositionCaLe, demande.DemandeDasenLe).ShouldBe((new(2026, 6, 4), "courriel du 4 juin", new(2026, 6, 25), new(2026, 6, 30)));
        await chef.Cliquer(Convertir, "Retirer la demande");
        // Retirée, elle n'est plus « demandée et réservée ».
        Alerte(await chef.CliquerSur(formulaire, "Demander et réserver", champs)).ShouldContain("est maintenant « retirée »");
    }

    [Theory, SurLesDeuxBases]
    public async Task Convertir_ParDemiHeure_SiLAcademieLAdmet(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var chef = await serveur.Visiteur("principal@demo.neuvieme.fr");
        using var recteur = await serveur.Visiteur("recteur@demo.neuvieme.fr");
        await recteur.EnvoyerFormulaire("/parametres/modifier?cle=AreParDemiHeures", ("Valeur", "1"), ("Depuis", "2026-09-01"), ("Motif", "note de service"));
        var champs = (await Champs(serveur, "Tutorat des élèves de 3e", "20120")).Select(c => c.Nom == "Saisie.Heures" ? (c.Nom, "0,5") : c).ToArray();

        Alerte(await chef.Cliquer(Convertir, "Demander et réserver", champs)).ShouldBe("");

        // 625 € : deux quarts d'IMP.
        (await serveur.Lire(db => db.Conversions.SingleAsync())).Quarts.ShouldBe(2);
    }

    [Theory, SurLesDeuxBases]
    public async Task Decider_SansPropositionDuCa_Bloque(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur, async db =>
        {
            var mission = await db.Missions.SingleAsync(m => m.Uai == Demonstration.College && m.Code == "IMP-TUT");
            var agent = await db.Agents.SingleAsync(a => a.IdSts == "20120");
            db.Conversions.Add(new() { Uai = Demonstration.College, Annee = 2026, MissionId = mission.Id, Intitule = mission.Intitule, AgentId = agent.Id, HeuresCentiemes = 100, AccordLe = new(2026, 6, 4), DemandeDasenLe = new(2026, 6, 30), Auteur = "reprise" });
            await db.SaveChangesAsync();
        });
        using var recteur = await serveur.Visiteur("recteur@demo.neuvieme.fr");
        var id = await serveur.Lire(db => db.Conversions.Select(c => c.Id).SingleAsync());

        Alerte(await recteur.Cliquer($"/enveloppes/decider?id={id}", "Accorder")).ShouldContain("Recueillir la proposition du conseil d'administration");

        (await serveur.Lire(db => db.Conversions.SingleAsync())).Etat.ShouldBe(EtatConversion.Demandee);
        (await serveur.Lire(db => db.LignesEnveloppe.CountAsync(l => l.ConversionId != null))).ShouldBe(0);
    }

    [Fact]
    public async Task Decider_ParLeGestionnaire_Interdit()
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite);
        using var chef = await serveur.Visiteur("principal@demo.neuvieme.fr");
        using var gestion = await serveur.Visiteur("gestion@demo.neuvieme.fr");
        await chef.Cliquer(Convertir, "Demander et réserver", await Champs(serveur, "Tutorat des élèves de 3e", "20120"));
        var id = await serveur.Lire(db => db.Conversions.Select(c => c.Id).SingleAsync());

        var page = await gestion.Page($"/enveloppes/decider?id={id}");
        page.QuerySelectorAll("main button").ShouldBeEmpty();
        var jeton = page.QuerySelector<IHtmlInputElement>("input[name=__RequestVerificationToken]")!.Value;
        using var corps = new FormUrlEncodedContent([new("__RequestVerificationToken", jeton), new("Id", $"{id}"), new("Version", "0"), new("Le", "2026-09-08"), new("Par", "Recteur")]);
        using var reponse = await gestion.Http.PostAsync("/enveloppes/decider?handler=Accorder", corps, TestContext.Current.CancellationToken);

        reponse.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await serveur.Lire(db => db.Conversions.SingleAsync())).Etat.ShouldBe(EtatConversion.Demandee);
    }

    [Theory, SurLesDeuxBases]
    public async Task RetirerLaMission_DechargeVivanteNonPuisRetireeOui_LaDemandeReste(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var chef = await serveur.Visiteur("principal@demo.neuvieme.fr");
        await chef.Cliquer(Convertir, "Demander et réserver", await Champs(serveur, "Tutorat des élèves de 3e", "20120"));
        var auteur = new Auteur(null, "Essai", "Chef d’établissement", TempsDeTest.Rentree.UtcDateTime, new(2026, 9, 8));
        Task<IReadOnlyList<Refus>> Retirer() => serveur.Lire(async db =>
        {
            var m = await db.Missions.AsNoTracking().SingleAsync(m => m.Uai == Demonstration.College && m.Code == "IMP-TUT");
            return await new RetirerMission(m.Id, m.Version).Executer(db, m.Uai, new AnneeScolaire(2026), auteur);
        });

        (await Retirer()).ShouldHaveSingleItem().Message.ShouldContain("une décharge de 1 h d’ARE est demandée");
        await chef.Cliquer(Convertir, "Retirer la demande");
        (await Retirer()).ShouldBeEmpty();

        var gardee = await serveur.Lire(db => db.Conversions.SingleAsync());
        // La mission retirée demeure, hors de la répartition : la demande dit encore ce qu'elle visait.
        gardee.Intitule.ShouldBe("Tutorat des élèves de 3e");
        (await serveur.Lire(db => db.Missions.AnyAsync(m => m.Id == gardee.MissionId))).ShouldBeFalse();
        Texte(await chef.Page(Convertir)).ShouldContain("Tutorat des élèves de 3e");
    }

    [Theory, SurLesDeuxBases]
    public async Task AppliquerUnScenario_SansLaMissionDechargee_LaGarde(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var chef = await serveur.Visiteur("principal@demo.neuvieme.fr");
        await chef.EnvoyerFormulaire("/repartition/scenarios", ("Nom", "avant les clubs"));
        await serveur.Lire(async db =>
        {
            var mission = new Neuvieme.Fonctions.Repartition.Mission { Uai = Demonstration.College, Annee = 2026, Code = "IMP-CULT", Intitule = "Club théâtre", HeuresEstimees = 18 };
            mission.Attributions.Add(new() { Uai = Demonstration.College, Annee = 2026, Centimes = 31_250 });
            db.Missions.Add(mission);
            return await db.SaveChangesAsync();
        });
        await serveur.Lire(async db =>
        {
            var champs = (await Champs(serveur, "Club théâtre", "20131")).ToDictionary(c => c.Nom, c => c.Valeur);
            var demande = new Neuvieme.Fonctions.Enveloppes.Convertir.ConvertirEnDecharge
            {
                CleSaisie = Guid.NewGuid(), MissionId = long.Parse(champs["Saisie.MissionId"]), AgentId = long.Parse(champs["Saisie.AgentId"]), HeuresCentiemes = 100,
                AccordLe = new(2026, 6, 4), PieceAccord = "fiche signée", PropositionCaLe = new(2026, 6, 25), DemandeDasenLe = new(2026, 6, 30),
            };
            (await demande.Executer(db, await db.Etablissements.SingleAsync(e => e.Uai == Demonstration.College), new(2026), new Auteur(null, "Essai", "Chef d’établissement", TempsDeTest.Rentree.UtcDateTime, new(2026, 9, 8)))).ShouldBeEmpty();
            return 0;
        });
        var scenario = await serveur.Lire(db => db.Scenarios.Where(s => s.Nom == "avant les clubs").Select(s => s.Id).SingleAsync());

        var page = await chef.Page($"/repartition/appliquer/{scenario}");
        page.QuerySelectorAll("main form button").ShouldBeEmpty();
        await chef.EnvoyerFormulaire($"/repartition/appliquer/{scenario}", ("Empreinte", page.QuerySelector<IHtmlInputElement>("input[name=Empreinte]")!.Value));

        chef.Ici.ShouldBe("/repartition");
        var gardee = await serveur.Lire(db => db.Conversions.SingleAsync());
        (await serveur.Lire(db => db.Missions.AnyAsync(m => m.Id == gardee.MissionId))).ShouldBeTrue();
    }

    [Fact]
    public async Task Decider_HorsDeSonAcademie_Introuvable()
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite, async db =>
        {
            db.Academies.Add(new() { Code = "98", Libelle = "voisine" });
            db.Etablissements.Add(new() { Uai = "0980001F", Denomination = "Collège voisin", AcademieCode = "98", NatureCode = "340" });
            var agent = new Neuvieme.Fonctions.Personnels.Agent { Uai = "0980001F", TypeSts = "epp", IdSts = "1", NomUsage = "LOIN", NomPatronymique = "LOIN", Prenom = "Ada", PrenomSts = "ADA", FonctionSts = "ENS" };
            db.Agents.Add(agent);
            await db.SaveChangesAsync();
            db.Conversions.Add(new() { Uai = "0980001F", Annee = 2026, Intitule = "Numérique", AgentId = agent.Id, HeuresCentiemes = 100, Auteur = "x" });
            db.DemandesComplement.Add(new() { Uai = "0980001F", Annee = 2026, Quarts = 4, Motif = "secret voisin", Auteur = "x" });
            await db.SaveChangesAsync();
        });
        using var recteur = await serveur.Visiteur("recteur@demo.neuvieme.fr");
        var (conversion, complement) = (await serveur.Lire(db => db.Conversions.Select(c => c.Id).SingleAsync()), await serveur.Lire(db => db.DemandesComplement.Select(c => c.Id).SingleAsync()));

        await recteur.Page($"/enveloppes/decider?id={conversion}", HttpStatusCode.NotFound);
        await recteur.Page($"/enveloppes/repondre?id={complement}", HttpStatusCode.NotFound);
        Texte(await recteur.Page("/enveloppes/repondre")).ShouldNotContain("secret voisin");
    }

    static async Task<(string Nom, string Valeur)[]> Champs(ServeurDeTest serveur, string mission, string idSts) =>
    [
        ("Saisie.MissionId", $"{await serveur.Lire(db => db.Missions.Where(m => m.Uai == Demonstration.College && m.Intitule == mission).Select(m => m.Id).SingleAsync())}"),
        ("Saisie.AgentId", $"{await serveur.Lire(db => db.Agents.Where(a => a.IdSts == idSts).Select(a => a.Id).SingleAsync())}"),
        ("Saisie.Heures", "1"), ("Saisie.AccordLe", "2026-06-04"), ("Saisie.PieceAccord", "courriel du 4 juin"), ("Saisie.PropositionCaLe", "2026-06-25"), ("Saisie.DemandeDasenLe", "2026-06-30"),
    ];

    static string Texte(IHtmlDocument page) => page.QuerySelector("main")!.TextContent;

    static string Alerte(IHtmlDocument page) => page.QuerySelector("[role=alert]")?.TextContent ?? "";

    static string[] Legende(IHtmlDocument page) => [.. page.QuerySelectorAll(".n-legende li").Select(l => l.TextContent.Trim())];
}
