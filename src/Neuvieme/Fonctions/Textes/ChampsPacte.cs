using Neuvieme.Droit;
using Neuvieme.Droit.Pacte;
using static Neuvieme.Fonctions.Textes.Cles<Neuvieme.Droit.Pacte.Situation>;

namespace Neuvieme.Fonctions.Textes;

/// <summary>Les clés d'une part fonctionnelle du Pacte.</summary>
static class ChampsPacte
{
    public static readonly Champ[] Situation =
    [
        Cles.Reference,
        Fait("date", "Jour où le droit est lu.", (s, ref r) => s with { Date = Valeur.Jour(ref r) ?? throw Valeur.Absent() }, obligatoire: true),
        Fait("aujourdhui", "Jour présent : un acte daté d'après lui n'a pas encore eu lieu. Par défaut, date.", (s, ref r) => s with { Aujourdhui = Valeur.Jour(ref r) }),
        Annee((s, annee) => s with { Annee = annee }),
        Choix("mission", "Mission, par son nom ou par son code de nomenclature.", Noms<Mission>.Tous.Concat(Nomenclature.Fiches.Select(f => f.Code)),
            (s, ref r) => s with { Mission = Valeur.ChoixOuCode<Mission>(ref r, c => Nomenclature.DeCode(c)?.Mission) }, obligatoire: true),
        Nombre("demi_parts", "Nombre de demi-parts : 2 pour une part entière.", 10_000, (s, v) => s with { DemiParts = v }),
        Nombre("demi_parts_deja_tenues", "Demi-parts que l'agent tient déjà cette année. Par défaut 0.", 10_000, (s, v) => s with { DemiPartsDejaTenues = v ?? 0 }),
        OuiNon("premiere_mission", "C'est la première mission du Pacte que l'agent prend cette année.", (s, v) => s with { PremiereMission = v }),
        Choix<NatureEtablissement>("nature", "Nature de l'établissement.", (s, v) => s with { Nature = v }),
        Choix<Secteur>("secteur", "Secteur de l'établissement.", (s, v) => s with { Secteur = v }),
        Choix<Fonction>("fonction", "Fonction de l'agent.", (s, v) => s with { Fonction = v }),
        Choix<Corps>("corps", "Corps de l'agent.", (s, v) => s with { Corps = v }),
        OuiNon("stagiaire", "L'agent est stagiaire.", (s, v) => s with { Stagiaire = v }),
        Choix<EtatAccord>("accord", "Accord de l'agent. Par défaut absent.", (s, v) => s with { Accord = v }),
        Fait("accord_le", "Jour de la réponse de l'agent.", (s, ref r) => s with { AccordLe = Valeur.Jour(ref r) }),
        OuiNon("autre_remuneration_meme_mission", "L'agent est déjà payé pour le même travail.", (s, v) => s with { AutreRemunerationMemeMission = v }),
        OuiNon("heures_deja_comptees", "Certificat de spécialisation : ces heures comptent déjà dans le service ou en heures supplémentaires.", (s, v) => s with { HeuresDejaComptees = v }),
        Vrai("coordination_sts", "Parcours de consolidation en STS : une partie des heures va à la coordination.", (s, v) => s with { CoordinationSts = v }),
        OuiNon("designe_coordonnateur_sts", "L'agent est l'enseignant que l'établissement désigne pour cette coordination.", (s, v) => s with { DesigneCoordonnateurSts = v }),
        Nombre("dotation_du_niveau", "Demi-parts notifiées au niveau de priorité de la mission.", 1_000_000, (s, v) => s with { DotationDuNiveau = v }),
        Nombre("engage_au_niveau", "Demi-parts déjà engagées à ce niveau, sans celle-ci.", 1_000_000, (s, v) => s with { EngageAuNiveau = v }),
        Nombre("reste_niveaux_prioritaires", "Demi-parts des niveaux plus prioritaires encore à pourvoir.", 1_000_000, (s, v) => s with { ResteNiveauxPrioritaires = v }),
        Nombre("dotation_totale", "Demi-parts notifiées, tous niveaux compris.", 1_000_000, (s, v) => s with { DotationTotale = v }),
        Nombre("dotation_rcd", "Demi-parts de remplacement de courte durée notifiées.", 1_000_000, (s, v) => s with { DotationRcd = v }),
        Fait("enseignants_informes_le", "Privé sous contrat : jour où tous les enseignants ont été informés de la répartition.", (s, ref r) => s with { EnseignantsInformesLe = Valeur.Jour(ref r) }),
        Cles.Parametres,
    ];
}
