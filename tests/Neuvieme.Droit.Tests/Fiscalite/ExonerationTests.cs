using Neuvieme.Droit.Fiscalite;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Neuvieme.Droit.Tests.Fiscalite;

/// <summary>Les cas de Cas/Fiscalite : ce qui est exonéré, imposable, retenu, mois par mois et par année civile.</summary>
public sealed class ExonerationTests
{
    public sealed class Fichier
    {
        public required string Sujet { get; set; }

        public required List<CasFiscal> Cas { get; set; }
    }

    public sealed class CasFiscal
    {
        public required string Nom { get; set; }

        public required string Provenance { get; set; }

        public List<string> Versements { get; set; } = [];

        public Dictionary<string, List<string>> Neuviemes { get; set; } = [];

        public string? ValideeLe { get; set; }

        public Dictionary<string, string> Traitements { get; set; } = [];

        public Dictionary<string, string> AutresPrimes { get; set; } = [];

        public string Base { get; set; } = "brut";

        public List<string>? Lignes { get; set; }

        public List<string>? Paies { get; set; }

        public required List<string> Annees { get; set; }
    }

    static readonly Lazy<Fichier> Lu = new(() => new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance)
        .WithDuplicateKeyChecking().WithEnforceRequiredMembers().Build()
        .Deserialize<Fichier>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Cas", "Fiscalite", "exoneration.yaml"))));

    public static TheoryData<string> Noms() => [.. Lu.Value.Cas.Select(c => c.Nom)];

    [Theory]
    [MemberData(nameof(Noms))]
    public void Le_partage_repond_comme_le_texte(string nom)
    {
        CasFiscal cas = Lu.Value.Cas.Single(c => c.Nom == nom);
        cas.Provenance.ShouldNotBeNullOrWhiteSpace();

        IReadOnlyList<AnneeFiscale> annees = PartageFiscal.Partager(Versements(cas), Faits(cas), cas.Base == "net" ? BasePlafond.Net : BasePlafond.Brut);

        annees.Select(Ecrire).ShouldBe(cas.Annees);
        LigneFiscale[] lignes = [.. annees.OfType<AnneeCalculee>().SelectMany(a => a.Lignes)];
        if (cas.Lignes is { } attendues)
            lignes.Select(l => $"{l.Mois} exonéré {E(l.Exonere)} imposable {E(l.Imposable)} cumul {E(l.CumulExonere)}").ShouldBe(attendues);
        if (cas.Paies is { } paies)
            lignes.Select(l => $"{l.Mois} csg {E(l.Retenue.Csg)} crds {E(l.Retenue.Crds)} net {E(l.Retenue.Net)} compensation {E(l.Compensation)} rafp {E(l.Rafp)} reste {E(l.NetApresRafp)}").ShouldBe(paies);
    }

    [Fact]
    public void Chaque_annee_calculee_montre_ses_regles_et_le_facteur()
    {
        var annee = (AnneeCalculee)PartageFiscal.Partager([new(new(2027, 1), new(13_889))])[0];

        annee.Trace.Etapes.Select(e => e.Regle).ShouldBeSubsetOf(Catalogue.Regles.Select(r => r.Code));
        annee.Trace.Etapes.SelectMany(e => e.Entrees).ShouldContain(new KeyValuePair<string, string>("facteur", "0,9046975"));
        annee.Trace.Etapes.ShouldContain(e => e.Phrase.Contains("le traitement est inconnu"));
        PartageFiscal.Avertissement.ShouldStartWith("Estimation");
    }

    [Fact]
    public void L_annee_hors_vigueur_garde_ses_sommes_et_dit_pourquoi()
    {
        var annee = (AnneeHorsVigueur)PartageFiscal.Partager([new(new(2018, 12), new(13_889), "HSA")])[0];

        annee.Versements.Single().Brut.ShouldBe(new Montant(13_889));
        annee.Phrase.ShouldBe("2018 : hors vigueur, l'exonération ne commence qu'en 2019.");
        annee.Regle.Code.ShouldBe("FISC-EXONERATION");
    }

    [Fact]
    public void Une_entree_impossible_est_refusee()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => PartageFiscal.Partager([new(new(2027, 1), new(-1))]));
        Should.Throw<ArgumentOutOfRangeException>(() => PartageFiscal.Partager([new(new(2027, 1), new(long.MaxValue)), new(new(2027, 2), new(long.MaxValue))]));
        Should.Throw<ArgumentOutOfRangeException>(() => PartageFiscal.Partager([new(new(2027, 1), new(1))], [new(2027, new Montant(long.MaxValue))]));
        Should.Throw<ArgumentOutOfRangeException>(() => PartageFiscal.Partager([new(new(2027, 1), new(1))], comparaison: (BasePlafond)9));
        Should.Throw<ArgumentOutOfRangeException>(() => PartageFiscal.Partager([new(new(2027, 13), new(1))]));
        Should.Throw<ArgumentOutOfRangeException>(() => PartageFiscal.Partager([], [new(2027, new(-1))]));
        Should.Throw<ArgumentException>(() => PartageFiscal.Partager([], [new(2027), new(2027)]));
    }

    static List<Versement> Versements(CasFiscal cas) =>
    [
        .. cas.Versements.Select(v => v.Split(' ')).Select(v => new Versement(Mois.TryParse(v[0], out Mois m) ? m : throw new FormatException(v[0]), S(v[1]))),
        .. cas.Neuviemes.SelectMany(n => n.Value.SelectMany(montant => Echeancier.ParNeuviemes(S(montant), new(int.Parse(n.Key))))).Select(e => new Versement(Echeancier.PayeeEn(e, Tests.Faits.Jour(cas.ValideeLe)), e.Brut)),
    ];

    static List<FaitsFiscaux> Faits(CasFiscal cas) =>
        [.. cas.Traitements.Select(t => new FaitsFiscaux(int.Parse(t.Key), S(t.Value), cas.AutresPrimes.TryGetValue(t.Key, out string? a) ? S(a) : Montant.Zero))];

    static string Ecrire(AnneeFiscale annee) => annee switch
    {
        AnneeCalculee a => $"{a.Annee} brut {E(a.Brut)} exonéré {E(a.Exonere)} imposable {E(a.Imposable)}",
        _ => $"{annee.Annee} hors-vigueur",
    };

    static Montant S(string euros) => Tests.Faits.Somme(euros)!.Value;

    static string E(Montant m) => $"{m.Centimes / 100},{m.Centimes % 100:00}";
}
