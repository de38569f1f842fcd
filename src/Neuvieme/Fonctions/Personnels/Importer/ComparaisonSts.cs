using Neuvieme.Droit;

namespace Neuvieme.Fonctions.Personnels.Importer;

/// <summary>Ce que la base sait d'une personne de l'établissement, réduit à ce qui se compare.</summary>
/// <param name="Naissance">Date ou empreinte, selon ce que la base garde ; comparée à celle du fichier passée par la même fonction.</param>
/// <param name="Faits">Null quand la personne, connue d'une autre année, n'est pas encore affectée pour celle du fichier.</param>
/// <param name="Presente">Faux quand un import précédent ne l'a plus trouvée.</param>
public sealed record PersonneConnue(
    ClePersonne Cle, string? CodeCivilite, string NomUsage, string? NomPatronymique, string? Prenom, string? Naissance,
    string? Grade, string? FonctionSource, Fonction Fonction, Corps Corps, FaitsPersonne? Faits, bool Presente)
{
    public string NomComplet => string.IsNullOrEmpty(Prenom) ? NomUsage : $"{Prenom} {NomUsage}";
}

public sealed record ChampChange(string Champ, string? Avant, string? Apres);

public sealed record PersonneChangee(IndividuSts Individu, PersonneConnue Avant, IReadOnlyList<ChampChange> Champs);

/// <summary>Une personne locale absente du fichier et une personne epp nouvelle qui pourraient être la même : toujours une question, jamais une fusion.</summary>
/// <param name="DateConfirmee">Vrai quand la date de naissance concorde ; faux quand la fiche locale n'en a pas.</param>
public sealed record LocalDevenuEpp(IndividuSts Nouveau, PersonneConnue Local, bool DateConfirmee);

/// <summary>Des personnes différentes de mêmes nom et prénom, avec ce qui les distingue.</summary>
public sealed record Homonymes(string Nom, IReadOnlyList<(ClePersonne Cle, string Distinction)> Personnes);

public sealed record ComparaisonSts(
    IReadOnlyList<IndividuSts> Nouveaux, IReadOnlyList<PersonneChangee> Changes, IReadOnlyList<IndividuSts> Inchanges,
    IReadOnlyList<PersonneConnue> Absents, IReadOnlyList<LocalDevenuEpp> Suggestions, IReadOnlyList<Homonymes> Homonymes)
{
    /// <summary>Rien à faire : ni changement, ni départ, ni nouveau parmi ceux que l'import coche d'office.</summary>
    public bool AucunChangement => Changes.Count == 0 && Absents.Count == 0 && !Nouveaux.Any(n => n.CocheParDefaut);

    /// <param name="naissance">Forme sous laquelle la base garde une date de naissance : la date écrite, ou son empreinte.</param>
    public static ComparaisonSts De(IEnumerable<PersonneConnue> connues, IReadOnlyList<IndividuSts> individus, Func<IndividuSts, FaitsPersonne> faits, Func<DateOnly, string> naissance)
    {
        ArgumentNullException.ThrowIfNull(individus);
        ArgumentNullException.ThrowIfNull(faits);
        ArgumentNullException.ThrowIfNull(naissance);
        var parCle = connues.ToDictionary(p => p.Cle);
        List<IndividuSts> nouveaux = [], inchanges = [];
        List<PersonneChangee> changes = [];
        foreach (var individu in individus)
        {
            if (!parCle.Remove(individu.Cle, out var avant))
                nouveaux.Add(individu);
            else if (DifferencesSts.Entre(avant, individu, faits(individu), naissance) is { Count: > 0 } champs)
                changes.Add(new(individu, avant, champs));
            else
                inchanges.Add(individu);
        }
        List<PersonneConnue> restantes = [.. parCle.Values.OrderBy(p => p.NomUsage, StringComparer.Ordinal).ThenBy(p => p.Prenom, StringComparer.Ordinal)];
        List<PersonneConnue> absents = restantes.FindAll(p => p is { Faits: not null, Presente: true });
        return new(nouveaux, changes, inchanges, absents, Rapprocher(nouveaux, restantes, naissance), MemesNoms(individus, absents));
    }

    /// <summary>Disciplines en un texte stable, quel que soit leur ordre dans le fichier.</summary>
    public static string? EcrireDisciplines(IndividuSts individu)
    {
        ArgumentNullException.ThrowIfNull(individu);
        return individu.Disciplines.Count == 0 ? null
            : string.Join(", ", individu.Disciplines.Select(d => d.Libelle is null ? d.Code : $"{d.Code} {d.Libelle}").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    static List<LocalDevenuEpp> Rapprocher(List<IndividuSts> nouveaux, List<PersonneConnue> restantes, Func<DateOnly, string> naissance)
    {
        var locaux = restantes.Where(a => a.Cle.Type == TypeSts.Local).ToLookup(a => NomsSts.Cle(a.NomUsage, a.Prenom), StringComparer.Ordinal);
        return [.. from nouveau in nouveaux
                   where nouveau.Cle.Type == TypeSts.Epp
                   from cle in new[] { NomsSts.Cle(nouveau.NomUsage, nouveau.Prenom), NomsSts.Cle(nouveau.NomPatronymique ?? nouveau.NomUsage, nouveau.Prenom) }.Distinct(StringComparer.Ordinal)
                   from local in locaux[cle]
                   let date = nouveau.DateNaissance is { } d ? naissance(d) : null
                   // Deux dates connues et différentes : deux personnes. Une date manquante : la question se pose, sans réponse cochée.
                   where local.Naissance is null || date is null || string.Equals(local.Naissance, date, StringComparison.Ordinal)
                   select new LocalDevenuEpp(nouveau, local, local.Naissance is not null && date is not null)];
    }

    static List<Homonymes> MemesNoms(IReadOnlyList<IndividuSts> individus, List<PersonneConnue> absents)
    {
        var tous = individus.Select(i => (Cle: NomsSts.Cle(i.NomUsage, i.Prenom), i.NomComplet, Qui: (i.Cle, Distinction(i))))
            .Concat(absents.Select(a => (Cle: NomsSts.Cle(a.NomUsage, a.Prenom), a.NomComplet, Qui: (a.Cle, $"absent du fichier{(a.Faits?.Discipline is { } d ? ", " + d : "")}"))));
        return [.. tous.GroupBy(t => t.Cle, StringComparer.Ordinal).Where(g => g.Count() > 1)
            .Select(g => new Homonymes(g.First().NomComplet, [.. g.Select(t => t.Qui)]))];
    }

    static string Distinction(IndividuSts i)
    {
        var marques = new[] { i.DateNaissance is { } d ? $"né{(i.Civilite is "Mme" ? "e" : "")} le {d:dd'/'MM'/'yyyy}" : "date de naissance inconnue", EcrireDisciplines(i), i.Grade };
        return string.Join(", ", marques.Where(m => m is not null));
    }
}
