using System.Net;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Courriels;
using Neuvieme.Fonctions.Lettres;
using Neuvieme.Tests.Socle;
using static Neuvieme.Tests.Fonctions.Lettres.GestesDeSignature;

namespace Neuvieme.Tests.Fonctions.Lettres;

/// <summary>Une lettre signée à la main : sa numérisation s'attache, marquée comme telle.</summary>
public class PapierTests
{
    static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3], Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], Executable = [.. "MZ"u8, 0x90, 0];

    [Theory, SurLesDeuxBases("scan.pdf"), SurLesDeuxBases("scan.jpg"), SurLesDeuxBases("scan.png")]
    public async Task Numerisation_LaLettreEstSigneeSurPapier_EtLeDit(Base sur, string nom)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        var id = await serveur.Envoyees(envoyer: false);
        using var chef = await serveur.Visiteur(Chef);
        var scan = nom.EndsWith("pdf", StringComparison.Ordinal) ? "%PDF-1.4 scan"u8.ToArray() : nom.EndsWith("jpg", StringComparison.Ordinal) ? Jpeg : Png;

        var page = await chef.EnvoyerFichier($"/lettres/consulter/{id}", "Fichier", nom, scan, ("SigneeLe", "2026-09-08"));

        page.Texte().ShouldContain("signature sur papier, numérisée");
        page.Texte().ShouldContain("signée le 8 septembre 2026");
        var lettre = await serveur.Lettre(id);
        lettre.Etat.ShouldBe(EtatLettre.Signee);
        lettre.Signatures.ShouldAllBe(s => s.Moyen == MoyenDeSignature.Papier);
        using var recu = await chef.Obtenir($"/lettres/telecharger/{id}?piece=Numerisation");
        (await recu.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBe(scan);
        recu.Content.Headers.ContentDisposition!.FileNameStar!.ShouldEndWith(Path.GetExtension(nom));
    }

    [Theory, InlineData("gros.jpg"), InlineData("programme.pdf"), InlineData("demain.pdf"), InlineData("hier.pdf")]
    public async Task Numerisation_TropGrosseDeguiseeOuDemain_RefuseeEtExpliquee(string nom)
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite);
        var id = await serveur.Envoyees(envoyer: false);
        using var chef = await serveur.Visiteur(Chef);
        var (octets, jour, attendu) = nom switch
        {
            "gros.jpg" => ([.. Jpeg, .. new byte[11 * 1024 * 1024]], "2026-09-08", "dépasse 10 Mo"),
            "programme.pdf" => (Executable, "2026-09-08", "Déposez un PDF, un JPEG ou un PNG"),
            "hier.pdf" => ("%PDF-1.4"u8.ToArray(), "2026-09-07", "elle n’a pas pu être signée avant"),
            _ => ("%PDF-1.4"u8.ToArray(), "2026-09-09", "dans le futur"),
        };

        (await chef.EnvoyerFichier($"/lettres/consulter/{id}", "Fichier", nom, octets, ("SigneeLe", jour))).Texte().ShouldContain(attendu);

        (await serveur.Lettre(id)).Etat.ShouldBe(EtatLettre.Etablie);
        (await serveur.Lire(db => db.PiecesDeLettre.CountAsync())).ShouldBe(0);
    }

    [Theory, SurLesDeuxBases]
    public async Task Numerisation_LaPersonneLApprendAussitot_LaVoit_EtLaPagePubliqueDitSurPapier(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        var id = await serveur.Envoyees();
        var anneId = await serveur.Lire(async db =>
        {
            var compte = await db.Users.Where(c => c.Email == Anne).Select(c => c.Id).SingleAsync();
            db.PreferencesCourriel.Add(new() { CompteId = compte, Genre = GenreCourriel.Lettre, Envoi = EnvoiChoisi.Resume });
            await db.SaveChangesAsync();
            return compte;
        });
        // L'adjointe dépose, sous un nom qui ne tient pas avec sa délégation dans celui du signataire.
        var longue = new string('V', 190);
        await serveur.Lire(db => db.Users.Where(c => c.Email == "adjointe@demo.neuvieme.fr").ExecuteUpdateAsync(c => c.SetProperty(x => x.NomAffiche, longue)));
        using var adjointe = await serveur.Visiteur("adjointe@demo.neuvieme.fr");

        await adjointe.EnvoyerFichier($"/lettres/consulter/{id}", "Fichier", "scan.jpg", Jpeg, ("SigneeLe", "2026-09-08"));

        var lettre = await serveur.Lettre(id);
        lettre.Signatures.OrderBy(s => s.Partie == Partie.Chef).Select(s => s.Nom).ShouldBe(["Mme Anne Sophie KERVELLA", "Hugo Roussel"], "qui a signé est qui la lettre nomme");
        lettre.Signatures.ShouldAllBe(s => s.Consentement.Contains(longue));
        var courriels = await serveur.Lire(db => db.Courriels.AsNoTracking().Where(c => c.CompteId == anneId).ToListAsync());
        courriels.ShouldNotContain(c => c.Objet == "Votre lettre de mission est à signer");
        var courriel = courriels.Single(c => c.Objet == "Une lettre de mission signée de votre main a été déposée");
        courriel.AuResume.ShouldBeFalse("son choix du résumé n'y vaut pas");
        courriel.Texte.ShouldContain("Si ce n’est pas votre signature");
        using var anne = await serveur.Visiteur(Anne);
        var sienne = await anne.Page($"/mes-missions/signer/{id}");
        sienne.Texte().ShouldContain("Si ce n’est pas votre signature");
        sienne.QuerySelector("a[href$='piece=Numerisation']").ShouldNotBeNull();
        using var quiconque = serveur.Visiteur();
        var publique = (await quiconque.Page($"/lettres/verifier?code={lettre.Code}")).Texte();
        publique.ShouldContain("signée sur papier, selon l’établissement");
        publique.ShouldContain("dernière signature le 8 septembre 2026");
        publique.ShouldNotContain("Elle porte toutes ses signatures");
    }

    /// <summary>Le chef a signé le premier, la personne ne se connecte pas : elle signe la lettre imprimée.</summary>
    [Theory, SurLesDeuxBases]
    public async Task Numerisation_ApresLaSignatureElectroniqueDuChef_Acceptee(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur, ChefDAbord);
        var id = await serveur.Envoyees();
        using var chef = await serveur.Visiteur(Chef);
        await chef.SignerEnChef();

        await chef.EnvoyerFichier($"/lettres/consulter/{id}", "Fichier", "scan.png", Png, ("SigneeLe", "2026-09-08"));

        var lettre = await serveur.Lettre(id);
        lettre.Etat.ShouldBe(EtatLettre.Signee);
        lettre.Signatures.OrderBy(s => s.Id).Select(s => (s.Partie, s.Moyen)).ShouldBe([(Partie.Chef, MoyenDeSignature.MotDePasse), (Partie.Agent, MoyenDeSignature.Papier)]);
    }

    [Theory, SurLesDeuxBases]
    public async Task MemeNumerisationPourDeuxLettres_LaPagePubliqueDitCelleQuiVaut(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        await serveur.Envoyees(envoyer: false);
        using var chef = await serveur.Visiteur(Chef);
        using var quiconque = serveur.Visiteur();
        var lettres = await serveur.Lire(db => db.Lettres.OrderBy(l => l.Id).Select(l => new { l.Id, l.AttributionId }).ToListAsync());
        foreach (var l in lettres)
        {
            await chef.EnvoyerFichier($"/lettres/consulter/{l.AttributionId}", "Fichier", "scan.png", Png, ("SigneeLe", "2026-09-08"));
        }

        lettres.Count.ShouldBe(2);
        foreach (var sansEffet in lettres)
        {
            await serveur.Lire(db => db.Lettres.ExecuteUpdateAsync(m => m.SetProperty(l => l.Etat, l => l.Id == sansEffet.Id ? EtatLettre.SansEffet : EtatLettre.Signee)));
            (await quiconque.EnvoyerFichier("/lettres/verifier", "fichier", "scan.png", Png)).Texte().ShouldContain("signée sur papier, selon l’établissement");
        }
    }

    [Theory, SurLesDeuxBases]
    public async Task Numerisation_DUneAutreEcole_OuApresUneSignatureElectronique_Refusee(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        var id = await serveur.Envoyees();
        using var chef = await serveur.Visiteur(Chef);
        using var anne = await serveur.Visiteur(Anne);
        using var proviseure = await serveur.Visiteur("proviseure@demo.neuvieme.fr");
        var ouverte = await chef.Page($"/lettres/consulter/{id}");
        var vue = ouverte.QuerySelector("form[action^='/lettres/papier/'] input[name=Vue]")!.GetAttribute("value")!;
        await proviseure.Page($"/lettres/consulter/{id}", HttpStatusCode.NotFound);
        (await Poster(proviseure, await proviseure.Page("/comptes/changer"), id, vue)).ShouldContain("Cette lettre n’est pas à vous");
        (await serveur.Lettre(id)).Etat.ShouldBe(EtatLettre.ASigner);
        await anne.Signer(id);

        (await chef.Page($"/lettres/consulter/{id}")).Texte().ShouldNotContain("Déposer la numérisation");
        (await Poster(chef, ouverte, id, vue)).ShouldContain("La personne a déjà signé électroniquement");
        (await serveur.Lettre(id)).Signatures.ShouldHaveSingleItem().Moyen.ShouldBe(MoyenDeSignature.MotDePasse);
        (await serveur.Lire(db => db.PiecesDeLettre.CountAsync())).ShouldBe(0);
    }

    /// <summary>Le formulaire tel qu'il partirait, avec le jeton antirejeu d'une page de cette personne.</summary>
    static async Task<string> Poster(Visiteur qui, AngleSharp.Html.Dom.IHtmlDocument page, long id, string vue)
    {
        using var corps = new MultipartFormDataContent
        {
            { new StringContent(page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new StringContent(vue), "Vue" }, { new StringContent("2026-09-08"), "SigneeLe" }, { new ByteArrayContent(Jpeg), "Fichier", "scan.jpg" },
        };
        using var reponse = await qui.Http.PostAsync(new Uri($"/lettres/papier/{id}", UriKind.Relative), corps, TestContext.Current.CancellationToken);
        reponse.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await reponse.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
