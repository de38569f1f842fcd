namespace Neuvieme.Droit.ImpSecondDegre.Regles;

using Constat = Constat<Situation>;

/// <summary>Coordination des APSA : seuils d'ouverture et taux dû selon l'effectif d'EPS (circulaire, II.2).</summary>
static class BesoinsApsa
{
    internal const int EnseignantsMinimum = 3;
    internal const int HeuresMinimumCentiemes = 50_00;
    internal const int EtpTauxDeBaseCentiemes = 4_00;
    const int Demesure = 10_000_00;
    internal const string SeulsTauxDus = "Pour les APSA, seuls 1 250 € et 2 500 € peuvent être dus";
    internal static readonly Montant TauxDeBase = new(125_000), TauxDouble = new(250_000);

    static readonly Regle Seuils = Textes.Regle("IMP-APSA-SEUILS", Rubrique.Besoin, Textes.Circulaire("II.2", "besoins du service"),
        "La coordination s'ouvre à partir de trois enseignants d'EPS assurant au moins 50 heures hebdomadaires, forfait d'association sportive compris, heures supplémentaires exclues sauf si l'académie les compte. En dessous, elle relève du service et n'est pas rémunérée.",
        ["R096", "R103", "R104"]);

    internal static readonly Regle TauxDu = Textes.Regle("IMP-APSA-TAUX", Rubrique.Taux, Textes.Circulaire("II.2", "taux"),
        "Le taux est dû, sans modulation : 1 250 € jusqu'à quatre équivalents temps plein d'EPS, 2 500 € au-delà. Une mission partagée se justifie et ses parts tiennent dans le taux dû.",
        ["R082", "R102", "R105", "R106"]);

    static readonly Constat EnseignantsInconnus = Constat.Manque("IMP-APSA-ENSEIGNANTS-INCONNUS", Seuils, "enseignants_eps", "Indiquer le nombre d'enseignants d'EPS.");
    static readonly Constat MoinsDeTrois = new("IMP-APSA-MOINS-DE-TROIS", Seuils, Gravite.Refus, (c, in s, _) => new ApsaMoinsDeTrois(c, s.EnseignantsEps ?? 0));

    static readonly Constat HeuresInconnues = Constat.Manque("IMP-APSA-HEURES-INCONNUES", Seuils, "heures_eps_centiemes",
        "Indiquer les heures hebdomadaires d'EPS, forfait d'association sportive compris.");

    static readonly Constat HsaInconnues = Constat.Manque("IMP-APSA-HSA-INCONNUES", Seuils, "heures_supplementaires_eps_centiemes",
        "L'académie compte les heures supplémentaires : les indiquer.");

    static readonly Constat MoinsDeCinquante = new("IMP-APSA-MOINS-DE-CINQUANTE-HEURES", Seuils, Gravite.Refus,
        (c, in s, p) => new ApsaMoinsDeCinquanteHeures(c, Heures(in s, p.InclureHsaEps) ?? 0));

    static readonly Constat HsaDecisives = Constat.Alerte("IMP-APSA-HSA-DECISIVES", Seuils,
        "Compter ou non les heures supplémentaires change la réponse : le ministère les exclut, la CAA de Bordeaux les a comptées (7 décembre 2023, n° 21BX02452).");

    static readonly Constat EtpInconnu = Constat.Manque("IMP-APSA-ETP-INCONNU", TauxDu, "etp_eps_centiemes", "Indiquer les équivalents temps plein d'EPS.");

    static readonly Constat TauxJamaisDu = new("IMP-APSA-TAUX-JAMAIS-DU", TauxDu, Gravite.Refus,
        (c, in s, _) => new MontantHorsTaux(c, s.Montant ?? Montant.Zero, SeulsTauxDus));

    static readonly Constat AutreTauxDu = new("IMP-APSA-TAUX-DU", TauxDu, Gravite.Refus,
        (c, in s, p) => new ApsaAutreTauxDu(c, s.Montant ?? Montant.Zero, Du(in s, p.InclureHsaEps) ?? Montant.Zero, Etp(in s, p.InclureHsaEps) ?? 0));

    static readonly Constat SommeInconnue = Constat.Manque("IMP-APSA-PARTS-INCONNUES", TauxDu, "somme_parts_mission_centimes", "La mission est partagée : indiquer la somme de toutes les parts.");

    static readonly Constat PartsTropElevees = new("IMP-APSA-PARTS-AU-DELA-DU-TAUX-DU", TauxDu, Gravite.Refus,
        (c, in s, p) => new PartsElevees(c, PlusGrande(s.SommePartsMission, s.Montant), Du(in s, p.InclureHsaEps) ?? TauxDouble));

    static readonly Constat PartageSansJustification = Constat.Manque("IMP-APSA-PARTAGE-SANS-JUSTIFICATION", TauxDu, "justification_presente",
        "Une coordination des APSA partagée se justifie par écrit.");

    static readonly Constat Partagee = Constat.Alerte("IMP-APSA-PARTAGEE", TauxDu,
        "La circulaire prévoit un coordonnateur au taux dû : le partage est signalé au rectorat.");

    internal static readonly Regle[] Regles = [Seuils, TauxDu];

    internal static readonly Constat[] Constats =
    [
        EnseignantsInconnus, MoinsDeTrois, HeuresInconnues, HsaInconnues, MoinsDeCinquante, HsaDecisives, EtpInconnu, TauxJamaisDu,
        AutreTauxDu, SommeInconnue, PartsTropElevees, PartageSansJustification, Partagee,
    ];

