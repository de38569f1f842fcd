using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Tests.Fonctions.Comptes;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.Attributions;

/// <summary>Ce que le service a écrit d'un dossier compte là où l'on décide, et personne ne l'écrase sans l'avoir lu.</summary>
public class AttenteEtNotesTests
{
    const string Recteur = "recteur@demo.neuvieme.fr", Gestion = "gestion@demo.neuvieme.fr", Seconde = "seconde@essai.fr";

    static Task<ServeurDeTest> Servir(Base sur) => ServeurDeTest.Demo(sur, db => DeleguerTests.Ajouter(db, Seconde, "Lou Seconde", Role.GestionnaireRectorat, null, Demonstration.Academie));

    static Task<long> Proposee(ServeurDeTest serveur, string uai) =>
        serveur.Lire(db => db.Attributions.Where(a => a.Uai == uai && a.Etat == EtatAttribution.Proposee).Select(a => a.Id).SingleAsync());

    static Task<EtatAttribution> Etat(ServeurDeTest serveur, long id) => serveur.Lire(db => db.Attributions.Where(a => a.Id == id).Select(a => a.Etat).SingleAsync());

    static Task<Instruction?> Suivi(ServeurDeTest serveur, long id) => serveur.Lire(db => db.Instructions.AsNoTracking().SingleOrDefaultAsync(i => i.AttributionId == id));

    static string Texte(IHtmlDocument page) => page.QuerySelector("main")!.TextContent.Replace('\u00a0', ' ').Replace('\u202f', ' ');

    static string Alerte(IHtmlDocument page) => page.QuerySelector("[role=alert]")?.TextContent ?? "";

    static Task<IHtmlDocument> Attendre(Visiteur visiteur, long id, string jusquAu = "") =>
        visiteur.EnvoyerFormulaire($"/attributions/examiner/{id}", ("MotifAttente", "Inventaire du parc demandé."), ("AttendreJusquAu", jusquAu));

    [Theory]
    [SurLesDeuxBases("Valider")]
    [SurLesDeuxBases("Renvoyer")]
    [SurLesDeuxBases("Refuser")]
    public async Task Decider_DossierEnAttente_DitDansLaListe_LaisseDeCote_EtRefuse(Base sur, string verbe)
    {
        await using var serveur = await Servir(sur);
        using var recteur = await serveur.Visiteur(Recteur);
        using var gestion = await serveur.Visiteur(Gestion);
        var id = await Proposee(serveur, Demonstration.College);
        (string, string)[] motif = verbe == "Valider" ? [] : [($"Codes[{id}]", verbe == "Renvoyer" ? "Incomplet" : "BesoinNonEtabli"), ($"Textes[{id}]", "essai")];
        var ouvert = await serveur.Apercu(recteur, verbe, id);
        await Attendre(gestion, id, "2026-12-01");

        // L'aperçu était ouvert avant la mise en attente : c'est l'action qui refuse.
        var refus = await recteur.CliquerSur(ouvert, $"{verbe} la proposition", motif);

        Alerte(refus).ShouldContain("en attente jusqu’au 1er décembre 2026 (Inventaire du parc demandé)");
        (await Etat(serveur, id)).ShouldBe(EtatAttribution.Proposee);
        Texte(await recteur.Page($"/attributions/instruire?uai={Demonstration.College}")).ShouldContain("Inventaire du parc demandé");
        var apercu = await serveur.Apercu(recteur, verbe, id);
        Texte(apercu).ShouldContain("1 ligne laissée de côté");
        apercu.QuerySelectorAll("main button").ShouldNotContain(b => b.TextContent.Contains("la proposition"));

        await gestion.Cliquer($"/attributions/examiner/{id}", "Lever l’attente");
        await serveur.Decider(recteur, verbe, [id], motif);
        (await Etat(serveur, id)).ShouldNotBe(EtatAttribution.Proposee);
    }

    [Fact]
    public async Task Valider_AttenteEchue_NeRetientPlus()
    {
        await using var serveur = await Servir(Base.Sqlite);
        using var gestion = await serveur.Visiteur(Gestion);
        var id = await Proposee(serveur, Demonstration.College);
        await Attendre(gestion, id, "2026-09-10");
        serveur.Temps.Aller(new(2026, 9, 10, 8, 0, 0, TimeSpan.Zero));
        using var recteur = await serveur.Visiteur(Recteur);

        await serveur.Valider(recteur, id);

        (await Etat(serveur, id)).ShouldBe(EtatAttribution.Validee);
    }

