using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Repartition;

namespace Neuvieme.Tests.Fonctions.Enveloppes;

public class ChiffresTests
{
    [Fact]
    public void Conversion_TroisImpSurHuit_LaisseCinqImp()
    {
        // R028 : 8 IMP dont 3 converties en 3 h, il en reste 5, soit 6 250 €.
        var chiffres = new Chiffres(32, 0, 0, 0, 0) { Converti = 12 };

        chiffres.LibreApresEngage.ShouldBe(20);
        Dit(chiffres, "converti en heures").ShouldBe("3 (3 h)");
        Dit(chiffres, "libre, tout le prévu compté").ShouldBe("5 (6\u202f250\u00a0€)");
    }

    [Theory]
    // R039 : 8 IMP, 9 375 € proposés, il reste 625 € ; 1 250 € de plus dépassent de 625 €.
    [InlineData(0, 30, false)]
    [InlineData(4, 30, true)]
    [InlineData(2, 30, false)]
    public void SommeDesParts_AuDelaDuNotifie_DitDepassement(int prevu, int propose, bool depasse)
    {
        var chiffres = new Chiffres(32, prevu, 0, propose, 0);

        (chiffres.Parts.Sum(p => p.Quarts) > chiffres.Notifie).ShouldBe(depasse);
        chiffres.Lignes.Any(l => l.Nom == "dépassement").ShouldBe(depasse);
        if (depasse)
        {
            Dit(chiffres, "dépassement").ShouldBe("0,5 (625\u00a0€)");
        }
    }

    [Theory]
    [InlineData(8, "+2")]
    [InlineData(-2000, "−500")]
    [InlineData(-2, "−½")]
    [InlineData(0, "0")]
    public void Mouvement_PorteSonSigneTypographique(int quarts, string dit) => Neuvieme.Socle.Web.Rendu.Signee(new(quarts)).ShouldBe(dit);

    [Fact]
    public void Saisi_EstUnePartDuValide_LaBarreNeLaComptePasDeuxFois()
    {
        var chiffres = new Chiffres(32, 1, 2, 4, 12) { Saisi = 8, Converti = 4 };

        chiffres.Parts.Sum(p => p.Quarts).ShouldBe(1 + 2 + 4 + 12 + 4);
        chiffres.Parts.Single(p => p.Classe == "valide").Quarts.ShouldBe(4);
    }

    [Fact]
    public void DechargeDemandee_Reserve()
    {
        int Quarts(Func<EtatAttribution, bool> etats) => etats(EtatAttribution.AccordDemande) ? 2 : 0;

        Chiffres.De(32, Quarts, dechargesDemandees: 4).Reserve.ShouldBe(6);
    }

    [Fact]
    public void ChaqueChiffre_DitCeQuIlVeutDire()
    {
        var lignes = (new Chiffres(32, 1, 2, 4, 12) { Converti = 4 }).Lignes;

        lignes.Count.ShouldBe(9);
        lignes.ShouldAllBe(l => l.Aide.Length > 30);
    }

    static string Dit(Chiffres chiffres, string nom) => chiffres.Lignes.Single(l => l.Nom == nom).Valeur;
}
