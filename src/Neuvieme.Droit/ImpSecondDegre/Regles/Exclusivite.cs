namespace Neuvieme.Droit.ImpSecondDegre.Regles;

using Constat = Constat<Situation>;

/// <summary>Indemnité ou allègement de service, jamais les deux pour une même mission d'établissement.</summary>
static class Exclusivite
{
    static readonly Regle Cumul = Textes.Regle("IMP-EXCLUSIVITE", Rubrique.Mission, Textes.Decret("art. 1", "al. 2"),
        "Pour une même mission d'établissement, l'IMP exclut l'allègement de service ; des missions distinctes se cumulent.", ["R024", "R031"]);

    static readonly Regle FormeDecharge = Textes.Regle("IMP-DECHARGE", Rubrique.Mission, Textes.Circulaire("préambule"),
        "Une mission trop lourde pour s'ajouter au service est reconnue par un allègement d'heures d'enseignement, sans somme d'IMP ; le recteur en décide après proposition du conseil d'administration.",
        ["R006", "R027", "R030"]);

    static readonly Constat CumulInconnu = Constat.Manque("IMP-DECHARGE-INCONNUE", Cumul, "decharge_meme_mission",
        "Préciser si l'agent a déjà une décharge pour cette mission.");

    static readonly Constat CumulInterdit = Constat.Refus("IMP-CUMUL-DECHARGE", Cumul,
        "L'agent a une décharge pour cette même mission : l'IMP ne peut s'y ajouter.");

    static readonly Constat DechargeAvecMontant = new("IMP-DECHARGE-AVEC-MONTANT", FormeDecharge, Gravite.Refus,
        (c, in s, _) => new DechargeAvecMontant(c, s.Montant ?? Montant.Zero));

    static readonly Constat DechargeCpe = Constat.Refus("IMP-DECHARGE-CPE", FormeDecharge,
        "Un CPE n'a pas de service d'enseignement à alléger : seule l'IMP peut reconnaître sa mission.");

    static readonly Constat DecisionRecteur = Constat.Alerte("IMP-DECHARGE-DECISION-RECTEUR", FormeDecharge,
        "L'allègement de service est décidé par le recteur, après proposition du conseil d'administration.");

    internal static readonly Regle[] Regles = [Cumul, FormeDecharge];
    internal static readonly Constat[] Constats = [CumulInconnu, CumulInterdit, DechargeAvecMontant, DechargeCpe, DecisionRecteur];

    internal static void Lire<T>(in Situation s, ref T t)
        where T : struct, ITemoin
    {
        if (s.Forme != Forme.Decharge)
        {
            t.Examine(Cumul);
            t.Note("decharge_meme_mission", s.DechargeMemeMission);
            if (s.DechargeMemeMission is not { } decharge) t.Constate(CumulInconnu);
            else if (decharge) t.Constate(CumulInterdit);
            return;
        }

        t.Examine(FormeDecharge);
        t.Note("montant", s.Montant);
        t.Note("fonction", s.Fonction);
        if (s.Montant is { Centimes: not 0 }) t.Constate(DechargeAvecMontant);
        if (s.Fonction == Fonction.Cpe) t.Constate(DechargeCpe);
        t.Constate(DecisionRecteur);
    }
}
