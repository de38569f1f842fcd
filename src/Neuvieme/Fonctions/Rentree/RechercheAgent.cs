using Neuvieme.Fonctions.Personnels.Importer;
using Neuvieme.Socle;
using Neuvieme.Socle.Texte;

namespace Neuvieme.Fonctions.Rentree;

/// <summary>Retrouve dans l'export STSWeb la personne que la répartition désigne ; un doute est une erreur, jamais un choix.</summary>
sealed class RechercheAgent(FichierSts fichier)
{
    public (IndividuSts? Qui, string? Colonne, string? Faute) Trouver(LigneRepartition l) =>
        l.Id.Length > 0 ? ParIdentifiant(l) : ParNom(l);

    (IndividuSts?, string?, string?) ParIdentifiant(LigneRepartition l)
    {
        var candidats = fichier.Individus.Where(i => i.Cle.Id == l.Id && (l.Type is null || i.Cle.Type == l.Type)).ToList();
        if (candidats.Count == 0)
            return (null, "id", $"{(l.Type is { } t ? new ClePersonne(t, l.Id).ToString() : l.Id)} n'est pas dans {fichier.NomFichier}.");
        if (candidats.Count > 1)
            return (null, "type", $"l'identifiant {l.Id} est celui de plusieurs personnes, préciser epp ou local : {Liste(candidats)}.");
        return l.Nom.Length > 0 && !PorteLeNom(candidats[0], l)
            ? (null, "nom", $"{candidats[0].Cle} est {Dire(candidats[0])}, pas « {$"{l.Prenom} {l.Nom}".Trim()} ».")
            : (candidats[0], null, null);
    }

    (IndividuSts?, string?, string?) ParNom(LigneRepartition l)
    {
        var candidats = fichier.Individus.Where(i => PorteLeNom(i, l) && (l.Type is null || i.Cle.Type == l.Type)).ToList();
        return candidats switch
        {
            [var seul] => (seul, null, null),
            [] => (null, "nom", $"« {$"{l.Prenom} {l.Nom}".Trim()} » n'est pas dans {fichier.NomFichier} : reprendre le nom de STSWeb ou donner type et id."),
            _ => (null, "nom", $"plusieurs personnes portent ce nom, donner type et id : {Liste(candidats)}."),
        };
    }

    static bool PorteLeNom(IndividuSts i, LigneRepartition l)
    {
        var nom = Accents.Cle(l.Nom);
        return (Accents.Cle(i.NomUsage) == nom || Accents.Cle(i.NomPatronymique) == nom)
            && (l.Prenom.Length == 0 || Accents.Cle(i.Prenom) == Accents.Cle(l.Prenom));
    }

    static string Liste(List<IndividuSts> candidats) => string.Join(" ; ", candidats.Select(i => $"{i.Cle} = {Dire(i)}"));

    /// <summary>Ce qui distingue des homonymes : naissance et discipline.</summary>
    static string Dire(IndividuSts i)
    {
        List<string> details = [];
        if (i.DateNaissance is { } ne) details.Add($"{(i.Sexe == SexeSts.Feminin ? "née" : "né")} le {Francais.DateBreve(ne)}");
        if (i.Disciplines.Count > 0) details.Add(i.Disciplines[0].Libelle ?? i.Disciplines[0].Code);
        return i.NomComplet + (details.Count > 0 ? $" ({string.Join(", ", details)})" : "");
    }
}
