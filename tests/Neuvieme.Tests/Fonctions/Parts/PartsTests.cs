using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.MissionsDirectes;
using Neuvieme.Fonctions.Parametres;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.Parts;

/// <summary>Le Pacte d'un collège : le rectorat notifie par niveau (regles R173, R174), le chef demande l'accord et confie (décret n° 2023-627).</summary>
public class PartsTests
{
    const string Chef = "principal@demo.neuvieme.fr", Secretariat = "secretariat@demo.neuvieme.fr", Gestion = "gestion@demo.neuvieme.fr";
    const string Robert = "noel.robert@demo.neuvieme.fr", Petit = "gael.petit@demo.neuvieme.fr";

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    static string Texte(IDocument page) => page.QuerySelector("main")!.TextContent.Replace('\u00a0', ' ').Replace('\u202f', ' ');

    static Task<long> Agent(ServeurDeTest serveur, string courriel) => serveur.Lire(db => db.Agents.Where(a => a.Courriel == courriel && a.Uai == Demonstration.College).Select(a => a.Id).SingleAsync(Ct));

    static Task<MissionDirecte> Lue(ServeurDeTest serveur, long id) => serveur.Lire(db => db.MissionsDirectes.AsNoTracking().SingleAsync(m => m.Id == id, Ct));

    static Task<long> Mission(ServeurDeTest serveur, string code) => serveur.Lire(db => db.MissionsDirectes.Where(m => m.Code == code && m.Uai == Demonstration.College).Select(m => m.Id).SingleAsync(Ct));

    static async Task<long> Preparer(ServeurDeTest serveur, Visiteur qui, string code, string courriel, long centimes, params (string, string)[] autres)
    {
        await qui.EnvoyerFormulaire($"/parts/preparer?code={code}", [("Saisie.AgentId", $"{await Agent(serveur, courriel)}"), ("Saisie.Centimes", $"{centimes}"), ("Saisie.DejaPayee", "false"), .. autres]);
        return await serveur.Lire(db => db.MissionsDirectes.MaxAsync(m => m.Id, Ct));
    }

    [Theory, SurLesDeuxBases]
    public async Task Fil_DuSecretariatAuChef_NeufAvancesAuCentime(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var secretariat = await serveur.Visiteur(Secretariat);
        using var chef = await serveur.Visiteur(Chef);
        using var robert = await serveur.Visiteur(Robert);
        // Une part et demie de projets d'innovation, au forfait ; le niveau 1 est pourvu, le niveau 2 garde une part : l'académie bloque.
        using var gestion = await serveur.Visiteur(Gestion);
        await gestion.EnvoyerFormulaire($"/parts/notifier?uai={Demonstration.College}", ("Niveau", "2"), ("Nombre", "-1"), ("Motif", "Reprise d’une part non pourvue"));
        var id = await Preparer(serveur, secretariat, "PAC-INNO", Robert, 187_500);
        secretariat.Ici.ShouldBe("/parts");
        await secretariat.Page($"/parts/suivre/{id}", HttpStatusCode.Forbidden);
        await robert.Page($"/mes-missions/directe/{id}", HttpStatusCode.NotFound);

        await chef.Cliquer($"/parts/suivre/{id}", "Demander l’accord");
        Texte(await robert.Page("/mes-missions")).ShouldContain("1 875 € · 1,5 part");
        await robert.Cliquer($"/mes-missions/directe/{id}", "Je donne mon accord");
        var aConfier = await chef.Page($"/parts/suivre/{id}");
        // 1 875 ÷ 9 = 208,33 €.
        Texte(aConfier).ShouldContain("engage 1 875 € · 1,5 part, versés en neuf fois : 208,33 € brut par mois");
        await chef.Cliquer($"/parts/suivre/{id}", "Confier la mission");

        (await Lue(serveur, id)).ShouldSatisfyAllConditions(m => m.Etat.ShouldBe(EtatAttribution.Validee), m => m.Autorite.ShouldBe(Autorite.ChefEtablissement), m => m.DecideePar.ShouldBe("Hugo Roussel"));
        var echeances = await serveur.Lire(db => db.EcheancesDirectes.Where(e => e.MissionId == id).OrderBy(e => e.Rang).Select(e => new { e.Mois, e.BrutCentimes }).ToListAsync(Ct));
        echeances.Select(e => e.BrutCentimes).ShouldBe([20_833, 20_833, 20_833, 20_833, 20_833, 20_833, 20_833, 20_833, 20_836]);
        echeances.Select(e => e.Mois).ShouldBe([202610, 202611, 202612, 202701, 202702, 202703, 202704, 202705, 202706]);
        var journal = await serveur.Lire(db => db.Journal.Where(j => j.Objet == $"mission-directe:{id}").OrderBy(j => j.Rang).Select(j => j.Action).ToListAsync(Ct));
        journal.ShouldBe(["mission préparée", "accord demandé", "accord donné", "mission validée"]);
    }

