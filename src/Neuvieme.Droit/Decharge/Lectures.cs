namespace Neuvieme.Droit.Decharge;

/// <summary>Ce que la trace dit d'une règle satisfaite, valeurs comprises.</summary>
static class Lectures
{
    internal static string De(Regle regle, in Situation s, Parametres p) => regle.Code switch
    {
        "IMP-ACCORD" when s.AccordLe is { } le => $"L'agent a donné son accord le {Dates.Lisible(le)}.",
        "IMP-EXCLUSIVITE" when s.ImpMemeMission is { Centimes: 0 } => "L'agent ne reçoit aucune IMP pour cette mission.",
        "ACA-CUMUL-DECHARGE" when s.ImpMemeMission is { Centimes: > 0 } imp => $"L'allègement s'ajoute à l'IMP de {imp} pour la même mission académique.",
        "ACA-LETTRE" when s.LettreLe is { } le => $"La lettre de mission est du {Dates.Lisible(le)}.",
        "ACA-TAUX" when s.ImpMemeMission is { } m && ImpSecondDegre.TauxImp.DeMontant(m, s.Annee.PremierJour) is { } t => $"{m} est le {t.Nom}, code {t.Code}.",
        "ARE-HEURES" or "ARE-HEURES-PEGC" when s.HeuresCentiemes is { } centiemes => $"{MissionsAcademiques.Lectures.Heures(centiemes)} d'enseignement par semaine en moins.",
        "ARE-EQUIVALENCE" when s.HeuresCentiemes is { } centiemes => $"{MissionsAcademiques.Lectures.Heures(centiemes)} d'ARE valent {Regles.Heures.EnImp(centiemes)} IMP, prises sur l'enveloppe.",
        "ARE-PERIODE" => s.Debut is { } le ? $"L'allègement commence le {Dates.Lisible(le)}." : "Rien ne dit que l'allègement commence après septembre : il vaut pour l'année scolaire.",
        "IMP-DECHARGE" or "IMP-DECHARGE-PEGC" => Allegement(in s),
        "ARE-CIRCUIT" when s is { Cadre: Cadre.Etablissement, Secteur: Secteur.Public, DemandeDasenLe: { } le } => $"Demande à l'IA-DASEN du {Dates.Lisible(le)}, instruite avant la décision.",
        "IMP-ENVELOPPE" when s is { EnveloppeNotifiee: { } notifiee, EnveloppeEngagee: { } engagee } => $"Enveloppe de {notifiee} IMP, dont {engagee} engagées par ailleurs : la conversion y tient.",
        _ => regle.Enonce,
    };

    /// <summary>Ce que le statut donne dans ce cadre, et ce qui en est déjà fait.</summary>
    static string Allegement(in Situation s)
    {
        if (s.Cadre == Cadre.DistrictUnss) return "Le statut permet d'alléger une mission particulière ; la coordination d'un district UNSS en est exclue.";
        string phrase = s.Cadre switch
        {
            Cadre.Etablissement => "Mission d'établissement : un allègement d'heures d'enseignement, qui exclut l'IMP de la même mission",
            Cadre.Academique => "Mission académique : un allègement d'heures d'enseignement, auquel une IMP peut s'ajouter",
            _ => "Une mission trop lourde pour s'ajouter au service peut se reconnaître par un allègement d'heures d'enseignement",
        };
        DateOnly present = s.Dates.Present;
        if (s is { Cadre: Cadre.Etablissement, Secteur: Secteur.Public, PropositionCaLe: { } ca } && ca <= present) phrase += $" ; le conseil d'administration l'a proposé le {Dates.Lisible(ca)}";
        if (s is { DecideePar: Autorite.Recteur, DecideeLe: { } le } && le <= present) phrase += $" ; le recteur a décidé le {Dates.Lisible(le)}";
        return phrase + ".";
    }
}
