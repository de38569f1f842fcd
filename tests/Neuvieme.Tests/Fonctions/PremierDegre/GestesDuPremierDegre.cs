using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.MissionsDirectes;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.PremierDegre;

/// <summary>Les gestes que les essais du premier degré refont : préparer, demander, accorder, proposer.</summary>
static class GestesDuPremierDegre
{
    public const string Ien = "ien@demo.neuvieme.fr", Directrice = "directrice@demo.neuvieme.fr", Recteur = "recteur@demo.neuvieme.fr", Gestion = "gestion@demo.neuvieme.fr";
    public const string Morvan = "leila.morvan@demo.neuvieme.fr", Tessier = "marc.tessier@demo.neuvieme.fr";
    public const string Circonscription = "0990900R", Tilleuls = "0990101X", VieuxMoulin = "0990102Y";

    public static string Texte(IDocument page) => page.QuerySelector("main")!.TextContent.Replace('\u00a0', ' ').Replace('\u202f', ' ');

    public static Task<long> Agent(ServeurDeTest serveur, string courriel) => serveur.Lire(db => db.Agents.Where(a => a.Courriel == courriel).Select(a => a.Id).SingleAsync());

    public static Task<MissionDirecte> Lue(ServeurDeTest serveur, long id) => serveur.Lire(db => db.MissionsDirectes.AsNoTracking().SingleAsync(m => m.Id == id));

    /// <summary>Remplit le formulaire et rend le numéro de la mission préparée.</summary>
    public static async Task<long> Preparer(Visiteur qui, string code, long agent, long centimes, params (string, string)[] autres)
    {
        var page = await qui.EnvoyerFormulaire($"/premier-degre/preparer?code={code}", [("Saisie.AgentId", $"{agent}"), ("Saisie.Centimes", $"{centimes}"), ("Saisie.DejaPayee", "false"), .. autres]);
        qui.Ici.ShouldStartWith("/premier-degre/suivre/", Case.Sensitive, Texte(page));
        return long.Parse(qui.Ici.Split('/')[^1]);
    }

    public static Task<IHtmlDocument> Suivre(Visiteur qui, long id, string bouton, params (string, string)[] champs) => qui.Cliquer($"/premier-degre/suivre/{id}", bouton, champs);

    public static async Task Accorder(ServeurDeTest serveur, string courriel, long id)
    {
        using var agent = await serveur.Visiteur(courriel);
        await agent.Cliquer($"/premier-degre/ma-mission/{id}", "Je donne mon accord");
    }

    public static IEnumerable<string> Boutons(IDocument page) => page.QuerySelectorAll("main button").Select(b => b.TextContent.Trim());
}
