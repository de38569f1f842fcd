using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit.ImpSecondDegre;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Personnels;
using Neuvieme.Fonctions.Personnels.Importer;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Tests.Socle;
using static Neuvieme.Tests.Fonctions.Personnels.Importer.FabriqueSts;
using Corps = Neuvieme.Droit.Corps;
using Fonction = Neuvieme.Droit.Fonction;

namespace Neuvieme.Tests.Fonctions.Personnels.Importer;

public class ImporterPersonnelsTests
{
    static readonly Dictionary<ClePersonne, ClePersonne> Aucun = [];
    static readonly Auteur Chef = new(null, "Une cheffe", "Chef d’établissement", new DateTime(2026, 9, 8, 8, 0, 0, DateTimeKind.Utc), new DateOnly(2026, 9, 8));

    static readonly string Prof = Individu("101", "HUNIER", "ANNE-LOU", reste: "<SEXE>2</SEXE><CIVILITE>2</CIVILITE><DATE_NAISSANCE>1984-02-29</DATE_NAISSANCE><GRADE>PEPS CN</GRADE>" + Discipline("L1900", "E.P.S", "17.00"));
    static readonly string Cpe = Individu("102", "MISAINE", "LUC", "EDU");
    static readonly string Direction = Individu("103", "BARRE", "JO", "DIR");
    static readonly string Locale = Individu("101", "CACATOIS", "IDA", "", "local");
    static readonly string[] Tous = [Prof, Cpe, Direction, Locale];

    static FichierSts Fichier(params string[] individus) => Accepter(Xml(string.Concat(individus), Division("6 A", Service("100100", "101", "16.50"), Service("062300", "102"))));

    static async Task<BaseDeTest> Neuve(Base sur)
    {
        var laBase = await BaseDeTest.Creer(sur);
        await using var db = laBase.Ouvrir();
        db.Academies.Add(new() { Code = "99", Libelle = "fictive" });
        db.Etablissements.Add(new() { Uai = Uai, Denomination = "Collège du Bac à sable", AcademieCode = "99", NatureCode = "340" });
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return laBase;
    }

    static async Task<ResultatImport> Importer(BaseDeTest laBase, FichierSts fichier, IReadOnlySet<ClePersonne>? coches = null, Dictionary<ClePersonne, ClePersonne>? rattachements = null)
    {
        await using var db = laBase.Ouvrir();
        return await new ImporterPersonnels(fichier, coches, rattachements ?? Aucun).Executer(db, Chef, TestContext.Current.CancellationToken);
    }

    static async Task<List<Agent>> Agents(BaseDeTest laBase)
    {
        await using var db = laBase.Ouvrir();
        return await db.Agents.Include(a => a.Affectations).OrderBy(a => a.Id).ToListAsync(TestContext.Current.CancellationToken);
    }

    static async Task<List<(string Action, string Objet, string Avant, string Apres)>> Journal(BaseDeTest laBase)
    {
        await using var db = laBase.Ouvrir();
        return [.. (await db.Journal.OrderBy(e => e.Rang).ToListAsync(TestContext.Current.CancellationToken)).Select(e => (e.Action, e.Objet, e.Avant, e.Apres))];
    }

    [Theory, SurLesDeuxBases]
    public async Task Premier_import_ecrit_les_personnes_cochees_d_office(Base sur)
    {
        await using var laBase = await Neuve(sur);

        var resultat = await Importer(laBase, Fichier(Tous));

        var import = resultat.Import.ShouldNotBeNull();
        (import.Nouveaux, import.Changes, import.Inchanges, import.Absents).ShouldBe((2, 0, 0, 0));
        (import.Auteur, import.InstantUtc, import.Annee, import.NomFichier, import.Sha256.Length).ShouldBe(("Une cheffe", Chef.InstantUtc, 2026, NomFichier, 64));
        var agents = await Agents(laBase);
        agents.Select(a => (a.TypeSts, a.IdSts, a.NomComplet, a.PrenomSts, a.Fonction, a.Corps, a.GradeSts)).ShouldBe(
            [("epp", "101", "Anne-Lou HUNIER", "ANNE-LOU", Fonction.Enseignant, Corps.Peps, "PEPS CN"), ("epp", "102", "Luc MISAINE", "LUC", Fonction.Cpe, Corps.Inconnu, "")]);
        agents.Select(a => a.Affectations.Single()).Select(x => (x.Uai, x.Annee, x.Presente, x.DisciplineCode, x.EnseigneEps, x.HeuresEpsCentiemes, x.MaximumServiceCentiemes, x.OrigineHeures, x.EnseigneTechnologie)).ShouldBe(
            [(Uai, 2026, true, "L1900", true, 1650, 2000, "1 service d’EPS", false), (Uai, 2026, true, "", false, null, null, "", true)]);
        (await Journal(laBase)).ShouldHaveSingleItem().Action.ShouldBe("import STSWeb");
    }

