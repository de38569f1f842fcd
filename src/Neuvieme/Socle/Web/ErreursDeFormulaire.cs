using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Neuvieme.Socle.Web;

/// <summary>Une erreur du résumé, telle qu'un champ la désigne.</summary>
public sealed record ErreurMontree(string Id, string Message);

public static class ErreursDeFormulaire
{
    /// <summary>Le résumé : chaque message une fois, dans l'ordre.</summary>
    public static IReadOnlyList<ErreurMontree> De(ModelStateDictionary etat) =>
        [.. etat.SelectMany(e => e.Value!.Errors).Select(e => e.ErrorMessage).Where(m => m.Length > 0).Distinct().Select((m, i) => new ErreurMontree($"erreur-{i + 1}", m))];

    /// <summary>Ce que le résumé dit de ce champ ; nul si le champ n'est pas en erreur.</summary>
    public static string? Du(ModelStateDictionary etat, string champ) =>
        champ.Length == 0 || !etat.TryGetValue(champ, out var entree) || entree.Errors.Select(e => e.ErrorMessage).Where(m => m.Length > 0).ToHashSet() is not { Count: > 0 } messages ? null
            : string.Join(' ', De(etat).Where(e => messages.Contains(e.Message)).Select(e => e.Id));
}

/// <summary>Un champ refusé le dit aux lecteurs d'écran et désigne son texte dans le résumé des erreurs (RGAA, critères 11.10 et 11.11).</summary>
[HtmlTargetElement("input", Attributes = "asp-for", TagStructure = TagStructure.WithoutEndTag), HtmlTargetElement("input", Attributes = "name", TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("select", Attributes = "asp-for"), HtmlTargetElement("select", Attributes = "name")]
[HtmlTargetElement("textarea", Attributes = "asp-for"), HtmlTargetElement("textarea", Attributes = "name")]
public sealed class ChampEnErreur : TagHelper
{
    // Après ceux d'ASP.NET, qui donnent son nom au champ.
    public override int Order => 1000;

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var etat = ViewContext.ViewData.ModelState;
        if (etat.IsValid || Texte(output, "type") == "hidden" || ErreursDeFormulaire.Du(etat, Texte(output, "name")) is not { } ids)
        {
            return;
        }

        output.Attributes.SetAttribute("aria-invalid", "true");
        output.Attributes.SetAttribute("aria-describedby", $"{Texte(output, "aria-describedby")} {ids}".TrimStart());
    }

    static string Texte(TagHelperOutput output, string nom) => output.Attributes[nom]?.Value?.ToString() ?? "";
}
