using Neuvieme.Droit.Fiscalite;
using Neuvieme.Droit.ImpSecondDegre;

namespace Neuvieme.Droit.Comparateur;

/// <summary>Le chiffre imprimé et le chiffre calculé disent-ils la même chose ?</summary>
public enum Concordance
{
    /// <summary>Même valeur, à l'arrondi imprimé.</summary>
    Concorde,

    /// <summary>La source a coupé les décimales au lieu d'arrondir.</summary>
    Tronque,

    /// <summary>Le calcul ne donne pas le chiffre imprimé.</summary>
    Diverge,

    /// <summary>Rien ne permet de le recalculer.</summary>
    NonCalculable,
}

/// <summary>Un chiffre de l'article relevé, refait.</summary>
/// <param name="Code">Code stable.</param>
/// <param name="Sujet">Ce qu'il mesure.</param>
/// <param name="Imprime">Ce que la source imprime.</param>
/// <param name="Calcule">Ce que donnent les valeurs du comparateur ; vide s'il ne se calcule pas.</param>
/// <param name="Concordance">Leur accord.</param>
/// <param name="Lecture">Ce que Neuvième retient.</param>
/// <param name="Releve">Règles et contradictions du relevé (R192, C09).</param>
public sealed record ChiffreDuDocument(
    string Code, string Sujet, string Imprime, string Calcule, Concordance Concordance, string Lecture, IReadOnlyList<string> Releve);

/// <summary>Tous les chiffres des articles relevés qui se comparent, recalculés sur les mêmes valeurs.</summary>
public static class ChiffresDuDocument
{
    const string Calcul = "Le calcul concorde.", Arrondi = "Arrondi au centime le plus proche ; la source coupe les décimales.";

    const string Repere = "Ordre de grandeur d'un article : aucune décision n'en dépend.";

    static readonly DateOnly Jour = new(2022, 9, 1);
    static readonly Montant Part = Releves.PartFonctionnelle.Versions[0].Valeur;

    /// <summary>Les chiffres, dans l'ordre de l'article.</summary>
    public static IReadOnlyList<ChiffreDuDocument> Tous { get; } = [.. Horaires(), .. Pacte(), .. Paie(), .. Frequences(), .. Dotations()];

    static ChiffreDuDocument[] Horaires()
    {
        Montant eps = Hsa(Corps.Peps), certifie = Hsa(Corps.Certifie), agrege = Hsa(Corps.Agrege);
        Montant imp = TauxImp.DeCode("003")!.Montant;
        return
        [
            ParHeure("hsa-eps", "HSA, EPS 20 h", eps, Releves.Semaines, "29,74", Concordance.Concorde, "R231"),
            ParHeure("hsa-certifie", "HSA, certifié 18 h", certifie, Releves.Semaines, "33", Concordance.Tronque, "R232", "C16"),
            ParHeure("hsa-agrege", "HSA, agrégé 15 h", agrege, Releves.Semaines, "47,75", Concordance.Concorde, "R233"),
            new("pp-heures", "Heures de professeur principal", "environ 40\u00A0h", $"15 + 9 + 8 + 8 = {Releves.HeuresProfesseurPrincipal}\u00A0h", Concordance.Concorde, Calcul, ["R235"]),
            ParHeure("pp-sixieme-quatrieme", "Professeur principal, 6e à 4e", Pp(Corps.Certifie, false), Releves.HeuresProfesseurPrincipal, "31,14", Concordance.Tronque, "R236", "C16"),
            ParHeure("pp-troisieme-et-plus", "Professeur principal, 3e et au-delà", Pp(Corps.Certifie, true), Releves.HeuresProfesseurPrincipal, "35,65", Concordance.Concorde, "R237"),
            ParHeure("pp-agrege", "Professeur principal agrégé", Pp(Corps.Agrege, true), Releves.HeuresProfesseurPrincipal, "40,23", Concordance.Tronque, "R238", "C16"),
            new("imp-horaire", "IMP de 1\u202F250\u00A0€, par heure", "20 à 40\u00A0€", $"de {imp.DiviseParArrondi(100)} (100\u00A0h) à {imp.DiviseParArrondi(10)} (10\u00A0h)", Concordance.Diverge,
                "Aucun taux horaire fixe : le calcul part des heures données.", ["R240", "C34"]),
            ParHeure("pacte-18", "Part fonctionnelle de 18 h", Part, Releves.HeuresCourtes, "69", Concordance.Tronque, "R159", "C16"),
            ParHeure("pacte-24", "Part fonctionnelle de 24 h", Part, Releves.HeuresLongues, "52", Concordance.Tronque, "R160", "C16"),
        ];
    }

