using Neuvieme.Droit.ImpSecondDegre;
using PaiementImp = Neuvieme.Droit.ImpSecondDegre.Regles.Paiement;

namespace Neuvieme.Droit.MissionsAcademiques.Regles;

/// <summary>Les mêmes versements qu'en établissement : neuvièmes, ou une fois après service fait.</summary>
static class Paiement
{
    static readonly LectureDuree<Situation> Lecture = new("ACA", PaiementImp.Modalite, PaiementImp.PeriodeDansAnnee, PaiementImp.ServiceFait);

    internal static readonly Constat<Situation>[] Constats = Lecture.Constats;

    internal static void Lire<T>(in Situation s, Parametres p, ref T t)
        where T : struct, ITemoin => Lecture.Lire(s.Dates, p, ref t);

    /// <summary>Les versements d'un montant réglementaire ; absent sinon, ou tant que la durée est inconnue.</summary>
    internal static Montants? Montants(in Situation s, Parametres p)
    {
        if (Taux.Du(s.Montant, s.Annee) is not { } du) return null;
        return s.Duree switch
        {
            Duree.AnneeEntiere => Droit.Montants.ParNeuviemes(du, s.Annee, p),
            // Rien n'est versé avant l'accord, la lettre et la décision : le plus tardif des jours fixe le mois de paie.
            Duree.Ponctuelle => Droit.Montants.EnUneFois(du, s.Dates.PayableLe(s.AccordLe, s.LettreLe, s.DecideeLe), p),
            _ => null,
        };
    }

    /// <summary>Centimes à verser, sans allouer : en neuvièmes, ou en une fois ; zéro s'il n'y a rien à verser encore.</summary>
    internal static int CentimesVerses(in Situation s, out bool unique)
    {
        unique = s.Duree == Duree.Ponctuelle;
        if (s.Duree is not (Duree.AnneeEntiere or Duree.Ponctuelle) || Taux.Du(s.Montant, s.Annee) is not { } du) return 0;
        return unique && s.ServiceFaitLe is null ? 0 : (int)du.Centimes;
    }
}
