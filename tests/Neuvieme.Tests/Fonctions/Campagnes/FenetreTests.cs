using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Campagnes;
using Neuvieme.Socle;
using Neuvieme.Tests.Fonctions.Attributions;
using Neuvieme.Tests.Socle;
using static Neuvieme.Tests.Fonctions.Campagnes.SituationDeCampagne;

namespace Neuvieme.Tests.Fonctions.Campagnes;

/// <summary>Une campagne s'ouvre et se ferme à minuit, heure de Paris ; hors d'elle l'action refuse, et rien n'est perdu.</summary>
public class FenetreTests
{
    /// <summary>Heure d'été jusqu'au 25 octobre 2026 à 1 h UTC : minuit à Paris est 22 h UTC avant, 23 h après.</summary>
    [Theory]
    [SurLesDeuxBases("2026-09-08T21:59:00Z", "n’est pas encore ouvert")]
    [SurLesDeuxBases("2026-09-08T22:00:00Z", null)]
    [SurLesDeuxBases("2026-10-25T22:59:00Z", null)]
    [SurLesDeuxBases("2026-10-25T23:00:00Z", "clos depuis le 25 octobre 2026 à minuit, heure de Paris")]
    public async Task Proposer_ALaMinutePres_SelonParis(Base sur, string instant, string? refus)
    {
        await using var serveur = await Servir(sur, GenreCampagne.Proposer, "2026-09-09", "2026-10-25");
        var id = await serveur.Part("IMP-CULT");
        serveur.Temps.Aller(DateTimeOffset.Parse(instant));
        using var chef = await serveur.Visiteur(Principal);

        var page = await chef.Cliquer("/attributions", "Proposer au rectorat", await serveur.Ligne(id));

        (await serveur.Etat(id)).ShouldBe(refus is null ? EtatAttribution.Proposee : EtatAttribution.AccordDonne);
        if (refus is not null)
        {
            page.QuerySelector("[role=alert]")!.TextContent.ShouldContain(refus);
        }
    }

    /// <summary>Le 28 mars 2027, l'heure d'été commence à 1 h UTC : ce jour finit à 22 h UTC, celui d'avant finissait à 23 h.</summary>
    [Theory]
    [InlineData("2027-03-27T22:59:00Z", false)]
    [InlineData("2027-03-27T23:00:00Z", true)]
    [InlineData("2027-03-28T21:59:00Z", true)]
    [InlineData("2027-03-28T22:00:00Z", false)]
    public void Fenetre_UnJourDeVingtTroisHeures_CommenceEtFinitAParis(string instant, bool ouverte)
    {
        var jour = new DateOnly(2027, 3, 28);
        var fenetre = new Fenetre(GenreCampagne.Proposer, [new() { AcademieCode = "99", Genre = GenreCampagne.Proposer, OuvreLe = jour, FermeLe = jour }]);

        fenetre.EstOuverte(Demonstration.College, Horloge.AParis(DateTimeOffset.Parse(instant).UtcDateTime)).ShouldBe(ouverte);
    }

    [Theory, SurLesDeuxBases]
    public async Task DemanderAccord_PageOuverteAvantLaClotureEnvoyeeApres_RefuseEtGardeLesCases(Base sur)
    {
        await using var serveur = await Servir(sur, GenreCampagne.DemanderAccords, "2026-09-01", "2026-09-08");
        var (voyage, tutorat) = (await serveur.Part("IMP-VOY"), await serveur.Part("IMP-TUT"));
        serveur.Temps.Aller(new(2026, 9, 8, 21, 59, 30, TimeSpan.Zero));
        using var chef = await serveur.Visiteur(Principal);
        var lue = await chef.Page("/attributions");
        serveur.Temps.Aller(new(2026, 9, 8, 22, 0, 1, TimeSpan.Zero));
        var avant = await serveur.Journal();

        var page = await chef.CliquerSur(lue, "Demander l’accord", await serveur.Ligne(tutorat));

        var alerte = page.QuerySelector("[role=alert]")!.TextContent;
        alerte.ShouldContain("« Demander les accords » est clos depuis le 8 septembre 2026");
        alerte.ShouldContain("Le rectorat peut rouvrir pour votre établissement");
        alerte.ShouldContain("Rien n’est perdu");
        alerte.ShouldContain("aucun texte ne la fixe");
        ((IHtmlInputElement)page.GetElementById($"id-{tutorat}")!).IsChecked.ShouldBeTrue();
        ((IHtmlInputElement)page.GetElementById($"id-{voyage}")!).IsChecked.ShouldBeFalse();
        (await serveur.Etat(tutorat)).ShouldBe(EtatAttribution.EnPreparation);
        (await serveur.Journal()).ShouldBe(avant);
    }

