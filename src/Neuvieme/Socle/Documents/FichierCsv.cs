using CsvHelper;
using Neuvieme.Droit;

namespace Neuvieme.Socle.Documents;

/// <summary>CSV que les tableurs français ouvrent d'un double-clic : point-virgule, UTF-8 avec marque, virgule décimale, dates jj/mm/aaaa.</summary>
public static class FichierCsv
{
    public const string TypeMime = "text/csv; charset=utf-8";

    static readonly CsvWriterOptions Forme = new() { Separator = ';', NewLine = "\r\n", WriteByteOrderMark = true };

    public static byte[] Ecrire(Tableau tableau)
    {
        ArgumentNullException.ThrowIfNull(tableau);
        using var sortie = new MemoryStream();
        using (var csv = CsvWriter.Create(sortie, Forme, leaveOpen: true))
        {
            csv.WriteRecord([.. tableau.Colonnes.Select(c => Neutraliser(c.Titre))]);
            foreach (var ligne in tableau.Lignes) csv.WriteRecord([.. ligne.Select(Champ)]);
        }

        return sortie.ToArray();
    }

    static string Champ(Cellule c) => c.Genre switch
    {
        GenreCellule.Vide => "",
        GenreCellule.Texte => Neutraliser(c.Texte),
        GenreCellule.Montant => new Montant(c.Valeur).Nombre().Replace("\u202F", "", StringComparison.Ordinal),
        GenreCellule.Date => Francais.DateBreve(DateOnly.FromDayNumber((int)c.Valeur)),
        _ => c.Valeur.ToString(),
    };

    /// <summary>Un tableur exécute comme formule une cellule qui commence ainsi ; l'apostrophe la rend au texte.</summary>
    public static string Neutraliser(string texte) =>
        texte.Length > 0 && texte[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' ? "'" + texte : texte;
}
