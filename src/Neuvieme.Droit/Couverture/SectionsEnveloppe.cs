namespace Neuvieme.Droit.Couverture;

using static Declaration;

/// <summary>L'enveloppe, la procédure, le calendrier.</summary>
static class SectionsEnveloppe
{
    internal static readonly (char, string, Declaration[])[] Toutes =
    [
        ('D', "L'enveloppe",
        [
            Regle("R033", "Le recteur répartit l'enveloppe de l'académie", "L'enveloppe de l'académie se juge mission par mission ; aucun écran ne la répartit encore entre les établissements."),
            Ecran("R034", "La notification accompagne la dotation horaire et s'ajuste ensuite", "/enveloppes/notifier", "NotifierTests.Notifier_DeuxImpEnJuin_LeChefVoitDixEtLesDeuxLignes"),
            Regle("R035", "L'enveloppe se compte en IMP de 1 250 €"),
            Regle("R036", "Repère : une IMP pour six enseignants", "Montré au comparateur, sans comparaison avec l'enveloppe d'un établissement."),
            Regle("R037", "Repère : six à huit IMP pour quarante professeurs", "Montré au comparateur, sans comparaison avec l'enveloppe d'un établissement."),
            Regle("R038", "Repère : quinze à vingt IMP pour cent vingt professeurs", "Montré au comparateur, sans comparaison avec l'enveloppe d'un établissement."),
            Regle("R039", "Les missions tiennent dans l'enveloppe notifiée"),
            Rien("R040", "Le chef peut demander des IMP de plus", "La demande se fait encore hors de Neuvième ; ce que le rectorat accorde s'y enregistre comme une notification motivée."),
            Regle("R041", "Les critères de l'article 9 fondent le montant"),
            Regle("R042", "L'académie peut prioriser, admettre ou écarter un type de mission", "Fait de la bibliothèque et de la ligne de commande : aucun écran ne le saisit encore."),
            Regle("R043", "Les missions de l'article 6 avant celles de l'article 7", "À l'écran, seule la coordination des APSA se vérifie : son besoin est le seul que l'effectif établit."),
        ]),
        ('E', "Procédure et calendrier",
        [
            Regle("R044", "Le conseil pédagogique rend son avis le premier"),
            Regle("R045", "Le conseil d'administration rend ensuite le sien"),
            Regle("R046", "Un avis n'est pas une délibération"),
            Regle("R047", "Les avis se rendent de février à juin"),
            Ecran("R048", "Le conseil voit les missions et leurs taux, jamais les personnes", "/instances", "InstancesTests.Avis_FigeLaRepartitionSansAucunNom_EtMontreCeQuiAChange"),
            Ecran("R049", "Le chef, et lui seul, propose les décisions individuelles", "/attributions/proposer", "AccesTests.Cases_ParHttp_CommeLeDitLeTableau"),
            Regle("R050", "Le recteur valide ; rien ne se verse avant"),
            Regle("R051", "Mission académique : le recteur décide sans passer par les conseils"),
            Ecran("R052", "Une lettre par mission et par année, sans reconduction tacite", "/lettres/etablir", "LettreImpTests.Lettre_TauxDeBase_DitLesTroisNomsLesNeufVersementsEtLesTextes"),
            Ecran("R053", "Les missions validées se saisissent dans STSWeb", "/stsweb", "BordereauTests.Construire_ColonnesEtTotauxFaceALEnveloppe"),
            Rien("R054", "Les mêmes missions reçoivent des taux comparables d'un établissement à l'autre", "Aucun écran ne rapproche encore les taux de deux établissements ; un taux hors des orientations est signalé au rectorat, un par un."),
        ]),
    ];
}
