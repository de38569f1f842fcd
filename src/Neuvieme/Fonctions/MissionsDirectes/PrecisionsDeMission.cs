using System.Text.Encodings.Web;
using System.Text.Json;

namespace Neuvieme.Fonctions.MissionsDirectes;

/// <summary>Ce que la lettre ou le droit demandent d'une mission et que toutes n'ont pas ; gardé en un seul champ.</summary>
public sealed record PrecisionsDeMission
{
    static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingDefault };

    /// <summary>Pacte : les créneaux, puis les missions de repli si des heures manquent ; un par ligne.</summary>
    public string Creneaux { get; init; } = "";
    public string Repli { get; init; } = "";

    /// <summary>Certificat de spécialisation : ces heures comptent déjà dans le service ou en heures supplémentaires.</summary>
    public bool? HeuresDejaComptees { get; init; }

    /// <summary>Parcours en STS : des heures vont à la coordination, que l'établissement confie ou non à cette personne.</summary>
    public bool CoordinationSts { get; init; }
    public bool? DesigneeCoordination { get; init; }

    /// <summary>Mission académique : ce que la lettre doit dire (circulaire n° 2015-058, I et III) ; un par ligne.</summary>
    public string Conditions { get; init; } = "";
    public string Objectifs { get; init; } = "";
    public string Resultats { get; init; } = "";
    public string Priorites { get; init; } = "";
    public string Charge { get; init; } = "";
    public string Territoire { get; init; } = "";
    public bool? CompetencesPedagogiques { get; init; }

    /// <summary>Allègement hebdomadaire pour cette mission, en centièmes d'heure.</summary>
    public int? AllegementCentiemes { get; init; }

    /// <summary>District UNSS : son nom et le taux que le recteur lui a fixé.</summary>
    public string District { get; init; } = "";
    public long? TauxDistrictCentimes { get; init; }

    public static PrecisionsDeMission Lire(string texte) => JsonSerializer.Deserialize<PrecisionsDeMission>(texte, Json) ?? new();

    public string Ecrire() => JsonSerializer.Serialize(this, Json);

    public static IReadOnlyList<string> Lignes(string? texte) => (texte ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
