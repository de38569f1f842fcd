using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Lettres;
using Neuvieme.Fonctions.Lettres.Suivre;
using Neuvieme.Fonctions.Parametres;
using Neuvieme.Socle;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.Lettres;

/// <summary>La lettre facultative, le rappel à la main, et ce que la liste garde des lettres privées d'effet.</summary>
public class FacultativeTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    static Task Facultative(Neuvieme.Socle.BaseDeDonnees.NeuviemeDb db) => GestesDeSignature.Regler(db, CleParametre.LettreFacultative, 1);

    [Theory, SurLesDeuxBases]
    public async Task Facultative_RienNEstAttenduSansDemande_EtLAccordReste(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur, Facultative);
        using var chef = await serveur.Visiteur(GestesDeSignature.Chef);
        using var anne = await serveur.Visiteur(GestesDeSignature.Anne);
        var eps = await serveur.Eps();
        (await chef.Page("/")).Texte().ShouldNotContain("de mission à établir");

        (await anne.Cliquer($"/mes-missions/consulter/{eps}", "Je demande une lettre")).Texte().ShouldContain("Vous en demandez une");
        (await chef.Page("/")).Texte().ShouldContain("1 lettre de mission à établir — la personne la demande");
        (await chef.Page("/lettres")).Texte().ShouldContain("1 personne la demande");

        (await anne.Cliquer($"/mes-missions/consulter/{eps}", "Je m’en passe")).Texte().ShouldContain("vous en passer");
        (await chef.Page("/")).Texte().ShouldNotContain("de mission à établir");
        var liste = await chef.Page("/lettres");
        liste.Texte().ShouldContain("la personne s’en passe");
        liste.Texte().ShouldContain("Établir la lettre", Case.Sensitive, "celle de l’autre personne, qui n’a rien dit, peut encore s’établir");
        (await serveur.Lire(db => db.Attributions.Where(a => a.Id == eps).Select(a => a.Etat).SingleAsync(Ct))).ShouldBe(EtatAttribution.Validee);
    }

    [Fact]
    public async Task Exigee_LaPersonneNeChoisitPas()
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite);
        using var anne = await serveur.Visiteur(GestesDeSignature.Anne);
        (await anne.Page($"/mes-missions/consulter/{await serveur.Eps()}")).Texte().ShouldNotContain("Une lettre de mission ?");
    }

    [Theory, SurLesDeuxBases]
    public async Task RappelAutomatique_Facultative_SeulementSiDemandee(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur, Facultative);
        var eps = await serveur.Envoyees();
        serveur.Temps.Avancer(TimeSpan.FromDays(5));
        (await serveur.Lire(db => SuivreLesSignatures.Executer(db, new Horloge(serveur.Temps), Ct))).ShouldBe(0);

        await serveur.Lire(async db =>
        {
            db.SouhaitsDeLettre.Add(new() { AttributionId = eps, Veut = true, InstantUtc = serveur.Temps.GetUtcNow().UtcDateTime });
            return await db.SaveChangesAsync(Ct);
        });
        (await serveur.Lire(db => SuivreLesSignatures.Executer(db, new Horloge(serveur.Temps), Ct))).ShouldBe(1);
    }

    [Theory, SurLesDeuxBases]
    public async Task RappelerALaMain_UneFoisParJour(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        var eps = await serveur.Envoyees();
        using var chef = await serveur.Visiteur(GestesDeSignature.Chef);
        (await chef.Cliquer($"/lettres/consulter/{eps}", "Rappeler la personne")).Alerte().ShouldContain("partie aujourd’hui");

        serveur.Temps.Avancer(TimeSpan.FromDays(1));
        using var lendemain = await serveur.Visiteur(GestesDeSignature.Chef);
        (await lendemain.Cliquer($"/lettres/consulter/{eps}", "Rappeler la personne")).QuerySelector("[role=status]")!.TextContent.ShouldContain("Rappel déposé");
        (await lendemain.Cliquer($"/lettres/consulter/{eps}", "Rappeler la personne")).Alerte().ShouldContain("un par jour au plus");

        serveur.Temps.Avancer(TimeSpan.FromDays(1));
        using var surlendemain = await serveur.Visiteur(GestesDeSignature.Chef);
        (await surlendemain.Cliquer($"/lettres/consulter/{eps}", "Rappeler la personne")).QuerySelector("[role=status]")!.TextContent.ShouldContain("Rappel déposé");
        (await serveur.Lire(db => db.EvenementsDeLettre.CountAsync(e => e.Genre == GenreDEvenement.Rappelee, Ct))).ShouldBe(2);
    }

    [Fact]
    public async Task PriveeDEffet_ResteDansLaListeRepliee()
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite);
        var eps = await serveur.Envoyees(envoyer: false);
        await serveur.Lire(async db =>
        {
            var (lettre, auteur) = (await db.Lettres.SingleAsync(l => l.AttributionId == eps, Ct), new Auteur(null, "essai", "essai", serveur.Temps.GetUtcNow().UtcDateTime, new(2026, 9, 8)));
            lettre.PerdreEffet();
            db.EvenementsDeLettre.Add(EvenementDeLettre.De(lettre.Id, GenreDEvenement.SansEffet, auteur));
            return await db.SaveChangesAsync(Ct);
        });
        using var chef = await serveur.Visiteur(GestesDeSignature.Chef);

        var replie = (await chef.Page("/lettres")).QuerySelector("main details")!;

        replie.TextContent.ShouldContain("1 lettre privée d’effet");
        replie.TextContent.ShouldContain("sans effet depuis le 8 septembre 2026");
    }

    [Fact]
    public async Task Lettre_DitLaDecisionEtSaReference_EtUneLettreDAvantResteBonne()
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite);
        using var chef = await serveur.Visiteur(GestesDeSignature.Chef);
        await chef.Cliquer("/lettres", "Établir");
        var lettre = await serveur.Lettre(await serveur.Eps());
        var decision = await serveur.Lire(db => db.Attributions.AsNoTracking().SingleAsync(a => a.Id == lettre.AttributionId, Ct));

        (await Outils.TexteSansBlancs(lettre.Pdf)).ShouldContain(Outils.SansBlancs($"du {Francais.Date(Horloge.AParis(decision.InstruiteLe!.Value))}, réf. {decision.Reference}"));
        var donnees = System.Text.Json.Nodes.JsonNode.Parse(lettre.Donnees)!.AsObject();
        donnees.Remove("decision");
        await serveur.Lire(db => db.Lettres.Where(l => l.Id == lettre.Id).ExecuteUpdateAsync(s => s.SetProperty(l => l.Donnees, donnees.ToJsonString()), Ct));
        (await chef.Page("/lettres")).QuerySelectorAll("form[action='/lettres/etablir']").ShouldBeEmpty();
    }
}
