using System.Text;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Fonctions.Etablissements.Importer;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Tests.Socle;
using static Neuvieme.Tests.Fonctions.Etablissements.FabriqueAnnuaire;

namespace Neuvieme.Tests.Fonctions.Etablissements;

/// <summary>L'import par l'écran de l'administrateur et par la commande : aperçu, confirmation, rapport ; rien d'effacé, rien d'écrasé sans le dire.</summary>
public sealed class ImporterAnnuaireTests : IDisposable
{
    const string Ecran = "/etablissements/importer";
    const string Admin = "admin@demo.neuvieme.fr";
    readonly string _dossier = Directory.CreateTempSubdirectory("neuvieme-annuaire-").FullName;

    public void Dispose() => Directory.Delete(_dossier, recursive: true);

    string Poser(string nom, byte[] octets)
    {
        var chemin = Path.Combine(_dossier, nom);
        File.WriteAllBytes(chemin, octets);
        return chemin;
    }

    static string Texte(IHtmlDocument page) => string.Join(' ', page.QuerySelector("main")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    static Task<Etablissement> Un(ServeurDeTest serveur, string uai) => serveur.Lire(db => db.Etablissements.AsNoTracking().SingleAsync(e => e.Uai == uai));

    [Theory, SurLesDeuxBases]
    public async Task Apercu_PuisImport_PuisRienAChanger(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var admin = await serveur.Visiteur(Admin);
        var fichier = Annuaire(
            Ligne("0990003R", "Collège de l’Essai", ep: "REP+", eleves: "711"), Ligne("0990004S", "Lycée privé", "Privé", contrat: "CONTRAT D'ASSOCIATION TOUTES CLASSES", nature: "302", etat: "A FERMER"),
            Ligne("0990005T", "École", nature: "151"), Ligne("0990006U", "Service", nature: "806"), Ligne("0990007V", "Lycée agricole", nature: "306", ministere: "AGRICULTURE"), Ligne("0990009A", "Fausse lettre"));

        var apercu = Texte(await admin.EnvoyerFichier(Ecran, "Fichier", "annuaire.csv", fichier));

        apercu.ShouldContain("2 nouveaux");
        apercu.ShouldContain("la lettre n’est pas celle que donnent les chiffres");
        apercu.ShouldContain("« 0990009A »");
        apercu.ShouldContain("relève d’un autre ministère : AGRICULTURE");
        apercu.ShouldContain("1 ligne, dès la ligne 4 : école");
        // Les quatre de la démonstration, écoles comprises : l'aperçu n'écrit rien.
        (await serveur.Lire(db => db.Etablissements.CountAsync())).ShouldBe(4);

        var rapport = Texte(await admin.Cliquer(admin.Ici, "Importer"));

        rapport.ShouldContain("2 établissements ajoutés");
        var college = await Un(serveur, "0990003R");
        (college.Denomination, college.EducationPrioritaire, college.Eleves, college.ElevesRentree, college.DepartementCode, college.Etat).ShouldBe(("Collège de l’Essai", EducationPrioritaire.RepPlus, 711, 2025, "099", EtatEtablissement.Ouvert));
        college.OuvertLe.ShouldBe(new DateOnly(1990, 9, 1));
        (college.Latitude, college.Longitude).ShouldBe((48.1, -1.5));
        var prive = await Un(serveur, "0990004S");
        (prive.Secteur, prive.Etat).ShouldBe((Secteur.PriveSousContrat, EtatEtablissement.AFermer));
        (await serveur.Lire(db => db.Departements.Select(d => d.Code + d.Libelle).ToListAsync())).ShouldBe(["099Département fictif"]);
        (await serveur.Lire(db => db.AnnuairesDeposes.CountAsync())).ShouldBe(0);
        Texte(await admin.EnvoyerFichier(Ecran, "Fichier", "annuaire.csv", fichier)).ShouldContain("Aucun changement");

        // Le rectorat de l'académie les voit aussitôt, et où l'un va fermer.
        using var gestion = await serveur.Visiteur("gestion@demo.neuvieme.fr");
        var liste = Texte(await gestion.Page("/etablissements"));
        liste.ShouldContain("Collège de l’Essai");
        liste.ShouldContain("à fermer");
        Texte(await gestion.Page("/enveloppes/notifier?uai=0990003R")).ShouldContain("REP+ · 711 élèves (rentrée 2025)");
    }

    [Theory, SurLesDeuxBases]
    public async Task DonneeSaisie_GardeeEtDite_RemplaceeSeulementSurDemande(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var admin = await serveur.Visiteur(Admin);
        // Le collège de la démonstration est REP, au 9 rue des Écoles ; le fichier le dit REP+, et écrit la même adresse en capitales.
        var fichier = Annuaire(Ligne(Demonstration.College, "COLLEGE DES NEUF PEUPLIERS", adresse: "9 RUE DES ECOLES", commune: "VILLE-TEST", ep: "REP+"));

        var apercu = Texte(await admin.EnvoyerFichier(Ecran, "Fichier", "annuaire.csv", fichier));
        apercu.ShouldContain("éducation prioritaire : REP, le fichier dit « REP+ »");
        apercu.ShouldNotContain("9 RUE DES ECOLES");
        await admin.Cliquer(admin.Ici, "Importer");

        var garde = await Un(serveur, Demonstration.College);
        (garde.EducationPrioritaire, garde.Denomination, garde.Adresse, garde.Eleves).ShouldBe((EducationPrioritaire.Rep, "Collège des Neuf Peupliers", "9 rue des Écoles", 500));

        await admin.EnvoyerFichier(Ecran, "Fichier", "annuaire.csv", fichier);
        var remplace = await admin.Page(admin.Ici + "&remplacer=true");
        Texte(remplace).ShouldContain("éducation prioritaire : REP → REP+");
        await admin.CliquerSur(remplace, "Importer");

        (await Un(serveur, Demonstration.College)).EducationPrioritaire.ShouldBe(EducationPrioritaire.RepPlus);
        var entree = await serveur.Lire(db => db.Journal.SingleAsync(j => j.Action == "établissement mis à jour"));
        (entree.Portee, entree.Objet).ShouldBe((Academie.PorteeDe("99"), $"etablissement:{Demonstration.College}"));
        entree.Avant.ShouldContain("REP");
    }

    [Theory, SurLesDeuxBases]
    public async Task Absent_EtFerme_RestentDansLaBase(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var admin = await serveur.Visiteur(Admin);
        await admin.EnvoyerFichier(Ecran, "Fichier", "a.csv", Annuaire(Ligne("0990003R", "Collège A"), Ligne("0990004S", "Collège B"), Ligne(Demonstration.College, "Collège des Neuf Peupliers", ep: "REP")));
        await admin.Cliquer(admin.Ici, "Importer");

        var apercu = Texte(await admin.EnvoyerFichier(Ecran, "Fichier", "b.csv", Annuaire(Ligne("0990003R", "Collège A", etat: "FERME"), Ligne(Demonstration.College, "Collège des Neuf Peupliers", ep: "REP"))));

        apercu.ShouldContain("état : ouvert → fermé");
        apercu.ShouldContain("Collège B 0990004S");
        // Le lycée, d'une nature que le fichier ne couvre pas, n'est pas dit absent.
        apercu.ShouldNotContain("Lycée de la Neuvaine");
        await admin.Cliquer(admin.Ici, "Importer");
        (await Un(serveur, "0990003R")).Etat.ShouldBe(EtatEtablissement.Ferme);
        (await Un(serveur, "0990004S")).Etat.ShouldBe(EtatEtablissement.Ouvert);
    }

    [Theory, SurLesDeuxBases]
    public async Task DeuxAdministrateurs_LApercuPerimeEstRefuse(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur, async db =>
        {
            var second = await db.Users.Include(u => u.Habilitations).SingleAsync(u => u.Email == "auditeur@demo.neuvieme.fr");
            second.Habilitations.Add(new() { Role = Neuvieme.Fonctions.Comptes.Role.Administrateur, Debut = new(2026, 1, 1) });
            await db.SaveChangesAsync();
        });
        using var premier = await serveur.Visiteur(Admin);
        using var second = await serveur.Visiteur("auditeur@demo.neuvieme.fr");
        var ouverte = await premier.EnvoyerFichier(Ecran, "Fichier", "a.csv", Annuaire(Ligne("0990003R", "Collège A")));
        await second.EnvoyerFichier(Ecran, "Fichier", "b.csv", Annuaire(Ligne("0990003R", "Collège Autre")));
        await second.Cliquer(second.Ici, "Importer");

        var refus = Texte(await premier.CliquerSur(ouverte, "Importer"));

        refus.ShouldContain("La base a changé depuis cet aperçu");
        refus.ShouldContain("nom : Collège Autre → Collège A");
        (await Un(serveur, "0990003R")).Denomination.ShouldBe("Collège Autre");
    }

