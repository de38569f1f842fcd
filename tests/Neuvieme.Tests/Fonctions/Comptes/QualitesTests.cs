using System.Net;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle.Web;
using Neuvieme.Tests.Architecture;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.Comptes;

/// <summary>Plusieurs qualités, plusieurs établissements : on n'en voit qu'un à la fois, et chaque écran ne propose que ce qu'il ouvre.</summary>
public class QualitesTests
{
    const string Principal = "principal@demo.neuvieme.fr";
    const string Samia = "samia.benali@demo.neuvieme.fr";
    const string Secretariat = "secretariat@demo.neuvieme.fr";

    [Theory, SurLesDeuxBases]
    public async Task ChefDeDeuxEtablissements_NeVoitQueCeluiQuIlAChoisi(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur, async db =>
        {
            var principal = await db.Users.Include(c => c.Habilitations).SingleAsync(c => c.Email == Principal);
            principal.Habilitations.Add(new() { Role = Role.ChefEtablissement, Uai = Demonstration.Lycee, Debut = new(2026, 9, 1) });
            await db.SaveChangesAsync();
        });
        using var chef = await serveur.Visiteur(Principal);
        var (auCollege, auLycee) = (await Mission(serveur, Demonstration.College), await Mission(serveur, Demonstration.Lycee));

        (await chef.Page("/personnels")).Body!.TextContent.ShouldContain("KERVELLA");
        await chef.Page($"/repartition/modifier/{auCollege}");
        await chef.Page($"/repartition/modifier/{auLycee}", HttpStatusCode.NotFound);
        var lycee = await serveur.Lire(db => db.Habilitations.Where(h => h.Uai == Demonstration.Lycee && db.Users.Any(c => c.Id == h.CompteId && c.Email == Principal)).Select(h => h.Id).SingleAsync());
        await chef.EnvoyerFormulaire("/comptes/changer", ("Qualite", lycee.ToString()));

