using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Enveloppes;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.MesMissions;

/// <summary>Une décharge sur laquelle le rectorat s'est prononcé : ce qu'il a décidé, et pourquoi quand c'est défavorable.</summary>
public sealed record MaDecharge(string Intitule, string Heures, string Etat, DateOnly? Le, string Motif, bool EstDefavorable)
{
    public static async Task<IReadOnlyList<MaDecharge>> Charger(NeuviemeDb db, long compte, CancellationToken ct) =>
        [.. (await db.Conversions.AsNoTracking().Where(c => c.Agent!.CompteId == compte && (c.Etat == EtatConversion.Accordee || c.Etat == EtatConversion.Refusee || c.Etat == EtatConversion.Annulee)).OrderByDescending(c => c.Id).ToListAsync(ct))
            .Select(c => new MaDecharge(c.Intitule, c.Heures, c.Libelle, c.Etat == EtatConversion.Annulee && c.InstruiteUtc is { } i ? Horloge.AParis(i) : c.DecideeLe, c.Etat == EtatConversion.Accordee ? "" : c.MotifDecision, c.Etat != EtatConversion.Accordee))];
}
