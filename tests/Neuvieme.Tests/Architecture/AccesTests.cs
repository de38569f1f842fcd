using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Architecture;

/// <summary>docs/acces.md dit qui peut quoi : il n'y manque rien, rien n'y est de trop, et l'application entière s'y tient.</summary>
public partial class AccesTests
{
    const string SansCompte = "Sans compte";
    static readonly TableauDAcces Tableau = TableauDAcces.Lire();

    [Fact]
    public async Task Tableau_ToutesLesAdressesEtTousLesGestes()
    {
        var carte = await Carte.Relever();
        var offerts = carte.Ecrans.SelectMany(e => Gestes(e).Select(g => $"{g.Verbe} {e.Adresse} {g.Nom}".Trim()))
            .Concat(carte.Api.Select(a => $"{a.Methode} {a.Adresse}")).ToHashSet(StringComparer.Ordinal);
        var dits = Tableau.Gestes.Select(g => g.Cle).ToHashSet(StringComparer.Ordinal);

        offerts.Except(dits).Order(StringComparer.Ordinal).ShouldBeEmpty("absents de docs/acces.md");
        dits.Except(offerts).Order(StringComparer.Ordinal).ShouldBeEmpty("dans docs/acces.md, et nulle part ailleurs");
    }

    [Fact]
    public void Tableau_ToutesLesQualites()
    {
        Tableau.Colonnes.Except(SituationDAcces.Visiteurs.Keys.Append(SansCompte)).ShouldBeEmpty();
        SituationDAcces.Visiteurs.Keys.Append(SansCompte).Except(Tableau.Colonnes).ShouldBeEmpty();
        Enum.GetValues<Role>().Except(SituationDAcces.Visiteurs.Values.Select(v => v.Role)).ShouldBeEmpty("chaque rôle a sa colonne");
    }

    [Fact]
    public async Task Tableau_ToutesLesCommandes()
    {
        var racine = Neuvieme.Socle.Cli.Verbes.Racine();
        foreach (var verbe in (await Carte.Relever()).Verbes)
        {
            var commande = verbe.Chemin.Split(' ').Aggregate((System.CommandLine.Command)racine, (c, mot) => c.Subcommands.Single(s => s.Name == mot));
            var attendu = commande.Options.Any(o => o.Name == "--base" && o.Description == Neuvieme.Socle.Cli.Verbes.Base().Description) ? "base" : "aucune";
            Tableau.Commandes.GetValueOrDefault(verbe.Chemin, "absente de docs/acces.md").ShouldBe(attendu, verbe.Chemin);
        }

        Tableau.Commandes.Keys.Except((await Carte.Relever()).Verbes.Select(v => v.Chemin)).ShouldBeEmpty();
    }

