using System.Buffers;
using System.IO.Compression;
using System.Text;

namespace Neuvieme.Fonctions.Personnels.Importer;

/// <summary>Des octets reçus aux octets du XML : reconnaît ce qui n'en est pas, ouvre le zip, tient les limites.</summary>
static class OuvertureSts
{
    /// <summary>Un fichier est refusé dès 20 Mo décompressés ; 150 personnes et leurs services en font moins d'un.</summary>
    public const int TailleMaximale = 20_000_000;

    const int EntreesMaximales = 100;
    // Un export réel se réduit de 10 à 40 fois ; au-delà de 100 l'archive est faite pour gonfler.
    const int RapportMaximal = 100, RapportVerifieDes = 1_000_000;

    const string OuTrouver = "Dans STSWeb, ouvrir Exports > Emploi du temps et déposer ici le fichier sts_emp_… obtenu, sans l’ouvrir ni le modifier.";

    const string Refaire = "Refaire l’archive avec le seul fichier sts_emp_….xml, ou déposer ce fichier sans le compresser.";

    public static (ReadOnlyMemory<byte> Xml, string Nom, ErreurSts? Erreur) Ouvrir(ReadOnlyMemory<byte> octets, string nom, bool dansUnZip = false)
    {
        var debut = octets.Span[..Math.Min(octets.Length, 4096)];
        if (octets.Span.IndexOfAnyExcept(" \t\r\n"u8) < 0)
            return Refus(CodeErreurSts.FichierVide, nom, "le fichier est vide.", OuTrouver);
        if (debut.StartsWith("PK\x03\x04"u8) || debut.StartsWith("PK\x05\x06"u8))
            return dansUnZip ? Refus(CodeErreurSts.ZipImbrique, nom, "l’archive contient une autre archive.", Refaire) : OuvrirZip(octets, nom);
        if (octets.Length >= TailleMaximale)
            return TropGros(nom);
        if (AutreFormat(debut) is { } format)
            return nom.EndsWith(".zip", StringComparison.OrdinalIgnoreCase)
                ? Refus(CodeErreurSts.PasUnZip, nom, $"le nom finit par .zip mais le contenu n’est pas une archive zip ({format}).", OuTrouver)
                : Refus(CodeErreurSts.PasUnXml, nom, $"ce n’est pas un fichier XML ({format}).", OuTrouver);
        return (octets, nom, null);
    }

