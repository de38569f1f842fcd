using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Tests.Fonctions.Lettres;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.Comptes;

/// <summary>Ce qu'une clé d'accès refuse ; ce qu'elle permet se joue dans un vrai navigateur, avec un appareil simulé.</summary>
public class ClesDAccesTests
{
    const string Anne = "anne.kervella@demo.neuvieme.fr", Chef = "principal@demo.neuvieme.fr";

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string> Ordures() => ["{", "null", "[]", "\"\"", "{\"response\":{\"clientDataJSON\":\"%%%\"}}", "{\"response\":{\"clientDataJSON\":12}}", "{\"response\":{\"clientDataJSON\":\"" + Convert.ToBase64String(Encoding.UTF8.GetBytes("{\"challenge\":\"AAAA\"}")) + "\"}}", new string('x', 100_000)];

    [Theory, MemberData(nameof(Ordures))]
    public async Task ReponseInventee_NiConnexionNiSignature(string ordure)
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite);
        var id = await serveur.Envoyees();
        using var inconnu = serveur.Visiteur();
        using var anne = await serveur.Visiteur(Anne);
        await anne.Obtenir($"/lettres/telecharger/{id}");

        (await Poster(inconnu, "/comptes/connexion", "/comptes/connexion?handler=Cle", ("Cle", ordure))).ShouldContain("n’a pas été reconnue");
        await Poster(anne, $"/mes-missions/signer/{id}", "/comptes/cle-acces?handler=Prouver");
        var vue = (await anne.Page($"/mes-missions/signer/{id}")).QuerySelector("input[name=Vue]")!.GetAttribute("value")!;
        (await Poster(anne, $"/mes-missions/signer/{id}", $"/mes-missions/signer/{id}", ("Vue", vue), ("Cle", ordure), ("MotDePasse", Demonstration.MotDePasse))).ShouldContain("n’a pas été reconnue");

        (await serveur.Lire(db => db.SignaturesDeLettre.CountAsync(Ct))).ShouldBe(0);
    }

    [Theory, SurLesDeuxBases]
    public async Task Defi_SansMotDePasse_NEstPasDonne_EtLesEssaisSeComptent(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var anne = await serveur.Visiteur(Anne);
        using var reponse = await anne.Http.PostAsync(new Uri("/comptes/cle-acces?handler=Defier", UriKind.Relative), await Corps(anne, "/comptes/cle-acces", ("MotDePasse", "autre")), Ct);

        JsonNode.Parse(await reponse.Content.ReadAsStringAsync(Ct))!["erreur"]!.GetValue<string>().ShouldContain("Ce n’est pas votre mot de passe");
        (await serveur.Lire(db => db.Users.Where(u => u.Email == Anne).Select(u => u.AccessFailedCount).SingleAsync(Ct))).ShouldBe(1);
        using var bonne = await anne.Http.PostAsync(new Uri("/comptes/cle-acces?handler=Defier", UriKind.Relative), await Corps(anne, "/comptes/cle-acces", ("MotDePasse", Demonstration.MotDePasse)), Ct);
        (await bonne.Content.ReadAsStringAsync(Ct)).ShouldContain("\"userVerification\":\"required\"");
    }

    /// <summary>Un appareil perdu ne rouvre pas un compte que l'administrateur vient de réinitialiser ; nul ne retire la clé d'un autre.</summary>
    [Theory, SurLesDeuxBases]
    public async Task CleDUnAutre_NeSeRetirePas_LAdministrateurLesRetireToutes(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        byte[] cle = [1, 2, 3];
        var compte = await serveur.Lire(async db =>
        {
            var anne = await db.Users.SingleAsync(u => u.Email == Anne, Ct);
            db.UserPasskeys.Add(new() { UserId = anne.Id, CredentialId = cle, Data = new() { PublicKey = [4], CreatedAt = serveur.Temps.GetUtcNow(), Name = "Téléphone", AttestationObject = [5], ClientDataJson = [6] } });
            await db.SaveChangesAsync(Ct);
            return anne.Id;
        });
        using var chef = await serveur.Visiteur(Chef);
        using var personne = await serveur.Visiteur(Anne);
        (await personne.Page("/comptes/cle-acces")).Texte().ShouldContain("Téléphone");
        (await Poster(chef, "/comptes/cle-acces", "/comptes/cle-acces?handler=Retirer", ("Cle", "010203"), ("MotDePasse", Demonstration.MotDePasse))).ShouldContain("n’est plus là");
        (await serveur.Lire(db => db.UserPasskeys.CountAsync(Ct))).ShouldBe(1);

        using var admin = await serveur.Visiteur("admin@demo.neuvieme.fr");
        await admin.Cliquer($"/comptes/reinitialiser?id={compte}", "Donner un mot de passe provisoire");

        (await serveur.Lire(db => db.UserPasskeys.CountAsync(Ct))).ShouldBe(0);
    }

    static async Task<FormUrlEncodedContent> Corps(Visiteur qui, string page, params (string Nom, string Valeur)[] champs)
    {
        var jeton = (await qui.Page(page)).QuerySelector("main [name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return new([new("__RequestVerificationToken", jeton), .. champs.Select(c => KeyValuePair.Create(c.Nom, c.Valeur))]);
    }

    static async Task<string> Poster(Visiteur qui, string page, string adresse, params (string Nom, string Valeur)[] champs)
    {
        using var corps = await Corps(qui, page, champs);
        using var reponse = await qui.Http.PostAsync(new Uri(adresse, UriKind.Relative), corps, Ct);
        ((int)reponse.StatusCode).ShouldBeLessThan(500);
        return await reponse.Content.ReadAsStringAsync(Ct);
    }
}
