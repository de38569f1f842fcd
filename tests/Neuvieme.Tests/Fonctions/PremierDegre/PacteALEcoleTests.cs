using System.Net;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Droit.Pacte;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Tests.Socle;
using static Neuvieme.Tests.Fonctions.PremierDegre.GestesDuPremierDegre;

namespace Neuvieme.Tests.Fonctions.PremierDegre;

/// <summary>Le Pacte à l'école : le directeur propose, l'inspecteur arrête (décret n° 2023-627, côté ISAE), la dotation vient du rectorat (regles R173).</summary>
public class PacteALEcoleTests
{
    [Theory, SurLesDeuxBases]
    public async Task Fil_DuDirecteurALInspecteur_NeufVersementsAuCentime(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var directrice = await serveur.Visiteur(Directrice);
        using var ien = await serveur.Visiteur(Ien);
        var id = await Preparer(directrice, "PAC-SOUT-ECOLE", await Agent(serveur, Tessier), 187_500);
        // 24 heures par part (annexe 1 de la note du 22 septembre 2025) : une part et demie en fait 36.
        Texte(await directrice.Page($"/premier-degre/suivre/{id}")).ShouldContain("36 heures devant élèves");
        await ien.Page($"/premier-degre/decider/{id}", HttpStatusCode.NotFound);

        await Suivre(directrice, id, "Demander l’accord");
        await Accorder(serveur, Tessier, id);
        var proposee = await Suivre(directrice, id, "Proposer à l’inspecteur");
        Texte(proposee).ShouldContain("Mission proposée à l’inspecteur", Case.Sensitive, Texte(proposee));
        var page = await ien.Cliquer($"/premier-degre/decider/{id}", "Confier la mission");

        (await Lue(serveur, id)).ShouldSatisfyAllConditions(m => m.Etat.ShouldBe(EtatAttribution.Validee), m => m.Autorite.ShouldBe(Autorite.Ien), m => m.DecideePar.ShouldBe("Solène Garrec"));
        // 1 875 € ÷ 9 = 208,33 € ; huit font 1 666,64 €, le neuvième solde 208,36 €. D'octobre à juin (regles R180).
        var echeances = await serveur.Lire(db => db.EcheancesDirectes.Where(e => e.MissionId == id).OrderBy(e => e.Rang).Select(e => new { e.Mois, e.Paie, e.BrutCentimes }).ToListAsync());
        echeances.Select(e => e.BrutCentimes).ShouldBe([20_833, 20_833, 20_833, 20_833, 20_833, 20_833, 20_833, 20_833, 20_836]);
        echeances.Select(e => e.Mois).ShouldBe([202610, 202611, 202612, 202701, 202702, 202703, 202704, 202705, 202706]);
        echeances.ShouldAllBe(e => e.Paie == e.Mois);
        foreach (var vue in new[] { page, proposee, await ien.Page("/premier-degre"), await ien.Page("/"), await directrice.Page("/") })
        {
            Texte(vue).ShouldNotContain("conseil d’administration", Case.Insensitive);
        }
    }

    [Theory, SurLesDeuxBases]
    public async Task Arretee_EnDecembre_LesMoisPassesSontEnRappel(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        serveur.Temps.Aller(new(2026, 12, 3, 9, 0, 0, TimeSpan.Zero));
        using var ien = await serveur.Visiteur(Ien);
        // Le stage proposé dans la démonstration : une demi-part, 625 €.
        var id = await serveur.Lire(db => db.MissionsDirectes.Where(m => m.Code == "PAC-STAGE").Select(m => m.Id).SingleAsync());

        await ien.Cliquer($"/premier-degre/decider/{id}", "Confier la mission");

        // 625 ÷ 9 = 69,44 € ; le dernier 69,48 €. Décidée le 3, avant le 10 : la paie de décembre prend octobre et novembre.
        (await serveur.Lire(db => db.EcheancesDirectes.Where(e => e.MissionId == id).OrderBy(e => e.Rang).Select(e => $"{e.Mois} {e.Paie} {e.BrutCentimes}").ToListAsync()))
            .ShouldBe(["202610 202612 6944", "202611 202612 6944", "202612 202612 6944", "202701 202701 6944", "202702 202702 6944", "202703 202703 6944", "202704 202704 6944", "202705 202705 6944", "202706 202706 6948"]);
    }

