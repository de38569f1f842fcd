using System.Runtime.InteropServices;

namespace Neuvieme.Droit;

/// <summary>Ce qu'une situation dit de la décision.</summary>
/// <param name="Par">Qui a décidé.</param>
/// <param name="Le">Jour de la décision.</param>
/// <param name="AccordLe">Jour de l'accord de l'agent, qui la précède.</param>
/// <param name="LettreLe">Jour de la lettre de mission, qui la précède ; absent là où aucun texte ne l'exige.</param>
[StructLayout(LayoutKind.Auto)]
readonly record struct DecisionVue(Autorite Par, DateOnly? Le, DateOnly? AccordLe, DateOnly? LettreLe);

/// <summary>La décision d'une situation.</summary>
delegate DecisionVue DecisionDe<TSituation>(in TSituation s)
    where TSituation : struct;

/// <summary>Lit qui a décidé, et quand. Le recteur le peut toujours ; l'IA-DASEN de plein droit ou, ailleurs, par une délégation à vérifier.</summary>
sealed class LectureDecision<TSituation>
    where TSituation : struct, IDatee
{
    readonly Regle _regle;
    readonly DecisionDe<TSituation> _vue;
    readonly bool _dasenDecide;
    readonly ActeDate<TSituation> _datee;
    readonly Constat<TSituation> _inconnue, _incompetente, _delegation, _nonDatee, _avantAccord, _avantLettre;

    /// <param name="prefixe">Début des codes.</param>
    /// <param name="regle">Le texte qui donne le pouvoir de décider.</param>
    /// <param name="vue">La décision d'une situation.</param>
    /// <param name="dasenDecide">L'IA-DASEN décide sans délégation.</param>
    internal LectureDecision(string prefixe, Regle regle, DecisionDe<TSituation> vue, bool dasenDecide)
    {
        (_regle, _vue, _dasenDecide) = (regle, vue, dasenDecide);
        _inconnue = Constat<TSituation>.Manque(prefixe + "-DECISION-ATTENDUE", regle, "decidee_par", "Attendre la décision, et dire qui l'a prise.");
        _incompetente = new(prefixe + "-DECISION-INCOMPETENTE", regle, Gravite.Refus, (c, in s, _) => new AutoriteIncompetente(c, vue(in s).Par, dasenDecide));
        _delegation = Constat<TSituation>.Alerte(prefixe + "-DECISION-DELEGATION", regle, "L'IA-DASEN a décidé : vérifier la délégation qu'il tient du recteur.");
        _datee = new(prefixe + "-DECISION", regle, "decidee_le", "La décision est datée du", (in s) => vue(in s).Le, autreAnnee: Gravite.Alerte);
        _nonDatee = Constat<TSituation>.Alerte(prefixe + "-DECISION-NON-DATEE", regle, "La décision n'est pas datée : noter son jour, l'ordre des actes ne peut se vérifier sans lui.");
        _avantAccord = new(prefixe + "-DECISION-AVANT-ACCORD", regle, Gravite.Manque,
            (c, in s, _) => new ValidationPrematuree(c, "l'accord de l'agent", vue(in s).AccordLe, vue(in s).Le, "decidee_le"));
        _avantLettre = new(prefixe + "-DECISION-AVANT-LETTRE", regle, Gravite.Manque,
            (c, in s, _) => new ValidationPrematuree(c, "la lettre de mission", vue(in s).LettreLe, vue(in s).Le, "decidee_le"));
    }

    internal Constat<TSituation>[] Constats =>
        [_inconnue, _incompetente, .. _dasenDecide ? (Constat<TSituation>[])[] : [_delegation], .. _datee.Constats, _nonDatee, _avantAccord, _avantLettre];

    internal void Lire<T>(in TSituation s, ref T t)
        where T : struct, ITemoin
    {
        DecisionVue d = _vue(in s);
        t.Examine(_regle);
        t.Note("decidee_par", d.Par);
        if (d.Par == Autorite.Inconnue) t.Constate(_inconnue);
        else if (d.Par is not (Autorite.Recteur or Autorite.Dasen)) t.Constate(_incompetente);
        else if (d.Par == Autorite.Dasen && !_dasenDecide) t.Constate(_delegation);
        _datee.Lire(in s, ref t);
        if (d.Par != Autorite.Inconnue && d.Le is null) t.Constate(_nonDatee);
        if (d.Le < d.AccordLe) t.Constate(_avantAccord);
        if (d.Le < d.LettreLe) t.Constate(_avantLettre);
    }
}
