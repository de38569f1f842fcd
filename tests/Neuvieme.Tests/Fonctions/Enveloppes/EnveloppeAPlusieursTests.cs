using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Attributions.DemanderAccord;
using Neuvieme.Fonctions.Enveloppes;
using Neuvieme.Fonctions.Enveloppes.Convertir;
using Neuvieme.Fonctions.Enveloppes.Decider;
using Neuvieme.Fonctions.Enveloppes.DemanderComplement;
using Neuvieme.Fonctions.Enveloppes.Notifier;
using Neuvieme.Fonctions.Enveloppes.Repondre;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Tests.Socle;
using Mission = Neuvieme.Fonctions.Repartition.Mission;

namespace Neuvieme.Tests.Fonctions.Enveloppes;

/// <summary>Chef, gestionnaires et recteur à la même seconde sur la même enveloppe : jamais plus engagé que notifié, jamais deux fois la même ligne.</summary>
public class EnveloppeAPlusieursTests
{
    static readonly AnneeScolaire Annee = new(2026);
    static readonly Auteur Chef = new(null, "Essai", "Chef d’établissement", new DateTime(2026, 9, 8, 8, 0, 0, DateTimeKind.Utc), new DateOnly(2026, 9, 8));

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, SurLesDeuxBases]
    public async Task ConversionsEtAccords_EnsembleSurUneIMPEtDemie_JamaisDeDepassement(Base sur)
    {
        // 1,5 IMP libre au collège : quatre décharges d'une heure et quatre accords d'une demi-IMP (6 IMP en tout) s'y présentent.
        await using var laBase = await BaseDeTest.Creer(sur, demo: true);
        var parts = await Parts(laBase, 8);

        var resultats = await Ensemble(laBase, parts.Select((p, i) => (Func<NeuviemeDb, Etablissement, Task<IReadOnlyList<Refus>>>)((db, e) =>
            i % 2 == 0 ? Conversion(p).Executer(db, e, Annee, Chef, Ct) : DemanderLAccord.Executer(db, e, Annee, Chef, [new LigneLue(p.Attribution, 0)], Ct))));

        var bilan = await Bilan(laBase);
        bilan.Notifie.ShouldBe(32);
        bilan.Engage.ShouldBeLessThanOrEqualTo(32);
        // Une décharge vaut quatre quarts, un accord deux : quel que soit l'ordre, il reste moins d'une décharge et pas un accord de plus.
        bilan.Engage.ShouldBe(32);
        resultats.Count(r => r.Count == 0).ShouldBeInRange(2, 3);
        resultats.Where(r => r.Count > 0).ShouldAllBe(r => r.Any(x => x.Message.Contains("enveloppe", StringComparison.OrdinalIgnoreCase)));
        await ChaineIntacte(laBase);
    }

    [Theory, SurLesDeuxBases]
    public async Task ConversionEtAccord_DeLaMemePersonneSurLaMemeMission_UnSeulPasse(Base sur)
    {
        await using var laBase = await BaseDeTest.Creer(sur, demo: true);
        var part = (await Parts(laBase, 1))[0];

        var resultats = await Ensemble(laBase,
        [
            (db, e) => Conversion(part).Executer(db, e, Annee, Chef, Ct), (db, e) => DemanderLAccord.Executer(db, e, Annee, Chef, [new LigneLue(part.Attribution, 0)], Ct),
            (db, e) => Conversion(part).Executer(db, e, Annee, Chef, Ct),
        ]);

        resultats.Count(r => r.Count == 0).ShouldBe(1);
        await using var db = laBase.Ouvrir();
        var demandee = await db.Conversions.CountAsync(Ct);
        var accord = await db.Attributions.CountAsync(a => a.Id == part.Attribution && a.Etat == EtatAttribution.AccordDemande, Ct);
        (demandee + accord).ShouldBe(1);
    }

    [Theory, SurLesDeuxBases]
    public async Task Complement_AccordeParHuitALaFois_UneSeuleLigne(Base sur)
    {
        await using var laBase = await BaseDeTest.Creer(sur, demo: true);
        await using (var db = laBase.Ouvrir())
        {
            (await new DemanderUnComplement(8, "tutorats", Guid.NewGuid()).Executer(db, Demonstration.College, Annee, Chef, Ct)).ShouldBeEmpty();
        }

        var resultats = await Ensemble(laBase, Enumerable.Range(0, 8).Select(i => (Func<NeuviemeDb, Etablissement, Task<IReadOnlyList<Refus>>>)((db, e) =>
            new RepondreAuComplement(1, 0, 8, "").Executer(db, e.AcademieCode, Annee, Chef with { Nom = i % 2 == 0 ? "Paul Ferrand" : "Ada Gestion" }, Ct))));

        resultats.Count(r => r.Count == 0).ShouldBe(1);
        resultats.Where(r => r.Count > 0).ShouldAllBe(r => r[0].Message.Contains("n’attend plus : accordée, 2 IMP", StringComparison.Ordinal));
        (await Bilan(laBase)).Notifie.ShouldBe(40);
        await ChaineIntacte(laBase);
    }

    [Theory, SurLesDeuxBases]
    public async Task Reprise_PendantDesReservations_JamaisSousCeQuiEstEngage(Base sur)
    {
        // Le rectorat reprend deux fois 1 IMP pendant que le chef réserve trois fois une demi-IMP : 3,5 IMP voulues pour 1,5 libre.
        await using var laBase = await BaseDeTest.Creer(sur, demo: true);
        var parts = await Parts(laBase, 3);

        await Ensemble(laBase,
        [
            (db, e) => new NotifierEnveloppe(e.Uai, Annee, -4, "reprise").Executer(db, Chef, Ct), (db, e) => new NotifierEnveloppe(e.Uai, Annee, -4, "reprise").Executer(db, Chef, Ct),
            .. parts.Select(p => (Func<NeuviemeDb, Etablissement, Task<IReadOnlyList<Refus>>>)((db, e) => DemanderLAccord.Executer(db, e, Annee, Chef, [new LigneLue(p.Attribution, 0)], Ct))),
        ]);

        // Rien ne se perd : reprise ou réservation, tout le libre est pris, à moins d'une demi-IMP près.
        var bilan = await Bilan(laBase);
        bilan.Libre.ShouldBe(0);
        await ChaineIntacte(laBase);
    }

    [Theory, SurLesDeuxBases]
    public async Task Decharge_DecideeParDeuxRecteursALaFois_UneSeuleLigneEtUnRetraitNePasseQuAvant(Base sur)
    {
        await using var laBase = await BaseDeTest.Creer(sur, demo: true);
        var part = (await Parts(laBase, 1))[0];
        await using (var db = laBase.Ouvrir())
        {
            var college = await db.Etablissements.SingleAsync(e => e.Uai == Demonstration.College, Ct);
            (await Conversion(part).Executer(db, college, Annee, Chef, Ct)).ShouldBeEmpty();
        }

        DeciderDeLaDecharge Decision(DecisionDecharge d) => new(1, 0, d, new(2026, 9, 8), Autorite.Recteur, "motif", new());
        var resultats = await Ensemble(laBase,
        [
            (db, e) => Decision(DecisionDecharge.Accorder).Executer(db, e.AcademieCode, Annee, Chef, Ct), (db, e) => Decision(DecisionDecharge.Accorder).Executer(db, e.AcademieCode, Annee, Chef, Ct),
            (db, e) => Decision(DecisionDecharge.Refuser).Executer(db, e.AcademieCode, Annee, Chef, Ct), (db, e) => new RetirerLaConversion(1, 0).Executer(db, e.Uai, Chef, Ct),
        ]);

        resultats.Count(r => r.Count == 0).ShouldBe(1);
        await using var lecture = laBase.Ouvrir();
        var etat = (await lecture.Conversions.SingleAsync(Ct)).Etat;
        (await lecture.LignesEnveloppe.CountAsync(l => l.ConversionId == 1, Ct)).ShouldBe(etat == EtatConversion.Accordee ? 1 : 0);
        (await Bilan(laBase)).Engage.ShouldBe(etat == EtatConversion.Accordee ? 30 : 26);
    }

    sealed record Part(long Mission, long Agent, long Attribution);

    static ConvertirEnDecharge Conversion(Part p) => new()
    {
        CleSaisie = Guid.NewGuid(), MissionId = p.Mission, AgentId = p.Agent, HeuresCentiemes = 100, AccordLe = new(2026, 6, 4), PieceAccord = "fiche signée", PropositionCaLe = new(2026, 6, 25), DemandeDasenLe = new(2026, 6, 30),
    };

    /// <summary>Des missions à une demi-IMP, chacune avec sa personne, en préparation.</summary>
    static async Task<List<Part>> Parts(BaseDeTest laBase, int combien)
    {
        await using var db = laBase.Ouvrir();
        var agents = await db.Agents.Where(a => a.Uai == Demonstration.College && a.Fonction == Fonction.Enseignant).OrderBy(a => a.Id).Take(combien).ToListAsync(Ct);
        foreach (var agent in agents)
        {
            var mission = new Mission { Uai = Demonstration.College, Annee = 2026, Code = "IMP-CULT", Intitule = "Culture " + agent.IdSts, HeuresEstimees = 18 };
            mission.Attributions.Add(new Attribution { Uai = Demonstration.College, Annee = 2026, AgentId = agent.Id, Centimes = 62_500 });
            db.Missions.Add(mission);
        }

        await db.SaveChangesAsync(Ct);
        return await db.Attributions.Where(a => a.Mission!.Intitule.StartsWith("Culture ")).OrderBy(a => a.Id).Select(a => new Part(a.MissionId, a.AgentId!.Value, a.Id)).ToListAsync(Ct);
    }

    static async Task<IReadOnlyList<Refus>[]> Ensemble(BaseDeTest laBase, IEnumerable<Func<NeuviemeDb, Etablissement, Task<IReadOnlyList<Refus>>>> actions)
    {
        var taches = actions.Select(action => Task.Run(async () =>
        {
            await using var db = laBase.Ouvrir();
            var college = await db.Etablissements.Include(e => e.Academie).SingleAsync(e => e.Uai == Demonstration.College, Ct);
            return await action(db, college);
        }, Ct)).ToList();
        return await Task.WhenAll(taches);
    }

    static async Task<Engagements> Bilan(BaseDeTest laBase)
    {
        await using var db = laBase.Ouvrir();
        return await Engagements.De(db, Demonstration.College, Annee, Ct);
    }

    static async Task ChaineIntacte(BaseDeTest laBase)
    {
        await using var db = laBase.Ouvrir();
        var chaine = await db.Journal.Where(j => j.Portee == Demonstration.College).OrderBy(j => j.Rang).ToListAsync(Ct);
        chaine.Select(j => j.Rang).ShouldBe(Enumerable.Range(1, chaine.Count).Select(i => (long)i));
        chaine.ShouldAllBe(j => j.CalculerEmpreinte() == j.Empreinte);
    }
}