    [Theory, SurLesDeuxBases]
    public async Task Decliner_NeLaisseNiTraceNiNom_EtLaMissionSeRepropose(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var leila = await serveur.Visiteur(Morvan);
        using var directrice = await serveur.Visiteur(Directrice);
        using var ien = await serveur.Visiteur(Ien);
        var id = await serveur.Lire(db => db.MissionsDirectes.Where(m => m.Code == "PAC-INNO").Select(m => m.Id).SingleAsync());
        var agent = await Agent(serveur, Morvan);

        await leila.Cliquer($"/premier-degre/ma-mission/{id}", "Je ne donne pas suite");

        Texte(await leila.Page("/mes-missions")).ShouldContain("sans suite");
        foreach (var adresse in (string[])["/premier-degre", "/", $"/journal?portee={Tilleuls}"])
        {
            Texte(await ien.Page(adresse)).ShouldNotContain("Morvan", Case.Insensitive);
        }

        var journal = await serveur.Lire(db => db.Journal.Where(j => j.Objet == $"mission-premier-degre:{id}").OrderBy(j => j.Rang).ToListAsync());
        journal[^1].Action.ShouldBe(Reserve.DemandeClose);
        journal.ShouldAllBe(j => !j.Apres.Contains($"\"agent\":{agent}") && !j.Auteur.Contains("Morvan") && j.CompteId != null == (j.Action != Reserve.DemandeClose));
        Texte(await directrice.Page("/journal")).ShouldNotContain("Morvan", Case.Insensitive);

        await Suivre(directrice, id, "Reprendre la préparation");
        (await Lue(serveur, id)).Etat.ShouldBe(EtatAttribution.EnPreparation);
        Texte(await leila.Page("/mes-missions")).ShouldNotContain("innovation");
    }

    [Theory, SurLesDeuxBases]
    public async Task Modification_DemandeeParLaPersonne_LueDuSeulDirecteur(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var leila = await serveur.Visiteur(Morvan);
        using var directrice = await serveur.Visiteur(Directrice);
        var id = await serveur.Lire(db => db.MissionsDirectes.Where(m => m.Code == "PAC-INNO").Select(m => m.Id).SingleAsync());

        await leila.Cliquer($"/premier-degre/ma-mission/{id}", "Demander ce changement", ("modification", "Plutôt une demi-part <b>"));

        Texte(await directrice.Page($"/premier-degre/suivre/{id}")).ShouldContain("Plutôt une demi-part <b>");
        Texte(await directrice.Page("/journal")).ShouldNotContain("Plutôt une demi-part");
        await directrice.EnvoyerFormulaire($"/premier-degre/preparer/{id}", ("Saisie.Centimes", "62500"));
        await Suivre(directrice, id, "Demander l’accord");
        Texte(await leila.Page($"/premier-degre/ma-mission/{id}")).ShouldContain("625 € · 0,5 part");
    }

    [Theory, SurLesDeuxBases]
    public async Task RenvoyerPuisRepondre_PuisRefuser_AvecLeurMotif(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var ien = await serveur.Visiteur(Ien);
        using var directrice = await serveur.Visiteur(Directrice);
        var id = await serveur.Lire(db => db.MissionsDirectes.Where(m => m.Code == "PAC-STAGE").Select(m => m.Id).SingleAsync());

        Texte(await ien.Cliquer($"/premier-degre/decider/{id}", "Renvoyer pour correction")).ShouldContain("Dites pourquoi");
        await ien.Cliquer($"/premier-degre/decider/{id}", "Renvoyer pour correction", ("Motif", "Quelle semaine ?"));
        Texte(await Suivre(directrice, id, "Proposer à l’inspecteur")).ShouldContain("Dites ce que vous avez corrigé");
        await Suivre(directrice, id, "Proposer à l’inspecteur", ("Reponse", "La première de juillet."));
        Texte(await ien.Page($"/premier-degre/decider/{id}")).ShouldContain("La première de juillet.");
        await ien.Cliquer($"/premier-degre/decider/{id}", "Refuser", ("Motif", "Hors calendrier."));

        (await Lue(serveur, id)).Etat.ShouldBe(EtatAttribution.Refusee);
        var refusee = await directrice.Page($"/premier-degre/suivre/{id}");
        Texte(refusee).ShouldContain("Hors calendrier.");
        Boutons(refusee).ShouldBeEmpty();
    }

