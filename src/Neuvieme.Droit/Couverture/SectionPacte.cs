namespace Neuvieme.Droit.Couverture;

using static Declaration;

/// <summary>Le Pacte : les règles communes.</summary>
static class SectionPacte
{
    internal static readonly (char, string, Declaration[])[] Toutes =
    [
        ('M', "Pacte : règles communes",
        [
            Regle("R155", "La part fonctionnelle existe depuis septembre 2023"),
            Regle("R156", "Une part vaut 1 250 €"),
            Regle("R157", "Elle se paie et s'impose comme une IMP"),
            Regle("R158", "Dix-huit heures, vingt-quatre heures ou forfait"),
            Regle("R159", "Dix-huit heures font 69,44 € de l'heure"),
            Regle("R160", "Vingt-quatre heures font 52,08 € de l'heure"),
            Regle("R161", "Mieux payée qu'une HSA de certifié", "Calculé pour les corps dont la HSA est relevée ; pas pour les professeurs des écoles."),
            Regle("R162", "Aucune part ne s'impose"),
            Regle("R163", "L'engagement vaut une année, sur une mission et une somme connues", "La lettre du Pacte n'est pas encore produite."),
            Regle("R164", "Les missions prioritaires se pourvoient d'abord"),
            Regle("R165", "Le premier niveau avant le deuxième"),
            Regle("R166", "Le deuxième niveau avant le troisième"),
            Regle("R167", "Le troisième niveau : toutes les autres missions"),
            Choix("R168", "Cet ordre est un usage d'académie, pas un texte", nameof(Parametres.PrioritePacte)),
            Choix("R169", "Certaines académies réservent une part au remplacement", nameof(Parametres.PourcentageRcdMinimal)),
            Regle("R170", "Exemple : cinquante parts pour un collège de six cents élèves"),
            Regle("R171", "Repère : de 90 à 120 parts pour cent enseignants", "Montré au comparateur, sans comparaison avec la dotation d'un établissement."),
            Regle("R172", "Repère : environ une part par enseignant", "Montré au comparateur, sans comparaison avec la dotation d'un établissement."),
            Regle("R173", "Le rectorat attribue les parts", "Aux écoles, il les notifie à l'écran /premier-degre/notifier ; dans le second degré, le Pacte n'a pas encore d'écran."),
            Regle("R174", "Les parts sont fléchées par niveau", "La somme des trois niveaux n'est pas contrôlée : un niveau l'est face à la dotation entière."),
            Regle("R175", "Aucun plafond de parts"),
            Regle("R176", "Premier degré : des demi-parts dès la première"),
            Regle("R177", "Second degré : une première part entière, sauf dérogations datées"),
            Regle("R178", "Neuf heures de soutien font une demi-part, trente-six en font deux"),
            Regle("R179", "Une demi-part fait la moitié des heures"),
            Regle("R180", "Neuf versements, d'octobre à juin"),
            Regle("R181", "Le net d'un neuvième de part est de 125,65 €"),
            Regle("R182", "Des heures manquantes arrêtent le versement, sans l'annuler"),
            Regle("R183", "Des heures non faites se redéploient"),
            Regle("R184", "La lettre peut fixer des créneaux et des missions de repli", "Les missions de repli sont codées ; les créneaux ne le sont pas, aucune heure n'étant encore enregistrée une à une."),
            Regle("R185", "Le nombre d'heures est fixé d'avance", "Les heures sont calculées ; la lettre du Pacte, qui les dira, n'est pas encore produite."),
            Regle("R186", "Les heures faites se suivent", "Le calcul est codé ; les heures se donnent à la commande, aucun écran ne les recueille encore."),
            Regle("R187", "Congé de maladie : le nombre d'heures ne change pas d'office"),
            Ecran("R188", "Ce que l'on sait du Pacte par un article date de juin et de septembre 2023", "/textes/regles", "RegleTests.Fiche_DUneRegleTireeDUnArticle_DitSesDates"),
            Rien("R189", "HSE de remplacement et IMP maintenues en 2023-2024", "Annonce datée, dont l'année est passée : elle n'oblige plus personne."),
            Regle("R190", "Pour un agrégé, l'écart avec la HSA est faible"),
            Regle("R191", "De 27 à 110 % de plus qu'une HSE ou une HSA", "Le calcul donne 26,1 % là où l'article imprime 27 : les deux se montrent."),
            Regle("R192", "Une heure par semaine fait deux parts, à comparer à deux HSA"),
            Regle("R193", "Une lettre floue n'oblige à aucune heure hors mission"),
            Regle("R194", "Certaines missions se refusent : l'IMP et le Pacte en sont"),
            Ecran("R195", "Un agent signe chaque année plusieurs papiers", "/mes-missions", "EtablirTests.Etablir_LesMissionsValidees_RemetLePdfAuChefEtALAgentSeulement",
                "Les lettres d'IMP seulement : l'état des services reste dans STSWeb et la lettre du Pacte n'est pas encore produite."),
            Rien("R196", "Arguments pour et contre le Pacte", "Opinion de l'auteur d'un article : Neuvième montre les chiffres, sans conseiller."),
        ]),
    ];
}
