using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.Repartition;

/// <summary>Qui prépare ne lit pas un refus, même entre les chiffres ; le journal ne nomme pas qui n'a rien accepté.</summary>
public class SecretDesRefusTests
{
    const string Principal = "principal@demo.neuvieme.fr", Secretariat = "secretariat@demo.neuvieme.fr", Benali = "samia.benali@demo.neuvieme.fr";

    static string Texte(AngleSharp.Dom.IDocument page) => page.QuerySelector("main")!.TextContent.Replace('\u00a0', ' ').Replace('\u202f', ' ');

    /// <summary>Les mêmes pages, avant et après que la personne a décliné : pour le secrétariat, rien ne bouge.</summary>
    [Theory, SurLesDeuxBases]
    public async Task Secretariat_AvantEtApresUnRefus_LitLaMemeChose(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var secretariat = await serveur.Visiteur(Secretariat);
        using var chef = await serveur.Visiteur(Principal);
        await chef.EnvoyerFormulaire("/repartition/scenarios", ("Nom", "Premier jet"));
        var id = await serveur.Lire(db => db.Attributions.Where(a => a.Uai == Demonstration.College && a.Etat == EtatAttribution.AccordDemande).Select(a => a.Id).SingleAsync());
        var mission = await serveur.Lire(db => db.Attributions.Where(a => a.Id == id).Select(a => a.MissionId).SingleAsync());
        string[] adresses = ["/", "/repartition", "/personnels", "/instances", $"/repartition/modifier/{mission}", "/repartition/scenarios", "/repartition/reconduire", "/suivi"];
        async Task<List<string>> Lire() => [.. (await Task.WhenAll(adresses.Select(async a => { using var v = await serveur.Visiteur(Secretariat); return Texte(await v.Page(a)); })))];
        var avant = await Lire();

        using var benali = await serveur.Visiteur(Benali);
        await benali.Cliquer($"/mes-missions/consulter/{id}", "Je ne donne pas suite");
        (await serveur.Lire(db => db.Attributions.Where(a => a.Id == id).Select(a => a.Etat).SingleAsync())).ShouldBe(EtatAttribution.AccordDecline);

        (await Lire()).ShouldBe(avant);
        // Le chef, lui, le lit.
        Texte(await chef.Page("/attributions")).ShouldContain("Sans suite");
    }

    /// <summary>Ce qu'on a promis à la personne vaut aussi au rectorat : son journal ne dit pas qu'une demande s'est fermée sans accord.</summary>
    [Theory, SurLesDeuxBases]
    public async Task Journal_AvantEtApresUnRefus_NeDitRienDePlus_EtLaChaineTient(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var gestion = await serveur.Visiteur("gestion@demo.neuvieme.fr");
        var adresse = $"/journal?portee={Demonstration.College}";
        async Task<(string Page, string Csv)> Lire() => (Texte(await gestion.Page(adresse)), await (await gestion.Obtenir(adresse + "&handler=Csv")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var avant = await Lire();
        var id = await serveur.Lire(db => db.Attributions.Where(a => a.Uai == Demonstration.College && a.Etat == EtatAttribution.AccordDemande).Select(a => a.Id).SingleAsync());

        using var benali = await serveur.Visiteur(Benali);
        await benali.Cliquer($"/mes-missions/consulter/{id}", "Je ne donne pas suite");

        (await Lire()).ShouldBe(avant);
        Texte(await gestion.Page($"/journal/verifier?portee={Demonstration.College}")).ShouldContain("intact");
    }

    [Theory, SurLesDeuxBases]
    public async Task Journal_NeNommePasUnePersonneSeulementPressentie(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var chef = await serveur.Visiteur(Principal);
        var agent = await serveur.Lire(db => db.Agents.Where(a => a.Uai == Demonstration.College && a.IdSts == "20131").Select(a => a.Id).SingleAsync());
        await chef.EnvoyerFormulaire("/repartition/ajouter?code=IMP-EDD", ("Saisie.Intitule", "Jardin"), ("Saisie.Parts[0].AgentId", $"{agent}"));
        var mission = await serveur.Lire(db => db.Missions.Where(m => m.Intitule == "Jardin").Select(m => m.Id).SingleAsync());
        var annuler = (await chef.Page("/repartition")).QuerySelectorAll("a").Single(a => a.TextContent.Contains("Annuler le dernier changement", StringComparison.Ordinal)).GetAttribute("href")!;
        await chef.Cliquer(annuler, "Annuler ce changement");

        var entrees = await serveur.Lire(db => db.Journal.Where(j => j.Portee == Demonstration.College).OrderByDescending(j => j.Rang).Take(2).Select(j => j.Avant + j.Apres + j.Motif).ToListAsync());
        entrees.ShouldAllBe(e => !e.Contains($"\"agent\":{agent}") && !e.Contains("GARCIA"));
        (await serveur.Lire(db => db.Missions.AnyAsync(m => m.Id == mission))).ShouldBeFalse();
    }
}
