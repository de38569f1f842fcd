using Neuvieme.Droit.ImpSecondDegre;

namespace Neuvieme.Droit.Tests;

/// <summary>Le lot dit exactement ce que dit l'évaluation une à une.</summary>
public sealed class LotTests
{
    [Fact]
    public void Le_lot_egale_l_evaluation_une_a_une()
    {
        Situation[] situations = [.. Enumerable.Range(0, 4000).Select(Tirage.Une), .. Accordees()];
        var verdicts = new Verdict[situations.Length];
        int[] bruts = new int[situations.Length * 9], nets = new int[situations.Length * 9];
        Array.Fill(bruts, -1);
        Array.Fill(nets, -1);

        Lot.Traiter(situations, Parametres.Defaut, verdicts, bruts, nets);

        for (int i = 0; i < situations.Length; i++)
        {
            Decision d = Evaluation.Evaluer(in situations[i], Parametres.Defaut);
            verdicts[i].ShouldBe(Evaluation.Juger(in situations[i], Parametres.Defaut));
            verdicts[i].Issue.ShouldBe(d.Issue);
            IReadOnlyList<Echeance> lignes = d.Montants?.Echeances ?? [];
            for (int k = 0; k < 9; k++)
            {
                bruts[i * 9 + k].ShouldBe(k < lignes.Count ? (int)lignes[k].Brut.Centimes : 0);
                nets[i * 9 + k].ShouldBe(k < lignes.Count ? (int)lignes[k].NetEstime.Centimes : 0);
            }
        }

        verdicts.Count(v => v.Issue == Issue.Accordee).ShouldBeGreaterThan(200);
    }

    [Fact]
    public void Les_echeances_en_lot_egalent_les_neuviemes()
    {
        int[] centimes = [31_250, 125_000, 0, 5, 187_500, 125_000, -125_000, int.MaxValue, int.MinValue, .. Enumerable.Range(0, 1000).Select(i => i * 7919)];
        int[] bruts = new int[centimes.Length * 9], nets = new int[centimes.Length * 9];

        Lot.Echeances(centimes, bruts, nets);

        for (int i = 0; i < centimes.Length; i++)
        {
            IReadOnlyList<Echeance> lignes = Echeancier.ParNeuviemes(new(centimes[i]), new AnneeScolaire(2026));
            bruts.Skip(i * 9).Take(9).ShouldBe(lignes.Select(e => (int)e.Brut.Centimes));
            nets.Skip(i * 9).Take(9).ShouldBe(lignes.Select(e => (int)e.NetEstime.Centimes));
        }
    }

    [Fact]
    public void Une_colonne_trop_courte_est_refusee()
    {
        Should.Throw<ArgumentException>(() => Lot.Echeances([1, 2], new int[18], new int[17]));
        Should.Throw<ArgumentException>(() => Lot.Traiter([Faits.Reference], Parametres.Defaut, [], new int[9], new int[9]));
    }

    [Fact]
    public void Le_lot_n_alloue_rien()
    {
        Situation[] situations = [.. Accordees()];
        var verdicts = new Verdict[situations.Length];
        int[] bruts = new int[situations.Length * 9], nets = new int[situations.Length * 9];
        for (int i = 0; i < 100; i++) Lot.Traiter(situations, Parametres.Defaut, verdicts, bruts, nets);

        long avant = GC.GetAllocatedBytesForCurrentThread();
        Lot.Traiter(situations, Parametres.Defaut, verdicts, bruts, nets);

        (GC.GetAllocatedBytesForCurrentThread() - avant).ShouldBe(0);
        verdicts.ShouldAllBe(v => v.Issue == Issue.Accordee);
    }

    static IEnumerable<Situation> Accordees()
    {
        yield return Faits.Reference;
        yield return Faits.Reference with { Mission = Mission.Culture, Montant = Montant.Euros(625m) };
        yield return Faits.Reference with { Mission = Mission.Numerique, Montant = Montant.Euros(3750m), AppreciationNumerique = true };
        yield return Faits.Reference with { Mission = Mission.Voyages, LienProjetEtablissement = true, Montant = Montant.Euros(312.50m), Duree = Duree.Ponctuelle, ServiceFaitLe = new DateOnly(2027, 3, 20) };
        yield return Faits.Reference with { Mission = Mission.Voyages, LienProjetEtablissement = true, Montant = Montant.Euros(312.50m), Duree = Duree.Ponctuelle };
    }
}
