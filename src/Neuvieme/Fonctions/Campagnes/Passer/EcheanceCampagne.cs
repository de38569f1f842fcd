using Neuvieme.Socle;

namespace Neuvieme.Fonctions.Campagnes.Passer;

public enum GenreEcheance { Ouverture, Rappel, Cloture }

/// <summary>Ce qui doit partir pour une campagne, ou pour la réouverture d'un établissement, avec la clé qui ne part qu'une fois.</summary>
/// <param name="Uai">L'établissement de la réouverture ; nul quand tous sont concernés.</param>
public sealed record EcheanceCampagne(GenreEcheance Genre, DateOnly Debut, DateOnly Fin, string Cle, string? Uai = null)
{
    /// <summary>Ouverte à minuit, une campagne s'annonce au matin.</summary>
    public const int HeureDEnvoi = 7;

    /// <summary>Après une longue panne, on n'annonce plus une clôture que tout le monde a constatée.</summary>
    public const int JoursDAnnonceDeCloture = 7;

    /// <summary>Le dernier jour dont les courriels peuvent partir à cet instant.</summary>
    public static DateOnly JourDEnvoi(DateTime instantUtc) => DateOnly.FromDateTime(Horloge.HeureDeParis(instantUtc).AddHours(-HeureDEnvoi));

    /// <summary>
    /// Ce qui vaut ce jour-là pour la campagne et chacune de ses réouvertures : la dernière échéance passée, jamais celles d'avant.
    /// Ainsi trois jours d'arrêt ne donnent qu'un courriel, celui qui dit encore vrai.
    /// </summary>
    public static IEnumerable<EcheanceCampagne> Dues(Campagne c, DateOnly jour)
    {
        if (Derniere(c.OuvreLe, c.FermeLe, c.JoursDeRappel, jour) is { } deTous)
        {
            yield return deTous;
        }

        foreach (var d in c.Derogations.Where(d => d.RetireeUtc is null))
        {
            if (Derniere(d.Debut, d.Fin, c.JoursDeRappel, jour) is { } delUn)
            {
                yield return delUn with { Uai = d.Uai, Cle = $"reouverture-{d.Id}:{delUn.Cle}" };
            }
        }
    }

    static EcheanceCampagne? Derniere(DateOnly debut, DateOnly fin, IReadOnlyList<int> rappels, DateOnly jour)
    {
        if (jour < debut || jour > fin.AddDays(JoursDAnnonceDeCloture))
        {
            return null;
        }

        // Changées, les dates font une autre clé : ceux qui avaient lu les premières apprennent les nouvelles.
        if (jour > fin)
        {
            return new(GenreEcheance.Cloture, debut, fin, $"cloture:{fin:yyyy-MM-dd}");
        }

        return rappels.Where(n => fin.AddDays(-n) <= jour && fin.AddDays(-n) > debut).Select(n => (int?)n).Min() is { } n
            ? new(GenreEcheance.Rappel, debut, fin, $"rappel-{n}:{fin:yyyy-MM-dd}") : new(GenreEcheance.Ouverture, debut, fin, $"ouverture:{debut:yyyy-MM-dd}:{fin:yyyy-MM-dd}");
    }
}
