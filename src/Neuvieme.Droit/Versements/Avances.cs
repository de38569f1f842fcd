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

    /// <summary>Jour où l'on compte ce qui est versé, son mois compris ; absent, les neuf versements sont comptés.</summary>
    public DateOnly? Au { get; init; }

    /// <summary>L'agent a eu un congé de maladie dans l'année.</summary>
    public bool CongeDeMaladie { get; init; }
}

/// <summary>Ce qui est versé d'une part, ce que les heures en couvrent et l'écart.</summary>
/// <param name="Montant">Montant brut des parts.</param>
/// <param name="Echeances">Les versements comptés : ceux de l'année, ou ceux des mois jusqu'à l'arrêt et jusqu'au jour donné, inclus.</param>
/// <param name="Verse">Leur somme.</param>
/// <param name="Acquis">Ce que les heures faites couvrent, au centime, au plus le montant ; absent au forfait ou sans heures constatées.</param>
/// <param name="Recuperable">Ce que le rectorat peut décider de reprendre, de zéro au versé ; zéro avant 2025-2026, où aucun texte ne le prévoit ; absent comme l'acquis.</param>
public sealed record EtatDesAvances(Montant Montant, IReadOnlyList<Echeance> Echeances, Montant Verse, Montant? Acquis, Montant? Recuperable);

/// <summary>Neuf versements d'octobre à juin, qui sont des avances depuis 2025-2026 : ce que les heures ne couvrent pas peut se récupérer.</summary>
public static class Avances
{
    static readonly Regle Avance = Pacte.Regles.Paiement.Avances;

    static readonly Regle Arret = TextesVersement.Regle("VERS-PACTE-ARRET", Rubrique.Paiement, Pacte.Textes.Delmas("« Concrètement, combien c’est payé ? »"),
        "Si les heures ne peuvent être faites ni sur la mission ni sur une autre acceptée, le versement s'arrête après le mois en cours. Aucun texte relu ne prévoit, avant 2025-2026, de reprendre ce qui est versé.",
        ["R182"], Pacte.Textes.Rentree2023);

    static readonly Regle Conge = TextesVersement.Regle("VERS-PACTE-CONGE", Rubrique.Paiement, Pacte.Textes.Decret(),
        "Aucun texte ne dit ce que devient le nombre d'heures en cas de congé de maladie : il n'est pas réduit et la décision est manuelle. Le redéploiement reste possible et, depuis 2025-2026, le report.",
        ["R187"], Pacte.Textes.Rentree2023);

    static readonly Signal ArretHorsAnnee = new("VERS-PACTE-ARRET-HORS-ANNEE", Arret, Gravite.Refus);
    static readonly Signal SansRecuperation = new("VERS-PACTE-SANS-RECUPERATION", Arret, Gravite.Alerte);
    static readonly Signal PeutSeRecuperer = new("VERS-PACTE-RECUPERABLE", Avance, Gravite.Alerte);
    static readonly Signal NonVerse = new("VERS-PACTE-ACQUIS-NON-VERSE", Arret, Gravite.Alerte);
    static readonly Signal Surplus = new("VERS-PACTE-HEURES-EN-PLUS", Pacte.Regles.Parts.Nombre, Gravite.Alerte);
    static readonly Signal ArretAuForfait = new("VERS-PACTE-ARRET-AU-FORFAIT", Arret, Gravite.Alerte);
    static readonly Signal EnConge = new("VERS-PACTE-CONGE-A-DECIDER", Conge, Gravite.Alerte);

    internal static readonly Regle[] Regles = [Arret, Conge];
    internal static readonly Signal[] Signaux = [ArretHorsAnnee, SansRecuperation, PeutSeRecuperer, NonVerse, Surplus, ArretAuForfait, EnConge];

