using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Droit;
using Neuvieme.Droit.ImpSecondDegre;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Attributions.DemanderAccord;
using Neuvieme.Fonctions.Repartition;
using Neuvieme.Socle;
using Neuvieme.Tests.Socle;
using Mission = Neuvieme.Fonctions.Repartition.Mission;

namespace Neuvieme.Tests.Fonctions.Attributions;

/// <summary>Deux personnes à la même seconde ne dépassent jamais l'enveloppe, et le journal reste une seule chaîne.</summary>
public class EnveloppeConcurrenteTests
{
    [Theory, SurLesDeuxBases]
    public async Task DemanderAccord_HuitALaFoisPourTroisPlaces_TroisPassent(Base sur)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var laBase = await BaseDeTest.Creer(sur, demo: true);
        // Il reste 1,5 IMP au collège (voir NotifierTests) : trois missions à ½ IMP y tiennent, pas quatre.
        var ids = new List<long>();
        await using (var db = laBase.Ouvrir())
        {
            var agents = await db.Agents.Where(a => a.Uai == Demonstration.College && a.Fonction == Fonction.Enseignant).OrderBy(a => a.Id).Take(8).ToListAsync(ct);
            foreach (var agent in agents)
            {
                var mission = new Mission { Uai = Demonstration.College, Annee = 2026, Code = "IMP-CULT", Intitule = "Culture " + agent.IdSts, HeuresEstimees = 18 };
                mission.Attributions.Add(new Attribution { Uai = Demonstration.College, Annee = 2026, AgentId = agent.Id, Centimes = 62_500 });
                db.Missions.Add(mission);
            }

            await db.SaveChangesAsync(ct);
            ids.AddRange(await db.Attributions.Where(a => a.Mission!.Intitule.StartsWith("Culture ")).Select(a => a.Id).ToListAsync(ct));
        }

        var resultats = await Task.WhenAll(ids.Select(id => Task.Run(async () =>
        {
            await using var db = laBase.Ouvrir();
            var etablissement = await db.Etablissements.Include(e => e.Academie).SingleAsync(e => e.Uai == Demonstration.College, ct);
            var auteur = new Auteur(null, "Essai", "Chef d’établissement", new DateTime(2026, 9, 8, 8, 0, 0, DateTimeKind.Utc), new DateOnly(2026, 9, 8));
            return await DemanderLAccord.Executer(db, etablissement, new AnneeScolaire(2026), auteur, [new LigneLue(id, 0)], ct);
        }, ct)));

        resultats.Count(r => r.Count == 0).ShouldBe(3);
        resultats.Where(r => r.Count > 0).ShouldAllBe(r => r[0].Message.Contains("enveloppe", StringComparison.OrdinalIgnoreCase));
        await using var lecture = laBase.Ouvrir();
        var engages = (await lecture.Attributions.Where(a => a.Uai == Demonstration.College && a.Annee == 2026).ToListAsync(ct)).Where(a => a.Etat.Engage()).Sum(a => Plan.QuartsDe(a.Centimes));
        engages.ShouldBe(32);
        var chaine = await lecture.Journal.Where(j => j.Portee == Demonstration.College).OrderBy(j => j.Rang).ToListAsync(ct);
        chaine.Select(j => j.Rang).ShouldBe(Enumerable.Range(1, chaine.Count).Select(i => (long)i));
        chaine.Zip(chaine.Skip(1)).ShouldAllBe(p => p.Second.EmpreintePrecedente == p.First.Empreinte);
        chaine.ShouldAllBe(j => j.CalculerEmpreinte() == j.Empreinte);
    }
}
