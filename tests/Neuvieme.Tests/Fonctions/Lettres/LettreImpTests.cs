using Neuvieme.Droit;
using Neuvieme.Droit.ImpSecondDegre;
using Neuvieme.Fonctions.Lettres.Composer;
using Neuvieme.Socle.Documents;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.Lettres;

public sealed class LettreImpTests(LettreImpTests.Atelier atelier) : IClassFixture<LettreImpTests.Atelier>
{
    public sealed class Atelier : IAsyncDisposable
    {
        public MoteurTypst Moteur { get; } = new();

        public ValueTask DisposeAsync() => Moteur.DisposeAsync();
    }

    static readonly DateOnly Rentree = new(2026, 9, 1);

    static LettreImp Lettre(string code = "IMP-DISC", string taux = "003") => new()
    {
        Reference = "0990001N-2026-001",
        EtablieLe = new(2026, 9, 3),
        Annee = new(2026),
        Etablissement = new("Collège des Neuf Peupliers", ["9 rue des Écoles, 99000 Ville-Test", "UAI 0990001N"], "Académie fictive", Secteur.Public),
        Chef = new("Hugo Roussel"),
        Agent = new("Mme Anne Sophie Kervella", "enseignante, E.P.S", "identifiant STSWeb epp 31762"),
        Fiche = Nomenclature.DeCode(code)!,
        Duree = Duree.AnneeEntiere,
        Taux = TauxImp.DeCode(taux, Rentree)!,
        Echeances = Echeancier.ParNeuviemes(TauxImp.DeCode(taux, Rentree)!.Montant, new(2026)),
        AccordLe = new(2026, 7, 2),
        AvisConseilPedagogique = new(2026, 6, 4),
        AvisConseilAdministration = new(2026, 6, 25),
    };

    async Task<byte[]> Pdf(LettreImp lettre) => await atelier.Moteur.RendreAsync(LettreImp.Modele, lettre.EnJson(), TestContext.Current.CancellationToken);

    [Fact]
    public async Task Lettre_TauxDeBase_DitLesTroisNomsLesNeufVersementsEtLesTextes()
    {
        var texte = await Outils.TexteSansBlancs(await Pdf(Lettre()));
        texte.ShouldContain("1250€·1IMP·taux003");
        // Table V1 de l'échéancier : 1 250 € = 8 × 138,89 € + 138,88 € ; net d'une ligne 138,89 × 0,9046975 = 125,6534…, la dernière 125,6444….
        texte.ShouldContain("octobre2026138,89€125,65€");
        texte.ShouldContain("juin2027138,88€125,64€");
        texte.ShouldContain("Total1250,00€1130,84€");
        texte.ShouldContain("Net(estimation)");
        texte.ShouldContain("sansreconductiontacite");
        foreach (var attendu in (string[])
            ["NORMENH1505021D", "art.1erà4,6,8et9", "MENH1506032C", "2014-940", "donnéle2juillet2026", "4juin2026", "25juin2026", "page1/1", "0990001N-2026-001"])
            texte.ShouldContain(attendu);
    }

    /// <summary>R015 : le statut d'un PEGC est le décret 86-492 ; un CPE n'a pas de service d'enseignement, aucun des deux ne le concerne.</summary>
    [Theory]
    [InlineData(Corps.Pegc, "86-492", "2014-940")]
    [InlineData(Corps.Certifie, "2014-940", "86-492")]
    [InlineData(Corps.Cpe, "2015-475", "2014-940")]
    public async Task Lettre_CiteLeStatutDuCorps_EtLuiSeul(Corps corps, string cite, string tait)
    {
        var texte = await Outils.TexteSansBlancs(await Pdf(Lettre() with { Corps = corps }));
        texte.ShouldContain(cite);
        texte.ShouldNotContain(tait);
    }

