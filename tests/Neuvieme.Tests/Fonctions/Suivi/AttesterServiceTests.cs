using System.Net;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Tests.Fonctions.Attributions;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.Suivi;

/// <summary>L'attestation de service fait : au chef et à la personne, et seulement ce que le constat a enregistré.</summary>
public class AttesterServiceTests
{
    [Theory, SurLesDeuxBases]
    public async Task Attestation_DitLeConstatEtLeVersement_AuChefEtALaPersonneSeuls(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        var id = await serveur.Lire(db => db.Attributions.Where(a => a.Mission!.Code == "IMP-VOY").Select(a => a.Id).SingleAsync());
        using (var chef = await serveur.Visiteur("principal@demo.neuvieme.fr"))
        using (var agent = await serveur.Visiteur("ines.garcia@demo.neuvieme.fr"))
        using (var recteur = await serveur.Visiteur("recteur@demo.neuvieme.fr"))
        {
            await chef.Cliquer("/attributions", "Demander l’accord", await serveur.Ligne(id));
            await agent.Cliquer($"/mes-missions/consulter/{id}", "Je donne mon accord");
            await chef.Cliquer("/attributions", "Proposer au rectorat", await serveur.Ligne(id));
            await serveur.Valider(recteur, id);
            // Rien n'est constaté : rien ne s'atteste.
            await chef.Page($"/suivi/attester-service/{id}", HttpStatusCode.NotFound);
        }

        serveur.Temps.Aller(new(2027, 3, 22, 8, 0, 0, TimeSpan.Zero));
        using var principal = await serveur.Visiteur("principal@demo.neuvieme.fr");
        await principal.EnvoyerFormulaire("/comptes/changer", ("Annee", "2026"));
        await principal.EnvoyerFormulaire("/suivi", ("Ids", id.ToString()), ($"Le[{id}]", "2027-03-19"));
        (await principal.Page("/suivi")).QuerySelector($"a[href='/suivi/attester-service/{id}']").ShouldNotBeNull();

        var texte = await Outils.TexteSansBlancs(await principal.Http.GetByteArrayAsync($"/suivi/attester-service/{id}", TestContext.Current.CancellationToken));

        // ConstaterTests : 312,50 €, constaté le 22 mars après le jour limite, sur la paie d'avril.
        foreach (var attendu in (string[])["HugoRoussel,", "GARCIA", "VoyageàSéville", "Servicefaitle19mars2027.", "Constatéle22mars2027.", "312,50€", "¼IMP", "taux001", "Versementprévusurlapaie:avril2027"])
        {
            texte.ShouldContain(attendu, Case.Insensitive);
        }

        texte.ShouldNotContain("Heuresfaites");
        foreach (var (courriel, attendu) in new[]
        {
            ("ines.garcia@demo.neuvieme.fr", HttpStatusCode.OK), ("anne.kervella@demo.neuvieme.fr", HttpStatusCode.NotFound), ("proviseure@demo.neuvieme.fr", HttpStatusCode.NotFound),
            ("secretariat@demo.neuvieme.fr", HttpStatusCode.Forbidden), ("recteur@demo.neuvieme.fr", HttpStatusCode.Forbidden), ("gestion@demo.neuvieme.fr", HttpStatusCode.Forbidden), ("auditeur@demo.neuvieme.fr", HttpStatusCode.Forbidden),
        })
        {
            using var visiteur = await serveur.Visiteur(courriel);
            using var reponse = await visiteur.Obtenir($"/suivi/attester-service/{id}");
            reponse.StatusCode.ShouldBe(attendu, courriel);
        }

        using var ines = await serveur.Visiteur("ines.garcia@demo.neuvieme.fr");
        (await ines.Page($"/mes-missions/consulter/{id}")).QuerySelector($"a[href='/suivi/attester-service/{id}']").ShouldNotBeNull();
    }
}
