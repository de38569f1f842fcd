using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.MissionsDirectes;
using Neuvieme.Fonctions.Personnels;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Tests.Architecture;

/// <summary>Trois circonscriptions et leur école : celle de la démonstration, sa voisine, et une d'une autre académie, avec un de chaque objet du premier degré.</summary>
static class PremierDegreDAcces
{
    public sealed record Lieu(string Circonscription, string Ecole, string Academie, string Nom);

    public static readonly string[] Objets = ["préparation", "proposition", "porteur", "professeur", "ma mission"];

    public static readonly Lieu[] Lieux =
    [
        new("0990900R", "0990101X", Demonstration.Academie, "essai"), new("0990901S", "0990103Z", Demonstration.Academie, "essai"), new("0350900N", "0350101V", "14", SituationDAcces.Marque),
    ];

    public static async Task Poser(NeuviemeDb db, Auteur personne)
    {
        var anne = await db.Users.Where(c => c.Email == SituationDAcces.Visiteurs["Agent"].Courriel).Select(c => c.Id).SingleAsync();
        foreach (var lieu in Lieux)
        {
            if (!await db.Circonscriptions.AnyAsync(c => c.Code == lieu.Circonscription))
            {
                db.Circonscriptions.Add(new() { Code = lieu.Circonscription, Nom = $"Circonscription {lieu.Nom}", AcademieCode = lieu.Academie, Departement = lieu.Circonscription[..3] });
                db.Etablissements.Add(new() { Uai = lieu.Ecole, Denomination = $"École {lieu.Nom}", AcademieCode = lieu.Academie, CirconscriptionCode = lieu.Circonscription, NatureCode = "151", Commune = lieu.Nom });
            }

            var agent = new Agent { Uai = lieu.Ecole, TypeSts = "ecole", IdSts = "acces", NomUsage = lieu.Nom, Prenom = "Zoé", Fonction = Fonction.Enseignant, Corps = Corps.ProfesseurDesEcoles, CompteId = lieu == Lieux[0] ? anne : null };
            foreach (var dispositif in new[] { DispositifDirect.ImpPremierDegre, DispositifDirect.PactePremierDegre })
            {
                db.MissionsDirectes.AddRange(Mission(lieu, agent, dispositif), Mission(lieu, agent, dispositif, ActionAttribution.DemanderAccord), Mission(lieu, agent, dispositif, ActionAttribution.DemanderAccord, ActionAttribution.Accorder, ActionAttribution.Proposer));
            }
        }

        await db.SaveChangesAsync();

        MissionDirecte Mission(Lieu lieu, Agent agent, DispositifDirect dispositif, params ActionAttribution[] actions)
        {
            var imp = dispositif == DispositifDirect.ImpPremierDegre;
            var mission = new MissionDirecte
            {
                Dispositif = dispositif, CirconscriptionCode = imp ? lieu.Circonscription : null, Uai = imp ? null : lieu.Ecole, Annee = 2026, Code = imp ? "PREM-ERUN" : "PAC-INNO", Intitule = $"Mission {lieu.Nom}",
                Contenu = "essai", Centimes = 125_000, Agent = agent, CleSaisie = Guid.NewGuid(),
            };
            foreach (var action in actions)
            {
                mission.Passer(action, personne).ShouldBeNull();
            }

            return mission;
        }
    }

    public static async Task<ObjetDAcces> Un(NeuviemeDb db, string objet, Lieu lieu, string colonne) => objet switch
    {
        "établissement" => new(lieu == Lieux[2] ? SituationDAcces.Etranger : lieu.Ecole, lieu.Ecole),
        "porteur" => new(lieu.Circonscription, lieu.Ecole),
        "professeur" => new((await db.Agents.Where(a => a.Uai == lieu.Ecole && a.IdSts == "acces").Select(a => a.Id).SingleAsync()).ToString(), lieu.Ecole),
        "ma mission" => await Mission(db, lieu, DispositifDirect.PactePremierDegre, EtatAttribution.AccordDemande),
        "préparation" => await Mission(db, lieu, colonne == "IEN" ? DispositifDirect.ImpPremierDegre : DispositifDirect.PactePremierDegre, EtatAttribution.EnPreparation),
        _ => await Mission(db, lieu, colonne == "IEN" ? DispositifDirect.PactePremierDegre : DispositifDirect.ImpPremierDegre, EtatAttribution.Proposee),
    };

    static Task<ObjetDAcces> Mission(NeuviemeDb db, Lieu lieu, DispositifDirect dispositif, EtatAttribution etat)
    {
        var porteur = dispositif == DispositifDirect.ImpPremierDegre ? lieu.Circonscription : lieu.Ecole;
        return db.MissionsDirectes.Where(m => m.Dispositif == dispositif && (m.Uai ?? m.CirconscriptionCode) == porteur && m.Etat == etat && m.Agent!.IdSts == "acces")
            .OrderByDescending(m => m.Id).Select(m => new ObjetDAcces(m.Id.ToString(), lieu.Ecole, m.Version)).FirstAsync();
    }
}
