using Neuvieme.Droit.ImpSecondDegre;

namespace Neuvieme.Droit.Tests;

/// <summary>Table V2 du relevé en entier : U courant, M modulé, X exceptionnel, - hors orientation. Les APSA ont leurs cas.</summary>
public sealed class MatriceDesTauxTests
{
    static readonly (Mission Mission, string Usages)[] V2 =
    [
        (Mission.Discipline, "-MUM-"),
        (Mission.Cycle, "-MUM-"),
        (Mission.Niveau, "--UUX"),
        (Mission.Culture, "-UM--"),
        (Mission.Numerique, "--UUU"),
        (Mission.Tutorat, "UU---"),
        (Mission.Decrochage, "-MUM-"),
        (Mission.Harcelement, "MMUMM"),
        .. Enum.GetValues<Mission>().Where(m => m >= Mission.DevoirsFaits).Select(m => (m, "UUUUU")),
    ];

    public static TheoryData<Mission, int, char> Cellules()
    {
        var donnees = new TheoryData<Mission, int, char>();
        foreach ((Mission mission, string usages) in V2)
        {
            for (int rang = 0; rang < 5; rang++) donnees.Add(mission, rang, usages[rang]);
        }

        return donnees;
    }

    [Theory]
    [MemberData(nameof(Cellules))]
    public void Chaque_cellule_decide(Mission mission, int rang, char usage)
    {
        Situation nue = Faits.Reference with
        {
            Mission = mission,
            Montant = TauxImp.AuDate(new(2026, 9, 1))[rang].Montant,
            Nature = NatureEtablissement.LyceeProfessionnel,
            Niveaux = Niveaux.Seconde | Niveaux.Premiere,
        };
        Situation justifiee = nue with { JustificationPresente = true };
        Situation exceptionnelle = justifiee with { TitreExceptionnel = true };

        Issues(nue, justifiee, exceptionnelle).ShouldBe(usage switch
        {
            'U' => (Issue.Accordee, Issue.Accordee, Issue.Accordee),
            'X' => (Issue.Incomplete, Issue.Incomplete, Issue.Accordee),
            _ => (Issue.Incomplete, Issue.Accordee, Issue.Accordee),
        });
        Evaluation.Evaluer(in justifiee, Parametres.Defaut).Alertes.Any(a => a.Code == "IMP-TAUX-HORS-ORIENTATION").ShouldBe(usage == '-');
        Nomenclature.Fiche(mission).Usages[rang].ShouldBe(usage switch
        {
            'U' => UsageTaux.Usuel,
            'M' => UsageTaux.Module,
            'X' => UsageTaux.Exceptionnel,
            _ => UsageTaux.HorsOrientation,
        });
    }

    [Fact]
    public void La_matrice_couvre_toute_la_nomenclature() =>
        V2.Select(v => v.Mission).Append(Mission.Apsa).Order().ShouldBe(Nomenclature.Fiches.Select(f => f.Mission).Order());

    /// <summary>Table V2, ligne APSA : au sein des seuils, un seul taux passe par effectif, justifié ou non.</summary>
    [Theory]
    [InlineData(300, 2)]
    [InlineData(400, 2)]
    [InlineData(401, 3)]
    [InlineData(900, 3)]
    public void Apsa_un_seul_taux_passe(int etpCentiemes, int rangDu)
    {
        for (int rang = 0; rang < 5; rang++)
        {
            Situation s = Faits.Reference with
            {
                Mission = Mission.Apsa,
                Montant = TauxImp.AuDate(new(2026, 9, 1))[rang].Montant,
                EnseignantsEps = 10,
                HeuresEpsCentiemes = 18_000,
                EtpEpsCentiemes = etpCentiemes,
                JustificationPresente = true,
                TitreExceptionnel = true,
            };
            Evaluation.Juger(in s, Parametres.Defaut).Issue.ShouldBe(rang == rangDu ? Issue.Accordee : Issue.Refusee);
        }
    }

    /// <summary>regles.md R057 à R061.</summary>
    [Theory]
    [InlineData("001", "taux quart", 31_250, "¼")]
    [InlineData("002", "taux moitié", 62_500, "½")]
    [InlineData("003", "taux de base", 125_000, "1")]
    [InlineData("004", "taux double", 250_000, "2")]
    [InlineData("005", "taux triple", 375_000, "3")]
    public void Les_cinq_taux_et_leurs_codes(string code, string nom, long centimes, string imp)
    {
        Taux taux = TauxImp.DeCode(code).ShouldNotBeNull();

        taux.Nom.ShouldBe(nom);
        taux.Montant.ShouldBe(new(centimes));
        taux.Quotite.ToString().ShouldBe(imp);
        TauxImp.DeMontant(new(centimes)).ShouldBe(taux);
    }

    /// <summary>« taux 1 » et « taux de base » se confondent : le nom, le code et la somme se disent ensemble.</summary>
    [Fact]
    public void Un_taux_se_dit_par_son_nom_son_code_et_sa_somme() =>
        TauxImp.DeCode("001").ShouldNotBeNull().Libelle.ShouldBe("taux quart (001) — 312,50\u00A0€ par an");

    [Fact]
    public void Avant_la_premiere_rentree_il_n_y_a_aucun_taux()
    {
        TauxImp.AuDate(new(2015, 8, 31)).ShouldBeEmpty();
        TauxImp.DeCode("003", new(2015, 8, 31)).ShouldBeNull();
        TauxImp.DeMontant(new(125_000), new(2015, 8, 31)).ShouldBeNull();
        TauxImp.DeMontant(new(125_000), new(2015, 9, 1)).ShouldNotBeNull().Code.ShouldBe("003");
        TauxImp.AuDate(new(2015, 9, 1)).Count.ShouldBe(5);
    }

    static (Issue, Issue, Issue) Issues(Situation a, Situation b, Situation c) =>
        (Evaluation.Juger(in a, Parametres.Defaut).Issue, Evaluation.Juger(in b, Parametres.Defaut).Issue, Evaluation.Juger(in c, Parametres.Defaut).Issue);
}
