using System.CommandLine;
using System.Reflection;
using System.Text;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle.Cli;
using Neuvieme.Socle.Web;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Architecture;

sealed record Ecran(string Dossier, string Adresse, string Qui, Type Modele);

sealed record PointDApi(string Dossier, string Methode, string Adresse);

sealed record Verbe(string Chemin, string Description);

/// <summary>Ce que l'application offre vraiment : ses pages, ses points d'interface, ses commandes, et les dossiers d'où ils viennent.</summary>
sealed record Carte(IReadOnlyList<Ecran> Ecrans, IReadOnlyList<PointDApi> Api, IReadOnlyList<Verbe> Verbes, IReadOnlyList<string> Dossiers)
{
    const string Racine = "src/Neuvieme/Fonctions";

    /// <summary>Groupes de commandes qui ne sont pas des fonctions : la technique, ou un nom que la bibliothèque de droit interdit à un dossier.</summary>
    static readonly Dictionary<string, string> Groupes = new(StringComparer.Ordinal) { ["droit"] = "Textes", ["serve"] = "", ["base"] = "", ["demo"] = "", ["sceau"] = "" };

    static readonly Lazy<Task<Carte>> Releve = new(Parcourir);

    public static Task<Carte> Relever() => Releve.Value;

    static async Task<Carte> Parcourir()
    {
        await using var serveur = await ServeurDeTest.Demarrer(Base.Sqlite);
        var points = serveur.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToList();
        var ecrans = points.Select(p => (p, page: p.Metadata.GetMetadata<CompiledPageActionDescriptor>() ?? p.Metadata.GetMetadata<PageActionDescriptor>()))
            .Where(x => x.page is not null)
            .Select(x => Ecran(x.page!, Adresse(x.p)))
            .DistinctBy(e => e.Adresse).OrderBy(e => e.Dossier, StringComparer.Ordinal).ToList();
        var api = points.Where(p => p.Metadata.GetMetadata<PageActionDescriptor>() is null && p.Metadata.GetMetadata<MethodInfo>() is not null)
            .SelectMany(p => (p.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["*"])
                .Select(m => new PointDApi(DossierDe(p.Metadata.GetMetadata<MethodInfo>()!.DeclaringType!), m, Adresse(p))))
            .OrderBy(p => p.Adresse, StringComparer.Ordinal).ToList();
        return new(ecrans, api, [.. Feuilles(Neuvieme.Socle.Cli.Verbes.Racine(), "")], [.. Sources.Sous(Racine, ".cs", ".cshtml")
            .Select(f => Path.GetDirectoryName(f)!.Replace('\\', '/')[Racine.Length..].TrimStart('/')).Where(d => d.Length > 0).Distinct()]);
    }

    /// <summary>Le dossier qu'un verbe annonce : « repartition planifier » → « Repartition/Planifier » ; vide pour la technique.</summary>
    public string DossierDe(Verbe verbe)
    {
        var mots = verbe.Chemin.Split(' ');
        if (Groupes.TryGetValue(mots[0], out var fonction))
        {
            return fonction;
        }

        return Dossiers.FirstOrDefault(d => d.Split('/').Select(Sources.Tirets).SequenceEqual(mots)) ?? "?";
    }

    /// <summary>« MesMissions/Repondre » → « /mes-missions/repondre ».</summary>
    public static string AdresseDe(string dossier) => dossier == "Accueil" ? "/" : "/" + string.Join('/', dossier.Split('/').Select(Sources.Tirets));

    public string EnMarkdown()
    {
        var page = new StringBuilder("""
            # Carte

            Chaque action : son dossier sous `src/Neuvieme/Fonctions`, sa page et qui l'ouvre, sa commande, son interface.
            Cette page est écrite par un test (`NEUVIEME_ECRIRE=1 scripts/test --fonctions`) et comparée à chaque passage.

            | dossier | page | qui | commande | interface |
            |---|---|---|---|---|

            """);
        foreach (var dossier in Dossiers.Where(d => Ecrans.Any(e => e.Dossier == d) || Api.Any(a => a.Dossier == d) || Verbes.Any(v => DossierDe(v) == d)).Order(StringComparer.Ordinal))
        {
            var ecrans = Ecrans.Where(e => e.Dossier == dossier).ToList();
            page.Append($"| `{dossier}` | {Liste(ecrans.Select(e => $"`{e.Adresse}`"))} | {Liste(ecrans.Select(e => e.Qui))} | ")
                .Append(Liste(Verbes.Where(v => DossierDe(v) == dossier).Select(v => $"`{v.Chemin}`")))
                .Append($" | {Liste(Api.Where(a => a.Dossier == dossier).Select(a => $"`{a.Methode} {a.Adresse}`"))} |\n");
        }

        page.Append("\n## Commandes\n\n| commande | ce qu'elle fait |\n|---|---|\n");
        foreach (var verbe in Verbes)
        {
            page.Append($"| `neuvieme {verbe.Chemin}` | {verbe.Description} |\n");
        }

        return page.ToString();
    }

    static string Liste(IEnumerable<string> textes) => string.Join("<br>", textes.Distinct());

    static Ecran Ecran(PageActionDescriptor page, string adresse)
    {
        var modele = typeof(Application).Assembly.GetType("Neuvieme" + Path.ChangeExtension(page.RelativePath, null).Replace('/', '.') + "Model")
            ?? throw new InvalidOperationException($"{page.RelativePath} : modèle introuvable sous le nom que son dossier annonce.");
        var roles = modele.GetCustomAttribute<AccesAttribute>(inherit: true)?.Roles ?? [];
        var qui = modele.IsDefined(typeof(AccesPublicAttribute), inherit: true) ? "tous"
            : roles.Count == Enum.GetValues<Role>().Length ? "tout compte"
            : roles.Count == 0 ? "personne" : string.Join(", ", roles.Select(Habilitation.Libelle));
        return new(Path.GetDirectoryName(page.RelativePath)!.Replace('\\', '/')["/Fonctions".Length..].TrimStart('/'), adresse, qui, modele);
    }

    static string Adresse(RouteEndpoint point) => "/" + point.RoutePattern.RawText!.Trim('/');

    static string DossierDe(Type type)
    {
        var noms = (type.Namespace ?? "").Split('.');
        return noms is ["Neuvieme", "Fonctions", ..] ? string.Join('/', noms[2..]) : "";
    }

    static IEnumerable<Verbe> Feuilles(Command commande, string chemin) => commande.Subcommands.SelectMany(c =>
    {
        var ici = (chemin + " " + c.Name).Trim();
        return c.Action is null ? Feuilles(c, ici) : Feuilles(c, ici).Prepend(new(ici, c.Description ?? ""));
    });
}
