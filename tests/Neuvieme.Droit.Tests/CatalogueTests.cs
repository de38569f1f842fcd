using System.Text.Json;
using System.Text.RegularExpressions;
using Neuvieme.Droit.ImpSecondDegre;

namespace Neuvieme.Droit.Tests;

/// <summary>Chaque règle est complète, chaque motif a sa règle.</summary>
public sealed partial class CatalogueTests
{
    [Fact]
    public void Chaque_regle_a_source_enonce_et_dates()
    {
        foreach (Regle r in Catalogue.Regles)
        {
            r.Code.ShouldMatch("^[A-Z]{3,4}-[A-Z0-9-]+$");
            r.Source.Texte.ShouldNotBeNullOrWhiteSpace();
            r.Source.Reference.ShouldNotBeNullOrWhiteSpace(r.Code);
            r.Enonce.Length.ShouldBeGreaterThan(40, r.Code);
            r.Enonce.ShouldEndWith(".");
            if (r.Code.StartsWith("IMP-", StringComparison.Ordinal)) r.Depuis.ShouldBeGreaterThanOrEqualTo(new DateOnly(2015, 9, 1));
            r.VerifieLe.ShouldBe(new DateOnly(2026, 11, 22));
            r.Catalogue.ShouldAllBe(c => IdDuReleve().IsMatch(c));
        }
    }

    /// <summary>Le relevé ne dit rien de ces points : ceux du Pacte viennent des notes de service, ceux du retrait du code des relations entre le public et l'administration.</summary>
    [Fact]
    public void Les_regles_hors_du_releve_sont_nommees() =>
        Catalogue.Regles.Where(r => r.Catalogue.Count == 0).Select(r => r.Code).ShouldBe(["PAC-AGENT", "PAC-SECTEUR", "PAC-PRIVE", "PAC-SANS-PRORATA", "RET-ILLEGALE", "RET-DEMANDE", "RET-DEMANDE-ILLEGALE", "RET-CONDITION", "RET-FRAUDE", "RET-OBSERVATIONS"]);

    /// <summary>L'arrêté et les décrets modificatifs se citent en entier : leur liste de taux n'a pas d'article propre. Ceux du Pacte et le décret du premier degré ne sont connus que par des extraits.</summary>
    [Fact]
    public void L_article_ne_manque_qu_aux_textes_cites_en_entier() =>
        Catalogue.Regles.Where(r => r.Source.Article is null).Select(r => r.Source.Texte).Distinct().Order(StringComparer.Ordinal).ShouldBe(
        [
            "arrêté du 19 juillet 2023 sur les parts de l'ISOE et de l'ISAE",
            "arrêté du 27 avril 2015 fixant les taux annuels de l'IMP",
            "circulaire n° 2015-093 du 12 juin 2015",
            "décret n° 2017-965 du 10 mai 2017",
            "décret n° 2023-627 du 19 juillet 2023",
            "décret n° 2024-577 du 21 juin 2024",
            "décret n° 2025-926 du 8 septembre 2025",
            "note de service du 20 juillet 2023",
            "note de service du 20 juillet 2023 jusqu'en 2024-2025, puis du 22 septembre 2025",
            "note de service sur le Pacte dans le privé sous contrat",
            "usage des académies, sans texte national",
        ]);

    [Fact]
    public void Aucune_regle_ne_s_applique_avant_l_annee_de_son_texte() =>
        Catalogue.Regles.ShouldAllBe(r => !Millesime().IsMatch(r.Source.Texte) || int.Parse(Millesime().Match(r.Source.Texte).Value) <= r.Depuis.Year);

    [Fact]
    public void Les_codes_sont_uniques()
    {
        Catalogue.Regles.Select(r => r.Code).ShouldBeUnique();
        Catalogue.Motifs.Select(m => m.Code).ShouldBeUnique();
    }

