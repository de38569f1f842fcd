using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Clotures;
using Neuvieme.Socle;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.Clotures;

/// <summary>2 500 € : huit neuvièmes de 277,78 € et un de 277,76 € (regles, table V1).</summary>
public class RegistreTests
{
    static readonly Auteur Auteur = new(null, "Essai", "Recteur", new DateTime(2026, 10, 8, 8, 0, 0, DateTimeKind.Utc), new DateOnly(2026, 10, 8));

    static async Task<MoisClos> Clore(BaseDeTest laBase, int annee, int mois)
    {
        await using var db = laBase.Ouvrir();
        return await CloreLeMois.Clore(db, Demonstration.Academie, new(annee, mois), Auteur, TestContext.Current.CancellationToken);
    }

    [Theory, SurLesDeuxBases]
    public async Task Clore_DeuxFois_PuisRetrait_PorteLesEcartsSansDoubler(Base sur)
    {
        await using var laBase = await BaseDeTest.Creer(sur, demo: true);
        await using var db = laBase.Ouvrir();
        var id = await db.Attributions.Where(a => a.Uai == Demonstration.College && a.Etat == EtatAttribution.Validee && a.Centimes == 250_000).Select(a => a.Id).FirstAsync(TestContext.Current.CancellationToken);
        Task<string[]> Portes() => db.Mouvements.Where(m => db.Beneficiaires.Any(b => b.Id == m.BeneficiaireId && b.AttributionId == id))
            .OrderBy(m => m.Paie).ThenBy(m => m.Mois).Select(m => $"{m.Paie} {m.Mois} {m.Centimes} {m.Nature}").ToArrayAsync(TestContext.Current.CancellationToken);

        (await Clore(laBase, 2026, 11)).DejaClos.ShouldBeFalse();
        (await Clore(laBase, 2026, 11)).DejaClos.ShouldBeTrue();
        (await Portes()).ShouldBe(["202611 202610 27778 Rappel", "202611 202611 27778 Du"]);

        await db.Echeances.Where(e => e.AttributionId == id).ExecuteUpdateAsync(e => e.SetProperty(x => x.Courante, false), TestContext.Current.CancellationToken);
        await Clore(laBase, 2026, 12);
        await Clore(laBase, 2027, 1);
        (await Portes()).ShouldBe(["202611 202610 27778 Rappel", "202611 202611 27778 Du", "202612 202610 -27778 TropPercu", "202612 202611 -27778 TropPercu"]);
        await Should.ThrowAsync<MoisHorsOrdreException>(() => Clore(laBase, 2026, 10));

        await Should.ThrowAsync<DbException>(() => db.Mouvements.ExecuteUpdateAsync(m => m.SetProperty(x => x.Centimes, 0), TestContext.Current.CancellationToken));
        await Should.ThrowAsync<DbException>(() => db.Mouvements.ExecuteDeleteAsync(TestContext.Current.CancellationToken));
    }
}
