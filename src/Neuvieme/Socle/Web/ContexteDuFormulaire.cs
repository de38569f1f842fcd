using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Neuvieme.Socle.Web;

/// <summary>
/// Chaque formulaire retient la portée et l'année sous lesquelles il a été affiché : elles viennent de cookies, et un autre onglet
/// a pu en changer depuis. <see cref="FiltreAcces"/> refuse celui qui ne correspond plus.
/// </summary>
[HtmlTargetElement("form", Attributes = "method")]
public sealed class ContexteDuFormulaire(Contexte contexte) : TagHelper
{
    public const string Champ = "_contexte";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (contexte.Empreinte is { } empreinte && string.Equals(output.Attributes["method"]?.Value?.ToString(), "post", StringComparison.OrdinalIgnoreCase))
        {
            var champ = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing, Attributes = { ["type"] = "hidden", ["name"] = Champ, ["value"] = empreinte } };
            output.PostContent.AppendHtml(champ);
        }
    }
}
