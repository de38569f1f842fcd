using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Neuvieme.Socle.Sceau;

public enum TypeDeCle { Rsa3072, EcdsaP256, EcdsaP384 }

/// <param name="Pem">Le certificat seul, à donner à qui vérifiera les sceaux.</param>
public sealed record CertificatCree(string Fichier, string EmpreinteSha256, string Pem);

/// <summary>Un certificat que l'organisation se délivre à elle-même : il prouve que rien n'a changé, mais ne dit qui scelle qu'à ceux qui le connaissent déjà.</summary>
public static class CertificatAutoSigne
{
    const string SignerDesDocuments = "1.3.6.1.5.5.7.3.36";

    /// <summary>Écrit le certificat et sa clé dans un fichier PFX neuf, lisible de son seul propriétaire.</summary>
    public static CertificatCree Creer(string fichier, string nom, string motDePasse, DateTimeOffset debut, int annees = 3, TypeDeCle type = TypeDeCle.EcdsaP256)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(fichier);
        ArgumentException.ThrowIfNullOrWhiteSpace(nom);
        if (string.IsNullOrEmpty(motDePasse)) throw new SceauImpossibleException("Un fichier de clé sans mot de passe se copie et s'emploie sans trace : donnez un mot de passe.");
        if (annees is < 1 or > 10) throw new SceauImpossibleException("La durée du certificat va de 1 à 10 ans.");
        using var certificat = Signer(nom, debut, annees, type);
        Ecrire(fichier, certificat.ExportPkcs12(Pkcs12ExportPbeParameters.Pbes2Aes256Sha256, motDePasse));
        return new(Path.GetFullPath(fichier), certificat.GetCertHashString(HashAlgorithmName.SHA256), certificat.ExportCertificatePem());
    }

    static X509Certificate2 Signer(string nom, DateTimeOffset debut, int annees, TypeDeCle type)
    {
        var sujet = new X500DistinguishedNameBuilder();
        sujet.AddCommonName(nom);
        sujet.AddCountryOrRegion("FR");
        using AsymmetricAlgorithm cle = type switch
        {
            TypeDeCle.Rsa3072 => RSA.Create(3072),
            TypeDeCle.EcdsaP384 => ECDsa.Create(ECCurve.NamedCurves.nistP384),
            _ => ECDsa.Create(ECCurve.NamedCurves.nistP256),
        };
        var demande = cle is RSA rsa
            ? new CertificateRequest(sujet.Build(), rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            : new CertificateRequest(sujet.Build(), (ECDsa)cle, type == TypeDeCle.EcdsaP384 ? HashAlgorithmName.SHA384 : HashAlgorithmName.SHA256);
        demande.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, hasPathLengthConstraint: false, 0, critical: true));
        demande.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, critical: true));
        demande.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new(SignerDesDocuments)], critical: false));
        demande.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(demande.PublicKey, critical: false));
        return demande.CreateSelfSigned(debut, debut.AddYears(annees));
    }

    static void Ecrire(string fichier, byte[] octets)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            using var flux = new FileStream(fichier, options);
            flux.Write(octets);
        }
        catch (IOException e) when (File.Exists(fichier))
        {
            throw new SceauImpossibleException($"« {fichier} » existe déjà : une clé ne s'écrase pas. Donnez un autre nom.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SceauImpossibleException($"« {fichier} » ne peut pas être écrit : choisissez un dossier où le compte du service écrit ({e.Message}).", e);
        }
    }
}
