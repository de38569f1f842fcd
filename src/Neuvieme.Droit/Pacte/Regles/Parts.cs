namespace Neuvieme.Droit.Pacte.Regles;

using Constat = Constat<Situation>;

/// <summary>Combien de parts : des demi-parts, et une première mission entière dans le second degré, sauf dérogations.</summary>
static class Parts
{
    internal static readonly Regle Nombre = Textes.Regle("PAC-PARTS", Rubrique.Taux, Textes.Decret(),
        "Une part entière fait 1 250 € bruts ; on en tient autant qu'on veut, par demi-parts, qui font la moitié de la somme et des heures.",
        ["R156", "R175", "R176", "R178", "R179", "R185"]);

    // Une version par année scolaire : une règle scolaire vaut du 1er septembre, même quand son décret paraît le 8 (precisions.md 6).
    static readonly Regle Premiere2023 = Textes.Regle("PAC-PREMIERE-PART-2023", Rubrique.Taux, Textes.Note2023(),
        "Second degré, 2023-2024 : la première mission d'un agent est au moins d'une part entière.", ["R177"], Textes.Rentree2023, Textes.Rentree2024.AddDays(-1));

    static readonly Regle Premiere2024 = Textes.Regle("PAC-PREMIERE-PART-2024", Rubrique.Taux, Textes.Decret2024(),
        "Second degré, 2024-2025 : la première mission peut être d'une demi-part si c'est du remplacement de courte durée.", ["R177"], Textes.Rentree2024, Textes.Rentree2025.AddDays(-1));

    static readonly Regle Premiere2025 = Textes.Regle("PAC-PREMIERE-PART-2025", Rubrique.Taux, Textes.Decret2025(),
        "Second degré, depuis 2025-2026 : la première mission peut être d'une demi-part pour le remplacement de courte durée, Devoirs faits ou un stage de réussite.",
        ["R177"], Textes.Rentree2025);

    static readonly ValeursDatees<Regle> Premiere = new(
        new Version<Regle>(Textes.Rentree2023, Textes.Rentree2024.AddDays(-1), Premiere2023),
        new Version<Regle>(Textes.Rentree2024, Textes.Rentree2025.AddDays(-1), Premiere2024),
        new Version<Regle>(Textes.Rentree2025, null, Premiere2025));

    static readonly Constat Inconnu = Constat.Manque("PAC-PARTS-INCONNUES", Nombre, "demi_parts", "Indiquer le nombre de demi-parts.");

    static readonly Constat Nul = Constat.Refus("PAC-PARTS-NULLES", Nombre, "Une mission se paie d'au moins une demi-part.");

    static readonly Constat Demesure = Constat.Refus("PAC-PARTS-DEMESUREES", Nombre, "Ce nombre de parts est invraisemblable : vérifier la saisie.");

    static readonly Constat BeaucoupEnLp = Constat.Alerte("PAC-PARTS-PLUS-DE-SIX", Nombre,
        "Plus de six parts en lycée professionnel : aucun plafond ne l'interdit, mais la charge est à vérifier.");

    static readonly Constat Rang2023 = Constat.Manque("PAC-PREMIERE-INCONNUE-2023", Premiere2023, "premiere_mission", Demande);
    static readonly Constat Rang2024 = Constat.Manque("PAC-PREMIERE-INCONNUE-2024", Premiere2024, "premiere_mission", Demande);
    static readonly Constat Rang2025 = Constat.Manque("PAC-PREMIERE-INCONNUE-2025", Premiere2025, "premiere_mission", Demande);

    static readonly Constat Entiere2023 = Constat.Refus("PAC-PREMIERE-ENTIERE-2023", Premiere2023,
        "En 2023-2024, la première mission du second degré est d'au moins une part entière.");

    static readonly Constat Entiere2024 = Constat.Refus("PAC-PREMIERE-ENTIERE-2024", Premiere2024,
        "En 2024-2025, seule une première mission de remplacement de courte durée peut être d'une demi-part.");

    static readonly Constat Entiere2025 = Constat.Refus("PAC-PREMIERE-ENTIERE-2025", Premiere2025,
        "Une première mission ne peut être d'une demi-part que pour le remplacement de courte durée, Devoirs faits ou un stage de réussite.");

    const string Demande = "Dire si c'est la première mission du Pacte que l'agent prend cette année.";

    /// <summary>Cent parts : une faute de frappe, pas une lettre de mission.</summary>
    internal const int DemiPartsInvraisemblables = 200;

    internal static readonly Regle[] Regles = [Nombre, Premiere2023, Premiere2024, Premiere2025];

    internal static readonly Constat[] Constats =
        [Inconnu, Nul, Demesure, BeaucoupEnLp, Rang2023, Entiere2023, Rang2024, Entiere2024, Rang2025, Entiere2025];

    internal static void Lire<T>(in Situation s, ref T t)
        where T : struct, ITemoin
    {
        t.Examine(Nombre);
        t.Note("demi_parts", s.DemiParts);
        t.Note("demi_parts_deja_tenues", s.DemiPartsDejaTenues);
        if (s.DemiParts is not { } parts)
        {
            t.Constate(Inconnu);
            return;
        }

        if (parts < 1) t.Constate(Nul);
        else if (parts > DemiPartsInvraisemblables) t.Constate(Demesure);
        else if (s.Nature is NatureEtablissement.LyceeProfessionnel or NatureEtablissement.SectionEnseignementProfessionnel && (long)parts + s.DemiPartsDejaTenues > 12) t.Constate(BeaucoupEnLp);

        if (!s.Nature.EstSecondDegre || !Premiere.Lire(s.Annee.PremierJour, out Regle? regle)) return;
        t.Examine(regle);
        t.Note("premiere_mission", s.PremiereMission);
        if (parts != 1 || Derogation(s.Mission, s.Annee)) return;
        if (s.PremiereMission is not { } premiere) t.Constate(s.Annee.Debut switch { 2023 => Rang2023, 2024 => Rang2024, _ => Rang2025 });
        else if (premiere) t.Constate(s.Annee.Debut switch { 2023 => Entiere2023, 2024 => Entiere2024, _ => Entiere2025 });
    }

    static bool Derogation(Mission mission, AnneeScolaire annee) => mission switch
    {
        Mission.RemplacementCourteDuree => annee.Debut >= 2024,
        Mission.DevoirsFaits or Mission.StageDeReussite => annee.Debut >= 2025,
        _ => false,
    };
}
