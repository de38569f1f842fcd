using System.Security.Cryptography;
using System.Text;
using System.Xml;

namespace Neuvieme.Fonctions.Personnels.Importer;

/// <summary>Lit l'export « Emploi du temps » de STSWeb (<c>sts_emp_UAI_ANNEE.xml</c>, ou un zip qui le contient). Ne lève jamais sur un mauvais fichier.</summary>
public static class LecteurSts
{
    public static async Task<LectureSts> LireAsync(Stream flux, string nomFichier, AttentesSts attentes, CancellationToken annulation = default) =>
        Lire(await OctetsAsync(flux, annulation), nomFichier, attentes);

    /// <summary>Le contenu, arrêté dès qu'il est trop gros pour être accepté.</summary>
    public static async Task<byte[]> OctetsAsync(Stream flux, CancellationToken annulation = default)
    {
        ArgumentNullException.ThrowIfNull(flux);
        using var memoire = new MemoryStream();
        var tampon = new byte[81_920];
        for (int lus; memoire.Length < OuvertureSts.TailleMaximale && (lus = await flux.ReadAsync(tampon, annulation)) > 0;)
            memoire.Write(tampon, 0, lus);
        return memoire.ToArray();
    }

    public static LectureSts Lire(ReadOnlyMemory<byte> octets, string nomFichier, AttentesSts attentes)
    {
        ArgumentNullException.ThrowIfNull(attentes);
        var (xml, nom, refus) = OuvertureSts.Ouvrir(octets, Path.GetFileName(nomFichier));
        if (refus is not null)
            return LectureSts.Refusee(refus);
        var (encodage, saut, avertissement) = EncodageSts.Choisir(xml.Span);
        using var flux = new MemoryStream(xml[saut..].ToArray(), writable: false);
        using var texte = new StreamReader(flux, encodage, detectEncodingFromByteOrderMarks: false);
        using var lecteur = XmlReader.Create(texte, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = OuvertureSts.TailleMaximale,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            IgnoreWhitespace = true,
        });
        var curseur = new CurseurSts(lecteur, nom);
        var analyse = new AnalyseSts(curseur, nom);
        if (avertissement is not null)
            curseur.Avertir(CodeAvertissementSts.Encodage, null, null, avertissement);
        try
        {
            if (curseur.Racine(out var racine) && GardesSts.Racine(racine, nom, curseur.Ligne) is { } autre)
                return LectureSts.Refusee(autre);
            analyse.Bloc();
            curseur.Finir();
        }
        catch (RefusSts arret)
        {
            return LectureSts.Refusee(arret.Erreur);
        }
        catch (XmlException mal)
        {
            return LectureSts.Refusee(GardesSts.MalForme(mal, encodage, xml.Span[saut..], nom));
        }
        analyse.VerifierEnseignants();
        GardesSts.Verifier(analyse, curseur, attentes, nom);
        if (curseur.Erreurs.Count > 0)
            return LectureSts.Refusee([.. curseur.Erreurs.OrderBy(e => e.Ligne ?? 0)]);
        return new(new(nom, Convert.ToHexStringLower(SHA256.HashData(octets.Span)), analyse.Etablissement!, GardesSts.AnneeLue(analyse)!.Value,
            analyse.Annee.Debut, analyse.Annee.Fin, analyse.Individus, analyse.Services, analyse.Matieres, analyse.TypesAhe,
            analyse.Divisions, analyse.Groupes, curseur.Inconnus, curseur.Avertissements), []);
    }
}
