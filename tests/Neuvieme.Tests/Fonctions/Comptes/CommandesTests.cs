using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.Comptes;

/// <summary>Ouvrir une vraie instance sans la démonstration : l'établissement, puis l'administrateur et le chef.</summary>
public class CommandesTests
{
    [Theory, SurLesDeuxBases]
    public async Task BaseVide_EtablissementPuisCompte_PuisJournalIntact(Base sur)
    {
        await using var laBase = await BaseDeTest.Vide(sur);

        var etablissement = await LigneDeCommande.Lancer("etablissements", "creer", "--uai", "0350710g", "--nom", "Collège d’essai", "--academie", "14", "--academie-nom", "Rennes", "--nature", "340", "--base", laBase.Chaine);
        var compte = await LigneDeCommande.Lancer("comptes", "creer", "--courriel", "chef@exemple.fr", "--nom", "Chef Essai", "--role", "ChefEtablissement", "--uai", "0350710G", "--base", laBase.Chaine);
        var journal = await LigneDeCommande.Lancer("journal", "verifier", "--base", laBase.Chaine);

        etablissement.Code.ShouldBe(0, etablissement.ToString());
        etablissement.Erreurs.ShouldBeEmpty();
        compte.Code.ShouldBe(0, compte.ToString());
        compte.Sortie.ShouldContain("Mot de passe provisoire");
        journal.Code.ShouldBe(0, journal.ToString());
        journal.Sortie.ShouldContain("intact");
        await using var db = Connexion.Ouvrir(laBase.Chaine);
        (await db.Habilitations.SingleAsync(TestContext.Current.CancellationToken)).Role.ShouldBe(Role.ChefEtablissement);
    }

    [Fact]
    public async Task Etablissement_LettreFausse_AvertitSansEmpecher()
    {
        await using var laBase = await BaseDeTest.Creer(Base.Sqlite);

        // 0350710 modulo 23 = 6, la septième lettre sans I, O ni Q : G. X est donc faux.
        var r = await LigneDeCommande.Lancer("etablissements", "creer", "--uai", "0350710X", "--nom", "Collège", "--academie", "14", "--academie-nom", "Rennes", "--nature", "340", "--base", laBase.Chaine);

        r.Code.ShouldBe(0, r.ToString());
        r.Erreurs.ShouldContain("La lettre de 0350710X");
    }

    [Theory]
    [InlineData("035071", "14", "340", "sept chiffres et une lettre")]
    [InlineData("0350710G", "Rennes", "340", "deux chiffres")]
    [InlineData("0350710G", "14", "collège", "trois chiffres")]
    [InlineData("0350710G", "14", "340", "--academie-nom")]
    public async Task Etablissement_Impossible_CodeDeux(string uai, string academie, string nature, string message)
    {
        await using var laBase = await BaseDeTest.Creer(Base.Sqlite);

        var r = await LigneDeCommande.Lancer("etablissements", "creer", "--uai", uai, "--nom", "Collège", "--academie", academie, "--nature", nature, "--base", laBase.Chaine);

        r.Code.ShouldBe(2, r.ToString());
        r.Erreurs.ShouldContain(message);
        await using var db = laBase.Ouvrir();
        (await db.Academies.AnyAsync(TestContext.Current.CancellationToken)).ShouldBeFalse();
    }

    [Fact]
    public async Task Compte_EtablissementInconnu_DitLaCommandeQuiManque()
    {
        await using var laBase = await BaseDeTest.Creer(Base.Sqlite);

        var r = await LigneDeCommande.Lancer("comptes", "creer", "--courriel", "chef@exemple.fr", "--nom", "Chef", "--role", "ChefEtablissement", "--uai", "0350710G", "--base", laBase.Chaine);

        r.Code.ShouldBe(2, r.ToString());
        r.Erreurs.ShouldContain("neuvieme etablissements creer --uai 0350710G");
    }
}
