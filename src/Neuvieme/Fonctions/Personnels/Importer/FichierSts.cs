using Neuvieme.Droit;

namespace Neuvieme.Fonctions.Personnels.Importer;

public enum TypeSts { Epp, Local }

/// <summary>Identité d'une personne dans STSWeb : le même numéro sous deux types désigne deux personnes.</summary>
public readonly record struct ClePersonne(TypeSts Type, string Id)
{
    /// <summary>Forme écrite dans le fichier et en base : « epp » ou « local ».</summary>
    public string TypeEcrit => Type == TypeSts.Local ? "local" : "epp";

    public override string ToString() => $"{TypeEcrit} {Id}";
}

public enum SexeSts { Inconnu, Masculin, Feminin }

public sealed record EtablissementSts(
    string Uai, string? Sigle, string? DenominationPrincipale, string? DenominationComplementaire, string? CodeNature,
    string? Adresse, string? BoitePostale, string? CodePostal, string? Commune, string? Cedex, string? Telephone,
    string? Statut, string? CodeAcademie, string? LibelleAcademie)
{
    public string Denomination => string.Join(' ', new[] { DenominationPrincipale ?? Sigle, DenominationComplementaire }.Where(d => d is not null));
}

/// <param name="HeuresCentiemes">NB_HEURES en centièmes d'heure ; null quand le fichier n'en donne pas.</param>
public sealed record DisciplineSts(string Code, string? Libelle, int? HeuresCentiemes);

public sealed record ProfPrincipalSts(string Structure, DateOnly? Debut, DateOnly? Fin);

public sealed record IndividuSts(
    ClePersonne Cle, int Ligne, string? CodeCivilite, SexeSts Sexe, string NomUsage, string? NomPatronymique,
    string? PrenomSource, string Prenom, DateOnly? DateNaissance, string? Grade, string? FonctionSource,
    Fonction Fonction, Corps Corps, IReadOnlyList<DisciplineSts> Disciplines, IReadOnlyList<ProfPrincipalSts> ProfsPrincipaux)
{
    public string NomComplet => Prenom.Length == 0 ? NomUsage : $"{Prenom} {NomUsage}";

    /// <summary>« Mademoiselle » (3) ne s'affiche plus : circulaire du Premier ministre n° 5575/SG du 21 février 2012.</summary>
    public string? Civilite => CodeCivilite switch { "1" => "M.", "2" or "3" => "Mme", _ => null };

    public bool EstEnseignant => Fonction is Fonction.Enseignant or Fonction.Documentaliste;

    /// <summary>Cochés d'office à l'import : enseignants, documentalistes et CPE. Direction, autre et fonction absente se cochent à la main.</summary>
    public bool CocheParDefaut => Fonction is Fonction.Enseignant or Fonction.Documentaliste or Fonction.Cpe;

    /// <summary>Classes dont la personne est professeure principale à cette date : la fin de mandat, quand elle existe, n'est pas passée.</summary>
    public IEnumerable<ProfPrincipalSts> ProfPrincipalAu(DateOnly jour) => ProfsPrincipaux.Where(p => p.Fin is null || p.Fin >= jour);
}

public enum GenreStructure { Division, Groupe }

/// <summary>Un enseignement d'une division ou d'un groupe, par enseignant ; <paramref name="Enseignant"/> est null quand le service n'est pas pourvu.</summary>
public sealed record ServiceSts(
    GenreStructure Genre, string Structure, string CodeMatiere, string? ModaliteCours, ClePersonne? Enseignant,
    int? HeuresCentiemes, int? HeuresStructureCentiemes, int Ligne);

public sealed record MatiereSts(string Code, string? CodeGestion, string? LibelleCourt, string? LibelleLong, string? LibelleEdition)
{
    public string Libelle => LibelleEdition ?? LibelleLong ?? LibelleCourt ?? CodeGestion ?? Code;
}

/// <summary>Activité hors enseignement de la nomenclature de l'établissement : un code d'ARE utilisable pour une conversion.</summary>
public sealed record TypeAheSts(string Code, string? LibelleCourt, string? LibelleLong);

public sealed record FichierSts(
    string NomFichier, string EmpreinteSha256, EtablissementSts Etablissement, int Annee, DateOnly? AnneeDebut, DateOnly? AnneeFin,
    IReadOnlyList<IndividuSts> Individus, IReadOnlyList<ServiceSts> Services, IReadOnlyList<MatiereSts> Matieres,
    IReadOnlyList<TypeAheSts> TypesAhe, IReadOnlyList<string> Divisions, IReadOnlyList<string> Groupes,
    IReadOnlyDictionary<string, int> ElementsInconnus, IReadOnlyList<AvertissementSts> Avertissements)
{
    public AnneeScolaire AnneeScolaire => new(Annee);
}
