using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using Neuvieme.Demo;
using Neuvieme.Socle.Web;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Architecture;

/// <summary>Chaque page, vue par chaque rôle : elle s'ouvre à ceux qu'elle nomme, se ferme aux autres, et mène à la connexion qui n'a pas de compte.</summary>
public partial class AccesTests
{
    [Fact]
    public async Task PagesFermees_SansCompte_MenentALaConnexion()
    {
        await using var serveur = await ServeurDeTest.Demarrer(Base.Sqlite);
        using var visiteur = serveur.Visiteur();
        foreach (var ecran in await Fermees())
        {
            using var reponse = await visiteur.Obtenir(Exemple(ecran.Adresse));
            reponse.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/comptes/connexion", ecran.Adresse);
        }
    }

    [Theory, MemberData(nameof(Comptes))]
    public async Task PagesFermees_AUnRoleQuiNEstPasNomme_Refusees(string courriel)
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite);
        using var visiteur = await serveur.Visiteur(courriel);
        var role = Demonstration.Comptes.Single(c => c.Courriel == courriel).Role;
        foreach (var ecran in await Fermees())
        {
            var ouverte = ecran.Modele.GetCustomAttribute<AccesAttribute>(inherit: true)!.Roles.Contains(role);
            using var reponse = await visiteur.Obtenir(Exemple(ecran.Adresse));
            if (ouverte)
            {
                ((int)reponse.StatusCode).ShouldBeLessThan(500, $"{role} sur {ecran.Adresse}");
                reponse.StatusCode.ShouldNotBe(HttpStatusCode.Forbidden, $"{role} sur {ecran.Adresse}");
            }
            else
            {
                reponse.StatusCode.ShouldBe(HttpStatusCode.Forbidden, $"{role} sur {ecran.Adresse}");
            }
        }
    }

    /// <summary>Envoyer un formulaire à une page qui n'en reçoit pas n'est pas une panne : c'est refusé, sans la rendre à demi chargée.</summary>
    [Theory]
    [InlineData("principal@demo.neuvieme.fr", "/repartition")]
    [InlineData("principal@demo.neuvieme.fr", "/suivi")]
    [InlineData("recteur@demo.neuvieme.fr", "/etablissements")]
    public async Task PageSansFormulaire_FormulaireEnvoye_MethodeRefusee(string courriel, string adresse)
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite);
        using var visiteur = await serveur.Visiteur(courriel);
        var jeton = (await visiteur.Page(adresse)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        using var corps = new FormUrlEncodedContent([new("__RequestVerificationToken", jeton)]);
        using var reponse = await visiteur.Http.PostAsync(adresse, corps, TestContext.Current.CancellationToken);

        reponse.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }

    public static TheoryData<string> Comptes() => [.. Demonstration.Comptes.DistinctBy(c => c.Role).Select(c => c.Courriel)];

    static async Task<List<Ecran>> Fermees() => [.. (await Carte.Relever()).Ecrans.Where(e => e.Modele.IsDefined(typeof(AccesAttribute), inherit: true))];

    /// <summary>Une adresse réelle de cette forme ; l'objet 999999 n'existe pas : qui a le droit reçoit « introuvable », pas « interdit ».</summary>
    static string Exemple(string adresse) => Parametre().Replace(adresse, "999999");

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parametre();
}
