using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.Attributions;

/// <summary>Ce que fait le rectorat devant l'écran : cocher, lire l'aperçu, confirmer.</summary>
static class GestesDuRectorat
{
    public static Task<IHtmlDocument> Valider(this ServeurDeTest serveur, Visiteur recteur, params long[] ids) => serveur.Decider(recteur, "Valider", ids);

    public static Task<IHtmlDocument> Renvoyer(this ServeurDeTest serveur, Visiteur recteur, long id, MotifRectorat? code, string texte) => serveur.Decider(recteur, "Renvoyer", [id], Motif(id, code, texte));

    public static Task<IHtmlDocument> Refuser(this ServeurDeTest serveur, Visiteur recteur, long id, MotifRectorat? code, string texte) => serveur.Decider(recteur, "Refuser", [id], Motif(id, code, texte));

    public static async Task<IHtmlDocument> Decider(this ServeurDeTest serveur, Visiteur recteur, string verbe, long[] ids, params (string, string)[] motifs)
    {
        var apercu = await serveur.Apercu(recteur, verbe, ids);
        return await recteur.CliquerSur(apercu, ids.Length == 1 ? $"{verbe} la proposition" : $"{verbe} les {ids.Length} propositions", motifs);
    }

    public static async Task<IHtmlDocument> Apercu(this ServeurDeTest serveur, Visiteur recteur, string verbe, params long[] ids)
    {
        var uai = await serveur.Lire(db => db.Attributions.Where(a => a.Id == ids[0]).Select(a => a.Uai).SingleAsync());
        var lignes = new List<(string, string)>();
        foreach (var id in ids)
        {
            lignes.Add(await serveur.Ligne(id));
        }

        return await recteur.Cliquer($"/attributions/instruire?uai={uai}", verbe + "…", [.. lignes]);
    }

    static (string, string)[] Motif(long id, MotifRectorat? code, string texte) => [($"Codes[{id}]", code?.ToString() ?? ""), ($"Textes[{id}]", texte)];
}
