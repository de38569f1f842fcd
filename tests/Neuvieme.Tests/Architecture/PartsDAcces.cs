using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.MissionsDirectes;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Tests.Architecture;

/// <summary>Au collège, au lycée et dans une autre académie : une part en préparation, et une proposée à une personne.</summary>
static class PartsDAcces
{
    public static async Task Poser(NeuviemeDb db, Auteur personne)
    {
        var anne = await db.Users.Where(c => c.Email == SituationDAcces.Visiteurs["Agent"].Courriel).Select(c => c.Id).SingleAsync();
        foreach (var uai in new[] { Demonstration.College, Demonstration.Lycee, SituationDAcces.Etranger })
        {
            var agent = await db.Agents.Where(a => a.Uai == uai).OrderBy(a => a.CompteId != anne).ThenBy(a => a.Id).FirstAsync();
            foreach (var demandee in new[] { false, true })
            {
                var mission = new MissionDirecte
                {
                    Dispositif = DispositifDirect.PacteSecondDegre, Uai = uai, Annee = 2026, Code = "PAC-RCD", Intitule = uai == SituationDAcces.Etranger ? SituationDAcces.Marque : "essai", Contenu = "essai", Centimes = 125_000, Agent = agent, CleSaisie = Guid.NewGuid(),
                };
                if (demandee)
                {
                    mission.Passer(ActionAttribution.DemanderAccord, personne).ShouldBeNull();
                }

                db.MissionsDirectes.Add(mission);
            }
        }

        foreach (var (academie, uai) in new[] { (Demonstration.Academie, Demonstration.College), ("14", SituationDAcces.Etranger) })
        {
            db.MissionsDirectes.Add(new()
            {
                Dispositif = DispositifDirect.Academique, AcademieCode = academie, Annee = 2026, Code = "ACA-CHM", Intitule = uai == SituationDAcces.Etranger ? SituationDAcces.Marque : "essai", Contenu = "essai", Centimes = 125_000,
                Agent = await db.Agents.Where(a => a.Uai == uai).OrderBy(a => a.Id).FirstAsync(), CleSaisie = Guid.NewGuid(),
            });
        }

        await db.SaveChangesAsync();
    }

    public static Task<ObjetDAcces> Academique(NeuviemeDb db, string uai)
    {
        var academie = uai == SituationDAcces.Etranger ? "14" : Demonstration.Academie;
        return db.MissionsDirectes.Where(m => m.AcademieCode == academie && m.Etat == EtatAttribution.EnPreparation).OrderByDescending(m => m.Id).Select(m => new ObjetDAcces(m.Id.ToString(), uai, m.Version)).FirstAsync();
    }

    public static Task<ObjetDAcces> Un(NeuviemeDb db, string objet, string uai)
    {
        var etat = objet == "ma part" ? EtatAttribution.AccordDemande : EtatAttribution.EnPreparation;
        return db.MissionsDirectes.Where(m => m.Uai == uai && m.Dispositif == DispositifDirect.PacteSecondDegre && m.Etat == etat).OrderByDescending(m => m.Id).Select(m => new ObjetDAcces(m.Id.ToString(), uai, m.Version)).FirstAsync();
    }
}
