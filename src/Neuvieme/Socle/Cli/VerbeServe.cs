using System.CommandLine;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Socle.Cli;

static class VerbeServe
{
    public static Command Verbe()
    {
        var baseDeDonnees = Verbes.Base();
        var port = new Option<int>("--port") { Description = "Port d’écoute", DefaultValueFactory = _ => 5080 };
        var adresse = new Option<string>("--adresse") { Description = "Adresse d’écoute", DefaultValueFactory = _ => "127.0.0.1" };
        var verbe = new Command("serve", "Sert le site") { baseDeDonnees, port, adresse };
        verbe.SetAction((r, ct) => Servir(new OptionsApplication(r.GetValue(baseDeDonnees)!, r.GetValue(port), Adresse: r.GetValue(adresse)!), ct));
        return verbe;
    }

    static async Task<int> Servir(OptionsApplication options, CancellationToken ct)
    {
        await using var app = Application.Construire(options);
        try
        {
            await VerbeBase.Migrer(options.Base, ct);
            await app.StartAsync(ct);
        }
        catch (IOException erreur) when (erreur.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException or SocketException)
        {
            await Console.Error.WriteLineAsync($"Le port {options.Port} est déjà pris : choisissez-en un autre avec --port.");
            return 2;
        }

        Console.WriteLine($"Neuvième est prêt : {app.Urls.First()}  (Ctrl+C pour arrêter)");
        await app.WaitForShutdownAsync(ct);
        return 0;
    }
}

/// <summary>`neuvieme base migrer` : crée la base ou la met à niveau.</summary>
static class VerbeBase
{
    public static Command Verbe()
    {
        var baseDeDonnees = Verbes.Base();
        var migrer = new Command("migrer", "Crée la base ou la met à niveau") { baseDeDonnees };
        migrer.SetAction(async (r, ct) =>
        {
            await Migrer(r.GetValue(baseDeDonnees)!, ct);
            Console.WriteLine("La base est à jour.");
            return 0;
        });
        return new Command("base", "La base de données") { migrer };
    }

    public static async Task Migrer(string baseDeDonnees, CancellationToken ct)
    {
        await using var db = Connexion.Ouvrir(baseDeDonnees);
        await db.Database.MigrateAsync(ct);
    }
}
