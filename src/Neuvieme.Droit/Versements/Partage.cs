using Neuvieme.Droit.ImpSecondDegre;
using Neuvieme.Droit.ImpSecondDegre.Regles;

namespace Neuvieme.Droit.Versements;

/// <summary>Les parts d'une mission confiée à plusieurs.</summary>
/// <param name="Annee">Année scolaire.</param>
/// <param name="Parts">Montant annuel de chacun.</param>
public sealed record PartsDeMission(AnneeScolaire Annee, IReadOnlyList<Montant> Parts)
{
    /// <summary>Mission d'établissement ; sans objet pour un district.</summary>
    public Mission Mission { get; init; }

    /// <summary>APSA : taux dû à la mission. District : taux fixé pour lui. Sans objet ailleurs.</summary>
    public Montant? TauxDu { get; init; }

    /// <summary>APSA : une justification écrite accompagne le partage.</summary>
    public bool JustificationPresente { get; init; }
}

/// <summary>Des parts admises.</summary>
/// <param name="Taux">Le taux de chacun, dans l'ordre donné.</param>
/// <param name="Somme">Leur somme, prise sur l'enveloppe.</param>
public sealed record PartsAdmises(IReadOnlyList<Taux> Taux, Montant Somme);

/// <summary>Partage d'une mission entre plusieurs agents : chacun reçoit un des cinq taux, jamais une fraction calculée.</summary>
public static class Partage
{
    static readonly Regle Etablissement = TextesVersement.Regle("VERS-PARTAGE", Rubrique.Taux, Textes.Circulaire("I", "modalités d'attribution et de versement"),
        "Une mission d'établissement partagée vaut une IMP à chacun, à un des cinq taux. Au-delà du plus haut taux de la mission, la somme est signalée.",
        ["R082"]);

    internal static readonly Regle District = TextesVersement.Regle("VERS-PARTAGE-UNSS", Rubrique.Taux, Textes.Circulaire("III", "district UNSS"),
        "Le taux du district UNSS va de 1 250 € à 3 750 €, et un coordonnateur seul le reçoit. Partagé, chacun reçoit un des cinq taux et leur somme tient dans celui du district.",
        ["R083", "R152", "R154"]);

    static readonly Signal HorsVigueur = new("VERS-PARTAGE-HORS-VIGUEUR", Etablissement, Gravite.Refus);
    static readonly Signal SansPart = new("VERS-PARTAGE-SANS-PART", Etablissement, Gravite.Manque);
    static readonly Signal HorsTaux = new("VERS-PARTAGE-HORS-TAUX", Etablissement, Gravite.Refus);
    static readonly Signal TauxDuInconnu = new("VERS-PARTAGE-TAUX-DU-INCONNU", BesoinsApsa.TauxDu, Gravite.Manque);
    static readonly Signal TauxJamaisDu = new("VERS-PARTAGE-TAUX-JAMAIS-DU", BesoinsApsa.TauxDu, Gravite.Refus);
    static readonly Signal AuDelaDuTauxDu = new("VERS-PARTAGE-AU-DELA-DU-TAUX-DU", BesoinsApsa.TauxDu, Gravite.Refus);
    static readonly Signal SeulSousLeTauxDu = new("VERS-PARTAGE-SEUL-SOUS-LE-TAUX-DU", BesoinsApsa.TauxDu, Gravite.Refus);
    static readonly Signal SansJustification = new("VERS-PARTAGE-SANS-JUSTIFICATION", BesoinsApsa.TauxDu, Gravite.Manque);
    static readonly Signal Signale = new("VERS-PARTAGE-SIGNALE", BesoinsApsa.TauxDu, Gravite.Alerte);
    static readonly Signal HarcelementTropTot = new("VERS-PARTAGE-HARC-HORS-VIGUEUR", Vigueur.Harcelement, Gravite.Refus);
    static readonly Signal AuDelaDesOrientations = new("VERS-PARTAGE-AU-DELA-DES-ORIENTATIONS", Etablissement, Gravite.Alerte);
    static readonly Signal DistrictInconnu = new("VERS-PARTAGE-TAUX-DISTRICT-INCONNU", District, Gravite.Manque);
    static readonly Signal TauxDuDistrict = new("VERS-PARTAGE-TAUX-DISTRICT", District, Gravite.Refus);
    static readonly Signal AuDelaDuDistrict = new("VERS-PARTAGE-AU-DELA-DU-DISTRICT", District, Gravite.Refus);

