using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Courriels;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Fonctions.Lettres.Signer;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Lettres.Envoyer;

/// <summary>Les lettres établies et à jour de l'établissement partent à la signature, dans l'ordre que l'académie a choisi.</summary>
public sealed record EnvoyerALaSignature(IReadOnlyList<long> Lettres)
{
    /// <summary>Restées : la personne, qui signe la première, n'a pas d'accès.</summary>
    public IReadOnlyList<string> SansAcces { get; private set; } = [];
    public int Envoyees { get; private set; }

    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, string uai, string academie, AnneeScolaire annee, Auteur auteur, CancellationToken ct = default)
    {
        if (Lettres.Count == 0)
        {
            return [new("", "Aucune lettre à envoyer : établissez-les d’abord.")];
        }

        await using var transaction = await db.Commencer(uai, ct);
        var regle = await RegleDesSignatures.DuJour(db, academie, auteur.Aujourdhui, ct);
        var lettres = await db.Lettres.Include(l => l.Signatures).Include(l => l.Attribution!.Agent).Include(l => l.Attribution!.Mission)
            .Where(l => Lettres.Contains(l.Id) && l.Attribution!.Uai == uai && l.Attribution.Annee == annee.Debut).ToListAsync(ct);
        if (lettres.Count != Lettres.Distinct().Count())
        {
            return [new("", "Une de ces lettres n’est plus dans votre établissement : rechargez la page.")];
        }

        var actuelles = await LettresActuelles.Lire(db, uai, [annee.Debut], auteur.Aujourdhui, ct);
        var plume = new Plume(db, auteur, uai);
        List<Refus> refus = [];
        List<string> sansAcces = [];
        foreach (var lettre in lettres)
        {
            var nom = $"{lettre.Attribution!.Agent!.NomDeCivilite}, « {lettre.Attribution.Mission!.Intitule} »";
            if (actuelles.Obstacle(lettre, lettre.Sha256) is { } perimee)
            {
                refus.Add(new("", $"{nom} : {perimee}"));
            }
            else if (lettre.Attribution.Agent.CompteId is null && regle.Premier == Partie.Agent)
            {
                sansAcces.Add(lettre.Attribution.Agent.NomDeCivilite);
            }
            else if (lettre.Envoyer(regle.Premier, auteur.Aujourdhui.AddDays(regle.Jours), auteur) is { } obstacle)
            {
                refus.Add(new("", $"{nom} : {obstacle.Message}"));
            }
            else
            {
                db.EvenementsDeLettre.Add(EvenementDeLettre.De(lettre.Id, GenreDEvenement.Envoyee, auteur, $"à signer jusqu’au {Francais.Date(lettre.ExpireLe!.Value)}"));
                plume.Noter("lettre envoyée à la signature", $"attribution:{lettre.AttributionId}", null, new { numero = lettre.Numero, sha256 = lettre.Sha256, expire = lettre.ExpireLe });
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

        await Courriel.Deposer(db, [.. lettres.Where(l => l.Attendue == Partie.Agent && l.Attribution!.Agent!.CompteId is not null).Select(AnnonceDeLettre.ASigner)], auteur.InstantUtc, ct);
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return [];
    }
}
