using System.Net;
using System.Net.Mail;

namespace Neuvieme.Socle.Courrier;

public enum ModeCourrier { Aucun, Dossier, Smtp }

/// <summary>Où partent les courriels, au nom de qui, et l'adresse du site que portent leurs liens.</summary>
public sealed record ReglagesCourrier
{
    public const string VariableDuMotDePasse = "NEUVIEME_COURRIER_MOT_DE_PASSE";
    public const string DossierParDefaut = "var/courriels";

    public ModeCourrier Mode { get; private init; }
    public string Dossier { get; private init; } = "";
    public string Hote { get; private init; } = "";
    public int Port { get; private init; }
    public bool Chiffre { get; private init; }
    public string Utilisateur { get; private init; } = "";
    public string MotDePasse { get; private init; } = "";
    public MailAddress Expediteur { get; private init; } = new("neuvieme@localhost", "Neuvième");
    public Uri Site { get; private init; } = new("http://127.0.0.1:5080");
    /// <summary>Entre deux passages de la tâche de fond.</summary>
    public TimeSpan Cadence { get; init; } = TimeSpan.FromSeconds(10);

    public static ReglagesCourrier Aucun { get; } = new();

    /// <summary>Ce que l'administrateur lit : jamais le mot de passe.</summary>
    public string Description => Mode switch
    {
        ModeCourrier.Dossier => $"écrits dans le dossier {Dossier}, sans être envoyés",
        ModeCourrier.Smtp => $"envoyés par {Hote}, port {Port}, {(Chiffre ? "chiffrés (STARTTLS)" : "en clair")}",
        _ => "gardés en file : ce site n’en envoie pas lui-même",
    };

    /// <summary>L'adresse complète d'une page du site.</summary>
    public string Lien(string chemin) => Site.GetLeftPart(UriPartial.Path).TrimEnd('/') + chemin;

    /// <param name="courrier">« dossier », « dossier:CHEMIN », « smtp://… » ou « aucun ».</param>
    /// <param name="motDePasse">Hors de la ligne de commande, que toute la machine peut lire ; sinon celui de l'adresse.</param>
    public static (ReglagesCourrier? Lus, string Refus) Lire(string courrier, string? expediteur, string? site, string? motDePasse, Uri siteParDefaut)
    {
        if (Adresse(expediteur, out var de) is { Length: > 0 } expediteurRefuse)
        {
            return (null, expediteurRefuse);
        }

        if (SiteLu(site, siteParDefaut) is not { } adresse)
        {
            return (null, "--adresse-publique : donnez l’adresse du site telle que les gens l’ouvrent, par exemple https://neuvieme.ac-exemple.fr.");
        }

        var communs = new ReglagesCourrier { Expediteur = de ?? Aucun.Expediteur, Site = adresse };
        if (courrier == "aucun")
        {
            return (communs, "");
        }

        if (courrier == "dossier" || courrier.StartsWith("dossier:", StringComparison.Ordinal))
        {
            var dossier = courrier.Length > 8 ? courrier[8..] : DossierParDefaut;
            return (communs with { Mode = ModeCourrier.Dossier, Dossier = Path.GetFullPath(dossier) }, "");
        }

        if (courrier.StartsWith("smtps:", StringComparison.OrdinalIgnoreCase))
        {
            return (null, "--courrier : le port 465 (smtps) n’est pas pris en charge ; employez smtp://HOTE:587, chiffré par STARTTLS.");
        }

        if (!Uri.TryCreate(courrier, UriKind.Absolute, out var u) || u.Scheme != "smtp" || u.Host.Length == 0 || u.AbsolutePath is not ("" or "/"))
        {
            return (null, "--courrier : « dossier », « dossier:CHEMIN », « aucun » ou « smtp://[utilisateur@]hôte:port?tls=starttls ».");
        }

        return de is null || string.IsNullOrWhiteSpace(site)
            ? (null, "--courrier smtp://… demande aussi --expediteur (l’adresse qui envoie) et --adresse-publique (celle du site) : sans elles, les courriels seraient refusés ou leurs liens morts.")
            : Smtp(communs, u, motDePasse);
    }

    static (ReglagesCourrier?, string) Smtp(ReglagesCourrier communs, Uri u, string? motDePasse)
    {
        var local = u.IsLoopback || (IPAddress.TryParse(u.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
        bool? chiffre = u.Query.ToLowerInvariant() switch { "" => !local, "?tls=starttls" => true, "?tls=non" => false, _ => null };
        if (chiffre is null)
        {
            return (null, "--courrier : après « ? », écrivez tls=starttls (chiffré) ou tls=non (en clair).");
        }

        var identite = u.UserInfo.Split(':', 2);
        var utilisateur = Uri.UnescapeDataString(identite[0]);
        var secret = !string.IsNullOrEmpty(motDePasse) ? motDePasse : identite.Length == 2 ? Uri.UnescapeDataString(identite[1]) : "";
        if (utilisateur.Length > 0 && secret.Length == 0)
        {
            return (null, $"--courrier : donnez le mot de passe de « {utilisateur} » dans la variable {VariableDuMotDePasse}.");
        }

        if (utilisateur.Length > 0 && chiffre == false && !local)
        {
            return (null, "--courrier : un mot de passe ne s’envoie pas en clair ; employez tls=starttls.");
        }

        return (communs with { Mode = ModeCourrier.Smtp, Hote = u.Host.Trim('[', ']'), Port = u.Port > 0 ? u.Port : 25, Chiffre = chiffre.Value, Utilisateur = utilisateur, MotDePasse = utilisateur.Length > 0 ? secret : "" }, "");
    }

    static string? Adresse(string? expediteur, out MailAddress? lue)
    {
        lue = null;
        if (string.IsNullOrWhiteSpace(expediteur))
        {
            return null;
        }

        return !expediteur.Any(char.IsControl) && MailAddress.TryCreate(expediteur.Trim(), out lue) && lue.Address.All(char.IsAscii) ? null
            : "--expediteur : donnez une adresse, par exemple « Neuvième <ne-pas-repondre@ac-exemple.fr> ».";
    }

    static Uri? SiteLu(string? site, Uri parDefaut) => string.IsNullOrWhiteSpace(site) ? parDefaut
        : Uri.TryCreate(site.Trim(), UriKind.Absolute, out var u) && u.Scheme is "http" or "https" && u.Query.Length == 0 && u.Fragment.Length == 0 && u.UserInfo.Length == 0 ? u : null;

    // Un enregistrement s'imprime avec toutes ses valeurs : pas celle-ci.
    public override string ToString() => Description;
}
