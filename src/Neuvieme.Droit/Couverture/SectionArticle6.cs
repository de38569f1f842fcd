namespace Neuvieme.Droit.Couverture;

using static Declaration;

/// <summary>Les neuf missions de l'article 6.</summary>
static class SectionArticle6
{
    internal static readonly (char, string, Declaration[])[] Toutes =
    [
        ('J', "Missions de l'article 6",
        [
            Regle("R094", "L'article 6 nomme neuf missions"),
            Regle("R095", "La circulaire n'en connaît que huit : le harcèlement est venu après"),
            Regle("R096", "Le besoin du service conditionne la mission"),
            Regle("R097", "Coordination de discipline : ses tâches"),
            Regle("R098", "Coordination de discipline : ses taux"),
            Regle("R099", "Les disciplines à fort effectif d'abord", "La priorité se juge sur le nombre d'enseignants donné ; à l'écran, la discipline coordonnée n'est pas demandée."),
            Regle("R100", "En technologie au collège, un coordonnateur dès que l'équipement se partage"),
            Regle("R101", "Coordination des APSA : ses tâches"),
            Regle("R102", "Coordination des APSA : un taux dû, sans modulation"),
            Regle("R103", "APSA : trois enseignants et cinquante heures"),
            Regle("R104", "APSA : sous trois enseignants, rien de rémunéré"),
            Regle("R105", "APSA : 1 250 € jusqu'à quatre équivalents temps plein"),
            Regle("R106", "APSA : 2 500 € au-delà de quatre"),
            Regle("R107", "Coordination de cycle : ses tâches"),
            Regle("R108", "Coordination de cycle : ses taux"),
            Regle("R109", "Cycle : un projet pédagogique commun"),
            Regle("R110", "Coordination de niveau : ses tâches"),
            Regle("R111", "Coordination de niveau : ses taux"),
            Regle("R112", "Niveau : l'éducation prioritaire d'abord"),
            Regle("R113", "Niveau : deux niveaux, ou un seul justifié"),
            Regle("R114", "Référent culture : ses tâches"),
            Regle("R115", "Référent culture : ses taux"),
            Regle("R116", "Référent culture : aucun critère de besoin"),
            Regle("R117", "Référent numérique : ses tâches"),
            Regle("R118", "Référent numérique : ses taux"),
            Regle("R119", "Numérique : le chef apprécie le besoin"),
            Regle("R120", "Numérique : plusieurs enseignants peuvent se partager la mission"),
            Regle("R121", "Référent décrochage : ses tâches"),
            Regle("R122", "Référent décrochage : ses taux"),
            Regle("R123", "Décrochage : une ampleur qui le justifie"),
            Regle("R124", "Référent harcèlement : mission depuis le 24 juin 2024"),
            Regle("R125", "Référent harcèlement : aucun taux national"),
            Regle("R126", "Référent harcèlement : aucun critère, les cinq taux ouverts"),
            Regle("R127", "Tutorat : ses tâches"),
            Regle("R128", "Tutorat : ses taux"),
            Regle("R129", "Tutorat : en lycée seulement"),
        ]),
    ];
}
