using System.Buffers;
using System.Security.Cryptography.X509Certificates;

namespace Neuvieme.Socle.Sceau;

/// <summary>Lit les sceaux d'un PDF venu de n'importe où. Ne lève jamais : un fichier hostile reçoit un constat, pas une panne.</summary>
/// <param name="autorites">Les certificats auxquels le réglage fait confiance, en plus de ceux de la machine.</param>
public sealed class Verificateur(TimeProvider temps, IReadOnlyCollection<X509Certificate2>? autorites = null)
{
    const int SceauxMaximaux = 16;
    const int ChampsMaximaux = 10_000;
    const int SignatureMaximale = 1024 * 1024;

    static readonly SearchValues<byte> Majuscules = SearchValues.Create("0123456789ABCDEF"u8);
    static readonly SearchValues<byte> Minuscules = SearchValues.Create("0123456789abcdef"u8);

    readonly VerificationCms _cms = new(new(temps, autorites ?? []));

    public ConstatDesSceaux Verifier(byte[] pdf)
    {
        ArgumentNullException.ThrowIfNull(pdf);
        try
        {
            var fichier = FichierPdf.Ouvrir(pdf);
            return new([.. Champs(fichier).Select(champ => Constater(fichier, champ))]);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return new([], e is SceauImpossibleException ? e.Message : "Le document ne se lit pas : il est abîmé ou contrefait.");
        }
    }

    /// <summary>Les champs de signature remplis, dans l'ordre du formulaire ; /FT s'hérite du champ parent.</summary>
    static List<Dictionary<string, ValeurPdf>> Champs(FichierPdf fichier)
    {
        List<Dictionary<string, ValeurPdf>> remplis = [];
        if (fichier.Suivre(fichier.Catalogue(), "AcroForm") is not { EstDictionnaire: true } formulaire) return remplis;
        HashSet<(byte[] Source, int Debut)> vus = [];
        int lus = 0;
        var aLire = new Stack<(ValeurPdf Champ, bool Signature)>();
        Empiler(fichier.Suivre(formulaire.Dictionnaire(), "Fields"), false);
        while (aLire.TryPop(out var suivant))
        {
            if (++lus > ChampsMaximaux) throw new SceauImpossibleException($"Le document a plus de {ChampsMaximaux} champs : ses sceaux ne sont pas vérifiés.");
            var valeur = fichier.Suivre(suivant.Champ);
            // Deux chemins vers un même champ, et la lecture tournerait en rond.
            if (!valeur.EstDictionnaire || !vus.Add((valeur.Source, valeur.Debut))) continue;
            var champ = valeur.Dictionnaire();
            bool signature = champ.ContainsKey("FT") ? fichier.Suivre(champ, "FT").Nom == "Sig" : suivant.Signature;
            if (signature && fichier.Suivre(champ, "V").EstDictionnaire) remplis.Add(champ);
            if (remplis.Count > SceauxMaximaux) throw new SceauImpossibleException($"Le document a plus de {SceauxMaximaux} sceaux : ils ne sont pas vérifiés.");
            Empiler(fichier.Suivre(champ, "Kids"), signature);
        }

        return remplis;

        void Empiler(ValeurPdf champs, bool signature)
        {
            if (!champs.EstTableau) return;
            var elements = champs.Elements();
            for (int i = elements.Count - 1; i >= 0; i--) aLire.Push((elements[i], signature));
        }
    }

    SceauConstate Constater(FichierPdf fichier, Dictionary<string, ValeurPdf> champ)
    {
        var constat = new SceauConstate();
        try
        {
            var sceau = fichier.Suivre(champ, "V").Dictionnaire();
            constat = new()
            {
                Champ = TextePdf.Lire(fichier.Suivre(champ, "T")),
                Nom = TextePdf.Lire(fichier.Suivre(sceau, "Name")),
                Raison = TextePdf.Lire(fichier.Suivre(sceau, "Reason")),
                Lieu = TextePdf.Lire(fichier.Suivre(sceau, "Location")),
                DateDite = TextePdf.LireDate(fichier.Suivre(sceau, "M")),
            };
            string format = fichier.Suivre(sceau, "SubFilter").Nom ?? "";
            if (format is not ("ETSI.CAdES.detached" or "adbe.pkcs7.detached")) return constat with { Motif = $"Format de signature inconnu : « {TextePdf.Affichable(format)} »." };
            if (Bornes(fichier, sceau) is not { } fin) return constat with { Motif = "Les bornes du sceau sont contrefaites : elles doivent couvrir tout le document sauf la signature elle-même." };
            var signature = sceau["Contents"];
            if (signature.Fin - signature.Debut > SignatureMaximale) return constat with { Motif = "La signature est démesurée." };
            constat = constat with { CouvreToutLeFichier = fin == fichier.Octets.Length };
            return _cms.Verifier(constat, [.. fichier.Octets.AsSpan(0, signature.Debut), .. fichier.Octets.AsSpan(signature.Fin, fin - signature.Fin)], TextePdf.Chaine(signature), exigerCertificatSigne: format[0] == 'E');
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return constat with { DocumentIntact = false, SignatureValide = false, Motif = e is SceauImpossibleException ? e.Message : "Le sceau ne se lit pas : il est abîmé ou contrefait." };
        }
    }

    /// <summary>Où finit ce que le sceau couvre. Le trou entre les deux bornes est la signature, à l'octet près : tout autre trou cacherait ce qu'on veut.</summary>
    static int? Bornes(FichierPdf fichier, Dictionary<string, ValeurPdf> sceau)
    {
        if (!sceau.TryGetValue("Contents", out var signature) || !sceau.TryGetValue("ByteRange", out var bornes)) return null;
        if (!signature.EstHexadecimal || signature.Source != fichier.Octets || !bornes.EstTableau) return null;
        // Le seul endroit que rien ne signe : une espace n'y change rien, « a » et « A » y sont le même chiffre. Un texte qui les mêle a été retouché.
        var chiffres = signature.Octets[1..^1];
        if (chiffres.Length % 2 != 0 || (chiffres.ContainsAnyExcept(Majuscules) && chiffres.ContainsAnyExcept(Minuscules))) return null;
        int?[] nombres = [.. bornes.Elements().Select(e => e.Entier)];
        bool exactes = nombres is [0, { } avant, { } apres, { } reste] && avant == signature.Debut && apres == signature.Fin && reste > 0 && reste <= fichier.Octets.Length - apres;
        return exactes ? nombres[2] + nombres[3] : null;
    }
}
