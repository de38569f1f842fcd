using FsCheck;
using FsCheck.Fluent;
using Neuvieme.Droit.Comparateur;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Neuvieme.Droit.Tests.Comparateur;

/// <summary>Les cas de Cas/Comparateur, et ce qui reste vrai de toute comparaison.</summary>
public sealed class ComparaisonTests
{
    public sealed class Fichier
    {
        public required string Sujet { get; set; }

        public required List<CasCompare> Cas { get; set; }
    }

    public sealed class CasCompare
    {
        public required string Nom { get; set; }

        public required string Provenance { get; set; }

        public required string Corps { get; set; }

        public required int Annee { get; set; }

        public int Heures { get; set; } = 36;

        public List<string>? Seulement { get; set; }

        public required List<string> Lignes { get; set; }
    }

    static readonly Lazy<Fichier> Lu = new(() => new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance)
        .WithDuplicateKeyChecking().WithEnforceRequiredMembers().Build()
        .Deserialize<Fichier>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Cas", "Comparateur", "activites.yaml"))));

    public static TheoryData<string> Noms() => [.. Lu.Value.Cas.Select(c => c.Nom)];

    [Theory]
    [MemberData(nameof(Noms))]
    public void La_comparaison_donne_les_valeurs_du_releve(string nom)
    {
        CasCompare cas = Lu.Value.Cas.Single(c => c.Nom == nom);
        cas.Provenance.ShouldNotBeNullOrWhiteSpace();

        Comparaison comparaison = Comparaison.Etablir(Enum.Parse<Corps>(cas.Corps.Replace("-", ""), ignoreCase: true), new(cas.Annee), cas.Heures).ShouldNotBeNull();

        comparaison.Lignes.Where(l => cas.Seulement?.Contains(l.Code) ?? true).Select(Ecrire).ShouldBe(cas.Lignes);
    }

    /// <summary>Table V1 : 1 250 € font 1 130,84 € nets en neuvièmes, soit 62,82 € l'heure sur 18 heures et 47,12 € sur 24.</summary>
    [Fact]
    public void Le_net_est_la_somme_des_versements()
    {
        LigneComparee[] parts = [.. Comparaison.Etablir(Corps.Certifie, new(2023))!.Lignes.Where(l => l.Activite == Activite.Pacte)];

        parts.ShouldAllBe(l => l.Net == new Montant(113_084) && l.Versements.Count == 9 && l.Versements[0].Mois == new Mois(2023, 10));
        parts.Select(l => l.NetParHeure?.Centimes).ShouldBe([6282, 4712, null]);
    }

    /// <summary>Part modulable : 5 % de 1 245,84 € = 62,292, que nul texte relu ne compense.</summary>
    [Fact]
    public void La_part_modulable_n_est_dite_exoneree_par_aucun_texte()
    {
        IReadOnlyList<LigneComparee> lignes = Comparaison.Etablir(Corps.Certifie, new(2022))!.Lignes;

        lignes.Where(l => l.Regime == RegimeFiscal.NonCite).Select(l => l.Code).ShouldBe(["pp-sixieme-quatrieme", "pp-troisieme-et-plus"]);
        lignes.Single(l => l.Code == "pp-sixieme-quatrieme").RafpNonCompensee.ShouldBe(new Montant(6_229));
        lignes.Single(l => l.Code == "imp-003").RafpNonCompensee.ShouldBe(Montant.Zero);
    }

    [Theory]
    [InlineData(Corps.Cpe)]
    [InlineData(Corps.ProfesseurDesEcoles)]
    public void Ce_que_le_corps_n_a_pas_est_dit(Corps corps)
    {
        Comparaison c = Comparaison.Etablir(corps, new(2026))!;

        c.SansObjet.Select(s => s.Activite).ShouldBe([Activite.Hsa, Activite.Hse, Activite.ProfesseurPrincipal]);
        c.Lignes.Select(l => l.Activite).Distinct().ShouldBe([Activite.Imp, Activite.Pacte]);
    }

