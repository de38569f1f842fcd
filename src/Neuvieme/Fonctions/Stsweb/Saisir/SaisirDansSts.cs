using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Campagnes;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Fonctions.Repartition;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Stsweb.Saisir;

/// <summary>Déclare tapées dans STSWeb des attributions validées, toutes ou aucune ; celles qui l'étaient déjà le restent, sous le nom de qui l'a dit d'abord.</summary>
public sealed record SaisirDansSts(IReadOnlyCollection<LigneLue> Lignes)
{
    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, Etablissement etablissement, AnneeScolaire annee, Auteur auteur, CancellationToken ct = default)
    {
        if (Lignes.Count == 0)
        {
            return [new("", "Cochez au moins une ligne.")];
        }

        await using var transaction = await db.Commencer(etablissement.Uai, ct);
        if (await Fenetres.Fermee(db, etablissement.Uai, annee.Debut, GenreCampagne.Saisir, auteur, ct) is { } ferme)
        {
            return [ferme];
        }

        var plan = await Plan.Charger(db, etablissement, annee, auteur.Aujourdhui, ct);
        var parId = BordereauDuPlan.ASaisir(plan).ToDictionary(l => l.Attribution.Id);
        List<Refus> refus = [];
        var plume = new Plume(db, auteur, etablissement.Uai);
        foreach (var (id, version) in Lignes.Distinct())
        {
            if (!parId.TryGetValue(id, out var ligne))
            {
                refus.Add(new("", "Une ligne cochée n’est plus au bordereau : elle n’est pas validée, ou pas de cet établissement. Rechargez la page."));
            }
            else if (ligne.Attribution.Version != version)
            {
                refus.Add(new("", $"{ligne.Ligne.Nom} {ligne.Ligne.Prenom}, {ligne.Ligne.Mission} : la ligne a changé depuis que vous l’avez lue. La voici à jour : vérifiez ce que vous avez tapé, puis recommencez."));
            }
            else if (ligne.AttendLeServiceFait)
            {
                refus.Add(new("", $"{ligne.Ligne.Nom} {ligne.Ligne.Prenom}, {ligne.Ligne.Mission} : une mission ponctuelle se saisit une fois le service fait. Constatez-le d’abord dans Suivi."));
            }
            else if (ligne.Saisie is null)
            {
                db.SaisiesSts.Add(new() { AttributionId = id, Uai = etablissement.Uai, Annee = annee.Debut, Ligne = LigneTapee.Ecrire(ligne.Ligne), Auteur = auteur.Signature, InstantUtc = auteur.InstantUtc });
                plume.Noter("saisie dans STSWeb", $"attribution:{id}", null, new { taux = ligne.Ligne.Taux.Code, centimes = ligne.Attribution.Centimes });
            }
        }

        if (refus.Count > 0)
        {
            db.ChangeTracker.Clear();
            return refus;
        }

        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return [];
    }
}

/// <summary>Une ligne déclarée saisie ne l'était pas : la saisie est annulée avec son motif, et reste dans l'historique.</summary>
/// <param name="Id">La saisie elle-même, pas l'attribution : une saisie refaite depuis n'est pas celle que la personne a lue.</param>
public sealed record AnnulerLaSaisie(long Id, string Motif)
{
    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, string uai, Auteur auteur, CancellationToken ct = default)
    {
        if (string.IsNullOrWhiteSpace(Motif) || Motif.Trim().Length > 500)
        {
            return [new(nameof(Motif), "Dites pourquoi la ligne n’est pas saisie, en 500 caractères au plus.")];
        }

        await using var transaction = await db.Commencer(uai, ct);
        if (await db.SaisiesSts.FirstOrDefaultAsync(s => s.Id == Id && s.Uai == uai, ct) is not { } saisie)
        {
            return [new("", "Cette saisie n’existe pas dans votre établissement.")];
        }

        if (saisie.AnnuleeUtc is not null)
        {
            return [new("", $"Cette saisie est déjà annulée, par {saisie.AnnuleePar} : « {saisie.MotifAnnulation} ».")];
        }

        (saisie.AnnuleeUtc, saisie.AnnuleePar, saisie.MotifAnnulation) = (auteur.InstantUtc, auteur.Signature, Motif.Trim());
        var plume = new Plume(db, auteur, uai);
        plume.Noter("saisie annulée", $"attribution:{saisie.AttributionId}", new { saisie = saisie.Quand }, null, saisie.MotifAnnulation);
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return [];
    }
}
