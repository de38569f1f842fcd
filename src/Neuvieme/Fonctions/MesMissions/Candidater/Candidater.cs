using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Candidatures;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.MesMissions.Candidater;

/// <summary>Une mission publiée par un établissement où la personne exerce, et si elle s'est déclarée.</summary>
public sealed record MissionPubliee(long Id, string Denomination, string Intitule, string Contenu, int? Heures, string Duree, IReadOnlyList<long> Centimes, AppelCandidatures Appel, Candidature? Candidature, int Annee);

/// <summary>Se déclarer pour une mission publiée, ou se retirer : à tout moment tant que l'appel est ouvert, et sans laisser de trace.</summary>
/// <param name="Interesse">Faux pour se retirer.</param>
public sealed record SeDeclarer(long MissionId, bool Interesse, string Mot)
{
    public static async Task<IReadOnlyList<MissionPubliee>> Publiees(NeuviemeDb db, long compteId, DateOnly jour, CancellationToken ct)
    {
        var lignes = await (
            from m in db.Missions.AsNoTracking().Include(m => m.Attributions)
            join p in db.AppelsCandidatures.AsNoTracking() on new { m.Uai, m.Annee } equals new { p.Uai, p.Annee }
            join e in db.Etablissements.AsNoTracking() on m.Uai equals e.Uai
            where m.Publiee && p.OuvertLe <= jour && jour <= p.FermeLe && db.Affectations.Any(x => x.Uai == m.Uai && x.Annee == m.Annee && x.Presente && x.Agent!.CompteId == compteId)
            orderby m.Code, m.Id
            select new { Mission = m, Appel = p, e.Denomination }).AsSingleQuery().ToListAsync(ct);
        var siennes = (await db.Candidatures.AsNoTracking().Where(c => c.Agent!.CompteId == compteId).ToListAsync(ct)).ToLookup(c => c.MissionId);
        return [.. lignes.Select(l => new MissionPubliee(l.Mission.Id, l.Denomination, l.Mission.Intitule, l.Mission.Contenu, l.Mission.HeuresEstimees, l.Mission.DureeEcrite,
            [.. l.Mission.Attributions.Select(a => a.Centimes).Order()], l.Appel, siennes[l.Mission.Id].FirstOrDefault(), l.Mission.Annee))];
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
        plume.Noter("candidature déposée, changée ou retirée", $"mission:{MissionId}");
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return [];
    }
}
