using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Courriels;
using Neuvieme.Tests.Fonctions.Attributions;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.Courriels;

/// <summary>Qui reçoit quoi, acte par acte ; et ce qu'aucun courriel ne dit.</summary>
public class EvenementsTests
{
    const string Principal = "principal@demo.neuvieme.fr";
    const string Adjointe = "adjointe@demo.neuvieme.fr";
    const string Garcia = "ines.garcia@demo.neuvieme.fr";
    const string Recteur = "recteur@demo.neuvieme.fr";

    sealed record Depose(string Adresse, GenreCourriel Genre, string Objet, string Texte);

    [Theory, SurLesDeuxBases]
    public async Task Fil_DeLaDemandeALaLettre_ChacunRecoitLeSien(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var chef = await serveur.Visiteur(Principal);
        using var agent = await serveur.Visiteur(Garcia);
        using var recteur = await serveur.Visiteur(Recteur);
        var id = await Voyage(serveur);

        var demande = (await Nouveaux(serveur, async () => await chef.Cliquer("/attributions", "Demander l’accord", await serveur.Ligne(id)))).ShouldHaveSingleItem();
        (demande.Adresse, demande.Genre).ShouldBe((Garcia, GenreCourriel.AccordDemande));
        demande.Texte.ShouldContain("« Voyage à Séville »");
        demande.Texte.ShouldContain("18 septembre 2026");

        var reponse = await Nouveaux(serveur, () => agent.Cliquer($"/mes-missions/consulter/{id}", "Je donne mon accord"));
        reponse.Select(r => (r.Adresse, r.Genre)).ShouldBe([(Adjointe, GenreCourriel.Reponse), (Principal, GenreCourriel.Reponse)], ignoreOrder: true);

        (await Nouveaux(serveur, async () => await chef.Cliquer("/attributions", "Proposer au rectorat", await serveur.Ligne(id)))).ShouldBeEmpty();
        var retour = await Nouveaux(serveur, () => serveur.Renvoyer(recteur, id, MotifRectorat.Incomplet, "ZZMOTIF du rectorat"));
        retour.Select(r => (r.Adresse, r.Objet)).ShouldBe([(Adjointe, "Des propositions à corriger"), (Principal, "Des propositions à corriger")], ignoreOrder: true);
        await chef.Cliquer("/attributions", "Proposer au rectorat", await serveur.Ligne(id), ($"Reponses[{id}]", "voilà"));
        var decision = await Nouveaux(serveur, () => serveur.Valider(recteur, id));
        decision.Select(r => r.Adresse).ShouldBe([Adjointe, Garcia, Principal], ignoreOrder: true);
        decision.ShouldAllBe(d => d.Genre == GenreCourriel.Decision);

        var lettres = await Nouveaux(serveur, () => chef.Cliquer("/lettres", "Établir les"));
        lettres.ShouldContain(l => l.Adresse == Garcia && l.Genre == GenreCourriel.Lettre);
        lettres.ShouldAllBe(l => l.Genre == GenreCourriel.Lettre);

        // La part est de 312,50 €, 0,25 IMP. Rien de cela, ni le motif, ne traverse les serveurs.
        var tous = await serveur.Lire(db => db.Courriels.Select(c => c.Objet + "\n" + c.Texte).ToListAsync());
        tous.ShouldAllBe(t => !t.Contains('€') && !t.Contains("taux") && !t.Contains("ZZMOTIF") && !t.Contains("312"));
    }

    /// <summary>Ni l'objet, ni le texte, ni la clé, ni l'heure d'envoi ne distinguent un accord, un refus et une demande de changement.</summary>
    [Theory, SurLesDeuxBases]
    public async Task Reponse_OuiNonOuChangement_LeMemeCourrielAuChefSeulement(Base sur)
    {
        List<string> recus = [];
        foreach (var bouton in new[] { "Je donne mon accord", "Je ne donne pas suite", "Demander ce changement" })
        {
            await using var serveur = await ServeurDeTest.Demo(sur);
            using var agent = await serveur.Visiteur("samia.benali@demo.neuvieme.fr");
            var id = await serveur.Lire(db => db.Attributions.Where(a => a.Mission!.Code == "IMP-DECR" && a.Uai == Demonstration.College).Select(a => a.Id).SingleAsync());
            var page = await agent.Page($"/mes-missions/consulter/{id}");
            var depuis = await Dernier(serveur);
            await agent.CliquerSur(page, bouton, bouton.StartsWith("Demander", StringComparison.Ordinal) ? [("modification", "ZZSECRET moins d’heures")] : []);

            var tous = await serveur.Lire(db => db.Courriels.Where(c => c.Id > depuis).OrderBy(c => c.Adresse).ToListAsync());
            tous.Select(c => c.Adresse).ShouldBe([Adjointe, Principal]);
            recus.Add(string.Join('|', tous.Select(c => $"{c.Genre} {c.Objet} {c.Texte} {c.Sujet} {c.Cle.Split(':')[2]} {c.ProchainEssaiUtc:O}")));
            tous[0].Objet.ShouldBe("Une réponse est arrivée");
            // À 10 h à Paris : groupé à 11 h, avec les autres réponses de l'heure.
            tous[0].ProchainEssaiUtc.ShouldBe(new DateTime(2026, 9, 8, 9, 0, 0, DateTimeKind.Utc));
        }

        recus.Distinct().Count().ShouldBe(1, string.Join('\n', recus));
        recus[0].ShouldNotContain("Benali");
        recus[0].ShouldNotContain("écrochage");
    }