        (await chef.Page("/personnels")).Body!.TextContent.ShouldNotContain("KERVELLA");
        await chef.Page($"/repartition/modifier/{auLycee}");
        await chef.Page($"/repartition/modifier/{auCollege}", HttpStatusCode.NotFound);
        (await chef.Page($"/journal?portee={Demonstration.College}", HttpStatusCode.NotFound)).Body!.TextContent.ShouldNotContain("KERVELLA");
    }

    [Theory, SurLesDeuxBases]
    public async Task AgentAffecteDansDeux_VoitSesMissionsDesDeux_EtCellesDePersonneDAutre(Base sur)
    {
        var (siens, autres) = (new List<string>(), new List<string>());
        await using var serveur = await ServeurDeTest.Demo(sur, async db =>
        {
            var samia = await db.Users.Include(c => c.Habilitations).SingleAsync(c => c.Email == Samia);
            samia.Habilitations.Add(new() { Role = Role.Agent, Uai = Demonstration.Lycee, Debut = new(2026, 9, 1) });
            var demandee = await db.Attributions.Include(a => a.Agent).SingleAsync(a => a.Uai == Demonstration.Lycee && a.Etat == EtatAttribution.AccordDemande);
            demandee.Agent!.CompteId = samia.Id;
            await db.SaveChangesAsync();
            var toutes = await db.Attributions.Where(a => a.Etat != EtatAttribution.EnPreparation).Select(a => new { a.Mission!.Intitule, Sienne = a.Agent!.CompteId == samia.Id }).ToListAsync();
            siens.AddRange(toutes.Where(a => a.Sienne).Select(a => a.Intitule));
            autres.AddRange(toutes.Where(a => !a.Sienne).Select(a => a.Intitule).Except(siens));
        });
        using var agent = await serveur.Visiteur(Samia);

        var page = (await agent.Page("/mes-missions")).Body!.TextContent;

        siens.Count.ShouldBe(2);
        siens.ShouldAllBe(i => page.Contains(i));
        autres.ShouldNotBeEmpty();
        autres.ShouldAllBe(i => !page.Contains(i));
    }

    [Theory, SurLesDeuxBases]
    public async Task Changer_PourLaQualiteDUnAutre_Refuse(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var secretariat = await serveur.Visiteur(Secretariat);
        var dUnAutre = await serveur.Lire(db => db.Habilitations.Where(h => h.Role == Role.ChefEtablissement).Select(h => h.Id).FirstAsync());

        using var reponse = await secretariat.Obtenir("/comptes/changer");
        secretariat.Http.DefaultRequestHeaders.Add("Cookie", $"{Contexte.CookieHabilitation}={dUnAutre}");

        await secretariat.Page("/attributions", HttpStatusCode.Forbidden);
        (await secretariat.Page("/repartition")).QuerySelector(".n-tete__qui")!.TextContent.ShouldContain("secrétariat");
    }

    [Theory, SurLesDeuxBases]
    public async Task Secretariat_Prepare_LeJournalDitSaQualite(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var secretariat = await serveur.Visiteur(Secretariat);
        var mission = await Mission(serveur, Demonstration.College, EtatAttribution.EnPreparation);

        await secretariat.Cliquer($"/repartition/modifier/{mission}", "Enregistrer", ("Saisie.Intitule", "Préparée au secrétariat"));

        secretariat.Ici.ShouldBe("/repartition");
        var entree = await serveur.Lire(db => db.Journal.OrderByDescending(e => e.Rang).FirstAsync(e => e.Portee == Demonstration.College));
        (entree.Action, entree.Auteur, entree.Qualite).ShouldBe(("mission modifiée", "Nora Meunier", "Secrétariat"));
    }

    /// <summary>« Donne ou non son accord en privé » : qui prépare ne sait pas que quelqu'un a dit non.</summary>
    [Theory, SurLesDeuxBases]
    public async Task Secretariat_UneMissionDeclinee_SeLitCommeUneReponseAttendue(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur, db => DeleguerTests.Ajouter(db, "secretariat.lycee@essai.fr", "Secrétariat du lycée", Role.Secretariat, Demonstration.Lycee, null));
        using var secretariat = await serveur.Visiteur("secretariat.lycee@essai.fr");
        var mission = await Mission(serveur, Demonstration.Lycee, EtatAttribution.AccordDecline);

        var pages = new[] { await secretariat.Page("/repartition"), await secretariat.Page($"/repartition/modifier/{mission}"), await secretariat.Page("/"), await secretariat.Page("/personnels"),
            await secretariat.Cliquer($"/repartition/modifier/{mission}", "Retirer cette mission") };

        foreach (var page in pages)
        {
            page.Body!.TextContent.ShouldNotContain("sans suite", Case.Insensitive);
            page.Body.TextContent.ShouldNotContain("décliné", Case.Insensitive);
        }

        using var proviseure = await serveur.Visiteur("proviseure@demo.neuvieme.fr");
        (await proviseure.Page("/repartition")).Body!.TextContent.ShouldContain("sans suite");
    }

    [Theory, SurLesDeuxBases]
    public async Task MembreDInstance_LitLesMissionsPresentees_EtAucunNom(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur, async db =>
        {
            await DeleguerTests.Ajouter(db, "elue@essai.fr", "Une élue", Role.MembreInstance, Demonstration.College, null);
            await DeleguerTests.Ajouter(db, "elu.lycee@essai.fr", "Un élu du lycée", Role.MembreInstance, Demonstration.Lycee, null);
        });
        using var elue = await serveur.Visiteur("elue@essai.fr");
        var noms = await serveur.Lire(db => db.Agents.Select(a => a.NomUsage).Distinct().ToListAsync());

        var page = await elue.Page("/");

        elue.Ici.ShouldBe("/instances/presente");
        var texte = page.QuerySelector("main")!.TextContent;
        texte.ShouldContain("Conseil d’administration du 26 mai 2026");
        texte.ShouldContain("Référente numérique");
        texte.ShouldNotContain("Laboratoire", Case.Insensitive);
        noms.Where(n => texte.Contains(n, StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();
        using var elu = await serveur.Visiteur("elu.lycee@essai.fr");
        (await elu.Page("/instances/presente")).QuerySelector("main")!.TextContent.ShouldNotContain("Référente culture");
    }

    /// <summary>Aucun écran n'offre un lien ou un bouton que le serveur refuserait à la même personne.</summary>
    [Fact]
    public async Task Ecrans_NOffrentQueCeQuiSOuvre()
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite, SituationDAcces.Poser);
        List<string> refuses = [];
        foreach (var (colonne, (courriel, _)) in SituationDAcces.Visiteurs)
        {
            using var visiteur = await serveur.Visiteur(courriel);
            var accueil = await visiteur.Page("/");
            accueil.QuerySelector("main")!.TextContent.Trim().Length.ShouldBeGreaterThan(60, $"{colonne} : l'accueil ne dit rien");
            HashSet<string> vues = ["/"];
            foreach (var ecran in accueil.QuerySelectorAll("nav[aria-label='Menu principal'] a").Select(a => a.GetAttribute("href")!).Append("/").Append("/comptes/changer").ToList())
            {
                var page = await visiteur.Page(ecran);
                var offerts = page.QuerySelectorAll("main a[href], main form[action], main button[formaction]").Select(e => e.GetAttribute("href") ?? e.GetAttribute("action") ?? e.GetAttribute("formaction")!)
                    .Where(a => a.StartsWith('/')).Select(a => a.Split('#')[0]).Where(a => vues.Add(a.Split('?')[0]));
                foreach (var adresse in offerts.ToList())
                {
                    using var reponse = await visiteur.Obtenir(adresse);
                    if (reponse.StatusCode == HttpStatusCode.Forbidden)
                    {
                        refuses.Add($"{colonne} : {ecran} mène à {adresse}");
                    }
                }
            }
        }

        refuses.ShouldBeEmpty();
    }

    static Task<long> Mission(ServeurDeTest serveur, string uai, EtatAttribution? etat = null) =>
        serveur.Lire(db => db.Missions.Where(m => m.Uai == uai && (etat == null || m.Attributions.Any(a => a.Etat == etat))).OrderBy(m => m.Id).Select(m => m.Id).FirstAsync());
}
