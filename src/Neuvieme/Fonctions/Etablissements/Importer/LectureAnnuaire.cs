using System.Security.Cryptography;
using Neuvieme.Droit;
using Neuvieme.Socle.Documents;

namespace Neuvieme.Fonctions.Etablissements.Importer;

/// <summary>Un fichier lu en entier : ce qu'il dit, ligne par ligne, et ce qui ne s'y lit pas.</summary>
/// <param name="Codes">Académies, départements, natures : code, libellé et académie.</param>
sealed record FichierLu(string Nom, FormatAnnuaire Format, int Lignes, IReadOnlyList<FicheLue> Fiches, IReadOnlyList<CodeLu> Codes, IReadOnlyList<LigneSale> Sales, string Sha256);

sealed record CodeLu(int Ligne, string Code, string Libelle, string Academie);

/// <summary>Lit un fichier de données ouvertes. Les lignes sales sont mises de côté ; un fichier qui n'est manifestement pas le bon est refusé.</summary>
static class LectureAnnuaire
{
    /// <summary>L'annuaire national fait 70 000 lignes et 30 Mo.</summary>
    public const int TailleMaximale = 64 * 1024 * 1024;

    public const int LignesMaximum = 200_000, SalesMaximum = 5_000;

    public static (FichierLu? Fichier, RefusCsv? Refus) Lire(byte[] octets, string nom, IReadOnlySet<string> connus)
    {
        var (curseur, refus) = OuvertureCsv.Ouvrir(octets, TailleMaximale);
        if (curseur is null)
        {
            return (null, refus);
        }

        using (curseur)
        {
            if (FormatAnnuaire.Reconnaitre(curseur.Entetes) is not var (format, places))
            {
                return (null, new(1, $"ces colonnes ne sont celles d’aucun fichier connu : {Titres(curseur.Entetes)}.", $"Fichiers reconnus : {FormatAnnuaire.Reconnus}."));
            }

            return Lire(curseur, format, places, nom, connus, Convert.ToHexStringLower(SHA256.HashData(octets)));
        }
    }

    static (FichierLu?, RefusCsv?) Lire(CurseurCsv curseur, FormatAnnuaire format, Dictionary<string, int> places, string nom, IReadOnlySet<string> connus, string sha256)
    {
        List<FicheLue> fiches = [];
        List<CodeLu> codes = [];
        List<LigneSale> sales = [];
        var (lignes, rejetees) = (0, 0);
        var cases = new CasesAnnuaire(nom, curseur, places, sales);
        while (curseur.Suivant())
        {
            if (++lignes > LignesMaximum)
            {
                return (null, new(curseur.Ligne, $"plus de {LignesMaximum} lignes.", "L’annuaire national en a 70 000 : coupez le fichier par académie."));
            }

            cases.Commencer();
            if (curseur.Malformation(complete: true) is { } malformation)
            {
                cases.Fauter("", "", malformation, "Reprenez la ligne dans le fichier d’origine.", rejetee: true);
            }
            else if (format.Colonnes.ContainsKey("uai"))
            {
                if (Fiche(cases, format, connus) is { } fiche)
                {
                    fiches.Add(fiche);
                }
            }
            else if (Code(cases, format) is { } code)
            {
                codes.Add(code);
            }

            rejetees += cases.Rejetee ? 1 : 0;
            if (lignes == 50 && rejetees == 50)
            {
                return (null, Mauvais(sales));
            }
        }

        if (cases.NonDites > 0)
        {
            sales.Add(new(nom, 0, "", "", $"{cases.NonDites} autres fautes ne sont pas détaillées", "Corrigez d’abord celles-ci.", Rejetee: false));
        }

        return lignes == 0 ? (null, new(null, "aucune ligne sous les en-têtes.", "Téléchargez de nouveau le fichier."))
            : rejetees == lignes || (rejetees >= 10 && rejetees * 2 > lignes) ? (null, Mauvais(sales)) : (new(nom, format, lignes, fiches, codes, sales, sha256), null);
    }

