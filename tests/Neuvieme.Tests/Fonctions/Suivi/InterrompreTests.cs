using System.Net;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Suivi;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.Suivi;

/// <summary>
/// La coordination d'EPS d'Anne Kervella vaut 2 500 € : huit neuvièmes de 277,78 € et un de 277,76 € (regles, table V1). R074 à R077 et
/// precisions 8 : qui remplace reçoit sa part de chaque mois au trentième, le titulaire reçoit le reste.
/// </summary>
public class InterrompreTests
{
    static Task<long> Validee(ServeurDeTest serveur) => serveur.Lire(db => db.Attributions.Where(a => a.Uai == Demonstration.College && a.Etat == EtatAttribution.Validee && a.Centimes == 250_000).Select(a => a.Id).FirstAsync());

    static Task<long> Remplacante(ServeurDeTest serveur) => serveur.Lire(db => db.Agents.Where(a => a.Uai == Demonstration.College && a.Prenom == "Linh").Select(a => a.Id).SingleAsync());

    static Task<string[]> Dues(ServeurDeTest serveur, long id, bool titulaire) => serveur.Lire(db =>
        db.Echeances.Where(e => e.AttributionId == id && e.Beneficiaire!.Titulaire == titulaire).OrderBy(e => e.Rang).Select(e => $"{e.Mois} {e.Paie} {e.BrutCentimes}").ToArrayAsync());

    static (string, string)[] Remplacer(long remplacante, string du, string au) =>
        [("Saisie.Quoi", "Remplacement"), ("Saisie.Du", du), ("Saisie.Au", au), ("Saisie.RemplacantId", remplacante.ToString()), ("Saisie.AccordLe", "2026-09-08"), ("Saisie.Motif", "La titulaire est mise à disposition.")];

    /// <summary>Le recteur vise tout ce qui attend.</summary>
    static async Task Viser(ServeurDeTest serveur)
    {
        using var recteur = await serveur.Visiteur("recteur@demo.neuvieme.fr");
        await recteur.EnvoyerFormulaire("/comptes/changer", ("Annee", "2026"));
        await recteur.ViserTout();
    }

    [Theory, SurLesDeuxBases]
    public async Task Remplacement_SePrevoitSansRienEcrire_PuisSEnregistreAuTrentieme(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        var (id, linh) = (await Validee(serveur), await Remplacante(serveur));
        using var chef = await serveur.Visiteur("principal@demo.neuvieme.fr");

        var prevue = await chef.Cliquer($"/suivi/interrompre/{id}", "Voir ce que cela change", Remplacer(linh, "2027-01-16", "2027-02-28"));

        // Janvier : 15/30 de 277,78 = 138,89 pour chacune ; février : 30/30 à qui remplace.
        prevue.QuerySelector("main")!.TextContent.ShouldContain("416,67");
        prevue.QuerySelector("main")!.TextContent.ShouldContain("2\u202F083,33");
        (await serveur.Lire(db => db.Interruptions.CountAsync())).ShouldBe(0);

        var apres = await chef.CliquerSur(prevue, "Enregistrer ce changement");
        apres.QuerySelector("main")!.TextContent.ShouldContain("remplace du 16 janvier 2027 au 28 février 2027");
        await Viser(serveur);
        (await Dues(serveur, id, titulaire: false)).ShouldBe(["202701 202701 13889", "202702 202702 27778"]);
        (await Dues(serveur, id, titulaire: true)).ShouldBe(["202610 202610 27778", "202611 202611 27778", "202612 202612 27778", "202701 202701 13889", "202702 202702 0", "202703 202703 27778", "202704 202704 27778", "202705 202705 27778", "202706 202706 27776"]);

        // La première version reste, entière.
        (await serveur.Lire(db => db.Echeances.IgnoreQueryFilters().Where(e => e.AttributionId == id && e.Version == 1).SumAsync(e => e.BrutCentimes))).ShouldBe(250_000);
        (await chef.Page("/suivi")).QuerySelector("main")!.TextContent.ShouldContain("remplace Anne Sophie Kervella");
        (await chef.Page("/stsweb")).QuerySelector("main")!.TextContent.ShouldContain("remplace du 16 janvier 2027");
    }

