namespace Neuvieme.Socle.Web;

/// <summary>Rien ne vient d'ailleurs, rien ne s'exécute en ligne, aucune page personnelle ne reste dans un cache.</summary>
static class EnTetes
{
    const string Politique = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static Task Poser(HttpContext contexte, RequestDelegate suite)
    {
        var entetes = contexte.Response.Headers;
        entetes.ContentSecurityPolicy = Politique;
        entetes.XContentTypeOptions = "nosniff";
        entetes["Referrer-Policy"] = "same-origin";
        if (CachePublic.Sert(contexte.Request))
        {
            entetes.CacheControl = CachePublic.Duree;
            entetes.Append("Vary", "Cookie");
            return suite(contexte);
        }

        contexte.Response.OnStarting(static etat =>
        {
            var reponse = (HttpResponse)etat;
            if (reponse.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true || reponse.ContentType?.StartsWith("application/", StringComparison.Ordinal) == true
                || reponse.ContentType?.StartsWith("text/csv", StringComparison.Ordinal) == true)
            {
                reponse.Headers.CacheControl = "no-store";
            }

            return Task.CompletedTask;
        }, contexte.Response);
        return suite(contexte);
    }
}
