using System.Net.Mail;
using System.Net.Mime;
using System.Text;

namespace Neuvieme.Socle.Courrier;

/// <summary>Un message tel qu'il part : une adresse, un objet, un texte. Jamais de pièce jointe ni d'image, rien qui se charge à l'ouverture.</summary>
/// <param name="Identifiant">Toujours le même pour le même courriel : une boîte qui le recevrait deux fois peut le reconnaître.</param>
/// <param name="NomDeFichier">Sous lequel il s'écrit dans un dossier, sans son extension.</param>
/// <param name="Desinscription">L'adresse qui fait cesser ce genre de courriel.</param>
public sealed record MessageCourrier(string A, string Objet, string Texte, string Identifiant, string NomDeFichier, string Desinscription);

/// <summary>Du texte à un message de la bibliothèque standard ; rien de ce qu'on y écrit ne peut ajouter un en-tête.</summary>
public static class Composition
{
    /// <summary>Sans retour à la ligne ni caractère de commande, et coupé entre deux caractères.</summary>
    public static string UneLigne(string texte, int longueur)
    {
        var sortie = new StringBuilder(Math.Min(texte.Length, longueur));
        foreach (var r in texte.EnumerateRunes())
        {
            var lu = EstDeCommande(r) ? new Rune(' ') : r;
            if (sortie.Length + lu.Utf16SequenceLength > longueur)
            {
                break;
            }

            if (lu.Value != ' ' || (sortie.Length > 0 && sortie[^1] != ' '))
            {
                sortie.Append(lu.ToString());
            }
        }

        return sortie.ToString().TrimEnd();
    }

    /// <summary>Le corps : les retours à la ligne restent, les autres caractères de commande non.</summary>
    public static string Lignes(string texte, int longueur)
    {
        var propre = string.Join('\n', texte.ReplaceLineEndings("\n").Split('\n').Select(l => UneLigne(l, longueur)));
        return propre.Length <= longueur ? propre : propre[..(char.IsHighSurrogate(propre[longueur - 1]) ? longueur - 1 : longueur)];
    }

    static bool EstDeCommande(Rune r) => Rune.IsControl(r) || r.Value is 0x2028 or 0x2029 or 0xFEFF || r.Value is >= 0x202A and <= 0x202E or >= 0x2066 and <= 0x2069;

    /// <exception cref="FormatException">L'adresse n'en est pas une.</exception>
    public static MailMessage Composer(MessageCourrier m, MailAddress expediteur)
    {
        var message = new MailMessage
        {
            From = expediteur, Subject = UneLigne(m.Objet, 200), SubjectEncoding = Encoding.UTF8, HeadersEncoding = Encoding.UTF8,
            Body = m.Texte.ReplaceLineEndings("\r\n"), BodyEncoding = Encoding.UTF8, BodyTransferEncoding = TransferEncoding.QuotedPrintable, IsBodyHtml = false,
        };
        try
        {
            message.To.Add(Destinataire(m.A));
            message.Headers.Add("Message-ID", $"<{m.Identifiant}@{expediteur.Host}>");
            // Une réponse automatique d'absence n'a personne à qui parler (RFC 3834).
            message.Headers.Add("Auto-Submitted", "auto-generated");
            message.Headers.Add("X-Auto-Response-Suppress", "All");
            message.Headers.Add("List-Unsubscribe", $"<{m.Desinscription}>");
            return message;
        }
        catch
        {
            message.Dispose();
            throw;
        }
    }

    /// <summary>Une adresse nue, sans nom : « a@b.fr, c@d.fr » ou « Nom &lt;a@b.fr&gt; » n'en sont pas une.</summary>
    static MailAddress Destinataire(string adresse) =>
        MailAddress.TryCreate(adresse, out var lue) && lue.Address == adresse && lue.DisplayName.Length == 0 ? lue : throw new FormatException("L’adresse de ce compte n’est pas une adresse de courriel.");
}
