using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Droit;
using Neuvieme.Droit.Retrait;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Attributions.DemanderAccord;
using Neuvieme.Fonctions.Attributions.Instruire;
using Neuvieme.Fonctions.Attributions.Proposer;
using Neuvieme.Fonctions.Attributions.Reprendre;
using Neuvieme.Fonctions.Attributions.Revenir;
using Neuvieme.Fonctions.MesMissions.Repondre;
using Neuvieme.Fonctions.Repartition;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.Attributions;

/// <summary>N'importe quelles commandes, dans n'importe quel ordre, par n'importe qui : ce qui ne se peut pas est refusé et ne laisse rien.</summary>
public class SuitesDeCommandesTests
{
    static readonly AnneeScolaire Annee = new(2026);
    static readonly Auteur Auteur = new(null, "Essai", "", new DateTime(2026, 9, 8, 8, 0, 0, DateTimeKind.Utc), new DateOnly(2026, 9, 8));

    /// <summary>Le chemin d'une attribution, sans base : jamais proposée sans accord, jamais validée sans avoir été proposée, et un refus ne change rien.</summary>
    [Fact]
    public void Passer_SuitesQuelconques_LeCheminResteCeluiDuDecret() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Elements(Enum.GetValues<ActionAttribution>()).ListOf().ToArbitrary(), actions =>
        {
            var a = new Attribution { Uai = "0990001N" };
            var (accord, proposee) = (false, false);
            foreach (var action in actions)
            {
                var (etat, version) = (a.Etat, a.Version);
                if (a.Passer(action, Auteur) is not null)
                {
                    if (a.Etat != etat || a.Version != version || Transitions.Suivant(etat, action) is not null)
                    {
                        return false;
                    }

                    continue;
                }

                accord = action switch { ActionAttribution.Accorder => true, ActionAttribution.Reprendre or ActionAttribution.DemanderAccord or ActionAttribution.Decliner or ActionAttribution.DemanderModification or ActionAttribution.Reconsiderer => false, _ => accord };
                proposee = action switch { ActionAttribution.Proposer => true, ActionAttribution.Reprendre or ActionAttribution.DemanderModification => false, _ => proposee };
                if (a.Version != version + 1 || (a.Etat is EtatAttribution.Proposee or EtatAttribution.Validee && (!accord || a.AccordReponduLe is null || !proposee)) || (a.Etat.AUnAccord() && a.AccordLe is null))
                {
                    return false;
                }
            }

            return true;
        }));

    /// <summary>La même chose à travers les actions du produit et la base : l'enveloppe tient, les échéances suivent la validation, le journal reste une chaîne.</summary>
    [Theory]
    [SurLesDeuxBases(1)]
    [SurLesDeuxBases(9)]
    public async Task Actions_SuitesQuelconques_LesInvariantsTiennent(Base sur, int graine)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var laBase = await BaseDeTest.Creer(sur, demo: true);
        var hasard = new Random(graine);
        var faites = 0;
        for (var tour = 0; tour < 120; tour++)
        {
            await using var db = laBase.Ouvrir();
            var attributions = await db.Attributions.AsNoTracking().Include(a => a.Agent).Where(a => a.Uai == Demonstration.College).OrderBy(a => a.Id).ToListAsync(ct);
            var cible = attributions[hasard.Next(attributions.Count)];
            faites += (await Tenter(db, cible, hasard, ct)).Count == 0 ? 1 : 0;
            await Verifier(laBase, ct);
        }

        // Assez de commandes passent pour que la suite dise quelque chose.
        faites.ShouldBeGreaterThan(15);
    }

    static async Task<IReadOnlyList<Refus>> Tenter(NeuviemeDb db, Attribution cible, Random hasard, CancellationToken ct)
    {
        var college = await db.Etablissements.AsNoTracking().SingleAsync(e => e.Uai == Demonstration.College, ct);
        var ligne = new LigneLue(cible.Id, cible.Version - (hasard.Next(10) == 0 ? 1 : 0));
        Dictionary<long, MotifDeLigne> motifs = new() { [cible.Id] = new("Essai", hasard.Next(2) == 0 ? MotifRectorat.Incomplet : MotifRectorat.Autre) };
        return hasard.Next(9) switch
        {
            0 => await DemanderLAccord.Executer(db, college, Annee, Auteur, [ligne], ct),
            1 or 2 => await new RepondreALaDemande(cible.Id, ligne.Version, hasard.Next(3) > 0).Executer(db, cible.Agent?.CompteId ?? 0, Auteur, ct),
            3 or 4 => await ProposerAuRecteur.Executer(db, college, Annee, Auteur, [ligne], new Dictionary<long, string?> { [cible.Id] = "corrigé" }, ct),
            5 => await ReprendreLaPreparation.Executer(db, college, Annee, Auteur, ligne, ct),
            6 => await InstruireProposition.Valider([ligne]).Executer(db, Demonstration.Academie, Annee, Auteur, ct),
            7 => await new InstruireProposition([ligne], hasard.Next(2) == 0 ? DecisionRectorat.Renvoyer : DecisionRectorat.Refuser, motifs).Executer(db, Demonstration.Academie, Annee, Auteur, ct),
            _ => await new RevenirSurDecision(ligne, "essai", new() { Fondement = Fondement.Illegale }).Executer(db, Demonstration.Academie, Annee, Auteur, ct),
        };
    }

    static async Task Verifier(BaseDeTest laBase, CancellationToken ct)
    {
        await using var db = laBase.Ouvrir();
        var attributions = await db.Attributions.AsNoTracking().Include(a => a.Mission).Where(a => a.Uai == Demonstration.College).ToListAsync(ct);
        var notifie = await db.LignesEnveloppe.Where(l => l.Uai == Demonstration.College).SumAsync(l => l.Quarts, ct);
        attributions.Where(a => a.Etat.Engage()).Sum(a => Plan.QuartsDe(a.Centimes)).ShouldBeLessThanOrEqualTo(notifie);
        var echeances = (await db.Echeances.AsNoTracking().ToListAsync(ct)).ToLookup(e => e.AttributionId);
        foreach (var a in attributions)
        {
            var attendu = a.Etat == EtatAttribution.Validee && a.Mission!.Duree == Droit.ImpSecondDegre.Duree.AnneeEntiere ? a.Centimes : 0;
            echeances[a.Id].Sum(e => e.BrutCentimes).ShouldBe(attendu, $"{a.Mission!.Intitule} {a.Etat}");
            (a.Etat is EtatAttribution.Proposee or EtatAttribution.Validee && a.AccordReponduLe is null).ShouldBeFalse();
        }

        var chaine = await db.Journal.AsNoTracking().Where(j => j.Portee == Demonstration.College).OrderBy(j => j.Rang).ToListAsync(ct);
        chaine.Select(j => j.Rang).ShouldBe(Enumerable.Range(1, chaine.Count).Select(i => (long)i));
        chaine.Zip(chaine.Skip(1)).ShouldAllBe(p => p.Second.EmpreintePrecedente == p.First.Empreinte);
    }
}
