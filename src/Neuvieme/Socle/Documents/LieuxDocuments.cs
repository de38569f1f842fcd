namespace Neuvieme.Socle.Documents;

/// <summary>Où se trouvent le moteur, ses modules Node et les modèles : à côté du binaire publié, ou dans le dépôt pendant le développement.</summary>
static class LieuxDocuments
{
    const string Compilateur = "@myriaddreamin/typst-ts-node-compiler";

    public const string NodeAbsent =
        "Node 18 ou plus récent est nécessaire pour composer les documents : installez-le depuis https://nodejs.org (Debian : apt install nodejs) puis relancez.";

    public const string ModulesAbsents =
        "Les modules du moteur de documents manquent : lancez « npm ci --ignore-scripts » dans src/Neuvieme, ou donnez dans NEUVIEME_MODULES le dossier qui contient node_modules.";

    public static string Moteur() => Path.Combine(AppContext.BaseDirectory, "Socle", "Documents", "moteur", "moteur.mjs");

    public static string Modeles() => Environment.GetEnvironmentVariable("NEUVIEME_MODELES") is { Length: > 0 } choisi
        ? Path.GetFullPath(choisi)
        : Path.Combine(AppContext.BaseDirectory, "Socle", "Documents", "modeles");

    /// <summary>Les données d'exemple des modèles : ce que chacun demande, et ce que montre un aperçu.</summary>
    public static string Exemples() => Path.Combine(AppContext.BaseDirectory, "Socle", "Documents", "exemples");

    public static string? Modules()
    {
        if (Environment.GetEnvironmentVariable("NEUVIEME_MODULES") is { Length: > 0 } choisi)
            return Contient(choisi) ? Path.GetFullPath(choisi) : null;
        for (var dossier = new DirectoryInfo(AppContext.BaseDirectory); dossier is not null; dossier = dossier.Parent)
        {
            if (Contient(dossier.FullName)) return dossier.FullName;
            string projet = Path.Combine(dossier.FullName, "src", "Neuvieme");
            if (Contient(projet)) return projet;
        }

        return null;
    }

    static bool Contient(string dossier) => Directory.Exists(Path.Combine(dossier, "node_modules", Compilateur));
}
