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

        var note = await serveur.Lire(db => db.Journal.AsNoTracking().SingleAsync(j => j.Action == "lettre non signée"));
        (note.CompteId, note.Auteur).ShouldBe((null, "La personne"), "le journal ne nomme pas qui a refusé");
        (await chef.Page("/journal")).Texte().ShouldNotContain("lettre non signée");

        await chef.Cliquer($"/lettres/consulter/{id}", "Renvoyer à la signature");
        await anne.Signer(id);
        (await serveur.Lettre(id)).Signatures.ShouldHaveSingleItem();

        // Signée de tous, sa preuve ne garde rien du refus.
        await chef.SignerEnChef();
        var dossier = await PreuveTests.Ouvrir(recteur, id);
        foreach (var nom in new[] { "preuve.json", "journal.json", "VERIFIER.html" })
        {
            System.Text.Encoding.UTF8.GetString(dossier[nom]).ShouldNotContain("eclin", Case.Insensitive, nom);
            System.Text.Encoding.UTF8.GetString(dossier[nom]).ShouldNotContain("non signée", Case.Insensitive, nom);
        }

        (await Outils.TexteSansBlancs(dossier["certificat.pdf"])).ShouldNotContain("déclinée");
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

    /// <summary>Le premier rappel se compte du jour où le chef a signé, non de l'envoi : la personne ne pouvait pas signer avant.</summary>
    [Theory, SurLesDeuxBases]
    public async Task ChefDAbord_LesRappelsSeComptentDuTourDeLaPersonne(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur, ChefDAbord);
        var id = await serveur.Envoyees();
        var lettre = (await serveur.Lettre(id)).Id;
        serveur.Temps.Avancer(TimeSpan.FromDays(4));
        using var chef = await serveur.Visiteur(Chef);
        await chef.SignerEnChef();

        foreach (var (jour, attendus) in new[] { (13, 0), (16, 0), (17, 1), (20, 1), (24, 2) })
        {
            serveur.Temps.Aller(new DateTimeOffset(2026, 9, jour, 9, 0, 0, TimeSpan.Zero));
            await Passer(serveur);
            (await serveur.Lire(db => db.EvenementsDeLettre.CountAsync(e => e.Genre == GenreDEvenement.Rappelee && e.LettreId == lettre))).ShouldBe(attendus, $"jour {jour}");
        }
    }

    [Theory, SurLesDeuxBases]
    public async Task Suivre_AutantDeRequetesPourTreizeLettresQuePourTrois_EtUneSeuleLectureUneFoisFait(Base sur)
    {
        List<(long, string Courriel)> autres = [];
        await using var serveur = await ServeurDeTest.Demo(sur, async db => autres = await Ajouter(db, 11));
        await serveur.Envoyees();
        await serveur.Lire(async db =>
        {
            // Celle qui ne veut pas de courriel n'est pas due de nouveau à chaque passage.
            var compte = await db.Users.Where(c => c.Email == autres[0].Courriel).Select(c => c.Id).SingleAsync();
            db.PreferencesCourriel.Add(new() { CompteId = compte, Genre = GenreCourriel.Lettre, Envoi = EnvoiChoisi.Jamais });
            return await db.SaveChangesAsync();
        });
        var dix = await serveur.Lire(db => db.Lettres.OrderByDescending(l => l.Id).Select(l => l.Id).Take(10).ToListAsync());
        var plusTard = serveur.Temps.GetUtcNow().UtcDateTime.AddDays(1);
        await serveur.Lire(db => db.Lettres.Where(l => dix.Contains(l.Id)).ExecuteUpdateAsync(l => l.SetProperty(x => x.EnvoyeeUtc, plusTard)));
        using var compteur = await CompteurDeRequetes.Sur(serveur.Chaine);

        async Task<int> Compter(int jour)
        {
            serveur.Temps.Aller(new DateTimeOffset(2026, 9, jour, 9, 0, 0, TimeSpan.Zero));
            var avant = compteur.Nombre;
            await Passer(serveur);
            return compteur.Nombre - avant;
        }

        var (trois, apres, dixAutres) = (await Compter(13), await Compter(13), await Compter(14));

        apres.ShouldBe(4, "les lettres en attente des établissements, celles des missions directes, les académies où elle est facultative, la règle de celle-ci ; ni verrou ni courriel");
        // SQLite écrit ligne à ligne : un courriel et un événement par lettre.
        (dixAutres - trois).ShouldBeLessThanOrEqualTo(sur == Base.Sqlite ? 8 * 2 : 2);
        (await serveur.Lire(db => db.EvenementsDeLettre.CountAsync(e => e.Genre == GenreDEvenement.Rappelee))).ShouldBe(12, "treize lettres, une personne sans courriel");
    }

    [Theory, SurLesDeuxBases]
    public async Task SansAcces_LaLettreNePartPas_MemeSiLeChefSigneDAbord(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur, async db =>
        {
            await ChefDAbord(db);
            await db.Agents.Where(a => a.IdSts == "31762").ExecuteUpdateAsync(a => a.SetProperty(x => x.CompteId, (long?)null));
        });
        var id = await serveur.Envoyees(envoyer: false);
        using var chef = await serveur.Visiteur(Chef);

        (await chef.Cliquer("/lettres", "Envoyer")).QuerySelector("[role=status]")!.TextContent.ShouldContain("Sans accès ouvert");

        (await serveur.Lettre(id)).Etat.ShouldBe(EtatLettre.Etablie);
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
