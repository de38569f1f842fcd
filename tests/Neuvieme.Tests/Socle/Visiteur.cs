using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Neuvieme.Tests.Socle;

/// <summary>Une personne devant son écran, sans JavaScript : elle ouvre des pages, remplit les formulaires qu'elles montrent.</summary>
public sealed class Visiteur : IDisposable
{
    readonly HttpClient _http;

    public Visiteur(Uri adresse, (string Nom, string Valeur)? session = null)
    {
        var cookies = new CookieContainer();
        if (session is { } s)
        {
            cookies.Add(adresse, new Cookie(s.Nom, s.Valeur));
        }

        _http = new(new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = true }) { BaseAddress = adresse };
    }

    public HttpClient Http => _http;

    /// <summary>L'adresse où l'on est arrivé, redirections suivies.</summary>
    public string Ici { get; private set; } = "";

    public void Dispose() => _http.Dispose();

    public Task<HttpResponseMessage> Obtenir(string url) => _http.GetAsync(url, TestContext.Current.CancellationToken);

    public async Task<IHtmlDocument> Page(string url, HttpStatusCode attendu = HttpStatusCode.OK)
    {
        using var reponse = await Obtenir(url);
        reponse.StatusCode.ShouldBe(attendu, $"GET {url}");
        return await Lire(reponse);
    }

    public Task<IHtmlDocument> SeConnecter(string courriel, string motDePasse) =>
        EnvoyerFormulaire("/comptes/connexion", ("Courriel", courriel), ("MotDePasse", motDePasse));

    /// <summary>
    /// Ouvre la page, remplit le formulaire qui porte tous ces champs comme le ferait un navigateur (valeurs déjà
    /// affichées et jeton antirejeu compris), l'envoie, suit la redirection et rend la page d'arrivée.
    /// </summary>
    public async Task<IHtmlDocument> EnvoyerFormulaire(string url, params (string Nom, string Valeur)[] champs)
    {
        var page = await Page(url);
        return await Envoyer(page, url, f => champs.All(c => Porte(f, c.Nom)), champs);
    }

    /// <summary>Comme <see cref="EnvoyerFormulaire"/>, pour une page où plusieurs formulaires se ressemblent.</summary>
    public async Task<IHtmlDocument> EnvoyerFormulaireDe(string url, string selecteur, params (string Nom, string Valeur)[] champs)
    {
        var page = await Page(url);
        return await Envoyer(page, url, f => f.Matches(selecteur) && champs.All(c => Porte(f, c.Nom)), champs);
    }

    public async Task<IHtmlDocument> EnvoyerFichier(string url, string champ, string nomDuFichier, byte[] contenu, params (string Nom, string Valeur)[] champs)
    {
        var page = await Page(url);
        var formulaire = Choisir(page, url, f => Porte(f, champ));
        using var corps = new MultipartFormDataContent();
        foreach (var (nom, valeur) in Remplir(formulaire, champs).Where(c => c.Nom != champ))
        {
            corps.Add(new StringContent(valeur), nom);
        }

        corps.Add(new ByteArrayContent(contenu), champ, nomDuFichier);
        using var reponse = await _http.PostAsync(Cible(formulaire, url), corps, TestContext.Current.CancellationToken);
        return await Lire(reponse);
    }

    async Task<IHtmlDocument> Envoyer(IHtmlDocument page, string url, Func<IElement, bool> choix, (string, string)[] champs)
    {
        var formulaire = Choisir(page, url, choix);
        using var corps = new FormUrlEncodedContent(Remplir(formulaire, champs).Select(c => KeyValuePair.Create(c.Nom, c.Valeur)));
        using var reponse = await _http.PostAsync(Cible(formulaire, url), corps, TestContext.Current.CancellationToken);
        ((int)reponse.StatusCode).ShouldBeLessThan(500, $"POST {url}");
        return await Lire(reponse);
    }

    static IElement Choisir(IHtmlDocument page, string url, Func<IElement, bool> choix) =>
        page.QuerySelectorAll("form").FirstOrDefault(f => string.Equals(f.GetAttribute("method"), "post", StringComparison.OrdinalIgnoreCase) && choix(f))
            ?? throw new InvalidOperationException($"{url} ne montre aucun formulaire à envoyer qui porte ces champs. Formulaires de la page : "
                + string.Join(" | ", page.QuerySelectorAll("form").Select(f => string.Join(", ", Champs(f).Select(c => c.GetAttribute("name"))))));

    static bool Porte(IElement formulaire, string nom) => Champs(formulaire).Any(c => c.GetAttribute("name") == nom);

    static IEnumerable<IElement> Champs(IElement formulaire) => formulaire.QuerySelectorAll("input[name], select[name], textarea[name], button[name]");

    /// <summary>Ce qu'un navigateur enverrait : les valeurs affichées, remplacées par celles que l'on saisit.</summary>
    static List<(string Nom, string Valeur)> Remplir(IElement formulaire, (string Nom, string Valeur)[] champs)
    {
        var saisis = champs.Select(c => c.Nom).ToHashSet(StringComparer.Ordinal);
        var envoi = new List<(string, string)>();
        foreach (var champ in Champs(formulaire).Where(c => !saisis.Contains(c.GetAttribute("name")!) && !c.HasAttribute("disabled")))
        {
            var nom = champ.GetAttribute("name")!;
            switch (champ)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio" } coche:
                    if (coche.IsChecked)
                    {
                        envoi.Add((nom, coche.Value is { Length: > 0 } v ? v : "on"));
                    }

                    break;
                case IHtmlInputElement { Type: "submit" or "button" or "image" or "file" }: break;
                case IHtmlInputElement saisie: envoi.Add((nom, saisie.Value ?? "")); break;
                case IHtmlSelectElement liste: envoi.AddRange(liste.SelectedOptions.Select(o => (nom, o.Value))); break;
                case IHtmlTextAreaElement texte: envoi.Add((nom, texte.Value)); break;
            }
        }

        envoi.AddRange(champs);
        return envoi;
    }

    static string Cible(IElement formulaire, string url) => formulaire.GetAttribute("action") is { Length: > 0 } action ? action : url;

    async Task<IHtmlDocument> Lire(HttpResponseMessage reponse)
    {
        Ici = reponse.RequestMessage?.RequestUri?.PathAndQuery ?? "";
        var html = await reponse.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return await new HtmlParser().ParseDocumentAsync(html, TestContext.Current.CancellationToken);
    }
}
