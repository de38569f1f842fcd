namespace Neuvieme.Droit.Decharge.Regles;

using Constat = Constat<Situation>;

/// <summary>Le statut du corps dit qui propose et qui décide ; l'usage ajoute, dans un établissement public, la demande à l'IA-DASEN ; le privé informe.</summary>
static class Procedure
{
    static readonly Regle Circuit = Textes.Regle("ARE-CIRCUIT", Rubrique.Procedure, Textes.Usage(),
        "Dans un établissement public, le chef d'établissement demande la conversion à l'IA-DASEN, qui l'instruit avant la décision.", "R029");

    static readonly LectureStatut DesCorps = new("ARE", FormeDecharge.Service), DesPegc = new("ARE-PEGC", FormeDecharge.Pegc);

    static readonly Constat NonInformes = Constat.Alerte("ARE-PRIVE-ENSEIGNANTS-NON-INFORMES", FormeDecharge.Prive,
        "Tous les enseignants doivent être informés de la répartition : noter la date.");

    static readonly ActeDate<Situation> Information = new("ARE-PRIVE-INFORMATION", FormeDecharge.Prive, "enseignants_informes_le",
        "L'information des enseignants est datée du", (in s) => s.EnseignantsInformesLe, autreAnnee: Gravite.Alerte, aVenir: Gravite.Alerte);

    static readonly ActeDate<Situation> Demande = new("ARE-DEMANDE", Circuit, "demande_dasen_le", "La demande à l'IA-DASEN est datée du", (in s) => s.DemandeDasenLe,
        "Demander la conversion à l'IA-DASEN.");

    static readonly Constat DemandeAvantCa = Constat.Alerte("ARE-DEMANDE-AVANT-CA", Circuit, "La demande est partie avant la proposition du conseil d'administration : l'ordre d'usage est l'inverse.");

    static readonly Constat AvantDemande = Constat.Alerte("ARE-DECISION-AVANT-DEMANDE", Circuit, "La décision est datée d'avant la demande à l'IA-DASEN : une des deux dates est à corriger.");

    internal static readonly Regle[] Regles = [Circuit];

    internal static readonly Constat[] Constats =
        [.. DesCorps.Constats, .. DesPegc.Constats, NonInformes, .. Information.Constats, .. Demande.Constats, DemandeAvantCa, AvantDemande];

    internal static void Lire<T>(in Situation s, ref T t)
        where T : struct, ITemoin
    {
        bool etablissement = s.Cadre == Cadre.Etablissement, conseil = etablissement && s.Secteur == Secteur.Public;
        (s.Corps == Corps.Pegc ? DesPegc : DesCorps).Lire(in s, conseil, ref t);
        if (etablissement && s.Secteur == Secteur.PriveSousContrat)
        {
            t.Examine(FormeDecharge.Prive);
            Information.Lire(in s, ref t);
            if (s.EnseignantsInformesLe is null) t.Constate(NonInformes);
        }

        if (!conseil) return;
        t.Examine(Circuit);
        Demande.Lire(in s, ref t);
        if (s.DemandeDasenLe < s.PropositionCaLe) t.Constate(DemandeAvantCa);
        if (s.DecideeLe < s.DemandeDasenLe) t.Constate(AvantDemande);
    }
}
