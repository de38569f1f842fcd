using System.Text;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Droit;
using Neuvieme.Droit.ImpSecondDegre;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Repartition;
using Neuvieme.Fonctions.Stsweb;
using Neuvieme.Fonctions.Stsweb.Saisir;
using Neuvieme.Socle;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.Stsweb;

public class SaisirTests
{
    const string Bouton = "C’est saisi dans STSWeb";

    [Theory, SurLesDeuxBases]
    public async Task Saisir_EnLot_CompteFiltreEtDuDesMoisEchus(Base sur)
    {
        // EPS 2 500 € et mathématiques 1 250 € sont validées au collège. Mi-novembre, seule la paie d'octobre est passée :
        // 2 500 / 9 = 277,78 € et 1 250 / 9 = 138,89 €, soit 416,67 € ; une seule saisie n'en doit que 277,78.
        await using var serveur = await ServeurDeTest.Demo(sur);
        serveur.Temps.Aller(new(2026, 11, 15, 9, 0, 0, TimeSpan.Zero));
        using var chef = await serveur.Visiteur("principal@demo.neuvieme.fr");
        var (eps, mathematiques) = (await Ligne(serveur, "IMP-APSA"), await Ligne(serveur, "IMP-DISC"));
        Texte(await chef.Page("/")).ShouldContain("2 lignes à saisir dans STSWeb");

        Texte(await chef.Cliquer("/stsweb", Bouton, eps)).ShouldContain("1 ligne saisie sur 2 (2 IMP sur 3) · 1 reste à saisir");
        Legende(await chef.Page("/enveloppes")).ShouldContain("dont payé (dû au titre des mois échus) 277,78\u00a0€");
        (await chef.Page("/stsweb?filtre=ASaisir")).QuerySelectorAll("tbody tr").Length.ShouldBe(1);
        Csv(await chef.Http.GetByteArrayAsync("/stsweb/telecharger?format=csv&filtre=ASaisir", TestContext.Current.CancellationToken)).ShouldNotContain("KERVELLA");
        Csv(await chef.Http.GetByteArrayAsync("/stsweb/telecharger?format=csv", TestContext.Current.CancellationToken)).ShouldContain("15/11/2026, Hugo Roussel");

        await chef.Cliquer("/stsweb?filtre=ASaisir", Bouton, mathematiques);
        chef.Ici.ShouldBe("/stsweb?filtre=ASaisir");
        var legende = Legende(await chef.Page("/enveloppes"));
        legende.ShouldContain("validé 3");
        legende.ShouldContain("dont saisi 3");
        legende.ShouldContain("dont payé (dû au titre des mois échus) 416,67\u00a0€");
        Texte(await chef.Page("/")).ShouldNotContain("à saisir dans STSWeb");
        (await serveur.Lire(async db =>
        {
            var plan = await Plan.Charger(db, await db.Etablissements.SingleAsync(e => e.Uai == Demonstration.College), new(2026), new(2026, 11, 15), CancellationToken.None);
            return plan.Attributions.Where(plan.EstSaisie).Select(a => a.Mission!.Code).Order().ToArray();
        })).ShouldBe(["IMP-APSA", "IMP-DISC"]);
    }

    [Theory, SurLesDeuxBases]
    public async Task Annuler_AvecMotif_ResteASaisirEtHistoriqueGarde(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var chef = await serveur.Visiteur("principal@demo.neuvieme.fr");
        await chef.Cliquer("/stsweb", Bouton, await Ligne(serveur, "IMP-APSA"));

        Alerte(await chef.Cliquer("/stsweb", "Annuler la saisie", ("motif", "  "))).ShouldContain("Dites pourquoi");
        var ouverte = await chef.Page("/stsweb");
        Texte(await chef.CliquerSur(ouverte, "Annuler la saisie", ("motif", "mauvais écran"))).ShouldContain("« mauvais écran »");
        Alerte(await chef.CliquerSur(ouverte, "Annuler la saisie", ("motif", "encore"))).ShouldContain("déjà annulée, par Hugo Roussel : « mauvais écran »");

        Legende(await chef.Page("/enveloppes")).ShouldContain("dont saisi 0");
        await chef.Cliquer("/stsweb", Bouton, await Ligne(serveur, "IMP-APSA"));
        (await serveur.Lire(db => db.SaisiesSts.OrderBy(s => s.Id).Select(s => s.AnnuleeUtc == null).ToListAsync())).ShouldBe([false, true]);
    }