    static (ReadOnlyMemory<byte>, string, ErreurSts?) OuvrirZip(ReadOnlyMemory<byte> octets, string nom)
    {
        try
        {
            using var flux = new MemoryStream(octets.ToArray(), writable: false);
            using var zip = new ZipArchive(flux, ZipArchiveMode.Read);
            if (zip.Entries.Count > EntreesMaximales)
                return Refus(CodeErreurSts.ZipSuspect, nom, $"l’archive contient {zip.Entries.Count} fichiers.", Refaire);
            var entrees = zip.Entries.Where(e => e.Name.Length > 0 && !e.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal)).ToList();
            if (entrees.Exists(e => e.FullName is "[Content_Types].xml" || (e.FullName is "mimetype" && zip.GetEntry("content.xml") is not null)))
                return Refus(CodeErreurSts.PasUnXml, nom, "c’est un classeur ou un document bureautique.", OuTrouver);
            if (entrees.Find(e => Finit(e, ".zip")) is { } imbrique)
                return Refus(CodeErreurSts.ZipImbrique, nom, $"l’archive contient une autre archive ({imbrique.FullName}).", Refaire);
            var xmls = entrees.FindAll(e => Finit(e, ".xml"));
            if (xmls.Count == 0)
                return Refus(CodeErreurSts.ZipSansXml, nom, "l’archive ne contient aucun fichier XML.", Refaire);
            if (xmls.Count > 1)
                return Refus(CodeErreurSts.ZipPlusieursXml, nom, $"l’archive contient {xmls.Count} fichiers XML ({string.Join(", ", xmls.Take(5).Select(e => e.FullName))}).", Refaire);
            var entree = xmls[0];
            if (entree.IsEncrypted)
                return Refus(CodeErreurSts.ZipChiffre, nom, "l’archive est protégée par un mot de passe.", "L’ouvrir avec son mot de passe, puis déposer le fichier XML lui-même.");
            if (entree.Length >= TailleMaximale)
                return TropGros($"{nom} > {entree.FullName}");
            if (entree.Length > RapportVerifieDes && entree.Length / Math.Max(1, entree.CompressedLength) > RapportMaximal)
                return Refus(CodeErreurSts.ZipSuspect, nom, $"l’archive gonfle plus de {RapportMaximal} fois à l’ouverture.", "Déposer le fichier XML sans le compresser.");
            return Decompresser(entree, nom);
        }
        // Une archive abîmée ou forgée fait lever ces exceptions à ZipArchive selon l'octet atteint.
        catch (Exception e) when (e is InvalidDataException or IOException or ArgumentException or OverflowException or NotSupportedException)
        {
            return Refus(CodeErreurSts.ZipAbime, nom, "l’archive zip est abîmée ou incomplète.", "Recommencer le téléchargement, ou déposer le fichier XML sans le compresser.");
        }
    }

    static (ReadOnlyMemory<byte>, string, ErreurSts?) Decompresser(ZipArchiveEntry entree, string nom)
    {
        var dedans = $"{nom} > {entree.FullName}";
        using var source = entree.Open();
        using var sortie = new MemoryStream((int)entree.Length);
        var tampon = ArrayPool<byte>.Shared.Rent(81_920);
        try
        {
            // La taille annoncée dans l'archive peut mentir : on compte les octets réellement sortis.
            for (int lus; (lus = source.Read(tampon)) > 0;)
            {
                if (sortie.Length + lus >= TailleMaximale)
                    return TropGros(dedans);
                sortie.Write(tampon, 0, lus);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(tampon);
        }
        if (sortie.Length != entree.Length || Crc32(sortie.GetBuffer().AsSpan(0, (int)sortie.Length)) != entree.Crc32)
            throw new InvalidDataException("Somme de contrôle différente.");
        return Ouvrir(sortie.GetBuffer().AsMemory(0, (int)sortie.Length), dedans, dansUnZip: true);
    }

    // ZipArchive ne vérifie pas la somme de contrôle : un octet changé pourrait donner un XML lisible et faux.
    static uint Crc32(ReadOnlySpan<byte> octets)
    {
        var crc = uint.MaxValue;
        foreach (var o in octets)
            crc = TableCrc[(crc ^ o) & 0xFF] ^ (crc >> 8);
        return ~crc;
    }

    static readonly uint[] TableCrc = [.. Enumerable.Range(0, 256).Select(i =>
    {
        var c = (uint)i;
        for (var bit = 0; bit < 8; bit++)
            c = (c & 1) != 0 ? 0xEDB88320 ^ (c >> 1) : c >> 1;
        return c;
    })];

    static bool Finit(ZipArchiveEntry e, string extension) => e.Name.EndsWith(extension, StringComparison.OrdinalIgnoreCase);

    /// <summary>Nomme le format d'un contenu qui ne peut pas être du XML ; null quand il peut l'être.</summary>
    static string? AutreFormat(ReadOnlySpan<byte> debut)
    {
        if (debut.StartsWith("%PDF"u8)) return "c’est un PDF";
        if (debut.StartsWith("\x1F"u8)) return "c’est une archive gzip : la décompresser d’abord";
        if (debut.StartsWith("7z"u8) || debut.StartsWith("Rar!"u8)) return "c’est une archive 7z ou rar : seul le zip est accepté";
        if (debut.Length >= 4 && debut[0] == 0xD0 && debut[1] == 0xCF) return "c’est un ancien classeur ou document bureautique";
        var (encodage, saut) = EncodageSts.Marque(debut);
        var texte = (encodage ?? Encoding.Latin1).GetString(debut[saut..]).TrimStart(' ', '\t', '\r', '\n', '\uFEFF');
        if (texte.StartsWith('<')) return null;
        if (texte.AsSpan().IndexOf('\0') >= 0) return "c’est un fichier binaire";
        var ligne = texte.Split(['\r', '\n'], 2)[0];
        return ligne.AsSpan().IndexOfAny(';', ',', '\t') >= 0 ? "cela ressemble à un tableau CSV" : "le texte ne commence pas par une balise";
    }

    static (ReadOnlyMemory<byte>, string, ErreurSts?) TropGros(string nom) =>
        Refus(CodeErreurSts.TropGros, nom, "le fichier atteint 20 Mo, bien plus qu’un export d’établissement.", OuTrouver);

    static (ReadOnlyMemory<byte>, string, ErreurSts?) Refus(CodeErreurSts code, string nom, string message, string remede) =>
        (default, nom, new ErreurSts(code, nom, null, null, message, remede));
}
