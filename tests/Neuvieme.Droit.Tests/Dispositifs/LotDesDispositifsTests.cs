namespace Neuvieme.Droit.Tests.Dispositifs;

/// <summary>Le lot de chaque dispositif dit exactement ce que dit son évaluation une à une.</summary>
public sealed class LotDesDispositifsTests
{
    [Fact]
    public void Premier_degre() => Comparer(Situations(ImpPremierDegreTests.Banc), Lot.Traiter, s => ImpPremierDegre.Evaluation.Evaluer(in s, Parametres.Defaut));

    [Fact]
    public void Missions_academiques() => Comparer(Situations(MissionsAcademiquesTests.Banc), Lot.Traiter, s => MissionsAcademiques.Evaluation.Evaluer(in s, Parametres.Defaut));

    /// <summary>De rien à bien plus que le vraisemblable, en demi-parts, en tout état d'accord.</summary>
    [Fact]
    public void Pacte()
    {
        Pacte.Situation[] situations = [.. from parts in (int?[])[null, int.MinValue, -1, 0, 1, 2, 3, 9, 200, 201, int.MaxValue]
                                           from accord in Enum.GetValues<EtatAccord>()
                                           select PacteTests.Reference with { DemiParts = parts, Accord = accord, DotationDuNiveau = 1000 }];

        Comparer(situations, Lot.Traiter, s => Droit.Pacte.Evaluation.Evaluer(in s, Parametres.Defaut));
    }

    [Fact]
    public void Decharges()
    {
        Decharge.Situation[] situations = Situations(DechargeTests.Banc);
        var verdicts = new Verdict[situations.Length];

        Lot.Traiter(situations, Parametres.Defaut, verdicts);

        verdicts.ShouldBe(situations.Select(s => Decharge.Evaluation.Juger(in s, Parametres.Defaut)));
        Should.Throw<ArgumentException>(() => Lot.Traiter(situations, Parametres.Defaut, verdicts.AsSpan(1)));
    }

    delegate void Traiter<TSituation>(ReadOnlySpan<TSituation> situations, Parametres p, Span<Verdict> verdicts, Span<int> bruts, Span<int> nets);

    static TSituation[] Situations<TSituation>(Banc<TSituation> banc)
        where TSituation : struct => [banc.Reference, .. Enumerable.Range(0, 3000).Select(banc.Une)];

    static void Comparer<TSituation>(TSituation[] situations, Traiter<TSituation> traiter, Func<TSituation, Decision> evaluer)
    {
        var verdicts = new Verdict[situations.Length];
        int[] bruts = new int[situations.Length * 9], nets = new int[situations.Length * 9];
        Array.Fill(bruts, -1);
        Array.Fill(nets, -1);

        traiter(situations, Parametres.Defaut, verdicts, bruts, nets);

        for (int i = 0; i < situations.Length; i++)
        {
            Decision d = evaluer(situations[i]);
            verdicts[i].Issue.ShouldBe(d.Issue);
            IReadOnlyList<Echeance> lignes = d.Montants?.Echeances ?? [];
            for (int k = 0; k < 9; k++)
            {
                bruts[i * 9 + k].ShouldBe(k < lignes.Count ? (int)lignes[k].Brut.Centimes : 0);
                nets[i * 9 + k].ShouldBe(k < lignes.Count ? (int)lignes[k].NetEstime.Centimes : 0);
            }
        }

        verdicts.Select(v => v.Issue).Distinct().Count().ShouldBeGreaterThan(2);
    }
}
