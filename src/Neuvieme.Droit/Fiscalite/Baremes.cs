namespace Neuvieme.Droit.Fiscalite;

/// <summary>Taux de la CSG et de la CRDS, et part du brut sur laquelle ils portent.</summary>
/// <param name="Assiette">98,25 % : le brut moins 1,75 % de frais professionnels.</param>
/// <param name="Csg">CSG.</param>
/// <param name="Crds">CRDS.</param>
public sealed record TauxSociaux(Proportion Assiette, Proportion Csg, Proportion Crds)
{
    /// <summary>Ce qui reste d'un euro brut, en dix-milliardièmes : 9 046 975 000.</summary>
    public long FacteurNet => (long)Proportion.Tout * Proportion.Tout - (long)(Csg.CentMilliemes + Crds.CentMilliemes) * Assiette.CentMilliemes;
}

/// <summary>Taux de la retraite additionnelle et limite de son assiette.</summary>
/// <param name="Agent">Part de l'agent.</param>
/// <param name="Employeur">Part de l'employeur.</param>
/// <param name="Plafond">Part du traitement indiciaire brut de l'année civile où s'arrête l'assiette.</param>
public sealed record TauxRafp(Proportion Agent, Proportion Employeur, Proportion Plafond);

/// <summary>Les valeurs sociales et fiscales, par date. Une année civile se lit à son 1er janvier.</summary>
/// <remarks>L'assiette des prélèvements au-delà de quatre plafonds de la sécurité sociale (100 % du brut) n'est pas codée : aucune mission n'y conduit.</remarks>
public static class Baremes
{
    /// <summary>CSG et CRDS (code de la sécurité sociale, art. L. 136-2 et L. 136-8 ; ordonnance n° 96-50, art. 19).</summary>
    public static ValeursDatees<TauxSociaux> Sociaux { get; } =
        new(new Version<TauxSociaux>(ReglesFiscales.Csg2018, null, new(new(98_250), new(9_200), new(500))));

    /// <summary>RAFP (décret n° 2004-569, art. 2 et 3).</summary>
    public static ValeursDatees<TauxRafp> Rafp { get; } =
        new(new Version<TauxRafp>(ReglesFiscales.Rafp2005, null, new(new(5_000), new(5_000), new(20_000))));

    /// <summary>Part du brut que la réduction de cotisations ajoute à la paie (décret n° 2019-133).</summary>
    public static ValeursDatees<Proportion> Compensation { get; } =
        new(new Version<Proportion>(ReglesFiscales.Exoneration2019, null, new(5_000)));

    /// <summary>Plafond annuel d'exonération (code général des impôts, art. 81 quater).</summary>
    /// <remarks>Non codé : les 7 500 € ouverts en 2020 aux seules heures de l'état d'urgence sanitaire (loi n° 2020-473, art. 4), dont la part n'est pas un fait connu.</remarks>
    public static ValeursDatees<Montant> Plafond { get; } = new(
        new Version<Montant>(ReglesFiscales.Exoneration2019, ReglesFiscales.Plafond2022.AddDays(-1), new(500_000)),
        new Version<Montant>(ReglesFiscales.Plafond2022, null, new(750_000)));

    /// <summary>Du brut au net que compare le plafond quand l'académie lit le texte en net : 1 moins la CSG déductible, 6,8 % de 98,25 %.</summary>
    public static Proportion CoefficientNet { get; } = new(93_319);
}
