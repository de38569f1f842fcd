using Microsoft.Data.Sqlite;
using Neuvieme.Demo;

namespace Neuvieme.Tests.Socle;

/// <summary>La base par le terminal : la copie d'une base servie est complète, et une faute se dit en une phrase.</summary>
public sealed class VerbeBaseTests : IDisposable
{
    readonly string _dossier = Directory.CreateTempSubdirectory("neuvieme-base").FullName;

    public void Dispose() => Directory.Delete(_dossier, recursive: true);

    [Fact]
    public async Task Sauvegarder_BaseServie_CopieCeQuiVientDEtreEcrit()
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite);
        using var chef = await serveur.Visiteur("principal@demo.neuvieme.fr");
        await chef.EnvoyerFormulaire("/repartition/ajouter?code=IMP-CULT", ("Saisie.Intitule", "Juste avant la copie"));
        var copie = Path.Combine(_dossier, "copie.db");

        var r = await LigneDeCommande.Lancer("base", "sauvegarder", "--base", serveur.Chaine, "--vers", copie);
        var encore = await LigneDeCommande.Lancer("base", "sauvegarder", "--base", serveur.Chaine, "--vers", copie);

        r.Code.ShouldBe(0, r.ToString());
        (encore.Code, encore.Erreurs).ShouldBe((2, $"--base : « {copie} » existe déjà : choisissez un autre nom.\n"));
        await using var lue = new SqliteConnection($"Data Source={copie};Pooling=False");
        await lue.OpenAsync(TestContext.Current.CancellationToken);
        await using var compte = lue.CreateCommand();
        compte.CommandText = "SELECT COUNT(*) FROM \"Missions\" WHERE \"Intitule\" = 'Juste avant la copie'";
        (await compte.ExecuteScalarAsync(TestContext.Current.CancellationToken)).ShouldBe(1L);
    }

    [Theory]
    [InlineData("migrer")]
    [InlineData("sauvegarder")]
    public async Task FichierQuiNEstPasUneBase_SeDitEnUnePhrase(string verbe)
    {
        var faux = Path.Combine(_dossier, "faux.db");
        await File.WriteAllTextAsync(faux, new string('x', 4096), TestContext.Current.CancellationToken);

        var r = await LigneDeCommande.Lancer(["base", verbe, "--base", faux, .. verbe == "migrer" ? Array.Empty<string>() : ["--vers", faux + ".copie"]]);

        r.Code.ShouldBe(2, r.ToString());
        r.Erreurs.ShouldStartWith("--base : ");
        r.Erreurs.ShouldNotContain("   at ");
    }
}
