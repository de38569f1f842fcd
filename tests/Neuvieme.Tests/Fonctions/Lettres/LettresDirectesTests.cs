using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Lettres;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.Lettres;

/// <summary>Les lettres des parts du Pacte et des missions académiques suivent le même chemin que celles des IMP : établir, envoyer, signer des deux, prouver.</summary>
public class LettresDirectesTests
{
    const string Chef = "principal@demo.neuvieme.fr", Legrand = "loic.legrand@demo.neuvieme.fr", Chevalier = "rose.chevalier@demo.neuvieme.fr", Recteur = "recteur@demo.neuvieme.fr", Gestion = "gestion@demo.neuvieme.fr", Ien = "ien@demo.neuvieme.fr", Tessier = "marc.tessier@demo.neuvieme.fr";

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    static Task<long> Mission(ServeurDeTest serveur, string code) => serveur.Lire(db => db.MissionsDirectes.Where(m => m.Code == code).OrderBy(m => m.Id).Select(m => m.Id).FirstAsync(Ct));

    /// <summary>La part de remplacement dont l'accord est donné, confiée par l'écran.</summary>
    static async Task<long> Confiee(ServeurDeTest serveur, Visiteur chef)
    {
        var id = await Mission(serveur, "PAC-RCD");
        await chef.Cliquer($"/parts/suivre/{id}", "Confier la mission");
        return id;
    }

    static Task<Lettre> Lue(ServeurDeTest serveur, long mission) => serveur.Lire(db => db.Lettres.AsNoTracking().Include(l => l.Signatures).Where(l => l.MissionDirecteId == mission).OrderByDescending(l => l.Numero).FirstAsync(Ct));

    static async Task<byte[]> Pdf(Visiteur qui, long mission)
    {
        using var reponse = await qui.Obtenir($"/lettres/telecharger/{mission}?directe=true");
        reponse.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await reponse.Content.ReadAsByteArrayAsync(Ct);
    }

    static async Task<IHtmlDocument> SignerEnPersonne(Visiteur qui, long mission)
    {
        await Pdf(qui, mission);
        return await qui.EnvoyerFormulaire($"/mes-missions/signer/{mission}?directe=true", ("MotDePasse", Demonstration.MotDePasse));
    }

