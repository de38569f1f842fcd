using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Avenants.Proposer;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Courriels;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Fonctions.Parametres;
using Neuvieme.Fonctions.Repartition;
using Neuvieme.Fonctions.Suivi;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Avenants.Decider;

/// <summary>Le recteur décide du nouveau taux (décret n° 2015-475, art. 9) : jugé sous le verrou, contre l'enveloppe du moment, il récrit l'échéancier.</summary>
public sealed record DeciderAvenant(long Id, int Version, bool Valide, string Motif)
{
    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, string academie, Auteur auteur, CancellationToken ct = default)
    {
        if (!Valide && string.IsNullOrWhiteSpace(Motif) || Motif.Length > 2000)
        {
            return [new(nameof(Motif), "Écrivez pourquoi, en 2 000 caractères au plus : l’établissement et la personne le liront.")];
        }

        var lieu = await db.Avenants.AsNoTracking().Where(a => a.Id == Id).Join(db.Etablissements.Include(e => e.Academie).Where(e => e.AcademieCode == academie), a => a.Attribution!.Uai, e => e.Uai, (a, e) => new { Etablissement = e, a.AttributionId, a.Attribution!.Annee }).FirstOrDefaultAsync(ct);
        if (lieu is null)
        {
            return [new("", "Cet avenant n’est pas de votre académie ou n’existe plus.")];
        }

        await using var transaction = await db.Commencer(lieu.Etablissement.Uai, ct);
        var plan = await Plan.Charger(db, lieu.Etablissement, new AnneeScolaire(lieu.Annee), auteur.Aujourdhui, ct);
        var avenant = await db.Avenants.FirstAsync(a => a.Id == Id, ct);
        if (avenant.Version != Version || plan.Missions.SelectMany(m => m.Attributions, (m, a) => (m, a)).FirstOrDefault(x => x.a.Id == lieu.AttributionId) is not ({ } mission, { } attribution))
        {
            return [new("", $"L’avenant a changé depuis que vous l’avez lu : il est « {avenant.Etat.Libelle()} ».")];
        }

        if (Valide && (ProposerAvenant.Empechement(plan, mission, attribution) ?? (attribution.Centimes == avenant.CentimesAvant ? ProposerAvenant.JugerLeTaux(plan, mission, attribution, avenant) : "le taux a changé depuis l’accord de la personne.")) is { } obstacle)
        {
            db.ChangeTracker.Clear();
            return [new("", obstacle)];
        }

        if (avenant.Decider(Valide, Motif.Trim(), auteur) is { } refus)
        {
            return [refus];
        }

        if (Valide)
        {
            var echeanciers = await Echeanciers.Charger(db, [attribution.Id], ct);
            if (EffacerLesConges.Empeche(echeanciers.EnVigueur(attribution.Id)) is { } close)
            {
                db.ChangeTracker.Clear();
                return [close];
            }

            avenant.Appliquer(mission, attribution);
            echeanciers.Ecrire(plan, mission, attribution, plan.Controler(mission, attribution), CauseDeVersion.Avenant, $"avenant n° {avenant.Numero} : {string.Join(" ; ", avenant.Changements)}", auteur);
        }

        var plume = new Plume(db, auteur, lieu.Etablissement.Uai);
        plume.Noter(Valide ? "avenant validé par le rectorat" : "avenant refusé par le rectorat", $"attribution:{attribution.Id}", new { centimes = avenant.CentimesAvant }, new { avenant = avenant.Numero, centimes = Valide ? avenant.Centimes : avenant.CentimesAvant }, Motif.Trim());
        List<Depot> depots = [.. (await Destinataires.Chefs(db, lieu.Etablissement.Uai, auteur.Aujourdhui, auteur.CompteId, ct)).Select(chef => Annonce(chef, lieu.Etablissement.Denomination, $"/avenants/proposer/{attribution.Id}", avenant))];
        if (attribution.Agent?.CompteId is { } compte)
        {
            depots.Add(Annonce(compte, lieu.Etablissement.Denomination, $"/mes-missions/consulter/{attribution.Id}", avenant, await VoiesDeRecours.Lire(db, academie, auteur.Aujourdhui, ct)));
        }

        await Courriel.Deposer(db, depots, auteur.InstantUtc, ct);
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return [];
    }

    static Depot Annonce(long compte, string etablissement, string adresse, Avenant avenant, string recours = "") => new(compte, GenreCourriel.Decision, "Le rectorat a décidé d’un avenant",
        $"{etablissement} : le rectorat a décidé de l’avenant n° {avenant.Numero}.{(recours.Length > 0 ? $"\n{recours}\n" : " ")}Sa décision se lit ici :\n{adresse}", $"avenant-decide:{avenant.Id}");
}
