using System.Reflection;

namespace Neuvieme.Droit.Tests;

/// <summary>Une règle qui change garde ses versions : chaque jour en a une, et une seule, de la première à la fin de l'année scolaire prochaine.</summary>
public sealed class VersionsTests
{
    /// <summary>Fin de l'année scolaire qui suit celle de la dernière relecture des textes.</summary>
    static readonly DateOnly Fin = AnneeScolaire.De(Catalogue.Regles.Max(r => r.VerifieLe).AddYears(1)).DernierJour;

    /// <summary>Toutes les valeurs datées de la bibliothèque, où qu'elles soient rangées, avec les bornes de leurs versions.</summary>
    static IEnumerable<(string Nom, (DateOnly Depuis, DateOnly? Jusqua)[] Versions, Func<DateOnly, bool> Lire)> Valeurs() =>
        from type in typeof(Catalogue).Assembly.GetTypes().Where(t => !t.ContainsGenericParameters)
        from champ in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
        where champ.FieldType.IsGenericType && champ.FieldType.GetGenericTypeDefinition() == typeof(ValeursDatees<>)
        let valeurs = champ.GetValue(null)!
        let versions = ((System.Collections.IEnumerable)champ.FieldType.GetProperty("Versions")!.GetValue(valeurs)!).Cast<object>().ToArray()
        select ($"{type.Name}.{champ.Name}",
            versions.Select(v => ((DateOnly)Lu(v, "Depuis")!, (DateOnly?)Lu(v, "Jusqua"))).ToArray(),
            (Func<DateOnly, bool>)(jour => (bool)champ.FieldType.GetMethod("Lire")!.Invoke(valeurs, [jour, null])!));

    static object? Lu(object version, string nom) => version.GetType().GetProperty(nom)!.GetValue(version);

    [Fact]
    public void Chaque_jour_a_une_version_et_une_seule()
    {
        var toutes = Valeurs().ToList();
        // Taux sociaux, plafond, RAFP, maladie, carence, demi-part… : en trouver moins dirait que la recherche ne voit plus rien.
        toutes.Count.ShouldBeGreaterThan(6);
        foreach (var (nom, versions, lire) in toutes)
        {
            lire(versions[0].Depuis.AddDays(-1)).ShouldBeFalse($"{nom} : une valeur avant sa première version");
            for (DateOnly jour = versions[0].Depuis; jour <= Fin; jour = jour.AddDays(1))
            {
                int enVigueur = versions.Count(v => jour >= v.Depuis && (v.Jusqua is null || jour <= v.Jusqua));
                bool encore = versions[^1].Jusqua is not { } derniere || jour <= derniere;
                enVigueur.ShouldBe(encore ? 1 : 0, $"{nom} le {jour:yyyy-MM-dd}");
                if (jour.Day == 1) lire(jour).ShouldBe(encore, $"{nom} le {jour:yyyy-MM-dd}");
            }
        }
    }

    /// <summary>Une règle finie est relayée le lendemain par une règle de la même famille, à la veille et au lendemain près.</summary>
    [Fact]
    public void Une_regle_finie_est_relayee_le_lendemain()
    {
        var finies = Catalogue.Regles.Where(r => r.Jusqua is not null).ToList();
        finies.Count.ShouldBeGreaterThan(2);
        foreach (Regle r in finies)
        {
            DateOnly lendemain = r.Jusqua!.Value.AddDays(1);
            Catalogue.Regles.Count(s => s.Depuis == lendemain && MemeFamille(s.Code, r.Code)).ShouldBe(1, $"{r.Code} s'arrête le {r.Jusqua:yyyy-MM-dd} sans suite");
            Catalogue.Regles.Count(s => s != r && MemeFamille(s.Code, r.Code) && s.Depuis <= r.Jusqua && (s.Jusqua is null || s.Jusqua >= r.Depuis)).ShouldBe(0, $"{r.Code} recouvre une autre version");
        }
    }

    /// <summary>« PAC-PREMIERE-2023 » et « PAC-PREMIERE-2024 » ; « VERS-MALADIE-AVANT-2025 » et « VERS-MALADIE-2025 ».</summary>
    static bool MemeFamille(string a, string b) => Famille(a) == Famille(b);

    static string Famille(string code)
    {
        string[] mots = code.Split('-');
        return int.TryParse(mots[^1], out _) ? string.Join('-', mots[..^1].Where(m => m != "AVANT")) : code;
    }
}
