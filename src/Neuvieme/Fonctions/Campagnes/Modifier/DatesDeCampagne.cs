using Neuvieme.Droit;
using Neuvieme.Socle;

namespace Neuvieme.Fonctions.Campagnes.Modifier;

/// <summary>Ce qui ne peut s'enregistrer quelle que soit la campagne : des dates folles, des rappels illisibles, un texte trop long.</summary>
public static class DatesDeCampagne
{
    public const string RappelsParDefaut = "7, 1";

    /// <summary>Une année se prépare dès janvier et finit au 31 août.</summary>
    public static (DateOnly Premier, DateOnly Dernier) Bornes(AnneeScolaire annee) => (new(annee.Debut, 1, 1), annee.DernierJour);

    public static List<Refus> Verifier(GenreCampagne genre, DateOnly? ouvre, DateOnly? ferme, AnneeScolaire annee, string saisie, string annonce, out string rappels)
    {
        List<Refus> refus = [];
        var (premier, dernier) = Bornes(annee);
        if (!Enum.IsDefined(genre))
        {
            refus.Add(new("Genre", "Choisissez ce que la campagne ouvre."));
        }

        foreach (var (champ, jour, quoi) in new[] { ("OuvreLe", ouvre, "d’ouverture"), ("FermeLe", ferme, "de clôture") })
        {
            if (jour is null)
            {
                refus.Add(new(champ, $"Donnez le jour {quoi}."));
            }
            else if (jour < premier || jour > dernier)
            {
                refus.Add(new(champ, $"Le {Francais.Date(jour.Value)} est hors de l’année {annee} : le jour {quoi} va du {Francais.Date(premier)} au {Francais.Date(dernier)}. Pour une autre année, « Mon compte » en haut de page."));
            }
        }

        if (ferme < ouvre)
        {
            refus.Add(new("FermeLe", $"La campagne fermerait le {Francais.Date(ferme.Value)}, avant d’ouvrir le {Francais.Date(ouvre.Value)} : corrigez l’un des deux jours."));
        }

        if (Lire(saisie) is { } jours)
        {
            rappels = string.Join(',', jours);
        }
        else
        {
            rappels = "";
            refus.Add(new("Rappels", "Écrivez les rappels en jours avant la clôture, de 1 à 60, cinq au plus, séparés par des virgules : « 7, 1 ». Vide : aucun rappel."));
        }

        if (annonce.Length > 2000)
        {
            refus.Add(new("Annonce", "Le message aux établissements a au plus 2 000 caractères."));
        }

        return refus;
    }

    /// <summary>« 7, 1 » → 7 puis 1 ; nul si ce n'est pas une liste de jours.</summary>
    static List<int>? Lire(string saisie)
    {
        List<int> jours = [];
        foreach (var mot in saisie.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!int.TryParse(mot, out var jour) || jour is < 1 or > 60)
            {
                return null;
            }

            jours.Add(jour);
        }

        jours = [.. jours.Distinct().OrderDescending()];
        return jours.Count > 5 ? null : jours;
    }
}
