using Neuvieme.Droit.ImpSecondDegre;

namespace Neuvieme.Droit.ImpPremierDegre.Regles;

using Constat = Constat<Situation>;

/// <summary>Durée et versements. Le nombre de mensualités n'est pas relevé : le brut se dit, l'échéancier d'une mission annuelle non.</summary>
static class Paiement
{
    static readonly Regle Modalite = Textes.Regle("PREM-VERSEMENT", Rubrique.Paiement, Textes.Decret(),
        "Une mission tenue toute l'année scolaire est versée chaque mois, toute autre après service fait ; remplacé dans sa mission, l'agent cesse de recevoir l'indemnité, qui va au remplaçant.");

    static readonly Regle PeriodeDansAnnee = Textes.Regle("PREM-PERIODE", Rubrique.Paiement, Textes.Decret(),
        "La mission tient dans son année scolaire ; celle qui n'en couvre pas la totalité se paie après service fait.");

    static readonly Regle ServiceFait = Textes.Regle("PREM-SERVICE-FAIT", Rubrique.Paiement, Textes.Decret(),
        "Hors d'une mission annuelle, le versement suit l'attestation du service fait, et jamais ne précède l'accord, la lettre ou la décision.");

    static readonly LectureDuree<Situation> Lecture = new("PREM", Modalite, PeriodeDansAnnee, ServiceFait, Constat.Alerte("PREM-VERSEMENT-DECISION-MANUELLE", Modalite,
        "La mission annuelle est payée chaque mois, mais le nombre de mensualités n'est pas établi : échéancier à décider à la main."));

    internal static readonly Regle[] Regles = [Modalite, PeriodeDansAnnee, ServiceFait];
    internal static readonly Constat[] Constats = Lecture.Constats;

    internal static void Lire<T>(in Situation s, Parametres p, ref T t)
        where T : struct, ITemoin => Lecture.Lire(s.Dates, p, ref t);

    /// <summary>Le brut d'un montant réglementaire ; un seul versement, au plus tardif de ses actes, pour une mission ponctuelle.</summary>
    internal static Montants? Montants(in Situation s, Parametres p)
    {
        if (s.Duree is not (Duree.AnneeEntiere or Duree.Ponctuelle) || Taux.Du(in s) is not { } du) return null;
        return Droit.Montants.EnUneFois(du, s.Duree == Duree.Ponctuelle ? s.Dates.PayableLe(s.AccordLe, s.LettreLe, s.DecideeLe) : null, p);
    }

    /// <summary>Centimes à verser en une fois ; zéro tant que rien ne le date.</summary>
    internal static int CentimesVerses(in Situation s, out bool unique)
    {
        unique = s.Duree == Duree.Ponctuelle && s.ServiceFaitLe is not null && Taux.Du(in s) is not null;
        return unique ? (int)s.Montant!.Value.Centimes : 0;
    }
}