    [Theory, SurLesDeuxBases]
    public async Task DoubleClic_EtDepotPerdu_Expliques(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var admin = await serveur.Visiteur(Admin);
        var ouverte = await admin.EnvoyerFichier(Ecran, "Fichier", "a.csv", Annuaire(Ligne("0990003R", "Collège A")));
        await admin.CliquerSur(ouverte, "Importer");

        Texte(await admin.CliquerSur(ouverte, "Importer")).ShouldContain("Cet aperçu n’est plus disponible");
        (await serveur.Lire(db => db.ImportsAnnuaire.CountAsync())).ShouldBe(1);

        await admin.EnvoyerFichier(Ecran, "Fichier", "a.csv", Annuaire(Ligne("0990004S", "Collège B")));
        var adresse = admin.Ici;
        serveur.Temps.Avancer(TimeSpan.FromMinutes(61));
        Texte(await admin.Page(adresse)).ShouldContain("il dure une heure");
    }

    [Theory, SurLesDeuxBases]
    public async Task Rapport_FormulesNeutralisees(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var admin = await serveur.Visiteur(Admin);
        await admin.EnvoyerFichier(Ecran, "Fichier", "a.csv", Annuaire(Ligne("0990003R", "=cmd|' /C calc'!A0"), Ligne("=1+1", "@SUM(A1)"), Ligne("0990004S", "Collège B")));
        var page = await admin.Cliquer(admin.Ici, "Importer");

        var csv = await admin.Http.GetStringAsync(page.QuerySelector("a[href*='handler=Csv']")!.GetAttribute("href"), TestContext.Current.CancellationToken);

        csv.ShouldContain(";'=cmd|' /C calc'!A0;");
        csv.ShouldContain(";'=1+1;");
        csv.Split('\n').SelectMany(l => l.Split(';')).ShouldNotContain(c => c.StartsWith('='));
        csv.ShouldContain("ligne laissée;a.csv;3;");
    }

