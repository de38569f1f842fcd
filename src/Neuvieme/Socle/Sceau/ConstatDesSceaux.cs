namespace Neuvieme.Socle.Sceau;

public enum Confiance
{
    /// <summary>Délivré par une autorité connue de la machine ou du réglage.</summary>
    Reconnue,

    /// <summary>Délivré par son porteur : à comparer à l'empreinte qu'il a publiée.</summary>
    AutoSignee,

    /// <summary>Délivré par une autorité inconnue ici, ou pour un autre usage.</summary>
    Inconnue,

    /// <summary>Échu, ou pas encore valable, à la date que l'horodatage prouve ; sans lui, aujourd'hui.</summary>
    HorsValidite,
}

/// <param name="Instant">L'heure du jeton ; nulle s'il ne se lit pas.</param>
/// <param name="Motif">Pourquoi il n'est pas valide ; vide s'il l'est.</param>
public sealed record HorodatageConstate(DateTimeOffset? Instant, string Autorite, bool Valide, Confiance Confiance, string Motif = "");

/// <summary>Ce qu'un sceau du document prouve, et ce qu'il dit. Les textes viennent du fichier : nets de caractères de commande, à échapper à l'affichage.</summary>
public sealed record SceauConstate
{
    public string Champ { get; init; } = "";
    public string Nom { get; init; } = "";
    public string Raison { get; init; } = "";
    public string Lieu { get; init; } = "";

    /// <summary>L'heure que le signataire s'est donnée : elle ne prouve rien.</summary>
    public DateTimeOffset? DateDite { get; init; }

    /// <summary>Le nom que porte le certificat ; vide s'il ne se lit pas.</summary>
    public string Signataire { get; init; } = "";

    /// <summary>SHA-256 du certificat, en hexadécimal.</summary>
    public string EmpreinteDuCertificat { get; init; } = "";

    /// <summary>Faux quand le fichier a été complété depuis, par un autre sceau ou par n'importe qui.</summary>
    public bool CouvreToutLeFichier { get; init; }

    /// <summary>Les octets couverts sont ceux qui ont été scellés.</summary>
    public bool DocumentIntact { get; init; }

    public bool SignatureValide { get; init; }
    public Confiance Confiance { get; init; } = Confiance.Inconnue;
    public HorodatageConstate? Horodatage { get; init; }

    /// <summary>Pourquoi le sceau ne vaut pas ; vide s'il vaut.</summary>
    public string Motif { get; init; } = "";

    public bool Valide => DocumentIntact && SignatureValide && Horodatage is not { Valide: false };
}

/// <param name="Illisible">Pourquoi le fichier n'a pas pu être lu ; vide s'il l'a été.</param>
public sealed record ConstatDesSceaux(IReadOnlyList<SceauConstate> Sceaux, string Illisible = "")
{
    /// <summary>Tous les sceaux valent et le dernier couvre le fichier entier. Qui a scellé reste à regarder : <see cref="SceauConstate.Confiance"/>.</summary>
    public bool Intact => Illisible.Length == 0 && Sceaux.Count > 0 && Sceaux.All(s => s.Valide) && Sceaux.Any(s => s.CouvreToutLeFichier);
}
