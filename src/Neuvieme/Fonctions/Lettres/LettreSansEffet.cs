using Microsoft.EntityFrameworkCore;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Lettres;

/// <param name="Raison">Le motif que le rectorat a donné en revenant sur sa décision ; vide si l'attribution a été décidée de nouveau depuis.</param>
public sealed record LettreSansEffet(long AttributionId, int Numero, string Agent, string Mission, DateTime? DepuisUtc, string Raison)
{
    public static async Task<IReadOnlyList<LettreSansEffet>> Lire(NeuviemeDb db, string uai, int annee, CancellationToken ct)
    {
        var lignes = await db.Lettres.AsNoTracking().Where(l => l.Etat == EtatLettre.SansEffet && l.Attribution!.Uai == uai && l.Attribution.Annee == annee).OrderBy(l => l.AttributionId).ThenBy(l => l.Numero)
            .Select(l => new { l.AttributionId, l.Numero, l.Attribution!.Agent, Mission = l.Attribution.Mission!.Intitule, l.Attribution.MotifInstruction, l.Attribution.InstruiteLe, Depuis = db.EvenementsDeLettre.Where(e => e.LettreId == l.Id && e.Genre == GenreDEvenement.SansEffet).Max(e => (DateTime?)e.InstantUtc) }).ToListAsync(ct);
        return [.. lignes.Select(l => new LettreSansEffet(l.AttributionId!.Value, l.Numero, l.Agent?.NomDeCivilite ?? "", l.Mission, l.Depuis, l.InstruiteLe == l.Depuis ? l.MotifInstruction : ""))];
    }
}