    /// <summary>La demi-part de 24 heures en fait 12 (annexe 1 de la note du 22 septembre 2025), et Devoirs faits admet depuis 2025 une première demi-part (décret de 2025).</summary>
    [Theory, SurLesDeuxBases]
    public async Task DemiPart_DOffice_PourDevoirsFaits_PasPourLInnovation(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var chef = await serveur.Visiteur(Chef);
        await serveur.Lire(db => Regler(db, PrioritePacte.Libre));

        var devoirs = await Preparer(serveur, chef, "PAC-DF", Robert, 62_500);
        Texte(await chef.Page($"/parts/suivre/{devoirs}")).ShouldContain("12 heures devant élèves");
        await chef.Cliquer($"/parts/suivre/{devoirs}", "Demander l’accord");
        (await Lue(serveur, devoirs)).Etat.ShouldBe(EtatAttribution.AccordDemande);

        // Après une première mission d'une demi-part, la deuxième peut en être une autre ; pour qui n'en a aucune, non.
        var seconde = await Preparer(serveur, chef, "PAC-INNO", Robert, 62_500);
        await chef.Cliquer($"/parts/suivre/{seconde}", "Demander l’accord");
        (await Lue(serveur, seconde)).Etat.ShouldBe(EtatAttribution.AccordDemande);
        var premiere = await Preparer(serveur, chef, "PAC-INNO", "linh.nguyen@demo.neuvieme.fr", 62_500);
        Texte(await chef.Cliquer($"/parts/suivre/{premiere}", "Demander l’accord")).ShouldContain("Une première mission ne peut être d'une demi-part que pour le remplacement de courte durée, Devoirs faits ou un stage de réussite");
        (await Lue(serveur, premiere)).Etat.ShouldBe(EtatAttribution.EnPreparation);
    }

    [Theory, SurLesDeuxBases]
    public async Task OrdreDesNiveaux_SelonLeChoixDeLAcademie(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var chef = await serveur.Visiteur(Chef);
        // Le deuxième niveau a deux parts, une seule demandée : il en reste une avant le troisième.
        var id = await Preparer(serveur, chef, "PAC-INNO", Robert, 125_000);
        Texte(await chef.Cliquer($"/parts/suivre/{id}", "Demander l’accord")).ShouldContain("Il reste une part à pourvoir à un niveau plus prioritaire");
        (await Lue(serveur, id)).Etat.ShouldBe(EtatAttribution.EnPreparation);

        await serveur.Lire(db => Regler(db, PrioritePacte.Alerte));
        var page = await chef.Cliquer($"/parts/suivre/{id}", "Demander l’accord");
        Texte(page).ShouldContain("Il reste une part à pourvoir à un niveau plus prioritaire");
        (await Lue(serveur, id)).Etat.ShouldBe(EtatAttribution.AccordDemande);
    }

    [Theory, SurLesDeuxBases]
    public async Task Jauge_JamaisDepassee_MemeADeuxEnsemble(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        var ids = await serveur.Lire(async db =>
        {
            await Regler(db, PrioritePacte.Libre);
            var agent = await db.Agents.Where(a => a.Courriel == Robert).Select(a => a.Id).SingleAsync(Ct);
            // Trois parts au troisième niveau : sur cinq missions d'une part, trois au plus.
            var missions = Enumerable.Range(0, 5).Select(i => new MissionDirecte { Dispositif = DispositifDirect.PacteSecondDegre, Uai = Demonstration.College, Annee = 2026, Code = "PAC-INNO", Intitule = $"Projet {i}", Contenu = "essai", Centimes = 125_000, DejaPayee = false, AgentId = agent, CleSaisie = Guid.NewGuid() }).ToList();
            db.MissionsDirectes.AddRange(missions);
            await db.SaveChangesAsync(Ct);
            return missions.Select(m => m.Id).ToList();
        });
        var auteur = new Auteur(null, "essai", "essai", serveur.Temps.GetUtcNow().UtcDateTime, new Horloge(serveur.Temps).Aujourdhui);

        await Task.WhenAll(ids.Select(async id =>
        {
            await using var db = Connexion.Ouvrir(serveur.Chaine);
            return await SuivreMission.DemanderAccord(new(id, 0), db, Demonstration.Academie, auteur, Ct).Executer(db, db.MissionsDirectes, Demonstration.Academie, auteur, Ct);
        }));

        (await serveur.Lire(db => db.MissionsDirectes.CountAsync(m => ids.Contains(m.Id) && m.Etat == EtatAttribution.AccordDemande, Ct))).ShouldBe(3);
    }

