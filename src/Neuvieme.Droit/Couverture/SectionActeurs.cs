namespace Neuvieme.Droit.Couverture;

using static Declaration;

/// <summary>Acteurs, documents, bilans.</summary>
static class SectionActeurs
{
    const string SansRappel = "La tâche est dans la fiche de la mission ; aucun rappel ne demande encore ce bilan.";

    internal static readonly (char, string, Declaration[])[] Toutes =
    [
        ('T', "Acteurs, documents, systèmes",
        [
            Ecran("R256", "Qui propose, valide, signe, lit", "/comptes", "AccesTests.Cases_ParHttp_CommeLeDitLeTableau",
                "Onze qualités. L'inspecteur propose les IMP du premier degré et arrête les parts du Pacte que propose le directeur ; il n'a que sa circonscription, le directeur que son école."),
            Ecran("R257", "Les documents du circuit", "/lettres", "EtablirTests.Etablir_LesMissionsValidees_RemetLePdfAuChefEtALAgentSeulement",
                "Lettre d'IMP, répartition présentée, bordereau et échéancier ; les lettres académiques et du Pacte, la demande de décharge et les bilans ne sont pas produits."),
            Ecran("R258", "STSWeb, le seul système à nourrir", "/stsweb", "BordereauTests.Construire_ColonnesEtTotauxFaceALEnveloppe"),
            Regle("R259", "Les conseils d'enseignement, article R. 421-49 du code de l'éducation"),
            Ecran("R260", "Les missions particulières naissent de l'article 3 du décret n° 2014-940", "/lettres/etablir", "LettreImpTests.Lettre_TauxDeBase_DitLesTroisNomsLesNeufVersementsEtLesTextes"),
            Rien("R261", "Signataires du décret", "Histoire du texte : elle ne produit ni motif ni montant."),
        ]),
        ('U', "Bilans et indicateurs",
        [
            Rien("R262", "Bilan annuel du décrochage au conseil d'administration", SansRappel),
            Rien("R263", "Rapport annuel du référent élèves précoces", SansRappel),
            Rien("R264", "Bilans périodiques de Devoirs faits", SansRappel),
            Ecran("R265", "La répartition présentée aux conseils, avec son total", "/instances", "InstancesTests.Avis_FigeLaRepartitionSansAucunNom_EtMontreCeQuiAChange"),
            Rien("R266", "Indicateurs d'usage : bénéficiaires, missions, décharges", "Aucun écran ne calcule encore ces indicateurs sur les données d'un établissement ou d'une académie."),
        ]),
    ];
}
