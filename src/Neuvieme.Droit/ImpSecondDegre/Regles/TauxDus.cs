namespace Neuvieme.Droit.ImpSecondDegre.Regles;

using Constat = Constat<Situation>;

/// <summary>Le montant : un des cinq taux, dans l'usage de la mission. Les APSA ont leur règle, l'effectif d'EPS y fixant le taux.</summary>
static class TauxDus
{
    /// <summary>Jusqu'à ce nombre d'heures dans l'année, le taux quart est ordinaire (precisions.md 12).</summary>
    internal const int HeuresLegeres = 24;

    internal static readonly Regle CinqTaux = Textes.Regle("IMP-TAUX", Rubrique.Taux, Textes.Arrete(),
        "Le montant annuel est un des cinq taux : 312,50 €, 625 €, 1 250 €, 2 500 €, 3 750 € ; jamais une somme intermédiaire.",
        ["R055", "R056", "R057", "R058", "R059", "R060", "R061"]);

    static readonly Regle Usage = Textes.Regle("IMP-TAUX-USAGE", Rubrique.Taux, Textes.Circulaire("II", "1 à 9"),
        "Chaque mission a ses taux courants, ses taux modulés ou exceptionnels à justifier ; un autre taux réglementaire reste possible s'il est justifié, et il est signalé au rectorat.",
        ["R041", "R063", "R066", "R098", "R108", "R111", "R115", "R118", "R122", "R128", "R132", "R135", "R137", "R139", "R141", "R143", "R145", "R147"]);

    static readonly Regle HarcelementSansTexte = Textes.Regle("IMP-HARC-TAUX", Rubrique.Taux, Textes.Decret("art. 6", "7e tiret"),
        "Aucun texte ne fixe le taux du référent harcèlement : le taux de base est un usage, les autres se justifient.", ["R125", "R126"], Textes.Harcelement);

    static readonly Regle PasDeProrata = Textes.Regle("IMP-PAS-DE-PRORATA", Rubrique.Taux, Textes.Circulaire("I", "modalités d'attribution et de versement"),
        "Le taux suit la charge de la mission : ni le temps partiel ni la manière de servir ne le font varier.", ["R064", "R065"]);

    static readonly Regle MissionLegere = Textes.Regle("IMP-TAUX-QUART", Rubrique.Taux, Textes.Circulaire("II.9"),
        "À l'article 7, le taux quart va aux missions légères, surtout ponctuelles ; jusqu'à 24 heures dans l'année il est ordinaire.", ["R132"]);

    static readonly Regle Partage = Textes.Regle("IMP-PARTAGE", Rubrique.Taux, Textes.Circulaire("I", "modalités d'attribution et de versement"),
        "Une mission partagée vaut une IMP à chacun, au taux réglementaire ; la somme des parts est à surveiller, l'enveloppe reste la limite.", ["R082"]);

    static readonly Constat MontantInconnu = Constat.Manque("IMP-MONTANT-INCONNU", CinqTaux, "montant_centimes", "Choisir un des cinq taux.");

    static readonly Constat HorsTaux = new("IMP-MONTANT-HORS-TAUX", CinqTaux, Gravite.Refus, (c, in s, _) => new MontantHorsTaux(c, s.Montant ?? Montant.Zero));

    static readonly Constat ModuleSansJustification = DeTaux("IMP-TAUX-MODULE-SANS-JUSTIFICATION", Gravite.Manque);
    static readonly Constat ExceptionnelSansJustification = DeTaux("IMP-TAUX-EXCEPTIONNEL-SANS-JUSTIFICATION", Gravite.Manque);
    static readonly Constat HorsOrientationSansJustification = DeTaux("IMP-TAUX-HORS-ORIENTATION-SANS-JUSTIFICATION", Gravite.Manque);
    static readonly Constat HorsOrientation = DeTaux("IMP-TAUX-HORS-ORIENTATION", Gravite.Alerte);

    static readonly Constat HarcelementSansJustification = new("IMP-HARC-TAUX-SANS-JUSTIFICATION", HarcelementSansTexte, Gravite.Manque, Usager);

    static readonly Constat HarcelementAlerte = Constat.Alerte("IMP-HARC-TAUX-SANS-TEXTE", HarcelementSansTexte,
        "Aucun texte national ne fixe le taux du référent harcèlement : le taux de base n'est qu'un usage.");

    static readonly Constat QuartLourd = new("IMP-TAUX-QUART-MISSION-LOURDE", MissionLegere, Gravite.Alerte,
        (c, in s, _) => new QuartMissionLourde(c, s.HeuresEstimees ?? 0));

