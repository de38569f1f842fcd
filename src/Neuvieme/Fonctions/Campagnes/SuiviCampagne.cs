using Neuvieme.Droit;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Campagnes;

/// <summary>Une campagne et où en est chaque établissement de l'académie.</summary>
public sealed record SuiviCampagne(Campagne Campagne, IReadOnlyList<(Avancement Lieu, Reste Reste)> Lieux)
{
    public int Finis => Lieux.Count(l => l.Reste.Etape == EtapeCampagne.Fini);
    public int Restent => Lieux.Count(l => l.Reste.Etape == EtapeCampagne.Reste);
    public int SansObjet => Lieux.Count(l => l.Reste.Etape == EtapeCampagne.SansObjet);

    public string Rubrique(DateOnly jour) => Campagne.EstOuverte(jour) ? "En cours" : Campagne.OuvreLe > jour ? "À venir" : "Terminées";

    /// <summary>Neuf requêtes, quel que soit le nombre de campagnes et d'établissements.</summary>
    public static async Task<IReadOnlyList<SuiviCampagne>> Lire(NeuviemeDb db, string academie, AnneeScolaire annee, CancellationToken ct)
    {
        var campagnes = await Fenetres.Lire(db, academie, annee, null, ct);
        if (campagnes.Count == 0)
        {
            return [];
        }

        var lieux = await Avancement.DeLAcademie(db, academie, annee, ct);
        return [.. campagnes.Select(c => new SuiviCampagne(c, [.. lieux.Select(l => (l, l.Pour(c.Genre)))]))];
    }
}

/// <summary>Une campagne vue d'un établissement : ouverte jusqu'à quand pour lui, et ce qu'il lui reste.</summary>
public sealed record CampagneDuLieu(Campagne Campagne, Reste Reste, DateOnly? Fin, DerogationCampagne? Derogation)
{
    public bool Ouverte => Fin is not null;

    /// <summary>En cours ou à venir, ou close en laissant quelque chose à faire : ce qui se dit à l'accueil.</summary>
    public bool Compte(DateOnly jour) => Ouverte || Campagne.OuvreLe > jour || Reste.Etape == EtapeCampagne.Reste;
}

/// <summary>Le calendrier d'un établissement : ce qui est ouvert et reste à faire d'abord, le plus pressé en tête.</summary>
public sealed record Calendrier(IReadOnlyList<CampagneDuLieu> Campagnes)
{
    public static async Task<Calendrier> Lire(NeuviemeDb db, string academie, string uai, AnneeScolaire annee, DateOnly jour, CancellationToken ct)
    {
        var campagnes = (await Fenetres.Lire(db, academie, annee, uai, ct)).Where(c => !c.Fiche.DuRectorat).ToList();
        if (campagnes.Count == 0)
        {
            return new([]);
        }

        var lieu = await Avancement.DeLEtablissement(db, uai, annee, ct);
        return new([.. campagnes.Select(c => new CampagneDuLieu(c, lieu.Pour(c.Genre), c.FinPour(uai, jour), c.DerogationDe(uai, jour)))
            .OrderBy(x => x switch { { Ouverte: true, Reste.Etape: EtapeCampagne.Reste } => 0, { Ouverte: true } => 1, _ when x.Campagne.OuvreLe > jour => 2, _ => 3 })
            .ThenBy(x => x.Fin ?? x.Campagne.OuvreLe).ThenBy(x => x.Campagne.Genre)]);
    }
}
