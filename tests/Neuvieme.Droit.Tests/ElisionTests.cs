namespace Neuvieme.Droit.Tests;

/// <summary>« de » devant un nom : la règle de l'usage, avec le y qui s'élide devant une consonne seulement.</summary>
public sealed class ElisionTests
{
    [Theory]
    [InlineData("octobre", "d'octobre")]
    [InlineData("août", "d'août")]
    [InlineData("mars", "de mars")]
    [InlineData("Éléonore", "d'Éléonore")]
    [InlineData("Hélène", "d'Hélène")]
    [InlineData("Yves", "d'Yves")]
    [InlineData("Yvonne", "d'Yvonne")]
    [InlineData("Yann", "de Yann")]
    [InlineData("Yasmine", "de Yasmine")]
    [InlineData("Y", "de Y")]
    [InlineData("", "de ")]
    public void De_s_elide_comme_a_l_oral(string nom, string attendu) => Elision.De(nom).ShouldBe(attendu);
}
