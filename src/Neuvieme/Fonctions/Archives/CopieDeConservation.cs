using System.Text.Json.Nodes;
using Neuvieme.Fonctions.Lettres;
using Neuvieme.Fonctions.Lettres.Composer;
using Neuvieme.Fonctions.Lettres.Verifier;
using Neuvieme.Socle.Courrier;
using Neuvieme.Socle.Documents;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Archives;

/// <summary>Une lettre recomposée en PDF/A-2a depuis ses données : à conserver à côté de l'octet signé, jamais à sa place.</summary>
public sealed class CopieDeConservation(MoteurTypst moteur, ReglagesCourrier site)
{
    public async Task<byte[]> Une(Lettre lettre, CancellationToken ct)
    {
        var donnees = JsonNode.Parse(lettre.Donnees)!.AsObject();
        if (lettre.Code.Length > 0)
        {
            var adresse = site.Lien(EtatPublic.Chemin(lettre.Code));
            donnees["verification"] = new JsonObject { ["empreinte"] = lettre.Code, ["adresse"] = adresse, ["image"] = CodeQr.Svg(adresse) };
        }

        return (await moteur.ComposerAsync(LettreImp.Modele, donnees, NormePdf.Archive, ct)).Pdf;
    }

    /// <summary>Dans l'ordre des lettres ; celle qui ne se recompose plus (modèle changé depuis) le dit.</summary>
    public async Task<IReadOnlyList<(byte[]? Pdf, string Raison)>> Rendre(IReadOnlyList<Lettre> lettres, CancellationToken ct)
    {
        var rendues = new (byte[]? Pdf, string Raison)[lettres.Count];
        await Parallel.ForEachAsync(Enumerable.Range(0, lettres.Count), new ParallelOptions { MaxDegreeOfParallelism = 2 * moteur.Processus, CancellationToken = ct }, async (i, fin) =>
        {
            try
            {
                rendues[i] = (await Une(lettres[i], fin), "");
            }
            catch (DocumentImpossibleException erreur)
            {
                rendues[i] = (null, erreur.Message);
            }
        });
        return rendues;
    }
}
