using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Campagnes.Modifier;

/// <summary>Crée une campagne (<paramref name="Id"/> nul), ou change ses dates, ses rappels et son annonce ; déjà ouverte, avec un motif.</summary>
/// <param name="Version">Celle que la personne a lue.</param>
public sealed record ModifierCampagne(long? Id, GenreCampagne Genre, DateOnly? OuvreLe, DateOnly? FermeLe, string Rappels, string Annonce, string Motif, int Version)
{
    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, string academie, AnneeScolaire annee, Auteur auteur, CancellationToken ct = default)
    {
        if (DatesDeCampagne.Verifier(Genre, OuvreLe, FermeLe, annee, Rappels, Annonce, out var rappels) is { Count: > 0 } refus)
        {
            return refus;
        }

        var (ouvre, ferme, portee) = (OuvreLe!.Value, FermeLe!.Value, Academie.PorteeDe(academie));
        await using var transaction = await db.Commencer([portee, Fenetres.PorteeDe(academie)], ct);
        var campagnes = await db.Campagnes.Where(c => c.AcademieCode == academie && c.Annee == annee.Debut).ToListAsync(ct);
        var campagne = Id is null ? null : campagnes.FirstOrDefault(c => c.Id == Id);
        if (Id is not null && campagne is null)
        {
            return [new("", "Cette campagne n’est plus là : quelqu’un l’a retirée.")];
        }

        if (campagne is null && campagnes.Any(c => c.Genre == Genre && (c.OuvreLe, c.FermeLe, c.Rappels, c.Annonce) == (ouvre, ferme, rappels, Annonce.Trim())))
        {
            // Le même formulaire envoyé deux fois.
            return [];
        }

        if (campagne is not null && campagne.Version != Version)
        {
            return [new("", $"Pendant votre saisie, {campagne.ModifieePar} a fixé cette campagne {campagne.Dates}. Votre saisie est encore à l’écran : enregistrez de nouveau pour la garder.")];
        }

        if (Refuser(campagne, campagnes, ouvre, ferme, auteur.Aujourdhui) is { Count: > 0 } impossibles)
        {
            db.ChangeTracker.Clear();
            return impossibles;
        }

        var avant = campagne is null ? null : Resume(campagne);
        if (campagne is null)
        {
            db.Campagnes.Add(campagne = new() { AcademieCode = academie, Annee = annee.Debut, Genre = Genre });
        }

        (campagne.OuvreLe, campagne.FermeLe, campagne.Rappels, campagne.Annonce) = (ouvre, ferme, rappels, Annonce.Trim());
        (campagne.ModifieePar, campagne.ModifieeUtc) = (auteur.Signature, auteur.InstantUtc);
        campagne.Version++;
        await db.SaveChangesAsync(ct);
        var plume = new Plume(db, auteur, portee);
        plume.Noter(avant is null ? "campagne créée" : "campagne changée", $"campagne:{campagne.Id}", avant, Resume(campagne), Motif.Trim());
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return [];
    }

    List<Refus> Refuser(Campagne? campagne, List<Campagne> campagnes, DateOnly ouvre, DateOnly ferme, DateOnly jour)
    {
        List<Refus> refus = [];
        if (campagnes.FirstOrDefault(c => c.Genre == (campagne?.Genre ?? Genre) && c != campagne && c.OuvreLe <= ferme && ouvre <= c.FermeLe) is { } autre)
        {
            refus.Add(new(nameof(OuvreLe), $"Ces jours chevauchent la campagne « {autre.Fiche.Nom} » ouverte {autre.Dates} : changez-la, ou décalez celle-ci."));
        }

        if (campagne is null)
        {
            if (ferme < jour)
            {
                refus.Add(new(nameof(FermeLe), $"Le {Francais.Date(ferme)} est passé : la campagne serait close avant d’avoir été annoncée. Donnez aujourd’hui ou un jour à venir."));
            }

            return refus;
        }

        if (campagne.OuvreLe > jour)
        {
            return refus;
        }

        if (ouvre != campagne.OuvreLe)
        {
            refus.Add(new(nameof(OuvreLe), $"Elle a ouvert le {Francais.Date(campagne.OuvreLe)} : ce jour ne change plus. Changez la clôture, ou créez une autre campagne du même genre."));
        }

        // Hier ferme tout de suite ; plus tôt dirait close une campagne où des actes ont été reçus.
        if (ferme != campagne.FermeLe && ferme < jour.AddDays(-1))
        {
            refus.Add(new(nameof(FermeLe), $"Des actes ont pu être reçus depuis le {Francais.Date(ferme)} : pour fermer dès maintenant, donnez hier, le {Francais.Date(jour.AddDays(-1))}."));
        }

        if (string.IsNullOrWhiteSpace(Motif) || Motif.Trim().Length > 500)
        {
            refus.Add(new(nameof(Motif), "La campagne a déjà ouvert : écrivez pourquoi elle change (500 caractères au plus). Le motif reste au journal."));
        }

        return refus;
    }

    internal static object Resume(Campagne c) => new { campagne = c.Fiche.Nom, annee = c.Annee, ouvre = Francais.DateBreve(c.OuvreLe), ferme = Francais.DateBreve(c.FermeLe), rappels = c.Rappels, annonce = c.Annonce };
}

/// <summary>Retire une campagne posée par erreur : ce qu'elle fermait est de nouveau ouvert à tous.</summary>
public sealed record RetirerCampagne(long Id, string Motif)
{
    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, string academie, Auteur auteur, CancellationToken ct = default)
    {
        if (string.IsNullOrWhiteSpace(Motif) || Motif.Trim().Length > 500)
        {
            return [new("MotifRetrait", "Dites pourquoi la campagne est retirée, en 500 caractères au plus.")];
        }

        var portee = Academie.PorteeDe(academie);
        await using var transaction = await db.Commencer([portee, Fenetres.PorteeDe(academie)], ct);
        if (await db.Campagnes.FirstOrDefaultAsync(c => c.Id == Id && c.AcademieCode == academie, ct) is not { } campagne)
        {
            return [new("", "Cette campagne n’est plus là : quelqu’un l’a déjà retirée.")];
        }

        db.Campagnes.Remove(campagne);
        var plume = new Plume(db, auteur, portee);
        plume.Noter("campagne retirée", $"campagne:{Id}", ModifierCampagne.Resume(campagne), null, Motif.Trim());
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return [];
    }
}
