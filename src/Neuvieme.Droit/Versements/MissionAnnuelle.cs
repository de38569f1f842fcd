using System.Runtime.InteropServices;

namespace Neuvieme.Droit.Versements;

/// <summary>Une mission annuelle et ce qui arrive à son titulaire pendant l'année.</summary>
/// <param name="Montant">Montant annuel brut, supérieur à zéro.</param>
/// <param name="Annee">Année scolaire.</param>
/// <param name="Titulaire">Celui à qui la mission est confiée : nom ou identifiant, non vide.</param>
public sealed record MissionAnnuelle(Montant Montant, AnneeScolaire Annee, string Titulaire)
{
    /// <summary>Remplacements dans la mission, dans un ordre quelconque.</summary>
    public IReadOnlyList<Remplacement> Remplacements { get; init; } = [];

    /// <summary>Congés du titulaire, dans un ordre quelconque. Le temps partiel n'en est pas un : il ne réduit rien.</summary>
    public IReadOnlyList<Conge> Conges { get; init; } = [];

    /// <summary>Dernier jour où la mission est tenue, dans l'année scolaire, quand elle s'arrête avant son terme ; absent, elle va au bout.</summary>
    public DateOnly? ArretLe { get; init; }

    /// <summary>Le titulaire est agent contractuel, non fonctionnaire : ses droits en maladie ordinaire se décident à la main.</summary>
    public bool? Contractuel { get; init; }
}

/// <summary>Un agent désigné pour tenir la mission à la place du titulaire (décret n° 2015-475, art. 4).</summary>
/// <param name="Remplacant">L'agent ; vide s'il n'est pas désigné, et alors rien ne se suspend.</param>
/// <param name="Periode">Du premier au dernier jour, dans l'année scolaire.</param>
public sealed record Remplacement(string? Remplacant, Periode Periode);

/// <summary>Ce qu'un bénéficiaire reçoit d'un mois.</summary>
/// <param name="Rang">Rang du neuvième, de 1 à 9.</param>
/// <param name="Mois">Mois de paie.</param>
/// <param name="Beneficiaire">Le titulaire ou un remplaçant.</param>
/// <param name="Trentiemes">Sa part du mois, de 1 à 30.</param>
/// <param name="Brut">Ce qui lui est versé, brut.</param>
/// <param name="NetEstime">Net estimé de cette ligne.</param>
/// <param name="Retenue">Ce qu'un congé retient sur sa part ; zéro hors congé. Brut et retenue font sa part du neuvième.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Versement(int Rang, Mois Mois, string Beneficiaire, int Trentiemes, Montant Brut, Montant NetEstime, Montant Retenue);

/// <summary>Les neuf mois d'une mission, bénéficiaire par bénéficiaire.</summary>
/// <param name="Neuviemes">Les neuf versements tels que la mission les doit, sans remplacement ni congé.</param>
/// <param name="Versements">Les lignes, par mois : remplaçants dans l'ordre des dates, puis titulaire. Qui n'a aucun trentième du mois n'y est pas ; un mois d'après l'arrêt non plus.</param>
public sealed record Ventilation(IReadOnlyList<Echeance> Neuviemes, IReadOnlyList<Versement> Versements)
{
    /// <summary>Ce que reçoit chaque bénéficiaire sur l'année, dans l'ordre de sa première ligne.</summary>
    public IReadOnlyList<KeyValuePair<string, Montant>> Totaux() =>
        [.. Versements.GroupBy(v => v.Beneficiaire, StringComparer.OrdinalIgnoreCase)
            .Select(g => KeyValuePair.Create(g.Key, g.Aggregate(Montant.Zero, (s, v) => s + v.Brut)))];

    /// <summary>Ce que les congés retiennent sur l'année.</summary>
    public Montant Retenues() => Versements.Aggregate(Montant.Zero, (s, v) => s + v.Retenue);
}
