using DocumentFormat.OpenXml.Spreadsheet;

namespace Neuvieme.Socle.Documents;

/// <summary>Formats d'un classeur : ordinaire, en-tête et gras, pour texte, entier, euros et date.</summary>
static class StylesClasseur
{
    public const uint EnTete = 100, Gras = 200;
    const uint FormatEuros = 164, FormatDate = 165;

    static readonly GenreCellule[] Genres = [GenreCellule.Texte, GenreCellule.Entier, GenreCellule.Montant, GenreCellule.Date];

    public static uint Pour(GenreCellule genre, uint style) => style switch
    {
        EnTete => 1,
        Gras => 6 + Rang(genre),
        _ => 2 + Rang(genre),
    };

    static uint Rang(GenreCellule genre) => (uint)Math.Max(0, Array.IndexOf(Genres, genre));

    public static Stylesheet Feuille() => new(
        new NumberingFormats(
            new NumberingFormat { NumberFormatId = FormatEuros, FormatCode = "#,##0.00\u00A0\"€\"" },
            new NumberingFormat { NumberFormatId = FormatDate, FormatCode = "dd/mm/yyyy" }),
        new Fonts(
            new Font(new FontSize { Val = 10 }, new FontName { Val = "Calibri" }),
            new Font(new Bold(), new FontSize { Val = 10 }, new FontName { Val = "Calibri" })),
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            new Fill(new PatternFill(new ForegroundColor { Rgb = "FFE5E5E5" }) { PatternType = PatternValues.Solid })),
        new Borders(new Border(), Filet()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats([
            new CellFormat(),
            new CellFormat(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Center })
            {
                FontId = 1, FillId = 2, BorderId = 1, ApplyFont = true, ApplyFill = true, ApplyBorder = true, ApplyAlignment = true,
            },
            .. Genres.Select(g => Format(g, police: 0)),
            .. Genres.Select(g => Format(g, police: 1)),
        ]));

    static CellFormat Format(GenreCellule genre, uint police) => new(new Alignment { WrapText = genre == GenreCellule.Texte, Vertical = VerticalAlignmentValues.Top })
    {
        FontId = police,
        BorderId = 1,
        NumberFormatId = genre switch { GenreCellule.Montant => FormatEuros, GenreCellule.Date => FormatDate, GenreCellule.Entier => 1, _ => 0 },
        ApplyFont = true,
        ApplyBorder = true,
        ApplyNumberFormat = true,
        ApplyAlignment = true,
    };

    static Border Filet() => new(
        new LeftBorder(Gris()) { Style = BorderStyleValues.Thin },
        new RightBorder(Gris()) { Style = BorderStyleValues.Thin },
        new TopBorder(Gris()) { Style = BorderStyleValues.Thin },
        new BottomBorder(Gris()) { Style = BorderStyleValues.Thin },
        new DiagonalBorder());

    static Color Gris() => new() { Rgb = "FFB0B0B0" };
}