    [Fact]
    public async Task Lettre_EstUnPdfUaBaliseTitreEnFrancais()
    {
        var pdf = await Pdf(Lettre());
        var infos = await Outils.Lancer("pdfinfo", pdf, "{}");
        infos.ShouldContain("Title:           Lettre de mission IMP — Mme Anne Sophie Kervella — 2026-2027");
        infos.ShouldMatch(@"Tagged:\s+yes");
        infos.ShouldMatch(@"Pages:\s+1\n");
        infos.ShouldContain("(A4)");
        var structure = await Outils.Lancer("pdfinfo", pdf, "-struct", "{}");
        foreach (var balise in (string[])["H1", "H2", "Table", "THead", "TH", "LI", "LBody"]) structure.ShouldContain(balise);
        await Outils.Lancer("qpdf", pdf, "--check", "{}");
        System.Text.Encoding.Latin1.GetString(pdf).ShouldContain("/Lang (fr");
    }

    [Fact]
    public async Task Lettre_ChaqueMissionDeLaNomenclature_TientSurUnePage()
    {
        foreach (var fiche in Nomenclature.Fiches)
        {
            var pdf = await Pdf(Lettre(fiche.Code, "005"));
            (await Outils.Lancer("pdfinfo", pdf, "{}")).ShouldMatch(@"Pages:\s+1\n", fiche.Code);
        }
    }

    [Fact]
    public async Task Lettre_AvecRaisons_LesDitEnAnnexeAvecLeurTexte_SansBalisage()
    {
        var source = new Source("décret n° 2015-475 du 27 avril 2015", "art. 3", "al. 2", null);
        var pdf = await Pdf(Lettre() with { Raisons = [new("IMP-VERSEMENT", "Neuf versements à partir d'octobre #linebreak()", source, [])] });

        var texte = await Outils.TexteSansBlancs(pdf);
        texte.ShouldContain("Annexe—Pourquoicettemission,cetauxetcesversements");
        texte.ShouldContain("1.Neufversementsàpartird’octobre#linebreak()décretn°2015-475du27avril2015,art.3,al.2");
        (await Outils.Lancer("pdfinfo", pdf, "{}")).ShouldMatch(@"Pages:\s+2\n");
        await Outils.Lancer("qpdf", pdf, "--check", "{}");
    }

    [Theory]
    [InlineData("2026-11-12", "2027-06-30", "ponctuelle,du12novembre2026au30juin2027.")]
    [InlineData("2026-11-12", null, "ponctuelle,àpartirdu12novembre2026.")]
    [InlineData(null, "2027-06-30", "ponctuelle,jusqu’au30juin2027.")]
    [InlineData(null, null, "ponctuelle,aucoursdel’annéescolaire2026-2027.")]
    public async Task Lettre_Ponctuelle_DitSesDates(string? debut, string? fin, string attendu)
    {
        DateOnly? Jour(string? j) => j is null ? null : DateOnly.Parse(j, System.Globalization.CultureInfo.InvariantCulture);
        var lettre = Lettre("IMP-CULT", "002") with { Duree = Duree.Ponctuelle, Debut = Jour(debut), Fin = Jour(fin), Echeances = [] };

        (await Outils.TexteSansBlancs(await Pdf(lettre))).ShouldContain(attendu);
    }

    [Fact]
    public async Task Lettre_Ponctuelle_DitApresServiceFaitSansTableau()
    {
        var texte = await Outils.TexteSansBlancs(await Pdf(Lettre("IMP-CULT", "002") with { Duree = Duree.Ponctuelle, Echeances = [], Debut = new(2027, 1, 4), Fin = new(2027, 3, 26) }));
        texte.ShouldContain("Verséeenunefois,aprèsservicefait(art.3)");
        texte.ShouldContain("Missionponctuelle,du4janvier2027au26mars2027");
        texte.ShouldNotContain("octobre2026");
    }

    [Fact]
    public async Task Lettre_PriveSousContrat_NeParlePasDesConseils()
    {
        var lettre = Lettre();
        var texte = await Outils.TexteSansBlancs(await Pdf(lettre with
        {
            Etablissement = lettre.Etablissement with { Secteur = Secteur.PriveSousContrat },
            EnseignantsInformesLe = new(2026, 9, 10),
        }));
        texte.ShouldContain("Répartitionportéeàlaconnaissancedesenseignantsle10septembre2026(circulairen°2015-093)");
        texte.ShouldNotContain("conseild’administration");
        texte.ShouldContain("MENF1510153C");
        // L'article 8 règle l'avis des conseils d'un établissement public.
        texte.ShouldContain("art.1erà4,6et9");
        (await Outils.TexteSansBlancs(await Pdf(lettre))).ShouldContain("art.1erà4,6,8et9");
    }