    /// <summary>Renvoyée puis reprise, la mission a déjà été proposée pour quelqu'un : elle ne change ni de personne ni de mission, et ne s'efface pas.</summary>
    [Theory, SurLesDeuxBases]
    public async Task DejaProposee_NeChangePasDePersonne_NiNeSEfface(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var ien = await serveur.Visiteur(Ien);
        using var directrice = await serveur.Visiteur(Directrice);
        var id = await serveur.Lire(db => db.MissionsDirectes.Where(m => m.Code == "PAC-STAGE").Select(m => m.Id).SingleAsync());
        var avant = (await Lue(serveur, id)).AgentId;
        await ien.Cliquer($"/premier-degre/decider/{id}", "Renvoyer pour correction", ("Motif", "Autre semaine."));
        await Suivre(directrice, id, "Reprendre la préparation");

        Boutons(await directrice.Page($"/premier-degre/suivre/{id}")).ShouldNotContain("Retirer la mission");
        Texte(await directrice.EnvoyerFormulaire($"/premier-degre/preparer/{id}", ("Saisie.AgentId", $"{await Agent(serveur, Morvan)}"))).ShouldContain("a déjà été proposée");
        await directrice.EnvoyerFormulaire($"/premier-degre/preparer/{id}", ("Saisie.Centimes", "125000"));

        (await Lue(serveur, id)).ShouldSatisfyAllConditions(m => m.AgentId.ShouldBe(avant), m => m.Centimes.ShouldBe(125_000));
    }

    [Theory, SurLesDeuxBases]
    public async Task Revenir_AvantLaPremierePaie_RetireLesVersements_ApresNon(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var ien = await serveur.Visiteur(Ien);
        var id = await serveur.Lire(db => db.MissionsDirectes.Where(m => m.Code == "PAC-SOUT-ECOLE").Select(m => m.Id).SingleAsync());

        await ien.Cliquer($"/premier-degre/decider/{id}", "Revenir sur la décision", ("Motif", "Erreur de personne."), ("Retrait.Fondement", "Illegale"));
        (await Lue(serveur, id)).Etat.ShouldBe(EtatAttribution.Proposee);
        (await serveur.Lire(db => db.EcheancesDirectes.CountAsync(e => e.MissionId == id))).ShouldBe(0);

        await ien.Cliquer($"/premier-degre/decider/{id}", "Confier la mission");
        serveur.Temps.Aller(new(2026, 10, 12, 9, 0, 0, TimeSpan.Zero));
        using var plusTard = await serveur.Visiteur(Ien);
        Texte(await plusTard.Cliquer($"/premier-degre/decider/{id}", "Revenir sur la décision", ("Motif", "Trop tard."), ("Retrait.Fondement", "Illegale"))).ShouldContain("déjà sur la paie");
        (await Lue(serveur, id)).Etat.ShouldBe(EtatAttribution.Validee);
    }

    /// <summary>Ce que l'écran dit des niveaux repose là-dessus : une mission d'école d'un niveau plus prioritaire demanderait une dotation fléchée.</summary>
    [Fact]
    public void MissionsDeLEcole_ToutesDuTroisiemeNiveau() =>
        Nomenclature.Fiches.Where(f => f.Cadre.HasFlag(Cadre.Ecole)).Select(f => f.Priorite).Distinct().ShouldBe([3]);
}
