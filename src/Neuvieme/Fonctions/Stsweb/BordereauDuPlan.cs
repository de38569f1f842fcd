using Neuvieme.Droit.ImpSecondDegre;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Repartition;
using Neuvieme.Socle;

namespace Neuvieme.Fonctions.Stsweb;

/// <summary>Les lignes à taper dans STSWeb : les attributions validées, dans l'ordre alphabétique des agents.</summary>
public static class BordereauDuPlan
{
    public static IReadOnlyList<LigneBordereau> Lignes(Plan plan) => Bordereau.Ordonner(
        plan.Missions.SelectMany(m => m.Attributions, (m, a) => (m, a)).Where(x => x.a is { Etat: EtatAttribution.Validee, Agent: not null }).Select(x => new LigneBordereau
        {
            Reference = $"{x.a.Uai}-{x.a.Annee}-{x.a.Id:0000}",
            Nom = x.a.Agent!.NomUsage,
            Prenom = x.a.Agent.Prenom,
            Identifiant = $"{x.a.Agent.TypeSts} {x.a.Agent.IdSts}",
            Fonction = x.a.Agent.FonctionSts,
            Mission = x.m.Intitule,
            Taux = TauxImp.DeMontant(x.a.Montant, plan.Annee.PremierJour)!,
            Effet = x.m.Debut ?? (x.m.Duree == Duree.AnneeEntiere ? plan.Annee.PremierJour : null),
            Fin = x.m.Fin ?? (x.m.Duree == Duree.AnneeEntiere ? plan.Annee.DernierJour : null),
            Duree = x.m.Duree,
            Controle = x.m.Duree == Duree.Ponctuelle && x.a.ServiceFaitLe is null ? "à saisir après service fait" : "",
            ValideeLe = x.a.InstruiteLe is { } i ? Horloge.AParis(i) : null,
            AvisConseilPedagogique = plan.AvisSur(x.m, x.a).ConseilPedagogique,
            AvisConseilAdministration = plan.AvisSur(x.m, x.a).ConseilAdministration,
        }));
}
