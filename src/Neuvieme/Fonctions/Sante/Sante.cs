using Microsoft.EntityFrameworkCore;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Sante;

/// <summary>GET /sante : 200 « pret » quand la base répond, 503 sinon. Ne dit rien d'autre.</summary>
public static class VerifierSante
{
    public static void Api(IEndpointRouteBuilder routes) => routes.MapGet("/sante", async (NeuviemeDb db, CancellationToken ct) =>
        await db.Database.CanConnectAsync(ct) ? Results.Text("pret") : Results.Text("base injoignable", statusCode: 503));
}
