using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Neuvieme.Tests.Socle;

/// <summary>Une personne devant son écran, sans JavaScript : elle ouvre des pages, remplit et envoie les formulaires qu'elles montrent.</summary>
public sealed class Visiteur : IDisposable
{
    readonly HttpClient _http;
    Uri _ici;

    public Visiteur(Uri adresse, (string Nom, string Valeur)? session = null)
    {
        var cookies = new CookieContainer();
        if (session is { } s)
        {
            cookies.Add(adresse, new Cookie(s.Nom, s.Valeur));
        }

        _ici = adresse;
        _http = new(new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = true }) { BaseAddress = adresse };
    }

    public HttpClient Http => _http;

    /// <summary>L'adresse où l'on est arrivé, redirections suivies.</summary>
    public string Ici => _ici.PathAndQuery;

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
        var formulaire = Formulaire(page, f => champs.All(c => Porte(f, c.Nom)), string.Join(", ", champs.Select(c => c.Nom)));
        return await Envoyer(formulaire, bouton: null, champs);
    }

    /// <summary>Ouvre la page et appuie sur le bouton qui porte ce texte, avec ce qu'il envoie lui-même (nom, valeur, autre adresse).</summary>
    public async Task<IHtmlDocument> Cliquer(string url, string texte, params (string Nom, string Valeur)[] champs) =>
        await CliquerSur(await Page(url), texte, champs);

    /// <summary>Comme <see cref="Cliquer"/>, sur une page lue plus tôt et restée ouverte.</summary>
    public async Task<IHtmlDocument> CliquerSur(IHtmlDocument page, string texte, params (string Nom, string Valeur)[] champs)
    {
        var bouton = page.QuerySelectorAll("button").FirstOrDefault(b => b.TextContent.Contains(texte, StringComparison.Ordinal) && FormulaireDe(b) is not null)
            ?? throw new InvalidOperationException($"{Ici} n'a pas de bouton « {texte} » : " + string.Join(" | ", page.QuerySelectorAll("button").Select(b => b.TextContent.Trim())));
        return await CliquerSur(bouton, champs);
    }

    public Task<IHtmlDocument> CliquerSur(IElement bouton, params (string Nom, string Valeur)[] champs) => Envoyer(FormulaireDe(bouton)!, bouton, champs);
    /// <summary>Envoie une page ouverte plus tôt, telle qu'elle était : deux personnes sur la même fiche, un onglet resté ouvert.</summary>
    public Task<IHtmlDocument> Soumettre(IHtmlDocument page, string url, params (string Nom, string Valeur)[] champs)
    {
        _ici = new Uri(_http.BaseAddress!, url);
        return Envoyer(Formulaire(page, f => f.Closest("main") is not null && champs.All(c => Porte(f, c.Nom)), string.Join(", ", champs.Select(c => c.Nom))), bouton: null, champs);
    }

    public async Task<IHtmlDocument> EnvoyerFichier(string url, string champ, string nomDuFichier, byte[] contenu, params (string Nom, string Valeur)[] champs)
    {
        var formulaire = Formulaire(await Page(url), f => Porte(f, champ), champ);
        using var corps = new MultipartFormDataContent();
        foreach (var (nom, valeur) in Remplir(formulaire, null, champs).Where(c => c.Nom != champ))
        {
            corps.Add(new StringContent(valeur), nom);
        }

        corps.Add(new ByteArrayContent(contenu), champ, nomDuFichier);
        return await Poster(Cible(formulaire, bouton: null), corps);
    }

    async Task<IHtmlDocument> Envoyer(IElement formulaire, IElement? bouton, (string, string)[] champs)
    {
        using var corps = new FormUrlEncodedContent(Remplir(formulaire, bouton, champs).Select(c => KeyValuePair.Create(c.Nom, c.Valeur)));
        return await Poster(Cible(formulaire, bouton), corps);
    }

    async Task<IHtmlDocument> Poster(Uri cible, HttpContent corps)
    {
        using var reponse = await _http.PostAsync(cible, corps, TestContext.Current.CancellationToken);
        ((int)reponse.StatusCode).ShouldBeLessThan(500, $"POST {cible}");
        return await Lire(reponse);
    }

    IElement Formulaire(IHtmlDocument page, Func<IElement, bool> choix, string voulu) =>
        page.QuerySelectorAll("form").FirstOrDefault(f => string.Equals(f.GetAttribute("method"), "post", StringComparison.OrdinalIgnoreCase) && choix(f))
            ?? throw new InvalidOperationException($"{Ici} n'a aucun formulaire qui porte {voulu}. Champs de la page : "
                + string.Join(" | ", page.QuerySelectorAll("form").Select(f => string.Join(", ", Champs(f).Select(c => c.GetAttribute("name"))))));

    static bool Porte(IElement formulaire, string nom) => Champs(formulaire).Any(c => c.GetAttribute("name") == nom);

    const string Nommes = "input[name], select[name], textarea[name], button[name]";

    /// <summary>Les champs du formulaire : ceux qu'il contient, et ceux qui le désignent par leur attribut « form ».</summary>
    static IEnumerable<IElement> Champs(IElement formulaire) => formulaire.QuerySelectorAll(Nommes).Where(c => FormulaireDe(c) == formulaire)
        .Concat(formulaire.Owner!.QuerySelectorAll(Nommes).Where(c => c.HasAttribute("form") && c.Closest("form") != formulaire && FormulaireDe(c) == formulaire));

    static IElement? FormulaireDe(IElement element) => element.GetAttribute("form") is { } id ? element.Owner!.GetElementById(id) : element.Closest("form");

    /// <summary>Ce qu'un navigateur enverrait : les valeurs affichées, remplacées par celles que l'on saisit, et le bouton pressé.</summary>
    static List<(string Nom, string Valeur)> Remplir(IElement formulaire, IElement? bouton, (string Nom, string Valeur)[] champs)
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
                case IHtmlButtonElement when champ == bouton: envoi.Add((nom, champ.GetAttribute("value") ?? "")); break;
            }
        }

        envoi.AddRange(champs);
        return envoi;
    }

    Uri Cible(IElement formulaire, IElement? bouton) => new(_ici, bouton?.GetAttribute("formaction") ?? formulaire.GetAttribute("action") ?? "");

    async Task<IHtmlDocument> Lire(HttpResponseMessage reponse)
    {
        _ici = reponse.RequestMessage!.RequestUri!;
        var html = await reponse.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return await new HtmlParser().ParseDocumentAsync(html, TestContext.Current.CancellationToken);
    }
}
