using System.Text;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Courriels.Envoyer;
using Neuvieme.Fonctions.MissionsDirectes;
using Neuvieme.Fonctions.Seances;
using Neuvieme.Tests.Fonctions.Lettres;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.Seances;

/// <summary>Une part de remplacement de courte durée fait 18 heures (décret n° 2023-627 ; note du 22 septembre 2025) : déclarées par la personne, confirmées par le chef.</summary>
public class SeancesTests
{
    const string Chef = "principal@demo.neuvieme.fr";

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>La part de remplacement de la démonstration, confiée et acceptée fin août 2026.</summary>
    static async Task<(long Id, string Courriel)> Part(ServeurDeTest serveur)
    {
        var part = await serveur.Lire(db => db.MissionsDirectes.Where(m => m.Code == "PAC-RCD" && m.Uai == Demonstration.College).Select(m => new { m.Id, m.Agent!.Courriel, m.Etat }).SingleAsync(Ct));
        if (part.Etat != EtatAttribution.Validee)
        {
            using var chef = await serveur.Visiteur(Chef);
            await chef.Cliquer($"/parts/suivre/{part.Id}", "Confier la mission");
        }

        return (part.Id, part.Courriel!);
    }

    static (string, string)[] Saisie(long mission, string jour, string debut, string classe = "4e B", string remplace = "Mme Absente", int demiHeures = 2) =>
        [("MissionId", $"{mission}"), ("Le", jour), ("Debut", debut), ("DemiHeures", $"{demiHeures}"), ("Classe", classe), ("Remplace", remplace)];

    static Task<List<(EtatSeance Etat, int Demi)>> Lues(ServeurDeTest serveur) => serveur.Lire(async db => (await db.Seances.OrderBy(s => s.Le).ThenBy(s => s.Debut).Select(s => new { s.Etat, s.DemiHeures }).ToListAsync(Ct)).ConvertAll(s => (s.Etat, s.DemiHeures)));

    [Theory, SurLesDeuxBases]
    public async Task Declarer_PuisConfirmerLaSemaine_PuisLeCompteEstJuste(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        var (id, courriel) = await Part(serveur);
        serveur.Temps.Aller(new(2026, 9, 18, 9, 0, 0, TimeSpan.Zero));
        using var personne = await serveur.Visiteur(courriel);
        using var chef = await serveur.Visiteur(Chef);

        foreach (var (jour, debut) in new[] { ("2026-09-14", "08:00"), ("2026-09-14", "09:00"), ("2026-09-17", "15:30") })
        {
            (await personne.EnvoyerFormulaire("/mes-seances", Saisie(id, jour, debut))).Texte().ShouldContain("C’est déclaré : 1 heure");
        }

        // 3 heures sur 18 ; il en reste 15.
        (await personne.Page("/mes-seances")).Texte().ShouldMatch(@"3 heures sur 18\s*; il en reste 15 heures");
        (await chef.Page("/")).Texte().ShouldContain("3 heures du Pacte à confirmer");
        var attend = await serveur.Lire(db => CeQuiAttend.Lire(db, new(2026, 9, 18), new(2026), Ct));
        attend.SelectMany(x => x).ShouldContain(t => t.Contains("3 heures du Pacte à confirmer") && t.EndsWith("/seances", StringComparison.Ordinal));
        var semaine = await chef.Page("/seances");
        semaine.Texte().ShouldContain("Semaine du 14 septembre 2026");
        semaine.Texte().ShouldContain("pour Mme Absente");
        (await chef.CliquerSur(semaine, "Confirmer les séances cochées")).Texte().ShouldContain("3 séances confirmées");
        (await Lues(serveur)).ShouldAllBe(s => s.Etat == EtatSeance.Confirmee);
        (await personne.Page("/mes-seances")).Texte().ShouldContain("3 heures sur 18, toutes confirmées");
        // La page du chef restée ouverte ne confirme pas deux fois.
        (await chef.CliquerSur(semaine, "Confirmer les séances cochées")).Texte().ShouldContain("rien n’est fait");

        using var csv = await chef.Obtenir("/seances/telecharger");
        var lignes = Encoding.UTF8.GetString(await csv.Content.ReadAsByteArrayAsync(Ct)).Split("\r\n");
        lignes[0].ShouldBe("\uFEFFNom;Prénom;Part;Jour;Début;Durée;Classe;Remplace;État;Motif");
        lignes[3].ShouldContain(";17/09/2026;15 h 30;1 heure;4e B;Mme Absente;confirmée;");
        var journal = await serveur.Lire(db => db.Journal.Where(j => j.Objet == $"mission-directe:{id}").OrderByDescending(j => j.Rang).Select(j => j.Action).Take(4).ToListAsync(Ct));
        journal.ShouldBe(["séances confirmées", "séance déclarée", "séance déclarée", "séance déclarée"]);
    }

