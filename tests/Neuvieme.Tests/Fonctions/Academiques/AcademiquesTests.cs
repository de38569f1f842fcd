using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.MissionsDirectes;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.Academiques;

/// <summary>Les missions que le recteur crée : une personne de n'importe quel établissement, un district UNSS partagé dans son taux (circulaire n° 2015-058, III).</summary>
public class AcademiquesTests
{
    const string Gestion = "gestion@demo.neuvieme.fr", Recteur = "recteur@demo.neuvieme.fr";

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    static string Texte(IDocument page) => page.QuerySelector("main")!.TextContent.Replace('\u00a0', ' ').Replace('\u202f', ' ');

    static async Task<long> Preparer(ServeurDeTest serveur, Visiteur qui, string code, string idSts, long centimes, params (string, string)[] autres)
    {
        var agent = await serveur.Lire(db => db.Agents.Where(a => a.IdSts == idSts && a.Uai == Demonstration.College).Select(a => a.Id).SingleAsync(Ct));
        await qui.EnvoyerFormulaire($"/academiques/preparer?code={code}&agent={agent}",
            [("Saisie.Contenu", "Conduire"), ("Saisie.Conditions", "Au rectorat"), ("Saisie.Objectifs", "Un"), ("Saisie.Resultats", "Un"), ("Saisie.Priorites", "Une"), ("Saisie.Charge", "72 heures"), ("Saisie.Debut", "2026-09-01"), ("Saisie.Centimes", $"{centimes}"), .. autres]);
        qui.Ici.ShouldStartWith("/academiques/suivre/");
        return long.Parse(qui.Ici.Split('/')[^1]);
    }

    [Theory, SurLesDeuxBases]
    public async Task Chercher_DansToutLAcademie_SansAccent(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var gestion = await serveur.Visiteur(Gestion);

        var page = Texte(await gestion.Page("/academiques/preparer?code=ACA-FORM&recherche=riviere"));
        page.ShouldContain("RIVIÈRE Jeanne");
        page.ShouldContain("Collège des Neuf Peupliers");
        Texte(await gestion.Page("/academiques/preparer?code=ACA-FORM&recherche=morvan")).ShouldContain("Personne ne porte ce nom");
    }

    /// <summary>Deux moitiés de 1 250 € tiennent dans un district à 2 500 € ; une troisième part n'y tient plus (precisions.md 10).</summary>
    [Theory, SurLesDeuxBases]
    public async Task District_Partage_DansSonTaux(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var gestion = await serveur.Visiteur(Gestion);
        (string, string)[] nord = [("Saisie.District", "Nord"), ("Saisie.TauxDistrict", "250000"), ("Saisie.Allegement", "0")];
        var un = await Preparer(serveur, gestion, "ACA-UNSS", "31804", 125_000, nord);
        var deux = await Preparer(serveur, gestion, "ACA-UNSS", "31822", 125_000, nord);
        await gestion.Cliquer($"/academiques/suivre/{un}", "Demander l’accord");
        await gestion.Cliquer($"/academiques/suivre/{deux}", "Demander l’accord");
        (await serveur.Lire(db => db.MissionsDirectes.CountAsync(m => (m.Id == un || m.Id == deux) && m.Etat == EtatAttribution.AccordDemande, Ct))).ShouldBe(2);

        var trois = await Preparer(serveur, gestion, "ACA-UNSS", "31762", 62_500, nord);
        Texte(await gestion.Cliquer($"/academiques/suivre/{trois}", "Demander l’accord")).ShouldContain("va au-delà du taux du district");
        // Un district n'a qu'un taux.
        var agent = await serveur.Lire(db => db.Agents.Where(a => a.IdSts == "31811").Select(a => a.Id).SingleAsync(Ct));
        Texte(await gestion.EnvoyerFormulaire($"/academiques/preparer?code=ACA-UNSS&agent={agent}", ("Saisie.District", "nord"), ("Saisie.TauxDistrict", "375000"), ("Saisie.Centimes", "62500"))).ShouldContain("un district n’a qu’un taux");
    }

    [Theory, SurLesDeuxBases]
    public async Task District_HorsEpsOuAllege_Refuse(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var gestion = await serveur.Visiteur(Gestion);
        var id = await Preparer(serveur, gestion, "ACA-UNSS", "48211", 125_000, ("Saisie.District", "Sud"), ("Saisie.TauxDistrict", "125000"), ("Saisie.Allegement", "1"));

        var page = Texte(await gestion.Page($"/academiques/suivre/{id}"));
        page.ShouldContain("n'enseigne pas l'EPS");
        page.ShouldContain("un district n'ouvre droit à aucune décharge");
        await gestion.Cliquer($"/academiques/suivre/{id}", "Demander l’accord");
        (await serveur.Lire(db => db.MissionsDirectes.Where(m => m.Id == id).Select(m => m.Etat).SingleAsync(Ct))).ShouldBe(EtatAttribution.EnPreparation);
    }

    [Theory, SurLesDeuxBases]
    public async Task Gestionnaire_Prepare_NeDecidePas(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var gestion = await serveur.Visiteur(Gestion);
        using var chef = await serveur.Visiteur("principal@demo.neuvieme.fr");
        var id = await serveur.Lire(db => db.MissionsDirectes.Where(m => m.Code == "ACA-CULT").Select(m => m.Id).SingleAsync(Ct));

        (await gestion.Page($"/academiques/suivre/{id}")).QuerySelectorAll("main button").Select(b => b.TextContent.Trim()).ShouldNotContain("Confier la mission");
        await chef.Page($"/academiques/suivre/{id}", HttpStatusCode.Forbidden);
        Texte(await gestion.EnvoyerFormulaire("/academiques/notifier", ("Nombre", "-11"), ("Motif", "essai"))).ShouldContain("on ne peut reprendre que");
    }
}
