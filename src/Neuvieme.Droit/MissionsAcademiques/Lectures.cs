using Neuvieme.Droit.ImpSecondDegre;

namespace Neuvieme.Droit.MissionsAcademiques;

/// <summary>Ce que la trace dit d'une règle satisfaite, valeurs comprises.</summary>
static class Lectures
{
    internal static string De(Regle regle, in Situation s, Parametres p) => regle.Code switch
    {
        "IMP-ACCORD" when s.AccordLe is { } le => $"L'agent a donné son accord le {Dates.Lisible(le)}.",
        "ACA-MISSION" when Nomenclature.Chercher(s.Mission) is { } fiche => $"« {fiche.Libelle} » est une mission que le recteur confie.",
        "ACA-UNSS-EPS" => "L'agent enseigne l'EPS.",
        "ACA-UNSS-UN-PAR-DISTRICT" => s.Titulaires is > 1 and var n ? $"La coordination est partagée entre {n} enseignants d'EPS." : "L'agent coordonne seul le district.",
        "ACA-UNSS-SANS-DECHARGE" => "Aucun allègement n'accompagne la coordination du district.",
        "VERS-PARTAGE-UNSS" when s.TauxDistrict is { } taux => s.Titulaires is > 1 ? $"Les parts font {s.SommeParts}, dans le taux du district, {taux}." : $"Le taux du district est {taux}.",
        "ACA-CUMUL-DECHARGE" when s.AllegementCentiemes is > 0 and var centiemes => $"L'IMP s'ajoute à un allègement de {Heures(centiemes)} par semaine pour la même mission.",
        "ACA-TAUX" when s.Montant is { } m && TauxImp.DeMontant(m, s.Annee.PremierJour) is { } t => $"{m} est le {t.Nom}, code {t.Code}.",
        "ACA-LETTRE" when s.LettreLe is { } le => $"La lettre de mission est du {Dates.Lisible(le)}.",
        "ACA-DECISION" => $"Le recteur a décidé{(s.DecideeLe is { } le ? $" le {Dates.Lisible(le)}" : "")} ; aucun conseil n'est consulté.",
        "ACA-ENVELOPPE" when s is { EnveloppeNotifiee: { } notifiee, EnveloppeEngagee: { } engagee } => $"Enveloppe de {notifiee} IMP, dont {engagee} engagées par ailleurs : la mission y tient.",
        "IMP-VERSEMENT" when s.Duree == Duree.AnneeEntiere => "Mission de l'année entière : neuf versements, le dernier solde les centimes.",
        "IMP-VERSEMENT" when s.Duree == Duree.Ponctuelle => "Mission ponctuelle : un versement après service fait.",
        _ => regle.Enonce,
    };

    /// <summary>« 3 h », « 1,5 h », « 0,25 h ».</summary>
    internal static string Heures(int centiemes)
    {
        (int entier, int reste) = int.DivRem(centiemes, 100);
        return reste == 0 ? $"{entier} h" : reste % 10 == 0 ? $"{entier},{reste / 10} h" : $"{entier},{reste:00} h";
    }
}
