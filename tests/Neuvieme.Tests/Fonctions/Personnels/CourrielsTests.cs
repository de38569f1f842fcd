using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Fonctions.Personnels;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.Personnels;

/// <summary>Les adresses par fichier : rapprochées, montrées, confirmées ; jamais un homonyme tranché, jamais un accès ouvert.</summary>
public sealed class CourrielsTests : IDisposable
{
    const string Ecran = "/personnels/courriels";
    const string Principal = "principal@demo.neuvieme.fr";
    readonly string _dossier = Directory.CreateTempSubdirectory("neuvieme-courriels-").FullName;

    public void Dispose() => Directory.Delete(_dossier, recursive: true);

    /// <summary>Dans la démonstration tous ont une adresse et un accès ; ici, seule Anne Sophie Kervella les garde.</summary>
    static async Task SansAdresses(NeuviemeDb db) => await db.Agents.Where(a => a.Uai == Demonstration.College && a.NomUsage != "KERVELLA")
        .ExecuteUpdateAsync(s => s.SetProperty(a => a.Courriel, (string?)null).SetProperty(a => a.CompteId, (long?)null));

    static string Texte(IHtmlDocument page) => string.Join(' ', page.QuerySelector("main")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    static Task<Agent> Un(ServeurDeTest serveur, string idSts) => serveur.Lire(db => db.Agents.AsNoTracking().SingleAsync(a => a.IdSts == idSts));

    static byte[] Csv(params string[] lignes) => Encoding.UTF8.GetBytes(string.Join('\n', lignes));

    [Theory, SurLesDeuxBases]
    public async Task Apercu_Choix_Rapport_ParLigne(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur, SansAdresses);
        using var principal = await serveur.Visiteur(Principal);
        var fichier = Csv("nom;prenom;courriel",
            "PETIT;Gael;g.petit@ac-essai.fr", "Rivière;Jeanne;j.riviere@ac-essai.fr", "MARTIN;Pierre;p.martin@ac-essai.fr", "LEGRANT;Loïc;l.legrand@ac-essai.fr",
            "ABSENT;Paul;p.absent@ac-essai.fr", "FAURE;Camille;pas une adresse", "KERVELLA;Anne Sophie;autre@ac-essai.fr");

        var apercu = await principal.EnvoyerFichier(Ecran, "Fichier", "adresses.csv", fichier);

        // Sans accent ni casse, PETIT et RIVIÈRE ne font pas de doute ; les deux Pierre MARTIN et une lettre de différence, si.
        apercu.QuerySelectorAll<IHtmlInputElement>("input[name=Choix]").Count(c => c.IsChecked).ShouldBe(2);
        var choix = apercu.QuerySelectorAll<IHtmlSelectElement>("select[name=Choix]").ToList();
        choix.Select(c => c.Options.Length - 1).ShouldBe([2, 1]);
        choix.ShouldAllBe(c => c.Value == "");
        Texte(apercu).ShouldContain("Homonymes : ce sont des personnes différentes");
        Texte(apercu).ShouldContain("ABSENT p.absent@ac-essai.fr ligne 6 — Personne de ce nom");
        Texte(apercu).ShouldContain("« pas une adresse » n’est pas une adresse de courriel");
        Texte(apercu).ShouldContain("se connecte avec anne.kervella@demo.neuvieme.fr");
        (await Un(serveur, "48251")).Courriel.ShouldBeNull();

        var maths = choix[0].Options.Single(o => o.TextContent.Contains("STS epp 48211", StringComparison.Ordinal));
        maths.TextContent.ShouldContain("MATHEMATIQUES");
        maths.IsSelected = true;
        var rapport = Texte(await principal.CliquerSur(apercu, "Écrire les adresses retenues"));

        rapport.ShouldContain("3 adresses sur leur fiche");
        (await Un(serveur, "48211")).Courriel.ShouldBe("p.martin@ac-essai.fr");
        (await Un(serveur, "11508")).Courriel.ShouldBeNull();
        (await Un(serveur, "48251")).Courriel.ShouldBe("g.petit@ac-essai.fr");
        (await Un(serveur, "20120")).Courriel.ShouldBeNull();
        (await serveur.Lire(db => db.Agents.CountAsync(a => a.Uai == Demonstration.College && a.CompteId != null))).ShouldBe(1);
        (await serveur.Lire(db => db.Journal.CountAsync(j => j.Action == "agent modifié" && j.Motif.Contains("courriels importés")))).ShouldBe(3);

        Texte(await principal.EnvoyerFichier(Ecran, "Fichier", "adresses.csv", fichier)).ShouldContain("3 déjà écrites");
    }

    [Theory, SurLesDeuxBases]
    public async Task Pronote_AccepteTelQuel_LaDisciplineProposeSansDecider(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur, SansAdresses);
        using var secretariat = await serveur.Visiteur("secretariat@demo.neuvieme.fr");

        var apercu = await secretariat.EnvoyerFichier(Ecran, "Fichier", "pronote.csv", Csv("LOGIN;CIVILITE;NOM;PRENOM;EMAIL;DISCIPLINE;CLASSES", "pmartin;M.;MARTIN;PIERRE;pm@ac-essai.fr;MATHEMATIQUES;6A 5B", "cfaure;Mme;FAURE;CAMILLE;cf@ac-essai.fr;E.P.S;"));

