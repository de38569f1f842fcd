using QRCoder;

namespace Neuvieme.Socle.Web;

/// <summary>Une adresse en carré, pour un téléphone ; l'entoure qui le pose d'une marge claire de quatre modules.</summary>
public static class CodeQr
{
    public static string Svg(string texte)
    {
        using var donnees = QRCodeGenerator.GenerateQrCode(texte, QRCodeGenerator.ECCLevel.M);
        return new SvgQRCode(donnees).GetGraphic(new System.Drawing.Size(160, 160), "#000000", "#ffffff", drawQuietZones: false);
    }
}
