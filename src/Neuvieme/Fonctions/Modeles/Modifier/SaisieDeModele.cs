using Neuvieme.Socle;

namespace Neuvieme.Fonctions.Modeles.Modifier;

/// <summary>Ce que le formulaire porte. Une phrase laissée vide est celle du modèle livré ; masquée, elle ne s'affiche pas.</summary>
public sealed class SaisieDeModele
{
    const int SourceAuPlus = 60_000;

    public string? Nom { get; set; }
    public string? Lignes { get; set; }
    public string? Alt { get; set; }
    public IFormFile? Logo { get; set; }
    public bool RetirerLogo { get; set; }
    public Dictionary<string, string?> Phrases { get; set; } = [];
    public List<string> Masquees { get; set; } = [];
    public string? Source { get; set; }
    public string? Cas { get; set; }
    public string? Version { get; set; }

    public static SaisieDeModele De(ContenuDeModele c, FicheModele fiche, string version) => new()
    {
        Nom = c.EnTete.Nom, Lignes = string.Join("\n", c.EnTete.Lignes), Alt = c.EnTete.Alt,
        Phrases = c.Phrases.Where(p => p.Value.Length > 0).ToDictionary(p => p.Key, p => (string?)p.Value), Masquees = [.. c.Phrases.Where(p => p.Value.Length == 0).Select(p => p.Key)],
        Source = c.Source.Length > 0 ? c.Source : fiche.SourceLivree(), Version = version,
    };

    /// <summary>Ce qui est écrit, avec le logo déjà là s'il n'est ni remplacé ni retiré.</summary>
    public async Task<(ContenuDeModele Contenu, IReadOnlyList<Refus> Refus)> Lire(FicheModele fiche, ContenuDeModele actuel, CancellationToken ct)
    {
        List<Refus> refus = [];
        var (logo, raison) = Logo is not null ? ControleDuLogo.Lire(await Octets(Logo, ct)) : (RetirerLogo ? "" : actuel.EnTete.Logo, null);
        if (raison is not null)
        {
            refus.Add(new("Saisie.Logo", raison));
            logo = actuel.EnTete.Logo;
        }

        var lignes = Texte(Lignes).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (lignes.Length > 6 || lignes.Append(Texte(Nom)).Append(Texte(Alt)).Any(l => l.Length > 200))
        {
            refus.Add(new("Saisie.Lignes", "L’en-tête a six lignes au plus, de 200 caractères au plus chacune."));
        }

        var source = (Source ?? "").Replace("\r\n", "\n", StringComparison.Ordinal);
        if (source.Length > SourceAuPlus || source.Count(c => c == '\n') > 2000)
        {
            refus.Add(new("Saisie.Source", "La source a 60 000 caractères et 2 000 lignes au plus."));
        }

        var phrases = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (cle, texte) in Phrases.Where(p => !string.IsNullOrWhiteSpace(p.Value))) phrases[cle] = Texte(texte);
        foreach (var cle in Masquees) phrases[cle] = "";
        return (new(new(Texte(Nom), lignes, logo, logo.Length > 0 ? Texte(Alt) : ""), phrases, source.Trim().Length == 0 || source.TrimEnd() == fiche.SourceLivree().TrimEnd() ? "" : source), refus);
    }

    static string Texte(string? texte) => (texte ?? "").Replace("\r\n", "\n", StringComparison.Ordinal).Trim();

    static async Task<byte[]> Octets(IFormFile fichier, CancellationToken ct)
    {
        using var memoire = new MemoryStream();
        await fichier.CopyToAsync(memoire, ct);
        return memoire.ToArray();
    }
}
