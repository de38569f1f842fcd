using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Neuvieme.Tests.Socle.Sceau;

public enum Panne { Aucune, AutreNonce, AutreEmpreinte, CharabiaEn200, Vide, Enorme, Erreur500, Muette, Eteinte }

/// <summary>Un service d'horodatage de la boucle locale : les jetons sont d'openssl.</summary>
public sealed class AutoriteDHorodatage : IAsyncDisposable
{
    readonly AtelierDeSceau _atelier;
    readonly Panne _panne;
    readonly string _prefixe = $"{Guid.NewGuid():N}-";
    readonly WebApplication _site;
    readonly CancellationTokenSource _arret = new();

    AutoriteDHorodatage(AtelierDeSceau atelier, Panne panne)
    {
        (_atelier, _panne) = (atelier, panne);
        var preparation = WebApplication.CreateSlimBuilder();
        preparation.Logging.ClearProviders();
        preparation.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        _site = preparation.Build();
        _site.MapPost("/", Repondre);
    }

    public X509Certificate2 Racine { get; private set; } = null!;

    public string FichierRacine => Chemin("racine.pem");

    public Uri Adresse { get; private set; } = null!;

    public TimeSpan Delai => TimeSpan.FromSeconds(_panne == Panne.Muette ? 1 : 20);

    public static async Task<AutoriteDHorodatage> Ouvrir(AtelierDeSceau atelier, Panne panne = Panne.Aucune)
    {
        // Ici plutôt qu'au premier jeton : un test s'ignore, une réponse du site non.
        await AtelierDeSceau.Openssl("version");
        var tsa = new AutoriteDHorodatage(atelier, panne);
        tsa.EcrireLesCertificats();
        await tsa._site.StartAsync();
        tsa.Adresse = new(tsa._site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/");
        if (panne == Panne.Eteinte) await tsa._site.StopAsync();
        return tsa;
    }

    async Task Repondre(HttpContext contexte)
    {
        using var corps = new MemoryStream();
        await contexte.Request.Body.CopyToAsync(corps);
        byte[] demande = corps.ToArray();
        contexte.Request.ContentType.ShouldBe("application/timestamp-query");
        Rfc3161TimestampRequest.TryDecode(demande, out var lue, out _).ShouldBeTrue();
        contexte.Response.ContentType = "application/timestamp-reply";
        contexte.Response.StatusCode = _panne == Panne.Erreur500 ? 500 : 200;
        if (_panne == Panne.Muette) await Task.Delay(TimeSpan.FromMinutes(1), _arret.Token);
        byte[] reponse = _panne switch
        {
            Panne.CharabiaEn200 => "<html>Bonjour</html>"u8.ToArray(),
            Panne.Vide or Panne.Erreur500 => [],
            Panne.Enorme => new byte[1024 * 1024],
            Panne.AutreNonce => await Jeton(Rfc3161TimestampRequest.CreateFromHash(lue!.GetMessageHash(), HashAlgorithmName.SHA256, nonce: RandomNumberGenerator.GetBytes(16), requestSignerCertificates: true).Encode()),
            Panne.AutreEmpreinte => await Jeton(Rfc3161TimestampRequest.CreateFromData([1, 2, 3], HashAlgorithmName.SHA256, nonce: lue!.GetNonce(), requestSignerCertificates: true).Encode()),
            _ => await Jeton(demande),
        };
        await contexte.Response.Body.WriteAsync(reponse);
    }

    async Task<byte[]> Jeton(byte[] demande)
    {
        string nom = $"{Guid.NewGuid():N}";
        await File.WriteAllBytesAsync(Chemin(nom), demande);
        await AtelierDeSceau.Openssl("ts", "-reply", "-config", Chemin("ts.cnf"), "-section", "tsa", "-queryfile", Chemin(nom), "-out", Chemin(nom + ".rep"));
        return await File.ReadAllBytesAsync(Chemin(nom + ".rep"));
    }

    void EcrireLesCertificats()
    {
        var maintenant = TimeProvider.System.GetUtcNow();
        using var cleRacine = RSA.Create(2048);
        var racine = new CertificateRequest("CN=Racine d'essai", cleRacine, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        racine.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        Racine = racine.CreateSelfSigned(maintenant.AddDays(-2), maintenant.AddYears(10));
        using var cle = RSA.Create(2048);
        var demande = new CertificateRequest("CN=Horodateur d'essai", cle, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        demande.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new("1.3.6.1.5.5.7.3.8")], critical: true));
        demande.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        using var certificat = demande.Create(Racine, maintenant.AddDays(-1), maintenant.AddYears(9), [1]);
        File.WriteAllText(FichierRacine, Racine.ExportCertificatePem());
        File.WriteAllText(Chemin("tsa.pem"), certificat.ExportCertificatePem());
        File.WriteAllText(Chemin("tsa.cle"), cle.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(Chemin("serie"), "01\n");
        File.WriteAllText(Chemin("ts.cnf"), $"""
            [tsa]
            serial = {Chemin("serie")}
            crypto_device = builtin
            signer_cert = {Chemin("tsa.pem")}
            signer_key = {Chemin("tsa.cle")}
            signer_digest = sha256
            default_policy = 1.2.3.4.1
            digests = sha256, sha384
            accuracy = secs:1
            ess_cert_id_alg = sha256
            """);
    }

    string Chemin(string nom) => _atelier.Chemin(_prefixe + nom);

    public async ValueTask DisposeAsync()
    {
        await _arret.CancelAsync();
        await _site.DisposeAsync();
        _arret.Dispose();
        Racine.Dispose();
    }
}