    [Theory, SurLesDeuxBases]
    public async Task Decliner_LeSecretariatNeLeSaitPas(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var petit = await serveur.Visiteur(Petit);
        using var chef = await serveur.Visiteur(Chef);
        using var secretariat = await serveur.Visiteur(Secretariat);
        var id = await Mission(serveur, "PAC-DF");

        await petit.Cliquer($"/mes-missions/directe/{id}", "Je ne donne pas suite");

        Texte(await chef.Page("/parts")).ShouldContain("sans suite");
        Texte(await secretariat.Page("/parts")).ShouldNotContain("sans suite");
        Texte(await secretariat.Page($"/parts/preparer/{id}")).ShouldContain("« accord demandé »");
        Texte(await chef.Page("/journal")).ShouldNotContain("Petit", Case.Sensitive);
    }

    [Theory, SurLesDeuxBases]
    public async Task Notifier_ReprendrePlusQueLeLibreDuNiveau_Refuse(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var gestion = await serveur.Visiteur(Gestion);
        var adresse = $"/parts/notifier?uai={Demonstration.College}";

        // Au premier niveau, deux parts sont notifiées et toutes engagées : le libre du troisième n'y sert pas.
        Texte(await gestion.EnvoyerFormulaire(adresse, ("Niveau", "1"), ("Nombre", "-0,5"), ("Motif", "essai"))).ShouldContain("on ne peut reprendre que 0 €");
        Texte(await gestion.EnvoyerFormulaire(adresse, ("Niveau", "3"), ("Nombre", "0,25"), ("Motif", "essai"))).ShouldContain("par demi-parts");
        Texte(await gestion.EnvoyerFormulaire(adresse, ("Niveau", "3"), ("Nombre", "2"), ("Motif", "Complément"))).ShouldContain("5 parts");
    }

    [Theory, SurLesDeuxBases]
    public async Task Lycee_VoiePro_SeulementOuElleExiste(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur, db => db.Etablissements.Where(e => e.Uai == Demonstration.Lycee).ExecuteUpdateAsync(e => e.SetProperty(x => x.NatureCode, "320"), Ct));
        using var proviseure = await serveur.Visiteur("proviseure@demo.neuvieme.fr");
        using var chef = await serveur.Visiteur(Chef);

        Texte(await proviseure.Page("/parts/preparer")).ShouldContain("Tutorat d'un groupe d'élèves");
        Texte(await chef.Page("/parts/preparer")).ShouldNotContain("Tutorat");
        await proviseure.EnvoyerFormulaire("/parts/preparer?code=LP-TUT", ("Saisie.AgentId", $"{await serveur.Lire(db => db.Agents.Where(a => a.IdSts == "60005").Select(a => a.Id).SingleAsync(Ct))}"), ("Saisie.Centimes", "250000"), ("Saisie.DejaPayee", "false"));
        (await serveur.Lire(db => db.MissionsDirectes.Where(m => m.Code == "LP-TUT").Select(m => m.Dispositif).SingleAsync(Ct))).ShouldBe(DispositifDirect.PacteLyceePro);
    }

    static async Task<int> Regler(NeuviemeDb db, PrioritePacte mode)
    {
        db.Parametres.Add(new() { AcademieCode = Demonstration.Academie, Cle = CleParametre.PrioritePacte, Valeur = (int)mode, Depuis = new(2026, 1, 1), Motif = "essai", Auteur = "essai", InstantUtc = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc) });
        return await db.SaveChangesAsync(Ct);
    }
}
