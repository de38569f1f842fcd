namespace Neuvieme.Droit.ImpPremierDegre.Regles;

/// <summary>L'accord de l'agent : aucune mission ne s'impose.</summary>
static class Accord
{
    static readonly Regle Volontariat = Textes.Regle("PREM-ACCORD", Rubrique.Procedure, Textes.Decret(),
        "La mission se confie avec l'accord de l'agent, recueilli et daté avant la décision.");

    static readonly LectureAccord<Situation> Lecture = new("PREM", Volontariat);

    static readonly ActeDate<Situation> Jour = new("PREM-ACCORD", Volontariat, "accord_le", "L'accord de l'agent est daté du", (in s) => s.AccordLe, autreAnnee: Gravite.Alerte);

    internal static readonly Regle[] Regles = [Volontariat];
    internal static readonly Constat<Situation>[] Constats = [.. Lecture.Constats, .. Jour.Constats];

    internal static void Lire<T>(in Situation s, ref T t)
        where T : struct, ITemoin
    {
        if (Lecture.Lire(s.Accord, s.AccordLe, ref t)) Jour.Lire(in s, ref t);
    }
}