    [Theory, SurLesDeuxBases]
    public async Task Part_EtablieEnvoyeeSigneeDesDeux_EtVerifiable(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var chef = await serveur.Visiteur(Chef);
        using var legrand = await serveur.Visiteur(Legrand);
        var id = await Confiee(serveur, chef);
        // Une attribution porte peut-être le même numéro : sans « directe », ce n'est pas cette lettre.
        using var avant = await legrand.Obtenir($"/lettres/telecharger/{id}?directe=true");
        avant.StatusCode.ShouldBe(HttpStatusCode.NotFound);

        (await chef.Cliquer("/lettres", "Établir")).Texte().ShouldContain("3 lettres établies");
        var texte = await Outils.TexteSansBlancs(await Pdf(chef, id));
        // 18 heures par part ; 1 250 € = 8 × 138,89 € + 138,88 €, en avances depuis 2025-2026, le report au 31 octobre 2027 (décret n° 2025-926, art. 3).
        foreach (var attendu in (string[])["LettredemissionduPacte", "1part,18heuresàfaire", "mardide11hà12h", "Oraldubrevet", "1250€", "octobre2026138,89€", "juin2027138,88€", "31octobre2027", "décretn°2025-926", "HugoRoussel", "LoïcLEGRAND"])
        {
            texte.ShouldContain(attendu);
        }

        await chef.Cliquer("/lettres", "Envoyer");
        (await legrand.Page("/mes-missions")).Texte().ShouldContain("Lire et signer ma lettre");
        (await SignerEnPersonne(legrand, id)).Texte().ShouldContain("Votre lettre est signée");
        (await chef.EnvoyerFormulaire("/lettres/signer", ("MotDePasse", Demonstration.MotDePasse))).Texte().ShouldContain("lettre signée");

        var lettre = await Lue(serveur, id);
        lettre.ShouldSatisfyAllConditions(l => l.Etat.ShouldBe(EtatLettre.Signee), l => l.Signatures.Select(s => s.Partie).ShouldBe([Partie.Agent, Partie.Chef], ignoreOrder: true), l => l.ACertifier.ShouldBeFalse("le certificat est composé aussitôt"));
        (await legrand.Page($"/lettres/verifier?code={lettre.Code}")).Texte().ShouldContain("Elle porte toutes ses signatures");
        using var preuve = await legrand.Obtenir($"/lettres/preuve/{id}?directe=true");
        preuve.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await serveur.Lire(db => db.Journal.Where(j => j.Objet == $"mission-directe:{id}" && j.Action.StartsWith("lettre")).Select(j => j.Action).ToListAsync(Ct)))
            .ShouldBe(["lettre établie", "lettre envoyée à la signature", "lettre ouverte par la personne", "lettre signée", "lettre signée", "lettre certifiée"], ignoreOrder: true);
    }

    [Theory, SurLesDeuxBases]
    public async Task LettreDUnePart_HorsDePortee_Introuvable(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var chef = await serveur.Visiteur(Chef);
        var id = await Confiee(serveur, chef);
        await chef.Cliquer("/lettres", "Établir");

        foreach (var autre in (string[])["proviseure@demo.neuvieme.fr", Ien, Chevalier])
        {
            using var visiteur = await serveur.Visiteur(autre);
            foreach (var page in (string[])["telecharger", "preuve", .. autre == Chevalier ? [] : (string[])["consulter"]])
            {
                using var reponse = await visiteur.Obtenir($"/lettres/{page}/{id}?directe=true");
                reponse.StatusCode.ShouldBe(HttpStatusCode.NotFound, $"{autre} {page}");
            }
        }
    }

    /// <summary>La décision reprise prive la lettre d'effet ; confiée de nouveau, même à l'identique, elle en demande une autre.</summary>
    [Theory, SurLesDeuxBases]
    public async Task DecisionReprise_LaLettrePerdSonEffet(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var chef = await serveur.Visiteur(Chef);
        using var legrand = await serveur.Visiteur(Legrand);
        var id = await Confiee(serveur, chef);
        await chef.Cliquer("/lettres", "Établir");

        await chef.Cliquer($"/parts/suivre/{id}", "Revenir sur la décision", ("Motif", "Erreur de personne."), ("Retrait.Fondement", "Illegale"));
        (await Lue(serveur, id)).Etat.ShouldBe(EtatLettre.SansEffet);
        using var sans = await legrand.Obtenir($"/lettres/telecharger/{id}?directe=true");
        sans.StatusCode.ShouldBe(HttpStatusCode.NotFound);

        await chef.Cliquer($"/parts/suivre/{id}", "Confier la mission");
        (await chef.Cliquer("/lettres", "Établir")).Texte().ShouldContain("1 lettre établie");
        (await Lue(serveur, id)).Numero.ShouldBe(2);
    }

    /// <summary>R091 : la lettre académique dit ses objectifs ; sans eux elle ne s'établit pas, et la liste nomme ce qui manque.</summary>
    [Theory, SurLesDeuxBases]
    public async Task Academique_SansObjectifs_NeSEtablitPas(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        var id = await Mission(serveur, "ACA-CULT");
        await serveur.Lire(async db =>
        {
            var mission = await db.MissionsDirectes.SingleAsync(m => m.Id == id, Ct);
            mission.Precisions = (mission.Details with { Objectifs = "" }).Ecrire();
            return await db.SaveChangesAsync(Ct);
        });
        using var gestion = await serveur.Visiteur(Gestion);

        var liste = await gestion.Page("/lettres");

        liste.Texte().ShouldContain("La lettre ne dit pas : les objectifs (circulaire n° 2015-058, I et III).");
        liste.QuerySelectorAll("button").ShouldNotContain(b => b.TextContent.Contains("Établir", StringComparison.Ordinal));
    }

    /// <summary>Décret n° 2015-475, art. 5 : la lettre, signée du recteur et de la personne, précède la décision.</summary>
    [Theory, SurLesDeuxBases]
    public async Task Academique_LaDecisionAttendLaLettreSignee(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var gestion = await serveur.Visiteur(Gestion);
        using var recteur = await serveur.Visiteur(Recteur);
        using var chevalier = await serveur.Visiteur(Chevalier);
        var id = await Mission(serveur, "ACA-CULT");
        (await recteur.Cliquer($"/academiques/suivre/{id}", "Confier la mission")).Texte().ShouldContain("Établir la lettre de mission");

        (await gestion.Cliquer("/lettres", "Établir")).Texte().ShouldContain("1 lettre établie");
        var texte = await Outils.TexteSansBlancs(await Pdf(recteur, id));
        foreach (var attendu in (string[])["Lettredemissionacadémique", "Référentculturedépartemental", "2500€·2IMP·taux004", "1,5heureparsemaine", "environ110heures", "RoseCHEVALIER", "LycéedelaNeuvaine", "octobre2026277,78€"])
        {
            texte.ShouldContain(attendu);
        }

        await gestion.Cliquer("/lettres", "Envoyer");
        await SignerEnPersonne(chevalier, id);
        (await recteur.Cliquer($"/academiques/suivre/{id}", "Confier la mission")).Texte().ShouldContain("Établir la lettre de mission");
        await recteur.EnvoyerFormulaire("/lettres/signer", ("MotDePasse", Demonstration.MotDePasse));
        await gestion.Cliquer($"/academiques/suivre/{id}", "Proposer au recteur");
        await recteur.Cliquer($"/academiques/suivre/{id}", "Confier la mission");

        (await serveur.Lire(db => db.MissionsDirectes.Where(m => m.Id == id).Select(m => m.Etat).SingleAsync(Ct))).ShouldBe(EtatAttribution.Validee);
        // 2 500 € ÷ 9 = 277,78 €, le dernier 277,76 €.
        (await serveur.Lire(db => db.EcheancesDirectes.Where(e => e.MissionId == id).OrderBy(e => e.Rang).Select(e => e.BrutCentimes).ToListAsync(Ct))).ShouldBe([27_778, 27_778, 27_778, 27_778, 27_778, 27_778, 27_778, 27_778, 27_776]);
        (await Lue(serveur, id)).Etat.ShouldBe(EtatLettre.Signee, "la décision ne rend pas périmée la lettre qui la précède");
        (await gestion.Page("/lettres")).Texte().ShouldNotContain("les données ont changé");

        var page = await gestion.Page("/archives");
        page.Texte().ShouldContain("Missions académiques, académie");
        using var formulaire = new FormUrlEncodedContent([new("uai", "academie"), new("annee", "2026"), new("copies", "true"), new("__RequestVerificationToken", page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!)]);
        using var archive = await gestion.Http.PostAsync("/archives/telecharger", formulaire, Ct);
        using var zip = new System.IO.Compression.ZipArchive(await archive.Content.ReadAsStreamAsync(Ct));
        zip.Entries.Select(e => e.FullName).ShouldContain(n => n.StartsWith($"lettres/ACA-2026-{id:0000}_v1_", StringComparison.Ordinal) && n.EndsWith("/certificat.pdf", StringComparison.Ordinal));
        zip.Entries.ShouldContain(e => e.FullName == $"copies-pdfa/COPIE_ACA-2026-{id:0000}_v1.pdf");
    }

    [Theory, SurLesDeuxBases]
    public async Task Part_DansLArchiveDeSonEtablissement_AvecCellesDesImp_CelleDeLAcademieResteAuRectorat(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var chef = await serveur.Visiteur(Chef);
        var id = await Confiee(serveur, chef);
        await chef.Cliquer("/lettres", "Établir");

        var page = await chef.Page("/archives");
        async Task<HttpResponseMessage> Demander(string lieu)
        {
            using var formulaire = new FormUrlEncodedContent([new("uai", lieu), new("annee", "2026"), new("__RequestVerificationToken", page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!)]);
            return await chef.Http.PostAsync("/archives/telecharger", formulaire, Ct);
        }

        using var archive = await Demander(Demonstration.College);
        using var zip = new System.IO.Compression.ZipArchive(await archive.Content.ReadAsStreamAsync(Ct));
        zip.Entries.Count(e => e.Name == "lettre.pdf").ShouldBe(3, "deux IMP et la part");
        zip.Entries.ShouldContain(e => e.FullName.StartsWith($"lettres/{Demonstration.College}-2026-P{id:000}_v1_", StringComparison.Ordinal));
        using var refusee = await Demander("academie");
        refusee.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, SurLesDeuxBases]
    public async Task PartDUneEcole_SigneeDeLInspecteur(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var ien = await serveur.Visiteur(Ien);
        using var tessier = await serveur.Visiteur(Tessier);
        var id = await Mission(serveur, "PAC-SOUT-ECOLE");

        (await ien.Cliquer("/lettres", "Établir")).Texte().ShouldContain("1 lettre établie");
        (await Outils.TexteSansBlancs(await Pdf(ien, id))).ShouldContain("premierdegré");
        await ien.Cliquer("/lettres", "Envoyer");
        await SignerEnPersonne(tessier, id);
        await ien.EnvoyerFormulaire("/lettres/signer", ("MotDePasse", Demonstration.MotDePasse));

        (await Lue(serveur, id)).Etat.ShouldBe(EtatLettre.Signee);
        (await tessier.Page($"/premier-degre/ma-mission/{id}")).Texte().ShouldContain("Ma lettre de mission");
    }
}
