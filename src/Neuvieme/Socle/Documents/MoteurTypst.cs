using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace Neuvieme.Socle.Documents;

/// <summary>Où le moteur trouve Node, ses modules et les modèles, et ses bornes.</summary>
public sealed record OptionsMoteur
{
    public string Node { get; init; } = "node";

    /// <summary>Dossier qui contient <c>node_modules</c>.</summary>
    public string? Modules { get; init; } = LieuxDocuments.Modules();

    public string Modeles { get; init; } = LieuxDocuments.Modeles();

    public int Processus { get; init; } = int.Min(2, Environment.ProcessorCount);

    public TimeSpan DelaiDemarrage { get; init; } = TimeSpan.FromSeconds(30);

    public TimeSpan DelaiRendu { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Un processus est remplacé après ce nombre de documents : sa mémoire reste bornée quoi que fasse un modèle.</summary>
    public int DocumentsParProcessus { get; init; } = 20_000;

    /// <summary>Octets de mémoire au-delà desquels le processus est arrêté ; nul : sans borne.</summary>
    public long? MemoireMaximale { get; init; }

    public int Essais { get; init; } = 2;
}

/// <summary>La norme que le fichier déclare suivre. Le compilateur n'en déclare qu'une à la fois.</summary>
public enum NormePdf
{
    /// <summary>PDF/UA-1 : le compilateur refuse ce qu'un lecteur d'écran ne lirait pas.</summary>
    Accessible,

    /// <summary>PDF/A-2a, pour conserver : même balisage, couleurs et polices dans le fichier, sans la marque de PDF/UA.</summary>
    Archive,
}

/// <param name="Pdf">Le fichier PDF, de la norme demandée.</param>
/// <param name="CaracteresRemplaces">Caractères qu'aucune police du document ne dessine, remplacés par « □ ».</param>
public sealed record DocumentRendu(byte[] Pdf, IReadOnlyList<string> CaracteresRemplaces);

/// <summary>Un document n'a pas pu être produit ; le message donne le remède, ou le fichier et la ligne du modèle fautif.</summary>
public sealed class DocumentImpossibleException : Exception
{
    public DocumentImpossibleException() { }

    public DocumentImpossibleException(string message) : base(message) { }

    public DocumentImpossibleException(string message, Exception cause) : base(message, cause) { }

    /// <summary>Le modèle est en cause, non la machine : il est fautif à cet endroit, ou ne finit pas.</summary>
    public bool DuModele { get; init; }
}

/// <summary>Compose les modèles Typst dans un petit groupe de processus Node surveillés, démarrés à la demande.</summary>
public sealed class MoteurTypst : IAsyncDisposable
{
    readonly OptionsMoteur _options;
    readonly Channel<ProcessusTypst?> _places;
    readonly CancellationTokenSource _arret = new();
    readonly Lazy<MoteurTypst>? _publies;
    readonly Lazy<MoteurTypst>? _essais;

    public MoteurTypst() : this(new()) { }

    /// <summary>Ce qu'une académie écrit tourne à part, borné : ni un essai ni un modèle publié n'arrête les documents des autres.</summary>
    static OptionsMoteur Borne(OptionsMoteur options, TimeSpan delai) => options with { Processus = 1, DelaiRendu = delai < options.DelaiRendu ? delai : options.DelaiRendu, MemoireMaximale = options.MemoireMaximale ?? 1L << 30, Essais = 1 };

    public MoteurTypst(OptionsMoteur options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        int processus = Processus = int.Max(1, options.Processus);
        _places = Channel.CreateBounded<ProcessusTypst?>(processus);
        for (int i = 0; i < processus; i++) _places.Writer.TryWrite(null);
        if (options.MemoireMaximale is null)
        {
            _publies = new(() => new(Borne(options, TimeSpan.FromSeconds(15))));
            _essais = new(() => new(Borne(options, DelaiDEssai)));
        }
    }