    static ChiffreDuDocument[] Pacte()
    {
        Montant hsa = Hsa(Corps.Certifie), agrege = Hsa(Corps.Agrege);
        return
        [
            new("pacte-9h", "Neuf heures de soutien en 6e", "625\u00A0€", Part.DiviseParArrondi(2).ToString(), Concordance.Concorde, Calcul, ["R178"]),
            new("pacte-36h", "Une heure de soutien ou de remplacement par semaine", "2\u202F500\u00A0€", (Part * (Releves.Semaines / Releves.HeuresCourtes)).ToString(), Concordance.Concorde, Calcul, ["R178", "R192"]),
            new("pacte-deux-hsa", "2\u202F500\u00A0€ dépassent-ils deux HSA de certifié ?", "oui",
                $"oui sans la majoration ({hsa * 2}), non avec ({Releves.Premiere(hsa) + hsa})", Concordance.Diverge,
                "Les deux sommes se montrent ; la première HSA étant majorée de 20\u00A0%, c'est la seconde qui est payée.", ["R192", "C09"]),
            new("pacte-contre-hsa", "Part de 18 h contre HSA de certifié", "+110\u00A0%", Ecart(Part, Releves.HeuresCourtes, hsa, Releves.Semaines), Concordance.Concorde, Calcul, ["R161", "R191"]),
            new("pacte-contre-hse", "Part de 24 h contre HSE de certifié", "+27\u00A0%", Ecart(Part, Releves.HeuresLongues, Releves.Hse(hsa), 1), Concordance.Diverge,
                "Écart calculé sur les valeurs non coupées ; 27\u00A0% vient de 52 et 41.", ["R191"]),
            new("pacte-agrege", "Part fonctionnelle contre heures d'agrégé", "presque équivalent",
                $"24 h : {Ecart(Part, Releves.HeuresLongues, agrege, Releves.Semaines)} contre HSA, {Ecart(Part, Releves.HeuresLongues, Releves.Hse(agrege), 1)} contre HSE ; 18 h : {Ecart(Part, Releves.HeuresCourtes, agrege, Releves.Semaines)} contre HSA",
                Concordance.NonCalculable, "Un jugement : les valeurs se montrent, sans conclusion.", ["R190"]),
        ];
    }

    static ChiffreDuDocument[] Paie()
    {
        (Montant neuvieme, Montant solde) = Echeancier.Partage(Part);
        TauxSociaux taux = Baremes.Sociaux.Versions[^1].Valeur;
        return
        [
            new("neuvieme", "Un mois d'une part de 1\u202F250\u00A0€", "138,89\u00A0€", $"8 × {neuvieme} puis {solde}", Concordance.Diverge,
                "Le dernier neuvième solde : neuf fois le même feraient un centime de trop.", ["R180", "C11"]),
            new("net-mensuel", "Net d'un mois", "1250 × 0,9047 = 125,65\u00A0€", $"{neuvieme} → {NetEstime.De(neuvieme)} ; {Part} → {NetEstime.De(Part)}", Concordance.Diverge,
                "Faute de frappe de la source : le produit est celui du mois, 138,89\u00A0€.", ["R181", "C10"]),
            new("prelevements", "Retenue sur le brut", "9,53\u00A0%", $"({taux.Csg} + {taux.Crds}) × {taux.Assiette} = 9,53025\u00A0%", Concordance.Concorde, "Le facteur 0,9046975, sans arrondi intermédiaire.", ["R247"]),
            new("compensation", "Ajout sur la paie", "+5\u00A0%", $"{Baremes.Compensation.Versions[^1].Valeur} ajoutés, {Baremes.Rafp.Versions[^1].Valeur.Agent} de RAFP retirés", Concordance.Concorde,
                "Deux lignes : un gain seulement quand l'assiette de la RAFP est épuisée.", ["R248", "R252", "C27"]),
            new("plafond", "Plafond d'exonération de 2022", "7\u202F500\u00A0€", Baremes.Plafond.Versions[^1].Valeur.ToString(), Concordance.Concorde, "Par année civile de versement.", ["R250", "C28"]),
        ];
    }

