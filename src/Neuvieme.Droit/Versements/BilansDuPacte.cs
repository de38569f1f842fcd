namespace Neuvieme.Droit.Versements;

/// <summary>Points d'étape sur les heures faites, avant de décider de poursuivre, d'arrêter ou de récupérer.</summary>
public static class BilansDuPacte
{
    static readonly Regle Etapes = TextesVersement.Regle("VERS-PACTE-BILANS", Rubrique.Procedure, Pacte.Textes.Note2025("suivi"),
        "Depuis 2025-2026, l'établissement rend compte au rectorat des heures faites en janvier puis en avril ; la suite des avances en dépend.",
        ["R186"], Pacte.Textes.Rentree2025);

    internal static readonly Regle[] Regles = [Etapes];

    /// <summary>Derniers jours de janvier et d'avril de l'année scolaire ; liste vide avant 2025-2026.</summary>
    public static IReadOnlyList<DateOnly> Dates(AnneeScolaire annee) =>
        annee.EstRepresentable && annee.PremierJour >= Etapes.Depuis ? [new(annee.Debut + 1, 1, 31), new(annee.Debut + 1, 4, 30)] : [];
}
