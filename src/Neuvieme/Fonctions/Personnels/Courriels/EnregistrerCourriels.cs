using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Personnels.Courriels;

/// <summary>Une adresse retenue pour une fiche, telle que l'aperçu l'a montrée.</summary>
public sealed record CourrielRetenu(int Ligne, long AgentId, int Version, string Courriel)
{
    /// <summary>« 4.31762.2|anne@ac-x.fr » ; nul si le texte n'en est pas un.</summary>
    public static CourrielRetenu? Lire(string? texte) => texte?.Split('|', 2) is [var cle, var courriel] && cle.Split('.') is [var l, var a, var v]
        && int.TryParse(l, NumberStyles.None, CultureInfo.InvariantCulture, out var ligne) && long.TryParse(a, NumberStyles.None, CultureInfo.InvariantCulture, out var agent)
        && int.TryParse(v, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? new(ligne, agent, version, courriel.Trim()) : null;
}

/// <summary>Ce qu'il est advenu d'une ligne confirmée.</summary>
public sealed record LigneEcrite(int Ligne, string Personne, string Courriel, bool Ecrite, string Explication);

/// <summary>
/// Écrit sur les fiches les adresses que le chef d'établissement ou son secrétariat a confirmées. N'ouvre aucun accès et ne relie aucun
/// compte : l'adresse d'un fichier peut être celle d'un autre.
/// </summary>
public sealed record EnregistrerCourriels(IReadOnlyList<CourrielRetenu> Retenus)
{
    public static async Task<IReadOnlyList<LigneRapprochee>> Rapprocher(NeuviemeDb db, string uai, AnneeScolaire annee, IReadOnlyList<LigneCourriel> lignes, CancellationToken ct)
    {
        var adresses = lignes.Select(l => l.Courriel.ToUpperInvariant()).Where(c => c.Length > 0).Distinct().ToList();
        var comptes = (await db.Users.Where(u => adresses.Contains(u.NormalizedEmail!)).Select(u => u.NormalizedEmail!).ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);
        return Rapprochements.De(lignes, await Fiches(db, uai, annee, ct), comptes);
    }

    static async Task<List<FicheARapprocher>> Fiches(NeuviemeDb db, string uai, AnneeScolaire annee, CancellationToken ct) =>
        await (from x in db.Affectations.AsNoTracking()
               join a in db.Agents on x.AgentId equals a.Id
               join c in db.Users on a.CompteId equals c.Id into comptes
               from c in comptes.DefaultIfEmpty()
               where x.Uai == uai && x.Annee == annee.Debut
               orderby a.NomUsage, a.Prenom, a.Id
               select new FicheARapprocher(a.Id, a.Version, a.NomUsage, a.NomPatronymique, a.Prenom, a.TypeSts, a.IdSts, x.DisciplineLibelle, a.Courriel, c.Email)).ToListAsync(ct);

    public async Task<(IReadOnlyList<LigneEcrite> Lignes, IReadOnlyList<Refus> Refus)> Executer(NeuviemeDb db, string uai, AnneeScolaire annee, Auteur auteur, CancellationToken ct = default)
    {
        if (Retenus.Count == 0)
        {
            return ([], [new("", "Rien n’est coché : aucune adresse à écrire.")]);
        }

        await using var transaction = await db.Commencer(uai, ct);
        var fiches = await Fiches(db, uai, annee, ct);
        var ids = Retenus.Select(r => r.AgentId).ToHashSet();
        var agents = await db.Agents.Where(a => a.Uai == uai && ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, ct);
        var plume = new Plume(db, auteur, uai);
        // Les fiches des autres années aussi : une adresse n'a qu'un titulaire.
        var prises = await db.Agents.Where(a => a.Uai == uai && a.Courriel != null).ToDictionaryAsync(a => a.Id, a => a.Courriel!, ct);
        List<LigneEcrite> faites = [];
        foreach (var r in Retenus)
        {
            var fiche = fiches.Find(f => f.AgentId == r.AgentId);
            if (fiche is null || !agents.TryGetValue(r.AgentId, out var agent))
            {
                faites.Add(new(r.Ligne, "", r.Courriel, false, "Cette personne n’est plus dans l’établissement cette année."));
            }
            else if (Empechement(r, fiche, agent, prises) is { } non)
            {
                faites.Add(new(r.Ligne, fiche.Designation, r.Courriel, Rapprochements.Meme(agent.Courriel, r.Courriel), non));
            }
            else
            {
                plume.Noter("agent modifié", $"agent:{agent.Id}", new { courriel = agent.Courriel ?? "" }, new { courriel = r.Courriel }, $"{agent.NomComplet} : courriels importés");
                agent.Courriel = prises[agent.Id] = r.Courriel;
                agent.Version++;
                faites.Add(new(r.Ligne, fiche.Designation, r.Courriel, true, ""));
            }
        }

        await db.SaveChangesAsync(ct);
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return (faites, []);
    }

    static string? Empechement(CourrielRetenu r, FicheARapprocher fiche, Agent agent, Dictionary<long, string> prises)
    {
        if (!Rapprochements.EstAdresse(r.Courriel))
        {
            return $"« {r.Courriel} » n’est pas une adresse de courriel.";
        }

        if (Rapprochements.Meme(agent.Courriel, r.Courriel))
        {
            return "Cette adresse y était déjà.";
        }

        if (agent.Version != r.Version)
        {
            return "La fiche a changé depuis l’aperçu : déposez de nouveau le fichier pour la relire.";
        }

        if (prises.Any(p => p.Key != agent.Id && Rapprochements.Meme(p.Value, r.Courriel)))
        {
            return "Cette adresse est déjà sur une autre fiche de l’établissement.";
        }

        return fiche.Connexion is { } connexion && !Rapprochements.Meme(connexion, r.Courriel) ? $"Cette personne se connecte avec {connexion} : passez par sa fiche pour changer d’adresse." : null;
    }
}
