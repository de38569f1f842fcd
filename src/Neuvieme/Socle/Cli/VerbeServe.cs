using System.CommandLine;
using System.Net.Sockets;
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
        var (courrier, sceau) = (new OptionsDeCourrier(), new OptionsDeSceau());
        var verbe = new Command("serve", "Sert le site") { baseDeDonnees, port, adresse };
        courrier.Ajouter(verbe);
        sceau.Ajouter(verbe);
        verbe.SetAction(async (r, ct) =>
        {
            var (reglages, refus) = courrier.Lire(r, new Uri($"http://127.0.0.1:{r.GetValue(port)}"));
            if (reglages is null)
            {
                await Console.Error.WriteLineAsync(refus);
                return 2;
            }

            var (cle, cleRefusee) = sceau.Lire(r);
            if (cle is null)
            {
                await Console.Error.WriteLineAsync(cleRefusee);
                return 2;
            }

            return await Servir(new OptionsApplication(r.GetValue(baseDeDonnees)!, r.GetValue(port), Adresse: r.GetValue(adresse)!, Taches: true, Courrier: reglages, Sceau: cle), ct);
        });
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

        var chauffe = Chauffer(app, ct);
        Console.WriteLine($"Neuvième est prêt : {app.Urls.First()}  (Ctrl+C pour arrêter)");
        Console.WriteLine($"Courriels {options.Courrier?.Description}.");
        Console.WriteLine(app.Services.GetRequiredService<Sceau.SceauDeLOrganisme>().Description);
        await app.WaitForShutdownAsync(ct);
        await chauffe;
        return 0;
    }

    /// <summary>Le modèle d'EF se construit pendant que la première personne lit la page de connexion, sans lui disputer le processeur avant.</summary>
    static async Task Chauffer(WebApplication app, CancellationToken ct)
    {
        try
        {
            await Task.Delay(TimeSpan.FromMilliseconds(500), ct);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        await using var portee = app.Services.CreateAsyncScope();
        _ = portee.ServiceProvider.GetRequiredService<NeuviemeDb>().Model;
    }
}
