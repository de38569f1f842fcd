namespace Neuvieme.Droit.ImpSecondDegre.Regles;

using Constat = Constat<Situation>;

/// <summary>L'accord de l'agent : aucune mission ne s'impose.</summary>
static class Accord
{
    internal static readonly Regle Volontariat = Textes.Regle("IMP-ACCORD", Rubrique.Procedure, Textes.Decret("art. 1 et 6", "al. 1 de chacun"),
        "La mission se confie avec l'accord de l'agent, recueilli et daté avant toute proposition au recteur.", ["R003", "R017", "R194"]);

    static readonly LectureAccord<Situation> Lecture = new("IMP", Volontariat);

    static readonly Constat AVenir = new("IMP-ACCORD-A-VENIR", Volontariat, Gravite.Manque,
        (c, in s, _) => new ActeAVenir(c, "L'accord de l'agent est daté du", "accord_le", s.AccordLe, s.JourPresent));

    static readonly Constat AutreAnnee = new("IMP-ACCORD-AUTRE-ANNEE", Volontariat, Gravite.Alerte,
        (c, in s, _) => new ActeAutreAnnee(c, "L'accord de l'agent est daté du", "accord_le", s.AccordLe, s.Annee));

    static readonly Constat ApresValidation = new("IMP-VALIDATION-AVANT-ACCORD", Volontariat, Gravite.Manque,
        (c, in s, _) => new ValidationPrematuree(c, "l'accord de l'agent", s.AccordLe, s.ValideeLe));

    internal static readonly Regle[] Regles = [Volontariat];
    internal static readonly Constat[] Constats = [.. Lecture.Constats, AVenir, AutreAnnee, ApresValidation];

    internal static void Lire<T>(in Situation s, ref T t)
        where T : struct, ITemoin
    {
        if (!Lecture.Lire(s.Accord, s.AccordLe, ref t)) return;
        if (s.AccordLe > s.JourPresent) t.Constate(AVenir);
        if (s.EstAutreAnnee(s.AccordLe)) t.Constate(AutreAnnee);
        if (s.ValideeLe < s.AccordLe) t.Constate(ApresValidation);
    }
}
