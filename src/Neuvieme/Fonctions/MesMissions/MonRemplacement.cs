using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Suivi;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.MesMissions;

public sealed record PeriodeDeRemplacement(long Id, Periode Periode);

/// <summary>Un remplacement que le rectorat n'a pas visé : la personne y répond, ou attend.</summary>
public sealed record RemplacementPropose(long Id, string Intitule, string Titulaire, Periode Periode, string Etablissement, bool AReponse)
{
    public static async Task<IReadOnlyList<RemplacementPropose>> Charger(NeuviemeDb db, long compteId, CancellationToken ct) =>
        [.. (await db.Interruptions.AsNoTracking().Where(i => i.Genre == GenreDInterruption.Remplacement && i.AnnuleeUtc == null && i.Visa == EtatDuVisa.AViser && i.Remplacant!.CompteId == compteId)
            .Join(db.Attributions, i => i.AttributionId, a => a.Id, (i, a) => new { i.Id, i.Du, i.Au, i.Accord, a.Mission!.Intitule, a.Agent, Lieu = db.Etablissements.Where(e => e.Uai == a.Uai).Select(e => e.Denomination).First() })
            .OrderBy(x => x.Du).ToListAsync(ct)).Select(x => new RemplacementPropose(x.Id, x.Intitule, x.Agent?.NomDeCivilite ?? "", new(x.Du, x.Au), x.Lieu, x.Accord == AccordDuRemplacant.Demande))];
}

/// <summary>La mission d'un autre, où la personne remplace : ce qui lui en est dû, et ses attestations ; rien de ce que touche le titulaire.</summary>
public sealed record MonRemplacement(string Intitule, string Titulaire, AnneeScolaire Annee, string Etablissement, IReadOnlyList<PeriodeDeRemplacement> Periodes, IReadOnlyList<EcheanceStockee> Echeances)
{
    public static async Task<IReadOnlyList<MonRemplacement>> Charger(NeuviemeDb db, long compteId, CancellationToken ct)
    {
        var siennes = await db.Interruptions.AsNoTracking().Where(i => i.Genre == GenreDInterruption.Remplacement && i.AnnuleeUtc == null && i.Visa == EtatDuVisa.Vise && i.Remplacant!.CompteId == compteId)
            .Join(db.Attributions, i => i.AttributionId, a => a.Id, (i, a) => new { i.Id, i.Du, i.Au, Attribution = a.Id, a.Annee, a.Uai, a.Mission!.Intitule, Titulaire = a.Agent! })
            .OrderByDescending(x => x.Annee).ThenBy(x => x.Du).ToListAsync(ct);
        if (siennes.Count == 0)
        {
            return [];
        }

        var ids = siennes.Select(x => x.Attribution).Distinct().ToArray();
        var uais = siennes.Select(x => x.Uai).Distinct().ToArray();
        var noms = await db.Etablissements.AsNoTracking().Where(e => uais.Contains(e.Uai)).ToDictionaryAsync(e => e.Uai, e => e.Denomination, ct);
        var dues = (await db.Echeances.AsNoTracking().Where(e => ids.Contains(e.AttributionId) && !e.Beneficiaire!.Titulaire && e.Beneficiaire.Agent!.CompteId == compteId).OrderBy(e => e.Rang).ToListAsync(ct)).ToLookup(e => e.AttributionId);
        return [.. siennes.GroupBy(x => x.Attribution).Select(g => new MonRemplacement(g.First().Intitule, g.First().Titulaire.NomDeCivilite, new(g.First().Annee), noms[g.First().Uai],
            [.. g.Select(x => new PeriodeDeRemplacement(x.Id, new(x.Du, x.Au)))], [.. dues[g.Key]]))];
    }
}
