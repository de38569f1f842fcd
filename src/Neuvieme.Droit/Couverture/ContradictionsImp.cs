namespace Neuvieme.Droit.Couverture;

using static Articles;

/// <summary>Contradictions sur l'IMP : taux, versement, procédure.</summary>
static class ContradictionsImp
{
    internal static readonly LectureRetenue[] Toutes =
    [
        new("C01", "Le premier neuvième", [$"{Circulaire}, I : à partir de novembre", $"{ArticleImp} et {ArticlePacte} : d'octobre à juin", $"{Decret}, art. 3 : par neuvième, sans mois"],
            "D'octobre à juin par défaut, de novembre à juillet si l'académie le choisit. Le mois dû et le mois de paie se distinguent : une validation tardive fait un rappel.",
            ["IMP-VERSEMENT", "IMP-VALIDATION"]) { Parametre = nameof(Parametres.PremierMois) },
        new("C05", "Qui attribue", [$"{ArticleImp} : le chef d'établissement répartit", $"{Decret}, art. 9, et {Circulaire}, I : le chef propose, le recteur décide"],
            "Deux temps : le chef propose, le recteur ou son délégataire valide.", ["IMP-VALIDATION-DATE", "IMP-VALIDATION"])
            { Ailleurs = "Écrans /attributions/proposer et /attributions/instruire ; la validation est fermée aux autres rôles." },
        new("C07", "Le référent harcèlement", [$"{Decret}, art. 6 : mission d'IMP du second degré", $"{Circulaire} : absente", $"{Annexe} : mission du Pacte, aux tâches du premier degré"],
            "Second degré : une IMP, les cinq taux ouverts, le taux de base n'étant qu'un usage. École : une part du Pacte. Pas de part du Pacte en second degré.",
            ["IMP-HARC-VIGUEUR", "IMP-HARC-TAUX", "PAC-LIEU"]),
        new("C12", "Seuil et équivalents temps plein d'EPS", [$"{Circulaire}, II.2, besoins : trois enseignants et cinquante heures", $"{Circulaire}, II.2, taux : trois ou quatre équivalents temps plein, ou plus de quatre", "CAA de Bordeaux, 7 décembre 2023, n° 21BX02452 : les heures supplémentaires comptent ; le ministère et la CAA de Versailles les excluent"],
            "Ouvert à trois enseignants et cinquante heures ; 1 250 € jusqu'à quatre équivalents temps plein, 2 500 € au-delà. Les heures supplémentaires n'y entrent pas, sauf choix de l'académie ; une alerte dit quand elles changeraient la réponse.",
            ["IMP-APSA-SEUILS", "IMP-APSA-TAUX"]) { Parametre = nameof(Parametres.InclureHsaEps) },
        new("C13", "Le plafond d'un district UNSS", [$"{Circulaire}, III : de 1 250 à 3 750 €", $"{Circulaire}, III, partage : deux fins de phrase qui se recouvrent dans le {Projet}"],
            "Le plafond est le taux fixé pour le district : 1 250, 2 500 ou 3 750 € ; chaque part est un des cinq taux et leur somme y tient.", ["VERS-PARTAGE-UNSS", "ACA-TAUX"]),
        new("C14", "Mission d'établissement partagée", [$"{Circulaire}, I : une IMP à chacun, sans plafond de la somme", $"{Circulaire}, III : pour un district, la somme est plafonnée"],
            "Chaque part est un des cinq taux. Au-delà du plus haut taux de la mission, une alerte ; pour les APSA, un refus. L'enveloppe reste la limite.", ["IMP-PARTAGE", "IMP-APSA-TAUX", "VERS-PARTAGE"]),
        new("C17", "Décrochage : les CPE aussi ?", [$"{Circulaire}, II.8 : confiée à un enseignant", $"{Decret}, art. 1, al. 3 et art. 6 : enseignants et CPE"],
            "Le décret prévaut : un CPE peut tenir toute mission d'établissement.", ["IMP-AGENT"]),
        new("C18", "La lettre en établissement", [$"{Decret}, art. 5 : obligatoire pour une mission académique", $"{Decret}, art. 6 à 9 : rien pour l'établissement", $"{ArticleImp} : toujours"],
            "Une lettre par mission validée. Exigée pour une mission académique, IMP ou allègement ; en établissement, ni exigée ni dispensée par un paramètre de l'académie.", ["ACA-LETTRE", "ACA-LETTRE-CONTENU", "ACA-LETTRE-SIGNATURES"])
            { Ailleurs = "Écran /lettres/etablir : chaque mission validée y a sa lettre ; l'absence de lettre n'arrête pas le versement." },
        new("C19", "Avis ou délibération", [$"{Circulaire}, {Projet} : pas de délibération formelle, phrase absente du texte publié", $"{Decret}, art. 8 : présente pour avis"],
            "Un avis daté, favorable ou non, jamais un acte ; défavorable, il ne bloque pas.", ["IMP-AVIS-CA"]) { Ailleurs = "Écran /instances/enregistrer : sens et voix, sans délibération." },
        new("C20", "Qui décide de la décharge", [$"{ArticleImp} : demande au DASEN", $"{Circulaire}, préambule : le recteur, sur proposition du conseil d'administration"],
            "Le recteur décide, après proposition du conseil d'administration ; le DASEN instruit ou reçoit délégation.", ["IMP-DECHARGE", "IMP-DECHARGE-PEGC", "IMP-DECHARGE-PRIVE", "ARE-CIRCUIT"]),
        new("C21", "La valeur d'une heure de décharge", [$"{ArticleImp} : trois IMP font trois heures", "Aucun texte pour une demi-heure"],
            "Une heure vaut une IMP de 1 250 € ; par défaut, des heures entières.", ["ARE-EQUIVALENCE", "ARE-HEURES", "ARE-HEURES-PEGC"]) { Parametre = nameof(Parametres.AreParDemiHeures) },
        new("C32", "Les fourchettes de taux", [$"{Circulaire}, II.6, II.7 et III : « de 1 250 à 3 750 € », « de 312,50 à 625 € »", "arrêté du 27 avril 2015 : cinq montants"],
            "Une fourchette désigne les taux réglementaires qu'elle contient, jamais un montant entre deux.", ["IMP-TAUX", "IMP-TAUX-USAGE", "VERS-PARTAGE-UNSS"]),
        new("C33", "Référent culture : quel besoin ?", [$"{Circulaire}, II.5 : aucun critère", $"{Circulaire}, II.1 à II.8 : un critère pour les autres missions"],
            "Aucun critère ne bloque cette mission.", ["IMP-CULT-SANS-CRITERE"]),
        new("C37", "Mission commencée ou finie en cours d'année", [$"{Decret}, art. 3, al. 2 : neuvièmes pour l'année entière, sinon après service fait", "Aucun texte sur un prorata"],
            "Un seul versement après service fait, à un des cinq taux choisi plus bas s'il le faut. Une validation tardive n'est pas un début tardif : c'est un rappel. Un allègement commencé après le 30 septembre se décide à la main.",
            ["IMP-PERIODE", "IMP-VERSEMENT", "IMP-VALIDATION", "ARE-PERIODE"]),
        new("C38", "Couper un mois entre deux personnes", [$"{Decret}, art. 4 : le versement suit le remplacement, sans méthode"],
            "Trente trentièmes par mois, chaque remplaçant arrondi au centime, le reste au titulaire.", ["VERS-TRENTIEMES"]),
        new("C45", "Tâches qu'aucun texte n'écrit", [$"{Circulaire}, II.9 et III : missions nommées sans contenu", $"{ArticleImp} : nommées seulement"],
            "L'établissement écrit les tâches ; sans elles, l'accord ne se demande pas et la lettre ne s'établit pas.", ["IMP-MISSION"]) { Ailleurs = "Écran /attributions/demander-accord et commande rentree : une mission sans tâche est refusée." },
    ];
}
