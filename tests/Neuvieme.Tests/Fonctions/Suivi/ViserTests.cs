using System.Net;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Suivi;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.Suivi;

/// <summary>
/// Le recteur attribue (décret n° 2015-475, art. 9) : un arrêt ou un remplacement enregistré par le chef n'a d'effet qu'à son visa ; nul ne
/// remplace sans son accord (art. 1er). Montants : la mission d'<see cref="InterrompreTests"/>, 2 500 €.
/// </summary>
public class ViserTests
{
    static Task<long> Validee(ServeurDeTest serveur) => serveur.Lire(db => db.Attributions.Where(a => a.Uai == Demonstration.College && a.Etat == EtatAttribution.Validee && a.Centimes == 250_000).Select(a => a.Id).FirstAsync());

    static Task<long> Linh(ServeurDeTest serveur) => serveur.Lire(db => db.Agents.Where(a => a.Uai == Demonstration.College && a.Prenom == "Linh").Select(a => a.Id).SingleAsync());

    static Task<long> Somme(ServeurDeTest serveur, long id, bool titulaire) => serveur.Lire(db => db.Echeances.Where(e => e.AttributionId == id && e.Beneficiaire!.Titulaire == titulaire).SumAsync(e => e.BrutCentimes));

    static async Task<string> Texte(Visiteur visiteur, string url) => (await visiteur.Page(url)).QuerySelector("main")!.TextContent;

    static (string, string)[] Remplacer(long remplacante, string du, string au, string accord = "") =>
        [("Saisie.Quoi", "Remplacement"), ("Saisie.Du", du), ("Saisie.Au", au), ("Saisie.RemplacantId", remplacante.ToString()), ("Saisie.AccordLe", accord), ("Saisie.Motif", "La titulaire est mise à disposition.")];

    static readonly (string, string)[] Arret = [("Saisie.Quoi", "Arret"), ("Saisie.Du", "2027-01-15"), ("Saisie.Fondement", "ConditionNonRemplie"), ("Saisie.Motif", "Elle ne l’exerce plus.")];

    [Theory, SurLesDeuxBases]
    public async Task Arret_NeChangeRienAvantLeVisa_LaFileDitLesEuros_PuisLEcheancierSuit(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        var id = await Validee(serveur);
        using var chef = await serveur.Visiteur("principal@demo.neuvieme.fr");
        using var recteur = await serveur.Visiteur("recteur@demo.neuvieme.fr");
        using var gestion = await serveur.Visiteur("gestion@demo.neuvieme.fr");
        using var anne = await serveur.Visiteur("anne.kervella@demo.neuvieme.fr");

        (await Texte(recteur, "/suivi/viser")).ShouldContain("Rien n’attend votre visa");
        await chef.EnvoyerFormulaire($"/suivi/interrompre/{id}", Arret);

        (await Somme(serveur, id, titulaire: true)).ShouldBe(250_000);
        (await Texte(chef, "/suivi")).ShouldContain("à viser par le rectorat");
        (await Texte(chef, "/")).ShouldContain("mission arrêtée le 15 janvier 2027, à viser");
        (await Texte(anne, $"/mes-missions/consulter/{id}")).ShouldContain("Rien ne change avant le visa du rectorat");
        (await Texte(chef, "/stsweb")).ShouldNotContain("arrêtée");
        (await Texte(recteur, "/")).ShouldContain("1 arrêt ou remplacement à viser");

        // 3 × 277,78 + 15/30 de 277,78 = 972,23 ; 2 500,00 − 972,23 = 1 527,77 de moins.
        var file = await Texte(recteur, "/suivi/viser");
        file.ShouldContain("972,23");
        file.ShouldContain("1\u202F527,77");
        (await gestion.Page("/suivi/viser")).QuerySelector("button[name=vise]").ShouldBeNull();

        (await recteur.ViserTout()).QuerySelector("body")!.TextContent.ShouldContain("1 ligne visée");
        (await Somme(serveur, id, titulaire: true)).ShouldBe(97_223);
        (await serveur.Lire(db => db.VersionsEcheancier.Where(v => v.AttributionId == id).OrderByDescending(v => v.Numero).Select(v => v.Cause).FirstAsync())).ShouldBe(CauseDeVersion.Arret);
        (await Texte(chef, "/stsweb")).ShouldContain("mission arrêtée le 15 janvier 2027");
        (await Texte(chef, $"/avenants/proposer/{id}")).ShouldContain("un avenant n’y changerait plus rien");
    }