    static readonly Constat PartsElevees = new("IMP-PARTS-AU-DELA-DU-TAUX", Partage, Gravite.Alerte,
        (c, in s, _) => new PartsElevees(c, s.SommePartsMission ?? Montant.Zero, PlusHautTaux(ImpSecondDegre.Nomenclature.Chercher(s.Mission), s.Annee) ?? Montant.Zero));

    internal static readonly Regle[] Regles = [CinqTaux, Usage, HarcelementSansTexte, PasDeProrata, MissionLegere, Partage];

    internal static readonly Constat[] Constats =
    [
        MontantInconnu, HorsTaux, ModuleSansJustification, ExceptionnelSansJustification, HorsOrientationSansJustification, HorsOrientation,
        HarcelementSansJustification, HarcelementAlerte, QuartLourd, PartsElevees,
    ];

    /// <summary>Le taux proposé, lu à la date de la rentrée : une année scolaire garde ses taux jusqu'au bout.</summary>
    internal static Taux? Propose(in Situation s) => s.Montant is { } montant ? TauxImp.DeMontant(montant, s.Annee.PremierJour) : null;

    internal static Taux? Lire<T>(in Situation s, FicheMission? fiche, ref T t)
        where T : struct, ITemoin
    {
        t.Examine(CinqTaux);
        t.Note("montant", s.Montant);
        Taux? taux = Propose(in s);
        if (s.Montant is null) t.Constate(MontantInconnu);
        else if (taux is null) t.Constate(HorsTaux);

        if (fiche is null) return taux;
        if (s.Mission is not (Mission.Apsa or Mission.Harcelement) && taux is not null) LireUsage(in s, fiche.Usage(taux), ref t);
        if (s.Mission == Mission.Harcelement)
        {
            // La circulaire de 2015 ignore cette mission : la justification se demande sur le seul décret.
            t.Examine(HarcelementSansTexte);
            t.Note("justification_presente", s.JustificationPresente);
            if (taux is not null && fiche.Usage(taux) != UsageTaux.Usuel && !s.JustificationPresente) t.Constate(HarcelementSansJustification);
            t.Constate(HarcelementAlerte);
        }

        t.Examine(PasDeProrata);
        if (!fiche.EstArticle6 && taux?.Rang == 0)
        {
            t.Examine(MissionLegere);
            t.Note("heures_estimees", s.HeuresEstimees);
            if (s.HeuresEstimees > HeuresLegeres) t.Constate(QuartLourd);
        }

        if (s.Mission == Mission.Apsa || s.SommePartsMission is not { } somme) return taux;
        t.Examine(Partage);
        t.Note("titulaires", s.Titulaires);
        t.Note("somme_parts_mission", somme);
        if (PlusHautTaux(fiche, s.Annee) is { } plafond && somme > plafond) t.Constate(PartsElevees);
        return taux;
    }

    static void LireUsage<T>(in Situation s, UsageTaux usage, ref T t)
        where T : struct, ITemoin
    {
        t.Examine(Usage);
        t.Note("usage", usage);
        t.Note("justification_presente", s.JustificationPresente);
        if (usage == UsageTaux.Exceptionnel) t.Note("titre_exceptionnel", s.TitreExceptionnel);
        switch (usage)
        {
            case UsageTaux.Module when !s.JustificationPresente:
                t.Constate(ModuleSansJustification);
                break;
            case UsageTaux.Exceptionnel when !s.JustificationPresente || !s.TitreExceptionnel:
                t.Constate(ExceptionnelSansJustification);
                break;
            case UsageTaux.HorsOrientation:
                if (!s.JustificationPresente) t.Constate(HorsOrientationSansJustification);
                t.Constate(HorsOrientation);
                break;
        }
    }

    /// <summary>Le plus haut taux de l'usage d'une mission ; absent hors nomenclature.</summary>
    internal static Montant? PlusHautTaux(FicheMission? fiche, AnneeScolaire annee)
    {
        if (fiche is null) return null;
        IReadOnlyList<Taux> taux = TauxImp.AuDate(annee.PremierJour);
        for (int i = taux.Count - 1; i >= 0; i--)
        {
            if (fiche.Usage(taux[i]) is not (UsageTaux.HorsOrientation or UsageTaux.Refuse)) return taux[i].Montant;
        }

        return null;
    }

    static Constat DeTaux(string code, Gravite gravite) => new(code, Usage, gravite, Usager);

    static UsageDuTaux Usager(Constat c, in Situation s, Parametres p) =>
        new(c, ImpSecondDegre.Nomenclature.Chercher(s.Mission)!, Propose(in s)!);
}
