using System.IO.Compression;

namespace Neuvieme.Socle.Sceau;

/// <summary>Les flux qu'il faut ouvrir pour suivre les références (ISO 32000-1, § 7.5.7 et 7.5.8) ; les autres se recopient sans se lire.</summary>
sealed class FluxPdf(byte[] octets, FichierPdf fichier)
{
    /// <summary>Quelques kilo-octets se gonflent en gigaoctets : tout ce qu'un document décompresse ensemble est borné.</summary>
    int _reste = FichierPdf.TailleMaximale;

    /// <summary>Où commence chaque objet d'un flux d'objets, dans leur ordre.</summary>
    public (byte[] Contenu, int[] Places) Objets(ValeurPdf objet)
    {
        var d = objet.Dictionnaire();
        byte[] contenu = Contenu(objet, d);
        int combien = Entier(d, "N", 0), premier = Entier(d, "First", 0);
        // Chaque objet s'annonce par deux nombres : quatre octets au moins.
        if (combien < 0 || premier < 0 || combien > contenu.Length / 4) throw LecturePdf.Illisible(objet.Debut, "flux d'objets abîmé");
        int[] places = new int[combien];
        int i = 0;
        for (int k = 0; k < combien; k++)
        {
            var numero = LecturePdf.Valeur(contenu, i, seule: true);
            var place = LecturePdf.Valeur(contenu, numero.Fin, seule: true);
            i = place.Fin;
            places[k] = place.Entier is { } ou && ou >= 0 && ou < contenu.Length - premier ? premier + ou : throw LecturePdf.Illisible(objet.Debut, "flux d'objets abîmé");
        }

        return (contenu, places);
    }

    /// <summary>Les entrées d'une table de références en flux : sorte 0 libre, 1 à un octet du fichier, 2 dans un flux d'objets.</summary>
    public IEnumerable<(int Numero, int Sorte, int Ou, int Rang)> Table(ValeurPdf objet)
    {
        var d = objet.Dictionnaire();
        if (fichier.Suivre(d, "Type").Nom != "XRef") throw LecturePdf.Illisible(objet.Debut, "la table de références est attendue");
        byte[] contenu = Contenu(objet, d);
        int[] largeurs = d.TryGetValue("W", out var w) ? Entiers(w) : [];
        if (largeurs.Length != 3 || largeurs.Any(l => l is < 0 or > 8) || largeurs.Sum() == 0) throw LecturePdf.Illisible(objet.Debut, "table de références sans largeurs");
        int[] tranches = d.TryGetValue("Index", out var index) ? Entiers(index) : [0, Entier(d, "Size", 0)];
        int i = 0;
        for (int t = 0; t + 1 < tranches.Length; t += 2)
        {
            for (int k = 0; k < tranches[t + 1]; k++)
            {
                if (i + largeurs.Sum() > contenu.Length) throw LecturePdf.Illisible(objet.Debut, "table de références trop courte");
                int sorte = largeurs[0] == 0 ? 1 : Lire(largeurs[0]);
                yield return (tranches[t] + k, sorte, Lire(largeurs[1]), Lire(largeurs[2]));
            }
        }

        int Lire(int largeur)
        {
            ulong n = 0;
            for (int fin = i + largeur; i < fin; i++) n = unchecked(n << 8) | contenu[i];
            return n > int.MaxValue ? int.MaxValue : (int)n;
        }
    }

    byte[] Contenu(ValeurPdf objet, Dictionary<string, ValeurPdf> d)
    {
        int i = LecturePdf.PasserBlancs(octets, objet.Fin);
        if (objet.Source != octets || !LecturePdf.Commence(octets, i, "stream"u8)) throw LecturePdf.Illisible(objet.Debut, "un flux est attendu");
        i += 6;
        if (i < octets.Length && octets[i] == (byte)'\r') i++;
        if (i < octets.Length && octets[i] == (byte)'\n') i++;
        int longueur = Entier(d, "Length", -1);
        if (longueur < 0 || longueur > octets.Length - i) throw LecturePdf.Illisible(objet.Debut, "un flux dépasse la fin du fichier");
        // Mille tables désignent les mêmes octets ; et des blocs vides se décompressent sans rien rendre.
        fichier.Compter(longueur);
        var filtre = Seul(d, "Filter");
        if (filtre.EstNulle) return octets[i..(i + longueur)];
        if (filtre.Nom != "FlateDecode") throw LecturePdf.Illisible(objet.Debut, $"compression /{filtre.Nom} inconnue pour une table");
        byte[] clair = Gonfler(i, longueur);
        var reglages = Seul(d, "DecodeParms");
        return reglages.EstNulle ? clair : SansPrediction(clair, reglages);
    }

    byte[] Gonfler(int debut, int longueur)
    {
        using var source = new ZLibStream(new MemoryStream(octets, debut, longueur), CompressionMode.Decompress);
        using var clair = new MemoryStream();
        byte[] bloc = new byte[16 * 1024];
        try
        {
            for (int lus; (lus = source.Read(bloc)) > 0; clair.Write(bloc, 0, lus))
            {
                if ((_reste -= lus) < 0) throw LecturePdf.Illisible(debut, "flux démesuré une fois décompressé");
            }
        }
        catch (InvalidDataException)
        {
            throw LecturePdf.Illisible(debut, "flux compressé abîmé");
        }

        return clair.ToArray();
    }

    /// <summary>Les prédicteurs PNG « aucun » et « au-dessus », ceux des tables de références ; les autres servent aux images.</summary>
    byte[] SansPrediction(byte[] clair, ValeurPdf reglages)
    {
        var d = reglages.Dictionnaire();
        int predicteur = Entier(d, "Predictor", 1), colonnes = Entier(d, "Columns", 1);
        if (predicteur == 1) return clair;
        if (predicteur < 10 || colonnes is < 1 or > 64) throw LecturePdf.Illisible(reglages.Debut, "prédicteur inconnu pour une table");
        int lignes = clair.Length / (colonnes + 1);
        byte[] sortie = new byte[lignes * colonnes];
        for (int l = 0; l < lignes; l++)
        {
            byte sorte = clair[l * (colonnes + 1)];
            if (sorte is not (0 or 2)) throw LecturePdf.Illisible(reglages.Debut, "prédicteur inconnu pour une table");
            for (int c = 0; c < colonnes; c++)
            {
                byte dessus = sorte == 2 && l > 0 ? sortie[(l - 1) * colonnes + c] : (byte)0;
                sortie[l * colonnes + c] = unchecked((byte)(clair[l * (colonnes + 1) + 1 + c] + dessus));
            }
        }

        return sortie;
    }

    /// <summary>Un filtre et ses réglages s'écrivent aussi en tableau d'un élément.</summary>
    ValeurPdf Seul(Dictionary<string, ValeurPdf> d, string cle)
    {
        var valeur = d.GetValueOrDefault(cle, ValeurPdf.Nulle);
        return valeur.EstTableau && valeur.Elements() is [var un] ? un : valeur;
    }

    int Entier(Dictionary<string, ValeurPdf> d, string cle, int defaut) => d.TryGetValue(cle, out var v)
        ? (v.Reference is { } r ? fichier.ObjetDirect(r.Numero) : v).Entier ?? defaut
        : defaut;

    static int[] Entiers(ValeurPdf tableau) => [.. tableau.Elements().Select(e => e.Entier ?? throw LecturePdf.Illisible(e.Debut, "un nombre est attendu"))];
}