    [Theory, SurLesDeuxBases]
    public async Task Saisir_DeuxPersonnesALaFois_UneSeuleSaisie(Base sur)
    {
        await using var laBase = await BaseDeTest.Creer(sur, demo: true);
        LigneLue lue;
        await using (var db = laBase.Ouvrir())
        {
            lue = await db.Attributions.Where(a => a.Mission!.Code == "IMP-APSA").Select(a => new LigneLue(a.Id, a.Version)).SingleAsync(TestContext.Current.CancellationToken);
        }

        var resultats = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(async () =>
        {
            await using var db = laBase.Ouvrir();
            var college = await db.Etablissements.SingleAsync(e => e.Uai == Demonstration.College);
            return await new SaisirDansSts([lue]).Executer(db, college, new(2026), new Auteur(null, $"P{i}", "Chef d’établissement", TempsDeTest.Rentree.UtcDateTime, new(2026, 9, 8)));
        })));

        resultats.ShouldAllBe(r => r.Count == 0);
        await using var lecture = laBase.Ouvrir();
        (await lecture.SaisiesSts.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(1);
        (await lecture.Journal.CountAsync(j => j.Action == "saisie dans STSWeb", TestContext.Current.CancellationToken)).ShouldBe(1);
    }

    [Theory, SurLesDeuxBases]
    public async Task Saisir_UneLigneDuLotPerimeeOuNonValidee_AucuneNEstEcrite(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var chef = await serveur.Visiteur("principal@demo.neuvieme.fr");
        var eps = await Ligne(serveur, "IMP-APSA");
        var perimee = eps with { Valeur = eps.Valeur.Split('.')[0] + ".0" };
        var proposee = await Ligne(serveur, "IMP-NUM");
        var duLycee = await serveur.Ligne(await serveur.Lire(db => db.Attributions.Where(a => a.Uai == Demonstration.Lycee && a.Etat == EtatAttribution.Validee).Select(a => a.Id).FirstAsync()));

        foreach (var (fautive, attendu) in new[] { (perimee, "a changé depuis"), (proposee, "n’est plus au bordereau"), (duLycee, "n’est plus au bordereau"), (("Lignes", "999999.1"), "n’est plus au bordereau") })
        {
            Alerte(await chef.Cliquer("/stsweb", Bouton, await Ligne(serveur, "IMP-DISC"), fautive)).ShouldContain(attendu);
        }

        Alerte(await chef.Cliquer("/stsweb", Bouton)).ShouldContain("Cochez au moins une ligne");
        (await serveur.Lire(db => db.SaisiesSts.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public void LigneTapee_FaceAuBordereauChange_DitQuelChamp()
    {
        var ligne = new LigneBordereau { Reference = "R1", Nom = "Été", Prenom = "Zoé", Identifiant = "epp 1", Fonction = "ENS", Mission = "Culture", Taux = TauxImp.DeCode("003")!, Effet = new(2026, 9, 1), Fin = new(2027, 8, 31), Duree = Duree.AnneeEntiere };

        var relue = LigneTapee.Lire(LigneTapee.Ecrire(ligne));

        Bordereau.Comparer([relue], [ligne]).ShouldBeEmpty();
        Bordereau.Comparer([relue], [ligne with { Taux = TauxImp.DeCode("002")!, Fin = new(2027, 7, 6) }]).Single().Changements
            .ShouldBe(["taux : 003 → 002", "montant : 1\u202F250,00\u00A0€ → 625,00\u00A0€", "date de fin : 31/08/2027 → 06/07/2027"]);
    }

    static Task<(string Nom, string Valeur)> Ligne(ServeurDeTest serveur, string code) => serveur.Lire(async db =>
    {
        var a = await db.Attributions.SingleAsync(a => a.Uai == Demonstration.College && a.Mission!.Code == code);
        return ("Lignes", LigneLue.De(a).ToString());
    });

    static string Texte(IHtmlDocument page) => page.QuerySelector("main")!.TextContent;

    static string Alerte(IHtmlDocument page) => page.QuerySelector("[role=alert]")?.TextContent ?? "";

    static string[] Legende(IHtmlDocument page) => [.. page.QuerySelectorAll(".n-legende li").Select(l => l.TextContent.Trim())];

    static string Csv(byte[] octets) => Encoding.UTF8.GetString(octets);
}
