namespace Neuvieme.Droit.Couverture;

using static Declaration;

/// <summary>Textes de base, bénéficiaires, cumuls.</summary>
static class SectionsGenerales
{
    internal static readonly (char, string, Declaration[])[] Toutes =
    [
        ('A', "Textes de base",
        [
            Regle("R001", "Le décret n° 2015-475 institue l'IMP du second degré"),
            Regle("R002", "Le premier degré relève d'un autre décret, le n° 2017-965"),
            Regle("R003", "Ce qu'est une IMP : une mission acceptée, en plus du service et hors des cours"),
            Regle("R004", "Hors des cours, ni HSA ni HSE ; la coordination-synthèse d'EREA, SEGPA et ULIS reste en heures supplémentaires",
                "Neuvième ne paie pas d'heures supplémentaires : il ne contrôle pas ce qu'une HSE rémunère."),
            Regle("R005", "L'IMP remplace l'IFIC et la part modulable ECLAIR"),
            Regle("R006", "Deux formes de reconnaissance : une somme, ou un allègement de service"),
            Regle("R007", "Le maintien pendant un congé vient du décret n° 2010-997"),
            Rien("R008", "Avis du comité technique ministériel du 11 février 2015 sur le décret", "Histoire du texte : elle ne produit ni motif ni montant."),
            Ecran("R009", "La circulaire a été relevée sur un projet, avant sa publication sous le n° 2015-058", "/textes/regles", "RegleTests.Fiche_DUneRegleDeLaCirculaire_DitQuElleAEteLueSurUnProjet"),
            Regle("R010", "Les orientations donnent pour chaque mission ses tâches, son besoin et ses taux"),
        ]),
        ('B', "Qui peut recevoir une IMP",
        [
            Regle("R011", "Enseignants du second degré public"),
            Regle("R012", "Enseignants du premier degré qui exercent dans le second"),
            Regle("R013", "Professeurs documentalistes"),
            Regle("R014", "Conseillers principaux d'éducation"),
            Regle("R015", "PEGC, par leur propre statut"),
            Regle("R016", "Un service complet en classes préparatoires exclut"),
            Regle("R017", "Aucune mission ne s'impose"),
            Regle("R018", "L'indemnité suppose l'exercice effectif",
                "Rien ne dit encore qu'une mission annuelle n'a jamais commencé : les neuvièmes s'arrêtent par un remplacement ou un congé."),
            Ecran("R019", "Le chef désigne dans son seul établissement", "/repartition/modifier", "RepartitionTests.Modifier_MissionDUnAutreEtablissement_Introuvable"),
            Regle("R020", "L'agent exerce dans l'établissement de la mission"),
            Regle("R021", "Le recteur désigne pour une mission académique"),
            Regle("R022", "Une mission académique demande des compétences pédagogiques ou éducatives"),
            Regle("R023", "Privé sous contrat : un régime propre, sans conseils"),
        ]),
        ('C', "Cumul, exclusivité, décharge",
        [
            Regle("R024", "Pour une même mission d'établissement, somme ou allègement, pas les deux"),
            Regle("R025", "Mission académique : l'IMP peut compléter l'allègement"),
            Regle("R026", "District UNSS : jamais d'allègement"),
            Regle("R027", "Le recteur décide de la décharge, sur proposition du conseil d'administration"),
            Regle("R028", "Une heure de décharge vaut une IMP de base"),
            Regle("R029", "Le chef adresse la demande de conversion au DASEN"),
            Regle("R030", "Le référent numérique peut préférer un allègement"),
            Regle("R031", "Plusieurs missions différentes se cumulent"),
            Regle("R032", "Une IMP et une part du Pacte ne paient pas le même travail", "Contrôlé quand la part s'attribue ; l'attribution d'une IMP ne demande pas si une part paie déjà ce travail."),
        ]),
    ];
}
