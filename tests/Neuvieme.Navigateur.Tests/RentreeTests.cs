using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Navigateur.Tests;

/// <summary>
/// La rentrée d'un collège, du fichier STSWeb au bordereau : chaque étape par la personne à qui elle revient, chaque page
/// regardée à la largeur où on l'ouvre. Rejouée sans JavaScript, elle aboutit au même point.
/// </summary>
public class RentreeTests(Chromium chromium, ModeleDeDemo modele)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Rentree_DuFichierStswebAuBordereau(bool javaScript)
    {
        await using var site = await modele.Servir(vierge: true);
        await CollegeVierge.Poser(site.Fichier);
        await using var chef = await Entrer(site, CollegeVierge.Chef, 1280, javaScript);

        await Importer(chef);
        await CollegeVierge.OuvrirLeCompteDeGarcia(site.Fichier);
        await using (var gestion = await Entrer(site, CollegeVierge.Gestion, 1280, javaScript))
        {
            await Notifier(gestion);
        }

        await Repartir(chef);
        await RendreLesAvis(chef);
        await DemanderLAccord(chef);
        await using (var agent = await Entrer(site, CollegeVierge.Garcia, 390, javaScript))
        {
            await Accepter(agent);
        }

        await Proposer(chef);
        await using (var recteur = await Entrer(site, CollegeVierge.Recteur, 1280, javaScript))
        {
            await Valider(recteur);
        }

        await EtablirLaLettre(chef);
        await VoirLesNeufMois(chef);
        await PreparerLaSaisie(chef);
        await using (var agent = await Entrer(site, CollegeVierge.Garcia, 390, javaScript))
        {
            await SuivreSaMission(agent);
        }

        await using var db = Connexion.Ouvrir(site.Fichier);
        (await db.Journal.OrderBy(e => e.Id).Select(e => e.Action).ToListAsync(TestContext.Current.CancellationToken)).ShouldBe(
        [
            "import STSWeb", "enveloppe notifiée", "mission ajoutée", "avis enregistré", "avis enregistré",
            "accord demandé", "accord donné", "proposée au rectorat", "validée par le rectorat", "lettre établie",
        ]);
    }

    async Task<Personne> Entrer(SiteDeDemo site, string courriel, int largeur, bool javaScript)
    {
        var fenetre = await chromium.Fenetre(site.Adresse, largeur, javaScript);
        var ecran = await Ecran.Ouvrir(fenetre);
        await ecran.SeConnecter(courriel);
        return new(fenetre, ecran, Examine: javaScript);
    }

    static async Task Importer(Personne chef)
    {
        await chef.Aller("/personnels/importer");
        await chef.Page.GetByLabel("Fichier sts_emp_").SetInputFilesAsync(new FilePayload { Name = CollegeVierge.NomDuFichier, MimeType = "text/xml", Buffer = CollegeVierge.ExportStsweb() });
        await chef.Cliquer("Voir ce qui changerait");
        await chef.Voit("apercu de l’import", "3 dans le fichier", "Inés GARCIA", "Direction");
        await chef.Cliquer("Importer");
        await chef.Voit("import termine", "Import terminé", "2 personnes ajoutées");
    }

    static async Task Notifier(Personne gestion)
    {
        await gestion.Aller($"/enveloppes/notifier?uai={CollegeVierge.Uai}");
        await gestion.Page.GetByLabel("Nombre d’IMP").FillAsync("2");
        await gestion.Page.GetByLabel("Motif").FillAsync("Dotation initiale");
        await gestion.Cliquer("Notifier");
        await gestion.Voit("enveloppe notifiee", "2 IMP notifiées (2 500 €)");
    }

    static async Task Repartir(Personne chef)
    {
        await chef.Aller("/enveloppes");
        await chef.Voit("enveloppe", "2 IMP notifiées (2 500 €)", "Dotation initiale");
        await chef.Aller("/repartition");
        await chef.Cliquer("Ajouter une mission");
        await chef.Voit("nomenclature", "Référent culture");
        await chef.Cliquer("Référent culture");
        await chef.Page.GetByLabel("Personne pressentie").SelectOptionAsync(new SelectOptionValue { Label = "GARCIA Inés · ESPAGNOL" });
        // Référent culture : 625 € est le taux usuel (table V2).
        await chef.Page.GetByLabel("Taux annuel").SelectOptionAsync("62500");
        await chef.Cliquer("Contrôler sans enregistrer");
        await chef.Voit("mission controlee", "625 € · ½ IMP · taux 002");
        await chef.Cliquer("Enregistrer");
        await chef.Voit("repartition", "La répartition est enregistrée", "Mme Inés GARCIA", "625 €");
    }

    static async Task RendreLesAvis(Personne chef)
    {
        foreach (var (instance, jour) in ((string, string)[])[("ConseilPedagogique", "2026-05-12"), ("ConseilAdministration", "2026-05-26")])
        {
            await chef.Aller("/instances/enregistrer?instance=" + instance);
            await chef.Page.GetByLabel("Rendu le").FillAsync(jour);
            await chef.Page.GetByLabel("Pour", new() { Exact = false }).First.FillAsync("14");
            await chef.Cliquer("Enregistrer l’avis");
        }

        await chef.Voit("instances", "12 mai 2026", "26 mai 2026", "avis favorable");
    }

    static async Task DemanderLAccord(Personne chef)
    {
        await chef.Aller("/attributions");
        await chef.Cliquer("Demander l’accord des personnes cochées");
        await chef.Voit("accord demande", "1 accord demandé", "Accord en attente");
    }

    static async Task Accepter(Personne agent)
    {
        await agent.Voit("mes missions", "Référent culture", "Votre accord est demandé");
        await agent.Cliquer("Lire et répondre");
        // Table V1 : 625 € font 69,44 € par mois, environ 62,82 € nets.
        await agent.Voit("ma mission", "69,44 €", "62,82 €", "octobre 2026", "juin 2027");
        await agent.Cliquer("Je donne mon accord");
        await agent.Voit("accord donne", "Votre accord est enregistré");
    }

    static async Task Proposer(Personne chef)
    {
        await chef.Aller("/attributions");
        await chef.Voit("a proposer", "À proposer au rectorat");
        await chef.Cliquer("Proposer au rectorat les lignes cochées");
        await chef.Voit("proposee", "1 attribution proposée", "Au rectorat");
    }

    static async Task Valider(Personne recteur)
    {
        await recteur.Aller("/attributions/instruire");
        await recteur.Cliquer("Collège d’essai");
        await recteur.Voit("instruction", "Mme Inés GARCIA", "625 €");
        // Rien n'est coché d'avance : le rectorat choisit ce qu'il décide. La case du thème se dessine sur l'étiquette.
        await recteur.Page.Locator("input[name=Lignes]").First.CheckAsync(new() { Force = true });
        await recteur.Cliquer("Valider…");
        await recteur.Voit("apercu", "Valider 1 proposition : 625 € par an");
        await recteur.Cliquer("Valider la proposition");
        await recteur.Voit("validee", "1 proposition validée", "Aucune proposition de cet établissement n’attend");
    }

    static async Task EtablirLaLettre(Personne chef)
    {
        await chef.Aller("/lettres");
        await chef.Cliquer("Établir la lettre");
        await chef.Voit("lettres", "version 1");
        var pdf = await chef.Telecharger("(PDF)");
        pdf.AsSpan(0, 5).ToArray().ShouldBe("%PDF-"u8.ToArray());
        pdf.Length.ShouldBeGreaterThan(5_000);
    }

    static async Task VoirLesNeufMois(Personne chef)
    {
        await chef.Aller("/suivi");
        // Table V1 : huit mois à 69,44 €, le neuvième à 69,48 €, 625 € en tout, 565,42 € nets.
        await chef.Voit("suivi", "octobre", "juin", "2027", "69,44 €", "69,48 €", "625,00 €", "565,42 €");
    }

    static async Task PreparerLaSaisie(Personne chef)
    {
        await chef.Aller("/stsweb");
        await chef.Voit("bordereau", "GARCIA", "002", "½ IMP");
        var classeur = await chef.Telecharger("Classeur (XLSX)");
        classeur.AsSpan(0, 2).ToArray().ShouldBe("PK"u8.ToArray());
    }

    static async Task SuivreSaMission(Personne agent)
    {
        await agent.Cliquer("Référent culture");
        await agent.Voit("ma mission validee", "Validée par Maud Recteur", "Neuf versements, d’octobre 2026 à juin 2027");
        await agent.Cliquer("Ma lettre de mission");
        await agent.Voit("ma lettre", "établie, pas encore envoyée");
        (await agent.Telecharger("Lire la lettre (PDF)")).AsSpan(0, 5).ToArray().ShouldBe("%PDF-"u8.ToArray());
    }
}

