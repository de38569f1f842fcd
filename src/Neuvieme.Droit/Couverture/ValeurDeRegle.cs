using Neuvieme.Droit.Comparateur;
using Neuvieme.Droit.Fiscalite;
using Neuvieme.Droit.ImpSecondDegre;
using Neuvieme.Droit.ImpSecondDegre.Regles;
using Neuvieme.Droit.Versements;

namespace Neuvieme.Droit.Couverture;

/// <summary>Une valeur qu'une règle applique.</summary>
/// <param name="Nom">Ce qu'elle mesure.</param>
/// <param name="Valeur">La valeur, unité comprise.</param>
/// <param name="Depuis">Premier jour où elle vaut ; absent quand elle vaut autant que la règle.</param>
/// <param name="Jusqua">Dernier jour où elle vaut.</param>
public sealed record ValeurDeRegle(string Nom, string Valeur, DateOnly? Depuis = null, DateOnly? Jusqua = null);

/// <summary>Les valeurs de chaque règle, lues là où le calcul les lit.</summary>
public static class ValeursDesRegles
{
    static readonly Parametres Defaut = Parametres.Defaut;

    /// <summary>Les valeurs d'une règle ; liste vide quand elle n'en a pas.</summary>
    public static IReadOnlyList<ValeurDeRegle> De(string code) => code switch
    {
        "IMP-TAUX" => [.. from v in TauxImp.Versions from t in v.Valeur select new ValeurDeRegle($"{t.Nom}, code {t.Code}", $"{t.Montant} ({t.Quotite} IMP)", v.Depuis, v.Jusqua)],
        "IMP-TAUX-USAGE" => [.. Nomenclature.Fiches.Where(f => f.EstArticle6 && f.Mission is not (Mission.Apsa or Mission.Harcelement)).Select(Usages)],
        "IMP-TAUX-QUART" => [new("Charge ordinaire du taux quart", $"{TauxDus.HeuresLegeres} h dans l'année au plus")],
        "IMP-APSA-SEUILS" =>
        [
            new("Enseignants d'EPS", $"{BesoinsApsa.EnseignantsMinimum} au moins"),
            new("Heures hebdomadaires", $"{BesoinsApsa.HeuresMinimumCentiemes / 100} h au moins"),
            new("Forfait d'association sportive de chacun", $"{Defaut.ForfaitAssociationSportiveCentiemes / 100} h, sauf choix de l'académie"),
        ],
        "IMP-APSA-TAUX" =>
        [
            new($"Jusqu'à {BesoinsApsa.EtpTauxDeBaseCentiemes / 100} équivalents temps plein", $"{BesoinsApsa.TauxDeBase}"),
            new("Au-delà", $"{BesoinsApsa.TauxDouble}"),
            new("Service d'un agrégé d'EPS", $"{CompteEps.ServiceAgrege} h"), new("Service des autres enseignants d'EPS", $"{CompteEps.ServiceAutres} h"),
        ],
        "IMP-ENVELOPPE" => [new("Une IMP", $"{new Quotite(4).EnMontant()}"), new("Le quart d'IMP, plus petite part", $"{new Quotite(1).EnMontant()}")],
        "IMP-VERSEMENT" => [new("Versements", $"{Echeancier.Nombre}"), new("Premier mois", $"{new Mois(2026, Defaut.PremierMois).Nom}, sauf choix de l'académie")],
        "IMP-SERVICE-FAIT" => [new("Dernier jour pris dans la paie du mois", $"le {Defaut.JourLimitePaie}, sauf choix de l'académie")],
        "VERS-TRENTIEMES" => [new("Trentièmes d'un mois", $"{Trentiemes.ParMois}")],
        "VERS-MALADIE-AVANT-2025" => [Maladie(MaintienEnConge.RegimesMaladie[0])],
        "VERS-LONGUE-MALADIE" => [new("première année", $"{MaintienEnConge.LonguesMaladies.Versions[0].Valeur.Premiere}\u00A0%"), new("deux années suivantes", $"{MaintienEnConge.LonguesMaladies.Versions[0].Valeur.Suivantes}\u00A0%")],
        "VERS-MALADIE-2025" => [Maladie(MaintienEnConge.RegimesMaladie[1])],
        "VERS-CARENCE" => [.. DroitsAMaladie.Carences.Versions.Select(v => new ValeurDeRegle("Jours de carence", $"{v.Valeur}", v.Depuis, v.Jusqua))],
        "VERS-PARTAGE-UNSS" => [new("Plus faible taux d'un district", $"{Partage.PlancherDistrict}")],
        "PAC-PARTS" => [.. from v in PartFonctionnelle.MontantsDeDemiPart from x in (ValeurDeRegle[])[new("Part entière", $"{v.Valeur * 2}", v.Depuis, v.Jusqua), new("Demi-part", $"{v.Valeur}", v.Depuis, v.Jusqua)] select x],
        "PAC-MISSION" => [.. Pacte.Nomenclature.Fiches.GroupBy(f => f.HeuresParPart).OrderBy(g => g.Key ?? int.MaxValue).Select(g =>
            new ValeurDeRegle(g.Key is { } h ? $"{h} heures par part" : "Engagement annuel au forfait", $"{g.Count()} missions"))],
        "PAC-NIVEAUX" => [new("Par défaut", "bloquer tant qu'un niveau prioritaire reste à pourvoir")],
        "PAC-RCD-MINIMUM" => [new("Par défaut", "aucun minimum")],
        _ => code.StartsWith("FISC-", StringComparison.Ordinal) ? Fiscales(code) : Comparees(code),
    };