    [Fact]
    public async Task Lettre_QuaranteTaches_PasseSurPlusieursPagesSansRienPerdre()
    {
        var texte = await Outils.TexteSansBlancs(await Pdf(Lettre() with { Contenu = [.. Enumerable.Range(1, 40).Select(i => $"Tâche numéro {i:00} de la liste")] }));
        for (var i = 1; i <= 40; i++) texte.ShouldContain($"Tâchenuméro{i:00}delaliste");
        texte.ShouldContain("page2/2");
    }

    [Theory]
    [InlineData("#strong[gras] #panic() #d.agent")]
    [InlineData("$x^2$ *a* _b_ `c` @ref <label>")]
    [InlineData("= titre\\ // commentaire /* x */ - liste + 1. ~ -- --- ...")]
    [InlineData("\\u{41} \\n \\\\ \"guillemets\" 'apostrophes' [crochets] {accolades}")]
    [InlineData("sys.inputs.donnees #let x = 1; #import \"@preview/x:1.0.0\"")]
    public async Task Lettre_TexteQuiRessembleADuBalisage_ResteLitteral(string piege)
    {
        var lettre = Lettre() with
        {
            Reference = piege,
            Chef = new(piege),
            Intitule = piege,
            Contenu = [piege, ""],
            Agent = new(piege, piege, piege),
            Etablissement = new(piege, [piege], piege, Secteur.Public),
        };
        var texte = await Outils.TexteSansBlancs(await Pdf(lettre));
        // Référence, nom et qualité de l'agent, en-tête, chef, intitulé, tâche, signatures, pied : au moins dix fois.
        texte.Split(Outils.SansBlancs(piege)).Length.ShouldBeGreaterThan(10, texte);
    }

    [Fact]
    public async Task Lettre_TextesAuHasard_SortentTelsQuels()
    {
        const string Signes = "#$*_@\\<>[](){}\"'`~=-+/|&%^;:!?.,0aÉœçŁñÑ’«»€½ ";
        var hasard = new Random(20260901);
        for (var tour = 0; tour < 60; tour++)
        {
            string[] taches = [.. Enumerable.Range(0, 5).Select(_ => string.Concat(Enumerable.Range(0, hasard.Next(1, 90)).Select(_ => Signes[hasard.Next(Signes.Length)])))];
            var texte = await Outils.TexteSansBlancs(await Pdf(Lettre() with { Contenu = taches }));
            foreach (var tache in taches) texte.ShouldContain(Outils.SansBlancs(tache), Case.Sensitive, $"tour {tour}");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("漢字 😀 \u0007\u200b\ufeff")]
    public async Task Lettre_TextesVidesOuSansDessin_ResteProduite(string texte)
    {
        var lettre = Lettre() with { Reference = texte, Chef = new(texte), Contenu = [texte], Agent = new(texte, texte, texte), Etablissement = new(texte, [], texte, Secteur.Public) };
        (await Pdf(lettre)).Length.ShouldBeGreaterThan(10_000);
    }

    [Fact]
    public async Task Lettre_NomTresLongSansEspace_ResteDansLaPage()
    {
        var nom = new string('W', 300);
        var lettre = Lettre() with { Agent = new(nom, nom, "") };
        var boites = await Outils.Lancer("pdftotext", await Pdf(lettre), "-bbox", "{}", "-");
        // A4 : 595,28 points de large, marge de 19 mm à droite.
        var bords = boites.Split("xMax=\"")[1..].Select(b => decimal.Parse(b.Split('"')[0])).ToList();
        bords.Count.ShouldBeGreaterThan(20);
        bords.Max().ShouldBeLessThanOrEqualTo(595.28m - 53.8m + 1m);
    }
}