    static RefusCsv Mauvais(List<LigneSale> sales) => new(sales[0].Ligne,
        $"la plupart des lignes ne se lisent pas ({sales[0].Probleme}{(sales[0].Valeur.Length > 0 ? $" : « {sales[0].Valeur} »" : "")}).", "Ce n’est sans doute pas le bon fichier, ou il a été abîmé : reprenez-le à sa source.");

    static CodeLu? Code(CasesAnnuaire c, FormatAnnuaire format)
    {
        var code = c.Code("code", format.Genre == GenreDeFichier.Academies ? 2 : 3, necessaire: true, lettres: format.Genre == GenreDeFichier.Departements);
        var libelle = c.Texte("libelle", 100);
        var academie = format.Genre == GenreDeFichier.Departements ? c.Code("academie", 2, necessaire: true) : "";
        if (!c.Rejetee && (code is null || libelle is null || academie is null))
        {
            c.Fauter(code is null ? "code" : libelle is null ? "libelle" : "academie", "", "case vide", "Remplissez-la.", rejetee: true);
        }

        return c.Rejetee ? null : new(c.Ligne, code!, libelle!, academie!);
    }

    static FicheLue? Fiche(CasesAnnuaire c, FormatAnnuaire format, IReadOnlySet<string> connus)
    {
        if (c.Uai(connus) is not { } uai)
        {
            return null;
        }

        var rentree = c.Rentree("rentree");
        if (!c.Rejetee && rentree is null && format.Necessaires.Contains("rentree"))
        {
            c.Fauter("rentree", "", "rentrée absente", "Écrivez l’année de la rentrée.", rejetee: true);
        }

        var eleves = c.Entier("eleves", 20_000);
        var fiche = new FicheLue(c.Ligne, uai)
        {
            Nom = c.Texte("nom", 200) ?? NomCompose(c),
            Nature = c.Code("nature", 3, necessaire: true),
            Academie = c.Code("academie", 2, necessaire: true),
            AcademieLibelle = c.Texte("academie_libelle", 100),
            Departement = c.Code("departement", 3, necessaire: false, lettres: true),
            DepartementLibelle = c.Texte("departement_libelle", 100),
            Secteur = c.Secteur(),
            EducationPrioritaire = c.EducationPrioritaire(),
            Adresse = Adresse(c),
            CodePostal = c.Texte("cp", 10)?.PadLeft(5, '0'),
            Commune = c.Texte("commune", 100),
            Telephone = c.Texte("telephone", 30),
            Latitude = c.Coordonnee("latitude", 90),
            Longitude = c.Coordonnee("longitude", 180),
            Etat = c.Etat("etat"),
            OuvertLe = c.Jour("ouverture"),
            FermeLe = c.Jour("fermeture"),
            Eleves = eleves,
            // L'annuaire ne dit pas la rentrée, mais le jour où la ligne a été mise à jour.
            ElevesRentree = eleves is null ? null : rentree ?? (c.Jour("maj") is { } maj ? AnneeScolaire.De(maj).Debut : null),
            EtpCentiemes = c.Centiemes("etp"),
            EtpRentree = rentree ?? c.AnneeDuTitre("etp"),
            AutreMinistere = c.Texte("ministere") is { } m && !m.Contains("EDUCATION NATIONALE", StringComparison.OrdinalIgnoreCase) && !m.Contains("ÉDUCATION NATIONALE", StringComparison.OrdinalIgnoreCase) ? m : "",
            Rentree = rentree ?? 0,
        };
        return c.Rejetee ? null : fiche;
    }

    static string? NomCompose(CasesAnnuaire c) => string.Join(' ', new[] { c.Texte("nom2"), c.Texte("patronyme") }.OfType<string>()) is { Length: > 0 and <= 200 } nom ? nom : null;

    static string? Adresse(CasesAnnuaire c)
    {
        var adresse = string.Join(", ", new[] { c.Texte("adresse", 200), c.Texte("adresse2", 200) }.OfType<string>());
        return adresse.Length is 0 or > 200 ? null : adresse;
    }

    static string Titres(IReadOnlyList<string> entetes)
    {
        var debut = string.Join(" ; ", entetes.Take(6).Select(e => e.Length <= 40 ? e : e[..39] + "…"));
        return entetes.Count > 6 ? debut + " ; …" : debut;
    }
}
