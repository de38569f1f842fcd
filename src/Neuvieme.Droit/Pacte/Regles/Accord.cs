namespace Neuvieme.Droit.Pacte.Regles;

/// <summary>Aucune mission du Pacte ne s'impose.</summary>
static class Accord
{
    static readonly Regle Volontariat = Textes.Regle("PAC-ACCORD", Rubrique.Procedure, Textes.Notes(),
        "La mission se prend volontairement, pour une année scolaire, sur une mission et une rémunération connues.", ["R162", "R163", "R194"]);

    static readonly LectureAccord<Situation> Lecture = new("PAC", Volontariat);

    static readonly ActeDate<Situation> Jour = new("PAC-ACCORD", Volontariat, "accord_le", "L'accord de l'agent est daté du", (in s) => s.AccordLe, autreAnnee: Gravite.Alerte);

    internal static readonly Regle[] Regles = [Volontariat];
    internal static readonly Constat<Situation>[] Constats = [.. Lecture.Constats, .. Jour.Constats];

    internal static void Lire<T>(in Situation s, ref T t)
        where T : struct, ITemoin
    {
        if (Lecture.Lire(s.Accord, s.AccordLe, ref t)) Jour.Lire(in s, ref t);
    }
}
