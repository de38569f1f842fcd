using System.Net;
using Neuvieme.Fonctions.Lettres;
using Neuvieme.Tests.Fonctions.Suivi;
using Neuvieme.Tests.Socle;
using static Neuvieme.Tests.Fonctions.Lettres.GestesDeSignature;

namespace Neuvieme.Tests.Fonctions.Lettres;

/// <summary>Une mission arrêtée par une décision visée, ou une décision retirée : la lettre non signée ne se signe plus, la lettre signée reste à qui l'a signée, dite sans effet.</summary>
public class SansEffetTests
{
    static readonly (string, string)[] Arret = [("Saisie.Quoi", "Arret"), ("Saisie.Du", "2027-01-15"), ("Saisie.Fondement", "ConditionNonRemplie"), ("Saisie.Motif", "Elle ne l’exerce plus.")];

    static async Task Arreter(ServeurDeTest serveur, long id)
    {
        using var chef = await serveur.Visiteur(Chef);
        await chef.EnvoyerFormulaire($"/suivi/interrompre/{id}", Arret);
        using var recteur = await serveur.Visiteur("recteur@demo.neuvieme.fr");
        await recteur.ViserTout();
    }

    [Theory, SurLesDeuxBases]
    public async Task Arretee_LaLettreNonSignee_NeSeSigneNiNeSEtablitNiNeRepart(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        var id = await serveur.Envoyees();
        using var anne = await serveur.Visiteur(Anne);
        (await anne.Obtenir($"/lettres/telecharger/{id}")).Dispose();
        var ouverte = await anne.Page($"/mes-missions/signer/{id}");

        await Arreter(serveur, id);

        await anne.Soumettre(ouverte, $"/mes-missions/signer/{id}", ("MotDePasse", MotDePasse));
        var lettre = await serveur.Lettre(id);
        (lettre.Etat, lettre.Signatures.Count).ShouldBe((EtatLettre.SansEffet, 0));
        (await anne.Page($"/mes-missions/consulter/{id}")).Texte().ShouldContain("Mission arrêtée par le rectorat, tenue jusqu’au 15 janvier 2027");
        using var chef = await serveur.Visiteur(Chef);
        var liste = await chef.Page("/lettres");
        liste.Texte().ShouldContain("mission arrêtée : la lettre ne se signe plus");
        liste.QuerySelectorAll("button").ShouldNotContain(b => b.TextContent.Contains("Établir", StringComparison.Ordinal));
        using var quiconque = serveur.Visiteur();
        var publique = (await quiconque.Page($"/lettres/verifier?code={lettre.Code}")).Texte();
        publique.ShouldContain("sans effet depuis le 8 septembre 2026");
        publique.ShouldNotContain("arrêt");
        publique.ShouldNotContain("décision");
    }

    [Theory, SurLesDeuxBases]
    public async Task Arretee_LaLettreSignee_VautJusquAuDernierJourTenu_PuisSeLitSansEffet(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        var id = await serveur.Envoyees();
        using var anne = await serveur.Visiteur(Anne);
        await anne.Signer(id);
        using (var chef = await serveur.Visiteur(Chef))
        {
            await chef.SignerEnChef();
        }

        await Arreter(serveur, id);

        var lettre = await serveur.Lettre(id);
        lettre.Etat.ShouldBe(EtatLettre.Signee);
        using var quiconque = serveur.Visiteur();
        (await quiconque.Page($"/lettres/verifier?code={lettre.Code}")).Texte().ShouldContain("Elle porte toutes ses signatures");
        serveur.Temps.Aller(new(2027, 1, 16, 9, 0, 0, TimeSpan.Zero));
        var publique = (await quiconque.Page($"/lettres/verifier?code={lettre.Code}")).Texte();
        publique.ShouldContain("sans effet depuis le 16 janvier 2027");
        publique.ShouldNotContain("Kervella");
        publique.ShouldNotContain("arrêt");

        using var enJanvier = await serveur.Visiteur(Anne);
        (await enJanvier.Page($"/mes-missions/consulter/{id}")).Texte().ShouldContain("Lettre de mission signée, sans effet depuis le 16 janvier 2027");
        (await enJanvier.Page($"/mes-missions/signer/{id}")).Texte().ShouldContain("Lettre sans effet depuis le 16 janvier 2027");
        using var pdf = await enJanvier.Obtenir($"/lettres/telecharger/{id}");
        pdf.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, SurLesDeuxBases]
    public async Task DecisionRetiree_LaPersonneLitEncoreSaLettreSignee_DiteSansEffet(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        var id = await serveur.Envoyees();
        using var anne = await serveur.Visiteur(Anne);
        await anne.Signer(id);
        using (var chef = await serveur.Visiteur(Chef))
        {
            await chef.SignerEnChef();
        }

        using var recteur = await serveur.Visiteur("recteur@demo.neuvieme.fr");
        await recteur.EnvoyerFormulaire($"/attributions/revenir/{id}", ("Motif", "Taux à revoir"), ("Retrait.Fondement", "Illegale"));

        (await anne.Page("/mes-missions")).Texte().ShouldContain("sans effet depuis le 8 septembre 2026");
        using var pdf = await anne.Obtenir($"/lettres/telecharger/{id}");
        pdf.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var voisine = await serveur.Visiteur("linh.nguyen@demo.neuvieme.fr");
        (await voisine.Obtenir($"/lettres/telecharger/{id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
