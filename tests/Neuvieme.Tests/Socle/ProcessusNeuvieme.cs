using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Neuvieme.Tests.Socle;

/// <summary>Un vrai processus « neuvieme », que l'on peut tuer au milieu de ce qu'il fait, lui ou ses moteurs de documents.</summary>
sealed class ProcessusNeuvieme : IAsyncDisposable
{
    readonly Process _processus;
    readonly StringBuilder _dit = new();

    ProcessusNeuvieme(Process processus) => _processus = processus;

    public string Dit
    {
        get
        {
            lock (_dit)
            {
                return _dit.ToString();
            }
        }
    }

    public static ProcessusNeuvieme Lancer(string[] arguments, params (string Nom, string Valeur)[] environnement)
    {
        var depart = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "neuvieme.dll"), .. arguments])
        {
            UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8, StandardErrorEncoding = Encoding.UTF8, WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var (nom, valeur) in environnement)
        {
            depart.Environment[nom] = valeur;
        }

        var lance = new ProcessusNeuvieme(new Process { StartInfo = depart });
        lance._processus.OutputDataReceived += lance.Noter;
        lance._processus.ErrorDataReceived += lance.Noter;
        lance._processus.Start();
        lance._processus.BeginOutputReadLine();
        lance._processus.BeginErrorReadLine();
        return lance;
    }

    void Noter(object sender, DataReceivedEventArgs e)
    {
        lock (_dit)
        {
            _dit.AppendLine(e.Data);
        }
    }

    /// <summary>SIGKILL : rien n'est rangé, rien n'est dit.</summary>
    public async Task Tuer()
    {
        _processus.Kill();
        await _processus.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public async Task<int> Fin(TimeSpan delai)
    {
        using var limite = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limite.CancelAfter(delai);
        try
        {
            await _processus.WaitForExitAsync(limite.Token);
        }
        catch (OperationCanceledException trop) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"neuvieme ne rend pas la main.\n{Dit}", trop);
        }

        return _processus.ExitCode;
    }

    /// <summary>Ses processus Node, lus dans /proc : ceux des autres tests ne sont pas les siens.</summary>
    public List<int> Moteurs()
    {
        List<int> moteurs = [];
        foreach (var node in Process.GetProcessesByName("node"))
        {
            using (node)
            {
                try
                {
                    var etat = File.ReadAllText($"/proc/{node.Id}/stat");
                    if (int.Parse(etat[(etat.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture) == _processus.Id)
                    {
                        moteurs.Add(node.Id);
                    }
                }
                catch (Exception e) when (e is IOException or InvalidOperationException)
                {
                    // Terminé entre-temps.
                }
            }
        }

        return moteurs;
    }

    /// <summary>« KILL » le tue, « STOP » le fige sans le tuer.</summary>
    public static async Task Signaler(int pid, string signal)
    {
        using var kill = Process.Start("kill", ["-" + signal, pid.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_processus.HasExited)
        {
            _processus.Kill(entireProcessTree: true);
            await _processus.WaitForExitAsync();
        }

        _processus.Dispose();
    }
}
