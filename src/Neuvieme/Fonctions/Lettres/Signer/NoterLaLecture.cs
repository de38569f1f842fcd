using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Lettres.Signer;

/// <summary>La personne a ouvert le PDF de la version qu'elle pourra signer : noté une fois, et demandé avant de signer.</summary>
public static class NoterLaLecture
{
    public static Task<bool> EstFaite(NeuviemeDb db, long lettreId, long? compteId, CancellationToken ct) =>
        db.EvenementsDeLettre.AnyAsync(e => e.LettreId == lettreId && e.Genre == GenreDEvenement.Lue && e.CompteId == compteId, ct);

    public static async Task Executer(NeuviemeDb db, string uai, long attributionId, long lettreId, Auteur auteur, CancellationToken ct)
    {
        if (await EstFaite(db, lettreId, auteur.CompteId, ct))
        {
            return;
        }

        await using var transaction = await db.Commencer(uai, ct);
        if (await EstFaite(db, lettreId, auteur.CompteId, ct))
        {
            return;
        }

        db.EvenementsDeLettre.Add(EvenementDeLettre.De(lettreId, GenreDEvenement.Lue, auteur));
        var plume = new Plume(db, auteur, uai);
        plume.Noter("lettre ouverte par la personne", $"attribution:{attributionId}");
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
    }
}