    /// <summary>Ce qui est versé, ce qui en est acquis et ce qui peut se récupérer. Ne lève jamais d'exception sur un suivi.</summary>
    /// <param name="suivi">Les parts, les heures faites, l'arrêt, le jour du compte.</param>
    /// <param name="p">Choix de l'académie : le premier mois.</param>
    public static Reponse<EtatDesAvances> Calculer(SuiviDesParts suivi, Parametres p)
    {
        ArgumentNullException.ThrowIfNull(suivi);
        ArgumentNullException.ThrowIfNull(p);
        var examen = new Examen();
        PartsConfiees parts = suivi.Parts;
        if (!PartFonctionnelle.Lire(parts, suivi.HeuresFaitesCentiemes, examen)) return examen.Conclure<EtatDesAvances>();
        examen.Lire(Pacte.Regles.Paiement.Versement(parts.Annee), ("premier_mois", $"{p.PremierMois}"), ("au", Jour(suivi.Au, "toute l'année")));
        if (suivi.ArretLe is { } arret)
        {
            examen.Lire(Arret, ("arret_le", Dates.Iso(arret)));
            if (!parts.Annee.Contient(arret))
                examen.Constate(new Constatation(ArretHorsAnnee, $"L'arrêt du {Dates.Lisible(arret)} sort de l'année scolaire {parts.Annee} : donner un jour du 1er septembre au 31 août."));
        }

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
        Echeance[] versees = [.. Echeancier.ParNeuviemes(montant, parts.Annee, p.PremierMois).Where(e => Jusqua(e, suivi.ArretLe) && Jusqua(e, suivi.Au))];
        Montant verse = versees.Aggregate(Montant.Zero, (s, e) => s + e.Brut);
        if (parts.HeuresDuesCentiemes is not { } dues || suivi.HeuresFaitesCentiemes is not { } faites) return new(montant, versees, verse, null, null);
        Montant acquis = Prorata.De(montant, faites > dues ? dues : faites, dues);
        return new(montant, versees, verse, acquis, Pacte.Regles.Paiement.SontDesAvances(parts.Annee) && verse > acquis ? verse - acquis : Droit.Montant.Zero);
    }

    static void Avertir(SuiviDesParts suivi, EtatDesAvances etat, Examen examen)
    {
        PartsConfiees parts = suivi.Parts;
        if (suivi.ArretLe is not null && parts.Modalite == Pacte.Modalite.Forfait)
            examen.Constate(new Constatation(ArretAuForfait, "Engagement forfaitaire arrêté en cours d'année : décision manuelle, aucune heure ne dit ce qui est acquis."));
        if (etat.Acquis is not { } acquis) return;
        if (etat.Recuperable is { Centimes: > 0 } recuperable)
            examen.Constate(new MontantEnCause(PeutSeRecuperer, recuperable, $"{recuperable} peuvent se récupérer, sur décision du rectorat ; sans objet tant que court un report au 31 octobre."));
        else if (etat.Verse > acquis)
            examen.Constate(new MontantEnCause(SansRecuperation, etat.Verse - acquis, $"{etat.Verse - acquis} sont versés sans heures ; aucun texte relu ne prévoit de les reprendre avant 2025-2026 : la suite est à décider par le rectorat."));

        // Tant que le versement court, des heures en avance sur lui n'ont rien d'anormal.
        if (acquis > etat.Verse && suivi.ArretLe is { } arret && (suivi.Au is not { } au || Mois.De(au) >= Mois.De(arret)))
            examen.Constate(new MontantEnCause(NonVerse, acquis - etat.Verse, $"Les heures faites valent {acquis - etat.Verse} de plus que ce qui est versé : décision manuelle."));
        if (suivi.HeuresFaitesCentiemes > parts.HeuresDuesCentiemes)
            examen.Constate(new HeuresEnCause(Surplus, suivi.HeuresFaitesCentiemes.Value - parts.HeuresDuesCentiemes.Value, "Des heures dépassent celles de la part : elles n'ajoutent rien au montant."));
    }

    static bool Jusqua(Echeance e, DateOnly? jour) => jour is not { } j || e.Mois <= Mois.De(j);

    static string Jour(DateOnly? jour, string sinon) => jour is { } j ? Dates.Iso(j) : sinon;
}
