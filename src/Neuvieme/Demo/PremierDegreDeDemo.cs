using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Droit.ImpPremierDegre;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.MissionsDirectes;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Demo;

/// <summary>Une circonscription, deux écoles : deux IMP et trois missions du Pacte, chacune à une étape différente.</summary>
sealed class PremierDegreDeDemo(NeuviemeDb db, AnneeScolaire annee, DateOnly jour, CancellationToken ct)
{
    public const string Circonscription = "0990900R", Tilleuls = "0990101X", VieuxMoulin = "0990102Y";

    public static readonly IReadOnlyList<(string Uai, PersonneDeDemo Personne)> Professeurs =
    [
        (Tilleuls, new("70001", "2", "MORVAN", "Leïla", Fonction.Enseignant, Corps.ProfesseurDesEcoles, "", "", Type: "ecole")),
        (Tilleuls, new("70002", "1", "TESSIER", "Marc", Fonction.Enseignant, Corps.ProfesseurDesEcoles, "", "", Type: "ecole")),
        (Tilleuls, new("70003", "2", "COLIN", "Agnès", Fonction.Enseignant, Corps.ProfesseurDesEcoles, "", "", Type: "ecole")),
        (VieuxMoulin, new("70004", "1", "LABBÉ", "Yves", Fonction.Enseignant, Corps.ProfesseurDesEcoles, "", "", Type: "ecole")),
    ];

    enum Jusqua { Demandee, Proposee, Decidee }

    public async Task Jouer()
    {
        var rectorat = await Qui("gestion@demo.neuvieme.fr", Role.GestionnaireRectorat, 40);
        await Notifier(DispositifDirect.ImpPremierDegre, Circonscription, 4 * 125_000, rectorat);
        await Notifier(DispositifDirect.PactePremierDegre, Tilleuls, 9 * MissionDirecte.DemiPart, rectorat);
        await Notifier(DispositifDirect.PactePremierDegre, VieuxMoulin, 4 * MissionDirecte.DemiPart, rectorat);
        await Confier(DispositifDirect.ImpPremierDegre, Circonscription, "PREM-ERUN", "70003", 250_000, Jusqua.Decidee, "Accompagner les écoles dans les usages du numérique\nAider au choix et à la prise en main des équipements");
        await Confier(DispositifDirect.ImpPremierDegre, Circonscription, "PREM-ERSEH", "70004", 125_000, Jusqua.Proposee, "Réunir les équipes de suivi de la scolarisation\nRépondre aux familles et aux écoles");
        await Confier(DispositifDirect.PactePremierDegre, Tilleuls, "PAC-SOUT-ECOLE", "70002", 125_000, Jusqua.Decidee);
        await Confier(DispositifDirect.PactePremierDegre, Tilleuls, "PAC-STAGE", "70003", MissionDirecte.DemiPart, Jusqua.Proposee);
        await Confier(DispositifDirect.PactePremierDegre, Tilleuls, "PAC-INNO", "70001", 125_000, Jusqua.Demandee);
    }

    async Task<Auteur> Qui(string courriel, Role role, int joursAvant)
    {
        var compte = await db.Users.AsNoTracking().FirstAsync(u => u.Email == courriel, ct);
        var date = jour.AddDays(-joursAvant);
        return new(compte.Id, compte.NomAffiche, Habilitation.Libelle(role), date.ToDateTime(new TimeOnly(9, 30), DateTimeKind.Utc), date);
    }

    async Task Notifier(DispositifDirect dispositif, string cible, long centimes, Auteur auteur)
    {
        db.ChangeTracker.Clear();
        RecitDeDemo.Exiger(await new NotifierDirect(dispositif, cible, annee, centimes, "Dotation de rentrée").Executer(db, Demonstration.Academie, auteur, ct));
    }

    async Task Confier(DispositifDirect dispositif, string porteur, string code, string idSts, long centimes, Jusqua jusqua, string contenu = "")
    {
        db.ChangeTracker.Clear();
        var imp = dispositif == DispositifDirect.ImpPremierDegre;
        var (courriel, role) = imp ? ("ien@demo.neuvieme.fr", Role.Ien) : ("directrice@demo.neuvieme.fr", Role.DirecteurEcole);
        var agent = await db.Agents.AsNoTracking().FirstAsync(a => a.IdSts == idSts && a.TypeSts == "ecole", ct);
        var fiche = MissionAuChoix.De(dispositif, annee).First(f => f.Code == code);
        var preparation = new EnregistrerMissionDirecte(dispositif, porteur, annee)
        {
            CleSaisie = Guid.NewGuid(), Code = code, Intitule = fiche.Libelle, Contenu = imp ? contenu : string.Join('\n', fiche.Contenu), Echelon = imp ? Echelon.Departement : Echelon.Inconnu,
            Debut = imp ? annee.PremierJour : null, Centimes = centimes, DejaPayee = false, AgentId = agent.Id,
        };
        RecitDeDemo.Exiger(await preparation.Executer(db, await Qui(courriel, role, 30), ct));
        var id = preparation.Id;
        var demande = await Qui(courriel, role, 12);
        await Faire(id, v => SuivreMission.DemanderAccord(v, db, Demonstration.Academie, demande, ct), demande);
        if (jusqua == Jusqua.Demandee)
        {
            return;
        }

        db.ChangeTracker.Clear();
        var reponse = (await Qui(agent.Courriel!, Role.Agent, 9));
        RecitDeDemo.Exiger(await new RepondreALaProposition(await Vue(id), true).Executer(db, agent.CompteId!.Value, reponse, ct));
        var proposition = await Qui(courriel, role, 7);
        if (imp)
        {
            await Faire(id, v => SuivreMission.Lettre(v, proposition.Aujourdhui, proposition.Aujourdhui), proposition);
        }

        await Faire(id, v => SuivreMission.Proposer(v, ""), proposition);
        if (jusqua == Jusqua.Decidee)
        {
            var decideur = imp ? await Qui("recteur@demo.neuvieme.fr", Role.Recteur, 4) : await Qui("ien@demo.neuvieme.fr", Role.Ien, 4);
            await Faire(id, v => DeciderMission.Trancher(v, DecisionDirecte.Valider, imp ? Autorite.Recteur : Autorite.Ien, "", db), decideur);
        }
    }

    async Task<MissionVue> Vue(long id) => new(id, await db.MissionsDirectes.Where(m => m.Id == id).Select(m => m.Version).FirstAsync(ct));

    async Task Faire(long id, Func<MissionVue, ChangerMission> geste, Auteur auteur)
    {
        db.ChangeTracker.Clear();
        RecitDeDemo.Exiger(await geste(await Vue(id)).Executer(db, db.MissionsDirectes, Demonstration.Academie, auteur, ct));
    }
}
