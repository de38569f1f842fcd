using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Suivi;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.Suivi;

/// <summary>
/// Arrêter une mission accordée abroge une décision qui crée des droits (CRPA, art. L. 242-1 et suivants) ; quand cela tient à la personne, elle
/// est d'abord entendue (art. L. 121-1 et L. 122-1). Le scénario commence le 8 septembre 2026 ; quinze jours finissent le 23.
/// </summary>
public class ArretTests
{
    const string Chef = "principal@demo.neuvieme.fr";
    const string Recteur = "recteur@demo.neuvieme.fr";
    const string Anne = "anne.kervella@demo.neuvieme.fr";

    static Task<long> Validee(ServeurDeTest serveur) => serveur.Lire(db => db.Attributions.Where(a => a.Uai == Demonstration.College && a.Etat == EtatAttribution.Validee && a.Centimes == 250_000).Select(a => a.Id).FirstAsync());

    static async Task<string> Texte(Visiteur visiteur, string url) => (await visiteur.Page(url)).QuerySelector("main")!.TextContent;

    static (string, string)[] Arret(string fondement, params (string, string)[] plus) => [("Saisie.Quoi", "Arret"), ("Saisie.Du", "2027-01-15"), ("Saisie.Fondement", fondement), ("Saisie.Motif", "Elle ne l’exerce plus."), .. plus];

    static async Task<string> Demander(Visiteur chef, long id, params (string, string)[] champs) => (await chef.EnvoyerFormulaire($"/suivi/interrompre/{id}", champs)).QuerySelector("main")!.TextContent;

    [Theory, SurLesDeuxBases]
    public async Task SansFondement_OuDemandeSansDate_RienNeSEnregistre(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        var id = await Validee(serveur);
        using var chef = await serveur.Visiteur(Chef);

        (await Demander(chef, id, ("Saisie.Quoi", "Arret"), ("Saisie.Du", "2027-01-15"), ("Saisie.Motif", "Fin."))).ShouldContain("Dire ce qui permet de revenir sur la décision");
        (await Demander(chef, id, Arret("DemandeDeLaPersonne"))).ShouldContain("Dire le jour où la personne a demandé");
        (await Demander(chef, id, Arret("DemandeDeLaPersonne", ("Saisie.DemandeLe", "2027-01-01")))).ShouldContain("datée du futur");
        (await serveur.Lire(db => db.Interruptions.CountAsync())).ShouldBe(0);

        await Demander(chef, id, Arret("DemandeDeLaPersonne", ("Saisie.DemandeLe", "2026-09-08")));
        using var recteur = await serveur.Visiteur(Recteur);
        (await Texte(recteur, "/suivi/viser")).ShouldContain("à la demande écrite de la personne du 8 septembre 2026");
        await recteur.ViserTout();
        (await serveur.Lire(db => db.Journal.Where(j => j.Action == "interruption visée").Select(j => j.Apres).SingleAsync())).ShouldContain("L. 242-2, 1°");
    }

    [Theory, SurLesDeuxBases]
    public async Task DecisionIllegale_PlusDeQuatreMois_NeSArretePlusPourCeMotif(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        var id = await Validee(serveur);
        using (var chef = await serveur.Visiteur(Chef))
        {
            await Demander(chef, id, Arret("Illegale"));
        }

        // Demandé à temps, visé trop tard : la demande reste, avec ce qui l'empêche.
        serveur.Temps.Aller(new(2027, 2, 1, 9, 0, 0, TimeSpan.Zero));
        using var recteur = await serveur.Visiteur(Recteur);
        await recteur.EnvoyerFormulaire("/comptes/changer", ("Annee", "2026"));
        (await Texte(recteur, "/suivi/viser")).ShouldContain("elle ne se retire plus d'office depuis");
        (await recteur.ViserTout()).QuerySelector("[role=alert]")!.TextContent.ShouldContain("art. L. 242-1");
        (await serveur.Lire(db => db.Interruptions.Select(i => i.Visa).SingleAsync())).ShouldBe(EtatDuVisa.AViser);

        using var plusTard = await serveur.Visiteur(Chef);
        await plusTard.EnvoyerFormulaire("/comptes/changer", ("Annee", "2026"));
        (await Demander(plusTard, id, Arret("Illegale"))).ShouldContain("elle ne se retire plus d'office depuis");
        (await serveur.Lire(db => db.Interruptions.CountAsync())).ShouldBe(1);
    }

