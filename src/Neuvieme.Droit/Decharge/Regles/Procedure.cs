namespace Neuvieme.Droit.Decharge.Regles;

using Constat = Constat<Situation>;

/// <summary>Conseil d'administration, IA-DASEN, recteur dans un établissement public ; information dans le privé ; le recteur seul ailleurs.</summary>
static class Procedure
{
    static readonly Regle Circuit = Textes.Regle("ARE-CIRCUIT", Rubrique.Procedure, Textes.Usage(),
        "Le chef d'établissement demande la conversion à l'IA-DASEN, qui l'instruit ; le recteur décide, ou l'IA-DASEN s'il en tient délégation.", "R027", "R029");

    static readonly Proposition DesCorps = new("ARE", FormeDecharge.Service), DesPegc = new("ARE-PEGC", FormeDecharge.Pegc);

    static readonly Constat NonInformes = Constat.Alerte("ARE-PRIVE-ENSEIGNANTS-NON-INFORMES", FormeDecharge.Prive,
        "Tous les enseignants doivent être informés de la répartition : noter la date.");

    static readonly ActeDate<Situation> Information = new("ARE-PRIVE-INFORMATION", FormeDecharge.Prive, "enseignants_informes_le",
        "L'information des enseignants est datée du", (in s) => s.EnseignantsInformesLe, autreAnnee: Gravite.Alerte, aVenir: Gravite.Alerte);

    static readonly ActeDate<Situation> Demande = new("ARE-DEMANDE", Circuit, "demande_dasen_le", "La demande à l'IA-DASEN est datée du", (in s) => s.DemandeDasenLe,
        "Demander la conversion à l'IA-DASEN.");

    static readonly Constat DemandeAvantCa = Constat.Alerte("ARE-DEMANDE-AVANT-CA", Circuit, "La demande est partie avant la proposition du conseil d'administration : l'ordre d'usage est l'inverse.");

    static readonly LectureDecision<Situation> Decision = new("ARE", Circuit, (in s) => new(s.DecideePar, s.DecideeLe, s.AccordLe, s.Cadre == Cadre.Academique ? s.LettreLe : null), dasenDecide: false);

    static readonly Constat AvantDemande = Constat.Alerte("ARE-DECISION-AVANT-DEMANDE", Circuit, "La décision est datée d'avant la demande à l'IA-DASEN : une des deux dates est à corriger.");

    internal static readonly Regle[] Regles = [Circuit];

    internal static readonly Constat[] Constats =
    [
        .. DesCorps.Constats, .. DesPegc.Constats, NonInformes, .. Information.Constats, .. Demande.Constats, DemandeAvantCa,
        .. Decision.Constats, AvantDemande,
    ];

    internal static void Lire<T>(in Situation s, ref T t)
        where T : struct, ITemoin
    {
        bool etablissement = s.Cadre == Cadre.Etablissement, conseil = etablissement && s.Secteur == Secteur.Public;
        if (conseil) (s.Corps == Corps.Pegc ? DesPegc : DesCorps).Lire(in s, ref t);
        if (etablissement && s.Secteur == Secteur.PriveSousContrat)
        {
            t.Examine(FormeDecharge.Prive);
            Information.Lire(in s, ref t);
            if (s.EnseignantsInformesLe is null) t.Constate(NonInformes);
        }

        Decision.Lire(in s, ref t);
        if (!conseil) return;
        Demande.Lire(in s, ref t);
        if (s.DemandeDasenLe < s.PropositionCaLe) t.Constate(DemandeAvantCa);
        if (s.DecideeLe < s.DemandeDasenLe) t.Constate(AvantDemande);
    }

    /// <summary>La proposition du conseil d'administration, fondée sur le statut du corps ; sans elle le recteur ne décide pas.</summary>
    sealed class Proposition
    {
        readonly Regle _regle;
        readonly ActeDate<Situation> _acte;
        readonly Constat _decideeAvant;

        internal Proposition(string prefixe, Regle regle)
        {
            _regle = regle;
            _acte = new(prefixe + "-PROPOSITION-CA", regle, "proposition_ca_le", "La proposition du conseil d'administration est datée du", (in s) => s.PropositionCaLe,
                "Recueillir la proposition du conseil d'administration.");
            _decideeAvant = Constat.Refus(prefixe + "-DECISION-AVANT-CA", regle, "La décision précède la proposition du conseil d'administration : elle ne peut se prendre qu'après.");
        }

        internal Constat[] Constats => [.. _acte.Constats, _decideeAvant];

        internal void Lire<T>(in Situation s, ref T t)
            where T : struct, ITemoin
        {
            t.Examine(_regle);
            _acte.Lire(in s, ref t);
            if (s.DecideeLe < s.PropositionCaLe) t.Constate(_decideeAvant);
        }
    }
}
