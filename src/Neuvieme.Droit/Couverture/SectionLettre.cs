namespace Neuvieme.Droit.Couverture;

using static Declaration;

/// <summary>La lettre de mission.</summary>
static class SectionLettre
{
    internal static readonly (char, string, Declaration[])[] Toutes =
    [
        ('I', "La lettre de mission",
        [
            Ecran("R084", "Le chef d'établissement établit la lettre", "/lettres/etablir", "EtablirTests.Etablir_LesMissionsValidees_RemetLePdfAuChefEtALAgentSeulement"),
            Ecran("R085", "La lettre dit les tâches et la somme, en IMP et en euros", "/attributions/demander-accord", "FilTests.DemanderAccord_MissionSansTache_EstRefuse"),
            Rien("R086", "Les deux parties signent", "La lettre porte les deux cadres et se signe sur papier : Neuvième ne sait pas encore qui a signé."),
            Regle("R087", "La lettre vaut pour une année scolaire"),
            Regle("R088", "Un nombre d'heures est conseillé"),
            Regle("R089", "Mission académique : lettre obligatoire"),
            Rien("R090", "En établissement, aucun texte n'exige la lettre", "Aucun paramètre ne règle ce choix : la lettre s'établit pour toute mission validée, et son absence n'arrête pas le versement."),
            Regle("R091", "Contenu de la lettre académique"),
            Regle("R092", "Le recteur et l'agent signent la lettre académique"),
            Rien("R093", "Deux ressources extérieures recommandées par un article", "Documents absents du relevé et sans portée juridique."),
        ]),
    ];
}
