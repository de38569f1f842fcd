using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Courriels;
using Neuvieme.Fonctions.Courriels.Envoyer;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Courrier;
using Neuvieme.Tests.Socle;
using Neuvieme.Tests.Socle.Courrier;

namespace Neuvieme.Tests.Fonctions.Courriels;

/// <summary>La file contre un vrai serveur SMTP : rien de perdu, rien deux fois, rien d'ajouté.</summary>
public class EnvoiTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, SurLesDeuxBases]
    public async Task Envoi_ServeurEnMarche_ArriveLisibleAvecSesEntetes(Base sur)
    {
        await using var boite = await BoiteSmtp.Ouvrir();
        await using var f = await Preparee(sur, "anne@essai.fr");
        await f.Deposer(1, "Élève à l’œuvre : « réponse »", "Une mission vous est proposée, « Référente numérique ».\n/mes-missions\nDans Neuvième : /attributions\nni 12/15 ni a : /Z.");

        (await f.Passer(boite.Reglages)).ShouldBe(new Passage(1, 0, 0));

        var recu = boite.Recus().ShouldHaveSingleItem();
        recu.A.ShouldBe(["anne@essai.fr"]);
        recu.De.ShouldBe("ne-pas-repondre@neuvieme.test");
        recu.Entete("To").ShouldBe("anne@essai.fr");
        recu.Entete("From").ShouldBe("Neuvième <ne-pas-repondre@neuvieme.test>");
        recu.Entete("Subject").ShouldBe("Élève à l’œuvre : « réponse »");
        recu.Entete("Auto-Submitted").ShouldBe("auto-generated");
        recu.Entete("Message-ID").ShouldMatch("^<[0-9a-f]{32}@neuvieme\\.test>$");
        recu.Entete("Date").ShouldNotBeEmpty();
        recu.Entete("Content-Type").ShouldStartWith("text/plain");
        recu.Texte.ReplaceLineEndings("\n").ShouldContain("\nhttps://neuvieme.test/mes-missions\n");
        recu.Texte.ReplaceLineEndings("\n").ShouldContain("\nDans Neuvième : https://neuvieme.test/attributions\nni 12/15 ni a : /Z.\n");
        recu.Texte.ShouldContain("https://neuvieme.test/comptes/desinscrire?jeton=");
        var c = await f.Un();
        (c.Etat, c.Adresse, c.Texte, c.DerniereErreur).ShouldBe((EtatCourriel.Envoye, "anne@essai.fr", "", ""));
        // Rien ne repart ensuite.
        (await f.Passer(boite.Reglages)).ShouldBe(new Passage(0, 0, 0));
    }

    [Theory, SurLesDeuxBases]
    public async Task Envoi_ServeurArretePuisRelance_AttendPuisPartUneFois(Base sur)
    {
        await using var boite = await BoiteSmtp.Ouvrir();
        await using var f = await Preparee(sur, "anne@essai.fr");
        await f.Deposer(3);
        await boite.Arreter();

        // Le serveur est en cause : un seul courriel l'éprouve, les autres n'y usent pas leurs essais.
        (await f.Passer(boite.Reglages)).ShouldBe(new Passage(0, 1, 0));
        (await f.Tous()).Select(c => (c.Etat, c.Essais)).ShouldBe([(EtatCourriel.EnAttente, 1), (EtatCourriel.EnAttente, 0), (EtatCourriel.EnAttente, 0)]);
        (await f.Tous())[0].DerniereErreur.ShouldNotBeEmpty();

        await boite.Demarrer();
        (await f.Passer(boite.Reglages)).Partis.ShouldBe(2);
        f.Temps.Avancer(TimeSpan.FromMinutes(1));
        (await f.Passer(boite.Reglages)).Partis.ShouldBe(1);
        f.Temps.Avancer(TimeSpan.FromDays(1));
        (await f.Passer(boite.Reglages)).Partis.ShouldBe(0);

        boite.Recus().Count.ShouldBe(3);
        boite.Recus().Select(r => r.Entete("Message-ID")).ShouldBeUnique();
    }

    [Theory, SurLesDeuxBases]
    public async Task Envoi_AdresseRefusee_AbandonneEtVisible(Base sur)
    {
        await using var boite = await BoiteSmtp.Ouvrir();
        await using var f = await Preparee(sur, "inconnu@essai.fr");
        await f.Deposer(1);

        (await f.Passer(boite.Reglages)).ShouldBe(new Passage(0, 0, 1));

        var c = await f.Un();
        c.Etat.ShouldBe(EtatCourriel.Abandonne);
        c.DerniereErreur.ShouldContain("5.1.1");
        f.Temps.Avancer(TimeSpan.FromDays(2));
        (await f.Passer(boite.Reglages)).ShouldBe(new Passage(0, 0, 0));
        var liste = await LigneDeCommande.Lancer("courriels", "lister", "--json", "--base", f.Chaine);
        liste.Code.ShouldBe(1, liste.ToString());
        var ligne = JsonDocument.Parse(liste.Sortie).RootElement[0];
        (ligne.GetProperty("etat").GetString(), ligne.GetProperty("adresse").GetString()).ShouldBe(("Abandonne", "inconnu@essai.fr"));
        ligne.GetProperty("raison").GetString()!.ShouldContain("5.1.1");
    }

    [Fact]
    public async Task Envoi_RefusPassager_ReculeDeuxFoisPlusChaqueFoisJusquAUneHeure()
    {
        await using var boite = await BoiteSmtp.Ouvrir();
        await using var f = await Preparee(Base.Sqlite, "occupe@essai.fr");
        await f.Deposer(1);
        List<double> reculs = [];
        for (var i = 0; i < 9; i++)
        {
            (await f.Passer(boite.Reglages)).ShouldBe(new Passage(0, 1, 0));
            var attend = (await f.Un()).ProchainEssaiUtc - f.Temps.GetUtcNow().UtcDateTime;
            reculs.Add(attend.TotalMinutes);
            f.Temps.Avancer(attend);
        }

        reculs.ShouldBe([1, 2, 4, 8, 16, 32, 60, 60, 60]);
        // 1 + 2 + … + 32 minutes, puis une heure : la norme demande de ne pas renoncer avant quatre ou cinq jours (RFC 5321 § 4.5.4.1).
        TimeSpan.FromMinutes(63 + ((ViderLaFile.EssaisAuPlus - 7) * 60)).ShouldBeInRange(TimeSpan.FromDays(4.5), TimeSpan.FromDays(5.5));
    }

    [Theory, SurLesDeuxBases]
    public async Task Envoi_ConnexionCoupeeAuMilieu_RepartEtArriveUneFois(Base sur)
    {
        await using var boite = await BoiteSmtp.Ouvrir();
        await using var f = await Preparee(sur, "coupe@essai.fr");
        await f.Deposer(1);

        (await f.Passer(boite.Reglages)).ShouldBe(new Passage(0, 1, 0));
        boite.Recus().ShouldBeEmpty();
        f.Temps.Avancer(TimeSpan.FromMinutes(1));
        (await f.Passer(boite.Reglages)).ShouldBe(new Passage(1, 0, 0));

        boite.Recus().Count.ShouldBe(1);
    }

    [Theory, SurLesDeuxBases]
    public async Task Envoi_ProcessusMortEnRoute_ReprisApresLeBailPasAvant(Base sur)
    {
        await using var boite = await BoiteSmtp.Ouvrir();
        await using var f = await Preparee(sur, "anne@essai.fr");
        await f.Deposer(1);
        var maintenant = f.Temps.GetUtcNow().UtcDateTime;
        await using (var db = f.Base.Ouvrir())
        {
            await db.Courriels.ExecuteUpdateAsync(s => s.SetProperty(c => c.PrisUtc, maintenant).SetProperty(c => c.Essais, 1), Ct);
        }

        (await f.Passer(boite.Reglages)).ShouldBe(new Passage(0, 0, 0));
        f.Temps.Avancer(ViderLaFile.Bail + TimeSpan.FromSeconds(1));
        (await f.Passer(boite.Reglages)).ShouldBe(new Passage(1, 0, 0));
        boite.Recus().Count.ShouldBe(1);
    }

    /// <summary>Quatre boucles sur la même base, comme autant de nœuds : aucune ne prend ce qu'une autre tient.</summary>
    [Theory, SurLesDeuxBases]
    public async Task Envoi_PlusieursExpediteursALaFois_UnSeulEnvoiChacun(Base sur)
    {
        await using var boite = await BoiteSmtp.Ouvrir();
        await using var f = await Preparee(sur, "anne@essai.fr");
        await f.Deposer(24);

        var passages = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => f.Passer(boite.Reglages), Ct)));

        passages.Sum(p => p.Partis).ShouldBe(24);
        passages.Count(p => p.Partis > 0).ShouldBeGreaterThan(1, "un seul a tout fait : le test n'éprouve rien");
        boite.Recus().Count.ShouldBe(24);
        boite.Recus().Select(r => r.Entete("Message-ID")).ShouldBeUnique();
        (await f.Tous()).ShouldAllBe(c => c.Etat == EtatCourriel.Envoye && c.Essais == 1);
    }

    [Theory]
    [InlineData("Bonjour\r\nBcc: victime@essai.fr")]
    [InlineData("Bonjour\nBcc: victime@essai.fr\n\nCorps")]
    [InlineData("Bonjour\u2028Bcc: victime@essai.fr\u0000\u0085")]
    public async Task Envoi_RetourALaLigneDansLObjet_NAjouteAucunEntete(string objet)
    {
        await using var boite = await BoiteSmtp.Ouvrir();
        await using var f = await Preparee(Base.Sqlite, "anne@essai.fr");
        // Écrit en base sans passer par le dépôt, qui nettoie déjà : le transport ne s'y fie pas.
        await f.Deposer(1);
        await using (var db = f.Base.Ouvrir())
        {
            await db.Courriels.ExecuteUpdateAsync(s => s.SetProperty(c => c.Objet, objet.Replace("\0", "", StringComparison.Ordinal)).SetProperty(c => c.Texte, ".\r\n.\r\nRSET\r\nQUIT\r\n/mes-missions"), Ct);
        }

        (await f.Passer(boite.Reglages)).Partis.ShouldBe(1);

        var recu = boite.Recus().ShouldHaveSingleItem();
        recu.A.ShouldBe(["anne@essai.fr"]);
        recu.Tous("Bcc").ShouldBeEmpty();
        recu.Entetes.Select(e => e[0]).ShouldBeUnique();
        recu.Entete("Subject").ShouldStartWith("Bonjour Bcc: victime@essai.fr");
        recu.Texte.ShouldContain("RSET");
        Composition.UneLigne(objet, 200).ShouldAllBe(c => !char.IsControl(c) && c != '\u2028');
    }

    [Theory]
    [InlineData("anne@essai.fr\r\nRCPT TO:<victime@essai.fr>")]
    [InlineData("anne@essai.fr, victime@essai.fr")]
    [InlineData("Victime <victime@essai.fr>")]
    [InlineData("pas une adresse")]
    public async Task Envoi_AdresseQuiNEnEstPasUne_AbandonneSansEcrireAPersonne(string adresse)
    {
        await using var boite = await BoiteSmtp.Ouvrir();
        await using var f = await Preparee(Base.Sqlite, adresse);
        await f.Deposer(1);

        (await f.Passer(boite.Reglages)).ShouldBe(new Passage(0, 0, 1));

        boite.Recus().ShouldBeEmpty();
        (await f.Un()).DerniereErreur.ShouldContain("n’est pas une adresse");
    }

    [Theory, SurLesDeuxBases]
    public async Task Envoi_AdresseChangeeEntreTemps_PartALaNouvelle(Base sur)
    {
        await using var boite = await BoiteSmtp.Ouvrir();
        await using var f = await Preparee(sur, "ancienne@essai.fr");
        await f.Deposer(1);
        await using (var db = f.Base.Ouvrir())
        {
            await db.Users.ExecuteUpdateAsync(s => s.SetProperty(u => u.Email, "nouvelle@essai.fr"), Ct);
        }

        await f.Passer(boite.Reglages);

        boite.Recus().Select(r => r.A.Single()).ShouldBe(["nouvelle@essai.fr"]);
        (await f.Un()).Adresse.ShouldBe("nouvelle@essai.fr");
    }

    [Fact]
    public async Task Envoi_CompteFermeOuCourrielPerime_NePartPas()
    {
        await using var boite = await BoiteSmtp.Ouvrir();
        await using var f = await Preparee(Base.Sqlite, "anne@essai.fr");
        await f.Deposer(1);
        await using (var db = f.Base.Ouvrir())
        {
            await Courriel.Deposer(db, [new Depot(f.Compte, GenreCourriel.Rappel, "Rappel", "/", "perime") { PerimeUtc = f.Temps.GetUtcNow().UtcDateTime }], f.Temps.GetUtcNow().UtcDateTime, Ct);
            await db.SaveChangesAsync(Ct);
            var hier = DateOnly.FromDateTime(f.Temps.GetUtcNow().UtcDateTime).AddDays(-1);
            (await f.Passer(boite.Reglages with { })).Partis.ShouldBe(1);
            await db.Habilitations.ExecuteUpdateAsync(s => s.SetProperty(h => h.Fin, hier), Ct);
        }

        await f.Deposer(1);
        (await f.Passer(boite.Reglages)).ShouldBe(new Passage(0, 0, 1));
        boite.Recus().Count.ShouldBe(1);
        (await f.Tous()).Select(c => c.DerniereErreur).ShouldBe(["", "Le compte n’ouvre plus rien : aucune qualité en cours."]);
    }

    [Fact]
    public async Task Dossier_UnFichierLisibleParCourriel_JamaisEcrase()
    {
        await using var f = await Preparee(Base.Sqlite, "anne@essai.fr");
        var dossier = Path.Combine(Path.GetTempPath(), $"neuvieme-courriels-{Guid.NewGuid():N}");
        try
        {
            await f.Deposer(2, "Votre accord est demandé", "Texte accentué\n/mes-missions");
            var reglages = ReglagesCourrier.Lire("dossier:" + dossier, null, null, null, new("http://127.0.0.1:5080")).Lus!;
            (await f.Passer(reglages)).Partis.ShouldBe(2);

            var fichiers = Directory.GetFileSystemEntries(dossier).Order(StringComparer.Ordinal).ToList();
            fichiers.Select(Path.GetFileName).ShouldAllBe(n => System.Text.RegularExpressions.Regex.IsMatch(n!, "^20260908-100000-00000[12]-decision-[0-9a-f]{6}\\.eml$"));
            fichiers.Count.ShouldBe(2);
            var eml = await File.ReadAllTextAsync(fichiers[0], Ct);
            eml.ShouldContain("To: anne@essai.fr");
            eml.ShouldContain("Message-ID: <");
            // Le site meurt après avoir écrit, avant de le dire : on repasse, le fichier reste celui d'avant.
            await File.WriteAllTextAsync(fichiers[0], "déjà là", Ct);
            await using (var db = f.Base.Ouvrir())
            {
                await db.Courriels.ExecuteUpdateAsync(s => s.SetProperty(c => c.EnvoyeUtc, (DateTime?)null), Ct);
            }

            (await f.Passer(reglages)).Partis.ShouldBe(2);
            Directory.GetFileSystemEntries(dossier).Length.ShouldBe(2);
            (await File.ReadAllTextAsync(fichiers[0], Ct)).ShouldBe("déjà là");
            if (!OperatingSystem.IsWindows())
            {
                File.GetUnixFileMode(dossier).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
        }
        finally
        {
            Directory.Delete(dossier, recursive: true);
        }
    }

    static async Task<FileEprouvee> Preparee(Base sur, string adresse)
    {
        var laBase = await BaseDeTest.Creer(sur);
        await using var db = laBase.Ouvrir();
        var compte = new Compte { UserName = "anne", NormalizedUserName = "ANNE", Email = adresse, NormalizedEmail = adresse.ToUpperInvariant(), NomAffiche = "Anne", SecurityStamp = "x", Habilitations = [new() { Role = Role.Administrateur, Debut = new(2020, 1, 1) }] };
        db.Users.Add(compte);
        await db.SaveChangesAsync(Ct);
        return new(laBase, compte.Id);
    }

    /// <summary>Une base avec un compte, et l'horloge de ce qui s'y envoie.</summary>
    sealed class FileEprouvee(BaseDeTest laBase, long compte) : IAsyncDisposable
    {
        int _deposes;

        public BaseDeTest Base => laBase;
        public string Chaine => laBase.Chaine;
        public long Compte => compte;
        public TempsDeTest Temps { get; } = new();

        public async Task Deposer(int combien, string objet = "Objet", string texte = "Texte\n/")
        {
            await using var db = laBase.Ouvrir();
            for (var i = 0; i < combien; i++)
            {
                await Courriel.Deposer(db, compte, GenreCourriel.Decision, objet, texte, $"essai:{_deposes++}", Temps.GetUtcNow().UtcDateTime, Ct);
            }

            await db.SaveChangesAsync(Ct);
        }

        public async Task<Passage> Passer(ReglagesCourrier reglages)
        {
            await using var db = laBase.Ouvrir();
            return await new ViderLaFile(new Transport(reglages), reglages, new Horloge(Temps)).Executer(db, Ct);
        }

        public async Task<List<Courriel>> Tous()
        {
            await using var db = laBase.Ouvrir();
            return await db.Courriels.OrderBy(c => c.Id).ToListAsync(Ct);
        }

        public async Task<Courriel> Un() => (await Tous()).Single();

        public ValueTask DisposeAsync() => laBase.DisposeAsync();
    }
}