    [Theory, SurLesDeuxBases]
    public async Task Proposer_DossierRenvoye_SeReponditMemeClos(Base sur)
    {
        await using var serveur = await Servir(sur, GenreCampagne.Proposer, "2026-09-01", "2026-09-07");
        using var proviseure = await serveur.Visiteur(Proviseure);
        var id = await serveur.Lire(db => db.Attributions.Where(a => a.Uai == Demonstration.Lycee && a.Etat == EtatAttribution.ARectifier).Select(a => a.Id).SingleAsync());

        await proviseure.Cliquer("/attributions", "Proposer au rectorat", await serveur.Ligne(id), ($"Reponses[{id}]", "Neuf groupes, deux salles."));

        (await serveur.Etat(id)).ShouldBe(EtatAttribution.Proposee);
    }

    [Theory, SurLesDeuxBases]
    public async Task Preparer_Close_GardeLaSaisie_MaisLaPersonneChangeEncore(Base sur)
    {
        await using var serveur = await Servir(sur, GenreCampagne.Preparer, "2026-02-01", "2026-06-30");
        using var chef = await serveur.Visiteur(Principal);
        var id = await serveur.Part("IMP-TUT");
        var mission = await serveur.Lire(db => db.Attributions.Where(a => a.Id == id).Select(a => a.MissionId).SingleAsync());
        var agent = await serveur.Lire(db => db.Agents.Where(a => a.Uai == Demonstration.College && a.IdSts == "20131").Select(a => a.Id).SingleAsync());

        var ajout = await chef.EnvoyerFormulaire("/repartition/ajouter?code=IMP-TUT", ("Saisie.Intitule", "Tutorat des élèves de 5e"), ("Saisie.Parts[0].Centimes", "62500"));
        ajout.QuerySelector("[role=alert]")!.TextContent.ShouldContain("est clos depuis le 30 juin 2026");
        ((IHtmlInputElement)ajout.QuerySelector("[name='Saisie.Intitule']")!).Value.ShouldBe("Tutorat des élèves de 5e");

        var taux = await chef.EnvoyerFormulaire($"/repartition/modifier/{mission}", ("Saisie.Parts[0].Centimes", "31250"));
        taux.QuerySelector("[role=alert]")!.TextContent.ShouldContain("est clos depuis le 30 juin 2026");
        (await serveur.Lire(db => db.Attributions.Where(a => a.Id == id).Select(a => a.Centimes).SingleAsync())).ShouldBe(62_500);

        await chef.EnvoyerFormulaire($"/repartition/modifier/{mission}", ("Saisie.Parts[0].AgentId", $"{agent}"));
        (await serveur.Lire(db => db.Attributions.Where(a => a.Id == id).Select(a => a.AgentId).SingleAsync())).ShouldBe(agent);
        (await serveur.Lire(db => db.Missions.CountAsync(m => m.Intitule == "Tutorat des élèves de 5e"))).ShouldBe(0);
    }

    [Theory, SurLesDeuxBases]
    public async Task Instruire_Close_LaPropositionAttend(Base sur)
    {
        await using var serveur = await Servir(sur, GenreCampagne.Instruire, "2026-09-01", "2026-09-07");
        using var recteur = await serveur.Visiteur(Recteur);
        var id = await serveur.Part("IMP-NUM");

        var page = await serveur.Valider(recteur, id);

        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain("Un gestionnaire ou le recteur peut rouvrir");
        (await serveur.Etat(id)).ShouldBe(EtatAttribution.Proposee);
    }

    [Theory, SurLesDeuxBases]
    public async Task Saisir_Close_GardeLaLigneCochee(Base sur)
    {
        await using var serveur = await Servir(sur, GenreCampagne.Saisir, "2026-10-01", "2026-10-20");
        using var chef = await serveur.Visiteur(Principal);
        var id = await serveur.Part("IMP-DISC");

        var page = await chef.EnvoyerFormulaire("/stsweb", ("Lignes", (await serveur.Ligne(id)).Valeur));

        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain("ce sera du 1er octobre 2026 au 20 octobre 2026");
        ((IHtmlInputElement)page.GetElementById($"l-{id}")!).IsChecked.ShouldBeTrue();
        (await serveur.Lire(db => db.SaisiesSts.AnyAsync())).ShouldBeFalse();
    }

    /// <summary>Un autre genre clos ne ferme rien d'autre, et un repère passé ne ferme jamais.</summary>
    [Theory]
    [SurLesDeuxBases(GenreCampagne.EtablirLettres)]
    [SurLesDeuxBases(GenreCampagne.Saisir)]
    public async Task Proposer_AutreCampagneClose_ResteOuvert(Base sur, GenreCampagne autre)
    {
        await using var serveur = await Servir(sur, autre, "2026-09-01", "2026-09-07");
        using var chef = await serveur.Visiteur(Principal);
        var id = await serveur.Part("IMP-CULT");

        await chef.Cliquer("/attributions", "Proposer au rectorat", await serveur.Ligne(id));

        (await serveur.Etat(id)).ShouldBe(EtatAttribution.Proposee);
    }
}
