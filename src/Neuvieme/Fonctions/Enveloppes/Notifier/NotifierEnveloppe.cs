using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Enveloppes.Notifier;

/// <summary>Le rectorat notifie des IMP à un établissement, ou en reprend : une ligne de plus, jamais une ligne changée.</summary>
/// <param name="Derniere">La dernière ligne que la personne avait sous les yeux ; nulle hors de l'écran. Un double clic ne notifie pas deux fois.</param>
public sealed record NotifierEnveloppe(string Uai, AnneeScolaire Annee, int Quarts, string Motif, long? Derniere = null)
{
    public const int Plafond = 4 * 500;

    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, Auteur auteur, CancellationToken ct = default)
    {
        if (Quarts == 0 || Math.Abs(Quarts) > Plafond)
        {
            return [new("Imp", "Le nombre d’IMP va de −500 à 500, par quarts, et n’est pas nul.")];
        }

        if (string.IsNullOrWhiteSpace(Motif) || Motif.Trim().Length > 500)
        {
            return [new("Motif", "Écrivez le motif, 500 caractères au plus : il paraîtra dans le grand livre de l’établissement.")];
        }

        await using var transaction = await db.Commencer(Uai, ct);
        if (Derniere is { } vue && await db.LignesEnveloppe.Where(l => l.Uai == Uai && l.Annee == Annee.Debut).MaxAsync(l => (long?)l.Id, ct) is { } reelle && reelle != vue)
        {
            return [new("", "Une notification vient d’être enregistrée pour cet établissement, par vous ou par un collègue : vérifiez la liste avant d’en ajouter une.")];
        }

        var avant = await Engagements.De(db, Uai, Annee, ct);
        if (Quarts < 0 && avant.Libre + Quarts < 0)
        {
            return [new("Imp", avant.Engage == 0 ? $"On ne peut reprendre {new Quotite(-Quarts)} IMP : {new Quotite(avant.Notifie)} seulement sont notifiées."
                : $"L’établissement a déjà engagé {new Quotite(avant.Engage)} IMP sur {new Quotite(avant.Notifie)} ({avant.ParQuoi}) : on ne peut reprendre que {new Quotite(Math.Max(0, avant.Libre))} IMP.")];
        }

        var premiere = !await db.LignesEnveloppe.AnyAsync(l => l.Uai == Uai && l.Annee == Annee.Debut && l.Genre == GenreLigne.Initiale, ct);
        var ligne = new LigneEnveloppe
        {
            Uai = Uai, Annee = Annee.Debut, Genre = Quarts < 0 ? GenreLigne.Reprise : premiere ? GenreLigne.Initiale : GenreLigne.Ajustement, Quarts = Quarts,
            Motif = Motif.Trim(), NotifieeLe = auteur.Aujourdhui, Auteur = auteur.Signature, InstantUtc = auteur.InstantUtc,
        };
        db.LignesEnveloppe.Add(ligne);
        await db.SaveChangesAsync(ct);
        var plume = new Plume(db, auteur, Uai);
        plume.Noter("enveloppe notifiée", $"enveloppe:{ligne.Id}", new { quarts = avant.Notifie }, new { quarts = avant.Notifie + Quarts, annee = Annee.Debut }, ligne.Motif);
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return [];
    }
}
