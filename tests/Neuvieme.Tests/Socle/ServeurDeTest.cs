using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Courrier;
using Neuvieme.Socle.Sceau;
using Neuvieme.Socle.Web;

namespace Neuvieme.Tests.Socle;

/// <summary>L'application entière, servie par Kestrel sur un port libre de la boucle locale, à l'heure que le test décide.</summary>
public sealed class ServeurDeTest : IAsyncDisposable
{
    readonly WebApplication _application;
    readonly BaseDeTest _base;
    bool _partage;

    ServeurDeTest(WebApplication application, BaseDeTest laBase, TempsDeTest temps) =>
        (_application, _base, Temps) = (application, laBase, temps);

    public TempsDeTest Temps { get; }
    public string Chaine => _base.Chaine;
    public IServiceProvider Services => _application.Services;

    public Uri Adresse => new(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    /// <summary>Démarre sur une base neuve ; <paramref name="remplir"/> y pose la situation avant la première requête.</summary>
    public static async Task<ServeurDeTest> Demarrer(Base sur, Func<NeuviemeDb, Task>? remplir = null, TempsDeTest? temps = null, bool demo = false, ReglagesCourrier? courrier = null, ReglagesSceau? sceau = null)
    {
        var laBase = await BaseDeTest.Creer(sur, demo);
        temps ??= new TempsDeTest();
        if (remplir is not null)
        {
            await using var db = laBase.Ouvrir();
            await remplir(db);
        }

        var application = Application.Construire(new OptionsApplication(laBase.Chaine, Port: 0, Temps: temps, JournalTechnique: false, Courrier: courrier, Sceau: sceau));
        await application.StartAsync(TestContext.Current.CancellationToken);
        return new(application, laBase, temps);
    }

    /// <summary>La même chose sur la démonstration nommée (comptes, établissements, missions) ; recopiée d'un modèle, donc peu coûteuse.</summary>
    public static Task<ServeurDeTest> Demo(Base sur, Func<NeuviemeDb, Task>? remplir = null, ReglagesCourrier? courrier = null, ReglagesSceau? sceau = null) => Demarrer(sur, remplir, demo: true, courrier: courrier, sceau: sceau);

    /// <summary>Un autre nœud web sur la même base, à la même heure ; il s'arrête avant celui-ci.</summary>
    public async Task<ServeurDeTest> SecondNoeud()
    {
        var application = Application.Construire(new OptionsApplication(Chaine, Port: 0, Temps: Temps, JournalTechnique: false));
        await application.StartAsync(TestContext.Current.CancellationToken);
        return new(application, _base, Temps) { _partage = true };
    }

    public Visiteur Visiteur() => new(Adresse);

    /// <summary>
    /// Quelqu'un dont la session est ouverte. Le cookie est signé comme le ferait la page de connexion, sans le hachage
    /// du mot de passe, lent à dessein ; la page elle-même a ses propres tests.
    /// </summary>
    public async Task<Visiteur> Visiteur(string courriel) => new(Adresse, await Session(courriel));

    /// <summary>Le cookie de cette session, pour qui écrit lui-même ses requêtes.</summary>
    public async Task<(string Nom, string Valeur)> Session(string courriel)
    {
        using var portee = Services.CreateScope();
        var connexions = portee.ServiceProvider.GetRequiredService<SignInManager<Compte>>();
        var compte = await connexions.UserManager.FindByEmailAsync(courriel) ?? throw new ArgumentException($"Aucun compte {courriel}.", nameof(courriel));
        var cookie = portee.ServiceProvider.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var ticket = new AuthenticationTicket(await connexions.CreateUserPrincipalAsync(compte),
            new AuthenticationProperties { IssuedUtc = Temps.GetUtcNow(), ExpiresUtc = Temps.GetUtcNow() + cookie.ExpireTimeSpan }, IdentityConstants.ApplicationScheme);
        return (cookie.Cookie.Name!, cookie.TicketDataFormat.Protect(ticket));
    }

    /// <summary>Ouvre la base une fois, pour y lire ce que l'écran a fait.</summary>
    public async Task<T> Lire<T>(Func<NeuviemeDb, Task<T>> lecture)
    {
        await using var db = _base.Ouvrir();
        return await lecture(db);
    }

    /// <summary>La case d'une attribution, comme l'écran la coche : son numéro et sa version du moment.</summary>
    public async Task<(string Nom, string Valeur)> Ligne(long id) =>
        ("Lignes", (await Lire(db => db.Attributions.Where(a => a.Id == id).Select(a => new LigneLue(a.Id, a.Version)).SingleAsync())).ToString());

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync(CancellationToken.None);
        await _application.DisposeAsync();
        if (!_partage)
        {
            await _base.DisposeAsync();
        }
    }
}