    /// <summary>Un professeur des écoles a des heures en plus (décret n° 66-787) : elles ne sont pas dites réservées au second degré.</summary>
    [Fact]
    public void Les_heures_du_premier_degre_ont_leur_texte()
    {
        Comparaison.Etablir(Corps.ProfesseurDesEcoles, new(2026))!.SansObjet.Single(s => s.Activite == Activite.Hse).Raison.ShouldContain("décret n° 66-787");
        Comparaison.Etablir(Corps.Cpe, new(2026))!.SansObjet.ShouldAllBe(s => s.Raison.Contains("CPE"));
    }

    // Décret n° 50-1253 : majoration de 20 % à l'art. 2, al. 1 ; heure effective à l'art. 5.
    [Theory]
    [InlineData("COMP-HSA", "décret n° 50-1253 du 6 octobre 1950, art. 2, al. 1")]
    [InlineData("COMP-HSE", "décret n° 50-1253 du 6 octobre 1950, art. 5")]
    public void Les_heures_supplementaires_citent_leur_article(string code, string source) =>
        Catalogue.Regles.Single(r => r.Code == code).Source.ToString().ShouldBe(source);

    [Fact]
    public void Avant_2019_rien_n_est_compare() => Comparaison.Etablir(Corps.Certifie, new(2018)).ShouldBeNull();

    [Fact]
    public void Une_demande_hors_bornes_est_refusee()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => Comparaison.Etablir(Corps.Contractuel, new(2023)));
        Should.Throw<ArgumentOutOfRangeException>(() => Comparaison.Etablir(Corps.Certifie, new(2023), 0));
        Should.Throw<ArgumentOutOfRangeException>(() => Comparaison.Etablir(Corps.Certifie, new(2023), 1001));
        Should.Throw<ArgumentOutOfRangeException>(() => Comparaison.Etablir(Corps.Certifie, new(0)));
    }

    [Fact]
    public void Toute_comparaison_se_tient() =>
        Prop.ForAll(Demandes().ToArbitrary(), d =>
        {
            Comparaison c = Comparaison.Etablir(d.Corps, new(d.Annee), d.Heures)!;
            return c.Lignes.Select(l => l.Code).Distinct().Count() == c.Lignes.Count
                && c.Lignes.All(l => (l.Valeur.Brut is null) == (l.Valeur.Etat is EtatValeur.HorsVigueur or EtatValeur.NonRelevee))
                && c.Lignes.All(l => l.Versements.Count == 0 || l.Versements.Sum(v => v.Brut.Centimes) == l.Valeur.Brut!.Value.Centimes)
                && c.Lignes.All(l => l.Valeur.Brut is not { } brut || (brut.Centimes > 0 && l.Net is { Centimes: > 0 } net && net < brut))
                && c.Lignes.All(l => l.BrutParHeure is not { Centimes: <= 0 } && l.PourHeures is not { Centimes: <= 0 })
                && c.Lignes.All(l => Catalogue.Regles.Contains(l.Regle));
        }).Check(Tirages.De(500));

    [Theory]
    [InlineData(18, true)]
    [InlineData(19, false)]
    public void Un_service_inconnu_se_signale(int heures, bool connu) => Obligations.EstConnue(heures).ShouldBe(connu);

    [Fact]
    public void Le_service_de_chaque_corps_est_dans_le_releve() =>
        Comparaison.CorpsCompares.Select(Obligations.De).ShouldAllBe(h => h == null || Obligations.EstConnue(h.Value));

    static Gen<(Corps Corps, int Annee, int Heures)> Demandes() =>
        from corps in Gen.Elements(Comparaison.CorpsCompares.ToArray())
        from annee in Gen.Choose(2019, 2035)
        from heures in Gen.Choose(1, Comparaison.HeuresMaximales)
        select (corps, annee, heures);

    static string Ecrire(LigneComparee l)
    {
        string etat = l.Valeur.Etat switch { EtatValeur.EnVigueur => "en-vigueur", EtatValeur.Ancienne => "ancienne", EtatValeur.HorsVigueur => "hors-vigueur", _ => "non-relevee" };
        return l.Valeur.Brut is { } brut ? $"{l.Code} {etat} {E(brut)} heure {E(l.BrutParHeure)} pour {E(l.PourHeures)}" : $"{l.Code} {etat}";
    }

    static string E(Montant? m) => m is { } x ? $"{x.Centimes / 100},{x.Centimes % 100:00}" : "-";
}
