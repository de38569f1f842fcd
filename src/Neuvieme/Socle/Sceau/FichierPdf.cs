namespace Neuvieme.Socle.Sceau;

/// <summary>
/// Un PDF, de sa dernière révision vers les premières : ses tables de références et les objets qu'elles placent. Le fichier peut
/// être hostile : chaque saut est borné, chaque boucle avance dans des octets qui existent.
/// </summary>
sealed class FichierPdf
{
    public const int TailleMaximale = 32 * 1024 * 1024;
    const int RevisionsMaximales = 1000;
    const int ObjetsMaximaux = 1_000_000;
    const int QueueLue = 2048;

    readonly record struct Place(bool Present, bool Compresse, int Ou, int Rang);

    readonly Dictionary<int, Place> _places = [];
    readonly Dictionary<int, (byte[] Contenu, int[] Places)> _groupes = [];
    /// <summary>Cité mille fois, un objet ne se lit qu'une.</summary>
    readonly Dictionary<int, ValeurPdf> _lus = [];
    readonly FluxPdf _flux;

    /// <summary>Tout ce qui a été parcouru, blancs compris.</summary>
    internal long OctetsLus => 2L * TailleMaximale - _reste;

    /// <summary>Des objets emboîtés feraient relire mille fois les mêmes octets : ce qu'un document donne à lire est compté.</summary>
    int _reste = 2 * TailleMaximale;

    FichierPdf(byte[] octets)
    {
        Octets = octets;
        _flux = new(octets, this);
    }

    public byte[] Octets { get; }

    /// <summary>Le dictionnaire final de la dernière révision.</summary>
    public Dictionary<string, ValeurPdf> Final { get; private set; } = [];

    public int DerniereTable { get; private set; }

    public bool TableEnFlux { get; private set; }

    /// <summary>Le premier numéro d'objet que rien n'emploie.</summary>
    public int NumeroLibre { get; private set; }

    public static FichierPdf Ouvrir(byte[] octets)
    {
        if (octets.Length > TailleMaximale) throw new SceauImpossibleException($"Le document dépasse {TailleMaximale / 1024 / 1024} Mo : il n'est ni scellé ni vérifié.");
        if (!octets.AsSpan().StartsWith("%PDF-"u8)) throw new SceauImpossibleException("Ce fichier n'est pas un PDF : ses premiers octets ne sont pas « %PDF- ». Choisissez le document lui-même.");
        var fichier = new FichierPdf(octets);
        try
        {
            fichier.LireTables();
        }
        catch (OverflowException)
        {
            throw LecturePdf.Illisible(fichier.DerniereTable, "nombre démesuré dans la table de références");
        }

        return fichier;
    }

    public Dictionary<string, ValeurPdf> Catalogue() => Suivre(Final.GetValueOrDefault("Root", ValeurPdf.Nulle)).Dictionnaire();

    /// <summary>La valeur elle-même, ou l'objet qu'elle désigne.</summary>
    public ValeurPdf Suivre(ValeurPdf valeur)
    {
        for (int sauts = 0; valeur.Reference is { } r; sauts++)
        {
            if (sauts == 8) throw LecturePdf.Illisible(valeur.Debut, "références qui tournent en rond");
            valeur = Objet(r.Numero);
        }

        return valeur;
    }

    /// <summary>Ce qu'une clé désigne ; la valeur nulle si elle manque.</summary>
    public ValeurPdf Suivre(Dictionary<string, ValeurPdf> dictionnaire, string cle) => dictionnaire.TryGetValue(cle, out var v) ? Suivre(v) : ValeurPdf.Nulle;

    /// <summary>Un objet écrit hors des flux d'objets ; nulle part ailleurs une longueur de flux ne peut se lire sans tourner en rond.</summary>
    public ValeurPdf ObjetDirect(int numero)
    {
        if (!_places.TryGetValue(numero, out var place) || !place.Present) return ValeurPdf.Nulle;
        return place.Compresse ? throw LecturePdf.Illisible(0, $"l'objet {numero} est compressé là où il ne peut l'être") : UneFois(numero, place);
    }

    ValeurPdf UneFois(int numero, Place place) => _lus.TryGetValue(numero, out var lu) ? lu : _lus[numero] = LireObjet(place.Ou, numero);

    ValeurPdf Objet(int numero)
    {
        if (!_places.TryGetValue(numero, out var place) || !place.Present) return ValeurPdf.Nulle;
        if (!place.Compresse) return UneFois(numero, place);
        if (!_groupes.TryGetValue(place.Ou, out var groupe)) _groupes[place.Ou] = groupe = _flux.Objets(ObjetDirect(place.Ou));
        return place.Rang < groupe.Places.Length ? Lire(groupe.Contenu, groupe.Places[place.Rang]) : throw LecturePdf.Illisible(0, $"l'objet {numero} n'est pas dans son flux");
    }

