using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace Neuvieme.Socle.Sceau;

/// <summary>La part cryptographique d'un constat : l'empreinte, la signature, le certificat, l'horodatage.</summary>
sealed class VerificationCms(ChaineDeConfiance chaine)
{
    const int CertificatsMaximaux = 20;

    public SceauConstate Verifier(SceauConstate constat, byte[] contenu, byte[] signature, bool exigerCertificatSigne)
    {
        AsnDecoder.ReadEncodedValue(signature, AsnEncodingRules.BER, out _, out _, out int longueur);
        if (signature.AsSpan(longueur).ContainsAnyExcept((byte)0)) return constat with { Motif = "Des octets étrangers suivent la signature." };
        var cms = new SignedCms(new ContentInfo(contenu), detached: true);
        cms.Decode(signature.AsSpan(0, longueur));
        // Un contenu joint à la signature serait vérifié à la place du document.
        if (!cms.Detached || cms.SignerInfos.Count != 1) return constat with { Motif = "La signature n'est pas celle d'un seul signataire, séparée du document." };
        var signataire = cms.SignerInfos[0];
        if (signataire.Certificate is not { } certificat || cms.Certificates.Count > CertificatsMaximaux) return constat with { Motif = "Le certificat du signataire n'est pas joint." };
        constat = constat with
        {
            Signataire = TextePdf.Affichable(certificat.GetNameInfo(X509NameType.SimpleName, forIssuer: false)),
            EmpreinteDuCertificat = certificat.GetCertHashString(HashAlgorithmName.SHA256),
        };
        if (!EnveloppeCms.EstCanonique(signature.AsMemory(0, longueur), cms, EnveloppeCms.Donnees)) return constat with { Motif = "L'enveloppe de la signature est contrefaite." };
        if (SignatureCades.Algorithme(signataire.DigestAlgorithm.Value) is not { } algorithme) return constat with { Motif = "L'empreinte du document n'est ni SHA-256, ni SHA-384, ni SHA-512." };
        var empreinte = signataire.SignedAttributes.Cast<CryptographicAttributeObject>().SelectMany(a => a.Values.Cast<AsnEncodedData>()).OfType<Pkcs9MessageDigest>().SingleOrDefault();
        if (empreinte is null) return constat with { Motif = "L'empreinte du document n'est pas signée." };
        if (!empreinte.MessageDigest.AsSpan().SequenceEqual(CryptographicOperations.HashData(algorithme, contenu))) return constat with { Motif = "Le document a été modifié depuis qu'il a été scellé." };

        constat = constat with { DocumentIntact = true };
        bool? designe = SignatureCades.Designe(signataire, certificat);
        if (designe == false || (designe is null && exigerCertificatSigne)) return constat with { Motif = "Le certificat joint n'est pas celui que la signature désigne." };
        if (!Signe(cms)) return constat with { Motif = "La signature n'est pas de la clé de ce certificat." };

        var horodatage = Horodatage(signataire);
        var prouve = horodatage is { Valide: true, Confiance: Confiance.Reconnue } ? horodatage.Instant : null;
        return constat with
        {
            SignatureValide = true,
            Horodatage = horodatage,
            Confiance = chaine.Juger(certificat, cms.Certificates, prouve, pourDater: false),
            Motif = horodatage?.Motif ?? "",
        };
    }

    static bool Signe(SignedCms cms)
    {
        try
        {
            cms.CheckSignature(verifySignatureOnly: true);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    HorodatageConstate? Horodatage(SignerInfo signataire)
    {
        var attributs = signataire.UnsignedAttributes.Cast<CryptographicAttributeObject>().ToList();
        if (attributs.Count == 0) return null;
        if (attributs is not [{ Oid.Value: SignatureCades.JetonDHorodatage, Values: { Count: 1 } jetons }]) return Refuse("Ce qui accompagne la signature n'est pas un horodatage.");
        byte[] octets = jetons[0].RawData;
        if (!Rfc3161TimestampToken.TryDecode(octets, out var jeton, out int lus) || lus != octets.Length) return Refuse("L'horodatage ne se lit pas.");
        var cms = jeton.AsSignedCms();
        if (SignatureCades.Algorithme(jeton.TokenInfo.HashAlgorithmId.Value) is null || cms.Certificates.Count > CertificatsMaximaux) return Refuse("L'horodatage emploie une empreinte trop faible.");
        if (!EnveloppeCms.EstCanonique(octets, cms, EnveloppeCms.Jeton)) return Refuse("L'enveloppe de l'horodatage est contrefaite.");
        if (!jeton.VerifySignatureForSignerInfo(signataire, out var autorite)) return Refuse("L'horodatage ne porte pas sur ce sceau, ou n'est pas signé par son autorité.");
        return new(jeton.TokenInfo.Timestamp, TextePdf.Affichable(autorite.GetNameInfo(X509NameType.SimpleName, forIssuer: false)), true, chaine.Juger(autorite, cms.Certificates, null, pourDater: true));
    }

    static HorodatageConstate Refuse(string motif) => new(null, "", false, Confiance.Inconnue, motif);
}
