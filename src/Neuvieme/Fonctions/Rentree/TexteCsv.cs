using CsvHelper;
using Neuvieme.Socle.Documents;

namespace Neuvieme.Fonctions.Rentree;

/// <param name="Numero">Ligne du fichier où l'enregistrement commence.</param>
sealed record LigneCsv(int Numero, IReadOnlyList<string> Champs);

/// <summary>Toutes les lignes d'un CSV écrit à la main : une cellule entre guillemets y tient plusieurs lignes.</summary>
static class TexteCsv
{
    const int TailleMaximale = 5 * 1024 * 1024;

    public static (IReadOnlyList<LigneCsv> Lignes, IReadOnlyList<ErreurEntree> Erreurs) Lire(byte[] octets, string fichier)
    {
        var (texte, separateur, refus) = OuvertureCsv.Reconnaitre(octets, TailleMaximale);
        if (refus is not null)
        {
            return ([], [new(fichier, refus.Ligne, null, $"{refus.Message} {refus.Remede}")]);
        }

        List<ErreurEntree> erreurs = [];
        List<LigneCsv> lignes = [];
        using var lecteur = CsvReader.Create(texte, new CsvReaderOptions
        {
            HasHeader = false,
            Separator = separateur,
            TrackLineNumbers = true,
            TrimWhitespace = true,
            TrimInsideQuotes = true,
            MalformedData = CsvMalformedDataHandling.Recover,
            OnMalformedRecord = m => erreurs.Add(new(fichier, (int)m.LineNumber, null, Explication(m.Reason))),
        });
        while (lecteur.Read())
        {
            string[] champs = [.. Enumerable.Range(0, lecteur.FieldCount).Select(lecteur.GetString)];
            if (!Array.TrueForAll(champs, string.IsNullOrWhiteSpace) && !EstIndice(champs, lignes.Count)) lignes.Add(new((int)lecteur.LineNumber, champs));
        }

        return (lignes, erreurs);
    }

    static string Explication(CsvMalformedReason raison) => raison == CsvMalformedReason.UnterminatedQuote
        ? "guillemet ouvert et jamais refermé."
        : "guillemet mal placé : entourer la cellule de guillemets et doubler ceux qu'elle contient.";

    // Excel écrit parfois « sep=; » en première ligne.
    static bool EstIndice(string[] champs, int dejaLues) => dejaLues == 0 && champs[0].StartsWith("sep=", StringComparison.OrdinalIgnoreCase);
}
