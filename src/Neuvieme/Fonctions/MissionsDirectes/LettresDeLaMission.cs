using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Courriels;
using Neuvieme.Fonctions.Lettres;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.MissionsDirectes;

/// <summary>La décision ou l'accord que rapporte la lettre est retiré : elle n'engage plus, et une autre version sera à établir.</summary>
static class LettresDeLaMission
{
    public static async Task PerdreEffet(NeuviemeDb db, MissionDirecte m, Auteur auteur, CancellationToken ct)
    {
        foreach (var lettre in await db.Lettres.Where(l => l.MissionDirecteId == m.Id && l.Etat != EtatLettre.Remplacee && l.Etat != EtatLettre.SansEffet).ToListAsync(ct))
        {
            lettre.PerdreEffet();
            db.EvenementsDeLettre.Add(EvenementDeLettre.De(lettre.Id, GenreDEvenement.SansEffet, auteur));
            await Courriel.Retirer(db, [AnnonceDeLettre.Sujet(lettre.Id)], ct);
        }
    }
}
