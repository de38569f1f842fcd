namespace Neuvieme.Droit.Couverture;

using static Declaration;

/// <summary>Comparaisons, chiffres nationaux, retenues et impôt.</summary>
static class SectionComparaison
{
    const string Frequence = "Montré avec les chiffres refaits du comparateur ; aucun calcul n'en dépend.";

    internal static readonly (char, string, Declaration[])[] Toutes =
    [
        ('Q', "Ce que rapporte une heure",
        [
            Regle("R227", "Services hebdomadaires possibles"),
            Regle("R228", "Trente-six semaines de cours"),
            Regle("R229", "Sans état des services signé, pas de HSA"),
            Regle("R230", "La première HSA vaut 20 % de plus ; les deux premières s'imposent"),
            Regle("R231", "HSA d'un professeur d'EPS"),
            Regle("R232", "HSA d'un certifié"),
            Regle("R233", "HSA d'un agrégé"),
            Regle("R234", "Un professeur sur deux est professeur principal", Frequence),
            Regle("R235", "Quarante heures de professeur principal, en exemple"),
            Regle("R236", "Professeur principal, de la sixième à la quatrième"),
            Regle("R237", "Professeur principal, en troisième et au-delà"),
            Regle("R238", "Professeur principal agrégé"),
            Regle("R239", "Un professeur sur quatre a une mission", Frequence),
            Regle("R240", "Sans heures dans la lettre, le taux horaire reste ouvert"),
            Regle("R241", "Chaque valeur porte sa date et sa source"),
        ]),
        ('R', "Chiffres nationaux",
        [
            Regle("R242", "Bénéficiaires de 2020-2021", Frequence),
            Regle("R243", "Missions de 2020-2021", Frequence),
            Regle("R244", "Part des décharges", Frequence),
            Regle("R245", "« Un sur quatre » est une approximation", Frequence),
            Rien("R246", "Deux études citées en référence", "Bibliographie : aucune règle n'en vient."),
        ]),
        ('S', "Retenues, impôt, retraite",
        [
            Regle("R247", "9,53 % de retenues sur le brut"),
            Regle("R248", "Cinq pour cent ajoutés sur la paie, face à la RAFP"),
            Regle("R249", "Exonération d'impôt sous un plafond"),
            Regle("R250", "Plafond de 7 500 € depuis 2022"),
            Regle("R251", "Le plafond suit l'année civile, les neuvièmes l'année scolaire"),
            Regle("R252", "RAFP : cinq pour cent à l'agent, autant à l'employeur"),
            Regle("R253", "Assiette de la RAFP : 20 % du traitement"),
            Rien("R254", "Gain supposé sur la retraite additionnelle", "Opinion d'un article : le gain dépend d'une carrière entière que Neuvième ne connaît pas."),
            Rien("R255", "La pension de l'État suit l'indice des six derniers mois", "Pension de l'État : les missions n'y changent rien et Neuvième ne la calcule pas."),
        ]),
    ];
}
