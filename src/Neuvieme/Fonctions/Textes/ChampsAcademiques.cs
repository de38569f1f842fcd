using Neuvieme.Droit;
using Neuvieme.Droit.MissionsAcademiques;
using Duree = Neuvieme.Droit.ImpSecondDegre.Duree;
using static Neuvieme.Fonctions.Textes.Cles<Neuvieme.Droit.MissionsAcademiques.Situation>;

namespace Neuvieme.Fonctions.Textes;

/// <summary>Les clés d'une mission académique.</summary>
static class ChampsAcademiques
{
    public static readonly Champ[] Situation =
    [
        Cles.Reference,
        Fait("date", "Jour où le droit est lu.", (s, ref r) => s with { Date = Valeur.Jour(ref r) ?? throw Valeur.Absent() }, obligatoire: true),
        Fait("aujourdhui", "Jour présent : un acte daté d'après lui n'a pas encore eu lieu. Par défaut, date.", (s, ref r) => s with { Aujourdhui = Valeur.Jour(ref r) }),
        Annee((s, annee) => s with { Annee = annee }),
        Choix("mission", "Mission, par son nom ou par son code de nomenclature.", Noms<Mission>.Tous.Concat(Nomenclature.Fiches.Select(f => f.Code)),
            (s, ref r) => s with { Mission = Valeur.ChoixOuCode<Mission>(ref r, c => Nomenclature.DeCode(c)?.Mission) }, obligatoire: true),
        OuiNon("competences_pedagogiques", "La mission demande des compétences pédagogiques ou éducatives.", (s, v) => s with { CompetencesPedagogiques = v }),
        Somme("montant_centimes", "Montant annuel brut proposé à l'agent, en centimes d'euro ; sa part si un district est partagé.", (s, v) => s with { Montant = v }),
        Nombre("allegement_centiemes", "Allègement de service pour cette même mission, en centièmes d'heure hebdomadaire ; 0 sans allègement.", 1_000_000, (s, v) => s with { AllegementCentiemes = v }),
        Choix<NatureEtablissement>("nature", "Nature de l'établissement où l'agent exerce.", (s, v) => s with { Nature = v }),
        Choix<Secteur>("secteur", "Secteur de l'établissement.", (s, v) => s with { Secteur = v }),
        Choix<Fonction>("fonction", "Fonction de l'agent.", (s, v) => s with { Fonction = v }),
        Choix<Corps>("corps", "Corps de l'agent.", (s, v) => s with { Corps = v }),
        OuiNon("service_complet_cpge", "L'agent fait tout son service en classes préparatoires.", (s, v) => s with { ServiceCompletCpge = v }),
        OuiNon("enseigne_eps", "District : l'agent enseigne l'EPS.", (s, v) => s with { EnseigneEps = v }),
        Somme("taux_district_centimes", "District : taux fixé pour lui, en centimes d'euro.", (s, v) => s with { TauxDistrict = v }),
        Nombre("titulaires", "District : nombre de coordonnateurs, celui-ci compris.", 10_000, (s, v) => s with { Titulaires = v }),
        Somme("somme_parts_centimes", "District partagé : somme de toutes les parts, celle-ci comprise, en centimes d'euro.", (s, v) => s with { SommeParts = v }),
        OuiNon("district_deja_pourvu", "District non partagé : un autre agent le coordonne déjà cette année.", (s, v) => s with { DistrictDejaPourvu = v }),
        Choix<EtatAccord>("accord", "Accord de l'agent. Par défaut absent.", (s, v) => s with { Accord = v }),
        Fait("accord_le", "Jour de la réponse de l'agent.", (s, ref r) => s with { AccordLe = Valeur.Jour(ref r) }),
        Fait("lettre_le", "Jour de la lettre de mission.", (s, ref r) => s with { LettreLe = Valeur.Jour(ref r) }),
        Liste("mentions", "Ce que dit la lettre.", Noms<Mentions>.Tous.Skip(1), (s, ref r) => s with { Mentions = Valeur.Liste<Mentions>(ref r, "[\"contenu\", \"taux\"]").Aggregate(default(Mentions), (a, m) => a | m) }),
        Choix<Autorite>("lettre_signee_par", "Qui a signé la lettre pour l'administration.", (s, v) => s with { LettreSigneePar = v }),
        OuiNon("lettre_signee_par_agent", "L'agent a signé la lettre.", (s, v) => s with { LettreSigneeParAgent = v }),
        Choix<Autorite>("decidee_par", "Qui a décidé.", (s, v) => s with { DecideePar = v }),
        Fait("decidee_le", "Jour de la décision.", (s, ref r) => s with { DecideeLe = Valeur.Jour(ref r) }),
        Quarts("enveloppe_notifiee_quarts", "Enveloppe de l'académie ouverte aux missions académiques, en quarts d'IMP (312,50 €).", (s, v) => s with { EnveloppeNotifiee = v }),
        Quarts("enveloppe_engagee_quarts", "Déjà engagé sur cette enveloppe par ailleurs, en quarts d'IMP (312,50 €).", (s, v) => s with { EnveloppeEngagee = v }),
        Choix<Duree>("duree", "Toute l'année scolaire, ou ponctuelle (toute mission qui ne la couvre pas).", (s, v) => s with { Duree = v }),
        Fait("debut", "Premier jour de la mission.", (s, ref r) => s with { Debut = Valeur.Jour(ref r) }),
        Fait("fin", "Dernier jour de la mission.", (s, ref r) => s with { Fin = Valeur.Jour(ref r) }),
        Fait("service_fait_le", "Mission ponctuelle : jour où le service fait est attesté.", (s, ref r) => s with { ServiceFaitLe = Valeur.Jour(ref r) }),
        Cles.Parametres,
    ];
}
