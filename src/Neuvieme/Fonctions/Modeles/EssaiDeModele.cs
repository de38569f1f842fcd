using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Neuvieme.Socle.Documents;

namespace Neuvieme.Fonctions.Modeles;

/// <summary>Une phrase du modèle, telle qu'il est livré.</summary>
/// <param name="Commune">Elle est la même dans tous les documents.</param>
public sealed record PhraseDeModele(string Cle, string Origine, bool Commune);

/// <summary>Les phrases qu'un modèle laisse changer, et les repères qu'elles peuvent citer.</summary>
public sealed partial record InventaireDeModele(IReadOnlyList<PhraseDeModele> Phrases, IReadOnlyList<string> Reperes)
{
    sealed record Lu(string[][] phrases, string[] communes, string[] reperes);

    /// <summary>Le modèle lui-même le dit : ce qu'une source ajoute ou retire y est.</summary>
    public static async Task<InventaireDeModele> De(MoteurTypst moteur, FicheModele fiche, string source, CancellationToken ct)
    {
        var demande = new DemandeDeDocument(fiche.Cle, ExempleDeModele.De(fiche)[0].Donnees) { Source = source.Length > 0 ? source : null, Essai = true, Voulu = RenduVoulu.Inventaire };
        demande.Donnees.AsObject().Remove("phrases");
        var lu = JsonSerializer.Deserialize<Lu>((await moteur.ComposerAsync(demande, ct)).Pdf)!;
        var communes = lu.communes.ToHashSet(StringComparer.Ordinal);
        return new([.. lu.phrases.Select(p => new PhraseDeModele(p[0], p[1], communes.Contains(p[0])))], lu.reperes);
    }

    /// <summary>Les repères de cette phrase d'origine, puis ceux du document.</summary>
    public IReadOnlyList<string> Permis(PhraseDeModele phrase) => [.. Cites(phrase.Origine).Concat(Reperes).Distinct(StringComparer.Ordinal)];

    public static IEnumerable<string> Cites(string texte) => Repere().Matches(texte).Select(m => m.Groups["nom"].Value);

    /// <summary>Pourquoi cette phrase ne peut pas servir ; nul si elle le peut.</summary>
    public string? Refuser(string cle, string texte)
    {
        if (Phrases.FirstOrDefault(p => p.Cle == cle) is not { } phrase)
        {
            return $"La phrase « {cle} » n’existe pas dans ce modèle.";
        }

        var permis = Permis(phrase);
        return texte.Length > 1000 ? $"Phrase « {cle} » : 1 000 caractères au plus."
            : Cites(texte).FirstOrDefault(r => !permis.Contains(r)) is { } inconnu ? $"Phrase « {cle} » : le repère {{{inconnu}}} n’existe pas ici. Repères permis : {string.Join(", ", permis.Select(r => $"{{{r}}}"))}."
            : null;
    }

    [GeneratedRegex(@"\{(?<nom>[A-Za-z]+)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Repere();
}

/// <summary>Ce qu'un contenu donne sur des données d'exemple.</summary>
public static partial class EssaiDeModele
{
    /// <summary>Au-delà, la liste n'apprend plus rien.</summary>
    const int EchecsMontres = 6;

    /// <summary>Tous les exemples, dans les deux normes ; la liste de ceux qui ne se rendent pas, vide s'ils passent tous.</summary>
    public static async Task<IReadOnlyList<string>> Tout(MoteurTypst moteur, FicheModele fiche, ContenuDeModele contenu, CancellationToken ct)
    {
        List<string> echecs = [];
        foreach (var (exemple, norme) in ExempleDeModele.De(fiche).SelectMany(e => Enum.GetValues<NormePdf>().Select(n => (e, n))))
        {
            try
            {
                await moteur.ComposerAsync(contenu.Demander(fiche, exemple.Donnees) with { Norme = norme, Essai = true }, ct);
            }
            catch (DocumentImpossibleException erreur)
            {
                echecs.Add($"Exemple « {exemple.Nom} », {(norme == NormePdf.Accessible ? "PDF/UA-1" : "PDF/A-2a")} : {Dire(erreur.Message)}");
                // Sans fin ou sans mémoire, chaque exemple de plus ferait attendre autant pour rien.
                if (erreur.InnerException is not null || echecs.Count == EchecsMontres) break;
            }
        }

        return echecs;
    }

    /// <summary>La page s'ouvre sans attendre le dessin, dix fois plus lourd qu'elle : il se demande ensuite.</summary>
    public static Apercu PasEncore(FicheModele fiche, string cas) => new(fiche, Choisir(fiche, cas).Nom, "", "");

    static ExempleDeModele Choisir(FicheModele fiche, string cas)
    {
        var exemples = ExempleDeModele.De(fiche);
        return exemples.FirstOrDefault(e => e.Nom == cas) ?? exemples[0];
    }

    /// <summary>Treize décimales de point n'ajoutent rien à l'écran.</summary>
    [GeneratedRegex(@"(?<=\d\.\d{4})\d+", RegexOptions.None, 1000)]
    private static partial Regex DecimalesDeTrop();

    /// <summary>Texte clair : en base64, la réponse compressée pèserait deux à trois fois plus.</summary>
    static string Adresse(byte[] svg) => "data:image/svg+xml;charset=utf-8," + DecimalesDeTrop().Replace(Encoding.UTF8.GetString(svg), "").Replace("%", "%25", StringComparison.Ordinal).Replace("#", "%23", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    public static async Task<Apercu> Voir(MoteurTypst moteur, FicheModele fiche, ContenuDeModele contenu, string cas, CancellationToken ct)
    {
        var exemple = Choisir(fiche, cas);
        try
        {
            var rendu = await moteur.ComposerAsync(contenu.Demander(fiche, exemple.Donnees) with { Essai = true, Voulu = RenduVoulu.Image }, ct);
            return new(fiche, exemple.Nom, Adresse(rendu.Pdf), "");
        }
        catch (DocumentImpossibleException erreur)
        {
            return new(fiche, exemple.Nom, "", Dire(erreur.Message));
        }
    }

    /// <summary>Les quelques mots du compilateur qu'une faute courante fait paraître, en français ; le reste est laissé tel quel.</summary>
    public static string Dire(string message)
    {
        var dit = new StringBuilder(Panique().Replace(message, "${dit}").Replace("\\\"", "\"", StringComparison.Ordinal).Replace("Modèle de document refusé — ", "", StringComparison.Ordinal));
        foreach (var (anglais, francais) in Mots) dit.Replace(anglais, francais);
        return dit.ToString();
    }

    static readonly (string, string)[] Mots =
    [
        ("unknown variable: ", "nom inconnu : "), ("file not found (searched at /modele-de-l-academie/", "fichier hors du modèle, qui ne lit que base.typ et ses données ("),
        ("failed to load file (access denied)", "fichier hors du modèle, qui ne lit que base.typ et ses données"), ("unclosed delimiter", "parenthèse, crochet ou accolade non fermé"),
        ("unclosed string", "guillemet non fermé"), ("failed to download package", "paquet refusé : un modèle ne charge rien du réseau"), ("package not found", "paquet refusé : un modèle ne charge rien de la machine"),
        (", hints: cannot read file outside of project root, you can adjust the project root with the --root argument", ""),
    ];

    [GeneratedRegex("panicked with: \"(?<dit>([^\"\\\\]|\\\\.)*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Panique();
}

/// <param name="Image">L'adresse « data: » des pages en SVG ; vide s'il y a une erreur, ou si rien n'est encore dessiné.</param>
public sealed record Apercu(FicheModele Fiche, string Cas, string Image, string Erreur);
