using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace Neuvieme.Socle.Sceau;

/// <summary>La signature CMS d'un sceau (ETSI EN 319 122-1) : le type, l'empreinte et le certificat y sont signés ; l'heure, elle, est dans le PDF.</summary>
static class SignatureCades
{
    const string CertificatSigne = "1.2.840.113549.1.9.16.2.47";
    public const string JetonDHorodatage = "1.2.840.113549.1.9.16.2.14";
    public const string Sha256 = "2.16.840.1.101.3.4.2.1";
    public const string Sha384 = "2.16.840.1.101.3.4.2.2";
    public const string Sha512 = "2.16.840.1.101.3.4.2.3";

    public static byte[] Signer(byte[] contenu, CleDeSceau cle)
    {
        var cms = new SignedCms(new ContentInfo(contenu), detached: true);
        var signataire = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, cle.Certificat)
        {
            DigestAlgorithm = new(cle.Empreinte),
            // La chaîne vient du fichier de clé : la chercher irait sur le réseau.
            IncludeOption = X509IncludeOption.EndCertOnly,
        };
        signataire.Certificates.AddRange(cle.Chaine);
        signataire.SignedAttributes.Add(new AsnEncodedData(new Oid(CertificatSigne), AttributDuCertificat(cle.Certificat)));
        try
        {
            cms.ComputeSignature(signataire, silent: true);
        }
        catch (CryptographicException e)
        {
            throw new SceauImpossibleException($"La clé du certificat « {cle.Nom} » n'a pas pu signer : {e.Message}", e);
        }

        return cms.Encode();
    }

    /// <summary>Le jeton porte sur la valeur de la signature, et s'y joint sans être signé (niveau B-T).</summary>
    public static async Task<byte[]> Horodater(byte[] signature, Horodateur horodateur, CancellationToken ct)
    {
        var cms = new SignedCms();
        cms.Decode(signature);
        byte[] jeton = await horodateur.Horodater(cms.SignerInfos[0].GetSignature(), ct);
        cms.SignerInfos[0].AddUnsignedAttribute(new AsnEncodedData(new Oid(JetonDHorodatage), jeton));
        return cms.Encode();
    }

    /// <summary>SigningCertificateV2 (RFC 5035, § 3) : un autre certificat de la même clé ne peut prendre la place de celui-ci.</summary>
    static byte[] AttributDuCertificat(X509Certificate2 certificat)
    {
        var a = new AsnWriter(AsnEncodingRules.DER);
        using (a.PushSequence())
        using (a.PushSequence())
        using (a.PushSequence())
        {
            a.WriteOctetString(certificat.GetCertHash(HashAlgorithmName.SHA256));
        }

        return a.Encode();
    }

    /// <summary>L'attribut signé désigne ce certificat ; nul s'il manque.</summary>
    public static bool? Designe(SignerInfo signature, X509Certificate2 certificat)
    {
        var attributs = signature.SignedAttributes.Cast<CryptographicAttributeObject>().Where(a => a.Oid.Value == CertificatSigne).ToList();
        if (attributs.Count == 0) return null;
        if (attributs.Count > 1 || attributs[0].Values.Count != 1) return false;
        var premier = new AsnReader(attributs[0].Values[0].RawData, AsnEncodingRules.BER).ReadSequence().ReadSequence().ReadSequence();
        string algorithme = premier.PeekTag().HasSameClassAndValue(Asn1Tag.Sequence) ? premier.ReadSequence().ReadObjectIdentifier() : Sha256;
        return Algorithme(algorithme) is { } nom && premier.ReadOctetString().AsSpan().SequenceEqual(certificat.GetCertHash(nom));
    }

    /// <summary>Les seules fonctions d'empreinte admises ; SHA-1 et MD5 se contrefont.</summary>
    public static HashAlgorithmName? Algorithme(string? oid) => oid switch
    {
        Sha256 => HashAlgorithmName.SHA256,
        Sha384 => HashAlgorithmName.SHA384,
        Sha512 => HashAlgorithmName.SHA512,
        _ => null,
    };
}
