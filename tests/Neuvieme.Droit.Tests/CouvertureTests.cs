using System.Text.Json;
using System.Text.RegularExpressions;
using Neuvieme.Droit.Couverture;
using Neuvieme.Droit.Fiscalite;
using Neuvieme.Tests.Commun;

namespace Neuvieme.Droit.Tests;

/// <summary>Le registre dit vrai : chaque point du relevé une fois, tenu ou non, et toujours pourquoi.</summary>
public sealed partial class CouvertureTests
{
    static readonly string[] Choix = [.. typeof(Parametres).GetProperties().Select(p => p.Name), nameof(BasePlafond)];

    [Fact]
    public void Les_266_points_une_fois_chacun_dans_l_ordre() =>
        ReleveDeCouverture.Points.Select(p => p.Id).ShouldBe(Enumerable.Range(1, 266).Select(i => $"R{i:000}"));

    [Fact]
    public void Une_regle_ne_cite_que_des_points_du_releve() =>
        Catalogue.Regles.SelectMany(r => r.Catalogue).ShouldAllBe(id => ReleveDeCouverture.De(id) != null);

    /// <summary>Un point qu'une règle vient à citer perd sa déclaration : dans sa section, ou parmi les dispositifs attendus.</summary>
    [Fact]
    public void Aucun_point_code_n_est_declare_ailleurs() =>
        ReleveDeCouverture.Points.Where(p => p.SeContredit).Select(p => p.Id).ShouldBeEmpty();

    [Fact]
    public void Ce_qui_n_est_pas_code_dit_pourquoi() =>
        ReleveDeCouverture.Points.Where(p => p.Etat == EtatCouverture.NonCodee && !(p.Raison?.Length > 20)).Select(p => p.Id).ShouldBeEmpty();

    [Fact]
    public void Ce_que_tient_l_application_nomme_son_ecran_et_sa_preuve() =>
        ReleveDeCouverture.Points.Where(p => p.Etat == EtatCouverture.Application)
            .ShouldAllBe(p => p.Adresse!.StartsWith('/') && Preuve().IsMatch(p.Preuve!));

    [Fact]
    public void Les_choix_nommes_existent()
    {
        ReleveDeCouverture.Points.Select(p => p.Parametre).OfType<string>().ShouldAllBe(p => Choix.Contains(p));
        LecturesRetenues.Toutes.Select(l => l.Parametre).OfType<string>().ShouldAllBe(p => Choix.Contains(p));
        Choix.Where(c => c != nameof(Parametres.Defaut)).Except(LecturesRetenues.Toutes.Select(l => l.Parametre).OfType<string>()).ShouldBeEmpty();
    }

    [Fact]
    public void Objets_courts_sans_deux_fois_le_meme()
    {
        ReleveDeCouverture.Points.Select(p => p.Objet).ShouldBeUnique();
        ReleveDeCouverture.Points.ShouldAllBe(p => p.Objet.Length >= 10 && p.Objet.Length <= 130 && !p.Objet.EndsWith('.'));
        ReleveDeCouverture.Points.SelectMany(p => new[] { p.Raison, p.Limite }).OfType<string>().ShouldAllBe(t => t.EndsWith('.'));
    }

    [Fact]
    public void Les_lectures_sont_completes()
    {
        LecturesRetenues.Contradictions.Select(c => c.Id).Order(StringComparer.Ordinal).ShouldBe(Enumerable.Range(1, 45).Select(i => $"C{i:00}"));
        LecturesRetenues.Precisions.Select(c => c.Id).ShouldBe(Enumerable.Range(1, 19).Select(i => $"P{i}"));
        LecturesRetenues.Toutes.ShouldAllBe(l => l.Textes.Count > 0 && l.Lecture.EndsWith('.') && (l.Regles.Count > 0 || l.Ailleurs!.Length > 20));
    }

    [Fact]
    public void Les_regles_des_lectures_sont_au_catalogue() =>
        LecturesRetenues.Toutes.SelectMany(l => l.Regles).Except(Catalogue.Regles.Select(r => r.Code)).ShouldBeEmpty();

    [Fact]
    public void Les_valeurs_affichees_sont_celles_du_calcul()
    {
        ValeursDesRegles.De("IMP-APSA-SEUILS").Select(v => v.Valeur).ShouldBe(["3 au moins", "50 h au moins", "3 h, sauf choix de l'académie"]);
        ValeursDesRegles.De("IMP-TAUX").Select(v => v.Valeur).ShouldContain("1\u202F250,00\u00A0€ (1 IMP)");
        ValeursDesRegles.De("FISC-PLAFOND").Select(v => (v.Valeur, v.Depuis)).ShouldContain(("7\u202F500,00\u00A0€", new DateOnly(2022, 1, 1)));
        ValeursDesRegles.De("VERS-MALADIE-2025").Single().ShouldBe(new("Traitement gardé", "90 % trois mois, puis 50 % neuf mois", new(2025, 3, 1)));
        Catalogue.Regles.SelectMany(r => ValeursDesRegles.De(r.Code)).ShouldAllBe(v => v.Nom.Length > 0 && v.Valeur.Length > 0);
        Catalogue.Regles.Count(r => ValeursDesRegles.De(r.Code).Count > 0).ShouldBeGreaterThan(25);
    }

    [Fact]
    public void Le_registre_suit_le_releve_partage()
    {
        Ids("regles.json").ShouldBe(ReleveDeCouverture.Points.Select(p => p.Id));
        Ids("contradictions.json").ShouldBe(LecturesRetenues.Contradictions.Select(c => c.Id).Order(StringComparer.Ordinal));
    }

    static string[] Ids(string fichier)
    {
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(DonneesPartagees.Chemin(Path.Combine("droit", fichier))));
        return [.. json.RootElement.EnumerateArray().Select(e => e.GetProperty("id").GetString()!)];
    }

    [GeneratedRegex(@"^[A-Za-z]+Tests\.\w+$", RegexOptions.None, 1000)]
    private static partial Regex Preuve();
}
