using Neuvieme.Droit.ImpSecondDegre;

namespace Neuvieme.Droit.Versements;

/// <summary>Une demande de faire après l'été les heures qui manquent.</summary>
/// <param name="Parts">Les parts confiées.</param>
public sealed record DemandeDeReport(PartsConfiees Parts)
{
    /// <summary>Heures faites au terme de l'année, en centièmes.</summary>
    public int? HeuresFaitesCentiemes { get; init; }

    /// <summary>L'agent reste l'an prochain dans le même établissement.</summary>
    public bool? MemeEtablissement { get; init; }

    /// <summary>Les heures manquantes ne peuvent être redéployées sur une autre mission.</summary>
    public bool? RedeploiementImpossible { get; init; }
}

/// <summary>Un report possible, que le chef d'établissement accorde ou non.</summary>
/// <param name="Limite">Dernier jour pour finir.</param>
/// <param name="RestantesCentiemes">Heures à finir, en centièmes.</param>
public sealed record ReportPossible(DateOnly Limite, long RestantesCentiemes);

/// <summary>Report des heures manquantes au 31 octobre de l'année scolaire suivante (décret n° 2025-926, art. 3).</summary>
public static class Report
{
    static readonly Regle Regime = TextesVersement.Regle("VERS-PACTE-REPORT", Rubrique.Procedure, Pacte.Textes.Decret2025("art. 3"),
        "Depuis 2025-2026, si les heures manquantes ne peuvent être redéployées, le chef d'établissement peut en reporter le terme au 31 octobre suivant, pour un agent qui reste dans l'établissement et en a fait au moins la moitié. Un engagement au forfait n'a pas d'heures à reporter.",
        ["R186", "R187"], Pacte.Textes.Rentree2025);

    static readonly Signal HorsVigueur = new("VERS-PACTE-REPORT-HORS-VIGUEUR", Regime, Gravite.Refus);
    static readonly Signal AuForfait = new("VERS-PACTE-REPORT-AU-FORFAIT", Regime, Gravite.Refus);
    static readonly Signal HeuresInconnues = new("VERS-PACTE-REPORT-HEURES-INCONNUES", Regime, Gravite.Manque);
    static readonly Signal RienAReporter = new("VERS-PACTE-REPORT-RIEN", Regime, Gravite.Refus);
    static readonly Signal MoinsDeLaMoitie = new("VERS-PACTE-REPORT-MOINS-DE-LA-MOITIE", Regime, Gravite.Refus);
    static readonly Signal EtablissementInconnu = new("VERS-PACTE-REPORT-ETABLISSEMENT-INCONNU", Regime, Gravite.Manque);
    static readonly Signal AutreEtablissement = new("VERS-PACTE-REPORT-AUTRE-ETABLISSEMENT", Regime, Gravite.Refus);
    static readonly Signal RedeploiementInconnu = new("VERS-PACTE-REPORT-REDEPLOIEMENT-INCONNU", Regime, Gravite.Manque);
    static readonly Signal RedeployerDAbord = new("VERS-PACTE-REPORT-REDEPLOYER-D-ABORD", Regime, Gravite.Refus);

    internal static readonly Regle[] Regles = [Regime];

    internal static readonly Signal[] Signaux =
        [HorsVigueur, AuForfait, HeuresInconnues, RienAReporter, MoinsDeLaMoitie, EtablissementInconnu, AutreEtablissement, RedeploiementInconnu, RedeployerDAbord];

    /// <summary>Le report est-il possible, et jusqu'à quand. Ne lève jamais d'exception sur une demande.</summary>
    public static Reponse<ReportPossible> Juger(DemandeDeReport demande)
    {
        ArgumentNullException.ThrowIfNull(demande);
        var examen = new Examen();
        PartsConfiees parts = demande.Parts;
        if (!PartFonctionnelle.Lire(parts, demande.HeuresFaitesCentiemes, examen)) return examen.Conclure<ReportPossible>();
        examen.Lire(Regime, ("meme_etablissement", OuiNon(demande.MemeEtablissement)), ("redeploiement_impossible", OuiNon(demande.RedeploiementImpossible)));
        if (parts.Annee.PremierJour < Regime.Depuis)
        {
            examen.Constate(new VersementHorsVigueur(HorsVigueur, $"Report demandé pour {parts.Annee}", Regime.Depuis));
            return examen.Conclure<ReportPossible>();
        }

        if (parts.Modalite == Pacte.Modalite.Forfait)
            examen.Constate(new Constatation(AuForfait, "Le report ne vaut que pour des heures : un engagement au forfait n'en compte pas."));
        if (examen.Arrete || parts.HeuresDuesCentiemes is not { } dues) return examen.Conclure<ReportPossible>();
        long restantes = dues - (demande.HeuresFaitesCentiemes ?? 0);
        if (demande.HeuresFaitesCentiemes is not { } faites)
            examen.Constate(new FaitManquant(HeuresInconnues, "heures_faites", "Dire les heures faites : au moins la moitié est exigée."));
        else if (restantes <= 0)
            examen.Constate(new HeuresEnCause(RienAReporter, faites, "Toutes les heures sont faites : il n'y a rien à reporter."));
        else if (faites * 2L < dues)
            examen.Constate(new HeuresEnCause(MoinsDeLaMoitie, faites, "Moins de la moitié est faite : le terme ne se reporte pas."));

        if (demande.MemeEtablissement is null) examen.Constate(new FaitManquant(EtablissementInconnu, "meme_etablissement", "Dire si l'agent reste dans l'établissement."));
        else if (demande.MemeEtablissement == false) examen.Constate(new Constatation(AutreEtablissement, "L'agent change d'établissement : le terme ne se reporte pas."));
        if (demande.RedeploiementImpossible is null)
            examen.Constate(new FaitManquant(RedeploiementInconnu, "redeploiement_impossible", "Dire si les heures manquantes peuvent être redéployées."));
        else if (demande.RedeploiementImpossible == false)
            examen.Constate(new Constatation(RedeployerDAbord, "Les heures manquantes peuvent être redéployées : le report ne vient qu'ensuite."));
        return examen.Conclure(() => new ReportPossible(new(parts.Annee.Debut + 1, 10, 31), restantes));
    }

    static string OuiNon(bool? fait) => fait switch { true => "oui", false => "non", _ => "inconnu" };
}