    [Theory, SurLesDeuxBases]
    public async Task Refus_DemandeUnMotif_EtLaisseToutEnLEtat(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        var id = await Validee(serveur);
        using var chef = await serveur.Visiteur("principal@demo.neuvieme.fr");
        using var recteur = await serveur.Visiteur("recteur@demo.neuvieme.fr");
        await chef.EnvoyerFormulaire($"/suivi/interrompre/{id}", Arret);

        (await recteur.Decider("Refuser les lignes cochées", "")).QuerySelector("main")!.TextContent.ShouldContain("Écrivez pourquoi");
        (await serveur.Lire(db => db.Interruptions.Select(i => i.Visa).SingleAsync())).ShouldBe(EtatDuVisa.AViser);
        await recteur.Decider("Refuser les lignes cochées", "La mission est à pourvoir.");

        (await Somme(serveur, id, titulaire: true)).ShouldBe(250_000);
        (await serveur.Lire(db => db.VersionsEcheancier.CountAsync(v => v.AttributionId == id))).ShouldBe(1);
        (await Texte(chef, $"/suivi/interrompre/{id}")).ShouldContain("La mission est à pourvoir.");
        (await Texte(recteur, "/suivi/viser")).ShouldContain("Rien n’attend votre visa");
        (await Texte(chef, "/suivi")).ShouldNotContain("arrêtée");
    }

