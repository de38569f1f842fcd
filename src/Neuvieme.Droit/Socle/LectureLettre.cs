using System.Runtime.InteropServices;
using Neuvieme.Droit.MissionsAcademiques;

namespace Neuvieme.Droit;

/// <summary>Ce qu'une situation dit de la lettre de mission.</summary>
/// <param name="Le">Son jour ; absent tant qu'elle n'est pas établie.</param>
/// <param name="Mentions">Ce qu'elle dit.</param>
/// <param name="Exigees">Ce qu'elle doit dire.</param>
/// <param name="SigneePar">Qui l'a signée pour l'administration.</param>
/// <param name="SigneeParAgent">L'agent l'a signée.</param>
[StructLayout(LayoutKind.Auto)]
readonly record struct LettreVue(DateOnly? Le, Mentions Mentions, Mentions Exigees, Autorite SigneePar, bool? SigneeParAgent)
{
    internal Mentions Absentes => Exigees & ~Mentions;
}

/// <summary>La lettre d'une situation.</summary>
delegate LettreVue LettreDe<TSituation>(in TSituation s)
    where TSituation : struct;

/// <summary>Lit une lettre de mission académique : son jour, ses mentions, ses deux signatures. La même lecture pour une IMP et pour un allègement.</summary>
sealed class LectureLettre<TSituation>
    where TSituation : struct, IDatee
{
    readonly Regle _obligatoire, _contenu, _signatures;
    readonly LettreDe<TSituation> _vue;
    readonly ActeDate<TSituation> _datee;
    readonly Constat<TSituation> _incomplete, _signataireInconnu, _signataireIncompetent, _delegation, _sansAgent;

    /// <param name="prefixe">Début des codes.</param>
    /// <param name="obligatoire">La règle qui exige la lettre.</param>
    /// <param name="contenu">La règle de ses mentions.</param>
    /// <param name="signatures">La règle de ses signatures.</param>
    /// <param name="vue">La lettre d'une situation.</param>
    internal LectureLettre(string prefixe, Regle obligatoire, Regle contenu, Regle signatures, LettreDe<TSituation> vue)
    {
        (_obligatoire, _contenu, _signatures, _vue) = (obligatoire, contenu, signatures, vue);
        _datee = new(prefixe + "-LETTRE", obligatoire, "lettre_le", "La lettre de mission est datée du", (in s) => vue(in s).Le, "Établir la lettre de mission, et noter son jour.");
        _incomplete = new(prefixe + "-LETTRE-INCOMPLETE", contenu, Gravite.Manque, (c, in s, _) => new MentionsAbsentes(c, vue(in s).Absentes));
        _signataireInconnu = Constat<TSituation>.Manque(prefixe + "-LETTRE-SIGNATAIRE-INCONNU", signatures, "lettre_signee_par", "Dire qui a signé la lettre pour l'administration.");
        _signataireIncompetent = Constat<TSituation>.Refus(prefixe + "-LETTRE-SIGNATAIRE-INCOMPETENT", signatures,
            "La lettre n'est pas signée du recteur ni de son représentant : un chef d'établissement ou un inspecteur ne le peut pas.");
        _delegation = Constat<TSituation>.Alerte(prefixe + "-LETTRE-DELEGATION", signatures, "L'IA-DASEN a signé la lettre : vérifier la délégation qu'il tient du recteur.");
        _sansAgent = Constat<TSituation>.Manque(prefixe + "-LETTRE-SANS-L-AGENT", signatures, "lettre_signee_par_agent", "Faire signer la lettre par l'agent.");
    }

    internal Constat<TSituation>[] Constats => [.. _datee.Constats, _incomplete, _signataireInconnu, _signataireIncompetent, _delegation, _sansAgent];

    internal void Lire<T>(in TSituation s, ref T t)
        where T : struct, ITemoin
    {
        LettreVue l = _vue(in s);
        t.Examine(_obligatoire);
        _datee.Lire(in s, ref t);
        // Sans lettre, ni mentions ni signatures n'ont d'objet.
        if (l.Le is null) return;

        t.Examine(_contenu);
        t.Note("mentions", l.Mentions);
        if (l.Absentes != Mentions.Aucune) t.Constate(_incomplete);

        t.Examine(_signatures);
        t.Note("lettre_signee_par", l.SigneePar);
        t.Note("lettre_signee_par_agent", l.SigneeParAgent);
        if (l.SigneePar == Autorite.Inconnue) t.Constate(_signataireInconnu);
        else if (l.SigneePar == Autorite.Dasen) t.Constate(_delegation);
        else if (l.SigneePar != Autorite.Recteur) t.Constate(_signataireIncompetent);
        if (l.SigneeParAgent != true) t.Constate(_sansAgent);
    }
}
