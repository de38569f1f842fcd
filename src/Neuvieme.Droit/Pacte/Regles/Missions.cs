namespace Neuvieme.Droit.Pacte.Regles;

using Constat = Constat<Situation>;

/// <summary>La mission : elle existe cette année-là, là où l'agent l'exerce.</summary>
static class Missions
{
    static readonly Regle Liste = Textes.Regle("PAC-MISSION", Rubrique.Mission, Textes.Notes("annexe 1"),
        "Les missions devant élèves font 18 ou 24 heures par part ; les autres sont un engagement annuel au forfait. La liste est indicative et chaque lettre adapte les tâches.",
        [
            "R158", "R163", "R197", "R200", "R201", "R202", "R203", "R204", "R205", "R206", "R207", "R208", "R209", "R210", "R211",
            "R212", "R213", "R214", "R215", "R216", "R217", "R218", "R221", "R223", "R224", "R225", "R226",
        ]);

    static readonly Regle Lieu = Textes.Regle("PAC-LIEU", Rubrique.Mission, Textes.Notes("annexe 1"),
        "Chaque mission s'exerce dans son cadre : école, collège, second degré ou lycée professionnel. Le degré est celui de l'établissement où elle s'exerce.", ["R222"]);

    static readonly Regle Certificats = Textes.Regle("PAC-CERTIFICATS", Rubrique.Mission, Textes.Notes("annexe 1, voie professionnelle"),
        "Les heures d'un certificat de spécialisation ne paient une part que si elles ne comptent ni dans le service ni en heures supplémentaires.", ["R218", "R219"]);

    static readonly Regle Sts = Textes.Regle("PAC-STS-COORDINATION", Rubrique.Mission, Textes.Notes("annexe 1, voie professionnelle"),
        "En STS, les heures se font devant étudiants ; seul un enseignant que l'établissement désigne peut en consacrer à la coordination.", ["R220"]);

    static readonly Regle Bilan = Textes.Regle("PAC-BILAN", Rubrique.Procedure, Textes.Notes("annexe 1"),
        "La plupart des missions se closent par un bilan remis à qui la note de service nomme ; pour l'innovation, le harcèlement à l'école, les activités optionnelles et les certificats, elle n'en demande pas.",
        ["R198", "R199"]);

    static readonly Constat MissionInconnue = Constat.Manque("PAC-MISSION-INCONNUE", Liste, "mission", "Choisir la mission.");

    static readonly Constat PasEncore = Constat.Refus("PAC-MISSION-PAS-ENCORE", Liste, "Cette mission n'existe pas encore cette année scolaire.");

    static readonly Constat NonSourcee = Constat.Alerte("PAC-MISSION-DATE-NON-SOURCEE", Liste,
        "La date d'apparition de cette mission n'est pas sourcée avant 2025 : vérifier la note de l'année.");

    static readonly Constat NatureInconnue = Constat.Manque("PAC-NATURE-INCONNUE", Lieu, "nature", "Indiquer la nature de l'établissement.");

    static readonly Constat HorsCadre = Constat.Refus("PAC-HORS-CADRE", Lieu, "Cette mission ne s'exerce pas dans un établissement de cette nature.");

    static readonly Constat HorsPlp = Constat.Alerte("PAC-LP-HORS-PLP", Lieu,
        "La note de service s'adresse pour cette mission aux professeurs de lycée professionnel volontaires.");

    static readonly Constat DejaComptesInconnus = Constat.Manque("PAC-CERTIFICATS-HEURES-INCONNUES", Certificats, "heures_deja_comptees",
        "Dire si ces heures comptent déjà dans le service ou en heures supplémentaires.");

    static readonly Constat DejaComptes = Constat.Refus("PAC-CERTIFICATS-HEURES-COMPTEES", Certificats,
        "Ces heures comptent déjà dans le service ou en heures supplémentaires : elles ne paient pas une part.");

    static readonly Constat DesignationInconnue = Constat.Manque("PAC-STS-DESIGNATION-INCONNUE", Sts, "designe_coordonnateur_sts",
        "Dire si l'établissement désigne l'agent pour coordonner.");

    static readonly Constat NonDesigne = Constat.Refus("PAC-STS-NON-DESIGNE", Sts,
        "L'agent n'est pas désigné pour coordonner : toutes ses heures se font devant étudiants.");

    internal static readonly Regle[] Regles = [Liste, Lieu, Certificats, Sts, Bilan];

    internal static readonly Constat[] Constats =
        [MissionInconnue, PasEncore, NonSourcee, NatureInconnue, HorsCadre, HorsPlp, DejaComptesInconnus, DejaComptes, DesignationInconnue, NonDesigne];

    internal static FicheMission? Lire<T>(in Situation s, ref T t)
        where T : struct, ITemoin
    {
        FicheMission? fiche = Nomenclature.Chercher(s.Mission);
        t.Examine(Liste);
        t.Note("mission", s.Mission);
        if (fiche is null) t.Constate(MissionInconnue);
        else if (s.Annee.DernierJour < fiche.Depuis) t.Constate(PasEncore);
        else if (s.Annee.PremierJour < fiche.AttesteeDepuis) t.Constate(NonSourcee);

        t.Examine(Lieu);
        t.Note("nature", s.Nature);
        if (s.Nature == NatureEtablissement.Inconnue) t.Constate(NatureInconnue);
        else if (fiche is not null && (fiche.Cadre & De(s.Nature)) == Cadre.Aucun) t.Constate(HorsCadre);
        if (s.Mission is Mission.TutoratLyceePro or Mission.ConsolidationSts or Mission.CertificatsSpecialisation && s.Corps is not (Corps.Plp or Corps.Inconnu)) t.Constate(HorsPlp);

        if (fiche is not null)
        {
            t.Examine(Bilan);
            t.Note("bilan", fiche.Bilan);
        }

        if (s.Mission == Mission.CertificatsSpecialisation)
        {
            t.Examine(Certificats);
            t.Note("heures_deja_comptees", s.HeuresDejaComptees);
            if (s.HeuresDejaComptees is not { } comptees) t.Constate(DejaComptesInconnus);
            else if (comptees) t.Constate(DejaComptes);
        }
        else if (s is { Mission: Mission.ConsolidationSts, CoordinationSts: true })
        {
            t.Examine(Sts);
            t.Note("designe_coordonnateur_sts", s.DesigneCoordonnateurSts);
            if (s.DesigneCoordonnateurSts is not { } designe) t.Constate(DesignationInconnue);
            else if (!designe) t.Constate(NonDesigne);
        }

        return fiche;
    }

    /// <summary>Le cadre d'une nature. Un EREA a des classes de collège et de lycée professionnel, un lycée polyvalent une voie professionnelle.</summary>
    internal static Cadre De(NatureEtablissement nature) => nature switch
    {
        NatureEtablissement.PremierDegre => Cadre.Ecole,
        NatureEtablissement.College => Cadre.College,
        NatureEtablissement.Erea => Cadre.College | Cadre.LyceeProfessionnel,
        NatureEtablissement.LyceePolyvalent => Cadre.Lycee | Cadre.LyceeProfessionnel,
        NatureEtablissement.LyceeProfessionnel or NatureEtablissement.SectionEnseignementProfessionnel => Cadre.LyceeProfessionnel,
        NatureEtablissement.LyceeGeneral or NatureEtablissement.LyceeGeneralEtTechnologique => Cadre.Lycee,
        _ => Cadre.Aucun,
    };
}
