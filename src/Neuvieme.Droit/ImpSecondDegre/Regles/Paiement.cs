namespace Neuvieme.Droit.ImpSecondDegre.Regles;

using Constat = Constat<Situation>;

/// <summary>Durée de la mission et versements.</summary>
static class Paiement
{
    internal static readonly Regle Modalite = Textes.Regle("IMP-VERSEMENT", Rubrique.Paiement, Textes.Decret("art. 3", "al. 2"),
        "Une mission tenue toute l'année scolaire est versée par neuvièmes, d'octobre à juin sauf choix académique, le dernier soldant les centimes ; toute autre l'est en une fois après service fait.",
        ["R067", "R068", "R069", "R070", "R071"]);

    internal static readonly Regle PeriodeDansAnnee = Textes.Regle("IMP-PERIODE", Rubrique.Paiement, Textes.Decret("art. 3", "al. 2"),
        "La mission tient dans son année scolaire. Hors de l'ensemble de l'année, un seul versement, à un des cinq taux, sans prorata. Convention retenue : l'année entière commence au plus tard le 30 septembre et finit au plus tôt le 1er juin ; acceptée plus tard, la mission dit son premier jour.",
        ["R067", "R070", "R087"]);

    static readonly Regle Harcelement2023 = Textes.Regle("IMP-HARC-2023", Rubrique.Paiement, Textes.Decret2024(),
        "Pour 2023-2024, le référent harcèlement, institué le 24 juin 2024, est payé en une seule fois après service fait ; rien ne se paie pour un temps antérieur.", ["R124"], Textes.Harcelement);

    internal static readonly Regle ServiceFait = Textes.Regle("IMP-SERVICE-FAIT", Rubrique.Paiement, Textes.Decret("art. 3", "al. 1 et 2"),
        "L'IMP suppose l'exercice effectif. Le service fait attesté jusqu'au jour limite est payé dans le mois, ensuite le mois suivant.", ["R018", "R070"]);

    internal static readonly Regle Validation = Textes.Regle("IMP-VALIDATION", Rubrique.Paiement, Textes.Circulaire("I", "modalités d'attribution et de versement"),
        "Rien n'est versé avant la validation du recteur ; les neuvièmes échus avant elle sont payés en rappel.", ["R050", "R072"]);

    static readonly Constat DureeInconnue = Constat.Manque("IMP-DUREE-INCONNUE", Modalite, "duree", "Préciser si la mission dure toute l'année ou non.");

    static readonly Constat PeriodeInversee = Constat.Refus("IMP-PERIODE-INVERSEE", PeriodeDansAnnee, "La mission finit avant de commencer.");

    static readonly Constat HorsAnnee = new("IMP-PERIODE-HORS-ANNEE", PeriodeDansAnnee, Gravite.Refus, (c, in s, _) => new PeriodeHorsAnnee(c, s.Debut, s.Fin, s.Annee));

    static readonly Constat PasAnnuelle = Constat.Refus("IMP-PERIODE-PARTIELLE", PeriodeDansAnnee,
        "La mission ne couvre pas toute l'année scolaire : la déclarer ponctuelle, c'est-à-dire due en un seul versement, à un des cinq taux, sans prorata, après service fait ; sauf remplacement d'un titulaire (art. 4).");

    static readonly Constat PasPonctuelle = Constat.Refus("IMP-PERIODE-ENTIERE", PeriodeDansAnnee,
        "La mission couvre toute l'année scolaire : la déclarer annuelle, versée par neuvièmes.");

    static readonly Constat DebutInconnu = Constat.Manque("IMP-DEBUT-INCONNU", PeriodeDansAnnee, "debut",
        "Rien n'établit que la mission était confiée le 30 septembre : indiquer le premier jour de la mission. Commencée après cette date, elle est versée en une fois.");

    static readonly Constat ServiceFaitTropTot = Constat.Refus("IMP-SERVICE-FAIT-TROP-TOT", ServiceFait,
        "Le service fait est daté d'avant la fin de la mission ou d'avant l'année scolaire : il ne s'atteste qu'une fois la mission exercée.");

    static readonly Constat VersementUnique = Constat.Alerte("IMP-HARC-VERSEMENT-UNIQUE", Harcelement2023,
        "En 2023-2024, le référent harcèlement reçoit un seul versement, pas de neuvièmes.");

    static readonly Constat ServiceFaitAttendu = Constat.Alerte("IMP-SERVICE-FAIT-ATTENDU", ServiceFait,
        "Le versement attend l'attestation du service fait.");

    static readonly Constat ServiceFaitAVenir = new("IMP-SERVICE-FAIT-A-VENIR", ServiceFait, Gravite.Alerte,
        (c, in s, _) => new ActeAVenir(c, "L'attestation du service fait est datée du", "service_fait_le", s.ServiceFaitLe, s.JourPresent));

    static readonly Constat HarcelementAvantVigueur = Constat.Refus("IMP-HARC-AVANT-VIGUEUR", Harcelement2023,
        "La mission, ou l'attestation de son service fait, s'achève avant le 24 juin 2024 : la mission n'existe qu'à compter de ce jour, rien ne se paie pour un temps antérieur.");

    static readonly Constat Rappel = new("IMP-VALIDATION-RAPPEL", Validation, Gravite.Alerte, (c, in s, p) =>
        new NeuviemesEnRappel(c, PaieDe(in s, p) ?? default, EnRetard(in s, p), Echeancier.Partage(s.Montant ?? Montant.Zero)));

