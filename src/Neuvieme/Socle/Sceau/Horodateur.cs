using System.Formats.Asn1;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;

namespace Neuvieme.Socle.Sceau;

/// <summary>Un service d'horodatage RFC 3161 ; rien n'est scellé sans l'heure quand elle est demandée.</summary>
public sealed class Horodateur : IDisposable
{
    const int ReponseMaximale = 256 * 1024;
    static readonly MediaTypeHeaderValue Demande = new("application/timestamp-query");

    readonly HttpClient _http;
    readonly Uri _adresse;

    public Horodateur(Uri adresse, TimeSpan? delai = null)
    {
        ArgumentNullException.ThrowIfNull(adresse);
        // Un mot de passe dans l'adresse finirait dans les messages et les journaux : la redire est exclu.
        if (!adresse.IsAbsoluteUri || adresse.Scheme is not ("http" or "https") || adresse.UserInfo.Length > 0) throw new SceauImpossibleException("L'adresse d'horodatage n'est pas une adresse http ou https sans identifiant ni mot de passe : corrigez le réglage.");
        _adresse = adresse;
        _http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = delai ?? TimeSpan.FromSeconds(15), MaxResponseContentBufferSize = ReponseMaximale };
    }

    /// <summary>Un jeton (TimeStampToken) qui date ces octets : nombre à usage unique, empreinte et certificat vérifiés.</summary>
    internal async Task<byte[]> Horodater(byte[] octets, CancellationToken ct)
    {
        var demande = Rfc3161TimestampRequest.CreateFromData(octets, HashAlgorithmName.SHA256, nonce: RandomNumberGenerator.GetBytes(16), requestSignerCertificates: true);
        byte[] reponse = await Demander(demande.Encode(), ct);
        try
        {
            var jeton = demande.ProcessResponse(reponse, out int lus);
            var cms = jeton.AsSignedCms();
            byte[] der = cms.Encode();
            if (lus == reponse.Length && jeton.VerifySignatureForData(octets, out _) && EnveloppeCms.EstCanonique(der, cms, EnveloppeCms.Jeton)) return der;
        }
        catch (Exception e) when (e is CryptographicException or AsnContentException)
        {
            throw Refus($"sa réponse n'est pas le jeton demandé ({e.Message})", e);
        }

        throw Refus("son jeton n'est pas signé comme il doit l'être");
    }

    async Task<byte[]> Demander(byte[] demande, CancellationToken ct)
    {
        using var contenu = new ByteArrayContent(demande) { Headers = { ContentType = Demande } };
        try
        {
            using var reponse = await _http.PostAsync(_adresse, contenu, ct);
            return reponse.StatusCode == HttpStatusCode.OK ? await reponse.Content.ReadAsByteArrayAsync(ct) : throw Refus($"il a répondu {(int)reponse.StatusCode}");
        }
        catch (OperationCanceledException e) when (!ct.IsCancellationRequested)
        {
            throw Refus($"aucune réponse en {_http.Timeout.TotalSeconds:0.#} s", e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw Refus(e.InnerException?.Message ?? e.Message, e);
        }
    }

    SceauImpossibleException Refus(string raison, Exception? cause = null) => new(
        $"Le service d'horodatage {_adresse.GetLeftPart(UriPartial.Path)} n'a pas daté le sceau : {raison}. Le document n'est pas scellé : vérifiez l'adresse et le réseau puis recommencez, ou retirez l'horodatage des réglages.", cause!);

    public void Dispose() => _http.Dispose();
}
