using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.Accueil;

public class SaisonTests
{
    /// <summary>La démonstration se lit à l'automne 2026 : 2026-2027 est en cours.</summary>
    [Theory]
    [InlineData("2027", "2027-2028 est à venir : à préparer", "enveloppe 2027-2028 non notifiée")]
    [InlineData("2025", "2025-2026 est passée : à consulter", "2025-2026")]
    public async Task Accueil_AutreAnnee_DitSiElleVientOuEstPassee(string annee, string titre, string enveloppe)
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite);
        using var chef = await serveur.Visiteur("principal@demo.neuvieme.fr");

        var page = await chef.EnvoyerFormulaire("/comptes/changer", ("Annee", annee));

        page.QuerySelector("h1")!.TextContent.ShouldContain(titre);
        page.QuerySelector("main")!.TextContent.ShouldContain(enveloppe);
    }
}
