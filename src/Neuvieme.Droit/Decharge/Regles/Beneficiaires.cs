using Neuvieme.Droit.ImpSecondDegre.Regles;
using TextesImp = Neuvieme.Droit.ImpSecondDegre.Textes;

namespace Neuvieme.Droit.Decharge.Regles;

using Constat = Constat<Situation>;

/// <summary>Les agents que le décret de l'IMP vise, s'ils ont un service d'enseignement à alléger.</summary>
static class Beneficiaires
{
    static readonly Regle ServiceDEnseignement = Textes.Regle("ARE-SERVICE", Rubrique.Beneficiaire, TextesImp.DecretService(),
        "L'allègement porte sur un service d'enseignement ; aucun texte relevé ne dit comment alléger celui d'un professeur documentaliste.", "R006", "R013");

    static readonly LectureAgent<Situation> Agent = new("ARE", Vu, "voir leur mission reconnue");

    static readonly Constat Documentaliste = Constat.Alerte("ARE-DOCUMENTALISTE-DECISION-MANUELLE", ServiceDEnseignement,
        "L'agent est professeur documentaliste : aucun texte relevé ne règle son allègement, décision manuelle.");

    internal static readonly Regle[] Regles = [ServiceDEnseignement];
    internal static readonly Constat[] Constats = [.. Agent.Constats, .. Agent.ConstatsCpge, Documentaliste];

    internal static void Lire<T>(in Situation s, ref T t)
        where T : struct, ITemoin
    {
        AgentVu agent = Vu(in s);
        Agent.Lire(in agent, ref t);
        Agent.LireCpge(in agent, ref t);
        t.Examine(ServiceDEnseignement);
        if (s.Fonction == Fonction.Documentaliste) t.Constate(Documentaliste);
    }

    static AgentVu Vu(in Situation s) => new(s.Fonction, s.Corps, s.Nature, s.Secteur, s.ServiceCompletCpge);
}