    /// <summary>Le tableau entier, case par case : le code rendu, et rien d'écrit quand c'est refusé.</summary>
    [Fact]
    public async Task Cases_ParHttp_CommeLeDitLeTableau()
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite, SituationDAcces.Poser);
        await using var db = Connexion.Ouvrir(serveur.Chaine);
        var objets = new ObjetsDAcces(db);
        List<string> ecarts = [];
        foreach (var (objet, colonne) in Tableau.Gestes.Select(g => g.Objet).Distinct().SelectMany(o => Tableau.Colonnes.Select(c => (o, c))))
        {
            await objets.De(objet, colonne);
        }

        foreach (var colonne in Tableau.Colonnes)
        {
            using var visiteur = await VisiteurDAcces.Ouvrir(serveur, colonne == SansCompte ? null : SituationDAcces.Visiteurs[colonne].Courriel);
            foreach (var geste in Tableau.Gestes)
            {
                var (propre, autre) = geste.Cases[colonne];
                var (sien, autres) = await objets.De(geste.Objet, colonne);
                ecarts.AddRange(await Jouer(visiteur, db, geste, colonne, sien, propre, sienne: true));
                foreach (var deLAutre in autres)
                {
                    ecarts.AddRange(await Jouer(visiteur, db, geste, colonne, deLAutre, autre, sienne: false));
                }
            }
        }

        ecarts.ShouldBeEmpty();
    }

    [Fact]
    public async Task AutresVerbes_RefusesATous()
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite);
        var adresses = Tableau.Gestes.GroupBy(g => g.Adresse).Select(g => (Adresse: EnvoisDAcces.Adresse(g.First() with { Geste = "" }, new("1", "")), Poste: g.Any(x => x.Verbe == "POST"))).ToList();
        foreach (var courriel in new[] { null, "principal@demo.neuvieme.fr", "secretariat@demo.neuvieme.fr", "admin@demo.neuvieme.fr" })
        {
            using var visiteur = await VisiteurDAcces.Ouvrir(serveur, courriel);
            foreach (var (adresse, poste) in adresses)
            {
                foreach (var methode in new[] { HttpMethod.Put, HttpMethod.Delete, HttpMethod.Patch }.Concat(poste ? [] : [HttpMethod.Post]))
                {
                    using var reponse = await visiteur.Envoyer(methode, adresse, []);
                    reponse.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed, $"{courriel ?? SansCompte} : {methode} {adresse}");
                }
            }
        }
    }

    static async Task<IEnumerable<string>> Jouer(VisiteurDAcces visiteur, NeuviemeDb db, GesteAttendu geste, string colonne, ObjetDAcces objet, string attendu, bool sienne)
    {
        var adresse = EnvoisDAcces.Adresse(geste, objet);
        var avant = attendu == "P" ? 0 : await db.Journal.CountAsync(TestContext.Current.CancellationToken);
        using var reponse = geste.Verbe == "GET" ? await visiteur.Envoyer(HttpMethod.Get, adresse, null) : await visiteur.Envoyer(HttpMethod.Post, adresse, EnvoisDAcces.Champs(geste, objet, sienne));
        var obtenu = Code(reponse);
        List<string> ecarts = [];
        if (obtenu != (attendu == "S" ? "P" : attendu))
        {
            ecarts.Add($"{colonne} : {geste}, {(sienne ? "sa portée" : $"autre portée ({objet.Uai})")} : {obtenu} au lieu de {attendu}");
        }

        if (attendu != "P" && await db.Journal.CountAsync(TestContext.Current.CancellationToken) != avant)
        {
            ecarts.Add($"{colonne} : {geste}, {(sienne ? "sa portée" : "autre portée")} : le journal a été écrit");
        }

        if (attendu != "P" && !sienne && (await reponse.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Contains(SituationDAcces.Marque, StringComparison.Ordinal))
        {
            ecarts.Add($"{colonne} : {geste} : la réponse montre ce qui est d'une autre portée");
        }

        if (geste.Verbe == "GET" && geste.Adresse != "/sante")
        {
            using var tete = await visiteur.Envoyer(HttpMethod.Head, adresse, null);
            if (Code(tete) != obtenu)
            {
                ecarts.Add($"{colonne} : HEAD {adresse} : {Code(tete)}, et {obtenu} en GET");
            }
        }

        return ecarts;
    }

    static string Code(HttpResponseMessage reponse) => reponse.StatusCode switch
    {
        HttpStatusCode.Forbidden => "R",
        HttpStatusCode.NotFound => "I",
        HttpStatusCode.Redirect when reponse.Headers.Location!.ToString() is var ou && ou.Contains("/comptes/connexion", StringComparison.Ordinal) && ou.Contains("retour=", StringComparison.Ordinal) => "C",
        HttpStatusCode.OK or HttpStatusCode.Redirect => "P",
        var autre => ((int)autre).ToString(),
    };

    /// <summary>« OnPostDeciderAsync » → (POST, Decider). Une page sans gestionnaire s'ouvre quand même : elle a un GET.</summary>
    static IEnumerable<(string Verbe, string Nom)> Gestes(Ecran ecran)
    {
        var methodes = ecran.Modele.GetMethods(BindingFlags.Public | BindingFlags.Instance).Where(m => !m.IsDefined(typeof(NonHandlerAttribute), inherit: true))
            .Select(m => Gestionnaire().Match(m.Name)).Where(m => m.Success).Select(m => (m.Groups["verbe"].Value.ToUpperInvariant(), m.Groups["nom"].Value)).ToList();
        return methodes.Append(("GET", "")).Distinct();
    }

    [GeneratedRegex("^On(?<verbe>Get|Post|Put|Delete|Patch|Head|Options)(?<nom>(?!Async$)[A-Z]\\w*?)?(Async)?$")]
    private static partial Regex Gestionnaire();
}

/// <summary>Des requêtes écrites une à une, sans suivre les redirections ni garder d'autre cookie que la session et le jeton.</summary>
sealed class VisiteurDAcces : IDisposable
{
    readonly HttpClient _http;
    string _cookies = "";
    string _jeton = "";

    VisiteurDAcces(Uri adresse) => _http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = adresse };

    public static async Task<VisiteurDAcces> Ouvrir(ServeurDeTest serveur, string? courriel)
    {
        var visiteur = new VisiteurDAcces(serveur.Adresse);
        if (courriel is not null)
        {
            var (nom, valeur) = await serveur.Session(courriel);
            visiteur._cookies = $"{nom}={valeur}";
        }

        using var page = await visiteur.Envoyer(HttpMethod.Get, courriel is null ? "/comptes/connexion" : "/textes/comparer", null);
        visiteur._jeton = (await new HtmlParser().ParseDocumentAsync(await page.Content.ReadAsStringAsync())).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        visiteur._cookies = string.Join("; ", [.. visiteur._cookies.Length > 0 ? [visiteur._cookies] : Array.Empty<string>(), .. page.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]).Where(c => c.StartsWith("neuvieme-formulaire", StringComparison.Ordinal))]);
        return visiteur;
    }

    public async Task<HttpResponseMessage> Envoyer(HttpMethod methode, string adresse, IEnumerable<(string Nom, string Valeur)>? champs)
    {
        using var demande = new HttpRequestMessage(methode, adresse);
        if (_cookies.Length > 0)
        {
            demande.Headers.Add("Cookie", _cookies);
        }

        if (champs is not null)
        {
            demande.Content = new FormUrlEncodedContent([.. champs.Select(c => KeyValuePair.Create(c.Nom, c.Valeur)), new("__RequestVerificationToken", _jeton)]);
        }

        return await _http.SendAsync(demande, TestContext.Current.CancellationToken);
    }

    public void Dispose() => _http.Dispose();
}
