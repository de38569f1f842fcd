using Neuvieme.Droit.ImpSecondDegre;

namespace Neuvieme.Droit.Versements;

/// <summary>Où en sont les parts d'un agent.</summary>
/// <param name="Parts">Les parts confiées.</param>
public sealed record SuiviDesParts(PartsConfiees Parts)
{
    /// <summary>Heures faites en tout, redéployées comprises, en centièmes ; absentes tant qu'elles ne sont pas constatées.</summary>
    public int? HeuresFaitesCentiemes { get; init; }

    /// <summary>Jour où le versement s'arrête parce que les heures ne pourront être faites ; absent si rien ne l'arrête.</summary>
    public DateOnly? ArretLe { get; init; }

    /// <summary>L'agent a eu un congé de maladie dans l'année.</summary>
    public bool CongeDeMaladie { get; init; }
}

/// <summary>Avances versées, part acquise et écart.</summary>
/// <param name="Montant">Montant brut des parts.</param>
/// <param name="Echeances">Les avances versées : toutes celles de l'année, ou celles des mois jusqu'à l'arrêt inclus.</param>
/// <param name="Verse">Leur somme.</param>
/// <param name="Acquis">Ce que les heures faites couvrent, au centime, au plus le montant ; absent au forfait ou sans heures constatées.</param>
/// <param name="ARecuperer">Ce qui est versé sans être couvert, de zéro au versé ; zéro avant 2025-2026 ; absent comme l'acquis.</param>
public sealed record EtatDesAvances(Montant Montant, IReadOnlyList<Echeance> Echeances, Montant Verse, Montant? Acquis, Montant? ARecuperer);

/// <summary>Neuf versements d'octobre à juin, qui sont des avances depuis 2025-2026 : ce que les heures ne couvrent pas se récupère.</summary>
public static class Avances
{
    static readonly Regle Neuviemes = TextesVersement.Regle("VERS-PACTE-NEUVIEMES", Rubrique.Paiement, Pacte.Textes.Note2023(),
        "La part se verse par neuvièmes d'octobre à juin, comme une IMP annuelle. Si les heures ne peuvent plus être faites, le versement s'arrête après le mois en cours ; jusqu'en 2024-2025, rien ne se reprend.",
        ["R157", "R180", "R182"], Pacte.Textes.Rentree2023);

    static readonly Regle Avance = TextesVersement.Regle("VERS-PACTE-AVANCE", Rubrique.Paiement, Pacte.Textes.Note2025("versement et suivi"),
        "Depuis 2025-2026 les neuf versements sont des avances : la part des heures faites est acquise, ce qui est versé au-delà se récupère, jamais plus que le versé.",
        ["R182", "R186"], Pacte.Textes.Rentree2025);

    static readonly Regle Conge = TextesVersement.Regle("VERS-PACTE-CONGE", Rubrique.Paiement, Pacte.Textes.Decret(),
        "Aucun texte ne dit ce que devient le nombre d'heures en cas de congé de maladie : il n'est pas réduit, la décision est manuelle, redéploiement et report restent possibles.",
        ["R187"], Pacte.Textes.Rentree2023);

    static readonly Signal ArretHorsAnnee = new("VERS-PACTE-ARRET-HORS-ANNEE", Neuviemes, Gravite.Refus);
    static readonly Signal SansRecuperation = new("VERS-PACTE-SANS-RECUPERATION", Neuviemes, Gravite.Alerte);
    static readonly Signal NonVerse = new("VERS-PACTE-ACQUIS-NON-VERSE", Neuviemes, Gravite.Alerte);
    static readonly Signal Surplus = new("VERS-PACTE-HEURES-EN-PLUS", Neuviemes, Gravite.Alerte);
    static readonly Signal ArretAuForfait = new("VERS-PACTE-ARRET-AU-FORFAIT", Neuviemes, Gravite.Alerte);
    static readonly Signal EnConge = new("VERS-PACTE-CONGE-A-DECIDER", Conge, Gravite.Alerte);

    internal static readonly Regle[] Regles = [Neuviemes, Avance, Conge];
    internal static readonly Signal[] Signaux = [ArretHorsAnnee, SansRecuperation, NonVerse, Surplus, ArretAuForfait, EnConge];

