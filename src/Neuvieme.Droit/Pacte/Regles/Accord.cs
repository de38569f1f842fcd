namespace Neuvieme.Droit.Pacte.Regles;

using Constat = Constat<Situation>;

/// <summary>Aucune mission du Pacte ne s'impose.</summary>
static class Accord
{
    static readonly Regle Volontariat = Textes.Regle("PAC-ACCORD", Rubrique.Procedure, Textes.Note2025(),
        "La mission se prend volontairement, pour une année scolaire, sur une mission et une rémunération connues.", ["R162", "R163", "R194"]);

    static readonly Constat Absent = Constat.Manque("PAC-ACCORD-ABSENT", Volontariat, "accord", "Demander son accord à l'agent.");

    static readonly Constat EnAttente = Constat.Manque("PAC-ACCORD-EN-ATTENTE", Volontariat, "accord", "L'accord est demandé : attendre la réponse de l'agent.");

    static readonly Constat Decline = Constat.Refus("PAC-ACCORD-DECLINE", Volontariat, "L'agent a décliné : une mission ne s'impose pas.");

    static readonly Constat NonDate = Constat.Alerte("PAC-ACCORD-NON-DATE", Volontariat, "L'accord n'est pas daté : noter le jour de la réponse.");

    internal static readonly Regle[] Regles = [Volontariat];
    internal static readonly Constat[] Constats = [Absent, EnAttente, Decline, NonDate];

    internal static void Lire<T>(in Situation s, ref T t)
        where T : struct, ITemoin
    {
        t.Examine(Volontariat);
        t.Note("accord", s.Accord);
        t.Note("accord_le", s.AccordLe);
        if (s.Accord == EtatAccord.Decline) t.Constate(Decline);
        else if (s.Accord == EtatAccord.Demande) t.Constate(EnAttente);
        else if (s.Accord != EtatAccord.Donne) t.Constate(Absent);
        else if (s.AccordLe is null) t.Constate(NonDate);
    }
}
