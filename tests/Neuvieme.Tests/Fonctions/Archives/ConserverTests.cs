using System.Net;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Fonctions.Archives;
using Neuvieme.Fonctions.Courriels;
using Neuvieme.Fonctions.Parametres;
using Neuvieme.Socle;
using Neuvieme.Tests.Fonctions.Lettres;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.Archives;

/// <summary>Ce qui arrive au terme de sa conservation se dit, s'annonce, et ne s'efface que par un acte, visa en main.</summary>
public class ConserverTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Les lettres de 2026-2027 sans signature se gardent un an après le 31 août 2027 : terme le 31 août 2028, averti soixante jours avant.</summary>
    static readonly DateTimeOffset Avant = new(2028, 7, 1, 8, 0, 0, TimeSpan.Zero);

    static readonly DateTimeOffset Averti = new(2028, 7, 2, 8, 0, 0, TimeSpan.Zero);
    static readonly DateTimeOffset Terme = new(2028, 8, 31, 8, 0, 0, TimeSpan.Zero);

    [Theory, SurLesDeuxBases]
    public async Task Terme_SoixanteJoursAvant_PrevientLeChefEtLeDpoUneFois(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        await serveur.Envoyees(envoyer: false);
        var horloge = new Horloge(serveur.Temps);
        serveur.Temps.Aller(Avant);
        (await serveur.Lire(db => AvertirDuTerme.Deposer(db, horloge, Ct))).ShouldBe(0);

        serveur.Temps.Aller(Averti);
        (await serveur.Lire(db => AvertirDuTerme.Deposer(db, horloge, Ct))).ShouldBe(2);
        (await serveur.Lire(db => AvertirDuTerme.Deposer(db, horloge, Ct))).ShouldBe(0);

        var courriels = await serveur.Lire(db => db.Courriels.AsNoTracking().Where(c => c.Genre == GenreCourriel.Conservation).ToListAsync(Ct));
        courriels.Select(c => c.Adresse).Order(StringComparer.Ordinal).ShouldBe(["auditeur@demo.neuvieme.fr", "principal@demo.neuvieme.fr"]);
        courriels[0].Texte.ShouldContain("31 août 2028");
        using var chef = await serveur.Visiteur(GestesDeSignature.Chef);
        (await chef.Page("/")).Texte().ShouldContain("2 lettres arrivent au terme de leur conservation");
        (await chef.Page("/archives/conserver")).Texte().ShouldContain("dans 60 jours");
        using var auditeur = await serveur.Visiteur("auditeur@demo.neuvieme.fr");
        (await auditeur.Page("/archives/conserver")).Texte().ShouldContain(Demonstration.College);
    }

    [Theory, SurLesDeuxBases]
    public async Task Effacer_AuTermeAvecLeVisa_GardeLaTraceMinimale(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        await serveur.Envoyees(envoyer: false);
        serveur.Temps.Aller(Terme);
        var avant = await serveur.Lire(db => db.Lettres.AsNoTracking().OrderBy(l => l.Id).Select(l => new { l.Sha256, l.Code, l.InstantUtc, l.Etat }).ToListAsync(Ct));
        using var recteur = await serveur.Visiteur("recteur@demo.neuvieme.fr");
        var adresse = $"/archives/effacer?uai={Demonstration.College}&annee=2026&famille=Autres";

        (await recteur.EnvoyerFormulaire(adresse, ("Visa", " "))).Alerte().ShouldContain("visa d’élimination");
        (await serveur.Lire(db => db.Lettres.CountAsync(l => l.EffaceeUtc != null, Ct))).ShouldBe(0);
        (await recteur.EnvoyerFormulaire(adresse, ("Visa", "AD99, visa n° 12 du 15 août 2028"))).QuerySelector("[role=status]")!.TextContent.ShouldContain("effacé");

        var apres = await serveur.Lire(db => db.Lettres.AsNoTracking().OrderBy(l => l.Id).ToListAsync(Ct));
        apres.Select(l => new { l.Sha256, l.Code, l.InstantUtc, l.Etat }).ShouldBe(avant);
        apres.ShouldAllBe(l => l.Pdf.Length == 0 && l.Donnees == "{}" && l.Auteur == "" && l.EffaceeUtc != null);
        (await serveur.Lire(db => db.Journal.Where(j => j.Action == "lettres effacées au terme de leur conservation").Select(j => j.Motif).SingleAsync(Ct))).ShouldContain("visa n° 12");
        using var public_ = serveur.Visiteur();
        (await public_.Page($"/lettres/verifier?code={avant[0].Code}")).Texte().ShouldContain("8 septembre 2026");
        using var chef = await serveur.Visiteur(GestesDeSignature.Chef);
        using var pdf = await chef.Obtenir($"/lettres/telecharger/{await serveur.Eps()}");
        pdf.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await chef.Page($"/lettres/consulter/{await serveur.Eps()}")).Texte().ShouldContain("Effacée le 31 août 2028");
        await recteur.Page(adresse, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Effacer_AvantLeTerme_OuSignee_Refuse()
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite);
        await serveur.Envoyees(envoyer: false);
        serveur.Temps.Aller(Terme.AddDays(-1));
        using var recteur = await serveur.Visiteur("recteur@demo.neuvieme.fr");

        (await recteur.EnvoyerFormulaire($"/archives/effacer?uai={Demonstration.College}&annee=2026&famille=Autres", ("Visa", "visa"))).Alerte().ShouldContain("court jusqu’au 31 août 2028");
        await recteur.Page($"/archives/effacer?uai={Demonstration.College}&annee=2026&famille=Signees", HttpStatusCode.NotFound);
        (await serveur.Lire(db => db.Lettres.CountAsync(l => l.EffaceeUtc != null, Ct))).ShouldBe(0);
        using var chef = await serveur.Visiteur(GestesDeSignature.Chef);
        await chef.Page($"/archives/effacer?uai={Demonstration.College}&annee=2026&famille=Autres", HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Durees_LesDefautsPuisLeChoixDeLAcademie()
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite);
        var jour = new DateOnly(2026, 9, 8);
        var defaut = await serveur.Lire(db => Conservation.DuJour(db, Demonstration.Academie, jour, Ct));
        defaut.ShouldBe(new Conservation(5, 1, 60));
        // Droits acquis jusqu'en juin 2027 : prescrits au 1er janvier 2032 (loi n° 68-1250, art. 1er), avant le 31 août 2032.
        defaut.Terme(2026, Famille.Signees).ShouldBe(new DateOnly(2032, 8, 31));

        await serveur.Lire(async db =>
        {
            await GestesDeSignature.Regler(db, CleParametre.ConservationSignees, 10);
            return 0;
        });
        (await serveur.Lire(db => Conservation.DuJour(db, Demonstration.Academie, jour, Ct))).Terme(2026, Famille.Signees).ShouldBe(new DateOnly(2037, 8, 31));
    }
}
