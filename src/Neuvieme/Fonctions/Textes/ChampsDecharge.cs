using Neuvieme.Droit;
using Neuvieme.Droit.Decharge;
using Mentions = Neuvieme.Droit.MissionsAcademiques.Mentions;
using static Neuvieme.Fonctions.Textes.Cles<Neuvieme.Droit.Decharge.Situation>;

namespace Neuvieme.Fonctions.Textes;

/// <summary>Les clés d'une décharge de service.</summary>
static class ChampsDecharge
{
    public static readonly Champ[] Situation =
    [
        Cles.Reference,
        Fait("date", "Jour où le droit est lu.", (s, ref r) => s with { Date = Valeur.Jour(ref r) ?? throw Valeur.Absent() }, obligatoire: true),
        Fait("aujourdhui", "Jour présent : un acte daté d'après lui n'a pas encore eu lieu. Par défaut, date.", (s, ref r) => s with { Aujourdhui = Valeur.Jour(ref r) }),
        Annee((s, annee) => s with { Annee = annee }),
        Choix("cadre", "Sorte de mission dont l'agent est allégé.", Noms<Cadre>.Tous, (s, ref r) => s with { Cadre = Valeur.Choix<Cadre>(ref r) }, obligatoire: true),
        Nombre("heures_centiemes", "Heures hebdomadaires d'enseignement allégées, en centièmes d'heure.", 1_000_000, (s, v) => s with { HeuresCentiemes = v }),
        Fait("debut", "Premier jour de l'allègement.", (s, ref r) => s with { Debut = Valeur.Jour(ref r) }),
        Somme("imp_meme_mission_centimes", "IMP que l'agent reçoit pour cette même mission, en centimes d'euro ; 0 s'il n'en reçoit pas.", (s, v) => s with { ImpMemeMission = v }),
        Choix<NatureEtablissement>("nature", "Nature de l'établissement où l'agent exerce.", (s, v) => s with { Nature = v }),
        Choix<Secteur>("secteur", "Secteur de l'établissement.", (s, v) => s with { Secteur = v }),
        Choix<Fonction>("fonction", "Fonction de l'agent.", (s, v) => s with { Fonction = v }),
        Choix<Corps>("corps", "Corps de l'agent.", (s, v) => s with { Corps = v }),
        OuiNon("service_complet_cpge", "L'agent fait tout son service en classes préparatoires.", (s, v) => s with { ServiceCompletCpge = v }),
        Choix<EtatAccord>("accord", "Accord de l'agent. Par défaut absent.", (s, v) => s with { Accord = v }),
        Fait("accord_le", "Jour de la réponse de l'agent.", (s, ref r) => s with { AccordLe = Valeur.Jour(ref r) }),
        Fait("proposition_ca_le", "Établissement public : jour où le conseil d'administration a proposé l'allègement.", (s, ref r) => s with { PropositionCaLe = Valeur.Jour(ref r) }),
        Fait("demande_dasen_le", "Établissement public : jour où le chef d'établissement a saisi l'IA-DASEN.", (s, ref r) => s with { DemandeDasenLe = Valeur.Jour(ref r) }),
        Fait("enseignants_informes_le", "Privé sous contrat : jour où tous les enseignants ont été informés de la répartition.", (s, ref r) => s with { EnseignantsInformesLe = Valeur.Jour(ref r) }),
        Fait("lettre_le", "Mission académique : jour de la lettre de mission.", (s, ref r) => s with { LettreLe = Valeur.Jour(ref r) }),
        Liste("mentions", "Mission académique : ce que dit la lettre.", Noms<Mentions>.Tous.Skip(1), (s, ref r) => s with { Mentions = Valeur.Liste<Mentions>(ref r, "[\"contenu\", \"allegement\"]").Aggregate(default(Mentions), (a, m) => a | m) }),
        Choix<Autorite>("lettre_signee_par", "Mission académique : qui a signé la lettre pour l'administration.", (s, v) => s with { LettreSigneePar = v }),
        OuiNon("lettre_signee_par_agent", "Mission académique : l'agent a signé la lettre.", (s, v) => s with { LettreSigneeParAgent = v }),
        Choix<Autorite>("decidee_par", "Qui a décidé.", (s, v) => s with { DecideePar = v }),
        Fait("decidee_le", "Jour de la décision.", (s, ref r) => s with { DecideeLe = Valeur.Jour(ref r) }),
        Quarts("enveloppe_notifiee_quarts", "Enveloppe notifiée à l'établissement, avant conversion, en quarts d'IMP (312,50 €).", (s, v) => s with { EnveloppeNotifiee = v }),
        Quarts("enveloppe_engagee_quarts", "Déjà engagé sur cette enveloppe par ailleurs, en quarts d'IMP (312,50 €).", (s, v) => s with { EnveloppeEngagee = v }),
        Cles.Parametres,
    ];
}