        var choix = apercu.QuerySelectorAll<IHtmlSelectElement>("select[name=Choix]").ShouldHaveSingleItem();
        choix.Value.ShouldBe("");
        choix.Options[1].TextContent.ShouldContain("STS epp 48211");
        choix.Options.Length.ShouldBe(2);
        apercu.QuerySelectorAll<IHtmlInputElement>("input[name=Choix]").ShouldHaveSingleItem();
    }

    [Theory, SurLesDeuxBases]
    public async Task AdresseDUnAutre_NeSOuvrePasSurLaFiche(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur, SansAdresses);
        using var principal = await serveur.Visiteur(Principal);

        // L'adresse d'Anne Kervella sur la fiche de Camille Faure ; celle d'un agent du lycée sur celle de Gaël Petit ; deux fois la même.
        var apercu = await principal.EnvoyerFichier(Ecran, "Fichier", "a.csv", Csv("nom;prenom;mail", "FAURE;Camille;anne.kervella@demo.neuvieme.fr", "PETIT;Gaël;paul.bernard@demo.neuvieme.fr", "MOREL;Zoé;x@ac-essai.fr", "GARCIA;Inès;X@ac-essai.fr"));

        Texte(apercu).ShouldContain("Cette adresse est déjà sur la fiche de KERVELLA");
        Texte(apercu).ShouldContain("Un compte existe déjà à cette adresse : il ne s’ouvrira pas sur cette fiche");
        Texte(apercu).ShouldContain("La même adresse est à la ligne 5");
        await principal.CliquerSur(apercu, "Écrire les adresses retenues");
        var petit = await Un(serveur, "48251");
        (petit.Courriel, petit.CompteId).ShouldBe(("paul.bernard@demo.neuvieme.fr", null));
        using var bernard = await serveur.Visiteur("paul.bernard@demo.neuvieme.fr");
        Texte(await bernard.Page("/mes-missions/rattacher")).ShouldContain("Aucune fiche");
    }

    [Theory, SurLesDeuxBases]
    public async Task FicheChangeeOuForgee_LigneLaissee(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur, SansAdresses);
        using var principal = await serveur.Visiteur(Principal);
        var apercu = await principal.EnvoyerFichier(Ecran, "Fichier", "a.csv", Csv("nom;prenom;courriel", "PETIT;Gaël;g@ac-essai.fr", "MOREL;Zoé;z@ac-essai.fr"));
        await serveur.Lire(db => db.Agents.Where(a => a.IdSts == "48251").ExecuteUpdateAsync(s => s.SetProperty(a => a.Version, a => a.Version + 1)));
        // Une ligne écrite à la main désigne quelqu'un du lycée.
        var lycee = await Un(serveur, "60001");
        apercu.QuerySelectorAll<IHtmlInputElement>("input[name=Choix]").Last().Value = $"3.{lycee.Id}.{lycee.Version}|z@ac-essai.fr";

        var rapport = Texte(await principal.CliquerSur(apercu, "Écrire les adresses retenues"));

        rapport.ShouldContain("La fiche a changé depuis l’aperçu");
        rapport.ShouldContain("n’est plus dans l’établissement cette année");
        rapport.ShouldNotContain("BERNARD");
        (await Un(serveur, "60001")).Courriel.ShouldBe("paul.bernard@demo.neuvieme.fr");
        (await Un(serveur, "48251")).Courriel.ShouldBeNull();
    }

    [Theory]
    [InlineData("a;b\n1;2", "il faut une colonne « courriel » et une colonne « nom »")]
    [InlineData("nom;prenom;courriel\n", "aucune personne")]
    [InlineData("nom;prenom;courriel\nPETIT;\"Gaël;g@x.fr", "guillemet")]
    [InlineData("PK\u0003\u0004", "classeur ou une archive zip")]
    public async Task FichierHostile_Refuse(string contenu, string message)
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite);
        using var principal = await serveur.Visiteur(Principal);
        Texte(await principal.EnvoyerFichier(Ecran, "Fichier", "a.csv", Encoding.UTF8.GetBytes(contenu))).ShouldContain(message);
    }

    [Theory, SurLesDeuxBases]
    public async Task Commande_EcritLesSurs_LaisseLesAutres(Base sur)
    {
        await using var laBase = await BaseDeTest.Creer(sur, demo: true);
        await using var db = laBase.Ouvrir();
        await SansAdresses(db);
        var annee = (await db.Affectations.Select(a => a.Annee).FirstAsync(TestContext.Current.CancellationToken)).ToString();
        var fichier = Path.Combine(_dossier, "a.csv");
        await File.WriteAllBytesAsync(fichier, Csv("Nom,Prénom,E-mail,Identifiant STS", "MARTIN,Pierre,maths@ac-essai.fr,48211", "MARTIN,Pierre,lettres@ac-essai.fr,", "PETIT,Gaël,g@ac-essai.fr,"), TestContext.Current.CancellationToken);
        Task<LigneDeCommande.Resultat> Lancer(params string[] suite) => LigneDeCommande.Lancer(["personnels", "courriels", fichier, "--uai", Demonstration.College, "--annee", annee, "--base", laBase.Chaine, .. suite]);

        var essai = await Lancer("--essai");
        essai.Code.ShouldBe(3, essai.ToString());
        essai.Sortie.ShouldContain("Essai : 2 adresses seraient écrites, 1 ligne à décider");
        (await db.Agents.AnyAsync(a => a.Courriel == "maths@ac-essai.fr", TestContext.Current.CancellationToken)).ShouldBeFalse();

        var fait = await Lancer();

        fait.Sortie.ShouldContain("à choisir   Pierre MARTIN lettres@ac-essai.fr");
        (await db.Agents.AsNoTracking().Where(a => a.Courriel!.EndsWith("@ac-essai.fr")).Select(a => a.IdSts).OrderBy(i => i).ToListAsync(TestContext.Current.CancellationToken)).ShouldBe(["48211", "48251"]);
        (await LigneDeCommande.Lancer(["personnels", "courriels", fichier, "--uai", "0990009X", "--annee", annee, "--base", laBase.Chaine])).Code.ShouldBe(2);
    }
}
