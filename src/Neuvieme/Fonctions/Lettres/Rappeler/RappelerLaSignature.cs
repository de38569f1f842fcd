using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Courriels;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Lettres.Rappeler;

/// <summary>Le chef rappelle à la personne la lettre qui attend sa signature : une fois par jour au plus, automatique compris, et jamais le jour de l'envoi.</summary>
public sealed record RappelerLaSignature(long LettreId)
{
    public string Nom { get; private set; } = "";

    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, string uai, Auteur auteur, CancellationToken ct = default)
    {
        await using var transaction = await db.Commencer(uai, ct);
        var l = await db.Lettres.AsNoTracking().Include(x => x.Signatures).Include(x => x.Attribution!.Agent).Include(x => x.Attribution!.Mission).FirstOrDefaultAsync(x => x.Id == LettreId && x.Attribution!.Uai == uai, ct);
        if (l is null || l.Attendue != Partie.Agent)
        {
            return [new("", "Cette lettre n’attend plus la signature de la personne : rechargez la page.")];
        }

        Nom = l.Attribution!.Agent!.NomDeCivilite;
        if (await Obstacle(db, l, auteur, ct) is { } obstacle)
        {
            return [new("", obstacle)];
        }

        if (await Courriel.Deposer(db, [AnnonceDeLettre.Rappel(l, auteur.Aujourdhui)], auteur.InstantUtc, ct) == 0)
        {
            return [new("", "Cette personne n’a pas d’adresse, ou a choisi de ne pas recevoir ces courriels. Sa lettre l’attend dans « Mes missions » : parlez-lui.")];
        }

        db.EvenementsDeLettre.Add(EvenementDeLettre.De(l.Id, GenreDEvenement.Rappelee, auteur, "rappel du chef d’établissement"));
        var plume = new Plume(db, auteur, uai);
        plume.Noter("rappel d’une lettre à signer", $"attribution:{l.AttributionId}");
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return [];
    }

    static async Task<string?> Obstacle(NeuviemeDb db, Lettre l, Auteur auteur, CancellationToken ct)
    {
        var debut = Horloge.DebutDuJour(auteur.Aujourdhui);
        return l.Attribution!.Agent!.CompteId is null ? "Cette personne n’a pas encore de compte : ouvrez-lui un accès depuis « Personnels »."
            : l.EnvoyeeUtc >= debut ? "La lettre est partie aujourd’hui : laissez-lui le temps de la lire."
            : await db.EvenementsDeLettre.AnyAsync(e => e.LettreId == l.Id && e.Genre == GenreDEvenement.Rappelee && e.InstantUtc >= debut, ct) ? "Un rappel est déjà parti aujourd’hui : un par jour au plus." : null;
    }
}
