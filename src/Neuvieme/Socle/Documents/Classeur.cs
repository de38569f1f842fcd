using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Neuvieme.Socle.Documents;

/// <summary>
/// Classeur XLSX imprimable en A4 paysage, en-tête figé et répété. Les textes sont des chaînes en ligne : aucun tableur ne les lit comme formules.
/// </summary>
public static class Classeur
{
    public const string TypeMime = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    const int TexteMaximal = 32_767;
    static readonly int Origine = new DateOnly(1899, 12, 30).DayNumber;

    public static byte[] Ecrire(params IReadOnlyList<Tableau> tableaux)
    {
        ArgumentNullException.ThrowIfNull(tableaux);
        using var sortie = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(sortie, SpreadsheetDocumentType.Workbook))
        {
            var classeur = document.AddWorkbookPart();
            classeur.AddNewPart<WorkbookStylesPart>().Stylesheet = StylesClasseur.Feuille();
            var feuilles = new Sheets();
            var noms = new DefinedNames();
            for (var i = 0; i < tableaux.Count; i++)
            {
                var partie = classeur.AddNewPart<WorksheetPart>();
                partie.Worksheet = Feuille(tableaux[i]);
                var nom = Nom(tableaux[i].Nom);
                feuilles.Append(new Sheet { Id = classeur.GetIdOfPart(partie), SheetId = (uint)i + 1, Name = nom });
                noms.Append(new DefinedName($"'{nom.Replace("'", "''", StringComparison.Ordinal)}'!$1:$1") { Name = "_xlnm.Print_Titles", LocalSheetId = (uint)i });
            }

            classeur.Workbook = new Workbook(feuilles, noms);
        }

        return sortie.ToArray();
    }

    static Worksheet Feuille(Tableau tableau)
    {
        var lignes = new SheetData(Rangee(tableau.Colonnes.Select(c => (Cellule)c.Titre), 1, StylesClasseur.EnTete));
        var rang = 1u;
        foreach (var ligne in tableau.Lignes) lignes.Append(Rangee(ligne, ++rang));
        foreach (var total in tableau.Totaux) lignes.Append(Rangee(total, ++rang, StylesClasseur.Gras));
        var derniere = Lettres(tableau.Colonnes.Count - 1);
        var feuille = new Worksheet(
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new SheetViews(new SheetView(
                new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen })
            { WorkbookViewId = 0 }),
            new Columns(tableau.Colonnes.Select((c, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = c.Largeur, CustomWidth = true })),
            lignes);
        if (tableau.Lignes.Count > 0) feuille.Append(new AutoFilter { Reference = $"A1:{derniere}{tableau.Lignes.Count + 1}" });
        feuille.Append(
            new PageMargins { Left = 0.4, Right = 0.4, Top = 0.7, Bottom = 0.6, Header = 0.3, Footer = 0.3 },
            new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 },
            new HeaderFooter(new OddHeader($"&L&\"-,Bold\"{Litteral(tableau.Titre)}"), new OddFooter("&Rpage &P/&N")));
        return feuille;
    }

    static Row Rangee(IEnumerable<Cellule> cellules, uint rang, uint style = 0) =>
        new(cellules.Select((c, i) => Case(c, Lettres(i) + rang, style))) { RowIndex = rang };

    static Cell Case(Cellule c, string adresse, uint style) => c.Genre switch
    {
        GenreCellule.Vide => new() { CellReference = adresse, StyleIndex = StylesClasseur.Pour(c.Genre, style) },
        GenreCellule.Texte => new(new InlineString(new Text(Admissible(c.Texte)) { Space = SpaceProcessingModeValues.Preserve }))
        {
            CellReference = adresse, DataType = CellValues.InlineString, StyleIndex = StylesClasseur.Pour(c.Genre, style),
        },
        _ => new(new CellValue(Nombre(c))) { CellReference = adresse, DataType = CellValues.Number, StyleIndex = StylesClasseur.Pour(c.Genre, style) },
    };

    static string Nombre(Cellule c) => c.Genre switch
    {
        GenreCellule.Montant => (c.Valeur / 100m).ToString("0.00"),
        GenreCellule.Date => (c.Valeur - Origine).ToString(),
        _ => c.Valeur.ToString(),
    };

    // XML 1.0 interdit les caractères de commande et les demi-codets isolés.
    static string Admissible(string texte)
    {
        var propre = new System.Text.StringBuilder(texte.Length);
        foreach (var r in texte.EnumerateRunes())
        {
            if (r.Value is '\t' or '\n' or (>= 0x20 and not (0xFFFE or 0xFFFF))) propre.Append(r.ToString());
        }

        return propre.Length > TexteMaximal ? propre.ToString(0, TexteMaximal) : propre.ToString();
    }

    // « & » ouvre un code dans un en-tête d'impression, borné à 255 caractères.
    static string Litteral(string titre)
    {
        var texte = Admissible(titre).Replace("&", "&&", StringComparison.Ordinal);
        return texte.Length > 200 ? texte[..200].TrimEnd('&') : texte;
    }

    static string Nom(string nom)
    {
        var propre = string.Concat(nom.Select(c => c is '[' or ']' or ':' or '*' or '?' or '/' or '\\' ? ' ' : c));
        return propre.Length > 31 ? propre[..31] : propre;
    }

    internal static string Lettres(int rang) => rang < 26 ? $"{(char)('A' + rang)}" : Lettres((rang / 26) - 1) + (char)('A' + (rang % 26));
}