    static readonly Signal SeulSousLeDistrict = new("VERS-PARTAGE-SEUL-SOUS-LE-DISTRICT", District, Gravite.Alerte);

    /// <summary>Le plus bas taux d'un district, et ce qu'un coordonnateur seul reçoit au moins.</summary>
    internal static readonly Montant PlancherDistrict = new(125_000);

    internal static readonly Regle[] Regles = [Etablissement, District];

    internal static readonly Signal[] Signaux =
    [
        HorsVigueur, SansPart, HorsTaux, TauxDuInconnu, TauxJamaisDu, AuDelaDuTauxDu, SeulSousLeTauxDu, SansJustification, Signale, HarcelementTropTot, AuDelaDesOrientations,
        DistrictInconnu, TauxDuDistrict, AuDelaDuDistrict, SeulSousLeDistrict,
    ];

    /// <summary>Parts d'une mission d'établissement.</summary>
    public static Reponse<PartsAdmises> DEtablissement(PartsDeMission m)
    {
        ArgumentNullException.ThrowIfNull(m);
        var examen = new Examen();
        if (!Ouvrir(m, Etablissement, examen) || !EstEnVigueur(m, examen)) return examen.Conclure<PartsAdmises>();
        Montant? somme = Somme(m, examen);
        if (somme is { } s)
        {
            if (m.Mission == Mission.Apsa) Apsa(m, s, examen);
            else if (m.Parts.Count > 1 && TauxDus.PlusHautTaux(Nomenclature.Chercher(m.Mission), m.Annee) is { } haut && s > haut)
                examen.Constate(new MontantEnCause(AuDelaDesOrientations, s, $"Les parts font {s}, au-delà de {haut}, le plus haut taux admis pour la mission ; seule l'enveloppe limite."));
        }

        return Conclure(m, somme, examen);
    }

    /// <summary>Parts de la coordination d'un district UNSS ; le taux du district est <see cref="PartsDeMission.TauxDu"/>.</summary>
    public static Reponse<PartsAdmises> DeDistrict(PartsDeMission m)
    {
        ArgumentNullException.ThrowIfNull(m);
        var examen = new Examen();
        if (!Ouvrir(m, District, examen)) return examen.Conclure<PartsAdmises>();
        Montant? somme = Somme(m, examen);
        if (m.TauxDu is not { } taux)
            examen.Constate(new FaitManquant(DistrictInconnu, "taux_du", "Dire le taux fixé pour le district."));
        else if (taux < PlancherDistrict || TauxImp.DeMontant(taux, m.Annee.PremierJour) is null)
            examen.Constate(new MontantEnCause(TauxDuDistrict, taux, $"{taux} n'est pas un taux de district : 1 250 €, 2 500 € ou 3 750 €."));
        else if (somme > taux)
            examen.Constate(new MontantEnCause(AuDelaDuDistrict, somme.Value, $"Les parts font {somme}, au-delà des {taux} du district."));
        else if (m.Parts.Count == 1 && somme is { } seule && seule < PlancherDistrict)
            examen.Constate(new MontantEnCause(TauxDuDistrict, seule, $"{seule} ne se verse qu'en partage : un coordonnateur seul reçoit au moins {PlancherDistrict}."));
        else if (m.Parts.Count == 1 && somme < taux)
            examen.Constate(new MontantEnCause(SeulSousLeDistrict, somme.Value, $"Un coordonnateur seul reçoit le taux du district, {taux} ; {somme} est à expliquer au rectorat."));
        return Conclure(m, somme, examen);
    }

