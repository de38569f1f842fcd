using Neuvieme.Droit;
using Neuvieme.Socle;

namespace Neuvieme.Fonctions.Campagnes.Passer;

/// <summary>Les mots des courriels : ce qui est ouvert, jusqu'à quand, ce qu'il reste, et ce qu'une clôture n'est pas.</summary>
public static class CourrielsDeCampagne
{
    public static (string Objet, string Texte) Ecrire(Campagne c, GenreEcheance genre, DateOnly fin, Avancement lieu, DateOnly jour, bool reouverte = false)
    {
        var reste = lieu.Pour(c.Genre);
        var (nom, dernier) = (c.Fiche.Nom, Francais.Date(fin));
        var objet = genre switch
        {
            GenreEcheance.Ouverture when reouverte => $"Rouvert pour vous jusqu’au {dernier} : {nom}",
            GenreEcheance.Ouverture => $"Ouvert jusqu’au {dernier} : {nom}",
            GenreEcheance.Rappel when fin < jour => $"À finir depuis le {dernier} : {nom}",
            GenreEcheance.Rappel => $"À finir, {Fenetre.Restant(fin, jour)} : {nom}",
            _ => $"{(c.Fiche.Ferme ? "Clos" : "Jour passé")} depuis le {dernier} : {nom}",
        };
        List<string> lignes = [$"{lieu.Denomination} ({lieu.Uai}), année {new AnneeScolaire(c.Annee)}.", ""];
        lignes.Add(genre switch
        {
            GenreEcheance.Cloture => $"« {nom} » s’est terminé le {dernier} à minuit, heure de Paris.",
            _ when fin < jour => $"« {nom} » était à finir pour le {dernier}.",
            _ => $"« {nom} » est ouvert jusqu’au {dernier} à minuit, heure de Paris ({Fenetre.Restant(fin, jour)}).",
        });
        if (reste.Phrase.Length > 0)
        {
            lignes.Add($"Où vous en êtes : {reste.Phrase}.");
        }

        if (c.Annonce.Length > 0 && genre != GenreEcheance.Cloture)
        {
            lignes.AddRange(["", "Message de l’académie :", c.Annonce]);
        }

        lignes.AddRange(["", genre == GenreEcheance.Cloture && c.Fiche.Ferme
            ? "Rien n’est perdu : ce qui est préparé est gardé. " + (c.Fiche.DuRectorat ? "Un gestionnaire ou le recteur peut rouvrir, pour un établissement ou pour tous, dans Campagnes." : "Le rectorat peut rouvrir pour votre établissement : demandez-le au gestionnaire.")
            : c.Fiche.Effet, "",
            "Cette date organise le travail de l’académie : aucun texte ne la fixe, et elle n’éteint aucun droit.", "", $"Dans Neuvième : {c.Fiche.Adresse}"]);
        return (objet, string.Join('\n', lignes));
    }
}
