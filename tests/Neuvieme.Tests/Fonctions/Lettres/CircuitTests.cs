using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Fonctions.Courriels;
using Neuvieme.Fonctions.Lettres;
using Neuvieme.Fonctions.Lettres.Suivre;
using Neuvieme.Socle;
using Neuvieme.Tests.Socle;
using static Neuvieme.Tests.Fonctions.Lettres.GestesDeSignature;

namespace Neuvieme.Tests.Fonctions.Lettres;

/// <summary>Ce qui arrive à une lettre qui n'est pas signée tout de suite : refus, changement demandé, rappels, délai, retrait.</summary>
public class CircuitTests
{
    [Theory, SurLesDeuxBases]
    public async Task Decliner_AvecUnMotif_LeChefLeLitEtPeutRenvoyer_LeRectoratNon(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        var id = await serveur.Envoyees();
        using var anne = await serveur.Visiteur(Anne);
        (await anne.Cliquer($"/mes-missions/signer/{id}", "Décliner la signature")).Texte().ShouldContain("Écrivez pourquoi");

        await anne.Cliquer($"/mes-missions/signer/{id}", "Décliner la signature", ("Motif", "Je préfère en parler d’abord."));

        (await serveur.Lettre(id)).Etat.ShouldBe(EtatLettre.Declinee);
        using var chef = await serveur.Visiteur(Chef);
        (await chef.Page($"/lettres/consulter/{id}")).Texte().ShouldContain("Je préfère en parler d’abord.");
        using var recteur = await serveur.Visiteur("recteur@demo.neuvieme.fr");
        var vu = (await recteur.Page($"/lettres/consulter/{id}")).Texte();
        vu.ShouldNotContain("préfère");
        vu.ShouldNotContain("décliné");
        (await serveur.Lire(db => db.Journal.Where(j => j.Action.StartsWith("lettre")).ToListAsync())).ShouldAllBe(j => !(j.Avant + j.Apres + j.Motif + j.Action).Contains("préfère"));

        await chef.Cliquer($"/lettres/consulter/{id}", "Renvoyer à la signature");
        await anne.Signer(id);
        (await serveur.Lettre(id)).Signatures.ShouldHaveSingleItem();
    }

    [Theory, SurLesDeuxBases]
    public async Task DemanderUnChangement_ArreteLeCircuit_EtNeSeSignePlus(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        var id = await serveur.Envoyees();
        using var anne = await serveur.Visiteur(Anne);
        (await anne.Obtenir($"/lettres/telecharger/{id}")).Dispose();
        var ouverte = await anne.Page($"/mes-missions/signer/{id}");

        await anne.CliquerSur(ouverte, "Demander ce changement", ("Motif", "Les heures sont celles de l’an dernier."));

        (await serveur.Lettre(id)).Etat.ShouldBe(EtatLettre.ModificationDemandee);
        (await anne.Soumettre(ouverte, $"/mes-missions/signer/{id}", ("MotDePasse", MotDePasse))).Alerte().ShouldContain("un changement est demandé");
        using var chef = await serveur.Visiteur(Chef);
        (await chef.Page("/")).Texte().ShouldContain("1 lettre de mission à revoir");
    }

    [Theory, SurLesDeuxBases]
    public async Task Rappels_LeCinquiemeJourPuisTousLesSept_PuisLeDelaiFerme_EtLaLettreRepart(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        var id = await serveur.Envoyees();

        var lettre = (await serveur.Lettre(id)).Id;
        // Envoyée le 8 : rappels les 13, 20, 27, 4 octobre ; dernier jour le 8 octobre.
        foreach (var (jour, attendus) in new[] { (12, 0), (13, 1), (14, 1), (20, 2), (27, 3), (28, 3), (34, 4), (38, 4), (39, 4), (41, 4) })
        {
            serveur.Temps.Aller(new DateTimeOffset(2026, 9, 1, 9, 0, 0, TimeSpan.Zero).AddDays(jour - 1));
            await Task.WhenAll(Passer(serveur), Passer(serveur));
            (await serveur.Lire(db => db.EvenementsDeLettre.CountAsync(e => e.Genre == GenreDEvenement.Rappelee && e.LettreId == lettre))).ShouldBe(attendus, $"jour {jour}");
            (await serveur.Lettre(id)).Etat.ShouldBe(jour <= 38 ? EtatLettre.ASigner : EtatLettre.Expiree, $"jour {jour}");
        }

        (await serveur.Lire(db => db.EvenementsDeLettre.CountAsync(e => e.Genre == GenreDEvenement.Expiree && e.LettreId == lettre))).ShouldBe(1);
        using var anne = await serveur.Visiteur(Anne);
        (await anne.Page($"/mes-missions/signer/{id}")).Texte().ShouldContain("délai de signature passé");
        using var chef = await serveur.Visiteur(Chef);
        await chef.Cliquer("/lettres", "Envoyer");
        await anne.Signer(id);
        (await serveur.Lettre(id)).Signatures.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task DelaiPasse_AvantLePassageDuMatin_NeSeSignePas()
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite);
        var id = await serveur.Envoyees();
        serveur.Temps.Aller(new(2026, 10, 8, 22, 30, 0, TimeSpan.Zero));
        using var anne = await serveur.Visiteur(Anne);

        (await anne.Signer(id)).Alerte().ShouldContain("le délai pour signer est passé depuis le 8 octobre 2026");
    }

    [Theory, SurLesDeuxBases]
    public async Task DecisionRetiree_LaLettrePerdSonEffet_EtUneAutreSEtablitApresLaNouvelleDecision(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        var id = await serveur.Envoyees();
        using var anne = await serveur.Visiteur(Anne);
        (await anne.Obtenir($"/lettres/telecharger/{id}")).Dispose();
        var ouverte = await anne.Page($"/mes-missions/signer/{id}");
        using var recteur = await serveur.Visiteur("recteur@demo.neuvieme.fr");

        await recteur.EnvoyerFormulaire($"/attributions/revenir/{id}", ("Motif", "Taux à revoir"), ("Retrait.Fondement", "Illegale"));

        (await anne.Soumettre(ouverte, $"/mes-missions/signer/{id}", ("MotDePasse", MotDePasse))).Title!.ShouldNotContain("signée");
        var lettre = await serveur.Lettre(id);
        (lettre.Etat, lettre.Signatures.Count).ShouldBe((EtatLettre.SansEffet, 0));
        using var public_ = serveur.Visiteur();
        (await public_.Page($"/lettres/verifier?code={lettre.Code}")).Texte().ShouldContain("sans effet");

        await Attributions.GestesDuRectorat.Valider(serveur, recteur, id);
        using var chef = await serveur.Visiteur(Chef);
        (await chef.Page("/lettres")).Texte().ShouldContain("Établir la lettre");
        (await serveur.Lire(db => db.Courriels.CountAsync(c => c.Sujet == $"lettre:{lettre.Id}"))).ShouldBe(0, "rien n'invite plus à signer");
    }

    static Task<int> Passer(ServeurDeTest serveur) => serveur.Lire(db => SuivreLesSignatures.Executer(db, new Horloge(serveur.Temps), TestContext.Current.CancellationToken));
}