/// <summary>Quelqu'un dans sa fenêtre ; chaque page qu'il regarde est examinée, sauf sans JavaScript où axe ne peut pas tourner.</summary>
sealed record Personne(IBrowserContext Fenetre, Ecran Ecran, bool Examine) : IAsyncDisposable
{
    public IPage Page => Ecran.Page;

    public Task Aller(string adresse) => Ecran.Aller(adresse);

    public Task Cliquer(string texte) => Ecran.Cliquer(texte);

    public async Task Voit(string nom, params string[] textes)
    {
        var vu = (await Ecran.Texte()).Replace('\u00a0', ' ').Replace('\u202f', ' ');
        foreach (var texte in textes)
        {
            // La feuille de style met des mots en capitales : on compare sans la casse.
            vu.ShouldContain(texte, Case.Insensitive, $"{nom} ({Page.Url}) :\n{vu}");
        }

        if (Examine)
        {
            await Ecran.Examiner(nom);
        }
    }

    public async Task<byte[]> Telecharger(string lien)
    {
        var cible = Page.Locator("main").GetByRole(AriaRole.Link, new() { Name = lien }).First;
        var telechargement = await Page.RunAndWaitForDownloadAsync(() => cible.ClickAsync());
        return await File.ReadAllBytesAsync(await telechargement.PathAsync());
    }

    public async ValueTask DisposeAsync() => await Fenetre.DisposeAsync();
}
