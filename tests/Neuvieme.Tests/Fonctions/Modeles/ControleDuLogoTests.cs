using System.Text;
using Neuvieme.Fonctions.Modeles;

namespace Neuvieme.Tests.Fonctions.ModelesDeLAcademie;

public class ControleDuLogoTests
{
    const string Ns = "xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'";

    [Theory]
    [InlineData("<svg {0}><script>alert(1)</script></svg>", "script")]
    [InlineData("<svg {0} onload='x()'><rect/></svg>", "onload")]
    [InlineData("<svg {0}><image href='https://exemple.fr/p.png'/></svg>", "image")]
    [InlineData("<svg {0}><use xlink:href='https://exemple.fr/x.svg#a'/></svg>", "href")]
    [InlineData("<svg {0}><use href='/etc/passwd'/></svg>", "href")]
    [InlineData("<svg {0}><rect fill='url(https://exemple.fr/x)'/></svg>", "fill")]
    [InlineData("<svg {0}><style>@import 'x.css';</style></svg>", "style")]
    [InlineData("<svg {0}><foreignObject/></svg>", "foreignObject")]
    [InlineData("<svg {0}><text>Académie</text></svg>", "vectorisez")]
    [InlineData("<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><svg {0}>&x;</svg>", "DOCTYPE")]
    [InlineData("<html/>", "SVG")]
    [InlineData("GIF89a", "SVG")]
    public void Logo_QuiNEstPasQuUnDessin_EstRefuse(string fichier, string raison) =>
        ControleDuLogo.Lire(Encoding.UTF8.GetBytes(fichier.Replace("{0}", Ns, StringComparison.Ordinal))).Refus!.ShouldContain(raison);

    [Fact]
    public void Logo_DessinEtDegradeInternes_EstPris()
    {
        var (image, refus) = ControleDuLogo.Lire(Encoding.UTF8.GetBytes($"<svg {Ns} width='9' height='9'><defs><linearGradient id='a'/></defs><rect width='9' height='9' fill='url(#a)'/><use xlink:href='#a'/></svg>"));
        refus.ShouldBeNull();
        image.ShouldStartWith("<svg");
    }

    [Fact]
    public void Logo_Png_EstPrisEntierEtRefuseTronque()
    {
        var png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==");
        ControleDuLogo.Lire(png).Image.ShouldStartWith("data:image/png;base64,iVBOR");
        ControleDuLogo.Lire(png[..^12]).Refus!.ShouldContain("abîmé");
        ControleDuLogo.Lire(new byte[300_001]).Refus!.ShouldContain("300 Ko");
    }
}
