using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Neuvieme.Socle.Sceau;

/// <summary>Une révision ajoutée à la suite du fichier (ISO 32000-1, § 7.5.6) : pas un octet de ce qui précède ne change.</summary>
sealed class MiseAJourPdf : IDisposable
{
    readonly FichierPdf _fichier;
    readonly MemoryStream _sortie;
    readonly SortedDictionary<int, (int Ou, int Generation)> _ecrits = [];
    int _libre;

    public MiseAJourPdf(FichierPdf fichier)
    {
        _fichier = fichier;
        _libre = fichier.NumeroLibre;
        _sortie = new(fichier.Octets.Length + 64 * 1024);
        _sortie.Write(fichier.Octets);
        if (fichier.Octets[^1] is not ((byte)'\n' or (byte)'\r')) _sortie.WriteByte((byte)'\n');
    }

    public int NumeroNeuf() => _libre++;

    /// <summary>Écrit l'objet ; rend l'octet où commence son contenu.</summary>
    public int Ecrire(int numero, int generation, string contenu)
    {
        _ecrits[numero] = ((int)_sortie.Length, generation);
        Ascii($"{numero} {generation} obj\n");
        int debut = (int)_sortie.Length;
        Ascii($"{contenu}\nendobj\n");
        return debut;
    }

    public byte[] Terminer()
    {
        var final = _fichier.Final.Where(e => e.Key is not ("Size" or "Prev" or "ID" or "XRefStm" or "Type" or "W" or "Index" or "Filter" or "DecodeParms" or "Length"))
            .ToDictionary(e => e.Key, e => Brut(e.Value), StringComparer.Ordinal);
        final["Prev"] = $"{_fichier.DerniereTable}";
        final["ID"] = Identifiants();
        int table = (int)_sortie.Length;
        if (_fichier.TableEnFlux) TableEnFlux(final, table);
        else Table(final);
        Ascii($"startxref\n{table}\n%%EOF\n");
        return _sortie.ToArray();
    }

    /// <summary>Les mêmes entrées, celles qu'on donne ajoutées ou changées.</summary>
    public static string Completer(Dictionary<string, ValeurPdf> dictionnaire, params (string Cle, string Valeur)[] changees)
    {
        var entrees = dictionnaire.ToDictionary(e => e.Key, e => Brut(e.Value), StringComparer.Ordinal);
        foreach (var (cle, valeur) in changees) entrees[cle] = valeur;
        return Dictionnaire(entrees);
    }

    public static string Brut(ValeurPdf valeur) => Encoding.Latin1.GetString(valeur.Octets);

    static string Dictionnaire(Dictionary<string, string> entrees) => $"<< {string.Join(' ', entrees.Select(e => $"/{Nom(e.Key)} {e.Value}"))} >>";

    static string Nom(string nom) => string.Concat(nom.Select(c => char.IsAsciiLetterOrDigit(c) || "_-.+".Contains(c) ? $"{c}" : $"#{(int)c:X2}"));

    void Table(Dictionary<string, string> final)
    {
        Ascii("xref\n");
        foreach (var (premier, combien) in Tranches())
        {
            Ascii($"{premier} {combien}\n");
            for (int n = premier; n < premier + combien; n++) Ascii(string.Create(CultureInfo.InvariantCulture, $"{_ecrits[n].Ou:D10} {_ecrits[n].Generation:D5} n \n"));
        }

        final["Size"] = $"{_libre}";
        Ascii($"trailer\n{Dictionnaire(final)}\n");
    }

    void TableEnFlux(Dictionary<string, string> final, int table)
    {
        int numero = NumeroNeuf();
        _ecrits[numero] = (table, 0);
        byte[] entrees = [.. _ecrits.Values.SelectMany(e => (byte[])[1, (byte)(e.Ou >> 24), (byte)(e.Ou >> 16 & 255), (byte)(e.Ou >> 8 & 255), (byte)(e.Ou & 255), (byte)(e.Generation >> 8 & 255), (byte)(e.Generation & 255)])];
        final["Type"] = "/XRef";
        final["Size"] = $"{_libre}";
        final["W"] = "[1 4 2]";
        final["Index"] = $"[{string.Join(' ', Tranches().Select(t => $"{t.Premier} {t.Combien}"))}]";
        final["Length"] = $"{entrees.Length}";
        Ascii($"{numero} 0 obj\n{Dictionnaire(final)}\nstream\n");
        _sortie.Write(entrees);
        Ascii("\nendstream\nendobj\n");
    }

    List<(int Premier, int Combien)> Tranches()
    {
        List<(int Premier, int Combien)> tranches = [];
        foreach (int n in _ecrits.Keys)
        {
            if (tranches.Count > 0 && tranches[^1] is var (premier, combien) && premier + combien == n) tranches[^1] = (premier, combien + 1);
            else tranches.Add((n, 1));
        }

        return tranches;
    }

    /// <summary>Le premier identifiant nomme le document, le second sa révision (ISO 32000-1, § 14.4).</summary>
    string Identifiants()
    {
        string revision = Convert.ToHexString(SHA256.HashData(_sortie.GetBuffer().AsSpan(0, (int)_sortie.Length)).AsSpan(0, 16));
        var ids = _fichier.Suivre(_fichier.Final, "ID");
        return ids.EstTableau && ids.Elements() is [var premier, _] ? $"[{Brut(premier)} <{revision}>]" : $"[<{revision}> <{revision}>]";
    }

    void Ascii(string texte) => _sortie.Write(Encoding.Latin1.GetBytes(texte));

    public void Dispose() => _sortie.Dispose();
}
