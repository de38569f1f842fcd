using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Personnels;
using Neuvieme.Fonctions.Repartition;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.MesMissions;

/// <summary>Un service partagé : une personne pour elle-même et pour le rectorat, deux fiches pour deux chefs qui ne se voient pas.</summary>
public class RattacherTests
{
    const string Anne = "anne.kervella@demo.neuvieme.fr";
    static readonly Auteur Personne = new(null, "essai", "essai", new DateTime(2026, 9, 8, 7, 0, 0, DateTimeKind.Utc), new(2026, 9, 8));

    static string Texte(IHtmlDocument page) => string.Join(' ', page.QuerySelector("main")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Une fiche au lycée, avec une mission proposée au rectorat.</summary>
    static Func<NeuviemeDb, Task> AuLycee(string id = "31762", string type = "epp", string nom = "KERVELLA", string prenom = "Anne Sophie", string? courriel = null) => async db =>
    {
        var agent = new Agent { Uai = Demonstration.Lycee, TypeSts = type, IdSts = id, NomUsage = nom, Prenom = prenom, Civilite = "2", Fonction = Fonction.Enseignant, Courriel = courriel };
        agent.Affectations.Add(new() { Uai = Demonstration.Lycee, Annee = 2026, DisciplineLibelle = "E.P.S" });
        var mission = new Mission { Uai = Demonstration.Lycee, Annee = 2026, Code = "IMP-APSA", Intitule = "Coordination au lycée" };
        var attribution = new Attribution { Uai = Demonstration.Lycee, Annee = 2026, Agent = agent, Centimes = 125_000 };
        foreach (var action in (ActionAttribution[])[ActionAttribution.DemanderAccord, ActionAttribution.Accorder, ActionAttribution.Proposer])
        {
            attribution.Passer(action, Personne).ShouldBeNull();
        }

        mission.Attributions.Add(attribution);
        db.Missions.Add(mission);
        await db.SaveChangesAsync();
    };

    static Task<Agent> Fiche(ServeurDeTest serveur) => serveur.Lire(db => db.Agents.AsNoTracking().SingleAsync(a => a.Uai == Demonstration.Lycee && a.NomUsage == "KERVELLA"));

    [Theory]
    [SurLesDeuxBases(true)]
    [SurLesDeuxBases(false)]
    public async Task Reconnue_UneSeulePersonnePourElle_DeuxPourLesChefs(Base sur, bool parCourriel)
    {
        await using var serveur = await ServeurDeTest.Demo(sur, parCourriel ? AuLycee("77777", "local", courriel: "Anne.Kervella@demo.neuvieme.fr") : AuLycee());
        using var anne = await serveur.Visiteur(Anne);
        Texte(await anne.Page("/mes-missions")).ShouldNotContain("Coordination au lycée");
        Texte(await anne.Page("/mes-missions")).ShouldContain("1 fiche d’un autre établissement semble être la vôtre");
        var question = Texte(await anne.Page("/mes-missions/rattacher"));
        question.ShouldContain("Lycée de la Neuvaine");
        question.ShouldContain(parCourriel ? "la fiche porte votre adresse" : "votre identifiant STSWeb et votre nom");

        var siennes = Texte(await anne.Cliquer("/mes-missions/rattacher", "C’est bien moi"));

        siennes.ShouldContain("Coordination au lycée");
        siennes.ShouldContain("Collège des Neuf Peupliers");
        // Coordination d'EPS au collège 2 500 € (démonstration), et 1 250 € au lycée.
        siennes.Replace('\u202f', ' ').Replace('\u00a0', ' ').ShouldContain("dans 2 établissements, pour 3 750 € par an au total");
        var compte = await serveur.Lire(db => db.Users.Include(u => u.Habilitations).SingleAsync(u => u.Email == Anne));
        (await Fiche(serveur)).CompteId.ShouldBe(compte.Id);
        compte.Habilitations.ShouldContain(h => h.Role == Role.Agent && h.Uai == Demonstration.Lycee);

        foreach (var (chef, ailleurs) in new[] { ("principal@demo.neuvieme.fr", "lycée"), ("proviseure@demo.neuvieme.fr", "Peupliers") })
        {
            using var visiteur = await serveur.Visiteur(chef);
            foreach (var adresse in new[] { "/personnels", "/attributions", "/repartition", "/journal" })
            {
                Texte(await visiteur.Page(adresse)).ShouldNotContain(chef.StartsWith("principal", StringComparison.Ordinal) ? "Coordination au lycée" : "Collège des Neuf Peupliers", Case.Sensitive, $"{chef} {adresse} {ailleurs}");
            }
        }

        var id = await serveur.Lire(db => db.Attributions.Where(a => a.Uai == Demonstration.Lycee && a.Mission!.Intitule == "Coordination au lycée").Select(a => a.Id).SingleAsync());
        using var gestion = await serveur.Visiteur("gestion@demo.neuvieme.fr");
        Texte(await gestion.Page($"/attributions/examiner/{id}")).ShouldContain("Cette personne a aussi, dans un autre établissement (Collège des Neuf Peupliers) : Coordination d’EPS");
    }

    [Theory]
    [SurLesDeuxBases("12345", "epp", "KERVELLA", "Anne Sophie", null)]
    [SurLesDeuxBases("31762", "local", "KERVELLA", "Anne Sophie", null)]
    [SurLesDeuxBases("31762", "epp", "DUPONT", "Anne Sophie", null)]
    [SurLesDeuxBases("31762", "epp", "KERVELLA", "Marie", null)]
    [SurLesDeuxBases("12345", "epp", "DUPONT", "Marie", "anne.kervella@demo.neuvieme.fr")]
    [SurLesDeuxBases("12345", "epp", "KERVELLA", "Anne Sophie", "une.autre@demo.neuvieme.fr")]
    public async Task NomSeul_OuIdentifiantSeul_OuAdresseSeule_RienNEstPropose(Base sur, string id, string type, string nom, string prenom, string? courriel)
    {
        await using var serveur = await ServeurDeTest.Demo(sur, AuLycee(id, type, nom, prenom, courriel));
        using var anne = await serveur.Visiteur(Anne);

        Texte(await anne.Page("/mes-missions/rattacher")).ShouldContain("Aucune fiche d’un autre établissement");
        Texte(await anne.Page("/mes-missions")).ShouldNotContain("Coordination au lycée");
    }

    [Theory, SurLesDeuxBases]
    public async Task PasMoi_NEstPlusPropose_EtLeChefNeSaitPasQui(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur, AuLycee(courriel: Anne));
        using var anne = await serveur.Visiteur(Anne);
        var ouverte = await anne.Page("/mes-missions/rattacher");

        await anne.CliquerSur(ouverte, "Ce n’est pas moi");

        Texte(await anne.Page("/mes-missions/rattacher")).ShouldContain("Aucune fiche");
        (await Fiche(serveur)).CompteId.ShouldBeNull();
        var entree = await serveur.Lire(db => db.Journal.SingleAsync(j => j.Action == "fiche non reconnue"));
        (entree.Portee, entree.Auteur, entree.CompteId).ShouldBe((Demonstration.Lycee, "Une personne sollicitée", null));
        // L'onglet resté ouvert ne rattache plus rien.
        Texte(await anne.CliquerSur(ouverte, "C’est bien moi")).ShouldContain("ne vous est plus proposée");
        (await Fiche(serveur)).CompteId.ShouldBeNull();
    }

