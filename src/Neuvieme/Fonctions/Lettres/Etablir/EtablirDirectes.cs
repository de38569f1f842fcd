using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Courriels;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Fonctions.Lettres.Composer;
using Neuvieme.Fonctions.Lettres.Verifier;
using Neuvieme.Fonctions.MissionsDirectes;
using Neuvieme.Fonctions.Modeles;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Courrier;
using Neuvieme.Socle.Documents;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Lettres.Etablir;

/// <summary>Établit les lettres des parts du Pacte et des missions académiques qui manquent ou dont les données ont changé : une version de plus, l'ancienne est gardée.</summary>
public static class EtablirDirectes
{
    public static async Task<(int Etablies, IReadOnlyList<Refus> Refus)> Executer(NeuviemeDb db, MoteurTypst moteur, ReglagesCourrier site, string academie, Func<Task<IReadOnlyList<EtatDirect>>> lire, Signataire signataire, Auteur auteur, CancellationToken ct = default)
    {
        List<Lettre> lettres = [];
        List<Refus> refus = [];
        var aEtablir = (await lire()).Where(e => e.AEtablir).ToList();
        List<ModeleEnVigueur> modeles = [];
        foreach (var groupe in aEtablir.GroupBy(e => e.Modele, StringComparer.Ordinal))
        {
            var modele = await ModeleEnVigueur.De(db, academie, groupe.Key, ct);
            modeles.Add(modele);
            foreach (var etat in groupe)
            {
                try
                {
                    lettres.Add(await Une(moteur, site, modele, etat, signataire, auteur, ct));
                }
                catch (DocumentImpossibleException erreur)
                {
                    refus.Add(new("", $"{etat.Mission.Agent!.NomDeCivilite}, « {etat.Mission.Intitule} » : la lettre n’a pas pu être composée. {(erreur.DuModele ? erreur.Message : $"Prévenez l’administrateur du site, avec ce message : {erreur.Message}")}"));
                }
            }
        }

        if (lettres.Count > 0 && await Enregistrer(db, lettres, lire, signataire, auteur, ct) is { } obstacle)
        {
            return (0, [obstacle]);
        }

        foreach (var modele in modeles)
        {
            await modele.Prevenir(db, academie, auteur, ct);
        }

        return (lettres.Count, refus);
    }

    /// <summary>Ce qui s'imprime si la lettre est établie ce jour, sous cette signature.</summary>
    static JsonObject Donnees(EtatDirect etat, Signataire signataire, DateOnly jour)
    {
        var donnees = etat.AEcrire.DeepClone().AsObject();
        donnees["etablieLe"] = new JsonObject { ["annee"] = jour.Year, ["mois"] = jour.Month, ["jour"] = jour.Day };
        donnees[etat.Mission.EstAcademique ? "recteur" : "responsable"] = new JsonObject { ["nom"] = signataire.Nom, ["qualite"] = signataire.Qualite };
        return donnees;
    }

    static async Task<Lettre> Une(MoteurTypst moteur, ReglagesCourrier site, ModeleEnVigueur modele, EtatDirect etat, Signataire signataire, Auteur auteur, CancellationToken ct)
    {
        var donnees = Donnees(etat, signataire, auteur.Aujourdhui);
        var (stockees, code) = (donnees.ToJsonString(), EtatPublic.NouveauCode());
        var adresse = site.Lien(EtatPublic.Chemin(code));
        // Le code est propre à chaque version : il s'imprime, mais n'est pas de ce que la lettre engage.
        donnees["verification"] = new JsonObject { ["empreinte"] = code, ["adresse"] = adresse, ["image"] = CodeQr.Svg(adresse) };
        var pdf = await modele.Rendre(moteur, donnees, donnees["reference"]!.GetValue<string>(), ct);
        return new()
        {
            MissionDirecteId = etat.Mission.Id, Numero = (etat.Derniere?.Numero ?? 0) + 1, Pdf = pdf, Sha256 = Convert.ToHexStringLower(SHA256.HashData(pdf)), Code = code,
            VersionDeModeleId = modele.VersionId, Donnees = stockees, InstantUtc = auteur.InstantUtc, Auteur = auteur.Signature,
        };
    }

    static async Task<Refus?> Enregistrer(NeuviemeDb db, List<Lettre> lettres, Func<Task<IReadOnlyList<EtatDirect>>> lire, Signataire signataire, Auteur auteur, CancellationToken ct)
    {
        var ids = lettres.Select(l => l.MissionDirecteId).ToArray();
        var missions = await db.MissionsDirectes.AsNoTracking().Include(m => m.Agent).Where(m => ids.Contains(m.Id)).ToDictionaryAsync(m => m.Id, ct);
        await using var transaction = await db.Commencer(missions.Values.Select(m => m.Portee), ct);
        // Composer prend des secondes : ce qui a changé pendant ce temps ne se fige pas dans un PDF daté d'après.
        var maintenant = (await lire()).ToDictionary(e => e.Mission.Id);
        db.ChangeTracker.Clear();
        if (lettres.Any(l => !maintenant.TryGetValue(l.MissionDirecteId!.Value, out var e) || (e.Derniere?.Numero ?? 0) + 1 != l.Numero || Donnees(e, signataire, auteur.Aujourdhui).ToJsonString() != l.Donnees))
        {
            return new("", "Des données ont changé pendant la composition : aucune lettre n’est enregistrée. Relisez la liste et recommencez.");
        }

        var anciennes = await db.Lettres.Where(l => l.MissionDirecteId != null && ids.Contains(l.MissionDirecteId) && l.Etat != EtatLettre.Remplacee).ToListAsync(ct);
        foreach (var ancienne in anciennes)
        {
            ancienne.Remplacer();
            db.EvenementsDeLettre.Add(EvenementDeLettre.De(ancienne.Id, GenreDEvenement.Remplacee, auteur));
        }

        await Courriel.Retirer(db, [.. anciennes.Select(l => AnnonceDeLettre.Sujet(l.Id))], ct);
        db.Lettres.AddRange(lettres);
        await Courriel.Deposer(db, [.. from l in lettres
                                       let m = missions[l.MissionDirecteId!.Value]
                                       where m.Agent!.CompteId is not null
                                       select new Depot(m.Agent!.CompteId!.Value, GenreCourriel.Lettre, "Votre lettre de mission",
                                           $"{(l.Numero == 1 ? "Votre lettre de mission est établie" : "Votre lettre de mission est établie de nouveau, les données ont changé")}, pour « {m.Intitule} ». Elle se lit depuis :\n/mes-missions",
                                           $"lettre-directe:{m.Id}:{l.Numero}")], auteur.InstantUtc, ct);
        await db.SaveChangesAsync(ct);
        foreach (var groupe in lettres.GroupBy(l => missions[l.MissionDirecteId!.Value].Portee, StringComparer.Ordinal))
        {
            var plume = new Plume(db, auteur, groupe.Key);
            foreach (var lettre in groupe)
            {
                // Une mission académique d'avant attendait peut-être une lettre signée : celle-ci ne l'est pas encore.
                db.EvenementsDeLettre.Add(EvenementDeLettre.De(lettre.Id, GenreDEvenement.Etablie, auteur, $"version {lettre.Numero}"));
                plume.Noter("lettre établie", missions[lettre.MissionDirecteId!.Value].Objet, null, new { numero = lettre.Numero, sha256 = lettre.Sha256 });
            }

            await plume.Enregistrer(ct);
        }

        await transaction.CommitAsync(ct);
        return null;
    }
}
