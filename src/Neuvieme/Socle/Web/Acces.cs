using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Neuvieme.Fonctions.Comptes;

namespace Neuvieme.Socle.Web;

/// <summary>Les rôles qui ouvrent la page ; sans cet attribut ni <see cref="AccesPublicAttribute"/>, la page est fermée à tous.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AccesAttribute(params Role[] roles) : Attribute
{
    public IReadOnlyList<Role> Roles { get; } = roles;
}

[AttributeUsage(AttributeTargets.Class)]
public sealed class AccesPublicAttribute : Attribute;

/// <summary>Ferme par défaut : la page dit qui entre, le filtre vérifie le rôle et charge sa portée.</summary>
public sealed class FiltreAcces(Contexte contexte) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var page = context.ActionDescriptor.HandlerTypeInfo;
        var publique = page.IsDefined(typeof(AccesPublicAttribute), inherit: true);
        await contexte.Charger(context.HttpContext.RequestAborted);
        if (context.HttpContext.User.HasClaim(c => c.Type == MotsDePasse.Provisoire) && !ResteOuverte(page))
        {
            context.Result = new RedirectResult("/comptes/mot-de-passe");
            return;
        }

        if (!publique)
        {
            var roles = (page.GetCustomAttributes(typeof(AccesAttribute), inherit: true).FirstOrDefault() as AccesAttribute)?.Roles ?? [];
            if (contexte.CompteId is null)
            {
                context.Result = new ChallengeResult();
                return;
            }

            if (!contexte.Choisir(roles))
            {
                context.Result = new StatusCodeResult(StatusCodes.Status403Forbidden);
                return;
            }
        }

        await next();
    }

    /// <summary>Tant que le mot de passe est provisoire, on peut le changer, sortir, ou lire une erreur ; rien d'autre.</summary>
    static bool ResteOuverte(Type page) => page == typeof(Fonctions.Comptes.MotDePasse.IndexModel)
        || page == typeof(Fonctions.Comptes.Deconnexion.IndexModel) || page == typeof(Fonctions.Erreur.IndexModel);
}
