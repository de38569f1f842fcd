using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Campagnes;

/// <summary>Ce que les écrans d'un établissement disent des campagnes : gardé en mémoire jusqu'au prochain changement.</summary>
public static class Bandeau
{
    /// <summary>Le calendrier de l'établissement actif ; le secrétariat n'y lit que ce qu'il prépare.</summary>
    public static async Task<Calendrier> Calendrier(Contexte contexte, NeuviemeDb db, DateOnly jour, CancellationToken ct)
    {
        var lieu = contexte.Etablissement;
        var tout = await contexte.Lire(() => Campagnes.Calendrier.Lire(db, lieu.AcademieCode, lieu.Uai, contexte.Annee, jour, ct));
        return contexte.Decide ? tout : new([.. tout.Campagnes.Where(c => FicheCampagne.EstDePreparation(c.Campagne.Genre))]);
    }

    /// <summary>« Ouvert jusqu'au… », ou ce qui ferme l'acte ; vide si l'académie n'a rien fixé. Et si l'acte est fermé.</summary>
    public static (string Texte, bool Ferme) Dire(Calendrier calendrier, GenreCampagne genre, DateOnly jour)
    {
        var siennes = calendrier.Campagnes.Where(c => c.Campagne.Genre == genre).ToList();
        if (siennes.Count == 0)
        {
            return ("", false);
        }

        var fenetre = new Fenetre(genre, [.. siennes.Select(c => c.Campagne)]);
        return siennes.Where(c => c.Ouverte).MaxBy(c => c.Fin) switch
        {
            { Fin: { } fin, Derogation: { } d } when fin == d.Fin => ($"Rouvert pour votre établissement jusqu’au {Socle.Francais.Date(fin)} ({Fenetre.Restant(fin, jour)}) : {d.Motif}", false),
            { Fin: { } fin } => ($"Ouvert jusqu’au {Socle.Francais.Date(fin)} ({Fenetre.Restant(fin, jour)}).", false),
            _ when !FicheCampagne.De(genre).Ferme => (fenetre.Situer(jour) + " Rien n’est fermé : ce jour est un repère.", false),
            _ => ($"{fenetre.Situer(jour)} {FicheCampagne.De(genre).Effet} {fenetre.QuiRouvre}", true),
        };
    }
}
