namespace Neuvieme.Droit.Decharge;

/// <summary>Ce que la conversion d'IMP en heures doit à l'usage : aucun texte national ne la règle.</summary>
static class Textes
{
    internal static Source Usage(string reference = "contradictions C20 et C21 du relevé") => new("usage des académies, sans texte national", null, null, reference);

    internal static Regle Regle(string code, Rubrique rubrique, Source source, string enonce, params string[] catalogue) =>
        ImpSecondDegre.Textes.Regle(code, rubrique, source, enonce, catalogue);
}