    [Theory, SurLesDeuxBases]
    public async Task QuiTientALaPersonne_LaisseQuinzeJours_EtLeRecteurLitSesObservations(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        var id = await Validee(serveur);
        using (var chef = await serveur.Visiteur(Chef))
        {
            await Demander(chef, id, Arret("ConditionNonRemplie", ("Saisie.TientALaPersonne", "true")));
        }

        var invitation = await serveur.Lire(db => db.Courriels.Where(c => c.Adresse == Anne && c.Objet == "Vous pouvez présenter vos observations").Select(c => c.Texte).SingleAsync());
        invitation.ShouldContain("jusqu’au 23 septembre 2026");
        invitation.ShouldNotContain("exerce plus");
        using (var anne = await serveur.Visiteur(Anne))
        {
            (await Texte(anne, $"/mes-missions/consulter/{id}")).ShouldContain("Elle ne l’exerce plus.");
            var trop = (await anne.EnvoyerFormulaire($"/mes-missions/consulter/{id}", ("Observations", new string('x', 4001)))).QuerySelector("main")!.TextContent;
            trop.ShouldContain("en 4 000 caractères au plus");
            trop.ShouldContain("xxxx", Case.Sensitive, "ce qui est écrit se recopie");
            (await serveur.Lire(db => db.Interruptions.Select(i => i.Observations).SingleAsync())).ShouldBeEmpty();
            await anne.EnvoyerFormulaire($"/mes-missions/consulter/{id}", ("Observations", "J’étais présente chaque jeudi."));
        }

        using (var recteur = await serveur.Visiteur(Recteur))
        {
            (await Texte(recteur, "/suivi/viser")).ShouldContain("J’étais présente chaque jeudi.");
            (await recteur.ViserTout()).QuerySelector("[role=alert]")!.TextContent.ShouldContain("jusqu'au 23 septembre 2026 : décider après");
        }

        using (var chef = await serveur.Visiteur(Chef))
        {
            (await Texte(chef, $"/suivi/interrompre/{id}")).ShouldNotContain("chaque jeudi");
        }

        (await serveur.Lire(db => db.Journal.AnyAsync(j => j.Apres.Contains("jeudi")))).ShouldBeFalse();
        serveur.Temps.Aller(new(2026, 9, 23, 9, 0, 0, TimeSpan.Zero));
        using (var recteur = await serveur.Visiteur(Recteur))
        {
            (await recteur.ViserTout()).QuerySelector("[role=alert]").ShouldNotBeNull();
        }

        serveur.Temps.Aller(new(2026, 9, 24, 9, 0, 0, TimeSpan.Zero));
        using var apres = await serveur.Visiteur(Anne);
        var ouverte = await apres.Page($"/mes-missions/consulter/{id}");
        using var lendemain = await serveur.Visiteur(Recteur);
        await lendemain.ViserTout();
        (await serveur.Lire(db => db.Interruptions.Select(i => i.Visa).SingleAsync())).ShouldBe(EtatDuVisa.Vise);
        // Décidé : il n'y a plus rien à observer, et un onglet resté ouvert le lui dit.
        var page = await apres.Page($"/mes-missions/consulter/{id}");
        page.QuerySelector("main")!.TextContent.ShouldNotContain("Mes observations");
        (await apres.Soumettre(ouverte, "/mes-missions/observer", ("Observations", "Encore un mot."))).QuerySelector("main")!.TextContent.ShouldContain("le rectorat a décidé");
    }

    [Theory, SurLesDeuxBases]
    public async Task PersonneSansCompte_EstInviteeParEcrit(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur, async db =>
        {
            (await db.Attributions.Include(a => a.Agent).SingleAsync(a => a.Uai == Demonstration.College && a.Etat == EtatAttribution.Validee && a.Centimes == 250_000)).Agent!.CompteId = null;
            await db.SaveChangesAsync();
        });
        var id = await Validee(serveur);
        using var chef = await serveur.Visiteur(Chef);

        (await Demander(chef, id, Arret("ConditionNonRemplie", ("Saisie.TientALaPersonne", "true")))).ShouldContain("invitez-la par écrit");
        await Demander(chef, id, Arret("ConditionNonRemplie", ("Saisie.TientALaPersonne", "true"), ("Saisie.InviteeLe", "2026-09-07")));

        (await serveur.Lire(db => db.Interruptions.Select(i => i.ObserverJusquAu).SingleAsync())).ShouldBe(new DateOnly(2026, 9, 22));
    }
}