    /// <summary>Les rendus qu'il mène ensemble.</summary>
    public int Processus { get; }
    /// <summary>Au-delà, un modèle en préparation est tenu pour sans fin.</summary>
    public static readonly TimeSpan DelaiDEssai = TimeSpan.FromSeconds(8);

    /// <summary>Rend un modèle ; <paramref name="donnees"/> reste du texte, jamais du balisage.</summary>
    /// <exception cref="DocumentImpossibleException">Modèle fautif, moteur absent ou deux fois en échec.</exception>
    public async Task<byte[]> RendreAsync(string modele, JsonNode donnees, CancellationToken ct = default) =>
        (await ComposerAsync(modele, donnees, ct)).Pdf;

    /// <inheritdoc cref="RendreAsync"/>
    public Task<DocumentRendu> ComposerAsync(string modele, JsonNode donnees, CancellationToken ct = default) => ComposerAsync(modele, donnees, NormePdf.Accessible, ct);

    /// <inheritdoc cref="RendreAsync"/>
    public Task<DocumentRendu> ComposerAsync(string modele, JsonNode donnees, NormePdf norme, CancellationToken ct = default) => ComposerAsync(new DemandeDeDocument(modele, donnees) { Norme = norme }, ct);

    /// <inheritdoc cref="RendreAsync"/>
    public Task<DocumentRendu> ComposerAsync(DemandeDeDocument demande, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(demande);
        return (demande.Essai ? _essais?.Value : demande.Source is not null ? _publies?.Value : null) is { } aPart ? aPart.Composer(demande, ct) : Composer(demande, ct);
    }

    async Task<DocumentRendu> Composer(DemandeDeDocument demande, CancellationToken ct)
    {
        byte[] requete = demande.EnJson();
        ProcessusTypst? processus = await Prendre(ct);
        try
        {
            for (int essai = 1; ; essai++)
            {
                try
                {
                    processus ??= await ProcessusTypst.Demarrer(_options, _arret.Token);
                    return await processus.Rendre(requete, _options.DelaiRendu, _arret.Token);
                }
                catch (ProcessusPerdu e)
                {
                    // Un rendu ne change rien au dehors : le refaire une fois dans un processus neuf ne perd ni ne double rien.
                    if (processus is not null) await processus.DisposeAsync();
                    processus = null;
                    ObjectDisposedException.ThrowIf(_arret.IsCancellationRequested, this);
                    if (essai >= _options.Essais)
                        throw new DocumentImpossibleException(essai == 1 ? $"Modèle de document refusé — {demande.Modele}.typ : {e.Message}" : $"Le moteur de documents s'est arrêté deux fois de suite : {e.Message}", e) { DuModele = e.Borne };
                }
            }
        }
        finally
        {
            await Rendre(processus);
        }
    }

    async Task<ProcessusTypst?> Prendre(CancellationToken ct)
    {
        try
        {
            return await _places.Reader.ReadAsync(ct);
        }
        catch (ChannelClosedException e)
        {
            throw new ObjectDisposedException("Le moteur de documents est arrêté.", e);
        }
    }

    async Task Rendre(ProcessusTypst? processus)
    {
        if (processus is not null && (processus.Documents >= _options.DocumentsParProcessus || _arret.IsCancellationRequested))
        {
            await processus.DisposeAsync();
            processus = null;
        }

        if (!_places.Writer.TryWrite(processus) && processus is not null) await processus.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_arret.IsCancellationRequested) return;
        await _arret.CancelAsync();
        foreach (var aPart in new[] { _publies, _essais })
        {
            if (aPart is { IsValueCreated: true }) await aPart.Value.DisposeAsync();
        }

        _places.Writer.TryComplete();
        while (_places.Reader.TryRead(out ProcessusTypst? processus))
        {
            if (processus is not null) await processus.DisposeAsync();
        }
    }
}
