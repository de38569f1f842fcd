using System.Text.RegularExpressions;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle.Web;
using Neuvieme.Tests.Commun;

namespace Neuvieme.Tests.Architecture;

/// <summary>Le menu, l'adresse, la commande et le dossier disent les mêmes mots ; rien n'est offert sans dossier, aucun dossier sans porte.</summary>
public partial class CarteTests
{
    /// <summary>Dossiers de second rang qui servent plusieurs actions sans en être une.</summary>
    static readonly Dictionary<string, string> Communs = new(StringComparer.Ordinal)
    {
        ["Lettres/Composer"] = "la lettre se compose pareil pour l'établissement et pour la rentrée en une commande",
    };

    [Fact]
    public async Task Pages_AdresseEgaleDossier()
    {
        var carte = await Carte.Relever();
        carte.Ecrans.ShouldNotBeEmpty();
        carte.Ecrans.Where(e => SansParametres(e.Adresse) != Carte.AdresseDe(e.Dossier)).Select(e => $"{e.Dossier} répond à {e.Adresse}").ShouldBeEmpty();
    }

    [Fact]
    public async Task Pages_DisentQuiEntre()
    {
        var carte = await Carte.Relever();
        carte.Ecrans.Where(e => e.Qui is "personne" or "").Select(e => e.Adresse).ShouldBeEmpty();
    }

    [Fact]
    public async Task Interfaces_AdresseEgaleDossier()
    {
        var carte = await Carte.Relever();
        carte.Api.Where(a => a.Dossier.Length == 0 || !Repond(SansParametres(a.Adresse), Carte.AdresseDe(a.Dossier)))
            .Select(a => $"{a.Methode} {a.Adresse} vient de « {a.Dossier} »").ShouldBeEmpty();
    }

    [Fact]
    public async Task Commandes_OntLeurDossier()
    {
        var carte = await Carte.Relever();
        carte.Verbes.ShouldNotBeEmpty();
        carte.Verbes.Where(v => carte.DossierDe(v) is var d && (d == "?" || (d.Length > 0 && !carte.Dossiers.Contains(d)))).Select(v => v.Chemin).ShouldBeEmpty();
        carte.Verbes.Where(v => v.Description.Length == 0).Select(v => v.Chemin).ShouldBeEmpty();
    }

    [Fact]
    public async Task Dossiers_OntUnePorte()
    {
        var carte = await Carte.Relever();
        var portes = carte.Ecrans.Select(e => e.Dossier).Concat(carte.Api.Select(a => a.Dossier)).Concat(carte.Verbes.Select(carte.DossierDe)).ToHashSet(StringComparer.Ordinal);
        carte.Dossiers.Where(d => d.Contains('/') && !portes.Contains(d) && !Communs.ContainsKey(d)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Menu_ChaqueEntreeMeneAUnePage()
    {
        var carte = await Carte.Relever();
        var pages = carte.Ecrans.ToLookup(e => SansParametres(e.Adresse), StringComparer.Ordinal);
        var morts = from role in Enum.GetValues<Role>().Cast<Role?>().Append(null)
                    from prive in (bool[])[false, true]
                    from entree in Menu.Pour(role, prive)
                    where !pages[entree.Adresse].Any(e => Ouvre(e, role))
                    select $"{role?.ToString() ?? "sans compte"} : {entree.Nom} ({entree.Adresse})";
        morts.ShouldBeEmpty();
    }

    [Fact]
    public async Task CarteMd_AJour()
    {
        var attendue = (await Carte.Relever()).EnMarkdown();
        var fichier = Depot.Chemin("CARTE.md");
        if (Environment.GetEnvironmentVariable("NEUVIEME_ECRIRE") == "1")
        {
            await File.WriteAllTextAsync(fichier, attendue, TestContext.Current.CancellationToken);
        }

        var actuelle = File.Exists(fichier) ? await File.ReadAllTextAsync(fichier, TestContext.Current.CancellationToken) : "";
        if (Differences(actuelle, attendue) is { Length: > 0 } ecarts)
        {
            Assert.Fail($"CARTE.md n'est plus à jour (NEUVIEME_ECRIRE=1 scripts/test --fonctions la récrit) :\n{ecarts}");
        }
    }

    static bool Ouvre(Ecran ecran, Role? role) => ecran.Qui == "tous" || (role is { } r && (ecran.Qui == "tout compte" || ecran.Qui.Split(", ").Contains(Habilitation.Libelle(r))));

    static string Differences(string actuelle, string attendue)
    {
        var (a, b) = (actuelle.Split('\n'), attendue.Split('\n'));
        return string.Join('\n', a.Except(b).Select(l => "- " + l).Concat(b.Except(a).Select(l => "+ " + l)));
    }

    static bool Repond(string adresse, string dossier) => adresse == dossier || adresse == "/api" + dossier;

    static string SansParametres(string adresse) => Parametre().Replace(adresse, "") is { Length: > 0 } a ? a : "/";

    [GeneratedRegex(@"/\{[^}]*\}")]
    private static partial Regex Parametre();
}
