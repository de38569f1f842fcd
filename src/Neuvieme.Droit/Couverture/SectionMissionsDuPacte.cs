namespace Neuvieme.Droit.Couverture;

using static Declaration;

/// <summary>Le Pacte : ses missions.</summary>
static class SectionMissionsDuPacte
{
    internal static readonly (char, string, Declaration[])[] Toutes =
    [
        ('N', "Pacte : missions des premier et second degrés",
        [
            Regle("R197", "La liste est indicative, la lettre adapte les tâches", "La lettre du Pacte, où les tâches s'adapteront, n'est pas encore produite."),
            Regle("R198", "Un bilan clôt la plupart des missions", "La règle dit à qui le bilan est remis ; aucun rappel ne le demande encore."),
            Regle("R199", "Missions sans bilan énoncé"),
            Regle("R200", "Besoins particuliers, premier degré : au forfait"),
            Regle("R201", "Besoins particuliers, second degré : au forfait"),
            Regle("R202", "Soutien à l'école primaire : vingt-quatre heures"),
            Regle("R203", "Soutien en sixième : dix-huit heures"),
            Regle("R204", "Stages de réussite et École ouverte : vingt-quatre heures"),
            Regle("R205", "Devoirs faits : vingt-quatre heures"),
            Regle("R206", "Découverte des métiers, coordination : au forfait"),
            Regle("R207", "Découverte des métiers, intervention : vingt-quatre heures"),
            Regle("R208", "Projets d'innovation : au forfait"),
            Regle("R209", "Référent harcèlement à l'école : au forfait"),
            Regle("R210", "Remplacement de courte durée : dix-huit heures"),
        ]),
        ('O', "Pacte : lycée professionnel",
        [
            Regle("R211", "Activités optionnelles : vingt-quatre heures"),
            Regle("R212", "Tutorat d'un groupe : au forfait"),
            Regle("R213", "Décrochage : au forfait"),
            Regle("R214", "Terminale et France Travail : au forfait"),
            Regle("R215", "Avenir pro + : au forfait"),
            Regle("R216", "Lien avec les entreprises : au forfait"),
            Regle("R217", "Consolidation en STS : vingt-quatre heures"),
            Regle("R218", "Certificats de spécialisation : vingt-quatre heures"),
            Regle("R219", "Certificats : une heure ne compte pas deux fois"),
            Regle("R220", "STS : la coordination à l'enseignant désigné", "Qu'au moins un enseignant soit désigné par établissement n'est pas contrôlé."),
            Regle("R221", "Un élève suit deux activités optionnelles au plus", "Dit dans la fiche de la mission ; Neuvième ne connaît aucun élève."),
            Regle("R222", "Tutorat, STS et certificats s'adressent aux PLP"),
            Regle("R223", "Neuf missions et huit actions de lycée professionnel"),
        ]),
        ('P', "Pacte : listes d'un article, à recouper",
        [
            Regle("R224", "Six missions du premier degré, toutes retrouvées"),
            Regle("R225", "Six missions du second degré, toutes retrouvées"),
            Regle("R226", "Deux familles : devant élèves, ou à l'année"),
        ]),
    ];
}
