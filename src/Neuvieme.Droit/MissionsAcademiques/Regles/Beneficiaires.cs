using Neuvieme.Droit.ImpSecondDegre.Regles;

namespace Neuvieme.Droit.MissionsAcademiques.Regles;

/// <summary>Les agents du second degré, CPE compris, comme en établissement ; le district a ses conditions en plus.</summary>
static class Beneficiaires
{
    static readonly LectureAgent<Situation> Lecture = new("ACA", Vu);

    internal static readonly Constat<Situation>[] Constats = [.. Lecture.Constats, .. Lecture.ConstatsCpge];

    internal static void Lire<T>(in Situation s, ref T t)
        where T : struct, ITemoin
    {
        AgentVu agent = Vu(in s);
        Lecture.Lire(in agent, ref t);
        Lecture.LireCpge(in agent, ref t);
    }

    static AgentVu Vu(in Situation s) => new(s.Fonction, s.Corps, s.Nature, s.Secteur, s.ServiceCompletCpge);
}
