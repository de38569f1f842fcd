using Neuvieme.Droit.ImpSecondDegre.Regles;
using LimiteImp = Neuvieme.Droit.ImpSecondDegre.Regles.Enveloppe;

namespace Neuvieme.Droit.Decharge.Regles;

/// <summary>Les heures d'un établissement se prennent sur la même enveloppe que ses IMP, à 1 250 € l'heure.</summary>
static class Enveloppe
{
    /// <summary>Pour chiffrer un dépassement déjà constaté, la demi-heure se compte aussi.</summary>
    static readonly Parametres DemiHeures = new() { AreParDemiHeures = true };

    static readonly LectureEnveloppe<Situation> Lecture = new("ARE", LimiteImp.Limite, (in s) => Comptes(in s, DemiHeures), LimiteImp.Demande);

    internal static readonly Constat<Situation>[] Constats = Lecture.Constats;

    internal static void Lire<T>(in Situation s, Parametres p, ref T t)
        where T : struct, ITemoin
    {
        if (s.Cadre == Cadre.Etablissement) Lecture.Lire(Comptes(in s, p), ref t);
    }

    static ComptesImp Comptes(in Situation s, Parametres p)
    {
        Montant? cout = Heures.Cout(in s, p);
        return new(s.EnveloppeNotifiee, s.EnveloppeEngagee, cout, cout);
    }
}
