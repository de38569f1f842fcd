using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Fonctions.Etablissements.Importer;
using Neuvieme.Tests.Commun;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.Etablissements;

/// <summary>Les vrais fichiers ouverts, quand ils sont à côté du dépôt. Les comptes attendus viennent d'awk sur ces fichiers.</summary>
public class AnnuairePartageTests
{
    static FichierRecu Vrai(string nom) => new(nom, File.ReadAllBytes(DonneesPartagees.Chemin("donnees/" + nom)));

    static async Task<ApercuAnnuaire> Importer(BaseDeTest laBase, ChoixAnnuaire choix, params string[] noms)
    {
        await using var db = laBase.Ouvrir();
        var auteur = Neuvieme.Socle.Cli.Verbes.Auteur();
        var (apercu, _, refus) = await new ImporterAnnuaire([.. noms.Select(Vrai)], choix).Executer(db, auteur, vu: null, TestContext.Current.CancellationToken);
        refus.ShouldBeEmpty();
        return apercu!;
    }

    /// <summary>
    /// annuaire_35_2023.csv : 996 lignes, 993 UAI ; awk sur code_nature du second degré et ministère de l'Éducation nationale, sans
    /// doublon : 198, dont 99 publics, 6 REP, 1 REP+ et 163 effectifs ; 685 écoles ; 39 lignes de la santé, 23 de l'agriculture, 1 de la mer.
    /// </summary>
    [Theory, SurLesDeuxBases]
    public async Task Annuaire35_ComptesDAwk(Base sur)
    {
        await using var laBase = await BaseDeTest.Creer(sur);

        var apercu = await Importer(laBase, new(), "annuaire_35_2023.csv");

        apercu.Fichiers[0].Lignes.ShouldBe(996);
        apercu.Nouveaux.Count.ShouldBe(198);
        apercu.Ecartees.Single(e => e.Raison.StartsWith("école", StringComparison.Ordinal)).Nombre.ShouldBe(685);
        apercu.Ecartees.Where(e => e.Raison.Contains("ministère", StringComparison.Ordinal)).Select(e => e.Nombre).ShouldBe([39, 23, 1]);
        apercu.Sales.Where(s => s.Probleme.Contains("plusieurs lignes", StringComparison.Ordinal)).Select(s => s.Valeur).ShouldBe(["0350778F", "0350852L", "0352072M"], ignoreOrder: true);
        await using var db = laBase.Ouvrir();
        var tous = await db.Etablissements.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken);
        tous.Count(e => e.Secteur == Secteur.Public).ShouldBe(99);
        tous.Count(e => e.EducationPrioritaire == EducationPrioritaire.Rep).ShouldBe(6);
        tous.Count(e => e.EducationPrioritaire == EducationPrioritaire.RepPlus).ShouldBe(1);
        tous.Count(e => e.Eleves is not null).ShouldBe(163);
        // L'annexe ne prend pas le nom de l'établissement.
        tous.Single(e => e.Uai == "0350852L").Denomination.ShouldBe("Collège Saint-Joseph");
        (await Importer(laBase, new(Ecoles: true), "annuaire_35_2023.csv")).Nouveaux.Count.ShouldBe(685);
    }

    /// <summary>
    /// colleges_geoloc : 7 654 lignes dont deux sans aucun nom (1710 et 3815) et une de la Légion d'honneur : 7 651 collèges. 13 sont à ouvrir, dont les deux sans nom.
    /// effectifs_second_degre_35 : 8 UAI finissent par la lettre O. personnels_2d : 0350002M, 62,69 ETP à la rentrée 2024.
    /// </summary>
    [Theory, SurLesDeuxBases]
    public async Task FichiersNationaux_EtEffectifs(Base sur)
    {
        await using var laBase = await BaseDeTest.Creer(sur);

        var apercu = await Importer(laBase, new(), "personnels_2d_2024_national.csv", "effectifs_second_degre_35.csv", "colleges_geoloc_national_2024.csv", "departements.csv", "academies.csv", "natures_uai.csv");

        apercu.Nouveaux.Count.ShouldBe(7651);
        apercu.Codes.Count.ShouldBe(34 + 107 + 26);
        apercu.Sales.Where(s => s.Rejetee && s.Fichier == "colleges_geoloc_national_2024.csv").Select(s => s.Ligne).ShouldBe([1710, 3815]);
        var lettreO = apercu.Sales.Where(s => s.Fichier == "effectifs_second_degre_35.csv").ToList();
        lettreO.Select(s => s.Ligne).ShouldBe([52, 83, 213, 316, 388, 389, 474, 773]);
        lettreO.ShouldAllBe(s => s.Valeur.EndsWith('O') && s.Rejetee);
        await using var db = laBase.Ouvrir();
        (await db.Etablissements.CountAsync(e => e.Etat == EtatEtablissement.AOuvrir, TestContext.Current.CancellationToken)).ShouldBe(13 - 2);
        (await db.Etablissements.CountAsync(e => e.DepartementCode == "02A" || e.DepartementCode == "02B", TestContext.Current.CancellationToken)).ShouldBe(32);
        var bruz = await db.Etablissements.AsNoTracking().SingleAsync(e => e.Uai == "0350002M", TestContext.Current.CancellationToken);
        (bruz.EtpCentiemes, bruz.EtpRentree, bruz.Eleves, bruz.ElevesRentree).ShouldBe((6269, 2024, 780, 2019));
    }

    /// <summary>etablissements_35_demo.csv : 202 lignes, 163 avec un ETP, 10 privés dont le contrat n'est pas dit.</summary>
    [Fact]
    public async Task Liste35()
    {
        await using var laBase = await BaseDeTest.Creer(Base.Sqlite);
        var apercu = await Importer(laBase, new(), "etablissements_35_demo.csv");
        apercu.Nouveaux.Count.ShouldBe(202);
        apercu.Sales.Count(s => s.Probleme.Contains("contrat", StringComparison.Ordinal)).ShouldBe(10);
        await using var db = laBase.Ouvrir();
        (await db.Etablissements.CountAsync(e => e.EtpCentiemes != null && e.EtpRentree == 2024, TestContext.Current.CancellationToken)).ShouldBe(163);
    }
}
