using Neuvieme.Droit.ImpSecondDegre.Regles;
using TextesImp = Neuvieme.Droit.ImpSecondDegre.Textes;

namespace Neuvieme.Droit.Decharge.Regles;

using Constat = Constat<Situation>;

/// <summary>Les agents que le décret de l'IMP vise, s'ils ont un service d'enseignement à alléger.</summary>
static class Beneficiaires
{
    static readonly Regle ServiceDEnseignement = Textes.Regle("ARE-SERVICE", Rubrique.Beneficiaire, TextesImp.DecretService(),
        "L'allègement porte sur un service d'enseignement ; aucun texte relevé ne dit comment alléger celui d'un professeur documentaliste.", "R006", "R013");

    static readonly Regle ServiceDuPegc = Textes.Regle("ARE-SERVICE-PEGC", Rubrique.Beneficiaire, TextesImp.DecretPegc(),
        "L'allègement d'un PEGC porte sur le service d'enseignement de son statut ; aucun texte relevé ne dit comment alléger celui d'un documentaliste.", "R006", "R013", "R015");

    static readonly LectureAgent<Situation> Agent = new("ARE", Vu, "voir leur mission reconnue");

    static readonly Constat Documentaliste = DecisionManuelle("ARE", ServiceDEnseignement), PegcDocumentaliste = DecisionManuelle("ARE-PEGC", ServiceDuPegc);

    internal static readonly Regle[] Regles = [ServiceDEnseignement, ServiceDuPegc];
    internal static readonly Constat[] Constats = [.. Agent.Constats, .. Agent.ConstatsCpge, Documentaliste, PegcDocumentaliste];

    internal static void Lire<T>(in Situation s, ref T t)
        where T : struct, ITemoin
    {
        AgentVu agent = Vu(in s);
        Agent.Lire(in agent, ref t);
        Agent.LireCpge(in agent, ref t);
        bool pegc = s.Corps == Corps.Pegc;
        t.Examine(pegc ? ServiceDuPegc : ServiceDEnseignement);
        if (s.Fonction == Fonction.Documentaliste) t.Constate(pegc ? PegcDocumentaliste : Documentaliste);
    }

    static Constat DecisionManuelle(string prefixe, Regle regle) => Constat.Alerte(prefixe + "-DOCUMENTALISTE-DECISION-MANUELLE", regle,
        "L'agent est professeur documentaliste : aucun texte relevé ne règle son allègement, décision manuelle.");

    static AgentVu Vu(in Situation s) => new(s.Fonction, s.Corps, s.Nature, s.Secteur, s.ServiceCompletCpge);
}
