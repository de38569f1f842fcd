namespace Neuvieme.Droit.Couverture;

using static Articles;

/// <summary>Contradictions sur le Pacte, la comparaison et l'impôt.</summary>
static class ContradictionsPacte
{
    internal static readonly LectureRetenue[] Toutes =
    [
        new("C06", "Coordonner : des heures ou un forfait", [$"{ArticlePacte} : vingt-quatre heures, coordination comprise", $"{Annexe} : engagement annuel"],
            "L'annexe prévaut : une coordination est un engagement au forfait, sans compteur d'heures.", ["PAC-MISSION"]),
        new("C08", "Le remplacement de courte durée, absent de l'annexe", [$"{ArticlePacte} : première priorité, dix-huit heures", $"{Annexe} : absent", "décret n° 2024-577 du 21 juin 2024 : cité pour la première demi-part"],
            "Les deux listes s'ajoutent : le remplacement fait dix-huit heures, au premier niveau.", ["PAC-MISSION", "PAC-NIVEAUX"]),
        new("C09", "Deux HSA ou 2 500 €", [$"{ArticlePacte} : 2 500 € dépassent deux HSA", $"{ArticlePacte} : la première HSA vaut 20 % de plus, ce qui fait 2 617,45 €"],
            "Les deux sommes se montrent ; c'est la seconde qui est payée.", ["COMP-PACTE", "COMP-HSA"]),
        new("C10", "La formule du net", [$"{ArticlePacte} : « 1250 × 0,9047 = 125,65 »"], "Une faute de frappe : le produit est celui du neuvième, 138,89 €.", ["FISC-PRELEVEMENTS", "PAC-VERSEMENT-2023", "PAC-VERSEMENT-2025"]),
        new("C11", "Les centimes", ["Neuf fois 138,89 € font 1 250,01 €", "La somme des nets mensuels n'est pas le net de l'année"],
            "Huit neuvièmes égaux et un dernier qui solde ; le net affiché est la somme des lignes, toujours une estimation.", ["IMP-VERSEMENT", "FISC-PRELEVEMENTS"]),
        new("C22", "Une limite de parts ?", [$"{ArticlePacte} : pas de limite", $"{ArticlePacte} : pas trois parts à chacun"],
            "Pas de plafond par personne ; la moyenne vient de la dotation.", ["PAC-PARTS", "COMP-CHIFFRES"]),
        new("C23", "La première demi-part du second degré", [$"{ArticlePacte} : première part entière", "décret n° 2024-577 du 21 juin 2024 : sauf remplacement de courte durée", "décret n° 2025-926 du 8 septembre 2025 : sauf remplacement, Devoirs faits et stages de réussite"],
            "Une version par année scolaire : jamais en 2023-2024, le remplacement en 2024-2025, les trois depuis 2025-2026.", ["PAC-PREMIERE-PART-2023", "PAC-PREMIERE-PART-2024", "PAC-PREMIERE-PART-2025"]),
        new("C24", "Un nombre d'heures bien défini", [$"{ArticlePacte} : un nombre d'heures défini", $"{Annexe} : des missions au forfait, sans heures"],
            "Des heures pour les missions de dix-huit et vingt-quatre heures ; un engagement annuel pour les autres.", ["PAC-MISSION", "PAC-PARTS"]),
        new("C25", "La force de l'ordre des niveaux", [$"{ArticlePacte} : « il faut »", $"{ArticlePacte} : un usage qui semble s'établir dans les académies"],
            "Bloquer, avertir ou ne pas regarder, au choix de l'académie ; bloquer par défaut.", ["PAC-NIVEAUX"]) { Parametre = nameof(Parametres.PrioritePacte) },
        new("C26", "La part du remplacement", [$"{ArticlePacte} : la moitié dans certaines académies", $"{ArticlePacte} : 30 % dans l'exemple donné"],
            "Aucun minimum par défaut ; une académie peut en fixer un, dont l'écart se signale.", ["PAC-RCD-MINIMUM"]) { Parametre = nameof(Parametres.PourcentageRcdMinimal) },
        new("C27", "Le sens des 5 %", [$"{ArticleImp} : un gain de 5 %", $"{ArticlePacte} : pour compenser la RAFP"],
            "Deux lignes : 5 % ajoutés, 5 % de RAFP retirés. Un gain seulement quand l'assiette de la RAFP est épuisée.", ["FISC-COMPENSATION", "FISC-RAFP", "FISC-RAFP-ASSIETTE"]),
        new("C28", "L'année du plafond", [$"{ArticleImp} et {ArticlePacte} : 7 500 € pour 2022", "code général des impôts, art. 81 quater : par année civile, quand les neuvièmes suivent l'année scolaire"],
            "Le plafond est celui de l'année civile du paiement : 5 000 € de 2019 à 2021, 7 500 € ensuite.", ["FISC-PLAFOND", "FISC-ANNEE-CIVILE"]) { Parametre = nameof(Fiscalite.BasePlafond) },
        new("C29", "France Travail : avant, pendant, après", [$"{Annexe}, titre : avant, pendant et après", $"{Annexe}, contenu : l'année de terminale seulement"],
            "Le contenu fait la mission ; l'après est une autre mission, Avenir pro +.", ["PAC-MISSION"]),
        new("C30", "STS : des heures de coordination ?", [$"{Annexe} : exclusivement devant étudiants", $"{Annexe} : coordination possible pour un enseignant au moins"],
            "Devant étudiants par défaut ; la coordination à l'enseignant désigné.", ["PAC-STS-COORDINATION"]),
        new("C31", "Besoins particuliers : deux missions sous un titre", [$"{Annexe} : un même titre, deux contenus, deux destinataires du bilan"],
            "Deux missions : l'une rend compte à l'inspecteur de la circonscription, l'autre au chef d'établissement.", ["PAC-MISSION", "PAC-LIEU", "PAC-BILAN"]),
        new("C39", "Congés et Pacte", [$"{Circulaire}, I : une règle pour l'IMP seulement", $"{ArticlePacte} : la question reste ouverte"],
            "Pour le Pacte, une décision manuelle ; la règle de l'IMP ne s'y étend pas.", ["VERS-PACTE-CONGE"]),
        new("C40", "« Heure hebdomadaire » de dix-huit heures", [$"{ArticlePacte} : un titre qui dit une heure par semaine", $"{ArticlePacte} : dix-huit heures, soit un semestre"],
            "Dix-huit heures par part ; la mission a changé de nom en 2025.", ["PAC-MISSION"]),
    ];
}
