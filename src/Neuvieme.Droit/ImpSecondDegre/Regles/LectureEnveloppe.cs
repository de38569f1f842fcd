using System.Runtime.InteropServices;

namespace Neuvieme.Droit.ImpSecondDegre.Regles;

/// <summary>Les comptes d'une enveloppe d'IMP et ce qu'on veut y prendre.</summary>
/// <param name="Notifiee">Ce qui est notifié.</param>
/// <param name="Engagee">Ce qui est déjà pris.</param>
/// <param name="Propose">Ce qui est proposé.</param>
/// <param name="Admis">Le proposé, s'il est réglementaire : un montant déjà refusé ne se chiffre pas contre l'enveloppe.</param>
[StructLayout(LayoutKind.Auto)]
readonly record struct ComptesImp(Quotite? Notifiee, Quotite? Engagee, Montant? Propose, Montant? Admis)
{
    internal Montant? Reste => Notifiee is { } notifiee && Engagee is { } engagee
        ? new Montant(((long)notifiee.Quarts - engagee.Quarts) * Quotite.CentimesParQuart)
        : null;
}

/// <summary>Les comptes d'une situation.</summary>
delegate ComptesImp ComptesDe<TSituation>(in TSituation s)
    where TSituation : struct;

/// <summary>Lit une enveloppe comptée en quarts d'IMP : celle d'un établissement ou celle de l'académie.</summary>
sealed class LectureEnveloppe<TSituation>
    where TSituation : struct
{
    readonly Regle _regle;
    readonly Constat<TSituation> _notifieeInconnue, _engageeInconnue, _depassee;

    /// <param name="prefixe">Début des codes.</param>
    /// <param name="regle">La règle de l'enveloppe.</param>
    /// <param name="comptes">Les comptes d'une situation.</param>
    /// <param name="demande">Ce qu'il faut indiquer quand l'enveloppe est inconnue.</param>
    internal LectureEnveloppe(string prefixe, Regle regle, ComptesDe<TSituation> comptes, string demande)
    {
        _regle = regle;
        _notifieeInconnue = Constat<TSituation>.Manque(prefixe + "-ENVELOPPE-INCONNUE", regle, "enveloppe_notifiee_quarts", demande);
        _engageeInconnue = Constat<TSituation>.Manque(prefixe + "-ENVELOPPE-ENGAGEE-INCONNUE", regle, "enveloppe_engagee_quarts", "Indiquer ce qui est déjà engagé sur l'enveloppe.");
        _depassee = new(prefixe + "-ENVELOPPE-DEPASSEE", regle, Gravite.Refus,
            (c, in s, _) => new EnveloppeDepassee(c, comptes(in s).Reste ?? Montant.Zero, comptes(in s).Propose ?? Montant.Zero));
    }

    internal Constat<TSituation>[] Constats => [_notifieeInconnue, _engageeInconnue, _depassee];

    internal void Lire<T>(in ComptesImp c, ref T t)
        where T : struct, ITemoin
    {
        t.Examine(_regle);
        t.Note("enveloppe_notifiee", c.Notifiee);
        t.Note("enveloppe_engagee", c.Engagee);
        t.Note("montant", c.Propose);
        if (c.Notifiee is null) t.Constate(_notifieeInconnue);
        if (c.Engagee is null) t.Constate(_engageeInconnue);
        if (c.Reste is not { } reste) return;
        t.Note("reste", reste);
        if (c.Admis > reste) t.Constate(_depassee);
    }
}
