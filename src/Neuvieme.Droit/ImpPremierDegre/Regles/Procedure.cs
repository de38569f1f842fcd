namespace Neuvieme.Droit.ImpPremierDegre.Regles;

/// <summary>La lettre de mission et la décision ; aucun conseil n'est consulté.</summary>
static class Procedure
{
    static readonly Regle Lettre = Textes.Regle("PREM-LETTRE", Rubrique.Procedure, Textes.Decret(),
        "Une lettre de mission, établie avant la décision, accompagne la mission du premier degré.");

    static readonly Regle Competence = Textes.Regle("PREM-DECISION", Rubrique.Procedure, Textes.Decret(),
        "Le recteur, ou l'IA-DASEN, décide, une fois l'accord donné et la lettre établie ; jamais un chef d'établissement ni un directeur d'école, et sans avis d'un conseil d'administration.");

    static readonly ActeDate<Situation> LettreDatee = new("PREM-LETTRE", Lettre, "lettre_le", "La lettre de mission est datée du", (in s) => s.LettreLe,
        "Établir la lettre de mission, et noter son jour.");

    static readonly LectureDecision<Situation> Decision = new("PREM", Competence, (in s) => new(s.DecideePar, s.DecideeLe, s.AccordLe, s.LettreLe), dasenDecide: true);

    internal static readonly Regle[] Regles = [Lettre, Competence];
    internal static readonly Constat<Situation>[] Constats = [.. LettreDatee.Constats, .. Decision.Constats];

    internal static void Lire<T>(in Situation s, ref T t)
        where T : struct, ITemoin
    {
        t.Examine(Lettre);
        LettreDatee.Lire(in s, ref t);
        Decision.Lire(in s, ref t);
    }
}
