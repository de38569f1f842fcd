using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Neuvieme.Tests.Socle;

/// <summary>Relit un classeur avec la bibliothèque du format : adresse → valeur brute, et le type écrit.</summary>
sealed class LectureXlsx : IDisposable
{
    readonly SpreadsheetDocument _document;

    public LectureXlsx(byte[] octets) => _document = SpreadsheetDocument.Open(new MemoryStream(octets), isEditable: false);

    public IReadOnlyList<string> Feuilles => [.. _document.WorkbookPart!.Workbook.Descendants<Sheet>().Select(s => s.Name!.Value!)];

    public Worksheet Feuille(int rang)
    {
        var id = _document.WorkbookPart!.Workbook.Descendants<Sheet>().ElementAt(rang).Id!.Value!;
        return ((WorksheetPart)_document.WorkbookPart.GetPartById(id)).Worksheet;
    }

    public Cell Case(int feuille, string adresse) => Feuille(feuille).Descendants<Cell>().Single(c => c.CellReference!.Value == adresse);

    public string Valeur(int feuille, string adresse) => Case(feuille, adresse) is var c && c.InlineString is { } t ? t.InnerText : c.CellValue?.Text ?? "";

    public string Format(int feuille, string adresse)
    {
        var styles = _document.WorkbookPart!.WorkbookStylesPart!.Stylesheet;
        var format = styles.CellFormats!.Elements<CellFormat>().ElementAt((int)Case(feuille, adresse).StyleIndex!.Value);
        return styles.NumberingFormats!.Elements<NumberingFormat>().FirstOrDefault(n => n.NumberFormatId!.Value == format.NumberFormatId!.Value)?.FormatCode?.Value ?? "";
    }

    public IReadOnlyList<string> Ligne(int feuille, uint rang) =>
        [.. Feuille(feuille).Descendants<Row>().Single(r => r.RowIndex!.Value == rang).Elements<Cell>().Select(c => Valeur(feuille, c.CellReference!))];

    public void Verifier() => new DocumentFormat.OpenXml.Validation.OpenXmlValidator().Validate(_document)
        .Select(e => $"{e.Path?.XPath} : {e.Description}").ShouldBeEmpty();

    public void Dispose() => _document.Dispose();
}