    /// <summary>Les avances, ce qui en est acquis et ce qui est à récupérer. Ne lève jamais d'exception sur un suivi.</summary>
    /// <param name="suivi">Les parts, les heures faites, l'arrêt.</param>
    /// <param name="p">Choix de l'académie : le premier mois.</param>
    public static Reponse<EtatDesAvances> Calculer(SuiviDesParts suivi, Parametres p)
    {
        ArgumentNullException.ThrowIfNull(suivi);
        ArgumentNullException.ThrowIfNull(p);
        var examen = new Examen();
        PartsConfiees parts = suivi.Parts;
        if (!PartFonctionnelle.Lire(parts, suivi.HeuresFaitesCentiemes, examen)) return examen.Conclure<EtatDesAvances>();
        examen.Lire(Neuviemes, ("premier_mois", $"{p.PremierMois}"), ("arret_le", suivi.ArretLe is { } a ? Dates.Iso(a) : "aucun"));
        if (suivi.ArretLe is { } arret && !parts.Annee.Contient(arret))
            examen.Constate(new Constatation(ArretHorsAnnee, $"L'arrêt du {Dates.Lisible(arret)} sort de l'année scolaire {parts.Annee} : donner un jour du 1er septembre au 31 août."));
        if (suivi.CongeDeMaladie)
        {
            examen.Lire(Conge, ("conge_de_maladie", "oui"));
            examen.Constate(new Constatation(EnConge, "Congé de maladie : décision manuelle ; le nombre d'heures n'est pas réduit d'office."));
        }

        if (examen.Arrete) return examen.Conclure<EtatDesAvances>();
        EtatDesAvances etat = Etat(suivi, p);
        Avertir(suivi, etat, examen);
        return examen.Conclure(() => etat);
    }

    static EtatDesAvances Etat(SuiviDesParts suivi, Parametres p)
    {
        PartsConfiees parts = suivi.Parts;
        Montant montant = PartFonctionnelle.Montant(parts)!.Value;
        Echeance[] versees = [.. Echeancier.ParNeuviemes(montant, parts.Annee, p.PremierMois).Where(e => suivi.ArretLe is not { } arret || e.Mois <= Mois.De(arret))];
        Montant verse = versees.Aggregate(Montant.Zero, (s, e) => s + e.Brut);
        if (parts.HeuresDuesCentiemes is not { } dues || suivi.HeuresFaitesCentiemes is not { } faites) return new(montant, versees, verse, null, null);
        Montant acquis = Prorata.De(montant, faites > dues ? dues : faites, dues);
        return new(montant, versees, verse, acquis, SeRecupere(parts.Annee) && verse > acquis ? verse - acquis : Droit.Montant.Zero);
    }

    static void Avertir(SuiviDesParts suivi, EtatDesAvances etat, Examen examen)
    {
        PartsConfiees parts = suivi.Parts;
        bool seRecupere = SeRecupere(parts.Annee);
        if (seRecupere) examen.Lire(Avance, ("verse", etat.Verse.ToString()), ("acquis", etat.Acquis?.ToString() ?? "inconnu"), ("a_recuperer", etat.ARecuperer?.ToString() ?? "inconnu"));
        if (suivi.ArretLe is not null && parts.Modalite == Pacte.Modalite.Forfait)
            examen.Constate(new Constatation(ArretAuForfait, "Engagement forfaitaire arrêté en cours d'année : décision manuelle, aucune heure ne dit ce qui est acquis."));
        if (etat.Acquis is not { } acquis) return;
        if (!seRecupere && etat.Verse > acquis)
            examen.Constate(new MontantEnCause(SansRecuperation, etat.Verse - acquis, $"Avant 2025-2026 le versement s'arrête mais ne se reprend pas : {etat.Verse - acquis} versés sans heures restent acquis."));
        if (acquis > etat.Verse)
            examen.Constate(new MontantEnCause(NonVerse, acquis - etat.Verse, $"Les heures faites valent {acquis - etat.Verse} de plus que les avances versées : décision manuelle."));
        if (suivi.HeuresFaitesCentiemes > parts.HeuresDuesCentiemes)
            examen.Constate(new HeuresEnCause(Surplus, suivi.HeuresFaitesCentiemes.Value - parts.HeuresDuesCentiemes.Value, "Des heures dépassent celles de la part : elles n'ajoutent rien au montant."));
    }

    static bool SeRecupere(AnneeScolaire annee) => annee.PremierJour >= Avance.Depuis;
}
