using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Courriels;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Fonctions.Lettres.Composer;
using Neuvieme.Fonctions.Lettres.Verifier;
using Neuvieme.Fonctions.Modeles;
using Neuvieme.Fonctions.Repartition;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Courrier;
using Neuvieme.Socle.Documents;
using Neuvieme.Socle.Travaux;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Lettres.Etablir;

/// <summary>Des lettres rendues ensemble, hors transaction, puis enregistrées ensemble avec leur empreinte. Celle qui ne se rend pas n'arrête pas les autres.</summary>
public sealed class PaquetDeLettres
{
    /// <summary>Demandées d'avance par processus du moteur : il en tient une, la suivante est déjà prête.</summary>
    const int ParProcessus = 2;

    readonly Plan _plan;
    readonly Signataire _chef;
    readonly Auteur _auteur;

    PaquetDeLettres(Plan plan, Signataire chef, Auteur auteur, List<Lettre> lettres, List<Manque> manques, List<long> impossibles) =>
        (_plan, _chef, _auteur, Lettres, Manques, Impossibles) = (plan, chef, auteur, lettres, manques, impossibles);

    public IReadOnlyList<Lettre> Lettres { get; }
    public IReadOnlyList<Manque> Manques { get; }
    /// <summary>Les attributions de <see cref="Manques"/>.</summary>
    public IReadOnlyList<long> Impossibles { get; }

    public static async Task<PaquetDeLettres> Rendre(MoteurTypst moteur, ReglagesCourrier site, ModelesDeLettre modeles, Plan plan, IReadOnlyList<EtatDeLettre> etats, Signataire chef, Auteur auteur, CancellationToken ct)
    {
        var rendues = new (Lettre? Lettre, string Raison)[etats.Count];
        await Parallel.ForEachAsync(Enumerable.Range(0, etats.Count), new ParallelOptions { MaxDegreeOfParallelism = ParProcessus * moteur.Processus, CancellationToken = ct }, async (i, fin) =>
        {
            try
            {
                rendues[i] = (await Une(moteur, site, modeles, etats[i], chef, auteur, fin), "");
            }
            catch (DocumentImpossibleException erreur)
            {
                rendues[i] = (null, erreur.DuModele ? erreur.Message : $"Prévenez l’administrateur du site, avec ce message : {erreur.Message}");
            }
        });
        var manquent = Enumerable.Range(0, etats.Count).Where(i => rendues[i].Lettre is null).ToList();
        return new(plan, chef, auteur, [.. rendues.Select(r => r.Lettre).OfType<Lettre>()],
            [.. manquent.Select(i => new Manque($"{etats[i].Attribution.Agent?.NomPourListe}, {etats[i].Mission.Intitule}", rendues[i].Raison))], [.. manquent.Select(i => etats[i].Attribution.Id)]);
    }

    static async Task<Lettre> Une(MoteurTypst moteur, ReglagesCourrier site, ModelesDeLettre modeles, EtatDeLettre etat, Signataire chef, Auteur auteur, CancellationToken ct)
    {
        var (donnees, modele) = (EtablirLettres.Donnees(etat, chef, auteur.Aujourdhui), modeles.Pour(etat));
        var stockees = donnees.ToJsonString();
        var code = EtatPublic.NouveauCode();
        var adresse = site.Lien(EtatPublic.Chemin(code));
        // Le code est propre à chaque version : il s'imprime, mais n'est pas de ce que la lettre engage.
        donnees["verification"] = new JsonObject { ["empreinte"] = code, ["adresse"] = adresse, ["image"] = CodeQr.Svg(adresse) };
        var pdf = await modele.Rendre(moteur, donnees, donnees["reference"]!.GetValue<string>(), ct);
        return new()
        {
            AttributionId = etat.Attribution.Id, Numero = (etat.Derniere?.Numero ?? 0) + 1, Pdf = pdf, Sha256 = Convert.ToHexStringLower(SHA256.HashData(pdf)), Code = code,
            VersionDeModeleId = modele.VersionId, NumeroAvenant = etat.AvenantAEtablir ? etat.Avenants[^1].Numero : null, Donnees = stockees, InstantUtc = auteur.InstantUtc, Auteur = auteur.Signature,
        };
    }

