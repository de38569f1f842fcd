namespace Neuvieme.Droit.ImpSecondDegre.Regles;

/// <summary>L'enveloppe notifiée par le recteur, comptée en quarts d'IMP.</summary>
static class Enveloppe
{
    internal static readonly Regle Limite = Textes.Regle("IMP-ENVELOPPE", Rubrique.Enveloppe, Textes.Decret("art. 8"),
        "Les missions tiennent dans l'enveloppe notifiée, exprimée en nombre d'IMP de 1 250 €.", ["R035", "R039"]);

    internal const string Demande = "Indiquer l'enveloppe notifiée à l'établissement.";

    static readonly LectureEnveloppe<Situation> Lecture = new("IMP", Limite, (in s) => Comptes(in s, taux: null), Demande);

    internal static readonly Regle[] Regles = [Limite];
    internal static readonly Constat<Situation>[] Constats = Lecture.Constats;

    internal static void Lire<T>(in Situation s, Taux? taux, ref T t)
        where T : struct, ITemoin => Lecture.Lire(Comptes(in s, taux), ref t);

    static ComptesImp Comptes(in Situation s, Taux? taux) => new(s.EnveloppeNotifiee, s.EnveloppeEngagee, s.Montant, taux?.Montant);
}