    ValeurPdf LireObjet(int ou, int? numero)
    {
        var n = LecturePdf.Valeur(Octets, ou, seule: true);
        var generation = LecturePdf.Valeur(Octets, n.Fin, seule: true);
        int obj = LecturePdf.PasserBlancs(Octets, generation.Fin);
        Compter(int.Min(obj + 3, Octets.Length) - ou);
        bool attendu = n.Entier is { } lu && (numero ?? lu) == lu && generation.Entier is not null && LecturePdf.Commence(Octets, obj, "obj"u8);
        return attendu ? Lire(Octets, obj + 3) : throw LecturePdf.Illisible(ou, numero is null ? "la table de références est attendue" : $"l'objet {numero} n'y est pas");
    }

    ValeurPdf Lire(byte[] source, int i)
    {
        var valeur = LecturePdf.Valeur(source, i);
        Compter(valeur.Fin - i);
        return valeur;
    }

    /// <exception cref="SceauImpossibleException">Le document en donne plus à lire qu'il n'a d'octets à lire honnêtement.</exception>
    internal void Compter(int octets)
    {
        if ((_reste -= octets) < 0) throw LecturePdf.Illisible(0, "références démesurées");
    }

    void Placer(int numero, Place place)
    {
        if (_places.TryAdd(numero, place) && _places.Count > ObjetsMaximaux) throw LecturePdf.Illisible(0, "table de références démesurée");
    }

    void LireTables()
    {
        var queue = Octets.AsSpan(int.Max(0, Octets.Length - QueueLue));
        int marque = queue.LastIndexOf("startxref"u8);
        if (marque < 0) throw new SceauImpossibleException("Le PDF est tronqué : « startxref » n'est pas dans ses derniers octets. Redemandez le fichier entier, ou recomposez le document.");
        int debut = Octets.Length - queue.Length + marque;
        DerniereTable = LecturePdf.Valeur(Octets, debut + 9).Entier ?? throw LecturePdf.Illisible(debut, "« startxref » sans nombre");
        HashSet<int> vues = [];
        Queue<int> aLire = new([DerniereTable]);
        while (aLire.TryDequeue(out int table))
        {
            if (table < 0 || table >= Octets.Length) throw LecturePdf.Illisible(debut, $"la table de références serait à l'octet {table}, hors du fichier (PDF tronqué ?)");
            if (!vues.Add(table) || vues.Count > RevisionsMaximales) throw LecturePdf.Illisible(table, "les révisions tournent en rond");
            bool enTable = LecturePdf.Commence(Octets, LecturePdf.PasserBlancs(Octets, table), "xref"u8);
            var final = enTable ? LireTable(table) : LireTableEnFlux(table);
            if (final.ContainsKey("Encrypt")) throw new SceauImpossibleException("Le PDF est chiffré : enregistrez-le sans mot de passe ni restriction, puis recommencez.");
            if (vues.Count == 1) (Final, TableEnFlux) = (final, !enTable);
            foreach (string cle in (string[])["XRefStm", "Prev"])
            {
                if (final.TryGetValue(cle, out var suite)) aLire.Enqueue(suite.Entier ?? throw LecturePdf.Illisible(suite.Debut, $"/{cle} n'est pas un nombre"));
            }
        }

        NumeroLibre = int.Max(Final.GetValueOrDefault("Size", ValeurPdf.Nulle).Entier ?? 0, _places.Count == 0 ? 1 : checked(_places.Keys.Max() + 1));
    }

    Dictionary<string, ValeurPdf> LireTable(int table)
    {
        int i = LecturePdf.PasserBlancs(Octets, LecturePdf.PasserBlancs(Octets, table) + 4);
        while (!LecturePdf.Commence(Octets, i, "trailer"u8))
        {
            int premier = Nombre(ref i), combien = Nombre(ref i);
            for (int k = 0; k < combien; k++)
            {
                int ou = Nombre(ref i);
                Nombre(ref i);
                bool present = LecturePdf.Commence(Octets, i, "n"u8);
                if (!present && !LecturePdf.Commence(Octets, i, "f"u8)) throw LecturePdf.Illisible(i, "entrée de la table de références");
                Placer(premier + k, new(present, false, ou, 0));
                i = LecturePdf.PasserBlancs(Octets, i + 1);
            }
        }

        Compter(i - table);
        return Lire(Octets, i + 7).Dictionnaire();
    }

    int Nombre(ref int i)
    {
        var valeur = LecturePdf.Valeur(Octets, i, seule: true);
        i = LecturePdf.PasserBlancs(Octets, valeur.Fin);
        return valeur.Entier is { } n and >= 0 ? n : throw LecturePdf.Illisible(valeur.Debut, "la table de références attend un nombre");
    }

    Dictionary<string, ValeurPdf> LireTableEnFlux(int table)
    {
        var objet = LireObjet(table, null);
        foreach (var (numero, sorte, ou, rang) in _flux.Table(objet)) Placer(numero, new(sorte != 0, sorte == 2, ou, rang));
        return objet.Dictionnaire();
    }
}