    [Theory, SurLesDeuxBases]
    public async Task Valider_NoteImportanteAjouteeApresLApercu_EstMontreeAvant(Base sur)
    {
        await using var serveur = await Servir(sur);
        using var recteur = await serveur.Visiteur(Recteur);
        using var gestion = await serveur.Visiteur(Gestion);
        var id = await Proposee(serveur, Demonstration.College);
        var ouvert = await serveur.Apercu(recteur, "Valider", id);
        await gestion.EnvoyerFormulaire($"/attributions/examiner/{id}", ("Texte", "Le parc est géré par la collectivité <b>"), ("Importante", "true"));

        var refus = await recteur.CliquerSur(ouvert, "Valider la proposition");

        Alerte(refus).ShouldContain("note importante");
        Texte(refus).ShouldContain("Le parc est géré par la collectivité <b>");
        (await Etat(serveur, id)).ShouldBe(EtatAttribution.Proposee);
        Texte(await recteur.Page($"/attributions/instruire?uai={Demonstration.College}")).ShouldContain("Le parc est géré par la collectivité <b>");
        // Lue, elle n'empêche pas de décider.
        await recteur.CliquerSur(refus, "Valider la proposition");
        (await Etat(serveur, id)).ShouldBe(EtatAttribution.Validee);
    }

    [Theory, SurLesDeuxBases]
    public async Task ValiderSansRemarque_NotePoseePendantQuOnAttendSonTour_LaisseLeDossier(Base sur)
    {
        await using var serveur = await Servir(sur);
        using var recteur = await serveur.Visiteur(Recteur);
        var id = await Proposee(serveur, Demonstration.College);
        var page = await recteur.Page("/attributions/valider-sans-remarque");

        Task<IHtmlDocument>? envoi = null;
        await serveur.Lire(async db =>
        {
            await using var transaction = await db.Commencer(Demonstration.College);
            envoi = recteur.CliquerSur(page, "Valider les dossiers sans remarque", ("Uais", Demonstration.College));
            // Le temps que la validation ait tout lu et attende l'établissement.
            await Task.Delay(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);
            db.NotesInstruction.Add(new() { AttributionId = id, Texte = "Appeler d’abord", Importante = true, Auteur = "essai", InstantUtc = TempsDeTest.Rentree.UtcDateTime });
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
            return 0;
        });

        Alerte(await envoi!).ShouldContain("appelle maintenant une lecture");
        (await Etat(serveur, id)).ShouldBe(EtatAttribution.Proposee);
    }

    [Theory, SurLesDeuxBases]
    public async Task ValiderSansRemarque_EcritureSimultanee_DitCeQuiEstFaitEtCeQuiNeLEstPas(Base sur)
    {
        await using var serveur = await Servir(sur);
        using var recteur = await serveur.Visiteur(Recteur);
        var (college, lycee) = (await Proposee(serveur, Demonstration.College), await Proposee(serveur, Demonstration.Lycee));
        var page = await recteur.Page("/attributions/valider-sans-remarque");
        page.QuerySelectorAll("input[name=Uais]").Length.ShouldBe(2);

        Task<IHtmlDocument>? envoi = null;
        await serveur.Lire(async db =>
        {
            // Quelqu'un écrit le suivi du lycée sans attendre son tour, et n'a pas fini quand la validation y arrive.
            await using var transaction = await db.Database.BeginTransactionAsync();
            db.Instructions.Add(new() { AttributionId = lycee, ChargeNom = "Paul Ferrand", Version = 1 });
            await db.SaveChangesAsync();
            envoi = recteur.CliquerSur(page, "Valider les dossiers sans remarque", ("Uais", Demonstration.College), ("Uais", Demonstration.Lycee));
            await Task.Delay(TimeSpan.FromSeconds(3), TestContext.Current.CancellationToken);
            await transaction.CommitAsync();
            return 0;
        });

        var arrivee = await envoi!;
        (await Etat(serveur, college)).ShouldBe(EtatAttribution.Validee);
        if (sur == Base.PostgreSql)
        {
            Alerte(arrivee).ShouldContain("Lycée de la Neuvaine : quelqu’un y travaillait au même moment");
            Alerte(arrivee).ShouldContain("Le reste est fait : 1 proposition validée dans 1 établissement");
            (await Etat(serveur, lycee)).ShouldBe(EtatAttribution.Proposee);
        }
        else
        {
            // SQLite n'a qu'un écrivain : la validation a attendu, puis a trouvé le suivi écrit.
            (await Etat(serveur, lycee)).ShouldBe(EtatAttribution.Validee);
        }

        (await Suivi(serveur, lycee))!.ChargeNom.ShouldBe("Paul Ferrand");
    }

    [Theory, SurLesDeuxBases]
    public async Task PrendreEnCharge_PendantUneDecisionDansLEtablissement_AttendSonTour(Base sur)
    {
        await using var serveur = await Servir(sur);
        using var gestion = await serveur.Visiteur(Gestion);
        var id = await Proposee(serveur, Demonstration.College);

        Task<IHtmlDocument>? envoi = null;
        await serveur.Lire(async db =>
        {
            await using var transaction = await db.Commencer(Demonstration.College);
            envoi = gestion.Cliquer("/attributions/instruire", "Prendre en charge", ("Ids", $"{id}.0"));
            await Task.Delay(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);
            envoi.IsCompleted.ShouldBeFalse();
            await transaction.CommitAsync();
            return 0;
        });

        (await envoi!).QuerySelector("[role=status]")!.TextContent.ShouldContain("1 dossier dans « Mes dossiers »");
        (await Suivi(serveur, id))!.ChargeNom.ShouldBe("Paul Ferrand");
    }

