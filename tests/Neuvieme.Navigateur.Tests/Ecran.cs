using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Neuvieme.Navigateur.Tests;

/// <summary>Une page ouverte, que l'on pèse, que l'on examine et dont on garde l'image.</summary>
sealed partial class Ecran(IPage page, Pesee pesee)
{
    static readonly string? Captures = Environment.GetEnvironmentVariable("NEUVIEME_CAPTURES") is { Length: > 0 } d ? d : null;
    static readonly string MoteurAxe = new BundledAxeScriptProvider().GetScript();
    static int s_rang;

    public IPage Page => page;

    public static async Task<Ecran> Ouvrir(IBrowserContext fenetre)
    {
        var page = await fenetre.NewPageAsync();
        page.SetDefaultTimeout(30_000);
        return new(page, await Pesee.Brancher(page));
    }

    public async Task Aller(string adresse)
    {
        var reponse = await page.GotoAsync(adresse);
        reponse!.Status.ShouldBe(200, adresse);
    }

    public async Task SeConnecter(string courriel)
    {
        await Aller("/comptes/connexion");
        await page.GetByLabel("Adresse de courriel").FillAsync(courriel);
        await page.GetByLabel("Mot de passe").FillAsync(Demo.Demonstration.MotDePasse);
        await Cliquer("Se connecter");
        page.Url.ShouldNotContain("/comptes/connexion");
    }

    /// <summary>Appuie sur un bouton ou suit un lien du contenu, et attend la page d'arrivée.</summary>
    public async Task Cliquer(string texte)
    {
        var contenu = page.Locator("main");
        var cible = contenu.GetByRole(AriaRole.Button, new() { Name = texte }).Or(contenu.GetByRole(AriaRole.Link, new() { Name = texte })).First;
        // Tout est formulaire ou lien : l'attente se pose avant le clic, sinon la page d'avant passe pour celle d'arrivée.
        var arrivee = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Charger(object? emetteur, IPage chargee) => arrivee.TrySetResult();
        page.Load += Charger;
        try
        {
            await cible.ClickAsync();
            await arrivee.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        }
        finally
        {
            page.Load -= Charger;
        }
    }

    public Task<string> Texte() => page.Locator("main").InnerTextAsync();

    /// <summary>Octets reçus depuis la pesée précédente, compressés ; tout ce que la page demande est arrivé.</summary>
    public async Task<long> Peser()
    {
        await page.WaitForLoadStateAsync(LoadState.Load);
        await pesee.ToutRecu();
        return pesee.Prendre();
    }

    public long PeserLesApercus() => pesee.PrendreDessins();

    /// <summary>Les défauts de la page telle qu'elle est : accessibilité sérieuse ou critique, débordement ; garde l'image si on la demande.</summary>
    public async Task<IReadOnlyList<string>> Defauts(string nom)
    {
        var largeur = page.ViewportSize!.Width;
        if (Captures is not null)
        {
            Directory.CreateDirectory(Captures);
            await page.ScreenshotAsync(new() { Path = Path.Combine(Captures, $"{Interlocked.Increment(ref s_rang):000}-{Simple().Replace(nom, "-")}-{largeur}.png"), FullPage = true });
        }

        await page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
        var defauts = (await Axe()).Select(d => $"{nom} à {largeur} px : {d}").ToList();
        var debord = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (debord > 0)
        {
            defauts.Add($"{nom} déborde de {debord} px à {largeur} px");
        }

        defauts.AddRange((await Sortis()).Select(d => $"{nom} à {largeur} px : {d} sort de son cadre"));
        if ((await page.TitleAsync()).StartsWith('—'))
        {
            defauts.Add($"{nom} : l’onglet n’a pas de titre");
        }

        return defauts;
    }

    public async Task Examiner(string nom) => (await Defauts(nom)).ShouldBeEmpty(page.Url);

    /// <summary>Les champs et boutons qui dépassent de leur carte, de leur cadre ou de leur cellule.</summary>
    Task<string[]> Sortis() => page.EvaluateAsync<string[]>("""
        () => [...document.querySelectorAll('main :is(input:not([type=hidden]), select, textarea, button, .fr-btn)')].filter(e => {
          const cadre = e.closest('.n-carte, fieldset, td, .n-vide');
          return cadre && e.offsetWidth > 1 && e.getBoundingClientRect().right > cadre.getBoundingClientRect().right + 1;
        }).map(e => `${e.tagName.toLowerCase()} ${e.name || e.textContent.trim()}`)
        """);

    /// <summary>Les défauts sérieux ou critiques ; le moteur ne se charge qu'une fois par page.</summary>
    async Task<string[]> Axe()
    {
        if (!await page.EvaluateAsync<bool>("typeof window.axe === 'object'"))
        {
            await page.EvaluateAsync(MoteurAxe);
        }

        return await page.EvaluateAsync<string[]>("""
            () => axe.run(document, { resultTypes: ['violations'] }).then(r => r.violations
              .filter(v => v.impact === 'serious' || v.impact === 'critical')
              .map(v => `${v.impact} ${v.id} : ${v.help} — ${v.nodes.slice(0, 3).map(n => n.html).join(' ; ')}`))
            """);
    }

    [GeneratedRegex("[^A-Za-z0-9]+")]
    private static partial Regex Simple();
}

/// <summary>Compte ce qui passe vraiment sur le réseau, tel que Chromium le reçoit ; ce qui sort du cache ne compte pas.</summary>
sealed class Pesee
{
    readonly ConcurrentDictionary<string, bool> _enCours = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<string, bool> _apercus = new(StringComparer.Ordinal);
    long _octets;
    long _dessins;

    public static async Task<Pesee> Brancher(IPage page)
    {
        var pesee = new Pesee();
        var cdp = await page.Context.NewCDPSessionAsync(page);
        await cdp.SendAsync("Network.enable");
        cdp.Event("Network.requestWillBeSent").OnEvent += (emetteur, e) =>
        {
            pesee._enCours[Id(e)] = true;
            // Un document dessiné à la demande pèse ce que pèse un document : il a sa propre borne.
            if (e!.Value.GetProperty("request").GetProperty("url").GetString()!.EndsWith("handler=Apercu", StringComparison.Ordinal))
            {
                pesee._apercus[Id(e)] = true;
            }
        };
        cdp.Event("Network.loadingFailed").OnEvent += (emetteur, e) => pesee._enCours.TryRemove(Id(e), out _);
        cdp.Event("Network.loadingFinished").OnEvent += (emetteur, e) =>
        {
            var recus = (long)e!.Value.GetProperty("encodedDataLength").GetDouble();
            _ = pesee._apercus.ContainsKey(Id(e)) ? Interlocked.Add(ref pesee._dessins, recus) : Interlocked.Add(ref pesee._octets, recus);
            pesee._enCours.TryRemove(Id(e), out _);
        };
        return pesee;
    }

    public async Task ToutRecu()
    {
        for (var essai = 0; essai < 100 && !_enCours.IsEmpty; essai++)
        {
            await Task.Delay(20);
        }
    }

    public long Prendre() => Interlocked.Exchange(ref _octets, 0);

    /// <summary>Les aperçus de documents, à part des pages.</summary>
    public long PrendreDessins() => Interlocked.Exchange(ref _dessins, 0);

    static string Id(JsonElement? evenement) => evenement!.Value.GetProperty("requestId").GetString()!;
}
