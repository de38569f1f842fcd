using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Lettres;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.MesMissions;

/// <summary>Une lettre que la personne a signée et dont la décision a été retirée depuis : elle la lit encore, dite sans effet.</summary>
public sealed record LettreGardee(string Adresse, string Intitule, int Numero, string Dite)
{
    public static async Task<IReadOnlyList<LettreGardee>> Charger(NeuviemeDb db, long compte, DateOnly jour, CancellationToken ct)
    {
        var engagent = db.Lettres.QuiEngagent().Select(l => l.Id);
        var siennes = await db.Lettres.IgnoreQueryFilters().AsNoTracking().DuCompte(compte).Where(l => l.EffaceeUtc == null && l.Etat != EtatLettre.Remplacee && l.Signatures.Count == 2 && (l.Etat == EtatLettre.SansEffet || !engagent.Contains(l.Id)))
            .Select(l => new { l.Id, Directe = l.MissionDirecteId != null, Sujet = l.AttributionId ?? l.MissionDirecteId, Intitule = l.Attribution!.Mission!.Intitule ?? l.MissionDirecte!.Intitule, l.Numero }).OrderBy(l => l.Id).ToListAsync(ct);
        var fins = await FinDEffet.Lire(db, [.. siennes.Select(l => l.Id)], jour, ct);
        return [.. siennes.Select(l => new LettreGardee($"/lettres/telecharger/{l.Sujet}?directe={(l.Directe ? "true" : "false")}&numero={l.Numero}", l.Intitule, l.Numero, FinDEffet.Dire(fins.GetValueOrDefault(l.Id))))];
    }
}