    [Theory, SurLesDeuxBases]
    public async Task Retour_PlusTot_RendLesJours_EtAnnuler_RendTout(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        var (id, linh) = (await Validee(serveur), await Remplacante(serveur));
        using var chef = await serveur.Visiteur("principal@demo.neuvieme.fr");
        await chef.Cliquer($"/suivi/interrompre/{id}", "Voir ce que cela change", Remplacer(linh, "2027-01-16", ""));
        await chef.EnvoyerFormulaire($"/suivi/interrompre/{id}", Remplacer(linh, "2027-01-16", ""));
        await Viser(serveur);

        // Sans fin connue : jusqu'au bout. 138,89 + 4 × 277,78 + 277,76 = 1 527,77.
        (await serveur.Lire(db => db.Echeances.Where(e => e.AttributionId == id && !e.Beneficiaire!.Titulaire).SumAsync(e => e.BrutCentimes))).ShouldBe(152_777);

        // Elle revient le 11 mars : mars se partage 10/30 (92,59) et 20/30 (185,19).
        await chef.Cliquer($"/suivi/interrompre/{id}", "Noter le retour", ("le", "2027-03-11"));
        (await serveur.Lire(db => db.Echeances.Where(e => e.AttributionId == id && !e.Beneficiaire!.Titulaire).SumAsync(e => e.BrutCentimes))).ShouldBe(152_777);
        await Viser(serveur);
        (await Dues(serveur, id, titulaire: false)).ShouldBe(["202701 202701 13889", "202702 202702 27778", "202703 202703 9259"]);

        (await chef.Cliquer($"/suivi/interrompre/{id}", "Annuler la ligne", ("motif", "Erreur de personne"))).QuerySelector("main")!.TextContent.ShouldContain("la ligne vaut jusqu’au visa du rectorat");
        (await Dues(serveur, id, titulaire: false)).ShouldNotBeEmpty();
        await Viser(serveur);
        (await Dues(serveur, id, titulaire: false)).ShouldBeEmpty();
        (await serveur.Lire(db => db.Echeances.Where(e => e.AttributionId == id).SumAsync(e => e.BrutCentimes))).ShouldBe(250_000);
        (await serveur.Lire(db => db.VersionsEcheancier.CountAsync(v => v.AttributionId == id))).ShouldBe(4);
        (await serveur.Lire(db => db.Interruptions.CountAsync(i => i.AnnuleeUtc == null))).ShouldBe(0);
    }

    [Theory, SurLesDeuxBases]
    public async Task Conge_GardeSaProportion_EtSaNatureNEstDiteQuAuChef(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        var id = await Validee(serveur);
        using var chef = await serveur.Visiteur("principal@demo.neuvieme.fr");

        await chef.EnvoyerFormulaire($"/suivi/interrompre/{id}", ("Saisie.Quoi", "Absence"), ("Saisie.Nature", "MaladieOrdinaire"), ("Saisie.Du", "2027-01-01"), ("Saisie.Au", "2027-01-31"), ("Saisie.SansCarence", "true"));

        // Congé accordé depuis le 1er mars 2025 : 90 % (R079) ; 277,78 × 0,9 = 250,00.
        (await Dues(serveur, id, titulaire: true))[3].ShouldBe("202701 202701 25000");
        (await chef.Page($"/suivi/interrompre/{id}")).QuerySelector("main")!.TextContent.ShouldContain("congé de maladie ordinaire, du 1er janvier 2027");
        foreach (var page in (string[])["/suivi", "/stsweb", "/journal"])
        {
            (await chef.Page(page)).Body!.TextContent.ShouldNotContain("maladie");
        }

        (await serveur.Lire(db => db.Journal.AnyAsync(j => j.Apres.Contains("aladie")))).ShouldBeFalse();
        (await serveur.Lire(db => db.VersionsEcheancier.AnyAsync(v => v.Explication.Contains("aladie")))).ShouldBeFalse();
    }

    [Theory, SurLesDeuxBases]
    public async Task Arret_GardeLesJoursTenus_EtLeDit(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        var id = await Validee(serveur);
        using var chef = await serveur.Visiteur("principal@demo.neuvieme.fr");

        var prevue = await chef.Cliquer($"/suivi/interrompre/{id}", "Voir ce que cela change", ("Saisie.Quoi", "Arret"), ("Saisie.Du", "2027-01-15"), ("Saisie.Fondement", "ConditionNonRemplie"), ("Saisie.Motif", "Elle ne l’exerce plus."));
        prevue.QuerySelector("main")!.TextContent.ShouldContain("aucun texte ne dit ce qui reste dû");
        await chef.CliquerSur(prevue, "Enregistrer ce changement");
        (await serveur.Lire(db => db.Echeances.Where(e => e.AttributionId == id).SumAsync(e => e.BrutCentimes))).ShouldBe(250_000);
        await Viser(serveur);

        // 3 × 277,78 + 15/30 de 277,78 = 972,23.
        (await serveur.Lire(db => db.Echeances.Where(e => e.AttributionId == id).SumAsync(e => e.BrutCentimes))).ShouldBe(97_223);
    }

