using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Personnels.Importer;

/// <param name="Import">L'import enregistré ; null quand il n'y avait rien à changer ou qu'il est refusé.</param>
public sealed record ResultatImport(ImportSts? Import, ApercuImport? Apercu, IReadOnlyList<Refus> Refus)
{
    public bool AucunChangement => Import is null && Refus.Count == 0;
}

/// <summary>Écrit l'import confirmé : tout, avec son journal, ou rien. La comparaison est refaite ici, la base ayant pu changer depuis l'aperçu.</summary>
/// <param name="Coches">Personnes nouvelles à prendre ; null : celles que l'import coche d'office.</param>
/// <param name="Rattachements">Personne epp nouvelle → fiche locale que le chef d'établissement a reconnue comme la même.</param>
public sealed record ImporterPersonnels(FichierSts Fichier, IReadOnlySet<ClePersonne>? Coches, IReadOnlyDictionary<ClePersonne, ClePersonne> Rattachements)
{
    public async Task<ResultatImport> Executer(NeuviemeDb db, Auteur auteur, CancellationToken ct = default)
    {
        var uai = Fichier.Etablissement.Uai;
        var cle = await CleEmpreinte.Obtenir(db, ct);
        await using var transaction = await db.Commencer(uai, ct);
        if (await db.Etablissements.FirstOrDefaultAsync(e => e.Uai == uai, ct) is not { } etablissement)
            return Refuse($"L’établissement {uai} n’est pas dans cette base.");
        var connus = await PersonnelsConnus.Charger(db, uai, Fichier.Annee, d => cle.De(uai, d), ct);
        var plume = new Plume(db, auteur, uai);
        if (Rattacher(connus, plume) is { } refus)
            return Refuse(refus);
        var apercu = await ApercuImport.De(db, etablissement, Fichier, connus, auteur.Aujourdhui, ct);
        var (comparaison, faits) = (apercu.Comparaison, apercu.Faits);
        var ajoutes = comparaison.Nouveaux.Where(n => Coches?.Contains(n.Cle) ?? n.CocheParDefaut).ToList();
        if (ajoutes.Count == 0 && comparaison.Changes.Count == 0 && comparaison.Absents.Count == 0 && Rattachements.Count == 0 && apercu.FicheACompleter.Count == 0)
            return new(null, apercu, []);

        db.Agents.AddRange(ajoutes.Select(i => connus.Ajouter(uai, i, faits.Pour(i))));
        foreach (var (individu, _, champs) in comparaison.Changes)
        {
            var agent = connus.Agent(individu.Cle);
            connus.Appliquer(agent, individu, faits.Pour(individu));
            plume.Noter("personnel mis à jour", $"agent:{agent.Id}", Valeurs(champs, c => c.Avant), Valeurs(champs, c => c.Apres), $"import {Fichier.NomFichier}");
        }
        foreach (var absent in comparaison.Absents)
        {
            connus.Retirer(absent.Cle);
            plume.Noter("personnel absent du fichier", $"agent:{connus.Agent(absent.Cle).Id}", new { presente = true },
                new { presente = false, missions = apercu.MissionsDesAbsents.GetValueOrDefault(absent.Cle, []).Select(m => $"{m.Intitule} ({m.Etat.SansRefus().Libelle()})") }, $"import {Fichier.NomFichier}");
        }
        ApercuImport.Completer(etablissement, apercu.FicheACompleter);
        var import = new ImportSts
        {
            Uai = uai, Annee = Fichier.Annee, NomFichier = Fichier.NomFichier.Length <= 200 ? Fichier.NomFichier : Fichier.NomFichier[..200], Sha256 = Fichier.EmpreinteSha256,
            InstantUtc = auteur.InstantUtc, Auteur = auteur.Nom, Nouveaux = ajoutes.Count, Changes = comparaison.Changes.Count,
            Inchanges = comparaison.Inchanges.Count, Absents = comparaison.Absents.Count,
        };
        db.Imports.Add(import);
        await db.SaveChangesAsync(ct);
        plume.Noter("import STSWeb", $"import:{import.Id}", null, new
        {
            fichier = import.NomFichier, sha256 = import.Sha256, annee = import.Annee, nouveaux = ajoutes.Select(i => $"{i.Cle} {i.NomComplet}"),
            changes = import.Changes, inchanges = import.Inchanges, absents = import.Absents, fiche = apercu.FicheACompleter.Select(c => c.Champ),
        });
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return new(import, apercu, []);

        static ResultatImport Refuse(string message) => new(null, null, [new("", message)]);
    }

    /// <summary>Donne à la fiche locale l'identifiant epp, avant toute comparaison : la suite est une mise à jour ordinaire.</summary>
    string? Rattacher(PersonnelsConnus connus, Plume plume)
    {
        if (Rattachements.Count == 0)
            return null;
        var possibles = ComparaisonSts.De(connus.Fiches, Fichier.Individus, _ => new(null, null, false, null, null, null, false), connus.Naissance)
            .Suggestions.Select(s => (s.Nouveau.Cle, s.Local.Cle)).ToHashSet();
        if (Rattachements.Values.Distinct().Count() != Rattachements.Count)
            return "Une même fiche locale ne peut pas devenir deux personnes : ne cochez qu’un rattachement.";
        foreach (var (epp, local) in Rattachements)
        {
            if (!possibles.Contains((epp, local)))
                return $"La fiche {local} ne peut plus être rattachée à {epp} : rechargez l’aperçu.";
            var agent = connus.Agent(local);
            (agent.TypeSts, agent.IdSts) = (epp.TypeEcrit, epp.Id);
            agent.Version++;
            plume.Noter("personnel rattaché", $"agent:{agent.Id}", new { identifiant = local.ToString() }, new { identifiant = epp.ToString() }, "reconnu par le chef d’établissement");
        }
        return null;
    }

    // La date de naissance n'est gardée nulle part en clair, pas même au journal.
    static Dictionary<string, string?> Valeurs(IReadOnlyList<ChampChange> champs, Func<ChampChange, string?> valeur) =>
        champs.ToDictionary(c => c.Champ, c => c.Champ is DifferencesSts.Naissance ? (valeur(c) is null ? null : "(non conservée)") : valeur(c), StringComparer.Ordinal);
}
