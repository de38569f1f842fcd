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

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        if (context.HttpContext.Request.ContentLength > context.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize)
        {
            context.Result = new StatusCodeResult(StatusCodes.Status413PayloadTooLarge);
        }
    }
}
