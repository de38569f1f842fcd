using System.Net;
using Microsoft.EntityFrameworkCore;
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

        var page = await chef.EnvoyerFichier($"/lettres/consulter/{id}", "Fichier", nom, scan, ("SigneeLe", "2026-09-07"));

        page.Texte().ShouldContain("signature sur papier, numérisée");
        page.Texte().ShouldContain("Signée le 7 septembre 2026".ToLowerInvariant());
        var lettre = await serveur.Lettre(id);
        lettre.Etat.ShouldBe(EtatLettre.Signee);
        lettre.Signatures.ShouldAllBe(s => s.Moyen == MoyenDeSignature.Papier);
        using var recu = await chef.Obtenir($"/lettres/telecharger/{id}?piece=Numerisation");
        (await recu.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBe(scan);
        recu.Content.Headers.ContentDisposition!.FileNameStar!.ShouldEndWith(Path.GetExtension(nom));
    }

    [Theory, InlineData("gros.jpg"), InlineData("programme.pdf"), InlineData("demain.pdf")]
    public async Task Numerisation_TropGrosseDeguiseeOuDemain_RefuseeEtExpliquee(string nom)
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite);
        var id = await serveur.Envoyees(envoyer: false);
        using var chef = await serveur.Visiteur(Chef);
        var (octets, jour, attendu) = nom switch
        {
            "gros.jpg" => ([.. Jpeg, .. new byte[11 * 1024 * 1024]], "2026-09-07", "dépasse 10 Mo"),
            "programme.pdf" => (Executable, "2026-09-07", "Déposez un PDF, un JPEG ou un PNG"),
            _ => ("%PDF-1.4"u8.ToArray(), "2026-09-09", "dans le futur"),
        };

        (await chef.EnvoyerFichier($"/lettres/consulter/{id}", "Fichier", nom, octets, ("SigneeLe", jour))).Texte().ShouldContain(attendu);

        (await serveur.Lettre(id)).Etat.ShouldBe(EtatLettre.Etablie);
        (await serveur.Lire(db => db.PiecesDeLettre.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Numerisation_DUneAutreEcole_OuApresUneSignatureElectronique_Refusee()
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite);
        var id = await serveur.Envoyees();
        using var chef = await serveur.Visiteur(Chef);
        using var anne = await serveur.Visiteur(Anne);
        using var proviseure = await serveur.Visiteur("proviseure@demo.neuvieme.fr");
        var ouverte = await chef.Page($"/lettres/consulter/{id}");
        await proviseure.Page($"/lettres/consulter/{id}", HttpStatusCode.NotFound);
        await anne.Signer(id);

        (await chef.Page($"/lettres/consulter/{id}")).Texte().ShouldNotContain("Déposer la numérisation");
        ouverte.QuerySelectorAll("form[action^='/lettres/papier/']").Length.ShouldBe(1);
    }
}