    static bool Ouvrir(PartsDeMission m, Regle regle, Examen examen)
    {
        examen.Lire(regle, ("annee", m.Annee.ToString()), ("parts", string.Join(" + ", m.Parts)), ("taux_du", m.TauxDu?.ToString() ?? "inconnu"));
        if (m.Annee.EstRepresentable && m.Annee.PremierJour >= Textes.Rentree2015) return true;
        examen.Constate(new VersementHorsVigueur(HorsVigueur, $"Année scolaire {m.Annee}", Textes.Rentree2015));
        return false;
    }

    /// <summary>Faux pour un référent harcèlement d'une année scolaire close avant que le décret l'ajoute.</summary>
    static bool EstEnVigueur(PartsDeMission m, Examen examen)
    {
        if (m.Mission != Mission.Harcelement) return true;
        examen.Lire(Vigueur.Harcelement, ("annee", m.Annee.ToString()));
        if (Vigueur.CouvreHarcelement(m.Annee.DernierJour, m.Annee)) return true;
        examen.Constate(new VersementHorsVigueur(HarcelementTropTot, $"Référent harcèlement en {m.Annee}", Textes.Harcelement));
        return false;
    }

    /// <summary>La somme des parts ; absente si l'une n'est pas un taux.</summary>
    static Montant? Somme(PartsDeMission m, Examen examen)
    {
        if (m.Parts.Count == 0) examen.Constate(new FaitManquant(SansPart, "parts", "Donner la part de chacun."));
        Montant somme = Montant.Zero;
        bool justes = m.Parts.Count > 0;
        for (int i = 0; i < m.Parts.Count; i++)
        {
            if (TauxImp.DeMontant(m.Parts[i], m.Annee.PremierJour) is null)
            {
                justes = false;
                examen.Constate(new MontantEnCause(HorsTaux, m.Parts[i], $"Part {i + 1}, {m.Parts[i]} : une part est un des cinq taux, 312,50 €, 625 €, 1 250 €, 2 500 € ou 3 750 €."));
            }
            else
            {
                somme += m.Parts[i];
            }
        }

        return justes ? somme : null;
    }

    static void Apsa(PartsDeMission m, Montant somme, Examen examen)
    {
        examen.Lire(BesoinsApsa.TauxDu, ("taux_du", m.TauxDu?.ToString() ?? "inconnu"), ("somme", somme.ToString()));
        if (m.TauxDu is not { } du)
        {
            examen.Constate(new FaitManquant(TauxDuInconnu, "taux_du", "Dire le taux dû à la coordination des APSA."));
            return;
        }

        if (!BesoinsApsa.PeutEtreDu(du))
        {
            examen.Constate(new MontantEnCause(TauxJamaisDu, du, $"{BesoinsApsa.SeulsTauxDus} ; {du} n'en est pas."));
            return;
        }

        if (somme > du) examen.Constate(new MontantEnCause(AuDelaDuTauxDu, somme, $"Les parts font {somme}, au-delà des {du} dus à la coordination des APSA."));
        // Seul, le coordonnateur n'a pas de partage à justifier : le taux lui est dû, ni plus ni moins.
        if (m.Parts.Count == 1)
        {
            if (somme < du) examen.Constate(new MontantEnCause(SeulSousLeTauxDu, somme, $"Un coordonnateur seul reçoit le taux dû, {du} ; {somme} n'en est qu'une part."));
            return;
        }

        if (!m.JustificationPresente) examen.Constate(new FaitManquant(SansJustification, "justification_presente", "Un autre choix qu'un coordonnateur au taux dû se justifie par écrit."));
        examen.Constate(new MontantEnCause(Signale, somme, "La circulaire prévoit un coordonnateur au taux dû : ce partage est signalé au rectorat."));
    }

    static Reponse<PartsAdmises> Conclure(PartsDeMission m, Montant? somme, Examen examen) => examen.Conclure(() =>
        new PartsAdmises([.. m.Parts.Select(p => TauxImp.DeMontant(p, m.Annee.PremierJour)!)], somme ?? Montant.Zero));
}