    [Theory, SurLesDeuxBases]
    public async Task Reponses_DansLaMemeHeure_UnSeulCourrielParChef(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var chef = await serveur.Visiteur(Principal);
        using var benali = await serveur.Visiteur("samia.benali@demo.neuvieme.fr");
        using var garcia = await serveur.Visiteur(Garcia);
        var (voyage, decrochage) = (await Voyage(serveur), await serveur.Lire(db => db.Attributions.Where(a => a.Mission!.Code == "IMP-DECR" && a.Uai == Demonstration.College).Select(a => a.Id).SingleAsync()));
        await chef.Cliquer("/attributions", "Demander l’accord", await serveur.Ligne(voyage));

        var deux = await Nouveaux(serveur, async () =>
        {
            await benali.Cliquer($"/mes-missions/consulter/{decrochage}", "Je donne mon accord");
            serveur.Temps.Avancer(TimeSpan.FromMinutes(40));
            await garcia.Cliquer($"/mes-missions/consulter/{voyage}", "Je donne mon accord");
        });

        deux.Select(c => c.Adresse).ShouldBe([Adjointe, Principal], ignoreOrder: true);
    }

    [Theory, SurLesDeuxBases]
    public async Task DemandeReprise_AvantLEnvoi_LeCourrielEstRetire(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var chef = await serveur.Visiteur(Principal);
        var id = await Voyage(serveur);
        await chef.Cliquer("/attributions", "Demander l’accord", await serveur.Ligne(id));
        (await serveur.Lire(db => db.Courriels.CountAsync(c => c.Sujet == $"attribution:{id}"))).ShouldBe(1);

        await chef.CliquerSur((await chef.Page("/attributions")).QuerySelector($"button[formaction^='/attributions/reprendre?ligne={id}.']")!);

        (await serveur.Lire(db => db.Courriels.CountAsync(c => c.Sujet == $"attribution:{id}"))).ShouldBe(0);
    }

    [Theory, SurLesDeuxBases]
    public async Task ActeRefuse_NeDeposeRien(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var chef = await serveur.Visiteur(Principal);
        var id = await Voyage(serveur);

        var rien = await Nouveaux(serveur, async () =>
        {
            var (page, ligne) = (await chef.Page("/attributions"), await serveur.Ligne(id));
            await serveur.Lire(db => db.Attributions.Where(a => a.Id == id).ExecuteUpdateAsync(s => s.SetProperty(a => a.Version, a => a.Version + 1)));
            (await chef.CliquerSur(page, "Demander l’accord", ligne)).QuerySelector("[role=alert]").ShouldNotBeNull();
        });

        rien.ShouldBeEmpty();
    }

    [Theory, SurLesDeuxBases]
    public async Task ComplementEtMotDePasseEtDelegation_EcriventAQuiDeDroit(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var chef = await serveur.Visiteur(Principal);
        using var gestion = await serveur.Visiteur("gestion@demo.neuvieme.fr");
        using var admin = await serveur.Visiteur("admin@demo.neuvieme.fr");
        await chef.EnvoyerFormulaire("/enveloppes/demander-complement", ("Quarts", "8"), ("Motif", "deux tutorats"));
        var id = await serveur.Lire(db => db.DemandesComplement.Select(d => d.Id).SingleAsync());

        var reponse = await Nouveaux(serveur, () => gestion.Cliquer($"/enveloppes/repondre?id={id}", "Refuser", ("Reponse", "ZZREPONSE épuisée")));
        reponse.Select(r => r.Adresse).ShouldBe([Adjointe, Principal], ignoreOrder: true);
        reponse.ShouldAllBe(r => r.Genre == GenreCourriel.Decision && !r.Texte.Contains("ZZREPONSE") && !r.Texte.Contains("refus"));

        var samia = await serveur.Lire(db => db.Users.Where(u => u.Email == "samia.benali@demo.neuvieme.fr").Select(u => u.Id).SingleAsync());
        var motDePasse = (await Nouveaux(serveur, async () =>
        {
            var page = await admin.Cliquer($"/comptes/reinitialiser?id={samia}", "provisoire");
            page.QuerySelector("[role=alert]").ShouldBeNull();
        })).ShouldHaveSingleItem();
        (motDePasse.Adresse, motDePasse.Genre).ShouldBe(("samia.benali@demo.neuvieme.fr", GenreCourriel.Compte));
        motDePasse.Texte.ShouldNotMatch("[a-z0-9]{4}-[a-z0-9]{4}");

        // Celle que la démonstration donne à l'adjointe.
        var delegation = await serveur.Lire(db => db.Courriels.Where(c => c.Genre == GenreCourriel.Compte && c.Adresse == Adjointe).SingleAsync());
        delegation.Texte.ShouldContain("par délégation d’Hugo Roussel");
    }

    static Task<long> Voyage(ServeurDeTest serveur) =>
        serveur.Lire(db => db.Attributions.Where(a => a.Mission!.Code == "IMP-VOY" && a.Uai == Demonstration.College).Select(a => a.Id).SingleAsync());

    static Task<long> Dernier(ServeurDeTest serveur) => serveur.Lire(db => db.Courriels.OrderByDescending(c => c.Id).Select(c => c.Id).FirstOrDefaultAsync());

    static async Task<IReadOnlyList<Depose>> Nouveaux(ServeurDeTest serveur, Func<Task> acte)
    {
        var depuis = await Dernier(serveur);
        await acte();
        return await serveur.Lire(db => db.Courriels.Where(c => c.Id > depuis).OrderBy(c => c.Id).Select(c => new Depose(c.Adresse, c.Genre, c.Objet, c.Texte)).ToListAsync());
    }
}
