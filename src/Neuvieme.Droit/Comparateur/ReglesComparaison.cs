namespace Neuvieme.Droit.Comparateur;

/// <summary>Les règles du comparateur. Une valeur tirée d'un article en ligne le dit : ce n'est pas un texte officiel.</summary>
static class ReglesComparaison
{
    static readonly DateOnly Relecture = new(2026, 11, 22);
    static readonly DateOnly Juillet2022 = new(2022, 7, 1);

    internal static readonly Regle Service = Une("COMP-SERVICE",
        new("code de l'éducation", "art. L. 521-1", null, "services : décret n° 2014-940 du 20 août 2014"),
        "L'année compte trente-six semaines de cours ; une heure hebdomadaire en fait trente-six. Les services possibles vont de 8 à 36 heures ; une autre durée se signale.",
        ["R227", "R228"], ImpSecondDegre.TauxImp.PremiereRentree);

    internal static readonly Regle Hsa = Une("COMP-HSA",
        new("décret n° 50-1253 du 6 octobre 1950", "art. 2", "al. 1", "majoration de la première heure ; montants et pratique : J. Delmas, « C’est nouveau, les missions pour les profs ? »"),
        "Une HSA paie une heure de cours par semaine toute l'année ; la première vaut 20 % de plus et les deux premières peuvent être imposées. L'état des services, signé chaque année, conditionne le paiement, en neuvièmes d'octobre à juin.",
        ["R229", "R230", "R231", "R232", "R233"], Juillet2022);

    internal static readonly Regle Hse = Une("COMP-HSE",
        new("décret n° 50-1253 du 6 octobre 1950", "art. 5", null, "un trente-sixième du taux annuel, majoré ; connu par des extraits publics"),
        "Une HSE vaut un trente-sixième d'HSA non majorée, plus 25 %. Elle se paie au nombre d'heures faites.",
        ["R191"], Juillet2022);

    internal static readonly Regle ProfesseurPrincipal = Une("COMP-PP", Delmas("« La mission de professeur principal »"),
        "La part modulable est un forfait de l'année, sans nombre d'heures. Le taux horaire se calcule sur les quarante heures de l'exemple relevé : conseils, réunions, rendez-vous, concertation.",
        ["R235", "R236", "R237", "R238"], Juillet2022);

    internal static readonly Regle Imp = Une("COMP-IMP", Delmas("« Les IMP »"),
        "Une lettre sans nombre d'heures laisse le taux horaire ouvert : 1 250 € font 125 € de l'heure en dix heures, 12,50 € en cent. Le comparateur divise par les heures qu'on lui donne, sans en supposer.",
        ["R240"], ImpSecondDegre.TauxImp.PremiereRentree);

    internal static readonly Regle Pacte = Une("COMP-PACTE", Droit.Pacte.Textes.Arrete(),
        "Une part fonctionnelle vaut 1 250 €, pour 18 heures de remplacement ou de soutien, 24 heures devant élèves, ou un engagement annuel sans heures. Elle se paie en neuvièmes d'octobre à juin.",
        ["R159", "R160", "R161", "R178", "R180", "R190", "R191", "R192"], Droit.Pacte.Textes.Rentree2023);

    internal static readonly Regle Valeurs = Une("COMP-VALEURS", Delmas("toutes les valeurs"),
        "Chaque valeur du comparateur porte sa date et sa source. Celles de juillet 2022 ont été revalorisées en juillet 2023 ; le nouveau montant n'étant pas relevé, l'ancien s'affiche avec sa date et n'est jamais donné pour l'actuel.",
        ["R241"], Juillet2022);

    internal static readonly Regle Chiffres = Une("COMP-CHIFFRES", Delmas("ordres de grandeur"),
        "Les fréquences et les ordres de grandeur des articles relevés sont refaits à côté de ce qu'ils impriment. Aucun n'entre dans une décision ; pour la part des enseignants, le chiffre de la DEPP prévaut.",
        ["R036", "R037", "R038", "R170", "R171", "R172", "R234", "R239", "R242", "R243", "R244", "R245"], Droit.Pacte.Textes.Rentree2023);

    internal static readonly Regle[] Regles = [Service, Hsa, Hse, ProfesseurPrincipal, Imp, Pacte, Valeurs, Chiffres];

    static Source Delmas(string partie) => Droit.Pacte.Textes.Delmas(partie);

    static Regle Une(string code, Source source, string enonce, string[] releve, DateOnly depuis) =>
        new(code, source, enonce, depuis, null, Relecture, releve, Rubrique.Comparaison);
}
