using Neuvieme.Droit;
using Neuvieme.Droit.ImpSecondDegre;
using Neuvieme.Fonctions.Repartition;
using Neuvieme.Socle;

namespace Neuvieme.Fonctions.Instances;

/// <summary>Les mots des instances, les mêmes à l'écran, dans le dossier et dans le classeur.</summary>
public static class Noms
{
    public static string De(Instance instance) => instance switch
    {
        Instance.ConseilPedagogique => "conseil pédagogique",
        Instance.ConseilAdministration => "conseil d’administration",
        _ => "ensemble des enseignants",
    };

    /// <summary>« du conseil pédagogique ».</summary>
    public static string Du(Instance instance) => instance == Instance.Enseignants ? "de l’ensemble des enseignants" : "du " + De(instance);

    public static string Sens(SensAvis sens) => sens switch
    {
        SensAvis.Favorable => "favorable",
        SensAvis.Defavorable => "défavorable",
        SensAvis.Partage => "partagé",
        _ => "pris acte",
    };

    /// <summary>« (21 pour, 2 contre, 1 abstention) », précédé d'une espace ; vide sans décompte.</summary>
    public static string Voix(int? pour, int? contre, int? abstentions) =>
        pour is null && contre is null ? "" : $" ({pour ?? 0} pour, {contre ?? 0} contre, {Francais.Nombre(abstentions ?? 0, "abstention")})";

    public static bool SansConseils(Plan plan) => plan.Etablissement.Secteur == Secteur.PriveSousContrat;

    /// <summary>Ce qu'il faut savoir d'une séance à cette date, sans que cela l'empêche ; vide de février à juin.</summary>
    public static string HorsFenetre(AnneeScolaire annee, DateOnly seance) => FenetreDesAvis.Contient(annee, seance) ? ""
        : $"Hors de la période de février à juin {annee.Debut} : à présenter comme un ajustement (circulaire n° 2015-058, I).";
}
