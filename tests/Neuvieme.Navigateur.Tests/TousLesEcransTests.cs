using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Neuvieme.Demo;
using Neuvieme.Fonctions.Comptes;

namespace Neuvieme.Navigateur.Tests;

/// <summary>Chaque compte de la démonstration suit tous les liens qu'il voit : rien de cassé, rien d'inaccessible, rien de lourd.</summary>
public partial class TousLesEcransTests(Chromium chromium, ModeleDeDemo modele)
{
    [Theory, MemberData(nameof(Comptes))]
    public async Task Liens_SuivisJusquAuBout_PagesSainesAuxDeuxLargeurs(string courriel)
    {
        await using var site = await modele.Servir();
        await using var fenetre = await chromium.Fenetre(site.Adresse, largeur: 1280);
        var ecran = await Ecran.Ouvrir(fenetre);
        if (courriel.Length > 0)
        {
            await ecran.SeConnecter(courriel);
        }

        var defauts = new List<string>();
        var vus = new HashSet<string>(StringComparer.Ordinal);
        var aVoir = new Queue<string>(courriel.Length > 0 ? ["/"] : ["/comptes/connexion", "/"]);
        while (aVoir.TryDequeue(out var adresse))
        {
            if (vus.Add(Forme(adresse)) && await EstUnePage(fenetre, adresse, defauts))
            {
                defauts.AddRange(await Voir(ecran, adresse, $"{courriel.Split('@')[0]} {adresse}"));
                // Les textes sont les mêmes pour tous : qui n'a pas de compte les voit en premier.
                foreach (var lien in (await Liens(ecran.Page)).Where(l => courriel.Length == 0 || !l.StartsWith("/textes", StringComparison.Ordinal)))
                {
                    aVoir.Enqueue(lien);
                }
            }
        }

        defauts.ShouldBeEmpty();
        vus.Count.ShouldBeGreaterThan(3);
    }

    static async Task<List<string>> Voir(Ecran ecran, string adresse, string nom)
    {
        await ecran.Peser();
        await ecran.Page.GotoAsync(adresse);
        var poids = await ecran.Peser();
        List<string> defauts = [.. await ecran.Defauts(nom)];
        if (poids > 30_000 && adresse != "/comptes/connexion")
        {
            defauts.Add($"{nom} pèse {poids} octets");
        }

        if (ecran.PeserLesApercus() is > 200_000 and var dessin)
        {
            defauts.Add($"{nom} : un aperçu pèse {dessin} octets");
        }

        await ecran.Page.SetViewportSizeAsync(390, 844);
        defauts.AddRange(await ecran.Defauts(nom));
        await ecran.Page.SetViewportSizeAsync(1280, 900);
        return defauts;
    }

    /// <summary>Un compte par rôle, mais les deux agents : l'une attend, l'autre a sa lettre. Vide : sans compte.</summary>
    public static TheoryData<string> Comptes() =>
    [
        .. Demonstration.Comptes.GroupBy(c => c.Role == Role.GestionnaireRectorat ? Role.Recteur : c.Role)
            .SelectMany(g => g.Key == Role.Agent ? g : g.TakeLast(1)).Select(c => c.Courriel).Append(""),
    ];

    static Task<string[]> Liens(IPage page) => page.EvaluateAsync<string[]>(
        "[...document.querySelectorAll('a[href]')].map(a => new URL(a.href)).filter(u => u.origin === location.origin).map(u => u.pathname + u.search)");

    /// <summary>Un lien mort est un défaut ; une lettre ou un classeur se télécharge et n'est pas une page.</summary>
    static async Task<bool> EstUnePage(IBrowserContext fenetre, string adresse, List<string> defauts)
    {
        var reponse = await fenetre.APIRequest.GetAsync(adresse);
        if (reponse.Status != 200)
        {
            defauts.Add($"{adresse} répond {reponse.Status}");
            return false;
        }

        return reponse.Headers["content-type"].StartsWith("text/html", StringComparison.Ordinal);
    }

    /// <summary>« /lettres/12 » et « /lettres/15 » sont le même écran, comme deux règles ; « ?code=… » n'en fait qu'un.</summary>
    static string Forme(string adresse) => Valeur().Replace(Nombre().Replace(adresse, "/n"), "=");

    [GeneratedRegex(@"/(\d+|[A-Z]{3,4}-[A-Z0-9-]+)")]
    private static partial Regex Nombre();

    [GeneratedRegex("=[^&]*")]
    private static partial Regex Valeur();
}
