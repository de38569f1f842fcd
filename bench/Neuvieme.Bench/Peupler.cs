using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Droit;
using Neuvieme.Droit.ImpSecondDegre;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Enveloppes;
using Neuvieme.Fonctions.Personnels;
using Neuvieme.Fonctions.Suivi;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Etablissement = Neuvieme.Fonctions.Etablissements.Etablissement;
using Mission = Neuvieme.Fonctions.Repartition.Mission;

namespace Neuvieme.Bench;

/// <summary>
/// Porte une base de démonstration à la taille d'un grand établissement (120 agents, 60 missions) et d'une académie (250 établissements,
/// 6 000 attributions, un dixième à instruire), écrits tout droit : ce banc mesure la lecture.
/// </summary>
static class Peupler
{
    const int Etablissements = 250, Attributions = 6_000, AgentsDuGrand = 120, MissionsDuGrand = 60;
    static readonly (string Code, long Centimes)[] Types = [("IMP-DISC", 125_000), ("IMP-NUM", 250_000), ("IMP-CULT", 62_500), ("IMP-DECR", 125_000), ("IMP-EDD", 62_500), ("IMP-ART7", 31_250)];

    public static async Task<int> Lancer(string chaine)
    {
        await using var db = Connexion.Ouvrir(chaine);
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        var annee = await db.Missions.MaxAsync(m => m.Annee);
        await Remplir(db, Demonstration.College, annee, AgentsDuGrand, MissionsDuGrand);
        var deja = await db.Etablissements.CountAsync();
        var restent = Attributions - await db.Attributions.CountAsync();
        for (var i = deja; i < Etablissements; i++)
        {
            var uai = Uai(i);
            db.Etablissements.Add(new Etablissement { Uai = uai, Denomination = $"Collège n° {i}", AcademieCode = Demonstration.Academie, NatureCode = "340", Commune = $"Commune {i % 90}" });
            var missions = restent / (Etablissements - i);
            restent -= missions;
            await Remplir(db, uai, annee, int.Max(missions, 40), missions);
        }

        Console.WriteLine($"{await db.Etablissements.CountAsync()} établissements, {await db.Attributions.CountAsync()} attributions dont {await db.Attributions.CountAsync(a => a.Etat == EtatAttribution.Proposee)} à instruire, {await db.Echeances.CountAsync()} versements ; au collège {await db.Affectations.CountAsync(a => a.Uai == Demonstration.College)} agents et {await db.Missions.CountAsync(m => m.Uai == Demonstration.College)} missions.");
        return 0;
    }

    /// <summary>Complète l'établissement jusqu'à ce nombre d'agents et de missions.</summary>
    static async Task Remplir(NeuviemeDb db, string uai, int annee, int agents, int missions)
    {
        var (agentsDeja, missionsDeja) = (await db.Agents.CountAsync(a => a.Uai == uai), await db.Missions.CountAsync(m => m.Uai == uai));
        var ajoutes = Enumerable.Range(agentsDeja, int.Max(0, agents - agentsDeja)).Select(i => new PersonneDeDemo($"9{i:00000}", i % 2 == 0 ? "1" : "2", $"NOM{i:000}", $"Prénom{i:000}", Fonction.Enseignant, Corps.Certifie, "ANGLAIS", "L0422").EnAgent(uai, annee)).ToList();
        db.Agents.AddRange(ajoutes);
        var (jour, quarts) = (new DateOnly(annee, 9, 8), 0);
        var auteur = new Auteur(null, "banc", "", new DateTime(annee, 9, 8, 8, 0, 0, DateTimeKind.Utc), jour);
        for (var i = missionsDeja; i < missions; i++)
        {
            var (code, centimes) = Types[i % Types.Length];
            var attribution = new Attribution { Uai = uai, Annee = annee, Agent = ajoutes[i % ajoutes.Count], Centimes = centimes, Justification = "Charge effective décrite au projet." };
            var mission = new Mission { Uai = uai, Annee = annee, Code = code, Intitule = $"Mission {i:000}", Contenu = "Préparer\nAnimer\nRendre compte", HeuresEstimees = 36, Debut = new(annee, 9, 1), LienProjetEtablissement = true, AppreciationNumerique = true, EquipementsPartages = true, AmpleurDecrochage = true };
            mission.Attributions.Add(attribution);
            var jusqua = i % 10 < 7 ? 4 : i % 10 == 7 ? 3 : i % 10 == 8 ? 2 : 0;
            foreach (var action in ((ActionAttribution[])[ActionAttribution.DemanderAccord, ActionAttribution.Accorder, ActionAttribution.Proposer, ActionAttribution.Valider]).Take(jusqua))
            {
                _ = attribution.Passer(action, auteur);
            }

            db.Missions.Add(mission);
            quarts += (int)(centimes / Quotite.CentimesParQuart);
            if (jusqua == 4)
            {
                await db.SaveChangesAsync();
                var titulaire = new Beneficiaire { AttributionId = attribution.Id, AgentId = attribution.AgentId!.Value, Titulaire = true };
                db.VersionsEcheancier.Add(new() { AttributionId = attribution.Id, Numero = 1, Cause = CauseDeVersion.Validation, Auteur = "banc", InstantUtc = auteur.InstantUtc });
                db.Echeances.AddRange(Enumerable.Range(0, 9).Select(n => new EcheanceStockee
                {
                    Beneficiaire = titulaire, AttributionId = attribution.Id, Version = 1, Courante = true, Rang = n + 1, Mois = MoisDe(annee, n), Paie = MoisDe(annee, n), BrutCentimes = Part(centimes, n),
                }));
            }
        }

        db.LignesEnveloppe.Add(new() { Uai = uai, Annee = annee, Genre = GenreLigne.Initiale, Quarts = quarts + 8, Motif = "Dotation", NotifieeLe = jour, Auteur = "banc", InstantUtc = auteur.InstantUtc });
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
    }

    static int MoisDe(int annee, int rang) => rang < 3 ? annee * 100 + 10 + rang : (annee + 1) * 100 + rang - 2;

    static long Part(long centimes, int rang) => centimes * (rang + 1) / 9 - centimes * rang / 9;

    /// <summary>Un numéro valide : la lettre est le reste par 23 (immatriculation des établissements).</summary>
    static string Uai(int rang)
    {
        var chiffres = 990_1000 + rang;
        return $"0{chiffres}{"ABCDEFGHJKLMNPRSTUVWXYZ"[chiffres % 23]}";
    }
}
