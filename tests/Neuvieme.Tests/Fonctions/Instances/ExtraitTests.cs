using System.Net;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Fonctions.Instances;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.Instances;

/// <summary>L'extrait du procès-verbal ne dit que ce qui est enregistré ; le reste attend une main.</summary>
public class ExtraitTests
{
    const string Principal = "principal@demo.neuvieme.fr";

    static Task<byte[]> Pdf(Visiteur chef, long id) => chef.Http.GetByteArrayAsync($"/instances/extrait/{id}", TestContext.Current.CancellationToken);

    [Theory, SurLesDeuxBases]
    public async Task Extrait_SansAvis_EstUnFormulaireARemplir_PuisDitLAvisEtLuiSeul(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur, db => SansAvis.Retirer(db, Instance.ConseilAdministration));
        using var chef = await serveur.Visiteur(Principal);
        await chef.EnvoyerFormulaire("/instances/preparer?instance=ConseilAdministration", ("SeanceLe", "2026-09-07"));
        var id = long.Parse(chef.Ici.Split('/')[^1]);
        (await chef.Page($"/instances/dossier/{id}")).QuerySelector($"a[href='/instances/extrait/{id}']")!.TextContent.ShouldContain("à remplir");

        var vide = await Outils.TexteSansBlancs(await Pdf(chef, id));
        // Prévue le 7 septembre, la séance n'est pas tenue : aucune date, aucun avis, aucune voix.
        vide.ShouldContain("Séancedu:");
        vide.ShouldNotContain("7septembre2026");
        vide.ShouldNotMatch(@"Pour:\d");
        vide.ShouldContain("Coordinationd’EPS");

        await chef.EnvoyerFormulaire($"/instances/enregistrer?instance=ConseilAdministration&dossierId={id}", ("RenduLe", "2026-09-07"), ("Sens", "Defavorable"), ("Pour", "5"), ("Contre", "11"), ("Abstentions", "2"), ("Membres", "24"), ("Presents", "18"), ("Observations", "Le conseil demande #panic() un report."));

        var rendu = await Pdf(chef, id);
        var texte = await Outils.TexteSansBlancs(rendu);
        foreach (var attendu in (string[])["séancedu7septembre2026", "Membresenexercice:24", "Membresprésents:18", "xDéfavorable", "Pour:5", "Contre:11", "Abstentions:2", "Leconseildemande#panic()unreport.", "Conseild’administration"])
        {
            texte.ShouldContain(attendu);
        }

        texte.ShouldNotContain("xFavorable");
        // Ni l'heure, ni le quorum, ni qui présidait ne sont enregistrés.
        texte.ShouldNotContain("Ouverteà");
        texte.ShouldNotContain("atteint");
        texte.ShouldNotContain("HugoRoussel");
        texte.ShouldNotContain("échanges");
        foreach (var nom in (string[])["KERVELLA", "Kervella", "BENALI", "MOREL", "NGUYEN", "GARCIA"]) texte.ShouldNotContain(nom);
        (await Outils.Lancer("pdfinfo", rendu, "{}")).ShouldMatch(@"Tagged:\s+yes");
    }

    [Fact]
    public async Task Extrait_DUnAutreEtablissementOuDuConseilPedagogique_EstIntrouvable()
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite, async db =>
        {
            foreach (var (uai, instance) in new[] { (Demonstration.Lycee, Instance.ConseilAdministration), (Demonstration.College, Instance.ConseilPedagogique) })
            {
                db.DossiersInstance.Add(new() { Uai = uai, Annee = 2026, Instance = instance, SeanceLe = new(2026, 9, 9), Contenu = "{}", Auteur = "essai extrait", InstantUtc = new(2026, 9, 8, 7, 0, 0, DateTimeKind.Utc) });
            }

            await db.SaveChangesAsync();
        });
        using var chef = await serveur.Visiteur(Principal);
        foreach (var id in await serveur.Lire(db => db.DossiersInstance.Where(d => d.Auteur == "essai extrait").Select(d => d.Id).ToListAsync()))
        {
            using var reponse = await chef.Obtenir($"/instances/extrait/{id}");
            reponse.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }
    }
}
