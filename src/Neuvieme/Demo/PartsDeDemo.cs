using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.MesSeances;
using Neuvieme.Fonctions.MissionsDirectes;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Demo;

/// <summary>Le Pacte au collège : sept parts fléchées, et trois missions, l'une confiée, la deuxième à confier, la troisième à l'accord de la personne.</summary>
sealed class PartsDeDemo(NeuviemeDb db, AnneeScolaire annee, DateOnly jour, CancellationToken ct)
{
    enum Jusqua { Demandee, Accordee, Confiee }

    /// <param name="lettres">Sans elles, la part reste à confier.</param>
    public async Task Jouer(LettresDeDemo? lettres)
    {
        var rectorat = await Qui("gestion@demo.neuvieme.fr", Role.GestionnaireRectorat, 40);
        foreach (var (niveau, demies) in new[] { (1, 4), (2, 4), (3, 6) })
        {
            db.ChangeTracker.Clear();
            RecitDeDemo.Exiger(await new NotifierDirect(DispositifDirect.PacteSecondDegre, Demonstration.College, annee, demies * MissionDirecte.DemiPart, "Dotation de rentrée") { Niveau = niveau }.Executer(db, Demonstration.Academie, rectorat, ct));
        }

        // Le premier niveau est pourvu : le deuxième peut l'être.
        var confiee = await Preparer("PAC-RCD", "20120", lettres is null ? Jusqua.Accordee : Jusqua.Confiee, "mardi de 11 h à 12 h\njeudi de 15 h à 16 h", "Oral du brevet : entraînement des troisièmes");
        await Preparer("PAC-SOUT-6E", "20131", Jusqua.Accordee, "lundi de 8 h à 9 h");
        await Preparer("PAC-DF", "48251", Jusqua.Demandee);
        if (lettres is not null)
        {
            var agent = await db.Agents.AsNoTracking().FirstAsync(a => a.IdSts == "20120" && a.Uai == Demonstration.College, ct);
            await Declarer(confiee, agent.CompteId!.Value, agent.Courriel!);
            await lettres.Signer(confiee, await Qui("principal@demo.neuvieme.fr", Role.ChefEtablissement, 5), Role.ChefEtablissement, await Qui(agent.Courriel!, Role.Agent, 5));
        }
    }

    async Task<Auteur> Qui(string courriel, Role role, int joursAvant)
    {
        var compte = await db.Users.AsNoTracking().FirstAsync(u => u.Email == courriel, ct);
        var date = jour.AddDays(-joursAvant);
        return new(compte.Id, compte.NomAffiche, Habilitation.Libelle(role), date.ToDateTime(new TimeOnly(9, 45), DateTimeKind.Utc), date);
    }

    async Task<long> Preparer(string code, string idSts, Jusqua jusqua, string creneaux = "", string repli = "")
    {
        db.ChangeTracker.Clear();
        var agent = await db.Agents.AsNoTracking().FirstAsync(a => a.IdSts == idSts && a.Uai == Demonstration.College, ct);
        var fiches = MissionAuChoix.De(NatureEtablissement.College, annee);
        var fiche = fiches.First(f => f.Code == code);
        var preparation = new EnregistrerMissionDirecte(DispositifDirect.PacteSecondDegre, Demonstration.College, annee)
        {
            CleSaisie = Guid.NewGuid(), Fiches = fiches, Code = code, Intitule = fiche.Libelle, Contenu = string.Join('\n', fiche.Contenu), Centimes = 125_000, DejaPayee = false, AgentId = agent.Id,
            Precisions = new() { Creneaux = creneaux, Repli = repli },
        };
        RecitDeDemo.Exiger(await preparation.Executer(db, await Qui("secretariat@demo.neuvieme.fr", Role.Secretariat, 30), ct));
        var chef = await Qui("principal@demo.neuvieme.fr", Role.ChefEtablissement, 12);
        await Faire(preparation.Id, v => SuivreMission.DemanderAccord(v, db, Demonstration.Academie, chef, ct), chef);
        if (jusqua == Jusqua.Demandee)
        {
            return preparation.Id;
        }

        db.ChangeTracker.Clear();
        RecitDeDemo.Exiger(await new RepondreALaProposition(await Vue(preparation.Id), true).Executer(db, agent.CompteId!.Value, await Qui(agent.Courriel!, Role.Agent, 9), ct));
        if (jusqua == Jusqua.Confiee)
        {
            await Faire(preparation.Id, v => DeciderMission.Confier(v, EtatAttribution.AccordDonne, Autorite.ChefEtablissement, db), await Qui("principal@demo.neuvieme.fr", Role.ChefEtablissement, 6));
        }

        return preparation.Id;
    }

    /// <summary>Les deux derniers jours de classe : deux heures faites, que le chef n'a pas encore confirmées.</summary>
    async Task Declarer(long mission, long compte, string courriel)
    {
        foreach (var le in Enumerable.Range(1, 10).Select(n => jour.AddDays(-n)).Where(j => j.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && FetesLegales.Nom(j) is null).Take(2))
        {
            db.ChangeTracker.Clear();
            RecitDeDemo.Exiger(await new DeclarerSeance(mission, le, 660, 2, "4e B", "Mme Delphine Aubert").Executer(db, compte, (await Qui(courriel, Role.Agent, 0)), ct));
        }
    }

    async Task<MissionVue> Vue(long id) => new(id, await db.MissionsDirectes.Where(m => m.Id == id).Select(m => m.Version).FirstAsync(ct));

    async Task Faire(long id, Func<MissionVue, ChangerMission> geste, Auteur auteur)
    {
        db.ChangeTracker.Clear();
        RecitDeDemo.Exiger(await geste(await Vue(id)).Executer(db, db.MissionsDirectes, Demonstration.Academie, auteur, ct));
    }
}
