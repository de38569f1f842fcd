using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Neuvieme.Navigateur.Tests.Chromium))]

namespace Neuvieme.Navigateur.Tests;

/// <summary>Le Chromium de la machine, lancé une fois pour tous les parcours ; sans lui, ils se disent ignorés.</summary>
public sealed class Chromium : IAsyncLifetime
{
    static readonly string? Programme = Environment.GetEnvironmentVariable("NEUVIEME_TEST_CHROMIUM") is { Length: > 0 } c ? c
        : File.Exists("/usr/bin/chromium") ? "/usr/bin/chromium" : null;

    IPlaywright? _playwright;
    IBrowser? _navigateur;

    public async ValueTask InitializeAsync()
    {
        if (Programme is null)
        {
            return;
        }

        _playwright = await Playwright.CreateAsync();
        _navigateur = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Programme,
            Headless = true,
            Args =
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
            ],
        });
    }

    /// <summary>Une fenêtre neuve, sans cookie ni cache.</summary>
    public async Task<IBrowserContext> Fenetre(Uri site, int largeur, bool javaScript = true)
    {
        Assert.SkipWhen(_navigateur is null, "ignoré : Chromium absent");
        return await _navigateur!.NewContextAsync(new()
        {
            BaseURL = site.ToString(),
            ViewportSize = new() { Width = largeur, Height = largeur < 600 ? 844 : 900 },
            JavaScriptEnabled = javaScript,
            Locale = "fr-FR",
            AcceptDownloads = true,
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_navigateur is not null)
        {
            await _navigateur.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}
