using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Neuvieme.Demo;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Courriels;
using Neuvieme.Fonctions.Lettres;
using Neuvieme.Fonctions.Lettres.Signer;
using Neuvieme.Socle;
using Neuvieme.Tests.Socle;
using static Neuvieme.Tests.Fonctions.Lettres.GestesDeSignature;

namespace Neuvieme.Tests.Fonctions.Lettres;

/// <summary>Signer : dans l'ordre de l'académie, ce qu'on a lu, en prouvant que c'est soi.</summary>
public class SignerTests
{
    [Theory, SurLesDeuxBases]
    public async Task LaPersonnePuisLeChef_LaLettreEstSigneeEtCertifiee(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        var id = await serveur.EtablirEtEnvoyer();
        using var anne = await serveur.Visiteur(Anne);
        using var chef = await serveur.Visiteur(Chef);
        (await chef.Page("/lettres/signer")).Texte().ShouldContain("Aucune lettre n’attend votre signature");
        (await anne.Page("/mes-missions")).Texte().ShouldContain("Lire et signer ma lettre");

        (await anne.Signer(id)).QuerySelector("[role=status]")!.TextContent.ShouldContain("Votre lettre est signée");
        (await chef.Page("/")).Texte().ShouldContain("1 lettre de mission à signer");
        (await chef.SignerEnChef()).QuerySelector("[role=status]")!.TextContent.ShouldContain("1 lettre signée");

        var lettre = await serveur.Lettre(id);
        lettre.Etat.ShouldBe(EtatLettre.Signee);
        lettre.Signatures.OrderBy(s => s.Id).Select(s => (s.Partie, s.Nom, s.Qualite)).ShouldBe([(Partie.Agent, "Anne Sophie Kervella", "Agent"), (Partie.Chef, "Hugo Roussel", "Chef d’établissement")]);
        lettre.Signatures.ShouldAllBe(s => s.Sha256 == lettre.Sha256 && s.Adresse == "127.0.0.1" && s.Moyen == MoyenDeSignature.MotDePasse);
        (await serveur.Lire(db => db.PiecesDeLettre.Where(p => p.LettreId == lettre.Id).Select(p => p.Genre).ToListAsync())).ShouldBe([GenreDePiece.Certificat], "aucun cachet n'est réglé");
        (await serveur.Lire(db => db.Courriels.CountAsync(c => c.Sujet == "" && c.Objet == "Votre lettre de mission est signée"))).ShouldBe(1);
        (await anne.Page($"/mes-missions/consulter/{id}")).Texte().ShouldContain("Lettre de mission signée");
    }

    [Theory, SurLesDeuxBases]
    public async Task LeChefPuisLaPersonne_QuandLAcademieLeVeut(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur, ChefDAbord);
        var id = await serveur.Envoyees();
        using var anne = await serveur.Visiteur(Anne);
        using var chef = await serveur.Visiteur(Chef);
        (await anne.Page($"/mes-missions/signer/{id}")).Texte().ShouldContain("La signature du chef d’établissement est attendue");

        (await chef.SignerEnChef()).QuerySelector("[role=status]")!.TextContent.ShouldContain("2 lettres signées");
        await anne.Signer(id);

