namespace Neuvieme.Droit.Versements;

/// <summary>Des parts confiées à un agent pour une mission ou plusieurs, comptées en demi-parts.</summary>
/// <param name="Annee">Année scolaire.</param>
/// <param name="DemiParts">Nombre de demi-parts, au moins une.</param>
/// <param name="Modalite">Heures par part, ou forfait, selon la mission ; absente tant qu'elle n'est pas dite.</param>
public sealed record PartsConfiees(AnneeScolaire Annee, int DemiParts, Pacte.Modalite? Modalite)
{
    /// <summary>Heures dues, en centièmes ; absentes au forfait.</summary>
    public long? HeuresDuesCentiemes => PartFonctionnelle.HeuresParDemiPart(Modalite) is { } h ? h * 100L * DemiParts : null;
}

/// <summary>La part fonctionnelle : son montant, ses heures, sa date (décret n° 2023-627, arrêté du 19 juillet 2023).</summary>
public static class PartFonctionnelle
{
    static readonly Regle Part = Pacte.Regles.Vigueur.Regime, Montants = Pacte.Regles.Parts.Nombre;

    static readonly Signal HorsVigueur = new("VERS-PACTE-HORS-VIGUEUR", Part, Gravite.Refus);
    static readonly Signal SansPart = new("VERS-PACTE-SANS-PART", Montants, Gravite.Refus);
    static readonly Signal ModaliteInconnue = new("VERS-PACTE-MODALITE-INCONNUE", Montants, Gravite.Manque);
    static readonly Signal HeuresHorsBornes = new("VERS-PACTE-HEURES-NEGATIVES", Montants, Gravite.Refus);
    static readonly Signal HeuresAuForfait = new("VERS-PACTE-HEURES-AU-FORFAIT", Montants, Gravite.Refus);

    static readonly ValeursDatees<Montant> DemiPart = new(new Version<Montant>(Pacte.Textes.Rentree2023, null, Pacte.Regles.Paiement.DemiPart));

    internal static readonly Signal[] Signaux = [HorsVigueur, SansPart, ModaliteInconnue, HeuresHorsBornes, HeuresAuForfait];

    /// <summary>Les montants successifs d'une demi-part.</summary>
    public static IReadOnlyList<Version<Montant>> MontantsDeDemiPart => DemiPart.Versions;

    /// <summary>Montant brut ; absent avant la rentrée 2023.</summary>
    public static Montant? Montant(PartsConfiees parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        return parts.Annee.EstRepresentable && DemiPart.Lire(parts.Annee.PremierJour, out Montant un) ? un * parts.DemiParts : null;
    }

    /// <summary>Heures d'une demi-part, 9 ou 12 ; absentes au forfait ou si la modalité n'est pas connue.</summary>
    public static int? HeuresParDemiPart(Pacte.Modalite? modalite) => Pacte.FicheMission.HeuresDe(modalite) / 2;

    /// <summary>Lit les parts et les heures faites ; faux quand aucun texte ne s'applique.</summary>
    internal static bool Lire(PartsConfiees parts, long? heuresCentiemes, Examen examen)
    {
        examen.Lire(Part, ("annee", parts.Annee.ToString()));
        if (Montant(parts) is null)
        {
            examen.Constate(new VersementHorsVigueur(HorsVigueur, $"Année scolaire {parts.Annee}", Pacte.Textes.Rentree2023));
            return false;
        }

        examen.Lire(Montants, ("demi_parts", $"{parts.DemiParts}"), ("modalite", parts.Modalite?.ToString() ?? "inconnue"), ("heures_faites_centiemes", heuresCentiemes is { } h ? $"{h}" : "inconnues"));
        if (parts.DemiParts <= 0) examen.Constate(new Constatation(SansPart, $"{parts.DemiParts} demi-part : en confier au moins une."));
        if (parts.Modalite is null or < Pacte.Modalite.Heures18 or > Pacte.Modalite.Forfait)
            examen.Constate(new FaitManquant(ModaliteInconnue, "modalite", "Dire si la part se compte en 18 heures, en 24 heures ou au forfait."));
        if (heuresCentiemes < 0) examen.Constate(new HeuresEnCause(HeuresHorsBornes, heuresCentiemes.Value, "Les heures faites ne peuvent pas être négatives."));
        else if (heuresCentiemes is { } faites && parts.Modalite == Pacte.Modalite.Forfait)
            examen.Constate(new HeuresEnCause(HeuresAuForfait, faites, "Un engagement forfaitaire n'a pas de compteur d'heures : ne pas en donner."));
        return true;
    }
}
