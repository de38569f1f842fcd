using System.Net;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Courrier;
using Neuvieme.Socle.Documents;
using Neuvieme.Socle.Sceau;
using Neuvieme.Socle.Travaux;

namespace Neuvieme.Socle.Web;

/// <summary>Ce qu'il faut pour servir : la base, l'adresse d'écoute, l'horloge (remplaçable par les tests).</summary>
/// <param name="Taches">Les travaux périodiques tournent dans ce processus ; `serve` les veut.</param>
/// <param name="Sceau">La clé du cachet posé sur les lettres signées ; nul : aucun cachet.</param>
/// <param name="Courrier">Où partent les courriels, et donc la tâche qui les envoie ; nul : ils restent en file.</param>
public sealed record OptionsApplication(string Base, int Port = 5080, TimeProvider? Temps = null, string Adresse = "127.0.0.1", bool JournalTechnique = true, bool Taches = false, ReglagesCourrier? Courrier = null, ReglagesSceau? Sceau = null);

public static class Application
{
    public static WebApplication Construire(OptionsApplication options)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = "neuvieme",
            ContentRootPath = AppContext.BaseDirectory,
            WebRootPath = Path.Combine(AppContext.BaseDirectory, "wwwroot"),
            EnvironmentName = Environments.Production,
        });
        builder.Logging.ClearProviders();
        if (options.JournalTechnique)
        {
            builder.Logging.AddSimpleConsole(o => o.SingleLine = true).SetMinimumLevel(LogLevel.Warning)
                .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        }

        builder.WebHost.ConfigureKestrel(k =>
        {
            k.Listen(IPAddress.Parse(options.Adresse), options.Port);
            k.AddServerHeader = false;
            k.Limits.MaxRequestBodySize = 25 * 1024 * 1024;
        });
        Services(builder.Services, options);
        var app = builder.Build();
        Tuyauterie(app);
        return app;
    }

    static void Services(IServiceCollection services, OptionsApplication options)
    {
        services.AddSingleton(options);
        services.AddSingleton(options.Temps ?? TimeProvider.System);
        services.AddSingleton<Horloge>();
        services.AddSingleton(options.Courrier ?? ReglagesCourrier.Aucun);
        services.AddSingleton(s => new SceauDeLOrganisme(options.Sceau ?? ReglagesSceau.Aucun, s.GetRequiredService<TimeProvider>()));
        services.AddScoped<Fonctions.Lettres.Suivre.CertifierLettres>();
        services.AddScoped<Fonctions.Comptes.Reauthentification>();
        services.AddScoped<Fonctions.Comptes.CleDAcces>();
        services.Configure<IdentityPasskeyOptions>(p =>
        {
            // Posséder l'appareil ne suffit pas : il doit reconnaître la personne.
            (p.UserVerificationRequirement, p.ResidentKeyRequirement, p.AttestationConveyancePreference) = ("required", "required", "none");
            // L'adresse publique, quand elle est réglée, et non celle que dit la requête.
            p.ServerDomain = options.Courrier?.Site is { HostNameType: UriHostNameType.Dns } site ? site.Host : null;
        });
        services.AddSingleton<Fonctions.Comptes.Oublier.DemanderUnLien>();
        if (options.Courrier is { Mode: not ModeCourrier.Aucun })
        {
            services.AddHostedService<Fonctions.Courriels.Envoyer.TacheDeFond>();
        }

        services.AddDbContextPool<NeuviemeDb>(o => Connexion.Configurer(o, options.Base));
        services.AddSingleton(_ => new MoteurTypst());
        services.AddSingleton(s => Fabriquer(s, options));
        services.AddHostedService<TacheDesTravaux>();
        services.AddHttpContextAccessor();
        services.AddSingleton<Memoire>();
        services.AddSingleton<ComptesConnectes>();
        services.AddSingleton<Fonctions.Repartition.Plans>();
        services.AddScoped<Contexte>();

        services.AddDataProtection().SetApplicationName("neuvieme");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(s =>
            new ConfigureOptions<KeyManagementOptions>(o => o.XmlRepository = new DepotDeCles(options.Base, s)));

        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.ConfigureApplicationCookie(c =>
        {
            c.Cookie.Name = CachePublic.CookieSession;
            c.Cookie.HttpOnly = true;
            c.Cookie.SameSite = SameSiteMode.Lax;
            c.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            c.ExpireTimeSpan = TimeSpan.FromHours(9);
            c.SlidingExpiration = true;
            c.LoginPath = "/comptes/connexion";
            c.ReturnUrlParameter = "retour";
            // Le timbre de sécurité est comparé à chaque page par Contexte : la revérification d'Identity, tous les quarts d'heure, n'ajoute rien.
            c.Events.OnValidatePrincipal = _ => Task.CompletedTask;
        });
        services.AddIdentityCore<Compte>(o =>
            {
                o.Password.RequiredLength = 12;
                o.Password.RequireDigit = o.Password.RequireUppercase = o.Password.RequireLowercase = o.Password.RequireNonAlphanumeric = false;
                o.Lockout.MaxFailedAccessAttempts = 5;
                o.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
                o.User.RequireUniqueEmail = true;
            })
            .AddEntityFrameworkStores<NeuviemeDb>()
            .AddSignInManager()
            .AddTokenProvider<Fonctions.Comptes.CodeATemps>(TokenOptions.DefaultAuthenticatorProvider)
            .AddErrorDescriber<ErreursDeCompte>();

        services.AddAntiforgery(a => a.Cookie.Name = "neuvieme-formulaire");
        services.AddRazorPages(o => o.RootDirectory = "/Fonctions")
            .AddMvcOptions(o => o.Filters.Add<FiltreAcces>())
            .AddCookieTempDataProvider(o => o.Cookie.Name = CachePublic.CookieMessage);
        services.Configure<RouteOptions>(r => (r.LowercaseUrls, r.AppendTrailingSlash) = (true, false));
        services.Configure<MvcOptions>(MessagesDeFormulaire.EnFrancais);
        // Nos pages sont en UTF-8 : « é » y reste « é » ; ce qui peut nuire dans du HTML est codé comme avant.
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.Configure<ForwardedHeadersOptions>(f => f.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto);
        // Les jetons de formulaire changent à chaque page : la compression ne les trahit pas (BREACH).
        services.AddResponseCompression(c => c.EnableForHttps = true);
        services.AddOutputCache(c => c.AddBasePolicy(new CachePublic()));
        if (options.Taches)
        {
            Fonctions.Campagnes.Passer.TacheCampagnes.Planifier(services);
        }

        services.Configure<HostOptions>(h => h.ShutdownTimeout = TimeSpan.FromSeconds(10));
    }

    static Atelier Fabriquer(IServiceProvider s, OptionsApplication options) => new(() => Connexion.Ouvrir(options.Base), s.GetRequiredService<Horloge>(), new Dictionary<GenreDeTravail, Ouvrage>
    {
        [GenreDeTravail.EtablirLettres] = new Fonctions.Lettres.Etablir.EtablirParLots(s.GetRequiredService<MoteurTypst>(), s.GetRequiredService<ReglagesCourrier>()).Conduire,
    }, s.GetRequiredService<ILogger<Atelier>>());

    static void Tuyauterie(WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseOutputCache();
        app.UseExceptionHandler("/erreur/500");
        app.UseStatusCodePagesWithReExecute("/erreur/{0}");
        app.UseResponseCompression();
        app.Use(EnTetes.Poser);
        app.UseStaticFiles(new StaticFileOptions
        {
            // L'adresse porte l'empreinte du contenu : le navigateur peut garder le fichier un an.
            OnPrepareResponse = r => r.Context.Response.Headers.CacheControl = r.Context.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "public, max-age=3600",
        });
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapRazorPages();
        Fonctions.Sante.VerifierSante.Api(app);
    }
}