    static ChiffreDuDocument[] Frequences()
    {
        return
        [
            new("part-hsa", "Professeurs du second degré en HSA", "90\u00A0%", "", Concordance.NonCalculable, "Ordre de grandeur de la source.", ["R230"]),
            new("part-pp", "Professeurs principaux", "50\u00A0%", "", Concordance.NonCalculable, "Ordre de grandeur de la source.", ["R234"]),
            new("part-imp", "Professeurs ayant une mission particulière", "25\u00A0%", "115\u202F861 sur 488\u202F800 = 23,70\u00A0%", Concordance.Diverge, "Le chiffre de la DEPP (note 22.33).", ["R239", "R242", "R245", "C15"]),
            new("missions-depp", "Missions particulières de 2020-2021", "149\u202F368", "17\u202F241 décharges + 132\u202F127 IMP = 149\u202F368", Concordance.Concorde, Calcul, ["R243"]),
            new("part-decharges", "Missions reconnues par une décharge", "11,5\u00A0%", Part1000(17_241, 149_368), Concordance.Concorde, Calcul, ["R244"]),
        ];
    }

    static ChiffreDuDocument[] Dotations()
    {
        const int remplacement = 15, devoirs = 9, autres = 26, enseignants = 45;
        const int total = remplacement + devoirs + autres;
        return
        [
            new("dotation-imp-college", "IMP d'un collège de 40 professeurs", "6 à 8", $"40 ÷ 6 = {Quotient(40, 6)}", Concordance.Concorde, Repere, ["R036", "R037", "C42", "C44"]),
            new("dotation-imp-lycee", "IMP d'un lycée de 120 professeurs", "15 à 20", $"120 ÷ 6 = {Quotient(120, 6)}", Concordance.Concorde, Repere, ["R036", "R038"]),
            new("dotation-pacte", "Parts d'un collège de 45 professeurs", "50", $"{remplacement} + {devoirs} + {autres} = {total} ; {remplacement * Releves.HeuresCourtes}\u00A0h de remplacement, {devoirs * Releves.HeuresLongues}\u00A0h de Devoirs faits",
                Concordance.Concorde, Repere, ["R170"]),
            new("dotation-pacte-part", "Parts rapportées au nombre de professeurs", "90 à 120\u00A0%", $"{total} sur {enseignants} = {Part1000(total, enseignants)}", Concordance.Concorde, Repere, ["R171"]),
            new("dotation-pacte-chacun", "Parts par professeur", "environ une", $"{total} ÷ {enseignants} = {Quotient(total, enseignants)}", Concordance.Concorde, Repere, ["R172", "C22"]),
        ];
    }

    static string Quotient(int a, int b) => new Montant(a * 100L).DiviseParArrondi(b).Nombre();

    static string Part1000(long part, long tout)
    {
        long milliemes = new Montant(part * 1000).DiviseParArrondi(tout).Centimes;
        return $"{milliemes / 10},{milliemes % 10}\u00A0%";
    }

    static ChiffreDuDocument ParHeure(string code, string sujet, Montant montant, int heures, string imprime, Concordance accord, params string[] releve) =>
        new(code, $"{sujet}, par heure", $"{imprime}\u00A0€", $"{montant} ÷ {heures} = {montant.DiviseParArrondi(heures)}", accord, accord == Concordance.Tronque ? Arrondi : Calcul, releve);

    /// <summary>Écart du premier prix horaire au second, en dixièmes de pour cent, la moitié arrondie vers le haut.</summary>
    static string Ecart(Montant a, int heuresA, Montant b, int heuresB)
    {
        long milliemes = new Montant(a.Centimes * heuresB * 1000).DiviseParArrondi(b.Centimes * heuresA).Centimes - 1000;
        long absolu = milliemes < 0 ? -milliemes : milliemes;
        return $"{(milliemes < 0 ? "−" : "+")}{absolu / 10},{absolu % 10}\u00A0%";
    }

    static Montant Hsa(Corps corps) => Releves.Lire(Releves.Hsa(corps), Jour).Brut!.Value;

    static Montant Pp(Corps corps, bool troisieme) => Releves.Lire(Releves.ProfesseurPrincipal(corps, troisieme), Jour).Brut!.Value;
}
