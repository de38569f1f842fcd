namespace Neuvieme.Droit.Couverture;

using static Articles;

/// <summary>Contradictions d'attribution, de chiffre et de date : un texte dit d'un autre ce qu'il ne dit pas.</summary>
static class ContradictionsDeTexte
{
    internal static readonly LectureRetenue[] Toutes =
    [
        new("C02", "Des montants prêtés au décret", [$"{ArticleImp} : le décret donne un montant par mission", $"{Decret}, art. 2 : un arrêté fixe les taux", $"{Circulaire}, II : les montants par mission"],
            "Les cinq montants se citent à l'arrêté, leur usage par mission à la circulaire.", ["IMP-TAUX", "IMP-TAUX-USAGE"]),
        new("C03", "La période de février à juin", [$"{ArticleImp} : dans le décret", $"{Circulaire}, I : c'est elle qui la donne", $"{Decret}, art. 8 : aucune date"],
            "Source : la circulaire. Un avis hors de la période se signale, sans bloquer.", ["IMP-AVIS-FENETRE"]),
        new("C04", "Une demande d'IMP de plus, « prévue par le décret »", [$"{ArticleImp} : prévue par le décret", $"{Decret} : rien", $"{Circulaire}, I : des ajustements ultérieurs"],
            "Un ajustement de l'enveloppe, notifié avec son motif.", ["IMP-ENVELOPPE"]) { Ailleurs = "Écran /enveloppes/notifier ; la demande elle-même se fait encore hors de Neuvième." },
        new("C15", "La part des enseignants", [$"{ArticleImp} : un sur quatre, 120 000", $"{ArticlePacte} : 25 %", "note DEPP 22.33 : 115 861 sur 488 800, soit 23,70 %"],
            "Le chiffre de la DEPP ; les autres se montrent comme approximations.", ["COMP-CHIFFRES"]),
        new("C16", "Des taux horaires coupés", [$"{ArticlePacte} : 31,14, 40,23, 33, 69 et 52, coupés ; 35,65, arrondi"],
            "Arrondi au centime le plus proche ; le chiffre imprimé se montre à côté.", ["COMP-HSA", "COMP-PP", "COMP-PACTE"]),
        new("C34", "De 20 à 40 € de l'heure", [$"{ArticlePacte} : une estimation très approximative", "Le calcul : de 12,50 à 125 € entre cent et dix heures"],
            "Le taux horaire se calcule sur les heures données, jamais supposées.", ["COMP-IMP", "IMP-HEURES"]),
        new("C35", "Un article à deux dates", [$"{ArticlePacte} : parle du 5 juin 2023 au présent", $"{ArticlePacte} : cite un document de septembre 2023"],
            "Toute règle tirée de cet article porte ses deux dates.", ["COMP-VALEURS"]),
        new("C36", "Renvois d'articles", [$"{Decret}, art. 9 : renvoie aux articles 6 et 8", $"{Circulaire}, préambule : renvoie aux articles 6 et 9"],
            "Chacun se cite tel quel ; aucune règle n'en dépend.", []) { Ailleurs = "Sans effet : les règles citent l'article qui porte la règle, pas celui qui y renvoie." },
        new("C41", "La date de la version lue", [$"{Decret} : version en vigueur au 19 septembre 2024", $"{Annexe} : état de 2025 et 2026"],
            "Chaque mission porte le jour où elle commence ; une mission d'une année à venir est refusée avant.", ["IMP-HARC-VIGUEUR", "PAC-MISSION", "PAC-VIGUEUR"]),
        new("C42", "Une IMP pour six, ou un enseignant sur quatre", [$"{ArticleImp} : une IMP pour six enseignants", $"{ArticleImp} : un enseignant sur quatre"],
            "Compatibles : une IMP se partage en quarts. Deux repères, aucune décision.", ["COMP-CHIFFRES"]),
        new("C43", "Une liste annoncée et absente", [$"{ArticleImp} : domaines « énumérés ci-dessous » pour le référent enseignement supérieur, sans énumération"],
            "Le domaine s'écrit dans l'intitulé de la mission.", ["IMP-MISSION"]),
        new("C44", "Les professeurs d'un collège de six cents élèves", [$"{ArticleImp} : quarante", $"{ArticlePacte} : quarante-cinq"],
            "Le nombre d'enseignants ne se déduit jamais de celui des élèves.", ["COMP-CHIFFRES"]) { Ailleurs = "Les personnels viennent de l'export STSWeb, écran /personnels/importer." },
    ];
}
