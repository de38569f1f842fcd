using System.Collections.Concurrent;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Neuvieme.Fonctions.Comptes;

namespace Neuvieme.Socle.Web;

/// <summary>Les rôles qui ouvrent la page ; sans cet attribut ni <see cref="AccesPublicAttribute"/>, la page est fermée à tous.</summary>
[AttributeUsage(AttributeTargets.Class)]
public class AccesAttribute(params Role[] roles) : Attribute
{
    public IReadOnlyList<Role> Roles { get; } = roles;

    /// <summary>Seulement à qui tient la qualité lui-même : une délégation ne se délègue pas.</summary>
    public bool EnPropre { get; init; }
}

/// <summary>Ouverte à qui a un compte, même si aucune de ses qualités n'est en cours.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AccesDesComptesAttribute() : AccesAttribute(Enum.GetValues<Role>());

[AttributeUsage(AttributeTargets.Class)]
public sealed class AccesPublicAttribute : Attribute;

/// <summary>Ferme par défaut : la page dit qui entre, le filtre vérifie le rôle et charge sa portée.</summary>
public sealed class FiltreAcces(Contexte contexte) : IAsyncPageFilter
{
    static readonly ConcurrentDictionary<Type, (bool Publique, AccesAttribute? Acces)> Regles = [];

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (context.HandlerMethod is null && !HttpMethods.IsGet(context.HttpContext.Request.Method) && !HttpMethods.IsHead(context.HttpContext.Request.Method))
        {
            // Sans cela, le cadriciel rendrait la page sans l'avoir chargée.
            context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
            return;
        }

        var page = context.ActionDescriptor.HandlerTypeInfo;
        var (publique, acces) = Regles.GetOrAdd(page, LireRegle);
        await contexte.Charger(context.HttpContext.RequestAborted);
        if (Obstacle(context, page, publique, acces) is { } obstacle)
        {
            context.Result = obstacle;
            return;
        }

        if (!publique && !EstDuCompte(page) && await AutreContexte(context.HttpContext.Request))
        {
            context.Result = new StatusCodeResult(StatusCodes.Status409Conflict);
            return;
        }

        await next();
    }

    async Task<bool> AutreContexte(HttpRequest requete) =>
        requete.HasFormContentType && (await requete.ReadFormAsync(requete.HttpContext.RequestAborted))[ContexteDuFormulaire.Champ] is [{ } vue] && vue != contexte.Empreinte;

    IActionResult? Obstacle(PageHandlerExecutingContext context, Type page, bool publique, AccesAttribute? acces)
    {
        if (context.HttpContext.User.HasClaim(c => c.Type == MotsDePasse.Provisoire) && !ResteOuverte(page))
        {
            return new RedirectResult("/comptes/mot-de-passe");
        }

        if (publique)
        {
            return null;
        }

        return contexte.CompteId is null ? new ChallengeResult()
            : acces is AccesDesComptesAttribute || (acces is not null && contexte.Choisir(acces.Roles, acces.EnPropre)) ? null : new StatusCodeResult(StatusCodes.Status403Forbidden);
    }

    /// <summary>Changer de qualité, de mot de passe ou sortir vaut sous n'importe quelle portée.</summary>
    static bool EstDuCompte(Type page) => page.Namespace!.StartsWith("Neuvieme.Fonctions.Comptes.", StringComparison.Ordinal);

    static (bool Publique, AccesAttribute? Acces) LireRegle(Type page) =>
        (page.IsDefined(typeof(AccesPublicAttribute), inherit: true), page.GetCustomAttributes(typeof(AccesAttribute), inherit: true).FirstOrDefault() as AccesAttribute);

    /// <summary>Tant que le mot de passe est provisoire, on peut le changer, sortir, ou lire une erreur ; rien d'autre.</summary>
    static bool ResteOuverte(Type page) => page == typeof(Fonctions.Comptes.MotDePasse.IndexModel)
        || page == typeof(Fonctions.Comptes.Deconnexion.IndexModel) || page == typeof(Fonctions.Erreur.IndexModel);
}