    [Theory, SurLesDeuxBases]
    public async Task Remplacante_LitEtAccepteElleMeme_SansQuoiRienNeSeVise(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        var (id, linh) = (await Validee(serveur), await Linh(serveur));
        using var chef = await serveur.Visiteur("principal@demo.neuvieme.fr");
        using var recteur = await serveur.Visiteur("recteur@demo.neuvieme.fr");
        using var remplacante = await serveur.Visiteur("linh.nguyen@demo.neuvieme.fr");
        using var anne = await serveur.Visiteur("anne.kervella@demo.neuvieme.fr");
        await chef.EnvoyerFormulaire($"/suivi/interrompre/{id}", Remplacer(linh, "2027-01-16", "2027-02-28"));
        var interruption = await serveur.Lire(db => db.Interruptions.Select(i => i.Id).SingleAsync());

        (await Texte(chef, "/")).ShouldContain("accord au remplacement demandé");
        (await recteur.ViserTout()).QuerySelector("main")!.TextContent.ShouldContain("n’a pas donné son accord");
        (await Somme(serveur, id, titulaire: false)).ShouldBe(0);

        // Janvier : 15/30 de 277,78 = 138,89 ; février : 277,78.
        var page = await Texte(remplacante, $"/mes-missions/remplacer/{interruption}");
        page.ShouldContain("138,89");
        page.ShouldContain("416,67");
        page.ShouldContain("Du 16 janvier 2027 au 28 février 2027");
        await anne.Page($"/mes-missions/remplacer/{interruption}", HttpStatusCode.NotFound);

        await remplacante.Cliquer($"/mes-missions/remplacer/{interruption}", "J’accepte ce remplacement");
        (await Texte(remplacante, "/mes-missions")).ShouldContain("à viser par le rectorat");
        (await remplacante.Obtenir($"/suivi/attester/{interruption}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await recteur.ViserTout();
        (await Somme(serveur, id, titulaire: false)).ShouldBe(41_667);
        (await serveur.Lire(db => db.Interruptions.Select(i => new { i.Accord, i.AccordLe }).SingleAsync())).ShouldBe(new { Accord = AccordDuRemplacant.Donne, AccordLe = (DateOnly?)new DateOnly(2026, 9, 8) });
    }

    [Theory, SurLesDeuxBases]
    public async Task Remplacante_QuiNeDonnePasSuite_RetireLaDemande_SansSonNomAuJournal(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        var (id, linh) = (await Validee(serveur), await Linh(serveur));
        using var chef = await serveur.Visiteur("principal@demo.neuvieme.fr");
        using var remplacante = await serveur.Visiteur("linh.nguyen@demo.neuvieme.fr");
        using var recteur = await serveur.Visiteur("recteur@demo.neuvieme.fr");
        await chef.EnvoyerFormulaire($"/suivi/interrompre/{id}", Remplacer(linh, "2027-01-16", "2027-02-28"));

        await remplacante.Cliquer($"/mes-missions/remplacer/{await serveur.Lire(db => db.Interruptions.Select(i => i.Id).SingleAsync())}", "Je ne donne pas suite");

        (await Texte(recteur, "/suivi/viser")).ShouldContain("Rien n’attend votre visa");
        (await serveur.Lire(db => db.Journal.Where(j => j.Action == "demande de remplacement close").Select(j => j.Auteur).SingleAsync())).ShouldBe("La personne pressentie");
        // Les mêmes jours se proposent à nouveau.
        await chef.EnvoyerFormulaire($"/suivi/interrompre/{id}", Remplacer(linh, "2027-01-16", "2027-02-28", "2026-09-08"));
        await recteur.ViserTout();
        (await Somme(serveur, id, titulaire: false)).ShouldBe(41_667);
    }

    [Theory, SurLesDeuxBases]
    public async Task Prolonger_RedemandeUnAccord_EtLAncienneFinVautJusquAuVisa(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        var (id, linh) = (await Validee(serveur), await Linh(serveur));
        using var chef = await serveur.Visiteur("principal@demo.neuvieme.fr");
        using var recteur = await serveur.Visiteur("recteur@demo.neuvieme.fr");
        using var remplacante = await serveur.Visiteur("linh.nguyen@demo.neuvieme.fr");
        await chef.EnvoyerFormulaire($"/suivi/interrompre/{id}", Remplacer(linh, "2027-01-16", "2027-02-28", "2026-09-08"));
        await recteur.ViserTout();

        // Elle ne revient que le 1er avril.
        await chef.Cliquer($"/suivi/interrompre/{id}", "Noter le retour", ("le", "2027-04-01"));
        (await Somme(serveur, id, titulaire: false)).ShouldBe(41_667);
        (await recteur.ViserTout()).QuerySelector("main")!.TextContent.ShouldContain("n’a pas donné son accord");

        var suite = await serveur.Lire(db => db.Interruptions.Where(i => i.Visa == EtatDuVisa.AViser).Select(i => i.Id).SingleAsync());
        await remplacante.Cliquer($"/mes-missions/remplacer/{suite}", "J’accepte ce remplacement");
        await recteur.ViserTout();

        // 138,89 + 277,78 + 277,78.
        (await Somme(serveur, id, titulaire: false)).ShouldBe(69_445);
        (await serveur.Lire(db => db.Interruptions.CountAsync(i => i.AnnuleeUtc == null))).ShouldBe(1);
    }

    [Theory, SurLesDeuxBases]
    public async Task LignePerimee_NeSeViseNiNeSAccepte(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        var (id, linh) = (await Validee(serveur), await Linh(serveur));
        using var chef = await serveur.Visiteur("principal@demo.neuvieme.fr");
        using var recteur = await serveur.Visiteur("recteur@demo.neuvieme.fr");
        using var remplacante = await serveur.Visiteur("linh.nguyen@demo.neuvieme.fr");
        await chef.EnvoyerFormulaire($"/suivi/interrompre/{id}", Remplacer(linh, "2027-01-16", "2027-02-28"));
        var interruption = await serveur.Lire(db => db.Interruptions.Select(i => i.Id).SingleAsync());
        var (ouverte, demande) = (await recteur.Page("/suivi/viser"), await remplacante.Page($"/mes-missions/remplacer/{interruption}"));

        // Une absence notée entre-temps change la mission sous les yeux de chacun.
        await chef.EnvoyerFormulaire($"/suivi/interrompre/{id}", ("Saisie.Quoi", "Absence"), ("Saisie.Nature", "Annuel"), ("Saisie.Du", "2027-03-01"), ("Saisie.Au", "2027-03-05"));

        (await recteur.CliquerSur(ouverte, "Viser les lignes cochées", ("Lues", ouverte.QuerySelector("input[name=Lues]")!.GetAttribute("value")!))).QuerySelector("main")!.TextContent.ShouldContain("a changé depuis que vous l’avez lue");
        (await remplacante.CliquerSur(demande, "J’accepte ce remplacement")).QuerySelector("main")!.TextContent.ShouldContain("a changé depuis que vous l’avez lue");
        (await serveur.Lire(db => db.Interruptions.Where(i => i.Id == interruption).Select(i => new { i.Visa, i.Accord }).SingleAsync())).ShouldBe(new { Visa = EtatDuVisa.AViser, Accord = AccordDuRemplacant.Demande });
    }
}
