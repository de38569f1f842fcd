using Neuvieme.Droit.MissionsAcademiques;
using LettreAcademique = Neuvieme.Droit.MissionsAcademiques.Regles.Lettre;

namespace Neuvieme.Droit.Decharge.Regles;

/// <summary>La lettre d'une mission académique allégée : le volume s'y écrit toujours, le taux si une IMP s'ajoute.</summary>
static class Lettre
{
    static readonly LectureLettre<Situation> Lecture = new("ARE-ACA", LettreAcademique.Obligatoire, LettreAcademique.Contenu, LettreAcademique.Signatures, (in s) =>
        new(s.LettreLe, s.Mentions, LettreAcademique.Communes | Mentions.Allegement | (s.ImpMemeMission is { Centimes: > 0 } ? Mentions.Taux : Mentions.Aucune), s.LettreSigneePar, s.LettreSigneeParAgent));

    internal static readonly Constat<Situation>[] Constats = Lecture.Constats;

    internal static void Lire<T>(in Situation s, ref T t)
        where T : struct, ITemoin
    {
        // En établissement, aucun texte n'exige la lettre ; un district n'a pas d'allègement à y écrire.
        if (s.Cadre == Cadre.Academique) Lecture.Lire(in s, ref t);
    }
}