    internal static void Lire<T>(in Situation s, Parametres p, ref T t)
        where T : struct, ITemoin
    {
        t.Examine(Seuils);
        int? enseignants = Plausible(s.EnseignantsEps), heures = Heures(in s, p.InclureHsaEps);
        t.Note("enseignants_eps", s.EnseignantsEps);
        t.Note("heures_eps_centiemes", s.HeuresEpsCentiemes);
        if (p.InclureHsaEps || s.HeuresSupplementairesEpsCentiemes is not null) t.Note("heures_supplementaires_eps_centiemes", s.HeuresSupplementairesEpsCentiemes);
        t.Note("heures_comptees_centiemes", heures);
        if (enseignants is null) t.Constate(EnseignantsInconnus);
        else if (enseignants < EnseignantsMinimum) t.Constate(MoinsDeTrois);

        if (Plausible(s.HeuresEpsCentiemes) is null) t.Constate(HeuresInconnues);
        else if (heures is null) t.Constate(HsaInconnues);
        else if (heures < HeuresMinimumCentiemes) t.Constate(MoinsDeCinquante);

        if (HsaChangeraient(in s)) t.Constate(HsaDecisives);
        if (s.Forme == Forme.Decharge || enseignants < EnseignantsMinimum || heures < HeuresMinimumCentiemes) return;
        LireTaux(in s, p, ref t);
    }

    static void LireTaux<T>(in Situation s, Parametres p, ref T t)
        where T : struct, ITemoin
    {
        t.Examine(TauxDu);
        Montant? du = Du(in s, p.InclureHsaEps);
        t.Note("etp_eps_centiemes", s.EtpEpsCentiemes);
        t.Note("etp_comptes_centiemes", Etp(in s, p.InclureHsaEps));
        t.Note("taux_du", du);
        if (du is null) t.Constate(EtpInconnu);

        if (s.Titulaires == 1 || (s.SommePartsMission is null && s.Titulaires is not > 1))
        {
            if (s.Montant is not { } montant) return;
            if (du is { } attendu && montant != attendu) t.Constate(AutreTauxDu);
            else if (du is null && !PeutEtreDu(montant)) t.Constate(TauxJamaisDu);
            return;
        }

        t.Note("titulaires", s.Titulaires);
        t.Note("somme_parts_mission", s.SommePartsMission);
        t.Note("justification_presente", s.JustificationPresente);
        // Une somme plus petite que la part manque de sens, mais ce qui dépasse le taux dû le dépasse déjà.
        if (s.SommePartsMission is not { } somme || somme < s.Montant) t.Constate(SommeInconnue);
        if (s.SommePartsMission > (du ?? TauxDouble) || s.Montant > (du ?? TauxDouble)) t.Constate(PartsTropElevees);
        if (!s.JustificationPresente) t.Constate(PartageSansJustification);
        t.Constate(Partagee);
    }

    static Montant PlusGrande(Montant? somme, Montant? part) => somme is { } a && part is { } b ? (a > b ? a : b) : somme ?? part ?? Montant.Zero;

    internal static bool PeutEtreDu(Montant montant) => montant == TauxDeBase || montant == TauxDouble;

    /// <summary>Le taux dû ; absent tant que l'effectif n'est pas connu.</summary>
    static Montant? Du(in Situation s, bool avecHsa) =>
        Etp(in s, avecHsa) is not { } etp ? null : etp > EtpTauxDeBaseCentiemes ? TauxDouble : TauxDeBase;

    /// <summary>Les équivalents temps plein comptés, en centièmes.</summary>
    /// <remarks>
    /// Compter les heures supplémentaires grossit les ETP dans la proportion où elles grossissent les heures ; le centième supérieur,
    /// pour que « plus de quatre » reste exact. Sans heures de service, il n'y a pas de proportion : l'effectif est inconnu.
    /// </remarks>
    internal static int? Etp(in Situation s, bool avecHsa)
    {
        if (Plausible(s.EtpEpsCentiemes) is not { } etp || !avecHsa) return Plausible(s.EtpEpsCentiemes);
        if (Plausible(s.HeuresEpsCentiemes) is not { } sans || Heures(in s, true) is not { } avec || sans == 0) return null;
        long comptes = ((long)etp * avec + sans - 1) / sans;
        return comptes <= Demesure ? (int)comptes : null;
    }

    internal static int? Heures(in Situation s, bool avecHsa)
    {
        int? heures = Plausible(s.HeuresEpsCentiemes);
        return avecHsa ? heures + Plausible(s.HeuresSupplementairesEpsCentiemes) : heures;
    }

    static bool HsaChangeraient(in Situation s)
    {
        if (Plausible(s.HeuresSupplementairesEpsCentiemes) is not > 0 || Plausible(s.EnseignantsEps) is < EnseignantsMinimum) return false;
        bool ouvertSans = Heures(in s, false) >= HeuresMinimumCentiemes, ouvertAvec = Heures(in s, true) >= HeuresMinimumCentiemes;
        return ouvertSans != ouvertAvec || (ouvertAvec && Du(in s, false) != Du(in s, true));
    }

    /// <summary>Un nombre négatif ou démesuré (plus de 10 000 unités) n'est pas un fait : il compte comme inconnu.</summary>
    static int? Plausible(int? valeur) => valeur is >= 0 and <= Demesure ? valeur : null;
}
