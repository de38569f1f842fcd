namespace Neuvieme.Droit.Fiscalite;

/// <summary>Les règles de net, de cotisation et d'impôt, avec leur texte.</summary>
static class ReglesFiscales
{
    static readonly DateOnly Relecture = new(2026, 11, 22);

    internal static readonly DateOnly Csg2018 = new(2018, 1, 1);
    internal static readonly DateOnly Rafp2005 = new(2005, 1, 1);
    internal static readonly DateOnly Exoneration2019 = new(2019, 1, 1);
    internal static readonly DateOnly Plafond2022 = new(2022, 1, 1);

    internal static readonly Regle Prelevements = Une("FISC-PRELEVEMENTS",
        new("code de la sécurité sociale", "art. L. 136-2 et L. 136-8", null, "CRDS : ordonnance n° 96-50 du 24 janvier 1996, art. 14 et 19"),
        "Sur 98,25 % du brut sont retenues la CSG à 9,2 % et la CRDS à 0,5 %, soit 9,53025 % du brut. Le net de chaque versement est le brut fois 0,9046975, arrondi une fois ; c'est une estimation.",
        ["R181", "R247"], Csg2018);

    internal static readonly Regle Compensation = Une("FISC-COMPENSATION",
        new("décret n° 2019-133 du 25 février 2019", "art. 1 et 2", null, "NOR CPAF1902106D ; code de la sécurité sociale, art. L. 241-17"),
        "La réduction de cotisations salariales ajoute sur la paie 5 % du brut des sommes exonérées, sans plafond propre. Elle compense la RAFP et ne fait un gain que lorsque l'assiette de celle-ci est épuisée.",
        ["R073", "R248"], Exoneration2019);

    internal static readonly Regle Rafp = Une("FISC-RAFP",
        new("décret n° 2004-569 du 18 juin 2004", "art. 3", null, "loi n° 2003-775 du 21 août 2003, art. 76"),
        "La retraite additionnelle prend 10 % de son assiette, par moitié : 5 % à l'agent, 5 % à l'employeur. HSA, HSE, part modulable, IMP et part fonctionnelle y entrent.",
        ["R252"], Rafp2005);

    internal static readonly Regle RafpAssiette = Une("FISC-RAFP-ASSIETTE",
        new("décret n° 2004-569 du 18 juin 2004", "art. 2", null, "loi n° 2003-775 du 21 août 2003, art. 76"),
        "L'assiette de la RAFP s'arrête à 20 % du traitement indiciaire brut de l'année civile ; au-delà, rien n'est cotisé. Sans traitement connu, elle est comptée entière et la réponse le dit.",
        ["R253"], Rafp2005);

    internal static readonly Regle Exoneration = Une("FISC-EXONERATION",
        new("code général des impôts", "art. 81 quater", null, "loi n° 2018-1213 du 24 décembre 2018, art. 2 ; décret n° 2019-133, art. 1"),
        "IMP, parts fonctionnelles, HSA et HSE n'entrent pas dans le revenu imposable jusqu'au plafond de l'année ; le surplus est imposable. Ce qui est exonéré reste compté dans le revenu fiscal de référence.",
        ["R073", "R249"], Exoneration2019);

    internal static readonly Regle Plafond = Une("FISC-PLAFOND",
        new("code général des impôts", "art. 81 quater", "limite annuelle", "loi n° 2018-1213 du 24 décembre 2018, puis loi n° 2022-1157 du 16 août 2022"),
        "Le plafond d'exonération est de 5 000 € par année civile de 2019 à 2021, de 7 500 € depuis 2022. Il se compare aux sommes brutes, ou, au choix de l'académie, aux sommes nettes par le coefficient 0,93319.",
        ["R250"], Exoneration2019);

    internal static readonly Regle AnneeCivile = Une("FISC-ANNEE-CIVILE",
        new("code général des impôts", "art. 12 et 81 quater", null, "imposition des revenus de l'année où ils sont versés"),
        "Le mois de paie décide de l'année : trois neuvièmes d'octobre à décembre comptent pour une année civile, six de janvier à juin pour la suivante ; validés tard, ils comptent pour l'année où leur rappel est payé. Toutes les sommes exonérées de la personne partagent un seul plafond.",
        ["R250", "R251"], Exoneration2019);

    internal static readonly Regle[] Regles = [Prelevements, Compensation, Rafp, RafpAssiette, Exoneration, Plafond, AnneeCivile];

    static Regle Une(string code, Source source, string enonce, string[] releve, DateOnly depuis) =>
        new(code, source, enonce, depuis, null, Relecture, releve, Rubrique.Fiscalite);
}
