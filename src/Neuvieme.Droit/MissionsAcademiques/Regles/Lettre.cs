using TextesImp = Neuvieme.Droit.ImpSecondDegre.Textes;

namespace Neuvieme.Droit.MissionsAcademiques.Regles;

/// <summary>La lettre de mission, obligatoire à l'échelon académique, que la mission reçoive une IMP, un allègement ou les deux.</summary>
static class Lettre
{
    /// <summary>Ce que toute lettre académique dit ; le taux et l'allègement s'y ajoutent selon ce que la mission reçoit.</summary>
    internal const Mentions Communes = Mentions.Contenu | Mentions.Conditions | Mentions.Charge | Mentions.Objectifs | Mentions.Resultats | Mentions.Priorites;

    internal static readonly Regle Obligatoire = Textes.Regle("ACA-LETTRE", Rubrique.Procedure, TextesImp.Decret("art. 5", "al. 1"),
        "Toute mission académique a sa lettre de mission, établie pour l'année scolaire avant la décision.", "R089");

    internal static readonly Regle Contenu = Textes.Regle("ACA-LETTRE-CONTENU", Rubrique.Procedure, TextesImp.Circulaire("I et III"),
        "La lettre dit le contenu et les conditions d'exercice, la charge effective, les objectifs et résultats attendus, les priorités, le taux de l'IMP et le volume de l'allègement, selon ce que la mission reçoit.",
        "R091");

    internal static readonly Regle Signatures = Textes.Regle("ACA-LETTRE-SIGNATURES", Rubrique.Procedure, TextesImp.Circulaire("III"),
        "Le recteur ou son représentant et l'agent signent tous deux la lettre.", "R092");

    static readonly LectureLettre<Situation> Lecture = new("ACA", Obligatoire, Contenu, Signatures, (in s) =>
        new(s.LettreLe, s.Mentions, Communes | Mentions.Taux | (s.AllegementCentiemes > 0 ? Mentions.Allegement : Mentions.Aucune), s.LettreSigneePar, s.LettreSigneeParAgent));

    internal static readonly Regle[] Regles = [Obligatoire, Contenu, Signatures];
    internal static readonly Constat<Situation>[] Constats = Lecture.Constats;

    internal static void Lire<T>(in Situation s, ref T t)
        where T : struct, ITemoin => Lecture.Lire(in s, ref t);
}
