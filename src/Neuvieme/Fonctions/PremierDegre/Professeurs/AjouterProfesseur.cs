using System.Net.Mail;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Fonctions.Personnels;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.PremierDegre.Professeurs;

/// <summary>Le directeur inscrit un professeur de son école : STSWeb ne connaît pas le premier degré. Jamais fondu avec un homonyme.</summary>
public sealed record AjouterProfesseur(string Uai, AnneeScolaire Annee, string Civilite, string Nom, string Prenom, Corps Corps, string Courriel)
{
    /// <summary>Ce qui distingue, dans la clé, les fiches qui ne viennent d'aucun fichier.</summary>
    public const string Type = "ecole";

    /// <summary>Les corps qu'on rencontre dans une école.</summary>
    public static readonly Corps[] CorpsPossibles = [Corps.ProfesseurDesEcoles, Corps.Instituteur, Corps.Contractuel];

    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, Auteur auteur, CancellationToken ct = default)
    {
        var (nom, prenom, courriel) = (Nom.Trim(), Prenom.Trim(), Courriel.Trim());
        List<Refus> refus = [];
        if (nom.Length is 0 or > 100 || prenom.Length is 0 or > 100)
        {
            refus.Add(new("Saisie.Nom", "Écrivez le nom et le prénom, 100 caractères au plus chacun."));
        }

        if (Civilite is not ("1" or "2") || !CorpsPossibles.Contains(Corps))
        {
            refus.Add(new("Saisie.Corps", "Choisissez la civilité et le corps dans leurs listes."));
        }

        if (courriel.Length > 0 && (courriel.Length > 200 || !MailAddress.TryCreate(courriel, out var adresse) || adresse.Address != courriel))
        {
            refus.Add(new("Saisie.Courriel", $"« {courriel} » n’est pas une adresse de courriel."));
        }

        if (refus.Count > 0)
        {
            return refus;
        }

        await using var transaction = await db.Commencer(Uai, ct);
        var deja = await db.Agents.Where(a => a.Uai == Uai).Select(a => new { a.NomUsage, a.Prenom, a.Courriel }).ToListAsync(ct);
        if (courriel.Length > 0 && deja.Any(a => string.Equals(a.Courriel, courriel, StringComparison.OrdinalIgnoreCase)))
        {
            return [new("Saisie.Courriel", "Cette adresse est déjà celle d’une autre personne de l’école.")];
        }

        // Deux homonymes se distinguent par leur adresse ; sans elle, c'est un double clic.
        if (courriel.Length == 0 && deja.Any(a => string.Equals(a.NomUsage, nom, StringComparison.OrdinalIgnoreCase) && string.Equals(a.Prenom, prenom, StringComparison.OrdinalIgnoreCase)))
        {
            return [new("Saisie.Nom", $"{prenom} {nom} est déjà dans la liste. Pour un homonyme, donnez son adresse de courriel.")];
        }

        var agent = new Agent
        {
            Uai = Uai, TypeSts = Type, IdSts = Guid.NewGuid().ToString("N")[..20], Civilite = Civilite, NomUsage = nom, NomPatronymique = nom, Prenom = prenom, PrenomSts = prenom, Sexe = Civilite,
            Fonction = Fonction.Enseignant, Corps = Corps, Courriel = courriel.Length == 0 ? null : courriel,
        };
        agent.Affectations.Add(new() { Uai = Uai, Annee = Annee.Debut });
        db.Agents.Add(agent);
        await db.SaveChangesAsync(ct);
        var plume = new Plume(db, auteur, Uai);
        plume.Noter("professeur inscrit", $"agent:{agent.Id}", null, new { nom = agent.NomComplet, corps = Libelles.De(Corps) });
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return [];
    }
}

/// <summary>Dit qu'un professeur n'est plus dans l'école cette année, ou qu'il y est de nouveau ; rien n'est effacé.</summary>
public sealed record NoterDepart(string Uai, AnneeScolaire Annee, long AgentId, bool Presente)
{
    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, Auteur auteur, CancellationToken ct = default)
    {
        await using var transaction = await db.Commencer(Uai, ct);
        var agent = await db.Agents.Include(a => a.Affectations.Where(x => x.Annee == Annee.Debut)).FirstOrDefaultAsync(a => a.Id == AgentId && a.Uai == Uai, ct);
        if (agent is null)
        {
            return [new("", "Cette personne n’est pas de votre école.")];
        }

        var affectation = agent.Affectations.FirstOrDefault();
        if ((affectation?.Presente ?? true) == Presente)
        {
            return [new("", Presente ? $"{agent.NomComplet} est déjà dans la liste de l’année." : $"{agent.NomComplet} n’est déjà plus dans l’école.")];
        }

        if (affectation is null)
        {
            agent.Affectations.Add(new() { Uai = Uai, Annee = Annee.Debut, Presente = Presente });
        }
        else
        {
            (affectation.Presente, affectation.Version) = (Presente, affectation.Version + 1);
        }

        var plume = new Plume(db, auteur, Uai);
        plume.Noter(Presente ? "professeur de retour" : "professeur parti", $"agent:{agent.Id}", null, new { annee = Annee.Debut });
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return [];
    }
}
