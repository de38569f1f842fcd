using TextesImp = Neuvieme.Droit.ImpSecondDegre.Textes;

namespace Neuvieme.Droit.MissionsAcademiques.Regles;

using Constat = Constat<Situation>;

/// <summary>Le recteur décide seul, après l'accord et la lettre ; aucun conseil n'est consulté.</summary>
static class Procedure
{
    static readonly Regle Competence = Textes.Regle("ACA-DECISION", Rubrique.Procedure, TextesImp.Decret("art. 5", "al. 2"),
        "Le recteur désigne l'agent et prend la décision individuelle, sans proposition d'un chef d'établissement ni avis d'un conseil.", "R021", "R051");

    static readonly LectureDecision<Situation> Decision = new("ACA", Competence, (in s) => s.DecideePar, dasenDecide: false);

    static readonly ActeDate<Situation> Datee = new("ACA-DECISION", Competence, "decidee_le", "La décision est datée du", (in s) => s.DecideeLe, autreAnnee: Gravite.Alerte);

    static readonly Constat NonDatee = Constat.Alerte("ACA-DECISION-NON-DATEE", Competence, "La décision n'est pas datée : noter son jour, l'ordre des actes ne peut se vérifier sans lui.");

    static readonly Constat AvantAccord = new("ACA-DECISION-AVANT-ACCORD", Competence, Gravite.Manque,
        (c, in s, _) => new ValidationPrematuree(c, "l'accord de l'agent", s.AccordLe, s.DecideeLe, "decidee_le"));

    static readonly Constat AvantLettre = new("ACA-DECISION-AVANT-LETTRE", Competence, Gravite.Manque,
        (c, in s, _) => new ValidationPrematuree(c, "la lettre de mission", s.LettreLe, s.DecideeLe, "decidee_le"));

    internal static readonly Regle[] Regles = [Competence];
    internal static readonly Constat[] Constats = [.. Decision.Constats, .. Datee.Constats, NonDatee, AvantAccord, AvantLettre];

    internal static void Lire<T>(in Situation s, ref T t)
        where T : struct, ITemoin
    {
        Decision.Lire(s.DecideePar, ref t);
        Datee.Lire(in s, ref t);
        if (s.DecideePar != default && s.DecideeLe is null) t.Constate(NonDatee);
        if (s.DecideeLe < s.AccordLe) t.Constate(AvantAccord);
        if (s.DecideeLe < s.LettreLe) t.Constate(AvantLettre);
    }
}
