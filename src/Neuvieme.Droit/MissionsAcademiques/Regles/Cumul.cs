using TextesImp = Neuvieme.Droit.ImpSecondDegre.Textes;

namespace Neuvieme.Droit.MissionsAcademiques.Regles;

using Constat = Constat<Situation>;

/// <summary>À l'échelon académique, l'indemnité s'ajoute à un allègement ; le district y échappe.</summary>
static class Cumul
{
    /// <summary>Plus qu'aucun service d'enseignement hebdomadaire : une faute de frappe.</summary>
    internal const int CentiemesInvraisemblables = 24_00;

    internal static readonly Regle AvecDecharge = Textes.Regle("ACA-CUMUL-DECHARGE", Rubrique.Mission, TextesImp.Circulaire("I", "modalités d'attribution et de versement"),
        "Une mission académique qui donne lieu à un allègement de service peut aussi donner lieu à une IMP, en complément.", "R025", "R150");

    static readonly Constat Inconnu = Constat.Manque("ACA-ALLEGEMENT-INCONNU", AvecDecharge, "allegement_centiemes",
        "Dire si l'agent est allégé pour cette mission, 0 sinon : la lettre en écrit le volume.");

    static readonly Constat Negatif = Constat.Refus("ACA-ALLEGEMENT-NEGATIF", AvecDecharge, "Un allègement ne se compte pas en heures négatives.");
    static readonly Constat Demesure = Constat.Refus("ACA-ALLEGEMENT-DEMESURE", AvecDecharge, "Cet allègement dépasse un service d'enseignement entier : vérifier la saisie.");

    internal static readonly Regle[] Regles = [AvecDecharge];
    internal static readonly Constat[] Constats = [Inconnu, Negatif, Demesure];

    internal static void Lire<T>(in Situation s, ref T t)
        where T : struct, ITemoin
    {
        t.Examine(AvecDecharge);
        t.Note("allegement_centiemes", s.AllegementCentiemes);
        // Un CPE n'a pas de service d'enseignement à alléger : rien à lui demander.
        if (s.AllegementCentiemes is null && s.Fonction != Fonction.Cpe) t.Constate(Inconnu);
        else if (s.AllegementCentiemes < 0) t.Constate(Negatif);
        else if (s.AllegementCentiemes > CentiemesInvraisemblables) t.Constate(Demesure);
    }
}
