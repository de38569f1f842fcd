using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Fonctions.Courriels;
using Neuvieme.Fonctions.Courriels.Envoyer;
using Neuvieme.Socle;
using Neuvieme.Tests.Socle;
using Neuvieme.Tests.Socle.Courrier;

namespace Neuvieme.Tests.Fonctions.Courriels;

/// <summary>Aussitôt, le lundi, jamais ; et le lien du bas de chaque courriel.</summary>
public class PreferencesTests
{
    const string Principal = "principal@demo.neuvieme.fr";
    const string Benali = "samia.benali@demo.neuvieme.fr";
    /// <summary>Lundi 14 septembre 2026, 7 h à Paris.</summary>
    static readonly DateTimeOffset Lundi = new(2026, 9, 14, 5, 0, 0, TimeSpan.Zero);

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, SurLesDeuxBases]
    public async Task Choisir_CeQuiNeSeCoupePas_RefuseMemeEnForcant(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var agent = await serveur.Visiteur(Benali);
        var page = await agent.Page("/comptes/courriels");
        page.QuerySelectorAll("select[name='Choix[AccordDemande]'] option").Select(o => o.GetAttribute("value")).ShouldBe(["Aussitot", "Resume"]);
        page.QuerySelector("select[name='Choix[Reponse]']").ShouldBeNull("elle n'est pas chef d'établissement");

        Texte(await agent.CliquerSur(page, "Enregistrer", ("Choix[AccordDemande]", "Jamais"), ("Choix[Rappel]", "Jamais"))).ShouldContain("ne se coupe pas entièrement");
        (await serveur.Lire(db => db.PreferencesCourriel.CountAsync())).ShouldBe(0);
        Texte(await agent.CliquerSur(page, "Enregistrer", ("Choix[Rappel]", "Jamais"), ("Choix[Reponse]", "Jamais"))).ShouldContain("C’est noté");

        var choix = await serveur.Lire(db => db.PreferencesCourriel.ToListAsync());
        choix.Single(c => c.Genre == GenreCourriel.Rappel).Envoi.ShouldBe(EnvoiChoisi.Jamais);
        choix.ShouldNotContain(c => c.Genre == GenreCourriel.Reponse);
        (await agent.Page("/comptes/courriels")).QuerySelector("select[name='Choix[Rappel]'] option[selected]")!.GetAttribute("value").ShouldBe("Jamais");
    }

    [Theory, SurLesDeuxBases]
    public async Task Desinscription_LeLienMontreEtLeBoutonAgit_SansConnexion(Base sur)
    {
        await using var boite = await BoiteSmtp.Ouvrir();
        await using var serveur = await ServeurDeTest.Demo(sur, SansAnciens);
        using var chef = await serveur.Visiteur(Principal);
        await chef.Cliquer("/", "Rappeler");
        await serveur.Lire(db => new Tournee(boite.Reglages, new Horloge(serveur.Temps)).Executer(db, calendrier: false, Ct));
        var recu = boite.Recus().ShouldHaveSingleItem();
        var lien = Regex.Match(recu.Texte, "https://neuvieme\\.test(/comptes/desinscrire\\?jeton=\\S+)").Groups[1].Value;
        recu.Entete("List-Unsubscribe").ShouldBe($"<https://neuvieme.test{lien}>");
        using var passant = serveur.Visiteur();

        var page = await passant.Page(lien);
        Texte(page).ShouldContain("Rappel d’une demande qui attend ma réponse");
        Texte(page).ShouldNotContain("benali", Case.Insensitive);
        (await serveur.Lire(db => db.PreferencesCourriel.CountAsync())).ShouldBe(0, "ouvrir le lien ne fait rien");
        Texte(await passant.CliquerSur(page, "Ne plus recevoir")).ShouldContain("C’est fait");
        Texte(await passant.CliquerSur(page, "Ne plus recevoir")).ShouldContain("C’est fait", Case.Sensitive, "deux fois ne gêne pas");

        var choix = await serveur.Lire(db => db.PreferencesCourriel.SingleAsync());
        (choix.Genre, choix.Envoi).ShouldBe((GenreCourriel.Rappel, EnvoiChoisi.Jamais));
        // Le jeton d'un genre ou d'un compte ne sert pas pour un autre.
        foreach (var faux in new[] { lien.Replace(".Rappel.", ".Decision.", StringComparison.Ordinal), Regex.Replace(lien, "jeton=\\d+", "jeton=1"), lien[..^1], "/comptes/desinscrire", "/comptes/desinscrire?jeton=1.7.x" })
        {
            Texte(await passant.Page(faux)).ShouldContain("incomplet ou a été modifié", Case.Sensitive, faux);
        }
    }

    [Theory, SurLesDeuxBases]
    public async Task Resume_LundiASeptHeures_CeQuiAttendEtCeQuiEstGarde_UneFois(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur, SansAnciens);
        using var agent = await serveur.Visiteur(Benali);
        using var chef = await serveur.Visiteur(Principal);
        await agent.EnvoyerFormulaire("/comptes/courriels", ("Choix[Compte]", "Resume"), ("Choix[AccordDemande]", "Resume"));
        using var admin = await serveur.Visiteur("admin@demo.neuvieme.fr");
        var samia = await serveur.Lire(db => db.Users.Where(u => u.Email == Benali).Select(u => u.Id).SingleAsync());
        await admin.Cliquer($"/comptes/reinitialiser?id={samia}", "provisoire");
        await serveur.Lire(db => db.Attributions.Where(a => a.Mission!.Code == "IMP-DECR").ExecuteUpdateAsync(s => s.SetProperty(a => a.RepondreAvant, new DateOnly(2026, 9, 25))));
        (await serveur.Lire(db => db.Courriels.SingleAsync())).Etat.ShouldBe(EtatCourriel.AuResume);

        foreach (var trop in new[] { Lundi.AddMinutes(-1), Lundi.AddDays(2), Lundi.AddDays(-1) })
        {
            serveur.Temps.Aller(trop);
            (await Deposer(serveur)).ShouldBe(0, trop.ToString());
        }

        serveur.Temps.Aller(Lundi);
        var deposes = await Task.WhenAll(Deposer(serveur), Deposer(serveur));
        deposes.Count(n => n > 0).ShouldBe(1, "deux nœuds, un seul résumé");
        serveur.Temps.Avancer(TimeSpan.FromHours(30));
        (await Deposer(serveur)).ShouldBe(0, "le mardi ne rattrape que ce qui a manqué");

        var resumes = await serveur.Lire(db => db.Courriels.Where(c => c.Genre == GenreCourriel.Resume).ToDictionaryAsync(c => c.Adresse));
        resumes[Benali].Texte.ShouldContain("votre accord est demandé pour « Référente décrochage scolaire », réponse souhaitée avant le 25 septembre 2026");
        resumes[Benali].Texte.ShouldContain("Votre mot de passe a été réinitialisé, 8 septembre 2026.");
        // Le collège : une réponse reçue (culture), une demande qui attend (décrochage), deux lettres à établir ; une proposition au rectorat.
        resumes[Principal].Texte.ShouldContain("Collège des Neuf Peupliers : 1 réponse reçue, à laquelle donner suite ;\n/attributions");
        resumes[Principal].Texte.ShouldContain("1 demande d’accord sans réponse pour l’instant");
        resumes[Principal].Texte.ShouldContain("2 lettres de mission à établir");
        // L'académie : numérique au collège, tutorat en terminale au lycée.
        resumes["gestion@demo.neuvieme.fr"].Texte.ShouldContain("2 propositions à instruire");
        // Le lycée : la personne qui a décliné n'est pas comptée à part de ce qui appelle une suite.
        resumes["proviseure@demo.neuvieme.fr"].Texte.ShouldNotContain("déclin");
        // Mission validée, rien à faire : rien.
        resumes.Keys.ShouldNotContain("anne.kervella@demo.neuvieme.fr");
        resumes.Keys.ShouldNotContain("auditeur@demo.neuvieme.fr");
        (await serveur.Lire(db => db.Courriels.SingleAsync(c => c.AuResume))).ResumeId.ShouldBe(resumes[Benali].Id);
        resumes.Values.ShouldAllBe(r => !r.Texte.Contains('€'));
    }

    [Fact]
    public async Task Resume_Coupe_NArrivePlus_EtLaDemandeDejaEcriteNEstPasRedite()
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite, SansAnciens);
        using var chef = await serveur.Visiteur(Principal);
        await chef.EnvoyerFormulaire("/comptes/courriels", ("Choix[Resume]", "Jamais"));
        await serveur.Lire(db => db.Attributions.Where(a => a.Mission!.Code == "IMP-DECR").ExecuteUpdateAsync(s => s.SetProperty(a => a.RepondreAvant, new DateOnly(2026, 9, 25))));
        serveur.Temps.Aller(Lundi.AddDays(-3));
        using var vendredi = await serveur.Visiteur(Principal);
        await vendredi.Cliquer("/", "Rappeler");

        serveur.Temps.Aller(Lundi);
        await Deposer(serveur);

        var adresses = await serveur.Lire(db => db.Courriels.Where(c => c.Genre == GenreCourriel.Resume).Select(c => c.Adresse).ToListAsync());
        adresses.ShouldNotContain(Principal);
        adresses.ShouldNotContain(Benali, "elle a reçu un rappel vendredi");
        adresses.ShouldContain("gestion@demo.neuvieme.fr");
    }

    [Fact]
    public async Task Compte_SansQualite_ReglesSesCourrielsQuandMeme()
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite);
        using var auditeur = await serveur.Visiteur("auditeur@demo.neuvieme.fr");
        var page = await auditeur.Page("/comptes/courriels");
        page.QuerySelectorAll("main select").Select(s => s.GetAttribute("name")).ShouldBe(["Choix[Conservation]", "Choix[Compte]"], "l’auditeur suit aussi la conservation, pas les missions");
        using var passant = serveur.Visiteur();
        (await passant.Page("/comptes/courriels")).Title!.ShouldContain("connect", Case.Insensitive);
        (await passant.Obtenir("/courriels")).RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/comptes/connexion");
        (await auditeur.Obtenir("/courriels")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    /// <summary>Sans ceux que le récit de la démonstration a déposés.</summary>
    static Task SansAnciens(Neuvieme.Socle.BaseDeDonnees.NeuviemeDb db) => db.Courriels.ExecuteDeleteAsync(Ct);

    static Task<int> Deposer(ServeurDeTest serveur) => serveur.Lire(db => ResumeDeLaSemaine.Deposer(db, new Horloge(serveur.Temps), Ct));

    static string Texte(IHtmlDocument page) => page.QuerySelector("main")!.TextContent;
}
