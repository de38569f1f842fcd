using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Droit.ImpSecondDegre;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Attributions.DemanderAccord;
using Neuvieme.Fonctions.Attributions.Instruire;
using Neuvieme.Fonctions.Attributions.Proposer;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Enveloppes.Notifier;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Fonctions.Instances;
using Neuvieme.Fonctions.Instances.Enregistrer;
using Neuvieme.Fonctions.MesMissions.Repondre;
using Neuvieme.Fonctions.Repartition;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Demo;

/// <summary>Rejoue l'année d'un établissement par les actions mêmes du produit : tout est contrôlé et journalisé comme en vrai.</summary>
sealed class RecitDeDemo(NeuviemeDb db, Etablissement etablissement, AnneeScolaire annee, DateOnly jour, CancellationToken ct)
{
    /// <summary>Jusqu'où va une mission de la démonstration.</summary>
    public enum Jusqua { Prevue, AccordDemande, AccordDonne, Declinee, Proposee, Renvoyee, Validee }

    public sealed record MissionDeDemo(string Code, string IdSts, long Euros100, Jusqua Jusqua, string Justification = "", int? Heures = 36, string Intitule = "", Duree Duree = Duree.AnneeEntiere, DateOnly? Debut = null, DateOnly? Fin = null, string Niveaux = "", string Contenu = "");

    /// <summary>En mai quand la rentrée est passée ; sinon il y a quelques semaines.</summary>
    DateOnly Passe(int moisDeMai, int joursAvant)
    {
        var printemps = new DateOnly(annee.Debut, 5, moisDeMai);
        return printemps.AddDays(60) < jour ? printemps : jour.AddDays(-joursAvant);
    }

    Auteur Auteur(Compte compte, Role role, DateOnly date) =>
        new(compte.Id, compte.NomAffiche, Habilitation.Libelle(role), date.ToDateTime(new TimeOnly(8, 15), DateTimeKind.Utc), date);

    internal static void Exiger(IReadOnlyList<Refus> refus)
    {
        if (refus.Count > 0)
        {
            throw new InvalidOperationException("Démonstration : " + string.Join(" ; ", refus.Select(r => r.Message)));
        }
    }

    public async Task Jouer(Compte chef, Compte gestion, Compte recteur, int quarts, IReadOnlyList<MissionDeDemo> missions)
    {
        Exiger(await new NotifierEnveloppe(etablissement.Uai, annee, quarts, "Dotation initiale, avec la dotation horaire").Executer(db, Auteur(gestion, Role.GestionnaireRectorat, Passe(2, 60)), ct));
        var agents = await db.Agents.AsNoTracking().Where(a => a.Uai == etablissement.Uai).ToDictionaryAsync(a => a.IdSts, ct);
        var preparation = Auteur(chef, Role.ChefEtablissement, Passe(4, 50));
        var attributions = new Dictionary<MissionDeDemo, long>();
        foreach (var m in missions)
        {
            db.ChangeTracker.Clear();
            Exiger(await new EnregistrerMission
            {
                Code = m.Code, Intitule = m.Intitule, Contenu = m.Contenu, Duree = m.Duree, Debut = m.Debut ?? (m.Duree == Duree.AnneeEntiere ? annee.PremierJour : null), Fin = m.Fin, HeuresEstimees = m.Heures, Niveaux = m.Niveaux,
                Besoin = new() { ProjetDeCycle = true, AppreciationNumerique = true, AmpleurDecrochage = true, LienProjetEtablissement = true, EquipementsPartages = true },
                Parts = [new(null, agents[m.IdSts].Id, m.Euros100, m.Justification)],
            }.Executer(db, etablissement.Uai, annee, preparation, ct));
            attributions[m] = await db.Attributions.MaxAsync(a => a.Id, ct);
        }

        foreach (var (instance, date, pour) in new[] { (Instance.ConseilPedagogique, Passe(12, 40), 14), (Instance.ConseilAdministration, Passe(26, 30), 21) })
        {
            db.ChangeTracker.Clear();
            Exiger(await new EnregistrerAvis(instance, date, SensAvis.Favorable, pour, 2, 1, "").Executer(db, etablissement, annee, Auteur(chef, Role.ChefEtablissement, date), ct));
        }

        // Les missions validées l'ont été à la rentrée ; les autres sont en chemin depuis quelques jours.
        var comptes = agents.Values.Where(a => a.CompteId is not null).ToDictionary(a => a.IdSts, a => a.CompteId!.Value);
        var rentree = new DateOnly(annee.Debut, 9, 4);
        await Attribuer(chef, recteur, [.. missions.Where(m => m.Jusqua == Jusqua.Validee)], attributions, comptes, rentree.AddDays(20) < jour ? rentree : jour.AddDays(-20));
        await Attribuer(chef, recteur, [.. missions.Where(m => m.Jusqua != Jusqua.Validee)], attributions, comptes, jour.AddDays(-16));
    }

    async Task Attribuer(Compte chef, Compte recteur, IReadOnlyList<MissionDeDemo> missions, Dictionary<MissionDeDemo, long> ids, Dictionary<string, long> comptes, DateOnly debut)
    {
        var duChef = Auteur(chef, Role.ChefEtablissement, debut.AddDays(2));
        Task<LigneLue[]> Lues(Func<MissionDeDemo, bool> choix) =>
            db.Attributions.AsNoTracking().Where(a => missions.Where(choix).Select(m => ids[m]).Contains(a.Id)).Select(a => new LigneLue(a.Id, a.Version)).ToArrayAsync(ct);
        db.ChangeTracker.Clear();
        Exiger(await DemanderLAccord.Executer(db, etablissement, annee, duChef, await Lues(m => m.Jusqua >= Jusqua.AccordDemande), ct));
        foreach (var m in missions.Where(m => m.Jusqua >= Jusqua.AccordDonne))
        {
            db.ChangeTracker.Clear();
            var compte = await db.Users.FirstAsync(u => u.Id == comptes[m.IdSts], ct);
            Exiger(await new RepondreALaDemande(ids[m], await db.Attributions.Where(a => a.Id == ids[m]).Select(a => a.Version).FirstAsync(ct), m.Jusqua != Jusqua.Declinee)
                .Executer(db, compte.Id, Auteur(compte, Role.Agent, debut.AddDays(5)), ct));
        }

        db.ChangeTracker.Clear();
        Exiger(await ProposerAuRecteur.Executer(db, etablissement, annee, Auteur(chef, Role.ChefEtablissement, debut.AddDays(7)), await Lues(m => m.Jusqua >= Jusqua.Proposee), ct: ct));
        var duRecteur = Auteur(recteur, Role.Recteur, debut.AddDays(14));
        db.ChangeTracker.Clear();
        if (await Lues(m => m.Jusqua == Jusqua.Validee) is { Length: > 0 } validees)
        {
            Exiger(await InstruireProposition.Valider(validees).Executer(db, etablissement.AcademieCode, annee, duRecteur, ct));
        }

        if (await Lues(m => m.Jusqua == Jusqua.Renvoyee) is { Length: > 0 } renvoyees)
        {
            Exiger(await new InstruireProposition(renvoyees, DecisionRectorat.Renvoyer, renvoyees.ToDictionary(l => l.Id, _ => new MotifDeLigne("Précisez le nombre de groupes concernés pour justifier le taux.", MotifRectorat.Incomplet))).Executer(db, etablissement.AcademieCode, annee, duRecteur, ct));
        }
    }
}