    [Theory]
    [InlineData("2026-09-19", "08:00", "n’a pas encore eu lieu")]
    [InlineData("2025-09-15", "08:00", "n’est pas de l’année 2026-2027")]
    [InlineData("2026-09-13", "08:00", "est un dimanche")]
    [InlineData("2026-09-14", "06:30", "à 7 h au plus tôt")]
    [InlineData("2026-09-14", "19:30", "finit à 20 h au plus tard")]
    [InlineData("2026-09-14", "25:00", "à 7 h au plus tôt")]
    [InlineData("14/09/2026", "08:00", "Donnez le jour")]
    [InlineData("2026-09-14", "08:00", "Nommez la classe", " ")]
    [InlineData("2026-09-14", "08:00", "Dites qui vous avez remplacé", "4e B", "")]
    [InlineData("2026-09-14", "08:00", "On ne se remplace pas soi-même", "4e B", "MOI")]
    [InlineData("2026-09-14", "08:00", "d’une demi-heure à quatre heures", "4e B", "Mme Absente", 9)]
    [InlineData("2026-09-14", "08:00", "d’une demi-heure à quatre heures", "4e B", "Mme Absente", 0)]
    [InlineData("2026-08-03", "08:00", "n’est pas de l’année")]
    public async Task Declarer_DateHeureOuPersonneImpossible_RefuseEtGardeLaSaisie(string jour, string debut, string refus, string classe = "4e B", string remplace = "Mme Absente", int demiHeures = 2)
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite);
        var (id, courriel) = await Part(serveur);
        serveur.Temps.Aller(new(2026, 9, 18, 9, 0, 0, TimeSpan.Zero));
        using var personne = await serveur.Visiteur(courriel);
        var moi = await serveur.Lire(db => db.MissionsDirectes.Where(m => m.Id == id).Select(m => m.Agent!).SingleAsync(Ct));

        var page = await personne.EnvoyerFormulaire("/mes-seances", Saisie(id, jour, debut, classe, remplace == "MOI" ? moi.NomComplet.ToUpperInvariant() : remplace, demiHeures));

        page.Texte().ShouldContain(refus);
        (await Lues(serveur)).ShouldBeEmpty();
        page.QuerySelector("#Debut")!.GetAttribute("value").ShouldBe(debut);
        page.QuerySelector("#Classe")!.GetAttribute("value").ShouldBe(classe);
    }

    /// <summary>L'armistice tombe un mercredi en 2026.</summary>
    [Theory, SurLesDeuxBases]
    public async Task Declarer_JourFerieChevauchementOuTotalDepasse_RefuseEnDisantLAutre(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        var (id, courriel) = await Part(serveur);
        serveur.Temps.Aller(new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero));
        using var personne = await serveur.Visiteur(courriel);

        (await personne.EnvoyerFormulaire("/mes-seances", Saisie(id, "2026-11-11", "08:00"))).Texte().ShouldContain("est l'armistice de 1918");
        await personne.EnvoyerFormulaire("/mes-seances", Saisie(id, "2026-11-16", "08:00", demiHeures: 3));
        (await personne.EnvoyerFormulaire("/mes-seances", Saisie(id, "2026-11-16", "09:00"))).Texte().ShouldContain("Vous avez déjà déclaré, ce jour-là, 1,5 heure à 8 h 00");
        // 1,5 heure faite ; quatre fois quatre heures en font 17,5 sur 18 : une heure de plus ne tient pas, une demi-heure si.
        foreach (var jour in new[] { "2026-11-02", "2026-11-03", "2026-11-04", "2026-11-05" })
        {
            await personne.EnvoyerFormulaire("/mes-seances", Saisie(id, jour, "08:00", demiHeures: 8));
        }

        (await personne.EnvoyerFormulaire("/mes-seances", Saisie(id, "2026-11-17", "08:00"))).Texte().ShouldContain("Il reste 0,5 heure sur 18 heures");
        await personne.EnvoyerFormulaire("/mes-seances", Saisie(id, "2026-11-17", "08:00", demiHeures: 1));
        (await Lues(serveur)).Sum(s => s.Demi).ShouldBe(36);
        (await personne.Page("/mes-seances")).QuerySelector("form[action='/mes-seances']").ShouldBeNull("tout est déclaré");
    }

    /// <summary>Deux envois au même instant : le total de la lettre tient, et deux séances ne se chevauchent pas.</summary>
    [Theory, SurLesDeuxBases]
    public async Task DoubleEnvoi_UneSeuleSeance(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        var (id, courriel) = await Part(serveur);
        serveur.Temps.Aller(new(2026, 9, 18, 9, 0, 0, TimeSpan.Zero));
        using var un = await serveur.Visiteur(courriel);
        using var deux = await serveur.Visiteur(courriel);

        await Task.WhenAll(un.EnvoyerFormulaire("/mes-seances", Saisie(id, "2026-09-14", "08:00")), deux.EnvoyerFormulaire("/mes-seances", Saisie(id, "2026-09-14", "08:00")));

        (await Lues(serveur)).ShouldBe([(EtatSeance.Declaree, 2)]);
    }

    [Theory, SurLesDeuxBases]
    public async Task Ecarter_AvecUnMotif_LaPersonneLeLit_EtPeutRedeclarer(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        var (id, courriel) = await Part(serveur);
        serveur.Temps.Aller(new(2026, 9, 18, 9, 0, 0, TimeSpan.Zero));
        using var personne = await serveur.Visiteur(courriel);
        using var chef = await serveur.Visiteur(Chef);
        await personne.EnvoyerFormulaire("/mes-seances", Saisie(id, "2026-09-14", "08:00"));
        var seance = await serveur.Lire(db => db.Seances.Select(s => s.Id).SingleAsync(Ct));

        (await chef.EnvoyerFormulaire($"/seances/ecarter?id={seance}", ("Motif", " "))).Texte().ShouldContain("Dites pourquoi");
        await chef.EnvoyerFormulaire($"/seances/ecarter?id={seance}", ("Motif", "La 4e B était en sortie <b>"));

        (await personne.Page("/mes-seances")).Texte().ShouldContain("La 4e B était en sortie <b>");
        var courriels = await serveur.Lire(db => db.Courriels.Where(c => c.Objet == "Une heure déclarée n’est pas retenue").Select(c => new { c.Adresse, c.Texte }).ToListAsync(Ct));
        courriels.ShouldHaveSingleItem().Adresse.ShouldBe(courriel);
        courriels[0].Texte.ShouldNotContain("sortie");
        await personne.EnvoyerFormulaire("/mes-seances", Saisie(id, "2026-09-14", "08:00", "4e C"));
        (await Lues(serveur)).Select(s => s.Etat).ShouldBe([EtatSeance.Ecartee, EtatSeance.Declaree], ignoreOrder: true);
    }

    /// <summary>Retirée tant qu'elle n'est pas confirmée ; après, seul le chef l'écarte. Celle d'un autre n'existe pas.</summary>
    [Theory, SurLesDeuxBases]
    public async Task Retirer_AvantLaConfirmationSeulement(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        var (id, courriel) = await Part(serveur);
        serveur.Temps.Aller(new(2026, 9, 18, 9, 0, 0, TimeSpan.Zero));
        using var personne = await serveur.Visiteur(courriel);
        using var autre = await serveur.Visiteur("anne.kervella@demo.neuvieme.fr");
        using var chef = await serveur.Visiteur(Chef);
        await personne.EnvoyerFormulaire("/mes-seances", Saisie(id, "2026-09-14", "08:00"));
        await personne.EnvoyerFormulaire("/mes-seances", Saisie(id, "2026-09-15", "08:00"));
        var page = await personne.Page("/mes-seances");
        using var corps = new FormUrlEncodedContent([new("__RequestVerificationToken", (await autre.Page("/mes-seances")).QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!), new("id", $"{await serveur.Lire(db => db.Seances.Select(s => s.Id).FirstAsync(Ct))}"), new("version", "0")]);
        using var refus = await autre.Http.PostAsync(new Uri("/mes-seances/retirer", UriKind.Relative), corps, Ct);
        (await refus.Content.ReadAsStringAsync(Ct)).ShouldContain("n’est plus là");

        await personne.CliquerSur(page, "Retirer la séance du 15 septembre 2026");
        (await Lues(serveur)).Count.ShouldBe(1);
        await chef.Cliquer("/seances", "Confirmer les séances cochées");

        (await personne.CliquerSur(page, "Retirer la séance du 14 septembre 2026")).Texte().ShouldContain("elle ne se retire plus");
        (await Lues(serveur)).ShouldBe([(EtatSeance.Confirmee, 2)]);
    }
}