    [Theory, SurLesDeuxBases]
    public async Task PrendreEnCharge_CeQuUnCollegueVientDePrendre_EstRefuseEtDitQui(Base sur)
    {
        await using var serveur = await Servir(sur);
        using var gestion = await serveur.Visiteur(Gestion);
        using var seconde = await serveur.Visiteur(Seconde);
        var (id, lycee) = (await Proposee(serveur, Demonstration.College), await Proposee(serveur, Demonstration.Lycee));
        var (file, dossier) = (await seconde.Page("/attributions/instruire"), await seconde.Page($"/attributions/examiner/{id}"));
        // Ce que la case cochée envoie.
        var coche = file.QuerySelector<IHtmlInputElement>($"#p-{id}")!.Value;
        await gestion.Cliquer("/attributions/instruire", "Prendre en charge", ("Ids", coche));

        var refus = await seconde.CliquerSur(file, "Prendre en charge", ("Ids", coche), ("Ids", file.QuerySelector<IHtmlInputElement>($"#p-{lycee}")!.Value));

        Alerte(refus).ShouldContain($"{Attribution.ReferenceDe(2026, id)} a changé depuis que vous l’avez lu : il est maintenant confié à Paul Ferrand");
        (await Suivi(serveur, id))!.ChargeNom.ShouldBe("Paul Ferrand");
        (await Suivi(serveur, lycee)).ShouldBeNull();
        var moi = await serveur.Lire(db => db.Users.Where(c => c.Email == Seconde).Select(c => c.Id).SingleAsync());
        Alerte(await seconde.CliquerSur(dossier, "Confier", ("CompteId", $"{moi}"))).ShouldContain("confié à Paul Ferrand");
        (await Suivi(serveur, id))!.ChargeNom.ShouldBe("Paul Ferrand");
        // Relu, il se reprend ; et une note s'ajoute même d'une page ouverte avant.
        await seconde.EnvoyerFormulaire($"/attributions/examiner/{id}", ("CompteId", $"{moi}"));
        (await Suivi(serveur, id))!.ChargeNom.ShouldBe("Lou Seconde");
        Alerte(await seconde.CliquerSur(dossier, "Noter", ("Texte", "Vu au téléphone"))).ShouldBe("");
        (await serveur.Lire(db => db.NotesInstruction.CountAsync(n => n.AttributionId == id))).ShouldBe(1);
    }

    /// <summary>Ce qui se prépare ou s'est décliné dans un établissement n'existe pas pour le rectorat, pas plus que ce qui n'existe pas.</summary>
    [Theory]
    [SurLesDeuxBases(EtatAttribution.EnPreparation)]
    [SurLesDeuxBases(EtatAttribution.AccordDemande)]
    [SurLesDeuxBases(EtatAttribution.AccordDonne)]
    [SurLesDeuxBases(EtatAttribution.AccordDecline)]
    [SurLesDeuxBases([null])]
    public async Task Suivre_CeQuiNEstPasPropose_EstIntrouvableEtNEcritRien(Base sur, EtatAttribution? etat)
    {
        await using var serveur = await Servir(sur);
        using var gestion = await serveur.Visiteur(Gestion);
        var id = etat is null ? 999_999 : await serveur.Lire(db => db.Attributions.Where(a => a.Etat == etat).OrderBy(a => a.Id).Select(a => a.Id).FirstAsync());
        var page = await gestion.Page($"/attributions/examiner/{await Proposee(serveur, Demonstration.College)}");
        var jeton = page.QuerySelector<IHtmlInputElement>("main input[name=__RequestVerificationToken]")!.Value;
        var avant = await serveur.Lire(db => db.Journal.CountAsync());

        foreach (var geste in (string[])["Noter", "Confier", "Attendre", "Reprendre", "Recontroler"])
        {
            using var corps = new FormUrlEncodedContent([new("__RequestVerificationToken", jeton), new("VersionSuivi", "0"), new("Texte", "essai"), new("MotifAttente", "essai")]);
            using var reponse = await gestion.Http.PostAsync($"/attributions/examiner/{id}?handler={geste}", corps, TestContext.Current.CancellationToken);
            reponse.StatusCode.ShouldBe(HttpStatusCode.NotFound, geste);
        }

        Alerte(await gestion.Cliquer("/attributions/instruire", "Prendre en charge", ("Ids", $"{id}.0"))).ShouldContain("n’existe plus");
        (await serveur.Lire(async db => (await db.Instructions.CountAsync(), await db.NotesInstruction.CountAsync(), await db.Journal.CountAsync()))).ShouldBe((0, 0, avant));
    }
}
