using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Courriels;
using Neuvieme.Fonctions.Lettres.Signer;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Lettres.Envoyer;

/// <summary>Des lettres établies et à jour partent à la signature, dans l'ordre que l'académie a choisi.</summary>
public sealed record EnvoyerALaSignature(IReadOnlyList<long> Lettres)
{
    /// <summary>Restées : la personne n'a pas d'accès. Même si le chef signe d'abord, elle ne pourrait pas finir.</summary>
    public IReadOnlyList<string> SansAcces { get; private set; } = [];
    public int Envoyees { get; private set; }

    /// <param name="siennes">Les lettres que la personne peut envoyer.</param>
    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, IQueryable<Lettre> siennes, string academie, Auteur auteur, CancellationToken ct = default)
    {
        if (Lettres.Count == 0)
        {
            return [new("", "Aucune lettre à envoyer : établissez-les d’abord.")];
        }

        var portees = (await siennes.AsNoTracking().AvecSujet().Where(l => Lettres.Contains(l.Id)).ToListAsync(ct)).Select(l => l.Portee);
        await using var transaction = await db.Commencer(portees, ct);
        var regle = await RegleDesSignatures.DuJour(db, academie, auteur.Aujourdhui, ct);
        var lettres = await siennes.Include(l => l.Signatures).AvecSujet().Where(l => Lettres.Contains(l.Id)).ToListAsync(ct);
        if (lettres.Count != Lettres.Distinct().Count())
        {
            return [new("", "Une de ces lettres n’est plus à vous : rechargez la page.")];
        }

        var actuelles = await LettresActuelles.Lire(db, lettres, auteur.Aujourdhui, ct);
        var plumes = new Plumes(db, auteur);
        List<Refus> refus = [];
        List<string> sansAcces = [];
        foreach (var lettre in lettres)
        {
            var nom = $"{lettre.Agent.NomDeCivilite}, « {lettre.Intitule} »";
            if (actuelles.Obstacle(lettre, lettre.Sha256) is { } perimee)
            {
                refus.Add(new("", $"{nom} : {perimee}"));
            }
            else if (lettre.Agent.CompteId is null)
            {
                sansAcces.Add(lettre.Agent.NomDeCivilite);
            }
            else if (lettre.Envoyer(regle.Premier, auteur.Aujourdhui.AddDays(regle.Jours), auteur) is { } obstacle)
            {
                refus.Add(new("", $"{nom} : {obstacle.Message}"));
            }
            else
            {
                db.EvenementsDeLettre.Add(EvenementDeLettre.De(lettre.Id, GenreDEvenement.Envoyee, auteur, $"à signer jusqu’au {Francais.Date(lettre.ExpireLe!.Value)}"));
                plumes.De(lettre.Portee).Noter("lettre envoyée à la signature", lettre.Objet, null, new { numero = lettre.Numero, sha256 = lettre.Sha256, expire = lettre.ExpireLe });
            }
        }

        (SansAcces, Envoyees) = (sansAcces, lettres.Count(l => l.Etat == EtatLettre.ASigner));
        if (Envoyees == 0 && refus.Count == 0)
        {
            refus.Add(new("", $"{string.Join(", ", sansAcces)} : pas d’accès ouvert, donc pas de signature en ligne. Ouvrez-le depuis « Personnels », ou faites signer sur papier depuis le suivi de la lettre."));
        }

        if (refus.Count > 0)
        {
            db.ChangeTracker.Clear();
            return refus;
        }

        await Courriel.Deposer(db, [.. lettres.Where(l => l.Attendue == Partie.Agent && l.Agent.CompteId is not null).Select(AnnonceDeLettre.ASigner)], auteur.InstantUtc, ct);
        await plumes.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return [];
    }
}