        (await serveur.Lettre(id)).Etat.ShouldBe(EtatLettre.Signee);
        (await serveur.Lire(db => db.Courriels.CountAsync(c => c.Objet == "Une lettre de mission a avancé" && db.Users.Any(u => u.Id == c.CompteId && u.Email == Chef)))).ShouldBe(1, "le chef apprend que la personne a fini");
        (await serveur.Lire(db => db.Courriels.CountAsync(c => c.Objet == "Votre lettre de mission est à signer" && db.Users.Any(u => u.Id == c.CompteId && u.Email == Anne)))).ShouldBe(0, "rien n'invite plus à signer");
    }

    /// <summary>L'adjointe a une mission et signe par délégation : elle ne signe pas les deux côtés de sa lettre ; nul ne signe celle d'un autre.</summary>
    [Theory, SurLesDeuxBases]
    public async Task SaPropreLettre_NeSeSignePasPourLEtablissement_NiCelleDUnAutre(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur, ChefDAbord);
        var id = await serveur.Envoyees();
        var (vue, adjointe, samia) = (new LettreVue((await serveur.Lettre(id)).Id, (await serveur.Lettre(id)).Sha256), await Compte("adjointe@demo.neuvieme.fr"), await Compte("samia.benali@demo.neuvieme.fr"));
        await serveur.Lire(db => db.Agents.Where(a => db.Attributions.Any(x => x.Id == id && x.AgentId == a.Id)).ExecuteUpdateAsync(a => a.SetProperty(x => x.CompteId, adjointe)));
        using var visite = await serveur.Visiteur("adjointe@demo.neuvieme.fr");
        (await visite.Page("/lettres/signer")).QuerySelectorAll("input[name=Vues]").Select(c => c.GetAttribute("value")).ShouldNotContain(vue.ToString());

        async Task<string> Signer(Partie partie, long compte) => string.Join(" ", (await serveur.Lire(db => new SignerLettre([vue], partie, new(MoyenDeSignature.MotDePasse, "", ""))
            .Executer(db, db.Lettres, new Auteur(compte, "X", "X", serveur.Temps.GetUtcNow().UtcDateTime, new(2026, 9, 8)), TestContext.Current.CancellationToken))).Select(r => r.Message));

        (await Signer(Partie.Chef, adjointe)).ShouldContain("votre propre lettre");
        (await Signer(Partie.Agent, samia)).ShouldContain("ne vous est pas adressée");
        (await serveur.Lire(db => db.SignaturesDeLettre.CountAsync())).ShouldBe(0);

        Task<long> Compte(string courriel) => serveur.Lire(db => db.Users.Where(c => c.Email == courriel).Select(c => c.Id).SingleAsync());
    }

    [Theory, SurLesDeuxBases]
    public async Task PdfPasOuvert_OuMauvaisMotDePasse_RienNEstSigne(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        var id = await serveur.Envoyees();
        using var anne = await serveur.Visiteur(Anne);

        (await anne.EnvoyerFormulaire($"/mes-missions/signer/{id}", ("MotDePasse", MotDePasse))).Alerte().ShouldContain("Ouvrez d’abord la lettre");
        (await anne.Signer(id, "autre-chose-2026")).Texte().ShouldContain("Ce n’est pas votre mot de passe");

        (await serveur.Lire(db => db.Users.Where(c => c.Email == Anne).Select(c => c.AccessFailedCount).SingleAsync())).ShouldBe(1);
        for (var essai = 2; essai <= 5; essai++)
        {
            await anne.Signer(id, $"autre-chose-{essai}");
        }

        (await anne.Signer(id)).Texte().ShouldContain("bloqué quinze minutes");
        (await serveur.Lire(db => db.SignaturesDeLettre.CountAsync())).ShouldBe(0);
    }

    [Theory, SurLesDeuxBases]
    public async Task VingtMotsDePasseFauxEnMemeTemps_LeCompteSeBloque(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        var id = await serveur.Envoyees();
        using var anne = await serveur.Visiteur(Anne);
        (await anne.Obtenir($"/lettres/telecharger/{id}")).Dispose();
        var ouverte = await anne.Page($"/mes-missions/signer/{id}");

        await Task.WhenAll(Enumerable.Range(0, 20).Select(n => anne.Soumettre(ouverte, $"/mes-missions/signer/{id}", ("MotDePasse", $"autre-chose-{n}"))));

        (await serveur.Lire(db => db.Users.Where(c => c.Email == Anne).Select(c => c.LockoutEnd).SingleAsync())).ShouldNotBeNull("cinq essais suffisent, même simultanés");
        (await anne.Signer(id)).Texte().ShouldContain("bloqué quinze minutes");
    }

    [Theory, SurLesDeuxBases]
    public async Task DoubleAuthentification_LeCodeEstDemandeEtVerifie(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        var id = await serveur.Envoyees();
        string cle;
        using (var portee = serveur.Services.CreateScope())
        {
            var comptes = portee.ServiceProvider.GetRequiredService<UserManager<Compte>>();
            var compte = (await comptes.FindByEmailAsync(Anne))!;
            await comptes.ResetAuthenticatorKeyAsync(compte);
            await comptes.SetTwoFactorEnabledAsync(compte, true);
            cle = (await comptes.GetAuthenticatorKeyAsync(compte))!;
        }

        using var anne = await serveur.Visiteur(Anne);
        (await anne.Signer(id)).Texte().ShouldContain("Le code à usage unique n’est pas le bon");
        var code = CodeDuMoment.De(cle, serveur.Temps);
        await anne.EnvoyerFormulaire($"/mes-missions/signer/{id}", ("MotDePasse", MotDePasse), ("Code", $"{code[..3]} {code[3..]}"));

        (await serveur.Lettre(id)).Signatures.ShouldHaveSingleItem().Moyen.ShouldBe(MoyenDeSignature.CodeATempsLimite);
    }

    [Theory, SurLesDeuxBases]
    public async Task TauxChangeEntreTemps_RefuseEtDitCeQuiAChange(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        var id = await serveur.Envoyees();
        using var anne = await serveur.Visiteur(Anne);
        (await anne.Obtenir($"/lettres/telecharger/{id}")).Dispose();
        var ouverte = await anne.Page($"/mes-missions/signer/{id}");
        await serveur.Lire(db => db.Attributions.Where(a => a.Id == id).ExecuteUpdateAsync(a => a.SetProperty(x => x.Centimes, 125_000)));

        // Les faits ont changé, la lettre pas encore.
        var page = await anne.Soumettre(ouverte, $"/mes-missions/signer/{id}", ("MotDePasse", MotDePasse));
        page.Alerte().ShouldContain("les données ont changé depuis que la lettre est établie");
        Regex.Replace(page.Alerte(), @"\s+", " ").ShouldContain("le montant : 2 500 € → 1 250 €");

        // Une nouvelle version est établie : celle qui est restée ouverte ne se signe plus.
        using var chef = await serveur.Visiteur(Chef);
        await chef.Cliquer("/lettres", "Établir la lettre");
        var apres = await anne.Soumettre(ouverte, $"/mes-missions/signer/{id}", ("MotDePasse", MotDePasse));
        apres.Alerte().ShouldContain("la lettre a changé depuis que vous l’avez lue (version 2)");
        apres.Alerte().ShouldContain("le montant");
        (await serveur.Lire(db => db.SignaturesDeLettre.CountAsync())).ShouldBe(0);
        (await serveur.Lire(db => db.Lettres.Where(l => l.AttributionId == id).OrderBy(l => l.Numero).Select(l => l.Etat).ToListAsync())).ShouldBe([EtatLettre.Remplacee, EtatLettre.Etablie]);
    }

    [Theory, SurLesDeuxBases]
    public async Task PlusieursPersonnesEnMemeTemps_ToutesLesSignaturesTiennent_LeDoubleClicNenFaitQuUne(Base sur)
    {
        List<(long Attribution, string Courriel)> autres = [];
        await using var serveur = await ServeurDeTest.Demo(sur, async db => autres = await Ajouter(db, 4));
        await serveur.Envoyees();
        var visiteurs = new List<(Visiteur Personne, long Id, IHtmlDocument Page)>();
        foreach (var (attribution, courriel) in autres)
        {
            var personne = await serveur.Visiteur(courriel);
            (await personne.Obtenir($"/lettres/telecharger/{attribution}")).Dispose();
            visiteurs.Add((personne, attribution, await personne.Page($"/mes-missions/signer/{attribution}")));
        }

        // Chacune clique deux fois.
        await Task.WhenAll(visiteurs.Concat(visiteurs).Select(v => v.Personne.Soumettre(v.Page, $"/mes-missions/signer/{v.Id}", ("MotDePasse", MotDePasse))));

        (await serveur.Lire(db => db.SignaturesDeLettre.Where(s => s.Partie == Partie.Agent).CountAsync())).ShouldBe(4);
        (await serveur.Lire(db => db.EvenementsDeLettre.CountAsync(e => e.Genre == GenreDEvenement.Signee))).ShouldBe(4);
        visiteurs.ForEach(v => v.Personne.Dispose());
    }

    [Theory, SurLesDeuxBases]
    public async Task ChefEtAdjointeEnMemeTemps_UneSeuleSignatureDuChef(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur, ChefDAbord);
        var id = await serveur.Envoyees();
        using var adjointe = await serveur.Visiteur("adjointe@demo.neuvieme.fr");
        using var chef = await serveur.Visiteur(Chef);
        var (aElle, aLui) = (await adjointe.Page("/lettres/signer"), await chef.Page("/lettres/signer"));

        var arrivees = await Task.WhenAll(adjointe.Soumettre(aElle, "/lettres/signer", ("MotDePasse", MotDePasse)), chef.Soumettre(aLui, "/lettres/signer", ("MotDePasse", MotDePasse)));

        arrivees.Count(p => p.QuerySelector("[role=status]")?.TextContent.Contains("2 lettres signées", StringComparison.Ordinal) == true).ShouldBe(1);
        arrivees.Count(p => p.Alerte().Contains("porte déjà cette signature", StringComparison.Ordinal)).ShouldBe(1);
        (await serveur.Lire(db => db.SignaturesDeLettre.CountAsync())).ShouldBe(2, "deux lettres, une signature chacune");
        (await serveur.Lire(db => db.EvenementsDeLettre.CountAsync(e => e.Genre == GenreDEvenement.Signee))).ShouldBe(2);
        var signature = (await serveur.Lettre(id)).Signatures.ShouldHaveSingleItem();
        (signature.Nom, signature.Qualite).ShouldBeOneOf(("Claire Vidal", "Adjoint, par délégation d’Hugo Roussel"), ("Hugo Roussel", "Chef d’établissement"));
        (await chef.Page("/lettres/signer")).Texte().ShouldContain("Aucune lettre");
        (await chef.Page($"/lettres/consulter/{id}")).Texte().ShouldContain($"{signature.Nom}, {signature.Qualite}");
    }

    [Theory, SurLesDeuxBases]
    public async Task AdjointeParDelegation_SaSignaturePorteSaMention(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur, ChefDAbord);
        var id = await serveur.Envoyees();
        using var adjointe = await serveur.Visiteur("adjointe@demo.neuvieme.fr");

        (await adjointe.SignerEnChef()).QuerySelector("[role=status]")!.TextContent.ShouldContain("2 lettres signées");

        var signature = (await serveur.Lettre(id)).Signatures.ShouldHaveSingleItem();
        (signature.Nom, signature.Qualite).ShouldBe(("Claire Vidal", "Adjoint, par délégation d’Hugo Roussel"));
    }

    [Theory, SurLesDeuxBases]
    public async Task TrenteLettres_EnUnGeste_EnAutantDeLecturesQueCinq(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur, async db =>
        {
            await ChefDAbord(db);
            await Ajouter(db, 33);
        });
        await serveur.Envoyees();
        using var chef = await serveur.Visiteur(Chef);
        using var compteur = await CompteurDeRequetes.Sur(serveur.Chaine);

        async Task<int> Signer(int nombre)
        {
            var page = await chef.Page("/lettres/signer");
            page.QuerySelectorAll("details dl").Length.ShouldBe(page.QuerySelectorAll("input[name=Vues]").Length, "un aperçu par lettre");
            var cases = page.QuerySelectorAll("input[name=Vues]").Take(nombre).Select(c => ("Vues", c.GetAttribute("value")!)).ToList();
            var avant = compteur.Nombre;
            var arrivee = await chef.Soumettre(page, "/lettres/signer", [.. cases, ("MotDePasse", MotDePasse)]);
            arrivee.QuerySelector("[role=status]")!.TextContent.ShouldContain($"{nombre} lettres signées");
            return compteur.Nombre - avant;
        }

        var (cinq, trente) = (await Signer(5), await Signer(30));

        // SQLite écrit ligne à ligne : cinq écritures par lettre (lettre, signature, événement, courriel, journal) ; aucune lecture de plus.
        (trente - cinq).ShouldBeLessThanOrEqualTo(sur == Base.Sqlite ? 25 * 5 + 2 : 8);
        (await serveur.Lire(db => db.SignaturesDeLettre.CountAsync())).ShouldBe(35);
        (await serveur.Lire(db => db.Courriels.CountAsync(c => c.Genre == GenreCourriel.Lettre && c.Cle.StartsWith("lettre-a-signer:")))).ShouldBe(35);
    }
}
