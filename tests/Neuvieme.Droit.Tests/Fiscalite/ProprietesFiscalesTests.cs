using FsCheck;
using FsCheck.Fluent;
using Neuvieme.Droit.Fiscalite;

namespace Neuvieme.Droit.Tests.Fiscalite;

/// <summary>Ce qui reste vrai de toute suite de versements.</summary>
public sealed class ProprietesFiscalesTests
{
    static readonly Config Deux = Tirages.De(2000);

    [Fact]
    public void Exonere_et_imposable_font_le_verse_sans_depasser_le_plafond() =>
        Prop.ForAll(Suites().ToArbitrary(), Gen.Elements(BasePlafond.Brut, BasePlafond.Net).ToArbitrary(), (versements, comparaison) =>
        {
            IReadOnlyList<AnneeFiscale> annees = PartageFiscal.Partager(versements, Traitements, comparaison);
            var calculees = annees.OfType<AnneeCalculee>().ToList();
            long hors = annees.OfType<AnneeHorsVigueur>().Sum(a => a.Versements.Sum(v => v.Brut.Centimes));
            return versements.Sum(v => v.Brut.Centimes) == hors + calculees.Sum(a => a.Exonere.Centimes + a.Imposable.Centimes)
                && annees.OfType<AnneeHorsVigueur>().All(a => a.Annee < 2019) && calculees.All(a => a.Annee >= 2019)
                && calculees.All(a => a.Exonere <= a.PlafondBrut && (a.Imposable == Montant.Zero || a.Exonere == a.PlafondBrut))
                && calculees.SelectMany(a => a.Lignes).All(l => l.Exonere + l.Imposable == l.Retenue.Brut);
        }).Check(Deux);

    [Fact]
    public void Rien_n_est_jamais_negatif_et_la_RAFP_ne_depasse_pas_sa_compensation() =>
        Prop.ForAll(Suites().ToArbitrary(), versements =>
            PartageFiscal.Partager(versements, Traitements).OfType<AnneeCalculee>().SelectMany(a => a.Lignes).All(l =>
                l is { Retenue: { Csg.Centimes: >= 0, Crds.Centimes: >= 0, Net.Centimes: >= 0 }, Exonere.Centimes: >= 0, Imposable.Centimes: >= 0, Rafp.Centimes: >= 0 }
                && l.Rafp <= l.Compensation && l.AssietteRafp <= l.Retenue.Brut
                && l.Retenue.Net + l.Retenue.Csg + l.Retenue.Crds == l.Retenue.Brut)).Check(Deux);

    [Fact]
    public void L_assiette_de_RAFP_ne_depasse_jamais_vingt_pour_cent_du_traitement() =>
        Prop.ForAll(Suites().ToArbitrary(), versements =>
            PartageFiscal.Partager(versements, Traitements).OfType<AnneeCalculee>()
                .All(a => a.PlafondRafp is not { } limite || a.Lignes.Sum(l => l.AssietteRafp.Centimes) <= limite.Centimes)).Check(Deux);

    [Fact]
    public void L_ordre_des_versements_ne_change_pas_les_totaux() =>
        Prop.ForAll(Suites().ToArbitrary(), versements =>
        {
            string Totaux(IEnumerable<Versement> v) => string.Join(';', PartageFiscal.Partager([.. v], Traitements).Select(a => a is AnneeCalculee c ? $"{c.Annee} {c.Exonere} {c.Imposable}" : $"{a.Annee}"));
            return Totaux(versements) == Totaux(versements.Reverse());
        }).Check(Deux);

    /// <summary>Le facteur unique de <see cref="NetEstime"/> et les taux détaillés disent la même loi, à chaque version.</summary>
    [Fact]
    public void Le_facteur_vient_des_taux() =>
        Baremes.Sociaux.Versions.ShouldAllBe(v => v.Valeur.FacteurNet == 9_046_975_000 && NetEstime.De(new(10_000_000)) == new Montant(9_046_975));

    [Theory]
    [InlineData(9_200, "9,2\u00A0%")]
    [InlineData(98_250, "98,25\u00A0%")]
    [InlineData(5_000, "5\u00A0%")]
    [InlineData(93_319, "93,319\u00A0%")]
    public void Un_taux_s_ecrit_a_la_francaise(int taux, string texte) => new Proportion(taux).ToString().ShouldBe(texte);

    static readonly FaitsFiscaux[] Traitements = [new(2020, new(2_500_000)), new(2023, new(3_000_000), new(550_000)), new(2024, new(0))];

    static Gen<Versement[]> Suites() =>
        (from annee in Gen.Choose(2017, 2028)
         from mois in Gen.Choose(1, 12)
         from centimes in Gen.Frequency((6, Gen.Choose(0, 60_000)), (2, Gen.Choose(0, 900_000)), (1, Gen.Choose(0, 40)))
         select new Versement(new(annee, mois), new(centimes))).ArrayOf();
}
