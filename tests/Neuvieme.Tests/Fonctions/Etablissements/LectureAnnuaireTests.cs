using System.IO.Compression;
using System.Text;
using Neuvieme.Fonctions.Etablissements.Importer;
using static Neuvieme.Tests.Fonctions.Etablissements.FabriqueAnnuaire;

namespace Neuvieme.Tests.Fonctions.Etablissements;

/// <summary>Reconnaître un fichier, en lire les lignes, en dire les fautes, refuser ce qui n'en est pas un.</summary>
public class LectureAnnuaireTests
{
    static readonly HashSet<string> Aucun = [];

    static FichierLu Lire(byte[] octets)
    {
        var (fichier, refus) = LectureAnnuaire.Lire(octets, "essai.csv", Aucun);
        refus.ShouldBeNull();
        return fichier!;
    }

    [Theory]
    [InlineData("Identifiant_de_l_etablissement;Nom_etablissement;code_nature", nameof(GenreDeFichier.Annuaire))]
    [InlineData("IDENTIFIANT DE L'ÉTABLISSEMENT\tnom etablissement\tCode nature", nameof(GenreDeFichier.Annuaire))]
    [InlineData("numero_uai;appellation_officielle;nature_uai;secteur_public_prive_libe", nameof(GenreDeFichier.Geolocalisation))]
    [InlineData("uai;nom;code_nature;code_academie", nameof(GenreDeFichier.Liste))]
    [InlineData("num_ligne,Année de la rentrée scolaire,Identifiant de l'établissement,Nom de l'établissement,ETP total", nameof(GenreDeFichier.Etp))]
    [InlineData("Annee_scolaire;Numero_d_etablissement;Nombre_d_eleves", nameof(GenreDeFichier.EffectifsSecondDegre))]
    [InlineData("Rentrée scolaire;Numéro du collège;REP;REP +;\"Nombre d'élèves total (formations du 1er cycle; hors DIMA)\"", nameof(GenreDeFichier.EffectifsColleges))]
    [InlineData("Rentrée scolaire;Numéro de l'école;Nombre total d'élèves", nameof(GenreDeFichier.EffectifsEcoles))]
    [InlineData("code_academie;libelle;code_region;libelle_region;zone_vacances", nameof(GenreDeFichier.Academies))]
    [InlineData("code_departement;libelle;code_academie;prefixe_uai", nameof(GenreDeFichier.Departements))]
    [InlineData("code_nature;libelle;nb_annuaire_35", nameof(GenreDeFichier.Natures))]
    public void Reconnaitre_AuxEnTetes(string titres, string attendu)
    {
        var separateur = new[] { ';', ',', '\t' }.MaxBy(c => titres.Count(x => x == c));
        FormatAnnuaire.Reconnaitre([.. titres.Split(separateur).Select(t => t.Trim('"'))])!.Value.Format.Genre.ToString().ShouldBe(attendu);
    }

    /// <summary>Le même établissement, écrit par six machines : toutes disent la même chose.</summary>
    [Theory]
    [InlineData("utf-8", true, ';', "\r\n")]
    [InlineData("utf-8", false, ',', "\n")]
    [InlineData("windows-1252", false, ';', "\r\n")]
    [InlineData("windows-1252", false, '\t', "\n")]
    [InlineData("utf-16", true, ';', "\r\n")]
    [InlineData("utf-8", false, ';', "\r")]
    public void Lire_EncodageSeparateurFinsDeLigne(string encodage, bool marque, char separateur, string fin)
    {
        var texte = string.Join(fin, new[] { "numero_uai;appellation_officielle;nature_uai;secteur_public_prive_libe;libelle_commune;latitude", "0990001N;\"Collège \"\"Œuvre\"\" d’été\";340;Public;\"Bât. A; fond de cour\";48.5" }
            .Select(l => separateur == ';' ? l : l.Replace("A; fond", "A. fond", StringComparison.Ordinal).Replace(';', separateur)));
        var code = CodePagesEncodingProvider.Instance.GetEncoding(encodage) ?? Encoding.GetEncoding(encodage);

        var fiche = Lire([.. marque ? code.GetPreamble() : [], .. code.GetBytes(texte)]).Fiches.ShouldHaveSingleItem();

        fiche.Nom.ShouldBe("Collège \"Œuvre\" d’été");
        fiche.Commune.ShouldStartWith("Bât. A");
        fiche.Latitude.ShouldBe(48.5);
        fiche.Ligne.ShouldBe(2);
    }

    [Fact]
    public void Lire_AccentsDecomposes_Recomposes() =>
        Lire(Annuaire(Ligne("0990001N", "Colle\u0300ge de l’E\u0301te\u0301"))).Fiches[0].Nom.ShouldBe("Collège de l’Été");

    [Theory]
    [InlineData("0990001A", "Les chiffres appellent la lettre N", true)]
    [InlineData("0351122O", "Les chiffres appellent la lettre E", true)]
    [InlineData("099001N", "sept chiffres et une lettre", true)]
    [InlineData("", "sept chiffres et la lettre", true)]
    public void Uai_LettreVerifiee_LigneMiseDeCote(string uai, string remede, bool rejetee)
    {
        var fichier = Lire(Annuaire(Ligne("0990002P", "Bon"), Ligne(uai, "Douteux"), Ligne("0990003R", "Bon aussi")));

        fichier.Fiches.Select(f => f.Uai).ShouldBe(["0990002P", "0990003R"]);
        var sale = fichier.Sales.ShouldHaveSingleItem();
        (sale.Ligne, sale.Valeur, sale.Rejetee).ShouldBe((3, uai, rejetee));
        sale.Remede.ShouldContain(remede);
    }

