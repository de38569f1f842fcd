using Neuvieme.Droit;
using Neuvieme.Socle.Texte;

namespace Neuvieme.Fonctions.Personnels.Importer;

public sealed record EffectifDiscipline(string Libelle, IReadOnlyList<IndividuSts> Enseignants);

/// <summary>Ce que le fichier permet de savoir des critères des missions ; chaque fait dit d'où il vient, tous se corrigent à l'écran.</summary>
/// <param name="OrigineDisciplines">« services » : ce qui est enseigné ; « disciplines » : ce que la personne peut enseigner, faute de services.</param>
public sealed record FaitsSts(
    IReadOnlyList<EffectifDiscipline> Disciplines, string OrigineDisciplines, EpsDuFichier Eps,
    IReadOnlyList<IndividuSts> ProfesseursTechnologie, string OrigineTechnologie)
{
    readonly Dictionary<ClePersonne, EnseignantEps> _eps = Eps.Enseignants.ToDictionary(e => e.Cle);
    readonly HashSet<ClePersonne> _technologie = [.. ProfesseursTechnologie.Select(i => i.Cle)];

    public static FaitsSts De(FichierSts fichier, Droit.Parametres parametres)
    {
        ArgumentNullException.ThrowIfNull(fichier);
        ArgumentNullException.ThrowIfNull(parametres);
        var decrites = fichier.Matieres.GroupBy(m => m.Code, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        var matieres = fichier.Services.Select(s => s.CodeMatiere).Distinct(StringComparer.Ordinal)
            .ToDictionary(c => c, c => MatiereLue.De(c, decrites.GetValueOrDefault(c)), StringComparer.Ordinal);
        var personnes = fichier.Individus.ToDictionary(i => i.Cle);
        var services = fichier.Services.Where(s => s.Enseignant is { } cle && personnes.ContainsKey(cle))
            .Select(s => new Assure(personnes[s.Enseignant!.Value], s, matieres[s.CodeMatiere])).ToList();
        var (disciplines, origine) = Effectifs(fichier, services);
        var (techno, origineTechno) = Technologie(fichier, services);
        return new(disciplines, origine, DecrireEps(fichier, services, parametres.ForfaitAssociationSportiveCentiemes), techno, origineTechno);
    }

    sealed record Assure(IndividuSts Qui, ServiceSts Service, MatiereLue Matiere);

    sealed record MatiereLue(string Famille, string? CritereEps, bool EstTechnologie)
    {
        public static MatiereLue De(string code, MatiereSts? matiere) =>
            new(MatieresSts.Famille(code, matiere), MatieresSts.CritereEps(code, matiere), MatieresSts.EstTechnologie(matiere));
    }

    static (IReadOnlyList<EffectifDiscipline>, string) Effectifs(FichierSts fichier, List<Assure> services)
    {
        if (services.Count > 0)
            return (Ranger(services.Where(s => s.Service.CodeMatiere.Length > 0).Select(s => (s.Matiere.Famille, s.Qui))), "services");
        var declarees = Enseignants(fichier)
            .SelectMany(i => i.Disciplines.Select(d => (d.Libelle ?? d.Code, i)));
        return (Ranger(declarees), "disciplines déclarées, faute de services dans le fichier");
    }

    // Un chef d'établissement garde sa discipline de recrutement sans l'enseigner.
    static IEnumerable<IndividuSts> Enseignants(FichierSts fichier) => fichier.Individus.Where(i => i.Fonction != Fonction.Direction);

    static List<EffectifDiscipline> Ranger(IEnumerable<(string Libelle, IndividuSts Qui)> couples) =>
        [.. couples.GroupBy(c => Accents.Cle(c.Libelle), StringComparer.Ordinal)
            .Select(g => new EffectifDiscipline(g.First().Libelle, [.. g.Select(c => c.Qui).DistinctBy(i => i.Cle)]))
            .OrderByDescending(d => d.Enseignants.Count).ThenBy(d => d.Libelle, StringComparer.Ordinal)];

    static (IReadOnlyList<IndividuSts>, string) Technologie(FichierSts fichier, List<Assure> services)
    {
        var enseignants = services.Where(s => s.Matiere.EstTechnologie).Select(s => s.Qui).DistinctBy(i => i.Cle).ToList();
        if (enseignants.Count > 0)
            return (enseignants, "services de technologie");
        return ([.. Enseignants(fichier).Where(i => i.Disciplines.Any(d => Accents.Cle(d.Libelle).StartsWith("TECHNO", StringComparison.Ordinal)))],
            "disciplines déclarées, faute de service de technologie");
    }

    static EpsDuFichier DecrireEps(FichierSts fichier, List<Assure> services, int forfait)
    {
        var enEps = services.Where(s => s.Matiere.CritereEps is not null).ToList();
        var declares = Enseignants(fichier).Where(i => DisciplineEps(i) is not null).ToList();
        if (enEps.Count == 0)
            return new([.. declares.Select(i => Enseignant(i, [], forfait))], "discipline déclarée 1900, faute de service d’EPS dans le fichier", []);
        var parPersonne = enEps.GroupBy(s => s.Qui.Cle).ToList();
        var comptes = parPersonne.Select(g => g.Key).ToHashSet();
        var criteres = enEps.Select(s => s.Matiere.CritereEps!).Distinct(StringComparer.Ordinal);
        return new([.. parPersonne.Select(g => Enseignant(g.First().Qui, [.. g.Select(s => s.Service)], forfait))],
            $"services d’EPS ({string.Join(", ", criteres)})", [.. declares.Where(i => !comptes.Contains(i.Cle))]);
    }

    static DisciplineSts? DisciplineEps(IndividuSts i) => i.Disciplines.FirstOrDefault(d => GradesSts.EstCode(d.Code, "1900"));

    static EnseignantEps Enseignant(IndividuSts qui, List<ServiceSts> services, int forfait)
    {
        var (maximum, origineMaximum) = EpsDuFichier.MaximumDeService(qui.Corps);
        var (heures, origine) = Heures(qui, services);
        return new(qui.Cle, qui.NomComplet, qui.Corps, heures, origine, forfait, maximum, origineMaximum);
    }

    // Une somme partielle serait un nombre faux qui a l'air juste : dès qu'un service est sans heures, on prend l'autre source.
    static (int?, string) Heures(IndividuSts qui, List<ServiceSts> services)
    {
        if (services.Count > 0 && services.TrueForAll(s => s.HeuresCentiemes is not null) && services.Sum(s => s.HeuresCentiemes!.Value) is var somme and <= HeuresMaximales)
            return (somme, services.Count == 1 ? "1 service d’EPS" : $"{services.Count} services d’EPS");
        if (DisciplineEps(qui) is { HeuresCentiemes: { } declarees } d)
            return (declarees, $"discipline {d.Code} ({(services.Count == 0 ? "aucun service d’EPS" : "service sans heures")})");
        return (null, "aucune heure dans le fichier");
    }

    // Une semaine au-delà de cent heures est une faute de saisie, que le compte d'EPS du droit refuse.
    const int HeuresMaximales = 100_00;

    /// <summary>Ce qui se range dans l'affectation de la personne.</summary>
    public FaitsPersonne Pour(IndividuSts individu)
    {
        ArgumentNullException.ThrowIfNull(individu);
        var eps = _eps.GetValueOrDefault(individu.Cle);
        // La discipline de plus grand horaire ; à égalité, ou sans horaire, la première du fichier.
        var discipline = individu.Disciplines.MaxBy(d => d.HeuresCentiemes ?? 0);
        return new(discipline?.Code, discipline?.Libelle, eps is not null, eps?.HeuresEnseignees, eps?.Maximum, eps?.OrigineHeures,
            _technologie.Contains(individu.Cle));
    }
}

/// <summary>Les faits d'une personne pour une année, du fichier ou de la base.</summary>
public sealed record FaitsPersonne(
    string? DisciplineCode, string? DisciplineLibelle, bool EnseigneEps, int? HeuresEps, int? Maximum, string? OrigineHeures, bool EnseigneTechnologie)
{
    /// <summary>Origine des heures que le chef d'établissement a lui-même écrites : un import ne les remplace pas.</summary>
    public const string SaisieDuChef = "saisie du chef";

    public string? Discipline => DisciplineCode is null ? null : $"{DisciplineCode} {DisciplineLibelle}".TrimEnd();
}
