using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Neuvieme.Socle.Documents;

/// <summary>Le processus est mort, muet ou a dépassé son délai : le rendu peut être retenté ailleurs.</summary>
/// <param name="borne">Le rendu a passé le délai ou la mémoire qui lui sont donnés.</param>
sealed class ProcessusPerdu(string message, Exception? cause = null, bool borne = false) : Exception(message, cause)
{
    public bool Borne { get; } = borne;
}

/// <summary>Un processus Node qui rend un document à la fois ; il s'arrête de lui-même si le nôtre disparaît (fin de son entrée).</summary>
sealed class ProcessusTypst : IAsyncDisposable
{
    const int EnteteMaximale = 64 * 1024;
    readonly Process _processus;
    readonly Stream _entree;
    readonly BufferedStream _sortie;
    readonly StringBuilder _plaintes = new();
    readonly long? _memoireMaximale;
    long _numero;

    ProcessusTypst(Process processus, long? memoireMaximale)
    {
        _memoireMaximale = memoireMaximale;
        _processus = processus;
        _entree = processus.StandardInput.BaseStream;
        _sortie = new(processus.StandardOutput.BaseStream, 64 * 1024);
        processus.ErrorDataReceived += (_, e) =>
        {
            lock (_plaintes)
            {
                if (e.Data is not null && _plaintes.Length < 2000) _plaintes.AppendLine(e.Data);
            }
        };
        processus.BeginErrorReadLine();
    }

    public long Documents => _numero;

    internal int Id => _processus.Id;

    public static async Task<ProcessusTypst> Demarrer(OptionsMoteur options, CancellationToken ct)
    {
        if (options.Modules is not { } modules) throw new DocumentImpossibleException(LieuxDocuments.ModulesAbsents);
        var depart = new ProcessStartInfo(options.Node)
        {
            ArgumentList = { LieuxDocuments.Moteur(), modules, options.Modeles },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = options.Modeles,
        };
        ProcessusTypst processus;
        try
        {
            processus = new(Process.Start(depart)!, options.MemoireMaximale);
        }
        catch (Win32Exception e)
        {
            throw new DocumentImpossibleException(LieuxDocuments.NodeAbsent, e);
        }

        try
        {
            JsonObject salut = await processus.Attendre(processus.LireEntete, options.DelaiDemarrage, ct);
            if ((bool?)salut["pret"] == true) return processus;
            throw new DocumentImpossibleException($"Node {salut["node"]} est trop ancien. {LieuxDocuments.NodeAbsent}");
        }
        catch
        {
            await processus.DisposeAsync();
            throw;
        }
    }

    /// <exception cref="DocumentImpossibleException">Le modèle est fautif : le processus reste bon.</exception>
    /// <exception cref="ProcessusPerdu">Le processus ne l'est plus.</exception>
    public Task<DocumentRendu> Rendre(byte[] requete, TimeSpan delai, CancellationToken ct) => Attendre(
        async fin =>
        {
            long id = ++_numero;
            // La requête est un objet JSON : son numéro s'ajoute en tête, sans la désérialiser.
            await _entree.WriteAsync(Encoding.UTF8.GetBytes($"{{\"id\":{id},"), fin);
            await _entree.WriteAsync(requete.AsMemory(1), fin);
            await _entree.WriteAsync("\n"u8.ToArray(), fin);
            await _entree.FlushAsync(fin);
            JsonObject entete = await LireEntete(fin);
            if ((long?)entete["id"] != id) throw new ProcessusPerdu("réponse d'une autre demande");
            if ((string?)entete["erreur"] is { } erreur) throw new DocumentImpossibleException(Message(entete, erreur)) { DuModele = entete["fichier"] is not null };
            byte[] pdf = new byte[(int)entete["octets"]!];
            await _sortie.ReadExactlyAsync(pdf, fin);
            return new DocumentRendu(pdf, [.. entete["remplaces"]!.AsArray().Select(c => (string)c!)]);
        },
        delai, ct);

    static string Message(JsonObject entete, string erreur)
    {
        string lieu = (string?)entete["fichier"] is { } fichier ? $"{fichier}{((int?)entete["ligne"] is { } l ? $", ligne {l}" : "")} : " : "";
        return $"Modèle de document refusé — {lieu}{erreur}";
    }

    async Task<JsonObject> LireEntete(CancellationToken ct)
    {
        using var ligne = new MemoryStream();
        byte[] un = new byte[1];
        while (true)
        {
            if (await _sortie.ReadAsync(un, ct) == 0) throw new EndOfStreamException();
            if (un[0] == (byte)'\n') break;
            if (ligne.Length >= EnteteMaximale) throw new ProcessusPerdu("réponse illisible");
            ligne.WriteByte(un[0]);
        }

        return JsonNode.Parse(ligne.ToArray()) as JsonObject ?? throw new ProcessusPerdu("réponse illisible");
    }

    async Task<T> Attendre<T>(Func<CancellationToken, Task<T>> travail, TimeSpan delai, CancellationToken ct)
    {
        using var limite = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limite.CancelAfter(delai);
        using var fini = CancellationTokenSource.CreateLinkedTokenSource(limite.Token);
        Task<bool> garde = _memoireMaximale is { } octets ? Garder(octets, limite, fini.Token) : Task.FromResult(false);
        try
        {
            return await travail(limite.Token);
        }
        catch (OperationCanceledException e)
        {
            string raison = ct.IsCancellationRequested ? "arrêt demandé" : await garde ? $"plus de {_memoireMaximale >> 20} Mo de mémoire" : $"aucune réponse en {delai.TotalSeconds:0} s";
            throw new ProcessusPerdu(raison, e, !ct.IsCancellationRequested);
        }
        catch (Exception e) when (e is IOException or JsonException or InvalidOperationException or ObjectDisposedException)
        {
            throw new ProcessusPerdu(await Plaintes(), e);
        }
        finally
        {
            await fini.CancelAsync();
            await garde;
        }
    }

    /// <summary>Vrai s'il a fallu arrêter : un modèle peut demander plus de mémoire que la machine n'en a.</summary>
    async Task<bool> Garder(long octets, CancellationTokenSource limite, CancellationToken fini)
    {
        using var rythme = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        try
        {
            while (await rythme.WaitForNextTickAsync(fini))
            {
                _processus.Refresh();
                if (_processus.HasExited || _processus.WorkingSet64 <= octets) continue;
                await limite.CancelAsync();
                return true;
            }
        }
        catch (Exception e) when (e is OperationCanceledException or InvalidOperationException)
        {
            // Le rendu est fini, ou le processus n'est plus.
        }

        return false;
    }

    async Task<string> Plaintes()
    {
        using var bref = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        try
        {
            await _processus.WaitForExitAsync(bref.Token);
        }
        catch (OperationCanceledException)
        {
            // Toujours vivant : ce qu'il a dit suffira.
        }

        lock (_plaintes)
        {
            string texte = _plaintes.ToString().Trim();
            return texte.Length > 0 ? texte : "processus interrompu";
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            _processus.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // Déjà terminé.
        }

        await _processus.WaitForExitAsync();
        await _sortie.DisposeAsync();
        _processus.Dispose();
    }
}
