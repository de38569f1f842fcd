namespace Neuvieme.Fonctions.Personnels.Importer;

/// <summary>Lit le contenu d'un export <c>STS_EDT</c> d'un seul passage, sans arbre en mémoire.</summary>
sealed partial class AnalyseSts(CurseurSts c, string fichier)
{
    readonly Dictionary<ClePersonne, IndividuSts> _parCle = [];
    readonly List<IndividuSts> _individus = [];
    readonly List<ServiceSts> _services = [];
    readonly List<MatiereSts> _matieres = [];
    readonly List<TypeAheSts> _typesAhe = [];
    readonly List<string> _divisions = [], _groupes = [];
    EtablissementSts? _etablissement;
    string? _annee;
    int _ligneAnnee, _ligneUai;
    DateOnly? _anneeDebut, _anneeFin;

    public IReadOnlyList<IndividuSts> Individus => _individus;
    public IReadOnlyList<ServiceSts> Services => _services;
    public IReadOnlyList<MatiereSts> Matieres => _matieres;
    public IReadOnlyList<TypeAheSts> TypesAhe => _typesAhe;
    public IReadOnlyList<string> Divisions => _divisions;
    public IReadOnlyList<string> Groupes => _groupes;
    public EtablissementSts? Etablissement => _etablissement;
    public (string? Valeur, int Ligne, DateOnly? Debut, DateOnly? Fin) Annee => (_annee, _ligneAnnee, _anneeDebut, _anneeFin);
    public int LigneUai => _ligneUai;

    /// <summary>Les blocs s'ouvrent où qu'ils soient : leur ordre, et parfois leur parent, changent d'une version à l'autre.</summary>
    public void Bloc()
    {
        var ici = c.Entrer();
        while (c.Suivant(ici, out var nom))
        {
            switch (nom)
            {
                case "PARAMETRES" or "NOMENCLATURES" or "DONNEES" or "STRUCTURE" or "INDIVIDUS" or "DIVISIONS" or "GROUPES" or "MATIERES" or "TYPES_AHE": Bloc(); break;
                case "UAJ": Uaj(); break;
                case "ANNEE_SCOLAIRE": AnneeScolaire(); break;
                case "INDIVIDU": Individu(); break;
                case "MATIERE": Matiere(); break;
                case "TYPE_AHE": TypeAhe(); break;
                case "DIVISION": Structure(GenreStructure.Division, _divisions); break;
                case "GROUPE": Structure(GenreStructure.Groupe, _groupes); break;
                default: c.Inconnu(nom); break;
            }
        }
    }

    void Uaj()
    {
        var (uai, ligne) = (c.Attribut("CODE")?.ToUpperInvariant(), c.Ligne);
        var champs = Champs("ACADEMIE", ["SIGLE", "DENOM_PRINC", "DENOM_COMPL", "CODE_NATURE", "ADRESSE", "BOITE_POSTALE", "CODE_POSTAL", "COMMUNE", "CEDEX", "TELEPHONE", "STATUT"], ["CODE", "LIBELLE"]);
        if (_etablissement is { } premier && !premier.Uai.Equals(uai ?? "", StringComparison.Ordinal))
        {
            c.Erreurs.Add(new(CodeErreurSts.UaiIllisible, fichier, ligne, "<UAJ>", $"le fichier nomme deux établissements, {premier.Uai} puis {uai}.", "Refaire l’export dans STSWeb pour un seul établissement."));
            return;
        }
        _ligneUai = ligne;
        _etablissement = new(uai ?? "", champs[0], champs[1], champs[2], champs[3], champs[4], champs[5], champs[6], champs[7], champs[8], champs[9], champs[10], champs[11], champs[12]);
    }

    /// <summary>Textes des enfants nommés, puis de ceux du sous-bloc ; l'ordre du fichier est indifférent.</summary>
    string?[] Champs(string? bloc, string[] noms, string[] nomsDuBloc)
    {
        var valeurs = new string?[noms.Length + nomsDuBloc.Length];
        var ici = c.Entrer();
        while (c.Suivant(ici, out var nom))
        {
            if (Array.IndexOf(noms, nom) is var rang and >= 0)
                valeurs[rang] = c.Texte() ?? valeurs[rang];
            else if (string.Equals(nom, bloc, StringComparison.Ordinal))
                Champs(null, nomsDuBloc, []).CopyTo(valeurs, noms.Length);
            else
                c.Inconnu(nom);
        }
        return valeurs;
    }

    void AnneeScolaire()
    {
        (_annee, _ligneAnnee) = (c.Attribut("ANNEE"), c.Ligne);
        var ici = c.Entrer();
        while (c.Suivant(ici, out var nom))
        {
            switch (nom)
            {
                case "DATE_DEBUT": _anneeDebut = c.Date(); break;
                case "DATE_FIN": _anneeFin = c.Date(); break;
                default: c.Inconnu(nom); break;
            }
        }
    }

    void Matiere()
    {
        var code = c.Attribut("CODE");
        var t = Champs(null, ["CODE_GESTION", "LIBELLE_COURT", "LIBELLE_LONG", "LIBELLE_EDITION"], []);
        if (code is not null)
            _matieres.Add(new(code, t[0], t[1], t[2], t[3]));
    }

    void TypeAhe()
    {
        var code = c.Attribut("CODE");
        var t = Champs(null, ["LIBELLE_COURT", "LIBELLE_LONG"], []);
        if (code is not null)
            _typesAhe.Add(new(code, t[0], t[1]));
    }

    /// <summary>À appeler une fois tout lu : un service peut précéder la personne qui l'assure.</summary>
    public void VerifierEnseignants()
    {
        foreach (var inconnu in _services.Where(s => s.Enseignant is { } cle && !_parCle.ContainsKey(cle)).DistinctBy(s => s.Enseignant))
            c.Avertir(CodeAvertissementSts.EnseignantInconnu, inconnu.Ligne, "ENSEIGNANT", $"le service de {inconnu.Structure} nomme {inconnu.Enseignant}, absent de la liste des personnes.");
    }
}
