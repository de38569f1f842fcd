using Neuvieme.Droit.Decharge.Regles;

namespace Neuvieme.Droit.ImpSecondDegre.Regles;

using Constat = Constat<Situation>;

/// <summary>Indemnité ou allègement de service, jamais les deux pour une même mission d'établissement.</summary>
static class Exclusivite
{
    internal static readonly Regle Cumul = Textes.Regle("IMP-EXCLUSIVITE", Rubrique.Mission, Textes.Decret("art. 1", "al. 2"),
        "Pour une même mission d'établissement, l'IMP exclut l'allègement de service ; des missions distinctes se cumulent.", ["R024", "R031"]);

    static readonly Constat CumulInconnu = Constat.Manque("IMP-DECHARGE-INCONNUE", Cumul, "decharge_meme_mission",
        "Préciser si l'agent a déjà une décharge pour cette mission.");

    static readonly Constat CumulInterdit = Constat.Refus("IMP-CUMUL-DECHARGE", Cumul,
        "L'agent a une décharge pour cette même mission : l'IMP ne peut s'y ajouter.");

    static readonly LectureForme<Situation> Allegement = new("IMP-DECHARGE", (in s) => s.Montant);

    static readonly Constat DecisionRecteur = Constat.Alerte("IMP-DECHARGE-DECISION-RECTEUR", FormeDecharge.Service,
        "L'allègement de service est décidé par le recteur, après proposition du conseil d'administration.");

    static readonly Constat PegcDecisionRecteur = Constat.Alerte("IMP-DECHARGE-PEGC-DECISION-RECTEUR", FormeDecharge.Pegc,
        "L'allègement de service d'un PEGC est décidé par le recteur, après proposition du conseil d'administration.");

    static readonly Constat PriveDecisionRecteur = Constat.Alerte("IMP-DECHARGE-PRIVE-DECISION-RECTEUR", FormeDecharge.Prive,
        "L'allègement de service est décidé par le recteur ; tous les enseignants de l'établissement sont informés de la répartition.");

    internal static readonly Regle[] Regles = [Cumul, FormeDecharge.Service, FormeDecharge.Pegc, FormeDecharge.Prive];

    internal static readonly Constat[] Constats =
        [CumulInconnu, CumulInterdit, .. Allegement.Constats, DecisionRecteur, PegcDecisionRecteur, PriveDecisionRecteur];

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
        Allegement.Lire(s.Montant, s.Fonction, s.Corps, ref t);
        if (s.Secteur != Secteur.PriveSousContrat)
        {
            t.Constate(s.Corps == Corps.Pegc ? PegcDecisionRecteur : DecisionRecteur);
            return;
        }

        t.Examine(FormeDecharge.Prive);
        t.Constate(PriveDecisionRecteur);
    }
}
