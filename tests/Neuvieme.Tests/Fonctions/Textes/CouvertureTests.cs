using System.Text.Json.Nodes;
using Neuvieme.Droit.Couverture;
using Neuvieme.Tests.Architecture;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.Textes;

/// <summary>Le registre du relevé, à l'écran et à la commande.</summary>
public class CouvertureTests
{
    [Fact]
    public async Task Page_ChaquePointALAncreSonEtatEtCeQuiLeTient()
    {
        await using var serveur = await ServeurDeTest.Demarrer(Base.Sqlite);
        using var visiteur = serveur.Visiteur();

        var page = await visiteur.Page("/textes/couverture");

        foreach (var p in ReleveDeCouverture.Points)
        {
            var ligne = page.GetElementById(p.Id).ShouldNotBeNull(p.Id);
            ligne.TextContent.ShouldContain(p.Objet);
            p.Regles.ShouldAllBe(r => ligne.QuerySelector($"a[href='/textes/regles/{r.Code}']") != null);
            if (p.Etat == EtatCouverture.NonCodee) ligne.TextContent.ShouldContain(p.Raison!);
            if (p.Etat == EtatCouverture.Application) ligne.TextContent.ShouldContain(p.Adresse!);
        }
    }

    [Theory]
    [InlineData("etat=non-codee", EtatCouverture.NonCodee)]
    [InlineData("etat=application", EtatCouverture.Application)]
    [InlineData("etat=parametre", EtatCouverture.Parametre)]
    [InlineData("etat=codee", EtatCouverture.Codee)]
    public async Task Filtre_ParEtat_NeMontreQueLui(string requete, EtatCouverture etat)
    {
        await using var serveur = await ServeurDeTest.Demarrer(Base.Sqlite);
        using var visiteur = serveur.Visiteur();

        var page = await visiteur.Page("/textes/couverture?" + requete);

        page.QuerySelectorAll("tr.n-loi").Select(l => l.Id).ShouldBe(ReleveDeCouverture.Points.Where(p => p.Etat == etat).Select(p => p.Id));
        page.QuerySelector("#etat option[selected]").ShouldNotBeNull();
    }

    [Fact]
    public async Task Filtre_ParTexteEtParMot_SansJavaScript()
    {
        await using var serveur = await ServeurDeTest.Demarrer(Base.Sqlite);
        using var visiteur = serveur.Visiteur();

        var parTexte = await visiteur.Page("/textes/couverture?texte=" + Uri.EscapeDataString("décret n° 2024-577 du 21 juin 2024"));
        var parMot = await visiteur.Page("/textes/couverture?recherche=apsa");
        var inconnu = await visiteur.Page("/textes/couverture?etat=zzz");
        var rien = await visiteur.Page("/textes/couverture?recherche=zzz");

        parTexte.QuerySelectorAll("tr.n-loi").Select(l => l.Id).ShouldBe(["R094", "R124", "R177"]);
        parMot.GetElementById("R103").ShouldNotBeNull();
        parMot.GetElementById("R001").ShouldBeNull();
        inconnu.QuerySelectorAll("tr.n-loi").Length.ShouldBe(266);
        rien.QuerySelector(".n-vide").ShouldNotBeNull();
    }

    /// <summary>Un écran qui n'existe pas, un test qui n'existe plus : le registre mentirait.</summary>
    [Fact]
    public async Task Preuves_LEcranEtLeTestExistent()
    {
        var ecrans = (await Carte.Relever()).Ecrans.Select(e => e.Adresse.Split("/{")[0]).ToHashSet(StringComparer.Ordinal);
        var tests = typeof(CouvertureTests).Assembly.GetTypes().SelectMany(t => t.GetMethods(), (t, m) => $"{t.Name}.{m.Name}").ToHashSet(StringComparer.Ordinal);
        var tenus = ReleveDeCouverture.Points.Where(p => p.Adresse is not null).ToList();

        tenus.Select(p => p.Adresse!).Except(ecrans).ShouldBeEmpty();
        tenus.Select(p => p.Preuve!).Except(tests).ShouldBeEmpty();
    }

    [Fact]
    public async Task Commande_UneLigneParPoint_PuisLeBilan()
    {
        var r = await LigneDeCommande.Lancer("droit", "couverture");

        r.Code.ShouldBe(0, r.Erreurs);
        var lignes = r.Sortie.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lignes.Length.ShouldBe(267);
        lignes[102].ShouldStartWith("R103");
        lignes[102].ShouldContain("IMP-APSA-SEUILS");
        int[] comptes = [.. Enum.GetValues<EtatCouverture>().Select(ReleveDeCouverture.Nombre)];
        lignes[^1].ShouldBe($"266 points : {comptes[0]} codés, {comptes[1]} codés au choix de l’académie, {comptes[2]} tenus par l’application, {comptes[3]} non codés.");
    }

    [Fact]
    public async Task Commande_Json_ChaquePointEtSesRegles()
    {
        var r = await LigneDeCommande.Lancer("droit", "couverture", "--json");

        JsonArray points = JsonNode.Parse(r.Sortie)!.AsArray();
        points.Count.ShouldBe(266);
        JsonNode mois = points.Single(p => p!["id"]!.GetValue<string>() == "R069")!;
        mois["etat"]!.GetValue<string>().ShouldBe("parametre");
        mois["parametre"]!.GetValue<string>().ShouldBe("PremierMois");
        mois["regles"]!.AsArray().Select(x => x!.GetValue<string>()).ShouldBe(["IMP-VERSEMENT"]);
        JsonNode pension = points.Single(p => p!["id"]!.GetValue<string>() == "R255")!;
        (pension["etat"]!.GetValue<string>(), pension["raison"]!.GetValue<string>().Length > 20).ShouldBe(("non-codee", true));
    }
}
