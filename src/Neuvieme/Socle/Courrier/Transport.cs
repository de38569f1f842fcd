using System.Net;
using System.Net.Mail;
using System.Net.Sockets;
using System.Security.Authentication;

namespace Neuvieme.Socle.Courrier;

public enum SortDuMessage { Parti, ARetenter, Refuse }

/// <summary>Ce qu'un envoi a donné, avec les mots du serveur quand il a refusé.</summary>
/// <param name="ServeurEnCause">L'échec ne tient pas à ce message : les suivants échoueraient aussi.</param>
public readonly record struct ResultatDEnvoi(SortDuMessage Sort, string Raison = "", bool ServeurEnCause = false);

/// <summary>Remet un message au serveur SMTP, ou l'écrit dans un dossier. Une connexion par message : un échec n'en gâte pas un autre.</summary>
public sealed class Transport(ReglagesCourrier reglages)
{
    static readonly TimeSpan Delai = TimeSpan.FromSeconds(30);

    public async Task<ResultatDEnvoi> Envoyer(MessageCourrier m)
    {
        // L'arrêt du site n'interrompt pas un envoi commencé : on ne saurait pas s'il est arrivé.
        using var delai = new CancellationTokenSource(Delai);
        try
        {
            using var message = Composition.Composer(m, reglages.Expediteur);
            if (reglages.Mode == ModeCourrier.Dossier)
            {
                await Ecrire(message, m.NomDeFichier, delai.Token);
            }
            else
            {
                using var client = new SmtpClient(reglages.Hote, reglages.Port) { EnableSsl = reglages.Chiffre, DeliveryMethod = SmtpDeliveryMethod.Network };
                client.Credentials = reglages.Utilisateur.Length == 0 ? null : new NetworkCredential(reglages.Utilisateur, reglages.MotDePasse);
                await client.SendMailAsync(message, delai.Token);
            }

            return new(SortDuMessage.Parti);
        }
        catch (FormatException erreur)
        {
            return new(SortDuMessage.Refuse, erreur.Message);
        }
        catch (OperationCanceledException)
        {
            return new(SortDuMessage.ARetenter, $"Le serveur n’a pas répondu en {Delai.TotalSeconds} secondes.", ServeurEnCause: true);
        }
        catch (SmtpException erreur)
        {
            return Classer(erreur);
        }
        catch (Exception erreur) when (erreur is IOException or UnauthorizedAccessException or AuthenticationException or SocketException or InvalidOperationException)
        {
            return new(SortDuMessage.ARetenter, erreur.Message, ServeurEnCause: true);
        }
    }

    /// <summary>
    /// Un 5xx est définitif (RFC 5321 § 4.2.1) quand il vise le destinataire ou le message ; quand il vise notre façon de nous
    /// présenter — identification, chiffrement, commande — c'est un réglage à corriger, et tous les courriels attendent.
    /// </summary>
    static ResultatDEnvoi Classer(SmtpException erreur)
    {
        var code = (int)erreur.StatusCode;
        var raison = Composition.UneLigne(erreur.InnerException is { } cause && code < 200 ? $"{erreur.Message} {cause.Message}" : erreur.Message, 500);
        return erreur switch
        {
            SmtpFailedRecipientException when code >= 500 => new(SortDuMessage.Refuse, raison),
            SmtpFailedRecipientException => new(SortDuMessage.ARetenter, raison),
            _ when code is >= 550 and <= 569 => new(SortDuMessage.Refuse, raison),
            _ when code is 450 or 451 or 452 => new(SortDuMessage.ARetenter, raison),
            _ => new(SortDuMessage.ARetenter, raison, ServeurEnCause: true),
        };
    }

    /// <summary>La bibliothèque choisit un nom illisible : on le change, sans jamais écraser. Le même nom est le même courriel, déjà écrit.</summary>
    async Task Ecrire(MailMessage message, string nom, CancellationToken ct)
    {
        Creer(reglages.Dossier);
        var atelier = Directory.CreateDirectory(Path.Combine(reglages.Dossier, ".en-cours-" + Guid.NewGuid().ToString("N"))).FullName;
        try
        {
            using (var client = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = atelier })
            {
                await client.SendMailAsync(message, ct);
            }

            var cible = Path.Combine(reglages.Dossier, nom + ".eml");
            if (!File.Exists(cible))
            {
                File.Move(Directory.GetFiles(atelier).Single(), cible, overwrite: false);
            }
        }
        finally
        {
            Directory.Delete(atelier, recursive: true);
        }
    }

    /// <summary>Lisible du seul service : un courriel nomme des personnes.</summary>
    static void Creer(string dossier)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(dossier);
        }
        else
        {
            Directory.CreateDirectory(dossier, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