    [Theory, SurLesDeuxBases]
    public async Task Commande_PlusieursFichiers_EssaiPuisTout_OuRien(Base sur)
    {
        await using var laBase = await BaseDeTest.Creer(sur);
        // Donnés dans le désordre : l'ETP complète un établissement que l'annuaire crée.
        string[] fichiers =
        [
            Poser("etp.csv", "num_ligne,Année de la rentrée scolaire,Identifiant de l'établissement,Nom de l'établissement,ETP total\n1.0,2024,0990003R,A,62.69\n2.0,2024,0990008W,B,10\n"u8.ToArray()),
            Poser("effectifs.csv", "Annee_scolaire;Numero_d_etablissement;Nombre_d_eleves\r\n2018-2019;0990003R;768\r\n2019-2020;0990003R;780\r\n2019-2020;0990003O;15\r\n"u8.ToArray()),
            Poser("annuaire.csv", Annuaire(Ligne("0990003R", "Collège A", eleves: ""))),
            Poser("academies.csv", "code_academie;libelle;code_region;libelle_region;zone_vacances\r\n14;Rennes;53;Bretagne;B\r\n"u8.ToArray()),
        ];
        var mauvais = Poser("autre.csv", "a;b\n1;2\n"u8.ToArray());

        var refus = await LigneDeCommande.Lancer(["etablissements", "importer", .. fichiers, mauvais, "--base", laBase.Chaine]);
        refus.Code.ShouldBe(2, refus.ToString());
        refus.Erreurs.ShouldContain("autre.csv : ligne 1 : ces colonnes ne sont celles d’aucun fichier connu");
        var essai = await LigneDeCommande.Lancer(["etablissements", "importer", .. fichiers, "--essai", "--base", laBase.Chaine]);
        essai.Sortie.ShouldContain("Essai, rien n’est écrit : 1 nouveau");
        await using var db = laBase.Ouvrir();
        (await db.Etablissements.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(0);

        var fait = await LigneDeCommande.Lancer(["etablissements", "importer", .. fichiers, "--json", "--base", laBase.Chaine]);

        // 3 : importé, mais la ligne de l'UAI finissant par la lettre O attend une correction.
        fait.Code.ShouldBe(3, fait.ToString());
        using var json = System.Text.Json.JsonDocument.Parse(fait.Sortie);
        json.RootElement.GetProperty("ecrit").GetBoolean().ShouldBeTrue();
        json.RootElement.GetProperty("sales")[0].GetProperty("ligne").GetInt32().ShouldBe(4);
        var a = await db.Etablissements.AsNoTracking().SingleAsync(TestContext.Current.CancellationToken);
        (a.Uai, a.Eleves, a.ElevesRentree, a.EtpCentiemes, a.EtpRentree).ShouldBe(("0990003R", 780, 2019, 6269, 2024));
        (await db.Academies.Select(x => x.Code).OrderBy(x => x).ToListAsync(TestContext.Current.CancellationToken)).ShouldBe(["14", "99"]);
    }

    /// <summary>Autant de lectures pour mille lignes que pour dix, et des écritures par lots : 22 colonnes, 500 valeurs par commande sur SQLite, 20 000 sur PostgreSQL.</summary>
    [Theory]
    [SurLesDeuxBases]
    public async Task NombreDeRequetes_NeSuitPasLesLignes(Base sur)
    {
        await using var laBase = await BaseDeTest.Creer(sur, demo: true);
        await using var db = laBase.Ouvrir();
        using var compteur = await CompteurDeRequetes.Sur(laBase.Chaine);
        async Task<int> Lectures(int lignes)
        {
            var avant = compteur.Nombre;
            var (apercu, _) = await new ImporterAnnuaire([new("a.csv", Annuaire([.. Enumerable.Range(0, lignes).Select(i => Ligne(Uai(990_200 + i), $"Collège {i}"))]))], new()).Preparer(db, TestContext.Current.CancellationToken);
            apercu!.Nouveaux.Count.ShouldBe(lignes);
            return compteur.Nombre - avant;
        }

        var dix = await Lectures(10);
        (await Lectures(1000)).ShouldBe(dix);
        dix.ShouldBe(5);

        await using var transaction = await db.Commencer("essai", TestContext.Current.CancellationToken);
        var commandes = await db.EcrireParLots(Enumerable.Range(0, 1000).Select(i => new Etablissement { Uai = Uai(991_500 + i), Denomination = $"Collège {i}", AcademieCode = "99" }), TestContext.Current.CancellationToken);
        // 500 / 22 = 22 lignes par commande, donc 46 ; 20 000 / 22 = 909, donc 2.
        commandes.ShouldBe(sur == Base.Sqlite ? 46 : 2);
        (await db.Etablissements.CountAsync(e => e.Denomination.StartsWith("Collège "), TestContext.Current.CancellationToken)).ShouldBe(1001);
    }
}
