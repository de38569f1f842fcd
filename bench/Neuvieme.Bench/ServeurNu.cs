using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Neuvieme.Bench;

/// <summary>Kestrel seul, qui rend toujours les mêmes octets : le plafond auquel on compare une page.</summary>
static class ServeurNu
{
    public static async Task<int> Servir(string fichier, int port)
    {
        var octets = await File.ReadAllBytesAsync(fichier);
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k =>
        {
            k.AddServerHeader = false;
            k.ListenLocalhost(port);
        });
        await using var app = builder.Build();
        app.Run(c =>
        {
            c.Response.ContentType = "text/html; charset=utf-8";
            c.Response.ContentLength = octets.Length;
            return c.Response.Body.WriteAsync(octets, 0, octets.Length);
        });
        await app.RunAsync();
        return 0;
    }
}
