namespace Neuvieme.Tests.Commun;

/// <summary>Le dépôt d'où viennent ces tests, et les données partagées posées à côté de lui.</summary>
static class Depot
{
    public static string Racine { get; } = Trouver();

    public static string Chemin(string relatif) => Path.Combine(Racine, relatif);

    static string Trouver()
    {
        var dossier = new DirectoryInfo(AppContext.BaseDirectory);
        while (dossier is not null && !File.Exists(Path.Combine(dossier.FullName, "Neuvieme.slnx")))
        {
            dossier = dossier.Parent;
        }

        return dossier?.FullName ?? throw new DirectoryNotFoundException("Neuvieme.slnx introuvable au-dessus de " + AppContext.BaseDirectory);
    }
}

static class DonneesPartagees
{
    /// <summary>Chemin d'un fichier de « shared » (NEUVIEME_DONNEES, ou le voisin du dépôt) ; le test est ignoré si le dossier manque.</summary>
    public static string Chemin(string relatif)
    {
        var dossier = Environment.GetEnvironmentVariable("NEUVIEME_DONNEES") is { Length: > 0 } d ? d : Depot.Chemin(Path.Combine("..", "shared"));
        Assert.SkipUnless(Directory.Exists(dossier), "ignoré : ../shared absent");
        return Path.GetFullPath(Path.Combine(dossier, relatif));
    }
}
