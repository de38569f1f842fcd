namespace Neuvieme.Droit.ImpSecondDegre.Regles;

using Constat = Constat<Situation>;

/// <summary>Indemnité ou allègement de service, jamais les deux pour une même mission d'établissement.</summary>
static class Exclusivite
{
    static readonly Regle Cumul = Textes.Regle("IMP-EXCLUSIVITE", Rubrique.Mission, Textes.Decret("art. 1", "al. 2"),
        "Pour une même mission d'établissement, l'IMP exclut l'allègement de service ; des missions distinctes se cumulent.", ["R024", "R031"]);

    static readonly Regle FormeDecharge = Textes.Regle("IMP-DECHARGE", Rubrique.Mission, Textes.DecretService(),
        "Une mission trop lourde pour s'ajouter au service est reconnue par un allègement d'heures d'enseignement, sans somme d'IMP ; le recteur en décide, dans le public après proposition du conseil d'administration.",
        ["R006", "R027", "R030"]);

    static readonly Regle DechargePegc = Textes.Regle("IMP-DECHARGE-PEGC", Rubrique.Mission, Textes.DecretPegc(),
        "L'allègement de service d'un PEGC se fonde sur son statut, non sur le décret des autres corps enseignants.", ["R015", "R027"]);

    static readonly Regle DechargePrive = Textes.Regle("IMP-DECHARGE-PRIVE", Rubrique.Mission, Textes.CirculairePrive(),
        "Dans le privé sous contrat, l'allègement se décide sans conseil d'administration ; tous les enseignants sont informés de la répartition.", ["R023", "R027"]);

    static readonly Constat CumulInconnu = Constat.Manque("IMP-DECHARGE-INCONNUE", Cumul, "decharge_meme_mission",
        "Préciser si l'agent a déjà une décharge pour cette mission.");

    static readonly Constat CumulInterdit = Constat.Refus("IMP-CUMUL-DECHARGE", Cumul,
        "L'agent a une décharge pour cette même mission : l'IMP ne peut s'y ajouter.");

    static readonly Constat AvecMontant = new("IMP-DECHARGE-AVEC-MONTANT", FormeDecharge, Gravite.Refus, DeMontant);
    static readonly Constat PegcAvecMontant = new("IMP-DECHARGE-PEGC-AVEC-MONTANT", DechargePegc, Gravite.Refus, DeMontant);

    static readonly Constat DechargeCpe = Constat.Refus("IMP-DECHARGE-CPE", FormeDecharge,
        "Un CPE n'a pas de service d'enseignement à alléger : seule l'IMP peut reconnaître sa mission.");

    static readonly Constat CorpsCpe = Constat.Manque("IMP-DECHARGE-CORPS-CPE", FormeDecharge, "fonction",
        "L'agent est du corps des CPE et déclaré enseignant : vérifier qu'il a un service d'enseignement à alléger.");

    static readonly Constat DecisionRecteur = Constat.Alerte("IMP-DECHARGE-DECISION-RECTEUR", FormeDecharge,
        "L'allègement de service est décidé par le recteur, après proposition du conseil d'administration.");

    static readonly Constat PegcDecisionRecteur = Constat.Alerte("IMP-DECHARGE-PEGC-DECISION-RECTEUR", DechargePegc,
        "L'allègement de service d'un PEGC est décidé par le recteur, après proposition du conseil d'administration.");

    static readonly Constat PriveDecisionRecteur = Constat.Alerte("IMP-DECHARGE-PRIVE-DECISION-RECTEUR", DechargePrive,
        "L'allègement de service est décidé par le recteur ; tous les enseignants de l'établissement sont informés de la répartition.");

    internal static readonly Regle[] Regles = [Cumul, FormeDecharge, DechargePegc, DechargePrive];

    internal static readonly Constat[] Constats =
    [
        CumulInconnu, CumulInterdit, AvecMontant, PegcAvecMontant, DechargeCpe, CorpsCpe, DecisionRecteur, PegcDecisionRecteur, PriveDecisionRecteur,
    ];

    internal static void Lire<T>(in Situation s, ref T t)
        where T : struct, ITemoin
    {
        if (s.Forme == Forme.Decharge)
        {
            LireDecharge(in s, ref t);
            return;
        }

        t.Examine(Cumul);
        t.Note("decharge_meme_mission", s.DechargeMemeMission);
        if (s.DechargeMemeMission is not { } decharge) t.Constate(CumulInconnu);
        else if (decharge) t.Constate(CumulInterdit);
    }

    static void LireDecharge<T>(in Situation s, ref T t)
        where T : struct, ITemoin
    {
        bool pegc = s.Corps == Corps.Pegc, prive = s.Secteur == Secteur.PriveSousContrat;
        t.Examine(pegc ? DechargePegc : FormeDecharge);
        t.Note("montant", s.Montant);
        t.Note("fonction", s.Fonction);
        t.Note("corps", s.Corps);
        if (s.Montant is { Centimes: not 0 }) t.Constate(pegc ? PegcAvecMontant : AvecMontant);
        if (s.Fonction == Fonction.Cpe) t.Constate(DechargeCpe);
        else if (s.Corps == Corps.Cpe) t.Constate(CorpsCpe);
        if (!prive)
        {
            t.Constate(pegc ? PegcDecisionRecteur : DecisionRecteur);
            return;
        }

        t.Examine(DechargePrive);
        t.Constate(PriveDecisionRecteur);
    }

    static DechargeAvecMontant DeMontant(Constat c, in Situation s, Parametres p) => new(c, s.Montant ?? Montant.Zero);
}
