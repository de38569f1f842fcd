using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Courriels;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Lettres.Rappeler;

/// <summary>L'autorité signataire rappelle à la personne la lettre qui attend sa signature : une fois par jour au plus, automatique compris, et jamais le jour de l'envoi.</summary>
public sealed record RappelerLaSignature(long LettreId)
{
    public string Nom { get; private set; } = "";

    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, IQueryable<Lettre> siennes, Auteur auteur, CancellationToken ct = default)
    {
        var portees = (await siennes.AsNoTracking().AvecSujet().Where(x => x.Id == LettreId).ToListAsync(ct)).Select(x => x.Portee);
        await using var transaction = await db.Commencer(portees, ct);
        var l = await siennes.AsNoTracking().Include(x => x.Signatures).AvecSujet().FirstOrDefaultAsync(x => x.Id == LettreId, ct);
        if (l is null || l.Attendue != Partie.Agent)
        {
            return [new("", "Cette lettre n’attend plus la signature de la personne : rechargez la page.")];
        }

        Nom = l.Agent.NomDeCivilite;
        if (await Obstacle(db, l, auteur, ct) is { } obstacle)
        {
            return [new("", obstacle)];
        }

        if (l.Agent.CompteId is not { } compte || await Courriel.Deposer(db, [AnnonceDeLettre.Rappel(l.Id, l.Cle, compte, l.Intitule, l.ExpireLe!.Value, auteur.Aujourdhui)], auteur.InstantUtc, ct) == 0)
        {
            return [new("", "Cette personne n’a pas d’adresse, ou a choisi de ne pas recevoir ces courriels. Sa lettre l’attend dans « Mes missions » : parlez-lui.")];
        }

        // Le rappel automatique du jour n'en ajoute pas un second.
        await db.Lettres.Where(x => x.Id == l.Id).ExecuteUpdateAsync(x => x.SetProperty(y => y.RappeleeLe, auteur.Aujourdhui), ct);
        db.EvenementsDeLettre.Add(EvenementDeLettre.De(l.Id, GenreDEvenement.Rappelee, auteur, $"rappel {l.DeLAutorite}"));
        var plume = new Plume(db, auteur, l.Portee);
        plume.Noter("rappel d’une lettre à signer", l.Objet);
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return [];
    }

    static async Task<string?> Obstacle(NeuviemeDb db, Lettre l, Auteur auteur, CancellationToken ct)
    {
        var debut = Horloge.DebutDuJour(auteur.Aujourdhui);
        return l.Agent.CompteId is null ? "Cette personne n’a pas encore de compte : ouvrez-lui un accès depuis « Personnels »."
            : l.EnvoyeeUtc >= debut ? "La lettre est partie aujourd’hui : laissez-lui le temps de la lire."
            : await db.EvenementsDeLettre.AnyAsync(e => e.LettreId == l.Id && e.Genre == GenreDEvenement.Rappelee && e.InstantUtc >= debut, ct) ? "Un rappel est déjà parti aujourd’hui : un par jour au plus." : null;
    }
}
