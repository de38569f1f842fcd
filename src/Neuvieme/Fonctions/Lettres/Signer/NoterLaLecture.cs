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

    public static async Task Executer(NeuviemeDb db, string portee, string objet, long lettreId, Auteur auteur, CancellationToken ct)
    {
        if (await EstFaite(db, lettreId, auteur.CompteId, ct))
        {
            return;
        }

        await using var transaction = await db.Commencer(portee, ct);
        if (await EstFaite(db, lettreId, auteur.CompteId, ct))
        {
            return;
        }

        db.EvenementsDeLettre.Add(EvenementDeLettre.De(lettreId, GenreDEvenement.Lue, auteur));
        var plume = new Plume(db, auteur, portee);
        plume.Noter("lettre ouverte par la personne", objet);
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
    }
}
