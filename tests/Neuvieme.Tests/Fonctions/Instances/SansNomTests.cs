using Neuvieme.Fonctions.Instances;
using Neuvieme.Fonctions.Personnels;

namespace Neuvieme.Tests.Fonctions.Instances;

/// <summary>R048 : l'instance voit missions, nombre et taux, aucun nom d'agent, même écrit dans un texte libre.</summary>
public class SansNomTests
{
    static readonly SansNom Retrait = new(
    [
        Agent("KERVELLA", "Anne Sophie"), Agent("RIVIÈRE", "Jeanne"), Agent("DE LA TOUR-MARÉCHAL", "Hugues"), Agent("PETIT", "Gaël"), Agent("LE GALL", "Noëlle"),
    ]);

    static Agent Agent(string nom, string prenom) => new() { Uai = "0990001N", TypeSts = "epp", IdSts = nom, NomUsage = nom, Prenom = prenom };

    [Theory]
    [InlineData("Coordination d’EPS (Mme Anne Sophie Kervella)", "Coordination d’EPS ([nom])")]
    [InlineData("KERVELLA reprend la coordination", "[nom] reprend la coordination")]
    [InlineData("confiée à M. H. de La Tour-Maréchal ou à J. Riviere", "confiée à [nom] ou à [nom]")]
    [InlineData("M. De La Tour-Maréchal", "[nom]")]
    [InlineData("avec Mme Le Gall, puis Gaël PETIT.", "avec [nom], puis [nom].")]
    [InlineData("un petit groupe près de la rivière", "un petit groupe près de la rivière")]
    [InlineData("Le gall n’est pas un nom propre", "Le gall n’est pas un nom propre")]
    [InlineData("M. et Mme Kervella", "M. et [nom]")]
    [InlineData("KERVELLA Anne Sophie reprend", "[nom] reprend")]
    [InlineData("confiée à Kervella, Anne-Sophie ; puis à PETIT G. et à Rivière J.", "confiée à [nom] ; puis à [nom]. et à [nom].")]
    [InlineData("Mme Kervella, Jeanne Rivière", "[nom], [nom]")]
    [InlineData("M. PETIT, Gaël PETIT", "[nom], [nom]")]
    [InlineData("Kervella Gaël", "[nom] Gaël")]
    [InlineData("", "")]
    public void De_RetireLesNomsEtCeQuiLesAnnonce(string texte, string attendu) => Retrait.De(texte).ShouldBe(attendu, StringCompareShould.IgnoreCase);

    [Fact]
    public void De_AccentEnDeuxCaracteres_EstReconnu() => Retrait.De("Mme Rivie\u0300re").ShouldBe("[nom]");

    [Fact]
    public void De_SansPersonnel_NeToucheARien() => new SansNom([]).De("Mme Kervella").ShouldBe("Mme Kervella");
}
