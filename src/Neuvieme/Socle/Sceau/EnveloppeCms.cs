using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;

namespace Neuvieme.Socle.Sceau;

/// <summary>Ce que l'enveloppe d'une signature dit sans que rien ne le signe doit redire ce qui est signé (RFC 5652, § 5.1, 5.3 et 11.1) : pas un octet n'y est libre.</summary>
static class EnveloppeCms
{
    public const string Donnees = "1.2.840.113549.1.7.1";
    public const string Jeton = "1.2.840.113549.1.9.16.1.4";

    public static bool EstCanonique(ReadOnlyMemory<byte> octets, SignedCms cms, string type)
    {
        if (cms.SignerInfos is not [var signataire] || signataire.Certificate is not { } certificat) return false;
        bool parEmetteur = signataire.SignerIdentifier.Type == SubjectIdentifierType.IssuerAndSerialNumber;
        var signe = signataire.SignedAttributes.Cast<CryptographicAttributeObject>().SelectMany(a => a.Values.Cast<AsnEncodedData>()).OfType<Pkcs9ContentType>().SingleOrDefault();
        if (signataire.Version != (parEmetteur ? 1 : 3) || cms.Version != (type == Donnees && parEmetteur ? 1 : 3) || signe?.ContentType.Value != type) return false;

        var contenu = new AsnReader(octets, AsnEncodingRules.BER).ReadSequence();
        contenu.ReadObjectIdentifier();
        var donnees = contenu.ReadSequence(new Asn1Tag(TagClass.ContextSpecific, 0)).ReadSequence();
        donnees.ReadInteger();
        if (!EstEmpreinte(donnees.ReadSetOf().ReadSequence(), signataire) || donnees.ReadSequence().ReadObjectIdentifier() != type) return false;
        while (donnees.PeekTag().TagClass == TagClass.ContextSpecific) donnees.ReadEncodedValue();
        var signature = donnees.ReadSetOf().ReadSequence();
        signature.ReadInteger();
        if (parEmetteur && !signature.ReadSequence().ReadEncodedValue().Span.SequenceEqual(certificat.IssuerName.RawData)) return false;
        if (!parEmetteur) signature.ReadEncodedValue();
        return EstEmpreinte(signature.ReadSequence(), signataire);
    }

    /// <summary>Les paramètres d'une empreinte sont absents ou nuls (RFC 5754, § 2).</summary>
    static bool EstEmpreinte(AsnReader algorithme, SignerInfo signataire)
    {
        if (algorithme.ReadObjectIdentifier() != signataire.DigestAlgorithm.Value) return false;
        if (algorithme.HasData) algorithme.ReadNull();
        return !algorithme.HasData;
    }
}
