using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Neuvieme.Socle.Web;

/// <summary>
/// Refuse un dépôt trop gros avant d'en lire un octet. Sans lui, la lecture du jeton de formulaire bute sur la limite du
/// serveur et la page dit « requête incorrecte » au lieu de « fichier trop gros ».
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class CorpsMesureAttribute : Attribute, IAuthorizationFilter, IOrderedFilter
{
    // Le contrôle du jeton, qui lit le corps, est à 1 000.
    public int Order => 500;

    /// <summary>En octets ; zéro : la limite du serveur. Une page réservée à l'administrateur peut recevoir plus gros.</summary>
    public int Maximum { get; init; }

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        var limite = context.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>();
        if (Maximum > 0 && limite is { IsReadOnly: false })
        {
            limite.MaxRequestBodySize = Maximum;
        }

        if (context.HttpContext.Request.ContentLength > limite?.MaxRequestBodySize)
        {
            context.Result = new StatusCodeResult(StatusCodes.Status413PayloadTooLarge);
        }
    }
}
