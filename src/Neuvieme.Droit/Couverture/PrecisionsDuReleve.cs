namespace Neuvieme.Droit.Couverture;

using static Articles;

/// <summary>Les dix-neuf lectures qui tranchent ce que le relevé laisse ouvert ; elles l'emportent sur lui.</summary>
static class PrecisionsDuReleve
{
    internal static readonly LectureRetenue[] Toutes =
    [
        new("P1", "Les CPE et les missions académiques", [$"{Decret}, art. 1, al. 3 : mêmes conditions que les enseignants", $"{Circulaire}, III : district confié à un enseignant d'EPS"],
            "Un CPE est éligible partout, sauf à la coordination de district UNSS.", ["IMP-AGENT", "ACA-UNSS-EPS"]),
        new("P2", "APSA partagées", [$"{Circulaire}, II.2 : un coordonnateur au taux dû", $"{Circulaire}, I : une IMP à chacun"],
            "Des parts réglementaires, dont la somme tient dans le taux dû ; tout autre choix qu'un coordonnateur au taux dû se justifie et se signale.", ["IMP-APSA-TAUX", "VERS-PARTAGE"]),
        new("P3", "Le compte d'EPS", [$"{Circulaire}, II.2 : heures de service hebdomadaires, sans définition", "décret n° 2014-460 du 7 mai 2014 : forfait d'association sportive"],
            "Heures enseignées plus trois heures d'association sportive par enseignant d'EPS, hors heures supplémentaires ; le forfait se corrige personne par personne.",
            ["IMP-APSA-SEUILS", "IMP-APSA-TAUX"]) { Parametre = nameof(Parametres.ForfaitAssociationSportiveCentiemes), Ailleurs = "Écran /personnels, compte d'EPS ; les heures supplémentaires ont leur propre choix." },
        new("P4", "7 500 € : brut ou net", ["code général des impôts, art. 81 quater : une limite annuelle", "Pratique publiée : 7 500 € nets, soit 8 037 € bruts"],
            "Comparé aux sommes brutes payées dans l'année civile ; l'académie peut le lire en net.", ["FISC-PLAFOND"]) { Parametre = nameof(Fiscalite.BasePlafond) },
        new("P5", "Le net", ["code de la sécurité sociale, art. L. 136-2 : 98,25 % du brut", $"{ArticlePacte} : 0,9047"],
            "Un seul facteur, 0,9046975, appliqué à chaque versement et arrondi une fois.", ["FISC-PRELEVEMENTS"]),
        new("P6", "La première part", ["décret n° 2025-926 du 8 septembre 2025 : paru après la rentrée", $"{ArticlePacte} : première part entière"],
            "C'est la première mission qui doit être entière, pas le total. Une règle scolaire vaut du 1er septembre.", ["PAC-PREMIERE-PART-2023", "PAC-PREMIERE-PART-2024", "PAC-PREMIERE-PART-2025"]),
        new("P7", "Premier ou second degré", [$"{Circulaire}, préambule : enseignants du premier degré en collège, SEGPA, EREA"],
            "Le degré est celui de l'établissement où la mission s'exerce.", ["IMP-PROFESSEUR-DES-ECOLES", "IMP-ETABLISSEMENT", "PAC-LIEU"]),
        new("P8", "Les trentièmes", [$"{Decret}, art. 4 : sans méthode"],
            "Trente jours par mois ; le 31 n'ajoute rien, le dernier jour de février complète. Un remplacement hors des mois versés appelle une décision manuelle.", ["VERS-TRENTIEMES"]),
        new("P9", "Le mois d'une mission ponctuelle", [$"{Decret}, art. 3 : après service fait", $"{Circulaire}, I : après validation"],
            "Service fait attesté jusqu'au jour limite : payé dans le mois ; ensuite, le mois suivant.", ["IMP-SERVICE-FAIT"]) { Parametre = nameof(Parametres.JourLimitePaie) },
        new("P10", "Moins de 1 250 € à un district", [$"{Circulaire}, III : de 1 250 à 3 750 €", $"{Circulaire}, III : partage aux taux réglementaires"],
            "Seulement comme part d'un partage, la somme tenant dans le taux du district.", ["VERS-PARTAGE-UNSS", "ACA-TAUX"]),
        new("P11", "Harcèlement avant le 24 juin 2024", ["décret n° 2024-577 du 21 juin 2024, publié le 23"],
            "Hors vigueur avant ce jour ; pour 2023-2024, un seul versement.", ["IMP-HARC-VIGUEUR", "IMP-HARC-2023"]),
        new("P12", "Une mission légère", [$"{Circulaire}, II.9 : le quart aux missions les plus légères"],
            "Jusqu'à vingt-quatre heures dans l'année, 312,50 € est ordinaire ; au-delà, une alerte.", ["IMP-TAUX-QUART"]),
        new("P13", "Niveau et éducation prioritaire", [$"{Circulaire}, II.4 : de manière privilégiée"],
            "Collège et seconde en éducation prioritaire ; ailleurs une alerte, pas un refus.", ["IMP-NIV-EDUCATION-PRIORITAIRE"]),
        new("P14", "Beaucoup de parts", [$"{ArticlePacte} : pas de limite", "note de service du 20 juillet 2023 : jusqu'à six parts en lycée professionnel"],
            "Aucun plafond ; au-delà de six en lycée professionnel, une alerte.", ["PAC-PARTS"]),
        new("P15", "Tutorat en EREA", [$"{Decret}, art. 6 : lycées généraux, technologiques et professionnels"],
            "Pour ses seules classes de lycée professionnel : une alerte.", ["IMP-TUT-LYCEE"]),
        new("P16", "Décharge d'un CPE", ["décret n° 2014-940 du 20 août 2014, art. 3 : service d'enseignement"],
            "Refusée : un CPE n'a pas de service d'enseignement à alléger.", ["IMP-DECHARGE", "IMP-DECHARGE-PEGC"]),
        new("P17", "« Bloqué » et « non conforme »", ["Relevé documentaire : deux mots pour deux forces"],
            "Le premier est un refus, le second une alerte.", ["IMP-TAUX-USAGE", "PAC-RCD-MINIMUM"]),
        new("P18", "Ce qui manque", [$"{Decret}, art. 1, 6 et 8 : accord et avis préalables"],
            "Une justification, un avis ou un accord absents rendent la décision incomplète en les nommant ; un accord décliné la refuse ; le refus l'emporte.", ["IMP-ACCORD", "IMP-AVIS-CP", "IMP-AVIS-CA", "IMP-TAUX-USAGE", "PAC-ACCORD"]),
        new("P19", "Le privé sous contrat", ["circulaire n° 2015-093 du 12 juin 2015 : mêmes missions et mêmes taux"],
            "Mêmes décisions, sans conseils ; tous les enseignants sont informés, une alerte reste tant que ce n'est pas noté.", ["IMP-SECTEUR", "IMP-PRIVE-INFORMATION", "IMP-DECHARGE-PRIVE", "PAC-SECTEUR"]),
    ];
}
