using System.Net;
using System.Text;
using Neuvieme.Droit;
using Neuvieme.Socle;

namespace Neuvieme.Fonctions.Archives;

/// <summary>Ce qui guide dans l'archive, lisible hors ligne : aucune image, aucun script, aucune adresse du réseau.</summary>
static class IndexDArchive
{
    const string CeQueCest = """
        Chaque dossier de « lettres » contient lettre.pdf, à l'octet près le document établi et, s'il l'est, signé : c'est son empreinte que les
        signatures désignent. S'y ajoutent, quand ils existent, la même lettre avec le cachet de l'organisme (lettre-cachetee.pdf), le certificat de
        signature, la numérisation d'une lettre signée sur papier, l'extrait du journal et preuve.json.
        Pour vérifier : « sha256sum -c empreintes.sha256 » dans ce dossier, ou tout logiciel qui calcule une empreinte SHA-256.
        """;

    const string Style = "body{font:16px/1.5 Arial,sans-serif;margin:2rem;color:#161616}table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid #ddd}thead th{border-bottom:2px solid #1f3a5f}code{font-size:.75rem;overflow-wrap:anywhere}@media(max-width:48em){table,tbody,tr,td,th{display:block}thead{display:none}tr{border:1px solid #ddd;margin-bottom:1rem}td,tbody th{border:0}}";

    const string Copies = """
        Les fichiers de « copies-pdfa » sont des copies de conservation au format PDF/A-2a, recomposées depuis les données de chaque lettre. Elles
        ne portent aucune signature et n'ont pas l'empreinte du document signé : elles ne le remplacent pas.
        """;

    public static byte[] LisezMoi(bool copies) => Encoding.UTF8.GetBytes(CeQueCest + (copies ? "\n" + Copies : "") + "\n");

    public static byte[] Html(LieuDArchive lieu, AnneeScolaire annee, IReadOnlyList<LigneDArchive> lignes, bool copies, Auteur auteur)
    {
        var html = new StringBuilder();
        html.Append($$"""
            <!doctype html>
            <html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Lettres {{annee}} — {{H(lieu.Nom)}}</title>
            <style>{{Style}}</style></head>
            <body><h1>Lettres de mission {{annee}}</h1>
            <p><b>{{H(lieu.Nom)}}</b>{{(lieu.EstAcademie ? "" : $", {lieu.Code}")}}. {{Francais.Nombre(lignes.Count, "lettre")}}. Archive remise à {{H(auteur.Signature)}} le {{Francais.Instant(auteur.InstantUtc)}}.</p>
            <p>{{H(CeQueCest)}}</p>{{(copies ? $"<p>{H(Copies)}</p>" : "")}}
            <table><thead><tr><th scope="col">Référence</th><th scope="col">Personne et mission</th><th scope="col">État</th><th scope="col">Dates</th><th scope="col">Fichiers</th></tr></thead><tbody>

            """);
        foreach (var l in lignes)
        {
            html.Append($"<tr><th scope=\"row\">{H(l.Reference)}, version {l.Version}</th><td>{H(l.Personne)}<br>{H(l.Mission)}</td><td>{H(l.Etat)}</td><td>établie le {l.EtablieLe}")
                .Append(l.SigneeAgent.Length > 0 ? $"<br>signée par la personne le {l.SigneeAgent}" : "").Append(l.SigneeChef.Length > 0 ? $"<br>signée par l’autorité le {l.SigneeChef}" : "")
                .Append("</td><td>").AppendJoin("<br>", l.Fichiers.Select(f => $"<a href=\"{H(l.Dossier)}/{H(f)}\">{H(f)}</a>"))
                .Append(l.Copie.Length == 0 ? "" : l.Copie.EndsWith(".pdf", StringComparison.Ordinal) ? $"<br><a href=\"{H(l.Copie)}\">copie PDF/A, sans signature</a>" : $"<br>copie PDF/A {H(l.Copie)}")
                .Append($"<br><code>{l.Sha256}</code></td></tr>\n");
        }

        html.Append("</tbody></table></body></html>\n");
        return Encoding.UTF8.GetBytes(html.ToString());
    }

    static string H(string texte) => WebUtility.HtmlEncode(texte);
}
