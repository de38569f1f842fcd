namespace Neuvieme.Droit.ImpSecondDegre.Regles;

using Constat = Constat<Situation>;

/// <summary>L'enveloppe notifiée par le recteur, comptée en quarts d'IMP.</summary>
static class Enveloppe
{
    static readonly Regle Limite = Textes.Regle("IMP-ENVELOPPE", Rubrique.Enveloppe, Textes.Decret("art. 8"),
        "Les missions tiennent dans l'enveloppe notifiée, exprimée en nombre d'IMP de 1 250 €.", ["R035", "R039"]);

    static readonly Constat NotifieeInconnue = Constat.Manque("IMP-ENVELOPPE-INCONNUE", Limite, "enveloppe_notifiee_quarts", "Indiquer l'enveloppe notifiée à l'établissement.");

    static readonly Constat EngageeInconnue = Constat.Manque("IMP-ENVELOPPE-ENGAGEE-INCONNUE", Limite, "enveloppe_engagee_quarts", "Indiquer ce qui est déjà engagé sur l'enveloppe.");

    static readonly Constat Depassee = new("IMP-ENVELOPPE-DEPASSEE", Limite, Gravite.Refus, (c, in s, _) =>
        new EnveloppeDepassee(c, Reste(in s) ?? Montant.Zero, s.Montant ?? Montant.Zero));

    internal static readonly Regle[] Regles = [Limite];
    internal static readonly Constat[] Constats = [NotifieeInconnue, EngageeInconnue, Depassee];

    internal static void Lire<T>(in Situation s, Taux? taux, ref T t)
        where T : struct, ITemoin
    {
        t.Examine(Limite);
        t.Note("enveloppe_notifiee", s.EnveloppeNotifiee);
        t.Note("enveloppe_engagee", s.EnveloppeEngagee);
        t.Note("montant", s.Montant);
        if (s.EnveloppeNotifiee is null) t.Constate(NotifieeInconnue);
        if (s.EnveloppeEngagee is null) t.Constate(EngageeInconnue);
        if (Reste(in s) is not { } reste) return;
        t.Note("reste", reste);
        // Un montant qui n'est pas un taux est déjà refusé ; le chiffrer contre l'enveloppe n'apprendrait rien.
        if (taux is not null && taux.Montant > reste) t.Constate(Depassee);
    }

    static Montant? Reste(in Situation s) => s.EnveloppeNotifiee is { } notifiee && s.EnveloppeEngagee is { } engagee
        ? new Montant(((long)notifiee.Quarts - engagee.Quarts) * Quotite.CentimesParQuart)
        : null;
}
