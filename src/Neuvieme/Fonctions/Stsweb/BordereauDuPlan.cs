using Neuvieme.Droit.ImpSecondDegre;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Repartition;
using Neuvieme.Fonctions.Suivi;
using Neuvieme.Socle;
using Mission = Neuvieme.Fonctions.Repartition.Mission;

namespace Neuvieme.Fonctions.Stsweb;

/// <summary>Une ligne du bordereau avec l'attribution qu'elle reprend et sa saisie, s'il y en a une.</summary>
public sealed record LigneASaisir(LigneBordereau Ligne, Attribution Attribution, SaisieSts? Saisie)
{
    /// <summary>Une ponctuelle se saisit une fois le service fait : avant, rien n'est dû (décret art. 3).</summary>
    public bool AttendLeServiceFait => Ligne.Duree == Duree.Ponctuelle && Attribution.ServiceFaitLe is null;

    /// <summary>Ce qui a changé depuis que quelqu'un l'a tapée.</summary>
    public IReadOnlyList<string> Changements => Saisie is null ? [] : [.. Bordereau.Comparer([LigneTapee.Lire(Saisie.Ligne)], [Ligne]).SelectMany(d => d.Changements)];

    public bool ResteASaisir => Saisie is null && !AttendLeServiceFait;
}

/// <summary>Les lignes à taper dans STSWeb : les attributions validées, dans l'ordre alphabétique des agents.</summary>
public static class BordereauDuPlan
{
    public static IReadOnlyList<LigneBordereau> Lignes(Plan plan) => [.. ASaisir(plan).Select(l => l.Ligne)];

    public static IReadOnlyList<LigneASaisir> ASaisir(Plan plan)
    {
        var lignes = plan.Missions.SelectMany(m => m.Attributions, (m, a) => (m, a)).Where(x => x.a is { Etat: EtatAttribution.Validee, Agent: not null })
            .ToDictionary(x => Reference(x.a), x => new LigneASaisir(De(plan, x.m, x.a), x.a, plan.Saisies.GetValueOrDefault(x.a.Id)), StringComparer.Ordinal);
        return [.. Bordereau.Ordonner(lignes.Values.Select(l => l.Ligne)).Select(l => lignes[l.Reference])];
    }

    static string Reference(Attribution a) => $"{a.Uai}-{a.Annee}-{a.Id:0000}";

    static LigneBordereau De(Plan plan, Mission m, Attribution a)
    {
        var avis = plan.AvisSur(m, a);
        return new()
        {
            Reference = Reference(a),
            Nom = a.Agent!.NomUsage,
            Prenom = a.Agent.Prenom,
            Identifiant = $"{a.Agent.TypeSts} {a.Agent.IdSts}",
            Fonction = a.Agent.FonctionSts,
            Mission = m.Intitule,
            Taux = TauxImp.DeMontant(a.Montant, plan.Annee.PremierJour)!,
            Effet = m.Debut ?? (m.Duree == Duree.AnneeEntiere ? plan.Annee.PremierJour : null),
            Fin = m.Fin ?? (m.Duree == Duree.AnneeEntiere ? plan.Annee.DernierJour : null),
            Duree = m.Duree,
            Interruptions = string.Join(" ; ", plan.Interruptions[a.Id].Where(i => i.Genre != GenreDInterruption.Conge).Select(i => i.Phrase)),
            Saisie = plan.Saisies.GetValueOrDefault(a.Id)?.Quand ?? "",
            Controle = m.Duree == Duree.Ponctuelle && a.ServiceFaitLe is null ? "à saisir après service fait" : "",
            ValideeLe = a.InstruiteLe is { } i ? Horloge.AParis(i) : null,
            AvisConseilPedagogique = avis.ConseilPedagogique,
            AvisConseilAdministration = avis.ConseilAdministration,
        };
    }
}
