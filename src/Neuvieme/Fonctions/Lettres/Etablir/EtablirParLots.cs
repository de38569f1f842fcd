using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Fonctions.Lettres.Composer;
using Neuvieme.Fonctions.Repartition;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Courrier;
using Neuvieme.Socle.Documents;
using Neuvieme.Socle.Travaux;

namespace Neuvieme.Fonctions.Lettres.Etablir;

/// <summary>Toutes les lettres d'un établissement, en tâche de fond : un paquet s'enregistre pendant que le suivant se rend.</summary>
public sealed class EtablirParLots(MoteurTypst moteur, ReglagesCourrier site)
{
    /// <summary>Au-delà, un travail de fond : vingt lettres se rendent en une demi-seconde à une seconde, ce qu'une page peut faire attendre.</summary>
    public const int Seuil = 20;

    /// <summary>Assez pour qu'enregistrer ne coûte rien, assez peu pour qu'un arrêt soit entendu dans la seconde.</summary>
    const int ParPaquet = 25;

    /// <summary>Quand des données changent pendant qu'il travaille, il relit et refait ; autant de fois de suite pour rien, c'est que quelqu'un importe sans cesse.</summary>
    const int LecturesVainesAuPlus = 20;

    public sealed record Demande(int Annee, string Chef, string Qualite)
    {
        public static Demande De(AnneeScolaire annee, Signataire chef) => new(annee.Debut, chef.Nom, chef.Qualite);
    }

    sealed record Lu(Revision Revision, Plan Plan, IReadOnlyList<EtatDeLettre> AEtablir, Signataire Chef, Auteur Auteur, ModelesDeLettre Modeles);

    public async Task<string> Conduire(NeuviemeDb db, Prise prise, CancellationToken ct)
    {
        HashSet<long> impossibles = [];
        for (var (vaines, faits) = (0, prise.Faits); vaines < LecturesVainesAuPlus; (vaines, faits) = (prise.Faits > faits ? 0 : vaines + 1, prise.Faits))
        {
            var lu = await Lire(db, prise, impossibles, ct);
            if (lu.AEtablir.Count == 0)
            {
                return Conclusion(prise.Faits, prise.Manques.Count);
            }

            await prise.Prevoir(db, lu.AEtablir.Count + impossibles.Count, ct);
            await FairePaquetParPaquet(db, prise, lu, impossibles, ct);
            await lu.Modeles.Prevenir(db, lu.Plan.Etablissement.AcademieCode, lu.Auteur, ct);
        }

        throw new TravailImpossibleException("Des données de l’établissement changent sans cesse pendant que les lettres se composent. Ce qui est établi le reste : recommencez quand l’import en cours sera fini.");
    }

    async Task<Lu> Lire(NeuviemeDb db, Prise prise, HashSet<long> impossibles, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var demande = JsonSerializer.Deserialize<Demande>(prise.Travail.Donnees)!;
        var (chef, auteur, annee) = (new Signataire(demande.Chef, demande.Qualite), prise.Auteur, new AnneeScolaire(demande.Annee));
        var etablissement = await db.Etablissements.AsNoTracking().Include(e => e.Academie).SingleAsync(e => e.Uai == prise.Travail.Portee, ct);
        // La révision d'abord : au pire les données sont plus récentes qu'elle, et seront relues une fois de trop.
        var revision = await Revision.De(db, etablissement, ct);
        var plan = (await Plans.LirePlusieurs(db, [etablissement], annee, auteur.Aujourdhui, ct))[0];
        var etats = await EtablirLettres.Etat(db, plan, chef, ct);
        return new(revision, plan, [.. etats.Where(e => !impossibles.Contains(e.Attribution.Id) && e.AEtablir)], chef, auteur, await ModelesDeLettre.De(db, etablissement.AcademieCode, ct));
    }

    /// <summary>S'arrête avant la fin dès qu'une donnée a changé : l'appelant relit.</summary>
    async Task FairePaquetParPaquet(NeuviemeDb db, Prise prise, Lu lu, HashSet<long> impossibles, CancellationToken ct)
    {
        var paquets = lu.AEtablir.Chunk(ParPaquet).ToList();
        var revision = lu.Revision;
        var suivant = Rendre(lu, paquets[0], ct);
        try
        {
            for (var i = 0; i < paquets.Count; i++)
            {
                var paquet = await suivant;
                suivant = i + 1 < paquets.Count ? Rendre(lu, paquets[i + 1], ct) : suivant;
                if (paquet.Lettres.Count == 0 && prise.Faits == 0 && impossibles.Count == 0 && paquets[i].Length > 1 && paquet.Manques.Select(m => m.Raison).Distinct().Count() == 1)
                {
                    throw new TravailImpossibleException($"Aucune lettre ne se compose. {paquet.Manques[0].Raison}");
                }

                if (await paquet.Enregistrer(db, revision, () => prise.Avancer(db, paquet.Lettres.Count, ct), ct) is not { } apres)
                {
                    return;
                }

                db.ChangeTracker.Clear();
                revision = apres;
                foreach (var (manque, attribution) in paquet.Manques.Zip(paquet.Impossibles))
                {
                    impossibles.Add(attribution);
                    prise.Manquer(manque.Nom, manque.Raison);
                }
            }
        }
        finally
        {
            await suivant.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }

    Task<PaquetDeLettres> Rendre(Lu lu, EtatDeLettre[] etats, CancellationToken ct) => Task.Run(() => PaquetDeLettres.Rendre(moteur, site, lu.Modeles, lu.Plan, etats, lu.Chef, lu.Auteur, ct), ct);

    static string Conclusion(int faits, int manquent) => faits == 0 && manquent == 0 ? "Toutes les lettres étaient déjà à jour."
        : $"{Francais.Nombre(faits, "lettre établie", "lettres établies")}{(manquent == 0 ? "" : $", {Francais.Nombre(manquent, "impossible", "impossibles")}")}.";
}
