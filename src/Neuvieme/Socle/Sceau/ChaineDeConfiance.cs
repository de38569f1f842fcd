using System.Security.Cryptography.X509Certificates;

namespace Neuvieme.Socle.Sceau;

/// <summary>Qui se porte garant d'un certificat. Rien n'est téléchargé : un certificat hostile ferait visiter l'adresse de son choix.</summary>
sealed class ChaineDeConfiance(TimeProvider temps, IReadOnlyCollection<X509Certificate2> autorites)
{
    const string Dater = "1.3.6.1.5.5.7.3.8";

    /// <summary>Signer des documents (RFC 9336, Microsoft, Adobe), du courrier, ou tout usage.</summary>
    static readonly string[] UsagesDeSceau = ["1.3.6.1.5.5.7.3.36", "1.3.6.1.4.1.311.10.3.12", "1.2.840.113583.1.1.5", "1.3.6.1.5.5.7.3.4", "2.5.29.37.0"];

    public Confiance Juger(X509Certificate2 certificat, X509Certificate2Collection joints, DateTimeOffset? prouve, bool pourDater)
    {
        var instant = prouve ?? temps.GetUtcNow();
        // Le certificat du cachet réglé ici se reconnaît lui-même : celui qu'une autorité a délivré n'est pas une racine.
        if (EnVigueur(certificat, instant) && autorites.Any(a => a.RawDataMemory.Span.SequenceEqual(certificat.RawDataMemory.Span))) return Confiance.Reconnue;
        if (autorites.Count > 0 && Mene(certificat, joints, instant, pourDater, autorites)) return Confiance.Reconnue;
        if ((pourDater || FaitPourSceller(certificat)) && Mene(certificat, joints, instant, pourDater, null)) return Confiance.Reconnue;
        if (!EnVigueur(certificat, instant)) return Confiance.HorsValidite;
        return certificat.SubjectName.RawData.AsSpan().SequenceEqual(certificat.IssuerName.RawData) ? Confiance.AutoSignee : Confiance.Inconnue;
    }

    static bool EnVigueur(X509Certificate2 certificat, DateTimeOffset instant) => instant.UtcDateTime >= certificat.NotBefore.ToUniversalTime() && instant.UtcDateTime <= certificat.NotAfter.ToUniversalTime();

    /// <summary>Les autorités de la machine délivrent surtout des certificats de sites : le sien ne fait d'un hébergeur ni un établissement ni un rectorat.</summary>
    static bool FaitPourSceller(X509Certificate2 certificat) =>
        certificat.Extensions.OfType<X509EnhancedKeyUsageExtension>().All(e => e.EnhancedKeyUsages.Cast<System.Security.Cryptography.Oid>().Any(u => UsagesDeSceau.Contains(u.Value)));

    static bool Mene(X509Certificate2 certificat, X509Certificate2Collection joints, DateTimeOffset instant, bool pourDater, IReadOnlyCollection<X509Certificate2>? racines)
    {
        using var chaine = new X509Chain();
        var regle = chaine.ChainPolicy;
        regle.RevocationMode = X509RevocationMode.NoCheck;
        regle.DisableCertificateDownloads = true;
        regle.VerificationTime = instant.UtcDateTime;
        regle.ExtraStore.AddRange(joints);
        if (pourDater) regle.ApplicationPolicy.Add(new(Dater));
        if (racines is not null)
        {
            regle.TrustMode = X509ChainTrustMode.CustomRootTrust;
            foreach (var racine in racines) regle.CustomTrustStore.Add(racine);
        }

        bool mene = chaine.Build(certificat);
        foreach (var maillon in chaine.ChainElements) maillon.Certificate.Dispose();
        return mene;
    }
}
