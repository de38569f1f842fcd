using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.Circonscriptions;

/// <summary>L'administrateur crée la circonscription, y rattache ses écoles et nomme l'inspecteur : par l'écran ou par la commande.</summary>
public class CirconscriptionsTests
{
    const string Admin = "admin@demo.neuvieme.fr", Principal = "principal@demo.neuvieme.fr";

    static string Texte(AngleSharp.Dom.IDocument page) => page.QuerySelector("main")!.TextContent;

    [Theory, SurLesDeuxBases]
    public async Task ParLEcran_CreerRattacherNommer_LInspecteurVoitSesEcoles(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var admin = await serveur.Visiteur(Admin);

        Texte(await admin.EnvoyerFormulaire("/circonscriptions/creer", ("Code", "0990901s"), ("Nom", "Circonscription du Sud"), ("Academie", Demonstration.Academie))).ShouldContain("Circonscription du Sud");
        // L'école change de circonscription, et ses parts du Pacte avec elle.
        await admin.EnvoyerFormulaire("/circonscriptions", ("Uai", "0990102y"), ("Circonscription", "0990901S"));
        // Principal aussi : le compte existe déjà, la qualité s'y ajoute.
        await admin.EnvoyerFormulaire("/comptes/creer", ("Saisie.Courriel", Principal), ("Saisie.Nom", "Hugo Roussel"), ("Saisie.Role", "Ien"), ("Saisie.Circonscription", "0990901S"));

        (await serveur.Lire(db => db.Circonscriptions.Where(c => c.Code == "0990901S").Select(c => c.Departement).SingleAsync())).ShouldBe("099");
        var habilitation = await serveur.Lire(db => db.Habilitations.SingleAsync(h => h.CirconscriptionCode == "0990901S"));
        (habilitation.Role, habilitation.AcademieCode).ShouldBe((Role.Ien, Demonstration.Academie));
        using var ien = await serveur.Visiteur(Principal);
        var sienne = Texte(await ien.Page("/premier-degre"));
        sienne.ShouldContain("École du Vieux Moulin");
        sienne.ShouldNotContain("Tilleuls");
        (await serveur.Lire(db => db.Journal.Where(j => j.Action == "école rattachée").Select(j => j.Portee).SingleAsync())).ShouldBe("0990102Y");
    }

    [Theory, SurLesDeuxBases]
    public async Task ParLaCommande_BaseVide_DeLAcademieALInspecteur(Base sur)
    {
        await using var laBase = await BaseDeTest.Creer(sur);
        string[][] commandes =
        [
            ["etablissements", "creer", "--uai", "0350101V", "--nom", "École d’essai", "--academie", "14", "--academie-nom", "Rennes", "--nature", "151"],
            ["circonscriptions", "creer", "--code", "0350900N", "--nom", "Rennes-Est", "--academie", "14"],
            ["circonscriptions", "rattacher", "--uai", "0350101V", "--circonscription", "0350900N"],
            ["comptes", "creer", "--courriel", "ien@exemple.fr", "--nom", "Une IEN", "--role", "Ien", "--circonscription", "0350900N"],
            ["comptes", "creer", "--courriel", "directeur@exemple.fr", "--nom", "Un directeur", "--role", "DirecteurEcole", "--uai", "0350101V"],
        ];

        foreach (var commande in commandes)
        {
            var r = await LigneDeCommande.Lancer([.. commande, "--base", laBase.Chaine]);
            r.Code.ShouldBe(0, r.ToString());
        }

        await using var db = laBase.Ouvrir();
        (await db.Etablissements.SingleAsync(TestContext.Current.CancellationToken)).CirconscriptionCode.ShouldBe("0350900N");
        (await db.Habilitations.CountAsync(h => h.CirconscriptionCode == "0350900N" && h.AcademieCode == "14", TestContext.Current.CancellationToken)).ShouldBe(1);
    }

    [Theory]
    [InlineData("/circonscriptions/creer", "Code=035|Nom=X|Academie=99", "sept chiffres et une lettre")]
    [InlineData("/circonscriptions/creer", "Code=0990901S|Nom= |Academie=99", "Donnez le nom")]
    [InlineData("/circonscriptions/creer", "Code=0990901S|Nom=X|Academie=", "Choisissez l’académie")]
    [InlineData("/circonscriptions/creer", "Code=0990900R|Nom=X|Academie=99", "déjà pris")]
    [InlineData("/circonscriptions/creer", "Code=0990001N|Nom=X|Academie=99", "déjà pris")]
    [InlineData("/circonscriptions/creer", "Code=0990901S|Nom=X|Academie=99|Departement=9", "trois chiffres")]
    [InlineData("/circonscriptions", "Uai=0990001N", "n’est pas une école")]
    [InlineData("/circonscriptions", "Uai=0999999Z", "Aucune école")]
    [InlineData("/circonscriptions", "Uai=0990102Y", "est déjà de cette circonscription")]
    [InlineData("/comptes/creer", "Saisie.Courriel=x@essai.fr|Saisie.Nom=X|Saisie.Role=Ien", "porte sur une circonscription")]
    [InlineData("/comptes/creer", "Saisie.Courriel=x@essai.fr|Saisie.Nom=X|Saisie.Role=DirecteurEcole|Saisie.Uai=0990001N", "porte sur une école")]
    [InlineData("/comptes/creer", "Saisie.Courriel=x@essai.fr|Saisie.Nom=X|Saisie.Role=Recteur|Saisie.Academie=99|Saisie.Circonscription=0990900R", "ne porte pas sur une circonscription")]
    public async Task EntreesFausses_RefuseesAvecLeurRemede(string adresse, string champs, string phrase)
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite);
        using var admin = await serveur.Visiteur(Admin);
        var avant = await serveur.Lire(db => db.Journal.CountAsync());

        var page = await admin.EnvoyerFormulaire(adresse, [.. champs.Split('|').Select(c => c.Split('=', 2)).Select(c => (c[0], c[1]))]);

        Texte(page).ShouldContain(phrase);
        (await serveur.Lire(db => db.Journal.CountAsync())).ShouldBe(avant);
    }
}
