using TextesImp = Neuvieme.Droit.ImpSecondDegre.Textes;

namespace Neuvieme.Droit.MissionsAcademiques.Regles;

/// <summary>Le recteur décide seul, après l'accord et la lettre ; aucun conseil n'est consulté.</summary>
static class Procedure
{
    static readonly Regle Competence = Textes.Regle("ACA-DECISION", Rubrique.Procedure, TextesImp.Decret("art. 5", "al. 2"),
        "Le recteur désigne l'agent et prend la décision individuelle, sans proposition d'un chef d'établissement ni avis d'un conseil.", "R021", "R051");

    static readonly LectureDecision<Situation> Lecture = new("ACA", Competence, (in s) => new(s.DecideePar, s.DecideeLe, s.AccordLe, s.LettreLe), dasenDecide: false);

    internal static readonly Regle[] Regles = [Competence];
    internal static readonly Constat<Situation>[] Constats = Lecture.Constats;

    internal static void Lire<T>(in Situation s, ref T t)
        where T : struct, ITemoin => Lecture.Lire(in s, ref t);
}
