using System.Net;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Droit;
using Neuvieme.Droit.ImpSecondDegre;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Personnels;
using Neuvieme.Socle;
using Neuvieme.Tests.Socle;
using Mission = Neuvieme.Fonctions.Repartition.Mission;

namespace Neuvieme.Tests.Fonctions.Attributions;

/// <summary>La file du rectorat : qui s'en charge, ce qui attend, ce qu'on décide et ce sur quoi on revient.</summary>
public class InstruireTests
{
    const string Recteur = "recteur@demo.neuvieme.fr", Gestion = "gestion@demo.neuvieme.fr", Principal = "principal@demo.neuvieme.fr";

    static Task<Attribution> Lire(ServeurDeTest serveur, long id) => serveur.Lire(db => db.Attributions.AsNoTracking().SingleAsync(a => a.Id == id));

    static Task<long> Proposee(ServeurDeTest serveur, string uai) =>
        serveur.Lire(db => db.Attributions.Where(a => a.Uai == uai && a.Etat == EtatAttribution.Proposee).Select(a => a.Id).SingleAsync());

    static string Texte(AngleSharp.Dom.IDocument page) => page.QuerySelector("main")!.TextContent.Replace('\u00a0', ' ').Replace('\u202f', ' ');

    [Theory, SurLesDeuxBases]
    public async Task File_PriseEnChargeAttenteNoteEtRecherche(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var gestion = await serveur.Visiteur(Gestion);
        using var chef = await serveur.Visiteur(Principal);
        var (college, lycee) = (await Proposee(serveur, Demonstration.College), await Proposee(serveur, Demonstration.Lycee));

        await gestion.Cliquer("/attributions/instruire", "Prendre en charge", ("Ids", $"{college}.0"));
        var miennes = await gestion.Page("/attributions/instruire?vue=Miennes");
        miennes.QuerySelectorAll($"a[href='/attributions/examiner/{college}']").Length.ShouldBe(1);
        miennes.QuerySelectorAll($"a[href='/attributions/examiner/{lycee}']").Length.ShouldBe(0);

        await gestion.EnvoyerFormulaire($"/attributions/examiner/{college}", ("MotifAttente", "Inventaire du parc demandé"), ("AttendreJusquAu", "2026-12-01"));
        Texte(await gestion.Page("/attributions/instruire?vue=EnAttente")).ShouldContain("Inventaire du parc demandé");
        await gestion.EnvoyerFormulaire($"/attributions/examiner/{college}", ("Texte", "Vu avec la DSI <b>"), ("Importante", "true"));
        Texte(await gestion.Page("/attributions/instruire")).ShouldContain("note importante");

        // L'établissement ne lit rien de ce travail, ni dans ses pages ni dans son journal ; l'académie en garde la trace.
        foreach (var page in (string[])["/attributions", "/journal", "/"])
        {
            var lu = Texte(await chef.Page(page));
            lu.ShouldNotContain("Inventaire du parc");
            lu.ShouldNotContain("Vu avec la DSI");
        }

        (await serveur.Lire(db => db.Journal.Where(j => j.Portee == "academie:99" && j.Objet.StartsWith("proposition:")).Select(j => j.Action).ToListAsync()))
            .ShouldBe(["dossier pris en charge", "mise en attente", "note d’instruction"]);
        var reference = Attribution.ReferenceDe(2026, lycee);
        (await gestion.Page($"/attributions/instruire?recherche={reference}")).QuerySelectorAll("tbody tr").Length.ShouldBe(1);
        Texte(await gestion.Page("/attributions/instruire?recherche=introuvable")).ShouldContain("Aucune proposition ici");
    }

