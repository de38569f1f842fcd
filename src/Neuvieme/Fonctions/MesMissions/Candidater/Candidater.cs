using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Candidatures;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Fonctions.Instances;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Fonctions.Repartition;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.MesMissions.Candidater;

/// <summary>Une mission publiée par un établissement où la personne exerce, et si elle s'est déclarée.</summary>
public sealed record MissionPubliee(long Id, Etablissement Etablissement, AppelCandidatures Appel, Candidature? Candidature);

/// <summary>La même, telle que tous ses collègues la lisent : comme aux instances et à la page Transparence, sans nom ni taux qui dirait ce que touche quelqu'un.</summary>
/// <param name="Masquee">
/// Ne dépend pas de ce qu'est devenue l'attribution : un taux qui disparaît quand l'accord est demandé, et revient quand la personne décline, le dirait.
/// </param>
public sealed record MissionLue(MissionPubliee Publiee, LignePresentee Ligne, bool Masquee)
{
    public static IEnumerable<MissionLue> De(Plan plan, IEnumerable<MissionPubliee> publiees) => PlanPresente.Toutes(plan)
        .Join(publiees, l => l.MissionId, m => m.Id, (l, m) => new MissionLue(m, l, Anonymat.EstMasquee(l, l.Eligibles ?? 0)));
}

/// <summary>Se déclarer pour une mission publiée, ou se retirer : à tout moment tant que l'appel est ouvert, et sans laisser de trace.</summary>
/// <param name="Interesse">Faux pour se retirer.</param>
public sealed record SeDeclarer(long MissionId, bool Interesse, string Mot)
{
    public static async Task<IReadOnlyList<MissionPubliee>> Publiees(NeuviemeDb db, long compteId, DateOnly jour, CancellationToken ct)
    {
        var lignes = await (
            from m in db.Missions.AsNoTracking()
            join p in db.AppelsCandidatures.AsNoTracking() on new { m.Uai, m.Annee } equals new { p.Uai, p.Annee }
            join e in db.Etablissements.AsNoTracking() on m.Uai equals e.Uai
            where m.Publiee && p.OuvertLe <= jour && jour <= p.FermeLe && db.Affectations.Any(x => x.Uai == m.Uai && x.Annee == m.Annee && x.Presente && x.Agent!.CompteId == compteId)
            orderby m.Code, m.Id
            select new { m.Id, Appel = p, Etablissement = e }).ToListAsync(ct);
        var siennes = (await db.Candidatures.AsNoTracking().Where(c => c.Agent!.CompteId == compteId).ToListAsync(ct)).ToLookup(c => c.MissionId);
        return [.. lignes.Select(l => new MissionPubliee(l.Id, l.Etablissement, l.Appel, siennes[l.Id].FirstOrDefault()))];
    }

    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, long compteId, Auteur auteur, CancellationToken ct = default)
    {
        if (Mot.Length > 1000)
        {
            return [new(nameof(Mot), "Votre mot a au plus 1 000 caractères.")];
        }

        if (await db.Missions.AsNoTracking().Where(m => m.Id == MissionId).Select(m => m.Uai).FirstOrDefaultAsync(ct) is not { } uai)
        {
            return [new("", "Cette mission n’est plus publiée.")];
        }

        await using var transaction = await db.Commencer(uai, ct);
        if ((await Publiees(db, compteId, auteur.Aujourdhui, ct)).All(m => m.Id != MissionId))
        {
            return [new("", "Cette mission n’est plus publiée, ou l’appel est clos : rien n’a été enregistré.")];
        }

        var annee = await db.Missions.Where(m => m.Id == MissionId).Select(m => m.Annee).FirstAsync(ct);
        var agentId = await db.Affectations.Where(x => x.Uai == uai && x.Annee == annee && x.Presente && x.Agent!.CompteId == compteId).Select(x => x.AgentId).FirstAsync(ct);
        var candidature = await db.Candidatures.FirstOrDefaultAsync(c => c.MissionId == MissionId && c.AgentId == agentId, ct);
        switch (candidature, Interesse)
        {
            case (null, false): return [];
            case (null, true): db.Candidatures.Add(new() { MissionId = MissionId, AgentId = agentId, Mot = Mot.Trim(), InstantUtc = auteur.InstantUtc }); break;
            case (_, true): candidature.Mot = Mot.Trim(); break;
            default: db.Candidatures.Remove(candidature); break;
        }

        // Qui s'est déclaré, puis retiré, ne regarde que le chef d'établissement : le journal n'en retient pas le nom.
        var plume = new Plume(db, auteur with { CompteId = null, Nom = "Une personne de l’établissement" }, uai);
        plume.Noter(Reserve.Candidature, $"mission:{MissionId}");
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return [];
    }
}
