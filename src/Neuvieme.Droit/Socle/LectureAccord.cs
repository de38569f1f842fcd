namespace Neuvieme.Droit;

/// <summary>Lit l'accord de l'agent, de la même façon dans tous les dispositifs : aucune mission ne s'impose.</summary>
sealed class LectureAccord<TSituation>
    where TSituation : struct
{
    readonly Regle _regle;
    readonly Constat<TSituation> _absent, _enAttente, _decline, _nonDate;

    /// <param name="prefixe">Début des codes : « IMP », « PAC »…</param>
    /// <param name="regle">La règle de volontariat du dispositif.</param>
    internal LectureAccord(string prefixe, Regle regle)
    {
        _regle = regle;
        _absent = Constat<TSituation>.Manque(prefixe + "-ACCORD-ABSENT", regle, "accord", "Demander son accord à l'agent.");
        _enAttente = Constat<TSituation>.Manque(prefixe + "-ACCORD-EN-ATTENTE", regle, "accord", "L'accord est demandé : attendre la réponse de l'agent.");
        _decline = Constat<TSituation>.Refus(prefixe + "-ACCORD-DECLINE", regle, "L'agent a décliné : une mission ne s'impose pas.");
        _nonDate = Constat<TSituation>.Alerte(prefixe + "-ACCORD-NON-DATE", regle, "L'accord n'est pas daté : noter le jour de la réponse.");
    }

    internal Constat<TSituation>[] Constats => [_absent, _enAttente, _decline, _nonDate];

    /// <summary>Vrai quand l'accord est donné et daté : son jour peut alors se comparer.</summary>
    internal bool Lire<T>(EtatAccord accord, DateOnly? le, ref T t)
        where T : struct, ITemoin
    {
        t.Examine(_regle);
        t.Note("accord", accord);
        t.Note("accord_le", le);
        if (accord == EtatAccord.Decline) t.Constate(_decline);
        else if (accord == EtatAccord.Demande) t.Constate(_enAttente);
        else if (accord != EtatAccord.Donne) t.Constate(_absent);
        else if (le is null) t.Constate(_nonDate);
        else return true;
        return false;
    }
}
