using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Droit.Versements;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Suivi;
using Neuvieme.Socle;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.Suivi;

/// <summary>
/// Ce qu'un congé dit d'une personne se lit de qui dirige l'établissement, et seulement l'année où il sert. Anne Kervella, 277,78 € par mois ;
/// un mois de maladie ordinaire sans carence en garde 90 %, soit 250,00 €, et l'année 2 472,22 €.
/// </summary>
public class DiscretionTests
{
    const string Chef = "principal@demo.neuvieme.fr";

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    static Task<long> Validee(ServeurDeTest serveur) => serveur.Lire(db => db.Attributions.Where(a => a.Uai == Demonstration.College && a.Etat == EtatAttribution.Validee && a.Centimes == 250_000).Select(a => a.Id).FirstAsync(Ct));

    static async Task<string> Texte(Visiteur visiteur, string url) => (await visiteur.Page(url)).QuerySelector("main")!.TextContent;

    static async Task<long> EnMaladie(ServeurDeTest serveur)
    {
        var id = await Validee(serveur);
        using var chef = await serveur.Visiteur(Chef);
        await chef.EnvoyerFormulaire($"/suivi/interrompre/{id}", ("Saisie.Quoi", "Absence"), ("Saisie.Nature", "MaladieOrdinaire"), ("Saisie.Du", "2027-01-01"), ("Saisie.Au", "2027-01-31"), ("Saisie.SansCarence", "true"), ("Saisie.Motif", "Arrêt reçu."));
        return id;
    }

    static async Task<string> Classeur(Visiteur visiteur)
    {
        using var reponse = await visiteur.Obtenir("/suivi/telecharger");
        using var classeur = new LectureXlsx(await reponse.Content.ReadAsByteArrayAsync(Ct));
        return string.Join('\n', Enumerable.Range(0, classeur.Feuilles.Count).Select(f => classeur.Feuille(f).InnerText));
    }

    [Theory, SurLesDeuxBases]
    public async Task Secretariat_NeLitNiLaNature_NiLesMontantsQuElleReduit(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var secretariat = await serveur.Visiteur("secretariat@demo.neuvieme.fr");
        (await Texte(secretariat, "/suivi")).ShouldNotContain("non communiqué");
        (await Classeur(secretariat)).ShouldContain("2500");

        await EnMaladie(serveur);

        var ligne = (await secretariat.Page("/suivi")).QuerySelectorAll("tbody tr").Single(l => l.TextContent.Contains("Kervella", StringComparison.OrdinalIgnoreCase)).TextContent;
        ligne.ShouldContain("non communiqué");
        ligne.ShouldNotContain("€");
        // Le total de tous dirait celui d'une seule.
        (await secretariat.Page("/suivi")).QuerySelector("tfoot")!.TextContent.ShouldNotContain("€");
        var classeur = await Classeur(secretariat);
        classeur.ShouldContain("non communiqué");
        classeur.ShouldNotContain("2472.22");
        foreach (var adresse in (string[])["/suivi", "/stsweb", "/", "/personnels"])
        {
            (await Texte(secretariat, adresse)).ShouldNotContain("maladie", Case.Insensitive, adresse);
        }

        // Ni par le total payé de la jauge.
        (await Texte(secretariat, "/")).ShouldContain("non communiqué");
        (await Texte(secretariat, "/repartition")).ShouldContain("non communiqué");

        using var chef = await serveur.Visiteur(Chef);
        (await Texte(chef, "/")).ShouldNotContain("non communiqué");
        (await Texte(chef, "/suivi")).ShouldContain("250,00");
        (await Classeur(chef)).ShouldContain("2472.22");
    }

    [Theory, SurLesDeuxBases]
    public async Task AnneeFinie_LaNatureSEfface_CeQuiEtaitDuReste_EtLeJournalLeDit(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        var id = await EnMaladie(serveur);
        Task<int> Passer() => serveur.Lire(db => EffacerLesConges.Executer(db, new Horloge(serveur.Temps), Ct));
        serveur.Temps.Aller(new(2027, 8, 31, 12, 0, 0, TimeSpan.Zero));
        (await Passer()).ShouldBe(0);

        serveur.Temps.Aller(new(2027, 9, 1, 12, 0, 0, TimeSpan.Zero));
        (await Passer()).ShouldBe(1);
        (await Passer()).ShouldBe(0);

        var conge = await serveur.Lire(db => db.Interruptions.SingleAsync(Ct));
        (conge.Nature, conge.SansCarence, conge.Motif, conge.Du).ShouldBe((NatureConge.Inconnu, false, "", new DateOnly(2027, 1, 1)));
        (await serveur.Lire(db => db.Echeances.Where(e => e.AttributionId == id).SumAsync(e => e.BrutCentimes, Ct))).ShouldBe(247_222);
        (await serveur.Lire(db => db.Journal.CountAsync(j => j.Action == "nature des congés effacée" && j.Auteur.StartsWith("Neuvième"), Ct))).ShouldBe(1);

        using var chef = await serveur.Visiteur(Chef);
        await chef.EnvoyerFormulaire("/comptes/changer", ("Annee", "2026"));
        var page = await Texte(chef, $"/suivi/interrompre/{id}");
        page.ShouldContain("nature effacée le 1er septembre 2027");
        page.ShouldNotContain("congé de maladie ordinaire, du");
        // Sans la nature, rien ne se recalcule : le dire, plutôt qu'échouer.
        (await chef.Cliquer($"/suivi/interrompre/{id}", "Annuler la ligne", ("motif", "essai"))).QuerySelector("main")!.TextContent.ShouldContain("Faites régulariser par la paie");
        (await serveur.Lire(db => db.Echeances.Where(e => e.AttributionId == id).SumAsync(e => e.BrutCentimes, Ct))).ShouldBe(247_222);
    }
}
