using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Courriels;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Fonctions.Parametres;
using Neuvieme.Fonctions.Repartition;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Enveloppes.Decider;

public enum DecisionDecharge { Accorder, Refuser, Annuler }

/// <summary>
/// Le recteur décide d'une décharge : accordée, elle réduit l'enveloppe d'une ligne ; refusée, ou annulée après accord, elle la
/// rend (décret 2014-940 art. 3). Accorder demande que le droit l'accorde, avec tous ses motifs sinon.
/// </summary>
public sealed record DeciderDeLaDecharge(long Id, int Version, DecisionDecharge Decision, DateOnly? Le, Autorite Par, string Motif, FondementDuRetrait Fondement)
{
    const int MotifAuPlus = 700;

    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, string academie, AnneeScolaire annee, Auteur auteur, CancellationToken ct = default)
    {
        if (Motif.Trim().Length > MotifAuPlus)
        {
            return [new(nameof(Motif), "Le motif a au plus 700 caractères.")];
        }

        if (Decision != DecisionDecharge.Accorder && string.IsNullOrWhiteSpace(Motif))
        {
            return [new(nameof(Motif), "Écrivez le motif : l’établissement et la personne le liront.")];
        }

        var etablissement = await db.Conversions.Where(c => c.Id == Id && c.Annee == annee.Debut)
            .Join(db.Etablissements.Where(e => e.AcademieCode == academie), c => c.Uai, e => e.Uai, (c, e) => e).AsNoTracking().FirstOrDefaultAsync(ct);
        if (etablissement is null)
        {
            return [new("", "Cette demande n’est pas de votre académie ou n’existe plus : rechargez la page.")];
        }

        await using var transaction = await db.Commencer(etablissement.Uai, ct);
        var conversion = await db.Conversions.FirstAsync(c => c.Id == Id, ct);
        if (conversion.Version != Version)
        {
            return [new("", $"Cette décharge a changé depuis que vous l’avez lue : elle est maintenant « {conversion.Libelle} ». Rechargez la page.")];
        }

        var plan = await Plan.Charger(db, etablissement, annee, auteur.Aujourdhui, ct);
        var avant = conversion.Libelle;
        if (Decision != DecisionDecharge.Annuler)
        {
            (conversion.DecideePar, conversion.DecideeLe) = (Par, Le);
            if (Verifier(plan, conversion) is { Count: > 0 } motifs)
            {
                return motifs;
            }
        }

        if (Decision == DecisionDecharge.Annuler && conversion.DecideeLe is { } prise && Fondement.Juger(prise, auteur.Aujourdhui) is { Count: > 0 } sansFondement)
        {
            return sansFondement;
        }

        var etat = Decision switch { DecisionDecharge.Accorder => EtatConversion.Accordee, DecisionDecharge.Refuser => EtatConversion.Refusee, _ => EtatConversion.Annulee };
        if (conversion.Passer(etat, auteur, (Decision == DecisionDecharge.Annuler ? Fondement.Ecrit : "") + Motif.Trim()) is { } refus)
        {
            return [refus];
        }

        if (Decision != DecisionDecharge.Refuser)
        {
            db.LignesEnveloppe.Add(Ligne(conversion, auteur));
        }

        await db.SaveChangesAsync(ct);
        var plume = new Plume(db, auteur, etablissement.Uai);
        plume.Noter($"décharge {conversion.Libelle}", $"conversion:{Id}", new { etat = avant }, new { etat = conversion.Libelle, mission = conversion.Intitule, agent = conversion.AgentId, quarts = conversion.Quarts, decidee_le = conversion.DecideeLe }, conversion.MotifDecision);
        await PrevenirLaPersonne(db, academie, etablissement.Denomination, conversion, auteur, ct);
        await Courriel.Deposer(db, [.. (await Destinataires.Chefs(db, etablissement.Uai, auteur.Aujourdhui, auteur.CompteId, ct)).Select(chef => new Depot(chef, GenreCourriel.Decision, "Réponse du rectorat",
            "Le rectorat a répondu à une décharge que vous avez demandée. Sa réponse se lit dans « Enveloppe » :\n/enveloppes", $"conversion:{Id}:{conversion.Version}"))], auteur.InstantUtc, ct);
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return [];
    }

    /// <summary>C'est son service qui change : elle l'apprend, et comment le contester.</summary>
    async Task PrevenirLaPersonne(NeuviemeDb db, string academie, string etablissement, Conversion conversion, Auteur auteur, CancellationToken ct)
    {
        if (await db.Agents.Where(a => a.Id == conversion.AgentId).Select(a => a.CompteId).FirstOrDefaultAsync(ct) is { } compte && compte != auteur.CompteId)
        {
            await Courriel.Deposer(db, compte, GenreCourriel.Decision, "Une décision sur votre décharge",
                $"{etablissement} : le rectorat s’est prononcé sur une décharge de service qui vous concerne, pour « {conversion.Intitule} ».\n{await VoiesDeRecours.Lire(db, academie, auteur.Aujourdhui, ct)}\nSa décision se lit dans « Mes missions » :\n/mes-missions", $"decharge:{Id}:{conversion.Version}", auteur.InstantUtc, ct);
        }
    }

    List<Refus> Verifier(Plan plan, Conversion conversion)
    {
        if (Le is null)
        {
            return [new(nameof(Le), "Écrivez le jour de la décision.")];
        }

        if (Le > plan.Jour)
        {
            return [new(nameof(Le), "La décision est datée du futur : enregistrez-la une fois prise.")];
        }

        if (Par is not (Autorite.Recteur or Autorite.Dasen))
        {
            return [new(nameof(Par), "Dites qui a décidé.")];
        }

        // Refuser n'a pas à remplir les conditions d'un accord.
        return Decision == DecisionDecharge.Accorder && JugerLaConversion.De(plan, conversion) is { Issue: not Issue.Accordee } jugee
            ? [.. jugee.Motifs.Select(m => new Refus("", $"{m.Phrase} ({m.Source})"))] : [];
    }

    static LigneEnveloppe Ligne(Conversion c, Auteur auteur)
    {
        var accordee = c.Etat == EtatConversion.Accordee;
        var motif = $"{c.Heures} — {c.Intitule}" + (accordee ? "" : $" : {c.MotifDecision}");
        return new()
        {
            Uai = c.Uai, Annee = c.Annee, Genre = accordee ? GenreLigne.Conversion : GenreLigne.Restitution, Quarts = accordee ? -c.Quarts : c.Quarts, ConversionId = c.Id,
            Motif = motif.Length <= 500 ? motif : motif[..499] + "…", NotifieeLe = auteur.Aujourdhui, Auteur = auteur.Signature, InstantUtc = auteur.InstantUtc,
        };
    }
}
