using TextesImp = Neuvieme.Droit.ImpSecondDegre.Textes;

namespace Neuvieme.Droit.MissionsAcademiques.Regles;

using Constat = Constat<Situation>;

/// <summary>La lettre de mission, obligatoire à l'échelon académique : son jour, ses mentions, ses deux signatures.</summary>
static class Lettre
{
    const Mentions Toujours = Mentions.Contenu | Mentions.Conditions | Mentions.Charge | Mentions.Objectifs | Mentions.Resultats | Mentions.Priorites | Mentions.Taux;

    static readonly Regle Obligatoire = Textes.Regle("ACA-LETTRE", Rubrique.Procedure, TextesImp.Decret("art. 5", "al. 1"),
        "Toute mission académique a sa lettre de mission, établie pour l'année scolaire avant la décision.", "R089");

    static readonly Regle Contenu = Textes.Regle("ACA-LETTRE-CONTENU", Rubrique.Procedure, TextesImp.Circulaire("I et III"),
        "La lettre dit le contenu et les conditions d'exercice, la charge effective, les objectifs et résultats attendus, les priorités, le taux et, s'il y en a un, le volume de l'allègement.",
        "R091");

    static readonly Regle Signatures = Textes.Regle("ACA-LETTRE-SIGNATURES", Rubrique.Procedure, TextesImp.Circulaire("III"),
        "Le recteur ou son représentant et l'agent signent tous deux la lettre.", "R092");

    static readonly ActeDate<Situation> Datee = new("ACA-LETTRE", Obligatoire, "lettre_le", "La lettre de mission est datée du", (in s) => s.LettreLe,
        "Établir la lettre de mission, et noter son jour.");

    static readonly Constat Incomplete = new("ACA-LETTRE-INCOMPLETE", Contenu, Gravite.Manque, (c, in s, _) => new MentionsAbsentes(c, Absentes(in s)));

    static readonly Constat SignataireInconnu = Constat.Manque("ACA-LETTRE-SIGNATAIRE-INCONNU", Signatures, "lettre_signee_par", "Dire qui a signé la lettre pour l'administration.");

    static readonly Constat SignataireIncompetent = Constat.Refus("ACA-LETTRE-SIGNATAIRE-INCOMPETENT", Signatures,
        "La lettre n'est pas signée du recteur ni de son représentant : un chef d'établissement ou un inspecteur ne le peut pas.");

    static readonly Constat SansAgent = Constat.Manque("ACA-LETTRE-SANS-L-AGENT", Signatures, "lettre_signee_par_agent", "Faire signer la lettre par l'agent.");

    internal static readonly Regle[] Regles = [Obligatoire, Contenu, Signatures];
    internal static readonly Constat[] Constats = [.. Datee.Constats, Incomplete, SignataireInconnu, SignataireIncompetent, SansAgent];

    internal static void Lire<T>(in Situation s, ref T t)
        where T : struct, ITemoin
    {
        t.Examine(Obligatoire);
        Datee.Lire(in s, ref t);
        // Sans lettre, ni mentions ni signatures n'ont d'objet.
        if (s.LettreLe is null) return;

        t.Examine(Contenu);
        t.Note("mentions", s.Mentions);
        if (Absentes(in s) != Mentions.Aucune) t.Constate(Incomplete);

        t.Examine(Signatures);
        t.Note("lettre_signee_par", s.LettreSigneePar);
        t.Note("lettre_signee_par_agent", s.LettreSigneeParAgent);
        if (s.LettreSigneePar == Autorite.Inconnue) t.Constate(SignataireInconnu);
        else if (s.LettreSigneePar is not (Autorite.Recteur or Autorite.Dasen)) t.Constate(SignataireIncompetent);
        if (s.LettreSigneeParAgent != true) t.Constate(SansAgent);
    }

    static Mentions Absentes(in Situation s) => (s.AllegementCentiemes > 0 ? Toujours | Mentions.Allegement : Toujours) & ~s.Mentions;
}
