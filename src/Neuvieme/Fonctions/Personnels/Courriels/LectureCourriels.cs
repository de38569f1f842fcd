using Neuvieme.Socle.Documents;
using Neuvieme.Socle.Texte;

namespace Neuvieme.Fonctions.Personnels.Courriels;

/// <summary>Une ligne du fichier de courriels, telle qu'elle est écrite.</summary>
public sealed record LigneCourriel(int Ligne, string Nom, string Prenom, string Courriel, string Identifiant, string Type, string Discipline)
{
    public string NomComplet => $"{Prenom} {Nom}".Trim();
}

/// <summary>Lit « nom ; prenom ; courriel », dans n'importe quel ordre de colonnes, ou l'export PRONOTE « LOGIN ; CIVILITE ; NOM ; PRENOM ; EMAIL ; DISCIPLINE ; CLASSES ».</summary>
static class LectureCourriels
{
    public const int TailleMaximale = 1024 * 1024;
    /// <summary>Un établissement a deux cents agents ; un formulaire porte au plus mille champs.</summary>
    public const int LignesMaximum = 600;

    static readonly Dictionary<string, string[]> Colonnes = new(StringComparer.Ordinal)
    {
        ["nom"] = ["nom", "nom d usage", "nom usage", "nom de famille"],
        ["prenom"] = ["prenom", "prenoms"],
        ["courriel"] = ["courriel", "email", "e mail", "mail", "adresse mail", "adresse email", "adresse electronique", "adresse de courriel", "courriel professionnel", "mel"],
        ["id"] = ["identifiant sts", "id sts", "identifiant stsweb", "identifiant", "id"],
        ["type"] = ["type", "type sts"],
        ["discipline"] = ["discipline", "matiere"],
    };

    public static (IReadOnlyList<LigneCourriel> Lignes, RefusCsv? Refus) Lire(byte[] octets)
    {
        var (curseur, refus) = OuvertureCsv.Ouvrir(octets, TailleMaximale);
        if (curseur is null)
        {
            return ([], refus);
        }

        using (curseur)
        {
            var places = Colonnes.ToDictionary(c => c.Key, c => Place(curseur.Entetes, c.Value), StringComparer.Ordinal);
            if (places["courriel"] < 0 || (places["nom"] < 0 && places["id"] < 0))
            {
                var titres = string.Join(" ; ", curseur.Entetes.Take(8));
                return ([], new(1, $"il faut une colonne « courriel » et une colonne « nom » ; la première ligne dit « {(titres.Length <= 120 ? titres : titres[..119] + "…")} ».", "Écrivez en première ligne : nom;prenom;courriel."));
            }

            List<LigneCourriel> lignes = [];
            while (curseur.Suivant())
            {
                if (lignes.Count == LignesMaximum)
                {
                    return ([], new(curseur.Ligne, $"plus de {LignesMaximum} lignes.", "Le fichier est celui d’un seul établissement."));
                }

                if (curseur.Malformation(complete: false) is { } malformation)
                {
                    return ([], new(curseur.Ligne, $"{malformation}.", "Corrigez cette ligne, puis recommencez : rien n’a été écrit."));
                }

                string Case(string colonne) => Couper(curseur.Case(places[colonne]));
                lignes.Add(new(curseur.Ligne, Case("nom"), Case("prenom"), Case("courriel"), Case("id"), Case("type").ToLowerInvariant(), Case("discipline")));
            }

            return lignes.Count == 0 ? ([], new(null, "aucune personne sous les titres de colonnes.", "Vérifiez que c’est le bon fichier.")) : (lignes, null);
        }
    }

    static string Couper(string texte) => texte.Length <= 250 ? texte : texte[..250];

    static int Place(IReadOnlyList<string> entetes, string[] titres)
    {
        for (var i = 0; i < entetes.Count; i++)
        {
            if (Array.Exists(titres, t => Accents.Cle(t) == Accents.Cle(entetes[i])))
            {
                return i;
            }
        }

        return -1;
    }
}
