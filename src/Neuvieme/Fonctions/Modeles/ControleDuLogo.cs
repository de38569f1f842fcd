using System.Buffers.Binary;
using System.Xml;
using System.Xml.Linq;

namespace Neuvieme.Fonctions.Modeles;

/// <summary>Un logo déposé : un dessin et rien d'autre. Ni script, ni adresse, ni texte dont la police manquerait.</summary>
public static class ControleDuLogo
{
    const int OctetsAuPlus = 300_000;
    static readonly XNamespace Svg = "http://www.w3.org/2000/svg";
    static readonly string[] Interdits = ["script", "foreignObject", "image", "iframe", "a", "style", "animate", "set", "animateTransform", "animateMotion"];

    /// <summary>L'image telle que le modèle la prend, ou la raison de la refuser.</summary>
    public static (string Image, string? Refus) Lire(byte[] octets)
    {
        if (octets.Length is 0 or > OctetsAuPlus)
        {
            return ("", octets.Length == 0 ? "Le fichier du logo est vide." : "Le logo a plus de 300 Ko : allégez-le, ou prenez-le en SVG.");
        }

        return octets.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]) ? Png(octets) : LireSvg(octets);
    }

    static (string, string?) Png(byte[] octets)
    {
        if (octets.Length < 45 || !octets.AsSpan(12, 4).SequenceEqual("IHDR"u8) || !octets.AsSpan(octets.Length - 8, 4).SequenceEqual("IEND"u8))
        {
            return ("", "Ce PNG est abîmé ou incomplet : enregistrez-le de nouveau.");
        }

        var (largeur, hauteur) = (BinaryPrimitives.ReadUInt32BigEndian(octets.AsSpan(16)), BinaryPrimitives.ReadUInt32BigEndian(octets.AsSpan(20)));
        return largeur is 0 or > 3000 || hauteur is 0 or > 3000 ? ("", $"Ce PNG fait {largeur} × {hauteur} points : 3 000 au plus de chaque côté.") : ("data:image/png;base64," + Convert.ToBase64String(octets), null);
    }

    static (string, string?) LireSvg(byte[] octets)
    {
        XDocument document;
        try
        {
            using var lecteur = XmlReader.Create(new MemoryStream(octets), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = OctetsAuPlus });
            document = XDocument.Load(lecteur);
        }
        catch (XmlException)
        {
            return ("", "Le logo est un SVG ou un PNG : ce fichier n’est ni l’un ni l’autre, ou contient une déclaration DOCTYPE.");
        }

        if (document.Root?.Name != Svg + "svg")
        {
            return ("", "Ce fichier XML n’est pas un dessin SVG.");
        }

        foreach (var e in document.Descendants())
        {
            if (Interdits.Contains(e.Name.LocalName))
            {
                return ("", $"Ce SVG contient « {e.Name.LocalName} » : un logo n’est qu’un dessin. Enregistrez-le en « SVG simple ».");
            }

            if (e.Name.LocalName is "text" or "tspan")
            {
                return ("", "Ce SVG contient du texte, dont la police manquerait : vectorisez les textes (« convertir en tracé »).");
            }

            if (e.Attributes().FirstOrDefault(a => a.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase) || !EstInterne(a)) is { } attribut)
            {
                return ("", $"Ce SVG renvoie ailleurs que dans lui-même (« {attribut.Name.LocalName} ») : un logo se suffit.");
            }
        }

        return (document.Root.ToString(SaveOptions.DisableFormatting), null);
    }

    static bool EstInterne(XAttribute a) => a.IsNamespaceDeclaration || ((a.Name.LocalName != "href" || a.Value.StartsWith('#'))
        && (!a.Value.Contains("url(", StringComparison.OrdinalIgnoreCase) || a.Value.Contains("url(#", StringComparison.OrdinalIgnoreCase)));
}
