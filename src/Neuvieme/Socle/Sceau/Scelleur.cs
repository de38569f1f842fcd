using System.Globalization;
using System.Text;

namespace Neuvieme.Socle.Sceau;

/// <summary>Le document n'a pas pu être scellé, ou la clé ouverte ; le message dit où et le remède.</summary>
public sealed class SceauImpossibleException : Exception
{
    public SceauImpossibleException() { }

    public SceauImpossibleException(string message) : base(message) { }

    public SceauImpossibleException(string message, Exception cause) : base(message, cause) { }
}

/// <summary>Ce que le sceau dit de lui-même ; une mention vide ne s'écrit pas.</summary>
/// <param name="Nom">Qui scelle ; vide : le nom du certificat.</param>
public sealed record MentionsDuSceau(string Raison = "", string Lieu = "", string Nom = "");

/// <summary>
/// Pose sur un PDF un cachet électronique PAdES de niveau B-B (ETSI EN 319 142-1), B-T quand un horodateur est donné, sans
/// retoucher un octet du document.
/// </summary>
public sealed class Scelleur(CleDeSceau cle, TimeProvider temps, Horodateur? horodateur = null)
{
    const int PlaceDuJeton = 12 * 1024;
    const int LargeurDesBornes = 48;
    const int PagesEmboiteesMaximales = 64;

    /// <exception cref="SceauImpossibleException">Document illisible, certificat hors validité, horodatage refusé.</exception>
    public async Task<byte[]> Sceller(byte[] pdf, MentionsDuSceau mentions, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(pdf);
        ArgumentNullException.ThrowIfNull(mentions);
        var maintenant = temps.GetUtcNow();
        cle.ExigerValidite(maintenant);
        int place = cle.TailleDuCms + (horodateur is null ? 0 : PlaceDuJeton);
        var (octets, bornes, debut, fin) = Preparer(pdf, mentions, maintenant, place);

        string texte = string.Create(CultureInfo.InvariantCulture, $"[0 {debut} {fin} {octets.Length - fin}]");
        Encoding.ASCII.GetBytes(texte).CopyTo(octets, bornes);
        byte[] cms = SignatureCades.Signer([.. octets.AsSpan(0, debut), .. octets.AsSpan(fin)], cle);
        if (horodateur is not null) cms = await SignatureCades.Horodater(cms, horodateur, ct);
        if (cms.Length > place) throw new SceauImpossibleException($"La signature et son horodatage tiennent {cms.Length} octets, {place} sont prévus : choisissez un service d'horodatage dont le jeton porte moins de certificats.");
        Encoding.ASCII.GetBytes(Convert.ToHexString(cms)).CopyTo(octets, debut + 1);
        return octets;
    }

    /// <summary>Le document complété du champ et d'un sceau vide : où écrire les bornes, et la place (chevrons compris) de la signature.</summary>
    (byte[] Octets, int Bornes, int Debut, int Fin) Preparer(byte[] pdf, MentionsDuSceau mentions, DateTimeOffset maintenant, int place)
    {
        var fichier = FichierPdf.Ouvrir(pdf);
        using var ajout = new MiseAJourPdf(fichier);
        string nom = mentions.Nom.Length > 0 ? mentions.Nom : cle.Nom;
        var catalogue = fichier.Catalogue();
        var (page, pageLue) = PremierePage(fichier, catalogue);

        int numeroSceau = ajout.NumeroNeuf(), numeroChamp = ajout.NumeroNeuf();
        string champ = $"{numeroChamp} 0 R";
        // Simple signature d'approbation, sans DocMDP : une lettre peut recevoir un second sceau, celui du rectorat après celui de l'établissement.
        string debutDuSceau = "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /ByteRange ";
        string mentionsEcrites = string.Concat(new[] { ("Name", nom), ("Reason", mentions.Raison), ("Location", mentions.Lieu) }
            .Where(m => m.Item2.Length > 0).Select(m => $" /{m.Item1} {TextePdf.Ecrire(m.Item2)}"));
        string avantSignature = $"{debutDuSceau}{new string(' ', LargeurDesBornes)} /M {TextePdf.EcrireDate(maintenant)}{mentionsEcrites} /Contents ";
        int debut = ajout.Ecrire(numeroSceau, 0, $"{avantSignature}<{new string('0', place * 2)}> >>");

        // Sans surface, l'annotation est hors de la page : PDF/UA-1 (§ 7.18.1) ne demande alors ni balise ni ordre de lecture, mais /TU et /Tabs.
        ajout.Ecrire(numeroChamp, 0,
            $"<< /Type /Annot /Subtype /Widget /FT /Sig /T (Sceau{numeroChamp}) /TU {TextePdf.Ecrire($"Sceau électronique : {nom}")} /F 132 /Rect [0 0 0 0] /P {page.Numero} {page.Generation} R /V {numeroSceau} 0 R >>");
        ajout.Ecrire(page.Numero, page.Generation, MiseAJourPdf.Completer(pageLue, ("Annots", Ajouter(fichier, pageLue, "Annots", champ)), ("Tabs", "/S")));

        var formulaire = fichier.Suivre(catalogue, "AcroForm") is { EstDictionnaire: true } existant ? existant.Dictionnaire() : [];
        var ouFormulaire = catalogue.GetValueOrDefault("AcroForm", ValeurPdf.Nulle).Reference is { } r && formulaire.Count > 0 ? r : (Numero: ajout.NumeroNeuf(), Generation: 0);
        ajout.Ecrire(ouFormulaire.Numero, ouFormulaire.Generation, MiseAJourPdf.Completer(formulaire, ("Fields", Ajouter(fichier, formulaire, "Fields", champ)), ("SigFlags", "3")));
        var racine = fichier.Final["Root"].Reference ?? throw LecturePdf.Illisible(fichier.Final["Root"].Debut, "/Root n'est pas une référence");
        ajout.Ecrire(racine.Numero, racine.Generation, MiseAJourPdf.Completer(catalogue, ("AcroForm", $"{ouFormulaire.Numero} {ouFormulaire.Generation} R")));
        return (ajout.Terminer(), debut + debutDuSceau.Length, debut + avantSignature.Length, debut + avantSignature.Length + place * 2 + 2);
    }

    static string Ajouter(FichierPdf fichier, Dictionary<string, ValeurPdf> dictionnaire, string cle, string reference)
    {
        var presents = fichier.Suivre(dictionnaire, cle);
        return $"[{string.Join(' ', (presents.EstNulle ? [] : presents.Elements()).Select(MiseAJourPdf.Brut).Append(reference))}]";
    }

    static ((int Numero, int Generation) Reference, Dictionary<string, ValeurPdf> Lue) PremierePage(FichierPdf fichier, Dictionary<string, ValeurPdf> catalogue)
    {
        var valeur = catalogue.GetValueOrDefault("Pages", ValeurPdf.Nulle);
        for (int niveau = 0; niveau < PagesEmboiteesMaximales; niveau++)
        {
            var noeud = fichier.Suivre(valeur).Dictionnaire();
            if (!noeud.ContainsKey("Kids"))
            {
                return (valeur.Reference ?? throw LecturePdf.Illisible(valeur.Debut, "la première page n'est pas une référence"), noeud);
            }

            valeur = fichier.Suivre(noeud, "Kids").Elements() is [var premier, ..] ? premier : throw LecturePdf.Illisible(valeur.Debut, "le document n'a pas de page");
        }

        throw LecturePdf.Illisible(valeur.Debut, "les pages tournent en rond");
    }
}
