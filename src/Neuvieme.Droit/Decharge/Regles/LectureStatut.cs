namespace Neuvieme.Droit.Decharge.Regles;

/// <summary>Lit ce que le statut du corps demande : la proposition du conseil d'administration, s'il y en a un, puis la décision du recteur.</summary>
sealed class LectureStatut
{
    readonly LectureDecision<Situation> _decision;
    readonly ActeDate<Situation> _proposition;
    readonly Constat<Situation> _avantCa;

    /// <param name="prefixe">Début des codes.</param>
    /// <param name="statut">La règle du statut.</param>
    internal LectureStatut(string prefixe, Regle statut)
    {
        _proposition = new(prefixe + "-PROPOSITION-CA", statut, "proposition_ca_le", "La proposition du conseil d'administration est datée du", (in s) => s.PropositionCaLe,
            "Recueillir la proposition du conseil d'administration.");
        _avantCa = Constat<Situation>.Refus(prefixe + "-DECISION-AVANT-CA", statut, "La décision précède la proposition du conseil d'administration : elle ne peut se prendre qu'après.");
        _decision = new(prefixe, statut, (in s) => new(s.DecideePar, s.DecideeLe, s.AccordLe, s.Cadre == Cadre.Academique ? s.LettreLe : null), dasenDecide: false);
    }

    internal Constat<Situation>[] Constats => [.. _proposition.Constats, _avantCa, .. _decision.Constats];

    /// <param name="s">La situation.</param>
    /// <param name="conseil">Un conseil d'administration propose l'allègement.</param>
    /// <param name="t">Le témoin.</param>
    internal void Lire<T>(in Situation s, bool conseil, ref T t)
        where T : struct, ITemoin
    {
        _decision.Lire(in s, ref t);
        if (!conseil) return;
        _proposition.Lire(in s, ref t);
        if (s.DecideeLe < s.PropositionCaLe) t.Constate(_avantCa);
    }
}