    internal static readonly Regle[] Regles = [Modalite, PeriodeDansAnnee, Harcelement2023, ServiceFait, Validation];

    internal static readonly Constat[] Constats =
        [DureeInconnue, PeriodeInversee, HorsAnnee, PasAnnuelle, PasPonctuelle, DebutInconnu, VersementUnique, HarcelementAvantVigueur, ServiceFaitAttendu, ServiceFaitAVenir, ServiceFaitTropTot, Rappel];

    internal static void Lire<T>(in Situation s, Taux? taux, Parametres p, ref T t)
        where T : struct, ITemoin
    {
        t.Examine(Modalite);
        t.Note("duree", s.Duree);
        t.Note("premier_mois", p.PremierMois);
        bool annuelle = s.Duree == Duree.AnneeEntiere, ponctuelle = s.Duree == Duree.Ponctuelle;
        if (!annuelle && !ponctuelle) t.Constate(DureeInconnue);

        t.Examine(PeriodeDansAnnee);
        t.Note("debut", s.Debut);
        t.Note("fin", s.Fin);
        DatesDeMission dates = s.Dates;
        Ecart ecart = dates.Ecart;
        if ((ecart & Ecart.Inversee) == Ecart.Inversee) t.Constate(PeriodeInversee);
        if ((ecart & Ecart.HorsAnnee) == Ecart.HorsAnnee) t.Constate(HorsAnnee);
        if ((ecart & Ecart.Partielle) == Ecart.Partielle) t.Constate(PasAnnuelle);
        if ((ecart & Ecart.Entiere) == Ecart.Entiere) t.Constate(PasPonctuelle);
        if ((ecart & Ecart.SansDebut) == Ecart.SansDebut && !EstUnique(in s)) t.Constate(DebutInconnu);

        if (EstUnique(in s))
        {
            t.Examine(Harcelement2023);
            if (annuelle) t.Constate(VersementUnique);
            if (s.ServiceFaitLe < Textes.Harcelement || s.Fin < Textes.Harcelement) t.Constate(HarcelementAvantVigueur);
        }

        if (ponctuelle || (annuelle && EstUnique(in s)))
        {
            t.Examine(ServiceFait);
            t.Note("service_fait_le", s.ServiceFaitLe);
            t.Note("jour_limite_paie", p.JourLimitePaie);
            t.Note("validee_le", s.ValideeLe);
            if (s.ServiceFaitLe is null) t.Constate(ServiceFaitAttendu);
            else if (s.ServiceFaitLe > s.JourPresent) t.Constate(ServiceFaitAVenir);
            if (dates.ServiceFaitTropTot) t.Constate(ServiceFaitTropTot);
        }
        else if (annuelle)
        {
            t.Examine(Validation);
            t.Note("validee_le", s.ValideeLe);
            t.Note("jour_limite_paie", p.JourLimitePaie);
            if (taux is not null && EnRetard(in s, p) > 0) t.Constate(Rappel);
        }
    }

    /// <summary>Les versements d'un montant réglementaire ; absent sinon, ou tant que la durée est inconnue.</summary>
    internal static Montants? Montants(in Situation s, Parametres p)
    {
        if (s.Forme == Forme.Decharge || s.Duree is not (Duree.AnneeEntiere or Duree.Ponctuelle) || TauxDus.Propose(in s) is not { } taux) return null;
        if (s.Duree == Duree.Ponctuelle || EstUnique(in s))
        {
            // Rien n'est versé avant la validation du recteur : le plus tardif des deux jours fixe le mois de paie.
            return Droit.Montants.EnUneFois(taux.Montant, s.Dates.PayableLe(accordLe: null, lettreLe: null, decideeLe: s.ValideeLe), p);
        }

        return Droit.Montants.ParNeuviemes(taux.Montant, s.Annee, p);
    }

    /// <summary>Centimes à verser, sans allouer : en neuvièmes, ou en une fois ; zéro s'il n'y a rien à verser encore.</summary>
    internal static int CentimesVerses(in Situation s, out bool unique)
    {
        unique = s.Duree == Duree.Ponctuelle || EstUnique(in s);
        if (s.Forme == Forme.Decharge || s.Duree is not (Duree.AnneeEntiere or Duree.Ponctuelle) || TauxDus.Propose(in s) is not { } taux) return 0;
        return unique && s.ServiceFaitLe is null ? 0 : (int)taux.Montant.Centimes;
    }

    /// <summary>En 2023-2024 la mission n'existe que depuis le 24 juin : elle ne peut couvrir l'année, donc pas de neuvièmes.</summary>
    internal static bool EstUnique(in Situation s) => s.Mission == Mission.Harcelement && s.Annee.Debut == 2023;

    /// <summary>Le mois de paie qui suit la validation.</summary>
    static Mois? PaieDe(in Situation s, Parametres p) => s.ValideeLe is { } jour ? Echeancier.PaieDe(jour, p.JourLimitePaie) : null;

    /// <summary>Combien de neuvièmes précèdent ce mois de paie.</summary>
    static int EnRetard(in Situation s, Parametres p)
    {
        if (PaieDe(in s, p) is not { } paie) return 0;
        return int.Clamp((paie.Annee - s.Annee.Debut) * 12 + paie.Numero - p.PremierMois, 0, Echeancier.Nombre);
    }
}
