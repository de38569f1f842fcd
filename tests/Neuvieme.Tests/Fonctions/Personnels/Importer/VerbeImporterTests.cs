using Microsoft.EntityFrameworkCore;
using Neuvieme.Tests.Socle;
using static Neuvieme.Tests.Fonctions.Personnels.Importer.FabriqueSts;

namespace Neuvieme.Tests.Fonctions.Personnels.Importer;

public sealed class VerbeImporterTests : IDisposable
{
    readonly string _dossier = Directory.CreateTempSubdirectory("neuvieme-import-").FullName;

    public void Dispose() => Directory.Delete(_dossier, recursive: true);

    string Poser(string nom, byte[] contenu)
    {
        var chemin = Path.Combine(_dossier, nom);
        File.WriteAllBytes(chemin, contenu);
        return chemin;
    }

    static readonly byte[] Bon = Latin9.GetBytes(Xml(Individu("101", "HUNIER", "ZOÉ") + Individu("103", "BARRE", "JO", "DIR") + Individu("104", "CACATOIS", "IDA", "", "local")));

    static async Task<BaseDeTest> Neuve(Base sur)
    {
        var laBase = await BaseDeTest.Creer(sur);
        await using var db = laBase.Ouvrir();
        db.Academies.Add(new() { Code = "99", Libelle = "fictive" });
        db.Etablissements.Add(new() { Uai = Uai, Denomination = "Collège", AcademieCode = "99" });
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return laBase;
    }

    static Task<LigneDeCommande.Resultat> Lancer(BaseDeTest laBase, string fichier, params string[] suite) =>
        LigneDeCommande.Lancer(["personnels", "importer", "--sts", fichier, "--uai", Uai, "--annee", "2026", "--base", laBase.Chaine, .. suite]);

    static async Task<List<string>> Noms(BaseDeTest laBase)
    {
        await using var db = laBase.Ouvrir();
        return await db.Agents.OrderBy(a => a.Id).Select(a => a.NomUsage).ToListAsync(TestContext.Current.CancellationToken);
    }

    [Theory, SurLesDeuxBases]
    public async Task Importer_simule_importe_puis_ne_change_rien(Base sur)
    {
        await using var laBase = await Neuve(sur);
        var fichier = Poser(NomFichier, Bon);

        var simule = await Lancer(laBase, fichier, "--simuler");
        simule.Code.ShouldBe(0, simule.ToString());
        simule.Sortie.ShouldContain("nouveau   epp 101 Zoé HUNIER");
        simule.Sortie.ShouldContain("non coché epp 103 Jo BARRE, direction");
        (await Noms(laBase)).ShouldBeEmpty();

        var importe = await Lancer(laBase, fichier, "--avec", "local 104");
        importe.Code.ShouldBe(0, importe.ToString());
        importe.Sortie.ShouldContain("Importé : 2 ajouts, 0 mise à jour");
        (await Noms(laBase)).ShouldBe(["HUNIER", "CACATOIS"]);

        var encore = await Lancer(laBase, fichier);
        encore.Code.ShouldBe(0, encore.ToString());
        encore.Sortie.ShouldContain("Aucun changement.");
    }

    [Theory]
    [InlineData("emp_sts.xml", "<EDT_STS/>", "Exports > Emploi du temps")]
    [InlineData("coupe.xml", "<STS_EDT><PARAMETRES>", "coupe.xml, ligne 1")]
    [InlineData("absent", null, "introuvable")]
    public async Task Mauvais_fichier_code_2_et_rien_d_ecrit(string nom, string? contenu, string attendu)
    {
        await using var laBase = await Neuve(Base.Sqlite);
        var fichier = contenu is null ? Path.Combine(_dossier, nom) : Poser(nom, Latin9.GetBytes(contenu));

        var resultat = await Lancer(laBase, fichier);

        resultat.Code.ShouldBe(2, resultat.ToString());
        resultat.Erreurs.ShouldContain(attendu);
        resultat.Sortie.ShouldBeEmpty();
        (await Noms(laBase)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("--uai", "099", "sept chiffres")]
    [InlineData("--annee", "26", "année scolaire")]
    [InlineData("--avec", "3506", "« epp » ou « local »")]
    [InlineData("--avec", "local 9", "pas parmi les nouvelles")]
    public async Task Mauvais_argument_code_2(string option, string valeur, string attendu)
    {
        await using var laBase = await Neuve(Base.Sqlite);
        string[] arguments = ["--sts", Poser(NomFichier, Bon), "--uai", Uai, "--annee", "2026", "--base", laBase.Chaine];
        var place = Array.IndexOf(arguments, option);
        string[] changes = place < 0 ? [.. arguments, option, valeur] : [.. arguments[..(place + 1)], valeur, .. arguments[(place + 2)..]];

        var resultat = await LigneDeCommande.Lancer(["personnels", "importer", .. changes]);

        resultat.Code.ShouldBe(2, resultat.ToString());
        resultat.Erreurs.ShouldContain(attendu);
        (await Noms(laBase)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Etablissement_absent_de_la_base_code_2()
    {
        await using var laBase = await BaseDeTest.Creer(Base.Sqlite);
        var resultat = await Lancer(laBase, Poser(NomFichier, Bon));
        (resultat.Code, resultat.Erreurs.Contains(Uai)).ShouldBe((2, true), resultat.ToString());
    }
}