    [Fact]
    public void Chaque_motif_renvoie_a_une_regle_du_catalogue() =>
        Catalogue.Motifs.ShouldAllBe(m => Catalogue.Regles.Contains(m.Regle));

    [Fact]
    public void La_nomenclature_a_neuf_missions_de_l_article_6_et_treize_de_l_article_7()
    {
        Nomenclature.Fiches.Count(f => f.Article == "art. 6").ShouldBe(9);
        Nomenclature.Fiches.Count(f => f.Article == "art. 7").ShouldBe(13);
        Nomenclature.Fiches.ShouldAllBe(f => Nomenclature.Fiche(f.Mission) == f && Nomenclature.DeCode(f.Code) == f && f.Usages.Count == 5);
        Nomenclature.Fiches.Where(f => f.EstArticle6).ShouldAllBe(f => f.Article == "art. 6");
        Nomenclature.Fiche(Mission.Harcelement).Depuis.ShouldBe(new DateOnly(2024, 6, 24));
    }

    /// <summary>Nombre de tâches par mission : regles.md R097 à R147.</summary>
    [Theory]
    [InlineData("IMP-DISC", 7)]
    [InlineData("IMP-APSA", 6)]
    [InlineData("IMP-CYCLE", 5)]
    [InlineData("IMP-NIV", 5)]
    [InlineData("IMP-CULT", 5)]
    [InlineData("IMP-NUM", 12)]
    [InlineData("IMP-DECR", 4)]
    [InlineData("IMP-TUT", 4)]
    [InlineData("IMP-DF", 15)]
    [InlineData("IMP-EIP", 6)]
    [InlineData("IMP-ERAEI", 8)]
    [InlineData("IMP-EGAL", 8)]
    [InlineData("IMP-SUP", 3)]
    [InlineData("IMP-EDD", 7)]
    [InlineData("IMP-LABMATH", 4)]
    public void Aucune_tache_ne_manque(string code, int nombre) => Nomenclature.DeCode(code).ShouldNotBeNull().Contenu.Count.ShouldBe(nombre);

    [Fact]
    public void Les_regles_citees_existent_dans_le_releve()
    {
        string? dossier = Partage();
        Assert.SkipWhen(dossier is null, "ignoré : ../shared absent");
        using JsonDocument releve = JsonDocument.Parse(File.ReadAllText(Path.Combine(dossier!, "droit", "regles.json")));
        var ids = new HashSet<string>(StringComparer.Ordinal);
        Ramasser(releve.RootElement, ids);

        Catalogue.Regles.SelectMany(r => r.Catalogue).ShouldAllBe(c => ids.Contains(c));
    }

    static string? Partage()
    {
        if (Environment.GetEnvironmentVariable("NEUVIEME_DONNEES") is { Length: > 0 } d && Directory.Exists(d)) return d;
        for (DirectoryInfo? r = new(AppContext.BaseDirectory); r is not null; r = r.Parent)
        {
            if (File.Exists(Path.Combine(r.FullName, "Neuvieme.slnx")) && r.Parent is { } voisin && Directory.Exists(Path.Combine(voisin.FullName, "shared")))
                return Path.Combine(voisin.FullName, "shared");
        }

        return null;
    }

    static void Ramasser(JsonElement e, HashSet<string> ids)
    {
        if (e.ValueKind == JsonValueKind.Array) foreach (JsonElement x in e.EnumerateArray()) Ramasser(x, ids);
        if (e.ValueKind != JsonValueKind.Object) return;
        foreach (JsonProperty p in e.EnumerateObject())
        {
            if (p.Name == "id" && p.Value.ValueKind == JsonValueKind.String) ids.Add(p.Value.GetString()!);
            else Ramasser(p.Value, ids);
        }
    }

    [GeneratedRegex(@"\b(?:19|20)\d\d\b", RegexOptions.None, 1000)]
    private static partial Regex Millesime();

    [GeneratedRegex(@"^R\d{3}$", RegexOptions.None, 1000)]
    private static partial Regex IdDuReleve();
}
