using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Neuvieme.Socle.Sceau;

/// <summary>Le certificat d'un sceau et sa clé privée, venus d'un fichier PFX ou du magasin de la machine.</summary>
public sealed class CleDeSceau : IDisposable
{
    const int RsaMinimal = 2048;
    const string CleEcdsa = "1.2.840.10045.2.1";
    const string P256 = "1.2.840.10045.3.1.7";
    const string P384 = "1.3.132.0.34";
    const int MotDePasseFaux = unchecked((int)0x80070056);

    readonly string _origine;

    CleDeSceau(string origine, X509Certificate2 certificat, X509Certificate2Collection chaine)
    {
        (_origine, Certificat, Chaine) = (origine, certificat, chaine);
        Empreinte = ExigerCleSure() == P384 ? SignatureCades.Sha384 : SignatureCades.Sha256;
        ExigerUsage();
    }

    internal X509Certificate2 Certificat { get; }

    internal X509Certificate2Collection Chaine { get; }

    /// <summary>La fonction d'empreinte à la mesure de la clé.</summary>
    internal string Empreinte { get; }

    /// <summary>Large : les certificats, plus ce qui les entoure, attributs et signature.</summary>
    internal int TailleDuCms => 2048 + Certificat.RawDataMemory.Length + Chaine.Sum(c => c.RawDataMemory.Length);

    public string Nom => Certificat.GetNameInfo(X509NameType.SimpleName, forIssuer: false);

    public DateTimeOffset ValableJusquau => new(Certificat.NotAfter);

    /// <summary>Empreinte SHA-256 du certificat, en hexadécimal.</summary>
    public string EmpreinteDuCertificat => Certificat.GetCertHashString(HashAlgorithmName.SHA256);

    public static CleDeSceau DepuisFichier(string chemin, string? motDePasse)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(chemin);
        byte[] octets;
        try
        {
            octets = File.ReadAllBytes(chemin);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new SceauImpossibleException($"Le fichier de clé « {chemin} » est introuvable : corrigez le réglage, ou déposez-y le fichier PFX (.pfx, .p12) du certificat.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SceauImpossibleException($"Le fichier de clé « {chemin} » ne s'ouvre pas : donnez le droit de le lire au compte du service ({e.Message}).", e);
        }

        // Une clé éphémère ne touche pas le disque ; macOS ne sait pas la garder ainsi.
        var garde = OperatingSystem.IsMacOS() ? X509KeyStorageFlags.DefaultKeySet : X509KeyStorageFlags.EphemeralKeySet;
        try
        {
            var certificats = X509CertificateLoader.LoadPkcs12Collection(octets, motDePasse, garde);
            return Choisir($"Le fichier de clé « {chemin} »", certificats);
        }
        catch (CryptographicException e) when (e.HResult == MotDePasseFaux)
        {
            throw new SceauImpossibleException($"Le mot de passe du fichier de clé « {chemin} » est faux : corrigez le réglage du mot de passe.", e);
        }
        catch (CryptographicException e)
        {
            throw new SceauImpossibleException($"« {chemin} » n'est pas un fichier de clé PFX lisible : exportez le certificat avec sa clé privée au format PKCS #12 (.pfx, .p12).", e);
        }
    }

    /// <param name="empreinte">Celle que montre le gestionnaire de certificats (SHA-1), espaces et deux-points admis.</param>
    public static CleDeSceau DepuisMagasin(string empreinte)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(empreinte);
        string nue = string.Concat(empreinte.Where(char.IsAsciiHexDigit)).ToUpperInvariant();
        foreach (var lieu in (StoreLocation[])[StoreLocation.CurrentUser, StoreLocation.LocalMachine])
        {
            try
            {
                using var magasin = new X509Store(StoreName.My, lieu);
                magasin.Open(OpenFlags.ReadOnly | OpenFlags.OpenExistingOnly);
                var trouves = magasin.Certificates.Find(X509FindType.FindByThumbprint, nue, validOnly: false);
                if (trouves.Count > 0) return Choisir($"Le certificat {nue} du magasin", trouves);
            }
            catch (Exception e) when (e is CryptographicException or PlatformNotSupportedException)
            {
                // Ce magasin n'existe pas ici : il n'y a rien à y trouver.
            }
        }

        throw new SceauImpossibleException($"Aucun certificat d'empreinte {nue} dans le magasin personnel du compte du service ni de la machine : importez-le avec sa clé privée, ou corrigez l'empreinte.");
    }

    static CleDeSceau Choisir(string origine, X509Certificate2Collection certificats)
    {
        if (certificats.Count == 0) throw new SceauImpossibleException($"{origine} ne contient aucun certificat : exportez-le avec sa clé privée.");
        var propre = certificats.FirstOrDefault(c => c.HasPrivateKey)
            ?? throw new SceauImpossibleException($"{origine} ne porte pas de clé privée : exportez de nouveau le certificat en demandant d'inclure la clé privée.");
        certificats.Remove(propre);
        return new(origine, propre, certificats);
    }

    internal void ExigerValidite(DateTimeOffset instant)
    {
        var debut = new DateTimeOffset(Certificat.NotBefore);
        if (instant > ValableJusquau) throw new SceauImpossibleException($"{_origine} : le certificat « {Nom} » a expiré le {Jour(ValableJusquau)}. Faites-le renouveler, puis remplacez la clé.");
        if (instant < debut) throw new SceauImpossibleException($"{_origine} : le certificat « {Nom} » n'est valable qu'à partir du {Jour(debut)}. Vérifiez l'heure de la machine, ou attendez cette date.");
    }

    static string Jour(DateTimeOffset instant) => Francais.Date(Horloge.AParis(instant.UtcDateTime));

    string? ExigerCleSure()
    {
        using var rsa = Certificat.GetRSAPublicKey();
        if (rsa?.KeySize >= RsaMinimal) return null;
        return Courbe() is P256 or P384 ? Courbe()
            : throw new SceauImpossibleException($"{_origine} : la clé n'est ni RSA d'au moins {RsaMinimal} bits, ni ECDSA sur P-256 ou P-384. Demandez un certificat d'une de ces forces.");
    }

    string? Courbe()
    {
        byte[]? parametres = Certificat.GetKeyAlgorithmParameters();
        return Certificat.GetKeyAlgorithm() == CleEcdsa && Asn1Tag.TryDecode(parametres, out var marque, out _) && marque == Asn1Tag.ObjectIdentifier ? AsnDecoder.ReadObjectIdentifier(parametres, AsnEncodingRules.DER, out _) : null;
    }

    /// <summary>Les cachets qualifiés portent « non-répudiation » seule (ETSI EN 319 412-2, § 4.3.2) : elle vaut signature.</summary>
    void ExigerUsage()
    {
        var usages = Certificat.Extensions.OfType<X509KeyUsageExtension>().FirstOrDefault();
        if (usages is not null && (usages.KeyUsages & (X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation)) == X509KeyUsageFlags.None)
        {
            throw new SceauImpossibleException($"{_origine} : le certificat « {Nom} » n'est pas fait pour signer (usage de clé sans « digitalSignature »). Demandez un certificat de cachet ou de signature.");
        }
    }

    public void Dispose()
    {
        Certificat.Dispose();
        foreach (var c in Chaine) c.Dispose();
    }
}