    [Fact]
    public void Uai_LettreFausseMaisDejaDansLaBase_Reconnu() =>
        LectureAnnuaire.Lire(Annuaire(Ligne("0990001A", "Connu")), "essai.csv", new HashSet<string> { "0990001A" }).Fichier!.Fiches.ShouldHaveSingleItem();

    [Fact]
    public void CasesSales_LaLigneEstPriseSansElles()
    {
        var fichier = Lire(Annuaire(Ligne("0990001N", "A", eleves: "beaucoup", latitude: "480", etat: "EN TRAVAUX", ep: "ZEP", maj: "bientôt")));

        var fiche = fichier.Fiches.ShouldHaveSingleItem();
        (fiche.Eleves, fiche.Latitude, fiche.Etat, fiche.EducationPrioritaire).ShouldBe((null, null, null, null));
        fichier.Sales.Select(s => s.Colonne).ShouldBe(["Nombre_d_eleves", "Appartenance_Education_Prioritaire", "latitude", "etat"], ignoreOrder: true);
        fichier.Sales.ShouldAllBe(s => s.Ligne == 2 && !s.Rejetee && s.Remede.Length > 0);
    }

    [Fact]
    public void LigneMalFormee_NEmportePasLesSuivantes()
    {
        var fichier = Lire(Annuaire(Ligne("0990001N", "A"), Ligne("0990002P", "\"guillemet oublié"), Ligne("0990003R", "C"), "0990004S;coupée", Ligne("0990005T", "E") + ";de trop"));

        fichier.Fiches.Select(f => f.Uai).ShouldBe(["0990001N", "0990003R"]);
        fichier.Sales.Select(s => s.Ligne).ShouldBe([3, 5, 6]);
        fichier.Sales[0].Probleme.ShouldContain("guillemet");
        fichier.Sales[1].Probleme.ShouldContain("la ligne est coupée");
        fichier.Sales[2].Probleme.ShouldContain("un séparateur de trop");
    }

    public static TheoryData<string, string> Hostiles => new()
    {
        { "vide", "le fichier est vide" }, { "zip", "classeur ou une archive zip" }, { "binaire", "ce n’est pas un fichier texte" }, { "html", "page web" }, { "json", "du JSON" }, { "pdf", "PDF" },
        { "colonnes", "plus de 500 colonnes" }, { "ligne", "plus de 100 Ko d’un seul tenant" }, { "autre", "ces colonnes ne sont celles d’aucun fichier connu : prenom ; nom" },
        { "titres", "aucune ligne sous les en-têtes" }, { "gros", "dépasse 64 Mo" }, { "mauvais", "la plupart des lignes ne se lisent pas" },
    };

    [Theory, MemberData(nameof(Hostiles))]
    public void FichierHostile_RefuseEnUnePhrase(string genre, string message)
    {
        byte[] octets = genre switch
        {
            "vide" => " \r\n"u8.ToArray(),
            "zip" => Zip(),
            "binaire" => [.. Encoding.UTF8.GetBytes(Titres), 0, 1, 2],
            "html" => "<!doctype html><p>a;b"u8.ToArray(),
            "json" => "[{\"uai\":1}]"u8.ToArray(),
            "pdf" => "%PDF-1.7 a;b"u8.ToArray(),
            "colonnes" => Encoding.UTF8.GetBytes(string.Join(';', Enumerable.Range(0, 10_000)) + "\n1"),
            "ligne" => Encoding.UTF8.GetBytes(Titres + "\n" + new string('x', 10_000_000)),
            "autre" => "prenom;nom\nA;B\n"u8.ToArray(),
            "titres" => Encoding.UTF8.GetBytes(Titres + "\n"),
            "gros" => new byte[LectureAnnuaire.TailleMaximale + 1],
            _ => Annuaire([.. Enumerable.Range(0, 60).Select(i => Ligne($"{i}", "x"))]),
        };

        var (fichier, refus) = LectureAnnuaire.Lire(octets, "essai.csv", Aucun);

        fichier.ShouldBeNull();
        refus!.ToString().ShouldContain(message);
    }

    /// <summary>Un flux sans fin ne remplit pas la mémoire : on lit un tampon de plus que la limite, pas un gigaoctet.</summary>
    [Fact]
    public async Task FluxSansFin_ArreteALaLimite()
    {
        await using var sansFin = new FluxSansFin();

        var octets = await Neuvieme.Socle.Documents.OuvertureCsv.Octets(sansFin, 1_000_000, TestContext.Current.CancellationToken);

        octets.Length.ShouldBeInRange(1_000_001, 1_100_000);
    }

    static byte[] Zip()
    {
        using var memoire = new MemoryStream();
        using (var zip = new ZipArchive(memoire, ZipArchiveMode.Create))
        {
            zip.CreateEntry("annuaire.csv");
        }

        return memoire.ToArray();
    }

    sealed class FluxSansFin : Stream
    {
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => 0; set => throw new NotSupportedException(); }
        public override int Read(byte[] buffer, int offset, int count)
        {
            Array.Fill(buffer, (byte)'a', offset, count);
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
