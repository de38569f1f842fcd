namespace Neuvieme.Droit.Couverture;

using static Declaration;

/// <summary>Les taux, le versement, les absences et le partage.</summary>
static class SectionsTaux
{
    internal static readonly (char, string, Declaration[])[] Toutes =
    [
        ('F', "Les taux",
        [
            Regle("R055", "Cinq taux annuels"),
            Regle("R056", "Un arrêté fixe les taux ; une année commencée garde les siens"),
            Regle("R057", "Taux quart, code 001"),
            Regle("R058", "Taux moitié, code 002"),
            Regle("R059", "Taux de base, code 003"),
            Regle("R060", "Taux double, code 004"),
            Regle("R061", "Taux triple, code 005"),
            Ecran("R062", "Le taux se dit toujours en euros : « taux 1 » et « taux de base » se confondent", "/lettres/etablir", "LettreImpTests.Lettre_TauxDeBase_DitLesTroisNomsLesNeufVersementsEtLesTextes"),
            Regle("R063", "Le taux suit la charge et les conditions ; un écart se justifie"),
            Regle("R064", "La manière de servir ne change pas le taux"),
            Regle("R065", "Le temps partiel ne change pas le taux"),
            Regle("R066", "Le chef peut s'écarter des taux indicatifs, en le justifiant"),
        ]),
        ('G', "Le versement",
        [
            Regle("R067", "Mission annuelle : neuf versements égaux, au centime près"),
            Choix("R068", "Les neuvièmes vont d'octobre à juin", nameof(Parametres.PremierMois)),
            Choix("R069", "Les neuvièmes peuvent aller de novembre à juillet", nameof(Parametres.PremierMois)),
            Choix("R070", "Mission ponctuelle : un versement après service fait", nameof(Parametres.JourLimitePaie)),
            Regle("R071", "Le dernier neuvième solde les centimes"),
            Regle("R072", "Rien avant la validation ; les neuvièmes échus viennent en rappel"),
            Regle("R073", "L'IMP est exonérée d'impôt et bénéficie de la réduction de cotisations"),
        ]),
        ('H', "Remplacement, congés, partage",
        [
            Regle("R074", "Le versement quitte le titulaire le jour de son remplacement"),
            Regle("R075", "Il va au remplaçant tant que dure le remplacement"),
            Regle("R076", "Tous ensemble ne reçoivent pas plus que la mission"),
            Regle("R077", "Une absence sans remplacement n'arrête rien"),
            Regle("R078", "Congés annuels : maintien"),
            Regle("R079", "Congé de maladie ordinaire : l'indemnité suit le traitement"),
            Regle("R080", "Maternité, adoption, paternité : maintien"),
            Regle("R081", "Autres congés : décision manuelle"),
            Regle("R082", "Mission partagée : une IMP à chacun, à un des cinq taux"),
            Regle("R083", "District UNSS partagé : la somme tient dans le taux du district"),
        ]),
    ];
}
