using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Clotures;
using Neuvieme.Fonctions.Clotures.Clore;
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

    /// <summary>Le fil de la commande : simuler n'écrit rien, clore écrit, reclore n'ajoute rien, un mois d'avant est refusé.</summary>
    [Theory, SurLesDeuxBases]
    public async Task EnLigneDeCommande_SimulerPuisClorePuisReclore(Base sur)
    {
        await using var laBase = await BaseDeTest.Creer(sur, demo: true);
        string[] commande = ["clotures", "clore", "--academie", Demonstration.Academie, "--base", laBase.Chaine, "--paie"];
        Task<int> Ecrits() => Compter(laBase);

        var simule = await LigneDeCommande.Lancer([.. commande, "2026-11", "--simuler"]);
        simule.Code.ShouldBe(0);
        simule.Sortie.ShouldContain("porterait");
        (await Ecrits()).ShouldBe(0);
        (await LigneDeCommande.Lancer([.. commande, "2026-11"])).Sortie.ShouldContain("est close");
        var ecrits = await Ecrits();
        ecrits.ShouldBeGreaterThan(0);
        (await LigneDeCommande.Lancer([.. commande, "2026-11"])).Sortie.ShouldContain("déjà close");
        (await Ecrits()).ShouldBe(ecrits);
        (await LigneDeCommande.Lancer([.. commande, "2026-10"])).ShouldSatisfyAllConditions(r => r.Code.ShouldBe(2), r => r.Erreurs.ShouldContain("Clore le mois suivant"));
        (await LigneDeCommande.Lancer([.. commande, "octobre"])).Code.ShouldBe(2);
    }

    static async Task<int> Compter(BaseDeTest laBase)
    {
        await using var db = laBase.Ouvrir();
        return await db.Mouvements.CountAsync(TestContext.Current.CancellationToken);
    }
}
