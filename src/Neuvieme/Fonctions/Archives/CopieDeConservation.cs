using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Lettres;
using Neuvieme.Fonctions.Lettres.Composer;
using Neuvieme.Fonctions.Lettres.Verifier;
using Neuvieme.Fonctions.Modeles;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Courrier;
using Neuvieme.Socle.Documents;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Archives;

/// <summary>Une lettre recomposée en PDF/A-2a depuis ses données, par la version du modèle qui l'avait faite : à conserver à côté de l'octet signé, jamais à sa place.</summary>
public sealed class CopieDeConservation(NeuviemeDb db, MoteurTypst moteur, ReglagesCourrier site)
{
    readonly Dictionary<long, ContenuDeModele> _contenus = [];

    public async Task<byte[]> Une(Lettre lettre, CancellationToken ct)
    {
        await Charger([lettre], ct);
        return await Composer(lettre, ct);
    }

    /// <summary>Dans l'ordre des lettres ; celle qui ne se recompose plus (modèle changé depuis) le dit.</summary>
    public async Task<IReadOnlyList<(byte[]? Pdf, string Raison)>> Rendre(IReadOnlyList<Lettre> lettres, CancellationToken ct)
    {
        await Charger(lettres, ct);
        var rendues = new (byte[]? Pdf, string Raison)[lettres.Count];
        await Parallel.ForEachAsync(Enumerable.Range(0, lettres.Count), new ParallelOptions { MaxDegreeOfParallelism = 2 * moteur.Processus, CancellationToken = ct }, async (i, fin) =>
        {
            try
            {
                rendues[i] = (await Composer(lettres[i], fin), "");
            }
            catch (DocumentImpossibleException erreur)
            {
                rendues[i] = (null, erreur.Message);
            }
        });
        return rendues;
    }

    async Task Charger(IEnumerable<Lettre> lettres, CancellationToken ct)
    {
        var ids = lettres.Select(l => l.VersionDeModeleId ?? 0).Where(id => id != 0 && !_contenus.ContainsKey(id)).Distinct().ToList();
        foreach (var version in ids.Count == 0 ? [] : await db.VersionsDeModele.AsNoTracking().Where(v => ids.Contains(v.Id)).ToListAsync(ct))
        {
            _contenus[version.Id] = ContenuDeModele.De(version);
        }
    }

    async Task<byte[]> Composer(Lettre lettre, CancellationToken ct)
    {
        var donnees = JsonNode.Parse(lettre.Donnees)!.AsObject();
        var fiche = FicheModele.De(ModeleDe(donnees))!;
        if (lettre.Code.Length > 0)
        {
            var adresse = site.Lien(EtatPublic.Chemin(lettre.Code));
            donnees["verification"] = new JsonObject { ["empreinte"] = lettre.Code, ["adresse"] = adresse, ["image"] = CodeQr.Svg(adresse) };
        }

        var contenu = lettre.VersionDeModeleId is { } id ? _contenus[id] : ContenuDeModele.Livre;
        return (await moteur.ComposerAsync(contenu.Demander(fiche, donnees) with { Norme = NormePdf.Archive }, ct)).Pdf;
    }

    /// <summary>Chaque lettre porte ce qui la distingue : ses changements pour un avenant, son cadre pour le Pacte, son recteur pour une mission académique.</summary>
    static string ModeleDe(JsonObject donnees) => donnees.ContainsKey("changements") ? LettreAvenant.Modele : donnees.ContainsKey("cadre") ? LettrePacte.Modele : donnees.ContainsKey("recteur") ? LettreAcademique.Modele : LettreImp.Modele;
}
