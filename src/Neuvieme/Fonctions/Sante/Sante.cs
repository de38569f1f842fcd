using System.Data.Common;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Sante;

/// <summary>GET /sante : 200 « pret » quand la base répond, 503 sinon. Ne dit rien d'autre.</summary>
public static class VerifierSante
{
    public static void Api(IEndpointRouteBuilder routes) => routes.MapGet("/sante", async (OptionsApplication options, CancellationToken ct) =>
    {
        try
        {
            await Connexion.MigrationsAppliquees(options.Base, ct);
            return Results.Text("pret");
        }
        catch (DbException)
        {
            return Results.Text("base injoignable", statusCode: 503);
        }
    });
}
