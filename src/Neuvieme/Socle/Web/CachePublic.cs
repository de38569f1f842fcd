using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Net.Http.Headers;

namespace Neuvieme.Socle.Web;

/// <summary>
/// Garde en mémoire, déjà compressées, les pages publiques qui ne dépendent que du programme. Un visiteur connecté, ou à
/// qui un message est destiné, reçoit toujours la sienne.
/// </summary>
sealed class CachePublic : IOutputCachePolicy
{
    static readonly HashSet<string> Pages = new(["/textes", "/textes/regles", "/textes/missions", "/textes/couverture", "/textes/contradictions", "/textes/comparer", "/textes/impot"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Ce qu'un navigateur ou un relais peut garder : le temps de passer d'une page à l'autre, et par visiteur.</summary>
    public const string Duree = "public, max-age=300";

    public const string CookieSession = "neuvieme";
    public const string CookieMessage = "neuvieme-message";

    public static bool Sert(HttpRequest requete) =>
        (HttpMethods.IsGet(requete.Method) || HttpMethods.IsHead(requete.Method))
        && Pages.Contains(requete.Path.Value ?? "") && !requete.QueryString.HasValue
        && !requete.Cookies.ContainsKey(CookieSession) && !requete.Cookies.ContainsKey(CookieMessage);

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var requete = context.HttpContext.Request;
        var sert = Sert(requete);
        context.EnableOutputCaching = context.AllowCacheLookup = context.AllowCacheStorage = context.AllowLocking = sert;
        if (sert)
        {
            // Ni l'hôte ni la requête ne changent la page : les garder dans la clé laisserait remplir la mémoire à volonté.
            context.CacheVaryByRules.VaryByHost = false;
            context.CacheVaryByRules.QueryKeys = "";
            context.CacheVaryByRules.VaryByValues["compression"] = Compression(requete.Headers.AcceptEncoding.ToString());
            context.ResponseExpirationTimeSpan = TimeSpan.FromMinutes(10);
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var reponse = context.HttpContext.Response;
        context.AllowCacheStorage &= reponse.StatusCode == StatusCodes.Status200OK && reponse.Headers[HeaderNames.SetCookie].Count == 0;
        return ValueTask.CompletedTask;
    }

    static string Compression(string accepte) =>
        accepte.Contains("br", StringComparison.OrdinalIgnoreCase) ? "br" : accepte.Contains("gzip", StringComparison.OrdinalIgnoreCase) ? "gzip" : "";
}
