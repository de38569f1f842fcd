using System.Diagnostics;
using System.Text;

namespace Neuvieme.Tests.Socle;

/// <summary>Lance <c>neuvieme</c> comme le ferait une personne : un vrai processus, un code de sortie, deux flux.</summary>
public static class LigneDeCommande
{
    static readonly string Programme = Path.Combine(AppContext.BaseDirectory, "neuvieme.dll");

    public sealed record Resultat(int Code, string Sortie, string Erreurs)
    {
        public override string ToString() => $"code {Code}\n--- sortie\n{Sortie}\n--- erreurs\n{Erreurs}";
    }

    public static Task<Resultat> Lancer(params string[] arguments) => Lancer(arguments, entree: null);

    public static async Task<Resultat> Lancer(string[] arguments, string? entree = null, string? dossier = null, TimeSpan? delai = null)
    {
        using var processus = Process.Start(new ProcessStartInfo("dotnet", [Programme, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            WorkingDirectory = dossier ?? Path.GetTempPath(),
        })!;
        var sortie = processus.StandardOutput.ReadToEndAsync();
        var erreurs = processus.StandardError.ReadToEndAsync();
        await Ecrire(processus, entree);
        using var limite = new CancellationTokenSource(delai ?? TimeSpan.FromSeconds(60));
        try
        {
            await processus.WaitForExitAsync(limite.Token);
        }
        catch (OperationCanceledException trop)
        {
            processus.Kill(entireProcessTree: true);
            throw new TimeoutException($"neuvieme {string.Join(' ', arguments)} ne rend pas la main.\n{await sortie}\n{await erreurs}", trop);
        }

        return new(processus.ExitCode, await sortie, await erreurs);
    }

    static async Task Ecrire(Process processus, string? entree)
    {
        try
        {
            await processus.StandardInput.WriteAsync(entree);
            processus.StandardInput.Close();
        }
        catch (IOException)
        {
            // Le programme a refusé avant de tout lire : son code de sortie le dira.
        }
    }
}
