using Volontariat = Neuvieme.Droit.ImpSecondDegre.Regles.Accord;

namespace Neuvieme.Droit.Decharge.Regles;

/// <summary>La décharge suit la mission : elle ne s'impose pas davantage.</summary>
static class Accord
{
    static readonly LectureAccord<Situation> Lecture = new("ARE", Volontariat.Volontariat);

    static readonly ActeDate<Situation> Jour =
        new("ARE-ACCORD", Volontariat.Volontariat, "accord_le", "L'accord de l'agent est daté du", (in s) => s.AccordLe, autreAnnee: Gravite.Alerte);

    internal static readonly Constat<Situation>[] Constats = [.. Lecture.Constats, .. Jour.Constats];

    internal static void Lire<T>(in Situation s, ref T t)
        where T : struct, ITemoin
    {
        if (Lecture.Lire(s.Accord, s.AccordLe, ref t)) Jour.Lire(in s, ref t);
    }
}
