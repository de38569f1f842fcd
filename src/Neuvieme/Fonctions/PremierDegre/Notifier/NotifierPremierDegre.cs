using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.PremierDegre.Notifier;

/// <summary>Le rectorat notifie des IMP à une circonscription, ou des parts du Pacte à une école ; ou en reprend. Une ligne de plus, jamais une ligne changée.</summary>
/// <param name="Cible">Le code d'une circonscription, ou l'UAI d'une école.</param>
/// <param name="Derniere">La dernière ligne que la personne avait sous les yeux : un double clic ne notifie pas deux fois.</param>
public sealed record NotifierPremierDegre(DispositifPremierDegre Dispositif, string Cible, AnneeScolaire Annee, long Centimes, string Motif, long? Derniere = null)
{
    const long Plafond = 500 * 125_000;

    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, string academie, Auteur auteur, CancellationToken ct = default)
    {
        if (Centimes == 0 || Math.Abs(Centimes) > Plafond || Centimes % Dispositif.Pas() != 0)
        {
            return [new("Nombre", Dispositif == DispositifPremierDegre.Imp ? "Le nombre d’IMP est entier, de −500 à 500, et n’est pas nul." : "Le nombre de parts va de −500 à 500, par demi-parts, et n’est pas nul.")];
        }

        if (string.IsNullOrWhiteSpace(Motif) || Motif.Trim().Length > 500)
        {
            return [new("Motif", "Écrivez le motif, 500 caractères au plus : il paraîtra dans le grand livre.")];
        }

        var imp = Dispositif == DispositifPremierDegre.Imp;
        var portee = imp ? Circonscription.PorteeDe(Cible) : Cible;
        await using var transaction = await db.Commencer(portee, ct);
        var plan = await PlanPremierDegre.Charger(db, academie, imp ? [Cible] : [], imp ? [] : [Cible], Annee, auteur.Aujourdhui, ct);
        if (Derniere is { } vue && (plan.Lignes.Count > 0 ? plan.Lignes.Max(l => l.Id) : 0) != vue)
        {
            return [new("", "Une notification vient d’être enregistrée ici, par vous ou par un collègue : vérifiez la liste avant d’en ajouter une.")];
        }

        var avant = plan.SoldeDe(Dispositif, Cible);
        if (Centimes < 0 && avant.Libre + Centimes < 0)
        {
            return [new("Nombre", $"{MotsDuPremierDegre.Pesee(Dispositif, new(avant.Engage))} sont déjà engagés sur {MotsDuPremierDegre.Pesee(Dispositif, new(avant.Notifie))} : on ne peut reprendre que {MotsDuPremierDegre.Pesee(Dispositif, new(Math.Max(0, avant.Libre)))}.")];
        }

        var ligne = new LignePremierDegre
        {
            Dispositif = Dispositif, CirconscriptionCode = imp ? Cible : null, Uai = imp ? null : Cible, Annee = Annee.Debut, Centimes = Centimes, Motif = Motif.Trim(),
            NotifieeLe = auteur.Aujourdhui, Auteur = auteur.Signature, InstantUtc = auteur.InstantUtc,
        };
        db.LignesPremierDegre.Add(ligne);
        await db.SaveChangesAsync(ct);
        var plume = new Plume(db, auteur, portee);
        plume.Noter(imp ? "IMP du premier degré notifiées" : "parts du Pacte notifiées", $"enveloppe-premier-degre:{ligne.Id}", new { centimes = avant.Notifie }, new { centimes = avant.Notifie + Centimes, annee = Annee.Debut }, ligne.Motif);
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return [];
    }
}
