using Neuvieme.Droit.ImpSecondDegre.Regles;
using TextesImp = Neuvieme.Droit.ImpSecondDegre.Textes;

namespace Neuvieme.Droit.MissionsAcademiques.Regles;

/// <summary>L'enveloppe de l'académie : ce que les établissements ne reçoivent pas.</summary>
static class Enveloppe
{
    static readonly Regle Limite = Textes.Regle("ACA-ENVELOPPE", Rubrique.Enveloppe, TextesImp.Circulaire("I"),
        "Dotations des établissements, réserve et missions académiques tiennent ensemble dans l'enveloppe de l'académie.", "R033");

    static readonly LectureEnveloppe<Situation> Lecture = new("ACA", Limite, Comptes, "Indiquer l'enveloppe que l'académie garde pour ses missions.");

    internal static readonly Regle[] Regles = [Limite];
    internal static readonly Constat<Situation>[] Constats = Lecture.Constats;

    internal static void Lire<T>(in Situation s, ref T t)
        where T : struct, ITemoin => Lecture.Lire(Comptes(in s), ref t);

    static ComptesImp Comptes(in Situation s) => new(s.EnveloppeNotifiee, s.EnveloppeEngagee, s.Montant, Taux.Du(s.Montant, s.Annee));
}
