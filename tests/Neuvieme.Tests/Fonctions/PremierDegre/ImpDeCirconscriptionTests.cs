using System.Net;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Tests.Socle;
using static Neuvieme.Tests.Fonctions.PremierDegre.GestesDuPremierDegre;

namespace Neuvieme.Tests.Fonctions.PremierDegre;

/// <summary>L'IMP du décret n° 2017-965 : accord, lettre, puis décision du recteur ou de l'IA-DASEN ; jamais un conseil, jamais un directeur d'école (regles R002).</summary>
public class ImpDeCirconscriptionTests
{
    static readonly (string, string) Contenu = ("Saisie.Contenu", "Accompagner les écoles");

    [Theory, SurLesDeuxBases]
    public async Task Fil_AccordLettreDecision_SansConseilNiEcheancierInvente(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var ien = await serveur.Visiteur(Ien);
        using var gestion = await serveur.Visiteur(Gestion);
        using var recteur = await serveur.Visiteur(Recteur);
        var id = await Preparer(ien, "PREM-ERUN", await Agent(serveur, Tessier), 125_000, Contenu);

        await Suivre(ien, id, "Demander l’accord");
        await gestion.Page($"/premier-degre/decider/{id}", HttpStatusCode.NotFound);
        await Accorder(serveur, Tessier, id);
        // La lettre précède la décision : sans elle, rien n'est à proposer.
        Boutons(await ien.Page($"/premier-degre/suivre/{id}")).ShouldNotContain("Proposer au recteur");
        await Suivre(ien, id, "Noter la lettre", ("Le", "2026-09-08"));
        await Suivre(ien, id, "Proposer au recteur");
        Boutons(await gestion.Page($"/premier-degre/decider/{id}")).ShouldBe(["Renvoyer pour correction"]);
        Texte(await recteur.Page("/")).ShouldContain("2 IMP du premier degré à décider");
        var page = await recteur.Cliquer($"/premier-degre/decider/{id}", "Valider", ("Par", "Dasen"));

        (await Lue(serveur, id)).ShouldSatisfyAllConditions(m => m.Etat.ShouldBe(EtatAttribution.Validee), m => m.Autorite.ShouldBe(Autorite.Dasen), m => m.DecideeLe.ShouldBe(new DateOnly(2026, 9, 8)));
        (await serveur.Lire(db => db.EcheancesDirectes.CountAsync(e => e.MissionId == id))).ShouldBe(0);
        Texte(page).ShouldNotContain("conseil d’administration", Case.Insensitive);
        using var tessier = await serveur.Visiteur(Tessier);
        // 1 250 × 0,9046975 = 1 130,87 € (precisions 5) ; le décret dit « chaque mois », pas en combien de fois.
        var sienne = Texte(await tessier.Page($"/premier-degre/ma-mission/{id}"));
        sienne.ShouldContain("1 130,87 €");
        sienne.ShouldContain("aucun échéancier n’est calculé");
        sienne.ShouldContain("Validée par l’IA-DASEN");
    }

    [Theory, SurLesDeuxBases]
    public async Task Enveloppe_UneImpLibre_DeuxMilleCinqCentsNYTiennentPas(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var ien = await serveur.Visiteur(Ien);
        // Quatre IMP notifiées, deux validées, une proposée : une reste.
        var id = await Preparer(ien, "PREM-ERSEH", await Agent(serveur, Tessier), 250_000, Contenu);

        Texte(await Suivre(ien, id, "Demander l’accord")).ShouldContain("1 250 € · 1 IMP libres sur 5 000 € · 4 IMP, et cette mission en demande 2 500 € · 2 IMP");

        (await Lue(serveur, id)).Etat.ShouldBe(EtatAttribution.EnPreparation);
    }

    [Theory, SurLesDeuxBases]
    public async Task Ponctuelle_PayeeUneFois_ApresServiceFait(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var ien = await serveur.Visiteur(Ien);
        using var recteur = await serveur.Visiteur(Recteur);
        var id = await Preparer(ien, "PREM-ERUN", await Agent(serveur, Tessier), 125_000, Contenu, ("Saisie.Duree", "Ponctuelle"), ("Saisie.Debut", "2026-09-10"), ("Saisie.Fin", "2026-09-20"));
        await Suivre(ien, id, "Demander l’accord");
        await Accorder(serveur, Tessier, id);
        await Suivre(ien, id, "Noter la lettre", ("Le", "2026-09-08"));
        await Suivre(ien, id, "Proposer au recteur");
        await recteur.Cliquer($"/premier-degre/decider/{id}", "Valider");
        serveur.Temps.Aller(new(2026, 9, 25, 9, 0, 0, TimeSpan.Zero));
        using var plusTard = await serveur.Visiteur(Ien);

        Texte(await Suivre(plusTard, id, "Constater le service fait", ("Le", "2026-09-15"))).ShouldContain("une fois la mission exercée");
        await Suivre(plusTard, id, "Constater le service fait", ("Le", "2026-09-22"));

        // Attesté après le 10 : la paie d'octobre (precisions 9).
        (await serveur.Lire(db => db.EcheancesDirectes.Where(e => e.MissionId == id).Select(e => $"{e.Paie} {e.BrutCentimes} {e.NetEstimeCentimes}").ToListAsync())).ShouldBe(["202610 125000 113087"]);
    }

    [Theory]
    [InlineData("Saisie.Echelon", "Ecole", "La mission est celle d'une école")]
    [InlineData("Saisie.DejaPayee", "true", "déjà indemnisé")]
    [InlineData("Saisie.DejaPayee", "", "Dire si l'agent reçoit déjà")]
    [InlineData("Saisie.Contenu", "", "Écrivez d’abord ce qui est attendu")]
    public async Task DemanderLAccord_CeQueLeDroitRefuse_EstExplique(string champ, string valeur, string phrase)
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite);
        using var ien = await serveur.Visiteur(Ien);
        (string, string)[] champs = champ == "Saisie.Contenu" ? [] : [Contenu];
        var page = await ien.EnvoyerFormulaire("/premier-degre/preparer?code=PREM-ERUN",
            [("Saisie.AgentId", $"{await Agent(serveur, Tessier)}"), ("Saisie.Centimes", "125000"), .. champs, .. champ == "Saisie.DejaPayee" ? Array.Empty<(string, string)>() : [("Saisie.DejaPayee", "false")], (champ, valeur)]);
        var id = long.Parse(ien.Ici.Split('/')[^1]);

        page = await Suivre(ien, id, "Demander l’accord");

        Texte(page).ShouldContain(phrase);
        (await Lue(serveur, id)).Etat.ShouldBe(EtatAttribution.EnPreparation);
    }

    /// <summary>Une mission que l'autorité académique n'a pas définie n'ouvre pas droit.</summary>
    [Fact]
    public async Task AutreMission_NonDefinieParLAutorite_Refusee()
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite);
        using var ien = await serveur.Visiteur(Ien);
        var id = await Preparer(ien, "PREM-AUTRE", await Agent(serveur, Tessier), 125_000, Contenu, ("Saisie.DefinieParAutorite", "false"));

        Texte(await Suivre(ien, id, "Demander l’accord")).ShouldContain("L'autorité académique n'a pas défini cette mission");
    }
}
