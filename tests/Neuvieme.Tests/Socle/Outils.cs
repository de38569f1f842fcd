using System.Diagnostics;
using System.Text;

namespace Neuvieme.Tests.Socle;

/// <summary>Les outils PDF de la machine ; le test est ignoré s'ils manquent.</summary>
static class Outils
{
    /// <summary>Le texte d'un PDF, sans aucun blanc : les coupures de ligne ne comptent pas.</summary>
    public static async Task<string> TexteSansBlancs(byte[] pdf) => SansBlancs(await Lancer("pdftotext", pdf, "-raw", "{}", "-"));

    public static string SansBlancs(string texte) => string.Concat(texte.Where(c => !char.IsWhiteSpace(c)));

    public static async Task<string> Lancer(string outil, byte[] pdf, params string[] arguments)
    {
        var fichier = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(fichier, pdf);
            using var p = Process.Start(new ProcessStartInfo(outil, arguments.Select(a => a == "{}" ? fichier : a))
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardOutputEncoding = Encoding.UTF8,
            })!;
            var erreurs = p.StandardError.ReadToEndAsync();
            var sortie = await p.StandardOutput.ReadToEndAsync();
            await p.WaitForExitAsync();
            p.ExitCode.ShouldBe(0, await erreurs);
            return sortie;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip($"ignoré : {outil} absent");
            throw;
        }
        finally
        {
            File.Delete(fichier);
        }
    }
}
