using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Neuvieme.Socle.Courrier;
using Neuvieme.Tests.Commun;

namespace Neuvieme.Tests.Socle.Courrier;

/// <summary>Un message tel que la boîte l'a reçu et décodé, par un autre programme que le nôtre.</summary>
public sealed record MessageRecu(string De, string[] A, string[][] Entetes, string Texte, string Brut)
{
    public IEnumerable<string> Tous(string nom) => Entetes.Where(e => e[0].Equals(nom, StringComparison.OrdinalIgnoreCase)).Select(e => e[1]);

    public string Entete(string nom) => Tous(nom).Single();
}

/// <summary>Un serveur SMTP de la boucle locale, que le test arrête et relance ; les messages restent dans son dossier.</summary>
public sealed class BoiteSmtp : IAsyncDisposable
{
    static readonly JsonSerializerOptions Json = new() { PropertyNameCaseInsensitive = true };
    readonly string _dossier = Directory.CreateTempSubdirectory("neuvieme-boite-").FullName;
    Process? _processus;

    public int Port { get; } = PortLibre();

    public static async Task<BoiteSmtp> Ouvrir()
    {
        var boite = new BoiteSmtp();
        await boite.Demarrer();
        return boite;
    }

    /// <summary>Les réglages d'un site qui envoie par cette boîte.</summary>
    public ReglagesCourrier Reglages
    {
        get
        {
            var (lus, refus) = ReglagesCourrier.Lire($"smtp://127.0.0.1:{Port}", "Neuvième <ne-pas-repondre@neuvieme.test>", "https://neuvieme.test/", null, new("http://127.0.0.1"));
            refus.ShouldBeEmpty();
            return lus! with { Cadence = TimeSpan.FromMilliseconds(50) };
        }
    }

    public async Task Demarrer()
    {
        var script = Depot.Chemin("tests/Neuvieme.Tests/Socle/Courrier/boite.py");
        foreach (var python in new[] { Environment.GetEnvironmentVariable("NEUVIEME_TEST_PYTHON"), "python3", "/usr/bin/python3" }.Where(p => !string.IsNullOrEmpty(p)))
        {
            if (await Lancer(python!, script) is { } lance)
            {
                _processus = lance;
                return;
            }
        }

        Assert.Skip("ignoré : python3-aiosmtpd absent (Debian : apt install python3-aiosmtpd)");
    }

    async Task<Process?> Lancer(string python, string script)
    {
        try
        {
            var p = Process.Start(new ProcessStartInfo(python, [script, Port.ToString(), _dossier]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
            if (await p.StandardOutput.ReadLineAsync() == "pret")
            {
                return p;
            }

            var erreurs = await p.StandardError.ReadToEndAsync();
            p.Dispose();
            return erreurs.Contains("aiosmtpd", StringComparison.Ordinal) && erreurs.Contains("ModuleNotFoundError", StringComparison.Ordinal) ? null : throw new InvalidOperationException(erreurs);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    /// <summary>D'un coup, comme un serveur qui tombe.</summary>
    public async Task Arreter()
    {
        _processus!.Kill();
        await _processus.WaitForExitAsync();
        _processus.Dispose();
        _processus = null;
    }

    public IReadOnlyList<MessageRecu> Recus() => [.. Directory.GetFiles(_dossier, "*.json").Order(StringComparer.Ordinal).Select(f => JsonSerializer.Deserialize<MessageRecu>(File.ReadAllText(f), Json)!)];

    static int PortLibre()
    {
        using var prise = new TcpListener(IPAddress.Loopback, 0);
        prise.Start();
        return ((IPEndPoint)prise.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        if (_processus is not null)
        {
            await Arreter();
        }

        Directory.Delete(_dossier, recursive: true);
    }
}