    /// <summary>La révision d'après l'écriture ; nulle, et rien d'écrit, si ce qu'une lettre imprime a pu changer pendant qu'elle se composait.</summary>
    /// <param name="revision">Celle qu'avait l'établissement quand tout a été lu : si elle n'a pas bougé, rien n'est à relire. Nulle : tout se relit et se compare.</param>
    /// <param name="avancer">Ce qui s'écrit avec le paquet, ou l'empêche.</param>
    public async Task<Revision?> Enregistrer(NeuviemeDb db, Revision? revision, Func<Task>? avancer, CancellationToken ct)
    {
        var etablissement = _plan.Etablissement;
        await using var transaction = await db.Commencer(etablissement.Uai, ct);
        await db.Partager(Academie.PorteeDe(etablissement.AcademieCode), ct);
        if (revision is null ? await OntChange(db, ct) : await Revision.De(db, etablissement, ct) != revision)
        {
            return null;
        }

        if (Lettres.Count == 0)
        {
            return revision ?? new Revision();
        }

        if (avancer is not null)
        {
            await avancer();
        }

        var ids = Lettres.Select(l => l.AttributionId).ToArray();
        var anciennes = await db.Lettres.Where(l => l.AttributionId != null && ids.Contains(l.AttributionId) && l.Etat != EtatLettre.Remplacee).ToListAsync(ct);
        // Un avenant modifie la lettre signée, il ne la remplace pas.
        var modifiees = Lettres.Where(l => l.NumeroAvenant is not null).Select(l => l.AttributionId).ToHashSet();
        anciennes.RemoveAll(l => l.Etat == EtatLettre.Signee && modifiees.Contains(l.AttributionId));
        foreach (var ancienne in anciennes)
        {
            ancienne.Remplacer();
            db.EvenementsDeLettre.Add(EvenementDeLettre.De(ancienne.Id, GenreDEvenement.Remplacee, _auteur));
        }

        if (anciennes.Count > 0)
        {
            await Courriel.Retirer(db, [.. anciennes.Select(l => AnnonceDeLettre.Sujet(l.Id))], ct);
        }

        db.Lettres.AddRange(Lettres);
        await Courriel.Deposer(db, Annonces(), _auteur.InstantUtc, ct);
        await db.SaveChangesAsync(ct);
        var plume = new Plume(db, _auteur, etablissement.Uai);
        foreach (var lettre in Lettres)
        {
            db.EvenementsDeLettre.Add(EvenementDeLettre.De(lettre.Id, GenreDEvenement.Etablie, _auteur, $"version {lettre.Numero}"));
            plume.Noter("lettre établie", $"attribution:{lettre.AttributionId}", null, new { numero = lettre.Numero, sha256 = lettre.Sha256 });
        }

        await plume.Enregistrer(ct);
        var apres = await Revision.De(db, etablissement, ct);
        await transaction.CommitAsync(ct);
        return apres;
    }

    async Task<bool> OntChange(NeuviemeDb db, CancellationToken ct)
    {
        var plan = await Plan.Charger(db, _plan.Etablissement, _plan.Annee, _plan.Jour, ct);
        var maintenant = (await EtablirLettres.Etat(db, plan, _chef, ct)).ToDictionary(e => e.Attribution.Id);
        db.ChangeTracker.Clear();
        return Lettres.Any(l => !maintenant.TryGetValue(l.AttributionId!.Value, out var e) || (e.Derniere?.Numero ?? 0) + 1 != l.Numero || EtablirLettres.Donnees(e, _chef, _auteur.Aujourdhui).ToJsonString() != l.Donnees);
    }

    List<Depot> Annonces()
    {
        var parAttribution = _plan.Missions.SelectMany(m => m.Attributions, (m, a) => (m, a)).ToDictionary(x => x.a.Id);
        return [.. from lettre in Lettres
                   let x = parAttribution[lettre.AttributionId!.Value]
                   where x.a.Agent?.CompteId is not null
                   select new Depot(x.a.Agent!.CompteId!.Value, GenreCourriel.Lettre, lettre.NumeroAvenant is null ? "Votre lettre de mission" : "Un avenant à votre lettre de mission",
                       $"{_plan.Etablissement.Denomination} : {(lettre.NumeroAvenant is { } n ? $"l’avenant n° {n} à votre lettre de mission est établi" : lettre.Numero == 1 ? "votre lettre de mission est établie" : "votre lettre de mission est établie de nouveau, les données ont changé")}, pour « {x.m.Intitule} ». À lire depuis :\n/mes-missions",
                       $"lettre:{lettre.AttributionId}:{lettre.Numero}")];
    }
}
