using System.Reflection;
using System.Text.RegularExpressions;
using Neuvieme.Droit;
using Neuvieme.Socle.Web;

namespace Neuvieme.Tests.Architecture;

public partial class FichiersTests
{
    [Fact]
    public void Fichiers_QuatreCentsLignesAuPlus()
    {
        var longs = Sources.Tous
            .Where(f => Path.GetExtension(f) is ".cs" or ".cshtml" or ".mjs" or ".js" or ".css" or ".typ" || f.StartsWith("scripts/", StringComparison.Ordinal))
            .Select(f => (f, n: Sources.Lignes(f).Length)).Where(x => x.n > 400).Select(x => $"{x.f} : {x.n} lignes");
        longs.ShouldBeEmpty();
    }

    [Fact]
    public void NomsDeFichiers_Ascii() => Sources.Tous.Where(f => !f.All(char.IsAscii)).ShouldBeEmpty();

    [Fact]
    public void Types_NomsAscii()
    {
        var noms = from t in Assemblages.SelectMany(a => a.GetTypes())
                   from n in t.GetMembers(BindingFlags.DeclaredOnly | BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
                       .Select(m => m.Name).Prepend(t.Name)
                   where !n.All(char.IsAscii)
                   select $"{t.FullName}.{n}";
        noms.ShouldBeEmpty();
    }

    [Fact]
    public void Sources_AucunCheminDeMachine() => Sources.Chercher(Sources.Tous.Where(EstTexte), CheminDeMachine()).ShouldBeEmpty();

    [Fact]
    public void Application_NeLitJamaisLHorlogeDirectement() => Sources.Chercher(Sources.Sous("src", ".cs", ".cshtml"), LectureDHorloge()).ShouldBeEmpty();

    [Fact]
    public void Application_NAttendJamaisEnBloquant() => Sources.Chercher(Sources.Sous("src", ".cs", ".cshtml"), Sommeil()).ShouldBeEmpty();

    /// <summary>Sans entrée au journal, un changement resterait invisible des pages gardées en mémoire (décision 0012).</summary>
    [Fact]
    public void Application_NEnregistreRienSansLeJournal()
    {
        // Rien de ce qu'ils écrivent n'est gardé : un fichier déposé pas encore confirmé, une clé, un courriel, la démonstration qui précède le serveur.
        string[] horsMemoire = ["FichierDepose.cs", "CleDeProtection.cs", "CleEmpreinte.cs", "Demonstration.cs", "Courriel.cs", "ResumeDeLaSemaine.cs"];
        Sources.Sous("src", ".cs").Where(f => !horsMemoire.Contains(Path.GetFileName(f)))
            .Where(f => File.ReadAllText(Path.Combine(Commun.Depot.Racine, f)) is var texte && texte.Contains("SaveChanges", StringComparison.Ordinal) && !texte.Contains("Plume", StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    /// <summary>Le titre posé dans une vue partielle n'arrive pas jusqu'à l'onglet.</summary>
    [Fact]
    public void Pages_ChacunePoseLeTitreDeLOnglet() =>
        Sources.Sous("src/Neuvieme/Fonctions", ".cshtml").Select(f => (f, lignes: Sources.Lignes(f).Where(l => l.Length > 0).ToList()))
            .Where(x => x.lignes[0].TrimStart('\ufeff').StartsWith("@page", StringComparison.Ordinal) && x.lignes.Count > 2 && !x.lignes.Any(l => l.Contains("ViewData[\"Titre\"]", StringComparison.Ordinal)))
            .Select(x => x.f).ShouldBeEmpty();

    [Fact]
    public void Droit_NeTientQueSurLaBibliothequeDeBase()
    {
        var socle = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var dehors = typeof(Montant).Assembly.GetReferencedAssemblies().Where(a => !File.Exists(Path.Combine(socle, a.Name + ".dll"))).Select(a => a.Name);
        dehors.ShouldBeEmpty();
    }

    [Fact]
    public void Fonctions_NePrennentPasLeNomDuDroit()
    {
        // Un espace de noms Neuvieme.Fonctions.Droit ou .Imp… masquerait ceux de la bibliothèque.
        var clash = Sources.Sous("src/Neuvieme/Fonctions", ".cs", ".cshtml").Select(f => f.Split('/')[3]).Distinct()
            .Where(n => n is "Droit" or "Pacte" or "Decharge" or "MissionsAcademiques" or "Versements" or "Fiscalite" or "Comparateur" or "Couverture" || n.StartsWith("Imp", StringComparison.Ordinal));
        clash.ShouldBeEmpty();
    }

    static readonly Assembly[] Assemblages = [typeof(Montant).Assembly, typeof(Application).Assembly];

    static bool EstTexte(string fichier) => Path.GetExtension(fichier) is not (".png" or ".pdf" or ".zip" or ".ttf" or ".woff2" or ".ico" or ".xlsx");

    // Les crochets évitent que ce fichier se dénonce lui-même.
    [GeneratedRegex(@"(?<![\w.])/(?:wor[k]|roo[t]|hom[e]/\w+|User[s]/\w+|tm[p]/\w+)/|[A-Z]:\\User[s]\\")]
    private static partial Regex CheminDeMachine();

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b|\bStopwatch\.GetTimestamp\b|\bTimeProvider\.System\.Get")]
    private static partial Regex LectureDHorloge();

    [GeneratedRegex(@"\bThread\.Sleep\b|\.GetAwaiter\(\)\.GetResult\(\)")]
    private static partial Regex Sommeil();
}