    [Theory]
    [InlineData("/attributions/examiner/{0}")]
    [InlineData("/attributions/revenir/{0}")]
    public async Task Dossier_DUneAutreAcademie_EstIntrouvable(string adresse)
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite, async db =>
        {
            db.Academies.Add(new() { Code = "98", Libelle = "voisine" });
            await db.SaveChangesAsync();
            await db.Etablissements.Where(e => e.Uai == Demonstration.Lycee).ExecuteUpdateAsync(e => e.SetProperty(x => x.AcademieCode, "98"));
        });
        using var recteur = await serveur.Visiteur(Recteur);
        var id = await serveur.Lire(db => db.Attributions.Where(a => a.Uai == Demonstration.Lycee && a.Etat == EtatAttribution.Validee).Select(a => a.Id).FirstAsync());

        await recteur.Page(string.Format(adresse, id), HttpStatusCode.NotFound);
        await recteur.Cliquer("/attributions/instruire", "Prendre en charge", ("Ids", $"{id}.0"));
        (await serveur.Lire(db => db.Instructions.CountAsync())).ShouldBe(0);
    }

    /// <summary>Un refus porte un code pour compter et un texte pour comprendre ; un motif de retour n'en est pas un.</summary>
    [Theory, SurLesDeuxBases]
    public async Task Refuser_MotifCodeEtTexte_LuParLaPersonne_EtEnveloppeRendue(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var recteur = await serveur.Visiteur(Recteur);
        using var chef = await serveur.Visiteur(Principal);
        var id = await Proposee(serveur, Demonstration.College);

        (await serveur.Refuser(recteur, id, MotifRectorat.Incomplet, "essai")).QuerySelector("[role=alert]")!.TextContent.ShouldContain("Choisissez le motif");
        await serveur.Refuser(recteur, id, MotifRectorat.BesoinNonEtabli, "Le parc est géré par la collectivité.");

        var refusee = await Lire(serveur, id);
        (refusee.Etat, refusee.CodeMotif).ShouldBe((EtatAttribution.Refusee, MotifRectorat.BesoinNonEtabli));
        Texte(await chef.Page("/attributions")).ShouldContain("le besoin de service n’est pas établi — Le parc est géré par la collectivité.");
    }

    [Theory, SurLesDeuxBases]
    public async Task Revenir_SurUneValidation_RetireLesVersements_EtLaLettreNeSeMontrePlus(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var recteur = await serveur.Visiteur(Recteur);
        using var agent = await serveur.Visiteur("anne.kervella@demo.neuvieme.fr");
        var id = await serveur.Lire(db => db.Attributions.Where(a => a.Uai == Demonstration.College && a.Mission!.Code == "IMP-APSA").Select(a => a.Id).SingleAsync());
        await serveur.Lire(async db =>
        {
            db.Lettres.Add(new() { AttributionId = id, Numero = 1, Sha256 = new('a', 64), Pdf = [37, 80, 68, 70], Donnees = "{}", InstantUtc = DateTime.UtcNow, Auteur = "essai" });
            return await db.SaveChangesAsync();
        });
        (await agent.Obtenir($"/lettres/telecharger/{id}")).StatusCode.ShouldBe(HttpStatusCode.OK);

        var page = await recteur.Page($"/attributions/revenir/{id}");
        // 2 500 € en neuf versements : table V1.
        Texte(page).ShouldContain("9 versements programmés seront retirés : 2 500 € brut");
        (await recteur.EnvoyerFormulaire($"/attributions/revenir/{id}", ("Motif", " "))).QuerySelector("[role=alert]")!.TextContent.ShouldContain("Écrivez pourquoi");
        await recteur.EnvoyerFormulaire($"/attributions/revenir/{id}", ("Motif", "Validée par erreur avant le contrôle des heures."), ("Retrait.Fondement", "Illegale"));

        (await Lire(serveur, id)).Etat.ShouldBe(EtatAttribution.Proposee);
        (await serveur.Lire(db => db.Echeances.CountAsync(e => e.AttributionId == id))).ShouldBe(0);
        Texte(await agent.Page($"/mes-missions/consulter/{id}")).ShouldContain("Validée par erreur avant le contrôle des heures");
        (await agent.Obtenir($"/lettres/telecharger/{id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await recteur.Obtenir($"/lettres/telecharger/{id}")).StatusCode.ShouldBe(HttpStatusCode.OK);

        await serveur.Valider(recteur, id);
        (await serveur.Lire(db => db.Echeances.Where(e => e.AttributionId == id).SumAsync(e => e.BrutCentimes))).ShouldBe(250_000);
    }

    /// <summary>CRPA, art. L. 242-1 et L. 242-4 : illégale et dans les quatre mois, ou à la demande de la personne pour une décision plus favorable.</summary>
    [Theory, SurLesDeuxBases]
    public async Task Revenir_SurUneValidation_DemandeCeQuiLePermet(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var avant = await serveur.Visiteur(Recteur);
        var id = await serveur.Lire(db => db.Attributions.Where(a => a.Uai == Demonstration.College && a.Mission!.Code == "IMP-APSA").Select(a => a.Id).SingleAsync());
        var page = $"/attributions/revenir/{id}";

        (await avant.EnvoyerFormulaire(page, ("Motif", "Nous avons changé d’avis."))).QuerySelector("[role=alert]")!.TextContent.ShouldContain("Dire ce qui permet de revenir");
        var prise = Horloge.AParis((await Lire(serveur, id)).InstruiteLe!.Value);
        serveur.Temps.Aller(new(prise.AddMonths(4).AddDays(1), new(9, 0), TimeSpan.Zero));
        using var recteur = await serveur.Visiteur(Recteur);
        (await recteur.EnvoyerFormulaire(page, ("Motif", "Le seuil n’était pas atteint."), ("Retrait.Fondement", "Illegale"))).QuerySelector("[role=alert]")!.TextContent.ShouldContain("ne se retire plus d'office");
        (await recteur.EnvoyerFormulaire(page, ("Motif", "Elle préfère un taux plus haut."), ("Retrait.Fondement", "DemandeDeLaPersonne"), ("Retrait.DemandeLe", $"{prise:O}")))
            .QuerySelector("[role=alert]")!.TextContent.ShouldContain("plus favorable");
        (await Lire(serveur, id)).Etat.ShouldBe(EtatAttribution.Validee);

        await recteur.EnvoyerFormulaire(page, ("Motif", "Elle préfère un taux plus haut."), ("Retrait.Fondement", "DemandeDeLaPersonne"), ("Retrait.DemandeLe", $"{prise:O}"), ("Retrait.PlusFavorable", "true"));
        var reprise = await Lire(serveur, id);
        reprise.Etat.ShouldBe(EtatAttribution.Proposee);
        reprise.MotifInstruction.ShouldContain("Retrait à la demande écrite de la personne");
    }

    /// <summary>CRPA, art. L. 242-3 et L. 242-2 : tenu d'y revenir si elle est illégale, dans les quatre mois ; une condition qui n'est plus remplie ne vaut que pour l'avenir.</summary>
    [Theory, SurLesDeuxBases]
    public async Task Revenir_ALaDemandeSurUneDecisionIllegale_DansLesQuatreMois(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var recteur = await serveur.Visiteur(Recteur);
        var id = await serveur.Lire(db => db.Attributions.Where(a => a.Uai == Demonstration.College && a.Mission!.Code == "IMP-APSA").Select(a => a.Id).SingleAsync());
        var page = $"/attributions/revenir/{id}";
        var prise = Horloge.AParis((await Lire(serveur, id)).InstruiteLe!.Value);

        // Le formulaire ne la propose pas ; envoyée quand même, elle est refusée.
        (await recteur.EnvoyerFormulaire(page, ("Motif", "Elle ne l’exerce plus."), ("Retrait.Fondement", "ConditionNonRemplie"))).QuerySelector("[role=alert]")!.TextContent.ShouldContain("arrêter la mission à sa date");
        await recteur.EnvoyerFormulaire(page, ("Motif", "Le seuil n’était pas atteint."), ("Retrait.Fondement", "DemandeDeLaPersonne"), ("Retrait.DemandeLe", $"{prise:O}"), ("Retrait.Illegale", "true"));

        var reprise = await Lire(serveur, id);
        reprise.Etat.ShouldBe(EtatAttribution.Proposee);
        reprise.MotifInstruction.ShouldContain("art. L. 242-3");
    }

    /// <summary>La paie dépend de ce qui est saisi : le retour attend que l'établissement note que la saisie est retirée.</summary>
    [Theory, SurLesDeuxBases]
    public async Task Revenir_SurUneAttributionSaisie_EstRefuse(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var recteur = await serveur.Visiteur(Recteur);
        using var chef = await serveur.Visiteur(Principal);
        var id = await serveur.Lire(db => db.Attributions.Where(a => a.Uai == Demonstration.College && a.Mission!.Code == "IMP-APSA").Select(a => a.Id).SingleAsync());
        var ouverte = await recteur.Page($"/attributions/revenir/{id}");
        await chef.Cliquer("/stsweb", "C’est saisi dans STSWeb", await serveur.Ligne(id));

        // Dite d'emblée à qui arrive, et refusée à qui avait déjà la page ouverte.
        (await recteur.Page($"/attributions/revenir/{id}")).QuerySelectorAll("textarea").ShouldBeEmpty();
        var page = await recteur.Soumettre(ouverte, $"/attributions/revenir/{id}", ("Motif", "Erreur"), ("Retrait.Fondement", "Illegale"));

        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain("déjà saisie dans STSWeb");
        (await Lire(serveur, id)).Etat.ShouldBe(EtatAttribution.Validee);
        (await serveur.Lire(db => db.Echeances.CountAsync(e => e.AttributionId == id))).ShouldBe(9);
    }

    [Theory, SurLesDeuxBases]
    public async Task Revenir_SurUnRefus_QuandLEnveloppeAServi_EstRefuse(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var recteur = await serveur.Visiteur(Recteur);
        using var gestion = await serveur.Visiteur(Gestion);
        var id = await Proposee(serveur, Demonstration.College);
        await serveur.Refuser(recteur, id, MotifRectorat.Autre, "Essai");
        // Le rectorat reprend tout ce que le refus a libéré : engagé 5,5 IMP sur 8 après le refus de 2 IMP (démonstration), il en reprend 2,5.
        var libre = await serveur.Lire(async db => 32 - (await db.Attributions.Where(a => a.Uai == Demonstration.College).ToListAsync()).Where(a => a.Etat.Engage()).Sum(a => (int)(a.Centimes / 31_250)));
        await gestion.EnvoyerFormulaire($"/enveloppes/notifier?uai={Demonstration.College}", ("Imp", $"-{libre / 4m}".Replace('.', ',')), ("Motif", "Reprise"));

        var page = await recteur.EnvoyerFormulaire($"/attributions/revenir/{id}", ("Motif", "Finalement oui"));

        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain("employée depuis");
        (await Lire(serveur, id)).Etat.ShouldBe(EtatAttribution.Refusee);
    }

    [Theory, SurLesDeuxBases]
    public async Task Apercu_EstUneAdresse_QueSeulQuiDecideOuvre(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var recteur = await serveur.Visiteur("recteur@demo.neuvieme.fr");
        using var gestion = await serveur.Visiteur("gestion@demo.neuvieme.fr");
        var id = await serveur.Lire(db => db.Attributions.Where(a => a.Etat == EtatAttribution.Proposee && a.Uai == Demonstration.College).Select(a => a.Id).FirstAsync());
        await serveur.Apercu(recteur, "Valider", id);
        var adresse = recteur.Ici;

        (await recteur.Page(adresse)).QuerySelectorAll("button").ShouldContain(b => b.TextContent.Contains("Valider la proposition", StringComparison.Ordinal));
        await gestion.Page(adresse, HttpStatusCode.Forbidden);
    }

    [Theory, SurLesDeuxBases]
    public async Task Apercu_LigneImpossible_EstLaisseeDeCote(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var recteur = await serveur.Visiteur(Recteur);
        var id = await Proposee(serveur, Demonstration.College);
        await serveur.Lire(db => db.Affectations.Where(a => a.Agent!.Id == db.Attributions.First(x => x.Id == id).AgentId).ExecuteUpdateAsync(a => a.SetProperty(x => x.Presente, false)));

        var apercu = await serveur.Apercu(recteur, "Valider", id);

        Texte(apercu).ShouldContain("1 ligne laissée de côté");
        apercu.QuerySelectorAll("button").ShouldNotContain(b => b.TextContent.StartsWith("Valider la"));
    }

    [Theory, SurLesDeuxBases]
    public async Task ValiderSansRemarque_ValideLesPropres_TireLaPremiere_EtLaisseLesNotes(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var recteur = await serveur.Visiteur(Recteur);
        var (college, lycee) = (await Proposee(serveur, Demonstration.College), await Proposee(serveur, Demonstration.Lycee));
        await recteur.EnvoyerFormulaire($"/attributions/examiner/{lycee}", ("Texte", "À lire"), ("Importante", "true"));

        var page = await recteur.Page("/attributions/valider-sans-remarque");
        page.QuerySelectorAll("input[name=Uais]").Select(c => c.GetAttribute("value")).ShouldBe([Demonstration.College]);
        await recteur.CliquerSur(page, "Valider les dossiers sans remarque", ("Uais", Demonstration.College));

        var validee = await Lire(serveur, college);
        validee.Etat.ShouldBe(EtatAttribution.Validee);
        validee.MotifInstruction.ShouldContain("contrôles automatiques passés");
        (await Lire(serveur, lycee)).Etat.ShouldBe(EtatAttribution.Proposee);
        (await serveur.Lire(db => db.Echeances.CountAsync(e => e.AttributionId == college))).ShouldBe(9);
        Texte(await recteur.Page("/attributions/instruire?vue=ARecontroler")).ShouldContain("à relire");
        await recteur.Cliquer($"/attributions/examiner/{college}", "Relu : conforme");
        (await serveur.Lire(db => db.Instructions.SingleAsync(i => i.AttributionId == college))).Recontrole.ShouldBe(Recontrole.Conforme);
    }

    /// <summary>Le premier toujours ; 10 % d'une centaine : le 1er, le 11e… le 91e, soit dix ; 0 % : le premier seul ; 100 % : tous.</summary>
    [Theory]
    [InlineData(10, 100, 10)]
    [InlineData(0, 100, 1)]
    [InlineData(100, 100, 100)]
    [InlineData(50, 3, 2)]
    public void Tirage_DeLaPart(int part, int dossiers, int tires) =>
        Enumerable.Range(0, dossiers).Count(i => Neuvieme.Fonctions.Attributions.ValiderSansRemarque.ValiderLesSansRemarque.EstTire(i, part)).ShouldBe(tires);

    /// <summary>Cinquante établissements de plus, deux cents propositions de plus : la file et le compte des « sans remarque » ne font pas une requête de plus.</summary>
    [Theory]
    [SurLesDeuxBases("/attributions/instruire")]
    [SurLesDeuxBases("/attributions/valider-sans-remarque")]
    public async Task File_NombreDeRequetes_NeSuitPasLesLignes(Base sur, string adresse)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var recteur = await serveur.Visiteur(Recteur);
        await recteur.Page(adresse);
        using var compteur = await CompteurDeRequetes.Sur(serveur.Chaine);
        var avant = await Compter(compteur, recteur, adresse);
        await serveur.Lire(async db =>
        {
            for (var i = 0; i < 50; i++)
            {
                var uai = $"099{i:0000}X";
                db.Etablissements.Add(new() { Uai = uai, Denomination = "Collège " + i, AcademieCode = Demonstration.Academie, NatureCode = "340", Secteur = Secteur.Public });
                var agent = new Agent { Uai = uai, TypeSts = "epp", IdSts = $"{i}", NomUsage = "NOM" + i, Prenom = "Prénom", Fonction = Fonction.Enseignant };
                agent.Affectations.Add(new() { Uai = uai, Annee = 2026 });
                var mission = new Mission { Uai = uai, Annee = 2026, Code = "IMP-CULT", Intitule = "Culture " + i, HeuresEstimees = 18 };
                for (var j = 0; j < 4; j++)
                {
                    var a = new Attribution { Uai = uai, Annee = 2026, Agent = agent, Centimes = 62_500 };
                    var auteur = new Neuvieme.Socle.Auteur(null, "essai", "", new(2026, 9, 1, 8, 0, 0, DateTimeKind.Utc), new(2026, 9, 1));
                    foreach (var action in (ActionAttribution[])[ActionAttribution.DemanderAccord, ActionAttribution.Accorder, ActionAttribution.Proposer])
                    {
                        a.Passer(action, auteur).ShouldBeNull();
                    }

                    mission.Attributions.Add(a);
                }

                db.Missions.Add(mission);
            }

            return await db.SaveChangesAsync();
        });

        (await Compter(compteur, recteur, adresse)).ShouldBe(avant);
    }

    static async Task<int> Compter(CompteurDeRequetes compteur, Visiteur visiteur, string adresse)
    {
        var avant = compteur.Nombre;
        await visiteur.Page(adresse);
        compteur.Nombre.ShouldBeGreaterThan(avant);
        return compteur.Nombre - avant;
    }
}
