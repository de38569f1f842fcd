using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Campagnes.Rouvrir;

/// <summary>Rouvre une campagne à un seul établissement, d'aujourd'hui à un jour donné ; remplace la réouverture qu'il avait.</summary>
/// <param name="Derniere">La dernière réouverture de la campagne quand la page a été lue ; 0 s'il n'y en avait pas.</param>
public sealed record RouvrirPourEtablissement(long CampagneId, string Uai, DateOnly? Fin, string Motif, long Derniere)
{
    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, string academie, AnneeScolaire annee, Auteur auteur, CancellationToken ct = default)
    {
        var jour = auteur.Aujourdhui;
        if (Fin is not { } fin || fin < jour || fin > annee.DernierJour)
        {
            return [new(nameof(Fin), $"Donnez le dernier jour, d’aujourd’hui au {Francais.Date(annee.DernierJour)}.")];
        }

        if (string.IsNullOrWhiteSpace(Motif) || Motif.Trim().Length > 500)
        {
            return [new(nameof(Motif), "Écrivez pourquoi cet établissement a un délai (500 caractères au plus) : il le lira, et le motif reste au journal.")];
        }

        await using var transaction = await db.Commencer([Uai, Academie.PorteeDe(academie), Fenetres.PorteeDe(academie)], ct);
        if (await db.Campagnes.Include(c => c.Derogations.Where(d => d.Uai == Uai)).AsSingleQuery().FirstOrDefaultAsync(c => c.Id == CampagneId && c.AcademieCode == academie && c.Annee == annee.Debut, ct) is not { } campagne
            || await db.Etablissements.DuSecondDegre().FirstOrDefaultAsync(e => e.Uai == Uai && e.AcademieCode == academie, ct) is not { } etablissement)
        {
            return [new(nameof(Uai), "Choisissez un établissement de votre académie ; s’il y est, la campagne vient d’être retirée.")];
        }

        if (campagne.EstOuverte(jour) && fin <= campagne.FermeLe)
        {
            return [new(nameof(Fin), $"La campagne est ouverte à tous jusqu’au {Francais.Date(campagne.FermeLe)} : le délai de cet établissement va au-delà.")];
        }

        var enCours = campagne.Derogations.FirstOrDefault(d => d.RetireeUtc is null);
        if (enCours?.Fin == fin && enCours.Motif == Motif.Trim())
        {
            // Le même formulaire envoyé deux fois.
            return [];
        }

        if (enCours?.Id > Derniere)
        {
            return [new("", $"Pendant votre saisie, {enCours.Auteur} a rouvert pour {etablissement.Denomination} jusqu’au {Francais.Date(enCours.Fin)}. Votre saisie est encore à l’écran : enregistrez de nouveau pour la garder.")];
        }

        if (enCours is not null)
        {
            (enCours.RetireeUtc, enCours.RetireePar) = (auteur.InstantUtc, auteur.Signature);
            await db.SaveChangesAsync(ct);
        }

        db.DerogationsCampagne.Add(new() { CampagneId = CampagneId, Uai = Uai, Debut = jour, Fin = fin, Motif = Motif.Trim(), Auteur = auteur.Signature, InstantUtc = auteur.InstantUtc });
        await db.SaveChangesAsync(ct);
        await Noter(db, auteur, academie, Uai, "campagne rouverte pour un établissement", campagne, enCours is null ? null : new { jusquAu = Francais.DateBreve(enCours.Fin) },
            new { campagne = campagne.Fiche.Nom, etablissement = etablissement.Denomination, jusquAu = Francais.DateBreve(fin) }, Motif.Trim(), ct);
        await transaction.CommitAsync(ct);
        return [];
    }

    /// <summary>L'établissement le lit dans son journal, le rectorat dans le sien.</summary>
    internal static async Task Noter(NeuviemeDb db, Auteur auteur, string academie, string uai, string evenement, Campagne campagne, object? avant, object? apres, string motif, CancellationToken ct)
    {
        foreach (var portee in new[] { uai, Academie.PorteeDe(academie) })
        {
            var plume = new Plume(db, auteur, portee);
            plume.Noter(evenement, $"campagne:{campagne.Id}", avant, apres, motif);
            await plume.Enregistrer(ct);
        }
    }
}

/// <summary>Met fin à la réouverture d'un établissement avant son dernier jour.</summary>
public sealed record RefermerPourEtablissement(long CampagneId, string Uai, string Motif)
{
    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, string academie, Auteur auteur, CancellationToken ct = default)
    {
        if (string.IsNullOrWhiteSpace(Motif) || Motif.Trim().Length > 500)
        {
            return [new("MotifFin", "Dites pourquoi la réouverture prend fin, en 500 caractères au plus.")];
        }

        await using var transaction = await db.Commencer([Uai, Academie.PorteeDe(academie), Fenetres.PorteeDe(academie)], ct);
        var campagne = await db.Campagnes.Include(c => c.Derogations.Where(d => d.Uai == Uai && d.RetireeUtc == null)).AsSingleQuery().FirstOrDefaultAsync(c => c.Id == CampagneId && c.AcademieCode == academie, ct);
        if (campagne?.Derogations.FirstOrDefault() is not { } derogation)
        {
            return [new("", "Cet établissement n’a pas de réouverture en cours : quelqu’un vient peut-être d’y mettre fin.")];
        }

        (derogation.RetireeUtc, derogation.RetireePar) = (auteur.InstantUtc, auteur.Signature);
        await RouvrirPourEtablissement.Noter(db, auteur, academie, Uai, "réouverture de campagne terminée", campagne, new { campagne = campagne.Fiche.Nom, jusquAu = Francais.DateBreve(derogation.Fin) }, null, Motif.Trim(), ct);
        await transaction.CommitAsync(ct);
        return [];
    }
}
