using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.MissionsDirectes;
using Neuvieme.Fonctions.Seances;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Tests.Architecture;

/// <summary>Une séance d'une part confiée, dans chaque établissement et chaque école.</summary>
static class SeancesDAcces
{
    static readonly string[] Colleges = [Demonstration.College, Demonstration.Lycee, SituationDAcces.Etranger];

    public static async Task Poser(NeuviemeDb db, Auteur personne)
    {
        foreach (var uai in Colleges.Concat(PremierDegreDAcces.Lieux.Select(l => l.Ecole)))
        {
            var ecole = !Colleges.Contains(uai);
            var marque = uai == SituationDAcces.Etranger || uai == PremierDegreDAcces.Lieux[2].Ecole ? SituationDAcces.Marque : "essai";
            var mission = new MissionDirecte
            {
                Dispositif = ecole ? DispositifDirect.PactePremierDegre : DispositifDirect.PacteSecondDegre, Uai = uai, Annee = 2026, Code = ecole ? "PAC-SOUT-ECOLE" : "PAC-RCD", Intitule = marque, Contenu = "essai", Centimes = 125_000,
                Agent = await db.Agents.Where(a => a.Uai == uai).OrderBy(a => a.Id).FirstAsync(), CleSaisie = Guid.NewGuid(),
            };
            foreach (var action in new[] { ActionAttribution.DemanderAccord, ActionAttribution.Accorder, ActionAttribution.Proposer, ActionAttribution.Valider })
            {
                mission.Passer(action, personne).ShouldBeNull();
            }

            db.Seances.Add(new() { Mission = mission, Le = new(2026, 9, 7), Debut = 480, DemiHeures = 2, Classe = marque, Remplace = marque });
        }

        await db.SaveChangesAsync();
    }

    public static async Task<(ObjetDAcces, ObjetDAcces[])> De(NeuviemeDb db, string colonne)
    {
        string[] lieux = colonne == "Directeur d’école" ? [.. PremierDegreDAcces.Lieux.Select(l => l.Ecole), Demonstration.College] : [.. Colleges, PremierDegreDAcces.Lieux[0].Ecole];
        List<ObjetDAcces> objets = [];
        foreach (var uai in lieux)
        {
            objets.Add(await db.Seances.Where(s => s.Mission!.Uai == uai).OrderByDescending(s => s.Id).Select(s => new ObjetDAcces(s.Id.ToString(), uai, s.Version)).FirstAsync());
        }

        return (objets[0], [.. objets.Skip(1)]);
    }
}