    [Theory, SurLesDeuxBases]
    public async Task SaisiesFautives_SontExpliquees_EtRienNEstEcrit(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        var (id, linh) = (await Validee(serveur), await Remplacante(serveur));
        var titulaire = await serveur.Lire(db => db.Attributions.Where(a => a.Id == id).Select(a => a.AgentId!.Value).SingleAsync());
        using var chef = await serveur.Visiteur("principal@demo.neuvieme.fr");
        async Task Refuse(string phrase, params (string, string)[] champs) =>
            (await chef.EnvoyerFormulaire($"/suivi/interrompre/{id}", champs)).QuerySelector("main")!.TextContent.ShouldContain(phrase);

        await Refuse("Dites ce qui arrive", ("Saisie.Du", "2027-01-01"));
        await Refuse("Donnez le premier jour", ("Saisie.Quoi", "Arret"), ("Saisie.Du", ""));
        await Refuse("nature du congé", ("Saisie.Quoi", "Absence"), ("Saisie.Du", "2027-01-01"));
        await Refuse("ne se remplace pas elle-même", Remplacer(titulaire, "2027-01-01", "2027-01-31"));
        await Refuse("Choisissez qui remplace", Remplacer(999_999, "2027-01-01", "2027-01-31"));
        var sansCompte = await serveur.Lire(db => db.Affectations.Where(a => a.Uai == Demonstration.College && a.Presente && a.Agent!.CompteId == null && a.AgentId != titulaire).Select(a => a.AgentId).FirstAsync());
        await Refuse("n’a pas de compte pour répondre elle-même", [.. Remplacer(sansCompte, "2027-01-01", "2027-01-31")[..4], ("Saisie.AccordLe", ""), ("Saisie.Motif", "essai")]);
        await Refuse("L’accord est dans le futur", [.. Remplacer(linh, "2027-01-01", "2027-01-31")[..4], ("Saisie.AccordLe", "2027-01-01"), ("Saisie.Motif", "essai")]);
        await Refuse("ne commence qu’une fois donné", Remplacer(linh, "2026-09-01", "2026-09-30"));
        await Refuse("Écrivez pourquoi la personne", ("Saisie.Quoi", "Arret"), ("Saisie.Du", "2027-01-15"));
        await Refuse("inverser les deux dates", Remplacer(linh, "2027-02-28", "2027-01-16"));
        await Refuse("sort de l'année scolaire", Remplacer(linh, "2027-01-16", "2027-09-01"));
        (await serveur.Lire(db => db.Interruptions.CountAsync())).ShouldBe(0);
        (await serveur.Lire(db => db.VersionsEcheancier.CountAsync(v => v.AttributionId == id))).ShouldBe(1);

        // Un onglet resté ouvert ne s'ajoute pas à ce qu'il n'a pas vu.
        var ouvert = await chef.Page($"/suivi/interrompre/{id}");
        await chef.EnvoyerFormulaire($"/suivi/interrompre/{id}", Remplacer(linh, "2027-01-16", "2027-01-31"));
        (await chef.Soumettre(ouvert, $"/suivi/interrompre/{id}", Remplacer(linh, "2027-02-01", "2027-02-28"))).QuerySelector("main")!.TextContent.ShouldContain("a changé depuis que vous l’avez lue");
        (await serveur.Lire(db => db.Interruptions.CountAsync())).ShouldBe(1);
    }