    [Theory, SurLesDeuxBases]
    public async Task FicheChangeeEntreTemps_ReliseeAvant(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur, AuLycee());
        using var anne = await serveur.Visiteur(Anne);
        var ouverte = await anne.Page("/mes-missions/rattacher");
        await serveur.Lire(db => db.Agents.Where(a => a.Uai == Demonstration.Lycee && a.IdSts == "31762").ExecuteUpdateAsync(s => s.SetProperty(a => a.Version, 7)));

        Texte(await anne.CliquerSur(ouverte, "C’est bien moi")).ShouldContain("Cette fiche a changé");
        (await Fiche(serveur)).CompteId.ShouldBeNull();
    }

    /// <summary>La même mission dans deux établissements n'est pas validée en lot : quelqu'un la lit.</summary>
    [Theory, SurLesDeuxBases]
    public async Task MemeMissionDansDeuxEtablissements_NonConfirmee_DiteAuRectorat(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur, AuLycee());
        var id = await serveur.Lire(db => db.Attributions.Where(a => a.Mission!.Intitule == "Coordination au lycée").Select(a => a.Id).SingleAsync());
        using var gestion = await serveur.Visiteur("gestion@demo.neuvieme.fr");

        Texte(await gestion.Page($"/attributions/examiner/{id}")).ShouldContain("Une personne de mêmes identifiant STSWeb et nom, qui n’a pas confirmé être la même, a aussi, dans un autre établissement (Collège des Neuf Peupliers)");
    }
}