    [Theory, SurLesDeuxBases]
    public async Task Personnes_non_cochees_d_office_ajoutees_si_on_les_coche(Base sur)
    {
        await using var laBase = await Neuve(sur);

        await Importer(laBase, Fichier(Tous), new HashSet<ClePersonne> { new(TypeSts.Epp, "101"), new(TypeSts.Local, "101"), new(TypeSts.Epp, "404") });

        (await Agents(laBase)).Select(a => (a.TypeSts, a.IdSts)).ShouldBe([("epp", "101"), ("local", "101")]);
    }

    [Theory, SurLesDeuxBases]
    public async Task Meme_fichier_deux_fois_rien_n_est_ecrit(Base sur)
    {
        await using var laBase = await Neuve(sur);
        await Importer(laBase, Fichier(Tous));
        var avant = await Journal(laBase);

        var second = await Importer(laBase, Fichier(Tous));

        second.AucunChangement.ShouldBeTrue();
        (await Journal(laBase)).ShouldBe(avant);
        (await Agents(laBase)).ShouldAllBe(a => a.Version == 1);
    }

    [Theory, SurLesDeuxBases]
    public async Task Depart_et_changement_chacun_son_entree_au_journal(Base sur)
    {
        await using var laBase = await Neuve(sur);
        await Importer(laBase, Fichier(Prof, Cpe));

        var resultat = await Importer(laBase, Fichier(Prof.Replace("HUNIER", "PERROQUET").Replace("1984-02-29", "1984-03-01")));

        (resultat.Import!.Changes, resultat.Import.Absents).ShouldBe((1, 1));
        var agents = await Agents(laBase);
        agents.Select(a => (a.NomUsage, a.Affectations.Single().Presente)).ShouldBe([("PERROQUET", true), ("MISAINE", false)]);
        var journal = await Journal(laBase);
        journal.Skip(1).Select(e => (e.Action, e.Objet)).ShouldBe(
            [("personnel mis à jour", $"agent:{agents[0].Id}"), ("personnel absent du fichier", $"agent:{agents[1].Id}"), ("import STSWeb", $"import:{resultat.Import.Id}")]);
        journal[1].Avant.ShouldContain("HUNIER");
        journal[1].Apres.ShouldContain("PERROQUET");
    }

    [Theory, SurLesDeuxBases]
    public async Task Absent_revenu_redevient_present(Base sur)
    {
        await using var laBase = await Neuve(sur);
        await Importer(laBase, Fichier(Prof, Cpe));
        await Importer(laBase, Fichier(Prof));
        (await Importer(laBase, Fichier(Prof))).AucunChangement.ShouldBeTrue();

        (await Importer(laBase, Fichier(Prof, Cpe))).Import!.Changes.ShouldBe(1);

        (await Agents(laBase)).ShouldAllBe(a => a.Affectations.Single().Presente);
    }

    [Theory, SurLesDeuxBases]
    public async Task Date_de_naissance_jamais_en_clair(Base sur)
    {
        await using var laBase = await Neuve(sur);
        await Importer(laBase, Fichier(Prof));
        await Importer(laBase, Fichier(Prof.Replace("1984-02-29", "1984-03-01")));

        (await Agents(laBase))[0].EmpreinteNaissance!.Length.ShouldBe(64);
        var journal = string.Concat((await Journal(laBase)).Select(e => e.Avant + e.Apres));
        journal.ShouldContain("date de naissance");
        journal.ShouldNotContain("1984");
    }

