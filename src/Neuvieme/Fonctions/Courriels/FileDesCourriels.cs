using Microsoft.EntityFrameworkCore;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Courriels;

/// <summary>
/// La file telle que la lit qui la surveille : sans objet ni texte, et sans le nom de qui reçoit ce qui touche une mission, tant que
/// l'envoi ne bute pas. Un enseignant sollicité, puis plus rien : cela dirait qu'il a décliné.
/// </summary>
public static class FileDesCourriels
{
    public static string Libelle(this EtatCourriel etat) => etat switch
    {
        EtatCourriel.EnAttente => "en attente",
        EtatCourriel.AuResume => "au résumé",
        EtatCourriel.Envoye => "envoyé",
        _ => "en échec",
    };

    static List<GenreCourriel> Discrets => [.. Enum.GetValues<GenreCourriel>().Where(g => g.Famille() == "Mission")];

    /// <summary>Entière quand il faut la corriger, ou que le courriel ne parle d'aucune mission ; son domaine seul sinon.</summary>
    public static string AdresseMontree(this Courriel c) => c.Genre.Famille() != "Mission" || (c.EnvoyeUtc is null && c.DerniereErreur.Length > 0) ? c.Adresse : "…" + c.Adresse[(c.Adresse.LastIndexOf('@') is var i and >= 0 ? i : c.Adresse.Length)..];

    public static IQueryable<Courriel> Filtrer(NeuviemeDb db, EtatCourriel? etat, string? famille, string? adresse)
    {
        var courriels = db.Courriels.AsNoTracking();
        courriels = etat switch
        {
            EtatCourriel.EnAttente => courriels.Where(c => c.EnvoyeUtc == null && c.AbandonneUtc == null && !c.AuResume),
            EtatCourriel.AuResume => courriels.Where(c => c.EnvoyeUtc == null && c.AbandonneUtc == null && c.AuResume),
            EtatCourriel.Envoye => courriels.Where(c => c.EnvoyeUtc != null),
            EtatCourriel.Abandonne => courriels.Where(c => c.EnvoyeUtc == null && c.AbandonneUtc != null),
            _ => courriels,
        };
        if (!string.IsNullOrEmpty(famille))
        {
            var genres = Enum.GetValues<GenreCourriel>().Where(g => g.Famille() == famille).ToList();
            courriels = courriels.Where(c => genres.Contains(c.Genre));
        }

        if (!string.IsNullOrWhiteSpace(adresse))
        {
            // On ne cherche que ce qui se montre : sinon la recherche dirait ce que la liste tait.
            var motif = "%" + string.Concat(adresse.Trim().ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) || c is '@' or '.' or '-' ? c : '_')) + "%";
            var discrets = Discrets;
            courriels = courriels.Where(c => (!discrets.Contains(c.Genre) || (c.EnvoyeUtc == null && c.DerniereErreur != "")) && EF.Functions.Like(c.Adresse.ToLower(), motif));
        }

        return courriels;
    }

    public static async Task<IReadOnlyDictionary<EtatCourriel, int>> Compter(NeuviemeDb db, CancellationToken ct)
    {
        var nombres = await db.Courriels.GroupBy(c => new { Envoye = c.EnvoyeUtc != null, Abandonne = c.AbandonneUtc != null, c.AuResume }).Select(g => new { g.Key, Nombre = g.Count() }).ToListAsync(ct);
        return Enum.GetValues<EtatCourriel>().ToDictionary(e => e, e => nombres.Where(n => e == (n.Key.Envoye ? EtatCourriel.Envoye : n.Key.Abandonne ? EtatCourriel.Abandonne : n.Key.AuResume ? EtatCourriel.AuResume : EtatCourriel.EnAttente)).Sum(n => n.Nombre));
    }
}
