using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.MissionsDirectes;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Demo;

/// <summary>Deux missions du recteur : une référente culture, dont la lettre est signée et la décision prise, et un district UNSS dont l'accord est attendu.</summary>
sealed class AcademiquesDeDemo(NeuviemeDb db, AnneeScolaire annee, DateOnly jour, CancellationToken ct)
{
    /// <param name="lettres">Sans elles, la mission acceptée attend sa lettre.</param>
    public async Task Jouer(LettresDeDemo? lettres)
    {
        var gestion = await Qui("gestion@demo.neuvieme.fr", Role.GestionnaireRectorat, 40);
        RecitDeDemo.Exiger(await new NotifierDirect(DispositifDirect.Academique, Demonstration.Academie, annee, 12 * 125_000, "Part gardée pour les missions académiques").Executer(db, Demonstration.Academie, gestion, ct));
        var culture = await Preparer("ACA-CULT", Demonstration.Lycee, "60007", 250_000, "Relier les établissements aux structures culturelles et aux collectivités\nPréparer avec elles le calendrier des projets\nRecenser les projets et en rendre compte", new()
        {
            Conditions = "Rattachement à la délégation académique à l’action culturelle\nUne demi-journée par semaine au rectorat", Objectifs = "Un projet au moins dans chaque collège du département", Resultats = "Carte des projets remise avant le 31 mars",
            Priorites = "Établissements ruraux et éducation prioritaire", Charge = "environ 110 heures dans l’année", Territoire = "département, 62 établissements", CompetencesPedagogiques = true, AllegementCentiemes = 150,
        });
        var district = await Preparer("ACA-UNSS", Demonstration.College, "31790", 250_000, "Conduire le projet du district\nGérer les moyens du district", new()
        {
            Conditions = "Rattachement au service départemental de l’UNSS", Objectifs = "Un calendrier commun aux associations sportives", Resultats = "Bilan remis en juin", Priorites = "Pratique des filles", Charge = "environ 72 heures dans l’année",
            AllegementCentiemes = 0, District = "Ville-Test", TauxDistrictCentimes = 250_000,
        });
        var demande = await Qui("gestion@demo.neuvieme.fr", Role.GestionnaireRectorat, 12);
        foreach (var id in new[] { culture, district })
        {
            await Faire(id, v => SuivreMission.DemanderAccord(v, db, Demonstration.Academie, demande, ct), demande);
        }

        var agent = await db.Agents.AsNoTracking().FirstAsync(a => a.IdSts == "60007" && a.Uai == Demonstration.Lycee, ct);
        db.ChangeTracker.Clear();
        RecitDeDemo.Exiger(await new RepondreALaProposition(await Vue(culture), true).Executer(db, agent.CompteId!.Value, await Qui(agent.Courriel!, Role.Agent, 9), ct));
        if (lettres is not null)
        {
            var recteur = await Qui("recteur@demo.neuvieme.fr", Role.Recteur, 5);
            if (await lettres.Signer(culture, recteur, Role.Recteur, await Qui(agent.Courriel!, Role.Agent, 5)))
            {
                await Faire(culture, v => DeciderMission.Confier(v, EtatAttribution.AccordDonne, Autorite.Recteur, db), recteur);
            }
        }
    }

    async Task<Auteur> Qui(string courriel, Role role, int joursAvant)
    {
        var compte = await db.Users.AsNoTracking().FirstAsync(u => u.Email == courriel, ct);
        var date = jour.AddDays(-joursAvant);
        return new(compte.Id, compte.NomAffiche, Habilitation.Libelle(role), date.ToDateTime(new TimeOnly(10, 15), DateTimeKind.Utc), date);
    }

    async Task<long> Preparer(string code, string uai, string idSts, long centimes, string contenu, PrecisionsDeMission precisions)
    {
        db.ChangeTracker.Clear();
        var agent = await db.Agents.AsNoTracking().FirstAsync(a => a.IdSts == idSts && a.Uai == uai, ct);
        var preparation = new EnregistrerMissionDirecte(DispositifDirect.Academique, Demonstration.Academie, annee)
        {
            CleSaisie = Guid.NewGuid(), Code = code, Intitule = MissionAuChoix.De(DispositifDirect.Academique, annee).First(f => f.Code == code).Libelle, Contenu = contenu, Debut = annee.PremierJour, Centimes = centimes, AgentId = agent.Id, Precisions = precisions,
        };
        RecitDeDemo.Exiger(await preparation.Executer(db, await Qui("gestion@demo.neuvieme.fr", Role.GestionnaireRectorat, 30), ct));
        return preparation.Id;
    }

    async Task<MissionVue> Vue(long id) => new(id, await db.MissionsDirectes.Where(m => m.Id == id).Select(m => m.Version).FirstAsync(ct));

    async Task Faire(long id, Func<MissionVue, ChangerMission> geste, Auteur auteur)
    {
        db.ChangeTracker.Clear();
        RecitDeDemo.Exiger(await geste(await Vue(id)).Executer(db, db.MissionsDirectes, Demonstration.Academie, auteur, ct));
    }
}