    [Theory, SurLesDeuxBases]
    public async Task Corrections_du_chef_gardees_au_second_import(Base sur)
    {
        await using var laBase = await Neuve(sur);
        await Importer(laBase, Fichier(Prof));
        await using (var db = laBase.Ouvrir())
        {
            var agent = await db.Agents.Include(a => a.Affectations).SingleAsync(TestContext.Current.CancellationToken);
            agent.Corps = Corps.Contractuel;
            var x = agent.Affectations.Single();
            (x.HeuresEpsCentiemes, x.OrigineHeures) = (900, FaitsPersonne.SaisieDuChef);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        (await Importer(laBase, Fichier(Prof))).AucunChangement.ShouldBeTrue();
        await Importer(laBase, Fichier(Prof.Replace("HUNIER", "PERROQUET")));

        var apres = (await Agents(laBase)).Single();
        (apres.NomUsage, apres.Corps, apres.Affectations.Single().HeuresEpsCentiemes).ShouldBe(("PERROQUET", Corps.Contractuel, 900));
    }

    [Theory, SurLesDeuxBases]
    public async Task Local_rattache_garde_sa_fiche_et_ses_missions(Base sur)
    {
        await using var laBase = await Neuve(sur);
        await Importer(laBase, Fichier(Cpe, Locale), new HashSet<ClePersonne> { new(TypeSts.Epp, "102"), new(TypeSts.Local, "101") });
        var ida = (await Agents(laBase)).Single(a => a.NomUsage is "CACATOIS");
        var titularisee = Individu("900", "CACATOIS", "IDA", reste: "<GRADE>CERT. CL N</GRADE>");

        var resultat = await Importer(laBase, Fichier(Cpe, titularisee), rattachements: new() { [new(TypeSts.Epp, "900")] = new(TypeSts.Local, "101") });

        (resultat.Import!.Nouveaux, resultat.Import.Changes, resultat.Import.Absents).ShouldBe((0, 1, 0));
        var apres = (await Agents(laBase)).Single(a => a.NomUsage is "CACATOIS");
        (apres.Id, apres.TypeSts, apres.IdSts, apres.Fonction, apres.Corps).ShouldBe((ida.Id, "epp", "900", Fonction.Enseignant, Corps.Certifie));
        (await Journal(laBase)).ShouldContain(e => e.Action == "personnel rattaché" && e.Avant.Contains("local 101") && e.Apres.Contains("epp 900"));
    }

    [Theory, SurLesDeuxBases]
    public async Task Rattachement_que_rien_ne_suggere_refuse_sans_rien_ecrire(Base sur)
    {
        await using var laBase = await Neuve(sur);
        await Importer(laBase, Fichier(Cpe, Locale), new HashSet<ClePersonne> { new(TypeSts.Local, "101") });
        var avant = await Journal(laBase);

        var resultat = await Importer(laBase, Fichier(Prof), rattachements: new() { [new(TypeSts.Epp, "101")] = new(TypeSts.Local, "101") });

        resultat.Refus.ShouldHaveSingleItem().Message.ShouldContain("rechargez l’aperçu");
        (await Journal(laBase)).ShouldBe(avant);
        (await Agents(laBase)).ShouldHaveSingleItem().TypeSts.ShouldBe("local");
    }

    [Theory, SurLesDeuxBases]
    public async Task Annee_suivante_nouvelle_affectation_du_meme_agent(Base sur)
    {
        await using var laBase = await Neuve(sur);
        await Importer(laBase, Fichier(Prof, Cpe));
        var suivante = LecteurSts.Lire(Latin9.GetBytes(Xml(Prof, Division("6 A", Service("100100", "101", "12.00")), annee: """<ANNEE_SCOLAIRE ANNEE="2027"/>""")), "sts_emp_0990001N_2027.xml", new(Uai, 2027)).Fichier!;

        var resultat = await Importer(laBase, suivante);

        (resultat.Import!.Nouveaux, resultat.Import.Changes, resultat.Import.Absents).ShouldBe((0, 1, 0));
        (await Agents(laBase)).Single(a => a.IdSts is "101").Affectations.OrderBy(x => x.Annee).Select(x => (x.Annee, x.Presente, x.HeuresEpsCentiemes)).ShouldBe([(2026, true, 1650), (2027, true, 1200)]);
    }

    [Theory, SurLesDeuxBases]
    public async Task Fiche_d_etablissement_completee_sans_ecraser(Base sur)
    {
        await using var laBase = await Neuve(sur);
        var fichier = Accepter(Xml(Prof, uaj: """<UAJ CODE="0990001N"><CODE_NATURE>306</CODE_NATURE><ADRESSE>1 QUAI NEUF</ADRESSE><COMMUNE>PORT-FICTIF</COMMUNE></UAJ>"""));

        await Importer(laBase, fichier);

        await using var db = laBase.Ouvrir();
        var e = await db.Etablissements.SingleAsync(TestContext.Current.CancellationToken);
        (e.Adresse, e.Commune, e.NatureCode, e.Telephone).ShouldBe(("1 QUAI NEUF", "PORT-FICTIF", "340", ""));
    }

    [Theory, SurLesDeuxBases]
    public async Task Missions_des_absents_montrees(Base sur)
    {
        await using var laBase = await Neuve(sur);
        await Importer(laBase, Fichier(Prof, Cpe));
        await using var db = laBase.Ouvrir();
        var ct = TestContext.Current.CancellationToken;
        var luc = await db.Agents.SingleAsync(a => a.IdSts == "102", ct);
        db.Missions.Add(new() { Uai = Uai, Annee = 2026, Code = "IMP-DECR", Intitule = "Référent décrochage", Attributions = [new() { Uai = Uai, Annee = 2026, AgentId = luc.Id, Centimes = 125_000, Forme = Forme.Imp }] });
        await db.SaveChangesAsync(ct);

        var apercu = await ApercuImport.Preparer(db, await db.Etablissements.SingleAsync(ct), Fichier(Prof), Chef.Aujourdhui, ct);

        apercu.MissionsDesAbsents[new(TypeSts.Epp, "102")].ShouldBe([new("Référent décrochage", EtatAttribution.EnPreparation)]);
    }

    [Theory, SurLesDeuxBases]
    public async Task Etablissement_inconnu_de_la_base_refuse(Base sur)
    {
        await using var laBase = await BaseDeTest.Creer(sur);

        (await Importer(laBase, Fichier(Prof))).Refus.ShouldHaveSingleItem().Message.ShouldContain(Uai);

        (await Agents(laBase)).ShouldBeEmpty();
    }

    [Theory, SurLesDeuxBases]
    public async Task Imports_simultanes_du_meme_fichier_n_en_font_qu_un(Base sur)
    {
        await using var laBase = await Neuve(sur);

        var resultats = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Importer(laBase, Fichier(Tous))));

        resultats.Count(r => r.Import is not null).ShouldBe(1);
        (await Agents(laBase)).Count.ShouldBe(2);
    }
}