    static IReadOnlyList<ValeurDeRegle> Fiscales(string code) => code switch
    {
        "FISC-PRELEVEMENTS" => [.. from v in Baremes.Sociaux.Versions
                                   from x in (ValeurDeRegle[])[Une("Assiette", v.Valeur.Assiette), Une("CSG", v.Valeur.Csg), Une("CRDS", v.Valeur.Crds)]
                                   select x with { Depuis = v.Depuis, Jusqua = v.Jusqua }],
        "FISC-COMPENSATION" => [.. Baremes.Compensation.Versions.Select(v => new ValeurDeRegle("Ajouté sur la paie", $"{v.Valeur} du brut", v.Depuis, v.Jusqua))],
        "FISC-RAFP" => [.. from v in Baremes.Rafp.Versions
                           from x in (ValeurDeRegle[])[Une("Part de l'agent", v.Valeur.Agent), Une("Part de l'employeur", v.Valeur.Employeur)]
                           select x with { Depuis = v.Depuis, Jusqua = v.Jusqua }],
        "FISC-RAFP-ASSIETTE" => [.. Baremes.Rafp.Versions.Select(v => new ValeurDeRegle("Limite de l'assiette", $"{v.Valeur.Plafond} du traitement indiciaire brut", v.Depuis, v.Jusqua))],
        "FISC-PLAFOND" => [.. Baremes.Plafond.Versions.Select(v => new ValeurDeRegle("Plafond annuel", $"{v.Valeur}", v.Depuis, v.Jusqua)), new("Coefficient de la lecture en net", "0,93319")],
        _ => [],
    };

    static IReadOnlyList<ValeurDeRegle> Comparees(string code) => code switch
    {
        "COMP-SERVICE" => [new("Semaines de cours", $"{Releves.Semaines}"), new("Services hebdomadaires possibles", $"{string.Join(", ", Obligations.Heures)} h")],
        "COMP-HSA" => [.. from c in (Corps[])[Corps.Peps, Corps.Certifie, Corps.Agrege] from v in Releves.Hsa(c)!.Versions select new ValeurDeRegle($"HSA, {Nom(c)}", $"{v.Valeur} par an", v.Depuis, v.Jusqua)],
        "COMP-PP" =>
        [
            Part("De la sixième à la quatrième", Corps.Certifie, false), Part("Troisième et au-delà", Corps.Certifie, true), Part("Agrégé", Corps.Agrege, true),
            new("Heures de l'exemple", $"{Releves.HeuresProfesseurPrincipal} h"),
        ],
        "COMP-PACTE" => [.. Releves.PartFonctionnelle.Versions.Select(v => new ValeurDeRegle("Une part", $"{v.Valeur}", v.Depuis, v.Jusqua)), new("Heures", $"{Releves.HeuresCourtes} ou {Releves.HeuresLongues} h, ou forfait")],
        _ => [],
    };

    static ValeurDeRegle Une(string nom, Proportion valeur) => new(nom, $"{valeur}");

    static ValeurDeRegle Maladie(Version<RegimeMaladie> v) => new("Traitement gardé", $"{v.Valeur.Plein} % trois mois, puis {v.Valeur.Reduit} % neuf mois", v.Depuis, v.Jusqua);

    static ValeurDeRegle Part(string nom, Corps corps, bool troisieme) =>
        Releves.ProfesseurPrincipal(corps, troisieme).Versions[^1] is var v ? new(nom, $"{v.Valeur} par an", v.Depuis, v.Jusqua) : new(nom, "");

    static string Nom(Corps corps) => corps switch { Corps.Peps => "professeur d'EPS", Corps.Agrege => "agrégé", _ => "certifié" };

    static ValeurDeRegle Usages(FicheMission f)
    {
        IReadOnlyList<Taux> taux = TauxImp.Versions[^1].Valeur;
        return new(f.Libelle, string.Join(" ; ", new[] { ("courant", UsageTaux.Usuel), ("à justifier", UsageTaux.Module), ("à titre exceptionnel", UsageTaux.Exceptionnel) }
            .Select(u => (u.Item1, Montants: string.Join(", ", taux.Where(t => f.Usage(t) == u.Item2).Select(t => t.Montant)))).Where(x => x.Montants.Length > 0).Select(x => $"{x.Item1} : {x.Montants}")));
    }
}
