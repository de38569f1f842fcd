using CsvHelper;
using Neuvieme.Socle.Texte;

namespace Neuvieme.Socle.Documents;

/// <summary>
/// Avance d'un enregistrement à l'autre sans garder les précédents. Une fin de ligne finit toujours l'enregistrement : un guillemet
/// oublié salit sa ligne, jamais les suivantes.
/// </summary>
public sealed class CurseurCsv : IDisposable
{
    readonly CsvReader _lecteur;
    readonly Dictionary<long, CsvMalformedReason> _malformees = [];

    internal CurseurCsv(ReadOnlyMemory<byte> utf8, char separateur)
    {
        Separateur = separateur;
        _lecteur = CsvReader.Create(utf8, new CsvReaderOptions
        {
            HasHeader = false,
            Separator = separateur,
            TrackLineNumbers = true,
            TrimWhitespace = true,
            TrimInsideQuotes = true,
            AllowLineBreaksInQuotes = false,
            PoolStrings = true,
            MalformedData = CsvMalformedDataHandling.Recover,
            OnMalformedRecord = m => _malformees[m.LineNumber] = m.Reason,
        });
        Entetes = _lecteur.Read() && (!EstIndice() || _lecteur.Read()) ? [.. Enumerable.Range(0, _lecteur.FieldCount).Select(Case)] : [];
    }

    public char Separateur { get; }

    /// <summary>Les titres tels que le fichier les écrit.</summary>
    public IReadOnlyList<string> Entetes { get; }

    /// <summary>La ligne du fichier, en-tête comprise : celle que montre un éditeur de texte.</summary>
    public int Ligne => (int)_lecteur.LineNumber;

    public bool Suivant()
    {
        while (_lecteur.Read())
        {
            for (var i = 0; i < _lecteur.FieldCount; i++)
            {
                if (!_lecteur.IsEmpty(i))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>La case, sans blancs autour, accents recomposés ; vide si la ligne est plus courte que l'en-tête.</summary>
    public string Case(int colonne) => colonne >= 0 && colonne < _lecteur.FieldCount ? Accents.Composer(_lecteur.GetString(colonne).Replace('\u00A0', ' ').Trim()) : "";

    /// <summary>Ce qui empêche de se fier aux cases de cette ligne ; nul si elle est bien formée.</summary>
    /// <param name="complete">Le programme qui écrit ces fichiers met toutes les colonnes : une ligne plus courte est coupée.</param>
    public string? Malformation(bool complete)
    {
        if (_malformees.TryGetValue(_lecteur.LineNumber, out var raison))
        {
            return raison is CsvMalformedReason.UnterminatedQuote or CsvMalformedReason.LineBreakInQuotes
                ? "guillemet ouvert et jamais refermé sur la ligne" : "guillemet mal placé";
        }

        var nombre = _lecteur.FieldCount;
        if (nombre > Entetes.Count && Enumerable.Range(Entetes.Count, nombre - Entetes.Count).Any(i => !_lecteur.IsEmpty(i)))
        {
            return $"{nombre} cases pour {Entetes.Count} colonnes : un séparateur de trop, ou un texte à mettre entre guillemets";
        }

        return complete && nombre < Entetes.Count ? $"{nombre} cases pour {Entetes.Count} colonnes : la ligne est coupée" : null;
    }

    bool EstIndice() => _lecteur.FieldCount > 0 && _lecteur.GetString(0).StartsWith("sep=", StringComparison.OrdinalIgnoreCase);

    public void Dispose() => _lecteur.Dispose();
}