    [Theory, SurLesDeuxBases]
    public async Task Remplacante_LitSesMois_EtSonAttestation(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        var (id, linh) = (await Validee(serveur), await Remplacante(serveur));
        using var chef = await serveur.Visiteur("principal@demo.neuvieme.fr");
        await chef.EnvoyerFormulaire($"/suivi/interrompre/{id}", Remplacer(linh, "2027-01-16", "2027-02-28"));
        await Viser(serveur);
        var interruption = await serveur.Lire(db => db.Interruptions.Select(i => i.Id).SingleAsync());

        using var remplacante = await serveur.Visiteur("linh.nguyen@demo.neuvieme.fr");
        var page = (await remplacante.Page("/mes-missions")).QuerySelector("main")!.TextContent;
        page.ShouldContain("Vous remplacez Mme Anne Sophie Kervella");
        page.ShouldContain("416,67");

        var pdf = await remplacante.Obtenir($"/suivi/attester/{interruption}");
        pdf.StatusCode.ShouldBe(HttpStatusCode.OK);
        pdf.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        using var titulaire = await serveur.Visiteur("anne.kervella@demo.neuvieme.fr");
        (await titulaire.Obtenir($"/suivi/attester/{interruption}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await titulaire.Page("/mes-missions")).QuerySelector("main")!.TextContent.ShouldNotContain("416,67");
    }

    /// <summary>Enregistré le 22 mars, après le jour limite : janvier et février sont payés à la titulaire ; avril reprend à l'une et rappelle à l'autre.</summary>
    [Theory, SurLesDeuxBases]
    public async Task RemplacementEnregistreApresCoup_NeRecritPasLesPaiesParties(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        var (id, linh) = (await Validee(serveur), await Remplacante(serveur));
        serveur.Temps.Aller(new(2027, 3, 22, 9, 0, 0, TimeSpan.Zero));
        using var chef = await serveur.Visiteur("principal@demo.neuvieme.fr");
        await chef.EnvoyerFormulaire("/comptes/changer", ("Annee", "2026"));

        await chef.EnvoyerFormulaire($"/suivi/interrompre/{id}", Remplacer(linh, "2027-01-16", "2027-02-28"));
        await Viser(serveur);

        (await Dues(serveur, id, titulaire: true)).ShouldBe(["202610 202610 27778", "202611 202611 27778", "202612 202612 27778", "202701 202701 27778", "202702 202702 27778", "202703 202703 27778", "202704 202704 27778", "202705 202705 27778", "202706 202706 27776", "202701 202704 -13889", "202702 202704 -27778"]);
        (await Dues(serveur, id, titulaire: false)).ShouldBe(["202701 202704 13889", "202702 202704 27778"]);
        (await serveur.Lire(db => db.Echeances.Where(e => e.AttributionId == id).SumAsync(e => e.BrutCentimes))).ShouldBe(250_000);
        (await chef.Page("/suivi")).QuerySelector("main")!.TextContent.ShouldContain("416,67\u00A0€ déjà payés, à reprendre sur la paie d’avril 2027");
        using var anne = await serveur.Visiteur("anne.kervella@demo.neuvieme.fr");
        (await anne.Page($"/mes-missions/consulter/{id}")).QuerySelector("main")!.TextContent.ShouldContain("la paie d’avril 2027 reprend 416,67");

        // Annulé en mai : l'une retrouve ce qui lui a été repris en avril, l'autre rend ce qu'elle a reçu.
        serveur.Temps.Aller(new(2027, 5, 20, 9, 0, 0, TimeSpan.Zero));
        using var enMai = await serveur.Visiteur("principal@demo.neuvieme.fr");
        await enMai.EnvoyerFormulaire("/comptes/changer", ("Annee", "2026"));
        await enMai.Cliquer($"/suivi/interrompre/{id}", "Annuler la ligne", ("motif", "Erreur de personne"));
        await Viser(serveur);
        (await Dues(serveur, id, titulaire: true))[^2..].ShouldBe(["202701 202706 13889", "202702 202706 27778"]);
        (await Dues(serveur, id, titulaire: false)).ShouldBe(["202701 202704 13889", "202702 202704 27778", "202701 202706 -13889", "202702 202706 -27778"]);
        using var anneEnMai = await serveur.Visiteur("anne.kervella@demo.neuvieme.fr");
        (await anneEnMai.Page($"/mes-missions/consulter/{id}")).QuerySelector("main")!.TextContent.ShouldContain("la paie de juin 2027 ajoute 416,67");
    }

    [Theory, SurLesDeuxBases]
    public async Task RetraitDeLaDecision_FermeLEcheancierEtCeQuiLuiArrivait(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        var (id, linh) = (await Validee(serveur), await Remplacante(serveur));
        using var chef = await serveur.Visiteur("principal@demo.neuvieme.fr");
        await chef.EnvoyerFormulaire($"/suivi/interrompre/{id}", Remplacer(linh, "2027-01-16", "2027-02-28"));
        await Viser(serveur);
        using var recteur = await serveur.Visiteur("recteur@demo.neuvieme.fr");

        await recteur.EnvoyerFormulaire($"/attributions/revenir/{id}", ("Motif", "Taux hors fourchette."), ("Retrait.Fondement", "Illegale"));

        (await serveur.Lire(db => db.Echeances.CountAsync(e => e.AttributionId == id))).ShouldBe(0);
        (await serveur.Lire(db => db.Interruptions.CountAsync(i => i.AnnuleeUtc == null))).ShouldBe(0);
        (await serveur.Lire(db => db.Echeances.IgnoreQueryFilters().CountAsync(e => e.AttributionId == id))).ShouldBeGreaterThan(9);
    }
}
