namespace Neuvieme.Droit.ImpSecondDegre.Regles;

using Constat = Constat<Situation>;

/// <summary>L'accord de l'agent : aucune mission ne s'impose.</summary>
static class Accord
{
    static readonly Regle Volontariat = Textes.Regle("IMP-ACCORD", Rubrique.Procedure, Textes.Decret("art. 1 et 6", "al. 1 de chacun"),
        "La mission se confie avec l'accord de l'agent, recueilli et daté avant toute proposition au recteur.", ["R003", "R017", "R194"]);

    static readonly Constat Absent = Constat.Manque("IMP-ACCORD-ABSENT", Volontariat, "accord", "Demander son accord à l'agent.");

    static readonly Constat EnAttente = Constat.Manque("IMP-ACCORD-EN-ATTENTE", Volontariat, "accord", "L'accord est demandé : attendre la réponse de l'agent.");

    static readonly Constat Decline = Constat.Refus("IMP-ACCORD-DECLINE", Volontariat, "L'agent a décliné : une mission ne s'impose pas.");

    static readonly Constat NonDate = Constat.Alerte("IMP-ACCORD-NON-DATE", Volontariat, "L'accord n'est pas daté : noter le jour de la réponse.");

    static readonly Constat AVenir = new("IMP-ACCORD-A-VENIR", Volontariat, Gravite.Manque,
        (c, in s, _) => new ActeAVenir(c, "L'accord de l'agent est daté du", "accord_le", s.AccordLe, in s));

    static readonly Constat AutreAnnee = new("IMP-ACCORD-AUTRE-ANNEE", Volontariat, Gravite.Alerte,
        (c, in s, _) => new ActeAutreAnnee(c, "L'accord de l'agent est daté du", "accord_le", s.AccordLe, in s));

    static readonly Constat ApresValidation = new("IMP-VALIDATION-AVANT-ACCORD", Volontariat, Gravite.Manque,
        (c, in s, _) => new ValidationPrematuree(c, "l'accord de l'agent", s.AccordLe, s.ValideeLe));

    internal static readonly Regle[] Regles = [Volontariat];
    internal static readonly Constat[] Constats = [Absent, EnAttente, Decline, NonDate, AVenir, AutreAnnee, ApresValidation];

    internal static void Lire<T>(in Situation s, ref T t)
        where T : struct, ITemoin
    {
        t.Examine(Volontariat);
        t.Note("accord", s.Accord);
        t.Note("accord_le", s.AccordLe);
        if (s.Accord == EtatAccord.Decline) t.Constate(Decline);
        else if (s.Accord == EtatAccord.Demande) t.Constate(EnAttente);
        else if (s.Accord != EtatAccord.Donne) t.Constate(Absent);
        else if (s.AccordLe is not { } le) t.Constate(NonDate);
        else
        {
            if (le > s.JourPresent) t.Constate(AVenir);
            if (s.EstAutreAnnee(le)) t.Constate(AutreAnnee);
            if (s.ValideeLe < le) t.Constate(ApresValidation);
        }
    }
}
