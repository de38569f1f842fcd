namespace Neuvieme.Droit.ImpPremierDegre;

/// <summary>Ce que la trace dit d'une règle satisfaite, valeurs comprises.</summary>
static class Lectures
{
    internal static string De(Regle regle, in Situation s, Parametres p) => regle.Code switch
    {
        "PREM-AGENT" => "Professeur des écoles : l'agent peut recevoir l'IMP du premier degré.",
        "PREM-ECHELON" => s.Echelon == Echelon.Academie ? "La mission s'exerce à l'échelon de l'académie." : "La mission s'exerce à l'échelon du département.",
        "PREM-ACCORD" when s.AccordLe is { } le => $"L'agent a donné son accord le {Dates.Lisible(le)}.",
        "PREM-MISSION" when Nomenclature.Chercher(s.Mission) is { } fiche => $"« {fiche.Libelle} » est une mission du décret du premier degré.",
        "PREM-TAUX" when s.Montant is { } m => $"{m} est un des deux taux du premier degré.",
        "PREM-LETTRE" when s.LettreLe is { } le => $"La lettre de mission est du {Dates.Lisible(le)}.",
        "PREM-DECISION" => $"{(s.DecideePar == Autorite.Dasen ? "L'IA-DASEN" : "Le recteur")} a décidé{(s.DecideeLe is { } le ? $" le {Dates.Lisible(le)}" : "")} ; aucun conseil n'est consulté.",
        _ => regle.Enonce,
    };
}
