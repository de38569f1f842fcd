namespace Neuvieme.Droit.Couverture;

using static Declaration;

/// <summary>Les missions de l'article 7 et les missions académiques.</summary>
static class SectionArticle7
{
    internal static readonly (char, string, Declaration[])[] Toutes =
    [
        ('K', "Missions de l'article 7",
        [
            Regle("R130", "Une mission locale se rattache au projet d'établissement"),
            Regle("R131", "Cinq exemples de la circulaire"),
            Regle("R132", "Les cinq taux ouverts ; le quart aux missions légères"),
            Regle("R133", "La liste reste ouverte aux types locaux", "Un type local se nomme par son intitulé dans l'établissement ; il ne s'ajoute pas à la liste d'une académie."),
            Regle("R134", "Coordination de Devoirs faits : ses tâches"),
            Regle("R135", "Coordination de Devoirs faits : ses taux"),
            Regle("R136", "Référent élèves précoces : ses tâches"),
            Regle("R137", "Référent élèves précoces : ses taux"),
            Regle("R138", "Référent action internationale : ses tâches"),
            Regle("R139", "Référent action internationale : ses taux"),
            Regle("R140", "Référent égalité : ses tâches"),
            Regle("R141", "Référent égalité : ses taux"),
            Regle("R142", "Référent enseignement supérieur : ses tâches"),
            Regle("R143", "Référent enseignement supérieur : ses taux"),
            Regle("R144", "Référent développement durable : ses tâches"),
            Regle("R145", "Référent développement durable : ses taux"),
            Regle("R146", "Référent laboratoire de mathématiques : ses tâches"),
            Regle("R147", "Référent laboratoire de mathématiques : ses taux"),
        ]),
        ('L', "Missions académiques",
        [
            Regle("R148", "Champ des missions académiques"),
            Regle("R149", "Trois exemples : culture, chorale, chargé de mission"),
            Regle("R150", "Le recteur fixe le taux et, s'il y a lieu, l'allègement"),
            Regle("R151", "Coordination de district UNSS : ses tâches"),
            Regle("R152", "District UNSS : de 1 250 à 3 750 €"),
            Regle("R153", "Un coordonnateur d'EPS par district"),
            Regle("R154", "District UNSS : un cadre national que l'académie ne change pas"),
        ]),
    ];
}
