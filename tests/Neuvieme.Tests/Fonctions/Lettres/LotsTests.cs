using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Neuvieme.Demo;
using Neuvieme.Fonctions.Lettres;
using Neuvieme.Fonctions.Lettres.Composer;
using Neuvieme.Fonctions.Lettres.Etablir;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Travaux;
using Neuvieme.Tests.Fonctions.Travaux;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.Lettres;

/// <summary>Beaucoup de lettres à la fois : en tâche de fond, arrêtées, tuées, reprises, jamais perdues ni doublées.</summary>
public class LotsTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Le collège de la démonstration a déjà deux missions validées.</summary>
    const int DejaValidees = 2;

    static string[] Commande(string chaine) => ["lettres", "etablir", "--uai", Demonstration.College, "--annee", "2026", "--chef", "Hugo Roussel", "--base", chaine];

    [Theory, SurLesDeuxBases]
    public async Task Etablir_AuDelaDuSeuil_TravailDeFondJusquAuBout(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur, db => GestesDeSignature.Ajouter(db, 30));
        using var chef = await serveur.Visiteur(GestesDeSignature.Chef);

        await chef.Cliquer("/lettres", "Établir les 32 lettres");

        chef.Ici.ShouldStartWith("/travaux/suivre/");
        var page = chef.Ici;
        var fini = await serveur.Fini();
        (fini.Etat, fini.Faits, fini.Total, fini.Message).ShouldBe((EtatTravail.Fini, 32, 32, "32 lettres établies."));
        (await chef.Page(page)).Texte().ShouldContain("32 lettres établies.");
        (await chef.Page("/lettres")).QuerySelectorAll("form[action='/lettres/etablir']").ShouldBeEmpty();
        await Intactes(serveur.Chaine, 32);
        (await serveur.Lire(db => db.Journal.CountAsync(j => j.Action == "lettre établie", Ct))).ShouldBe(32);
        var lettre = await serveur.Lire(db => db.Lettres.AsNoTracking().OrderBy(l => l.Id).LastAsync(Ct));
        (await Outils.TexteSansBlancs(lettre.Pdf)).ShouldContain("HugoRoussel");
        using var ailleurs = await serveur.Visiteur("proviseure@demo.neuvieme.fr");
        await ailleurs.Page(page, System.Net.HttpStatusCode.NotFound);
    }

    [Theory, SurLesDeuxBases]
    public async Task Arreter_AuMilieu_GardeCeQuiEstFaitPuisReprendLeReste(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur, db => GestesDeSignature.Ajouter(db, 98));
        using var chef = await serveur.Visiteur(GestesDeSignature.Chef);
        await chef.Cliquer("/lettres", "Établir les 100 lettres");
        var page = chef.Ici;
        await Jusqua(serveur.Chaine, t => t.Faits >= 25);

        var arretee = await chef.Cliquer(page, "Arrêter");

        arretee.Texte().ShouldContain("Ce qui est fait reste");
        var travail = await serveur.Lire(db => db.Travaux.AsNoTracking().SingleAsync(Ct));
        travail.Etat.ShouldBe(EtatTravail.Annule);
        travail.Faits.ShouldBeInRange(25, 99);
        (await serveur.Lire(db => db.Lettres.CountAsync(Ct))).ShouldBe(travail.Faits);

        await chef.Cliquer("/lettres", $"Établir les {100 - travail.Faits} lettres");
        (await serveur.Fini()).Faits.ShouldBe(100 - travail.Faits);
        await Intactes(serveur.Chaine, 100);
    }

    [Theory, SurLesDeuxBases]
    public async Task Moteurs_TuesAuMilieu_AucuneLettrePerdueNiDoublee(Base sur)
    {
        Assert.SkipWhen(!OperatingSystem.IsLinux(), "ignoré : les processus du moteur se lisent dans /proc");
        await using var laBase = await Peuplee(sur, 60);
        await using var commande = ProcessusNeuvieme.Lancer(Commande(laBase.Chaine));
        await Jusqua(laBase.Chaine, t => t.Faits >= 25);

        var tues = commande.Moteurs();
        tues.ShouldNotBeEmpty();
        foreach (var moteur in tues)
        {
            await ProcessusNeuvieme.Signaler(moteur, "KILL");
        }

        (await commande.Fin(TimeSpan.FromSeconds(90))).ShouldBe(0, commande.Dit);
        commande.Dit.ShouldContain($"{60 + DejaValidees} lettres établies.");
        await Intactes(laBase.Chaine, 60 + DejaValidees);
    }

    [Fact]
    public async Task Moteur_FigeAuMilieu_RemplaceAuBoutDeSonDelai()
    {
        Assert.SkipWhen(!OperatingSystem.IsLinux(), "ignoré : les processus du moteur se lisent dans /proc");
        await using var laBase = await Peuplee(Base.Sqlite, 60);
        await using var commande = ProcessusNeuvieme.Lancer(Commande(laBase.Chaine));
        await Jusqua(laBase.Chaine, t => t.Faits >= 25);

        await ProcessusNeuvieme.Signaler(commande.Moteurs()[0], "STOP");

        (await commande.Fin(TimeSpan.FromSeconds(90))).ShouldBe(0, commande.Dit);
        await Intactes(laBase.Chaine, 60 + DejaValidees);
    }

    [Theory, SurLesDeuxBases]
    public async Task Serveur_TueEntreDeuxPaquets_UnAutreReprendOuIlEnEtait(Base sur)
    {
        await using var laBase = await Peuplee(sur, 120);
        long id;
        await using (var db = laBase.Ouvrir())
        {
            var chef = new Auteur(null, "Hugo Roussel", "Chef d’établissement", DateTime.UtcNow, DateOnly.FromDateTime(DateTime.UtcNow));
            (id, _) = await Travail.Demander(db, GenreDeTravail.EtablirLettres, Demonstration.College, EtablirParLots.Demande.De(new(2026), Signataire.De(chef)), 0, chef, Ct);
        }

        await using (var serveur = ProcessusNeuvieme.Lancer(["serve", "--base", laBase.Chaine, "--port", "0", "--courrier", "aucun"]))
        {
            await Jusqua(laBase.Chaine, t => t.Faits >= 25);
            await serveur.Tuer();
        }

        var laisse = await Dernier(laBase.Chaine);
        laisse.Etat.ShouldBe(EtatTravail.EnCours);
        laisse.Faits.ShouldBeInRange(25, 121);
        await using (var db = laBase.Ouvrir())
        {
            (await db.Lettres.CountAsync(Ct)).ShouldBe(laisse.Faits, "un paquet et son avancement s’écrivent ensemble");
        }

        await using var reprise = ProcessusNeuvieme.Lancer(Commande(laBase.Chaine));
        (await reprise.Fin(TimeSpan.FromSeconds(120))).ShouldBe(0, reprise.Dit);
        reprise.Dit.ShouldContain("s’établissent déjà");
        var fini = await Dernier(laBase.Chaine);
        (fini.Id, fini.Etat, fini.Prises, fini.Faits).ShouldBe((id, EtatTravail.Fini, 2, 120 + DejaValidees));
        await Intactes(laBase.Chaine, 120 + DejaValidees);
    }

    [Theory, SurLesDeuxBases]
    public async Task DeuxNoeuds_LeMemeTravail_UnSeulLeFait(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur, db => GestesDeSignature.Ajouter(db, 30));
        await using var second = await serveur.SecondNoeud();
        var chef = new Auteur(null, "Hugo Roussel", "Chef d’établissement", serveur.Temps.GetUtcNow().UtcDateTime, new Horloge(serveur.Temps).Aujourdhui);
        var (premier, nouveau) = await serveur.Lire(db => Travail.Demander(db, GenreDeTravail.EtablirLettres, Demonstration.College, EtablirParLots.Demande.De(new(2026), Signataire.De(chef)), 0, chef, Ct));
        var (redemande, encore) = await serveur.Lire(db => Travail.Demander(db, GenreDeTravail.EtablirLettres, Demonstration.College, EtablirParLots.Demande.De(new(2026), Signataire.De(chef)), 0, chef, Ct));
        (nouveau, encore, redemande).ShouldBe((true, false, premier));

        var pris = await Task.WhenAll(serveur.Services.GetRequiredService<Atelier>().Prochain(Ct), second.Services.GetRequiredService<Atelier>().Prochain(Ct));

        pris.Count(p => p).ShouldBe(1);
        (await serveur.Fini()).Faits.ShouldBe(32);
        await Intactes(serveur.Chaine, 32);
    }

    [Theory, SurLesDeuxBases]
    public async Task Commande_UneLettreImpossible_LesAutresSontEtabliesEtElleEstNommee(Base sur)
    {
        var modeles = Directory.CreateTempSubdirectory("neuvieme-modeles");
        try
        {
            foreach (var modele in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Socle", "Documents", "modeles")))
            {
                File.Copy(modele, Path.Combine(modeles.FullName, Path.GetFileName(modele)));
            }

            var lettre = Path.Combine(modeles.FullName, "lettre-imp.typ");
            await File.AppendAllTextAsync(lettre, "\n#if d.agent.nomComplet.contains(\"ESSAI07\") { panic(\"cette personne ne passe pas\") }\n", Ct);
            await using var laBase = await Peuplee(sur, 30);

            await using var commande = ProcessusNeuvieme.Lancer(Commande(laBase.Chaine), ("NEUVIEME_MODELES", modeles.FullName));

            (await commande.Fin(TimeSpan.FromSeconds(90))).ShouldBe(1, commande.Dit);
            commande.Dit.ShouldContain($"{29 + DejaValidees} lettres établies, 1 impossible.");
            commande.Dit.ShouldContain("ESSAI07");
            commande.Dit.ShouldContain("cette personne ne passe pas");
            await Intactes(laBase.Chaine, 29 + DejaValidees);
            (await Dernier(laBase.Chaine)).CeQuiManque.ShouldHaveSingleItem().Nom.ShouldContain("Tutorat 7");
        }
        finally
        {
            modeles.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Commande_ModeleFautif_SArreteAuPremierPaquetEtLeDit()
    {
        var modeles = Directory.CreateTempSubdirectory("neuvieme-modeles");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(modeles.FullName, "lettre-imp.typ"), "#panic(\"modèle en travaux\")", Ct);
            await using var laBase = await Peuplee(Base.Sqlite, 60);

            await using var commande = ProcessusNeuvieme.Lancer(Commande(laBase.Chaine), ("NEUVIEME_MODELES", modeles.FullName));

            (await commande.Fin(TimeSpan.FromSeconds(60))).ShouldBe(1, commande.Dit);
            commande.Dit.ShouldContain("Aucune lettre ne se compose");
            (await Dernier(laBase.Chaine)).Etat.ShouldBe(EtatTravail.EnEchec);
        }
        finally
        {
            modeles.Delete(recursive: true);
        }
    }

    /// <summary>Chaque attribution a sa lettre, une seule, et chaque PDF est celui de son empreinte.</summary>
    static async Task Intactes(string chaine, int nombre)
    {
        await using var db = Connexion.Ouvrir(chaine);
        var lettres = await db.Lettres.AsNoTracking().ToListAsync(Ct);
        lettres.Count.ShouldBe(nombre);
        lettres.Select(l => l.AttributionId).Distinct().Count().ShouldBe(nombre);
        lettres.ShouldAllBe(l => l.Numero == 1);
        lettres.Select(l => l.Code).Distinct().Count().ShouldBe(nombre);
        lettres.ShouldAllBe(l => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(l.Pdf)) == l.Sha256);
        (await db.EvenementsDeLettre.CountAsync(e => e.Genre == GenreDEvenement.Etablie, Ct)).ShouldBe(nombre);
        (await Neuvieme.Fonctions.Journal.Verifier.VerifierLaChaine.Executer(db, Demonstration.College, Ct)).Intacte.ShouldBeTrue();
    }

    static async Task<BaseDeTest> Peuplee(Base sur, int nombre)
    {
        var laBase = await BaseDeTest.Creer(sur, demo: true);
        await using var db = laBase.Ouvrir();
        await GestesDeSignature.Ajouter(db, nombre);
        return laBase;
    }

    static async Task<Travail> Dernier(string chaine)
    {
        await using var db = Connexion.Ouvrir(chaine);
        return await db.Travaux.AsNoTracking().OrderBy(t => t.Id).LastAsync(Ct);
    }

    static async Task Jusqua(string chaine, Func<Travail, bool> vrai)
    {
        await using var db = Connexion.Ouvrir(chaine);
        for (var limite = DateTime.UtcNow.AddSeconds(60); DateTime.UtcNow < limite; await Task.Delay(10, Ct))
        {
            if (await db.Travaux.AsNoTracking().OrderBy(t => t.Id).LastOrDefaultAsync(Ct) is { } t && vrai(t))
            {
                return;
            }
        }

        throw new TimeoutException("Le travail n’avance pas.");
    }
}
