using Neuvieme.Droit;
using Neuvieme.Droit.ImpSecondDegre;
using Neuvieme.Socle;

namespace Neuvieme.Fonctions.Stsweb;

/// <summary>Une indemnité à saisir dans STSWeb. La référence du dossier l'identifie d'un bordereau à l'autre.</summary>
public sealed record LigneBordereau
{
    public required string Reference { get; init; }
    public required string Nom { get; init; }
    public required string Prenom { get; init; }
    /// <summary>Type et numéro STSWeb, « epp 31762 ».</summary>
    public required string Identifiant { get; init; }
    public required string Fonction { get; init; }
    public required string Mission { get; init; }
    public required Taux Taux { get; init; }
    public DateOnly? Effet { get; init; }
    public DateOnly? Fin { get; init; }
    public required Duree Duree { get; init; }
    /// <summary>« absence du… ; Karim Diallo remplace du… » ; vide le plus souvent.</summary>
    public string Interruptions { get; init; } = "";
    public DateOnly? ValideeLe { get; init; }
    public DateOnly? AvisConseilPedagogique { get; init; }
    public DateOnly? AvisConseilAdministration { get; init; }
    /// <summary>« 08/10/2026, M. Durand » ; vide : reste à saisir.</summary>
    public string Saisie { get; init; } = "";
    public string Controle { get; init; } = "";

    public string DureeEcrite => Duree switch { Duree.AnneeEntiere => "année entière", Duree.Ponctuelle => "ponctuelle", _ => "" };

    /// <summary>Ce qui se saisit dans STSWeb, nom du champ et valeur : la comparaison de deux bordereaux ne porte que là-dessus.</summary>
    public IReadOnlyList<(string Champ, string Valeur)> Saisissable =>
    [
        ("agent", Identifiant), ("mission", Mission), ("taux", Taux.Code), ("montant", Taux.Montant.ToString()),
        ("date d’effet", Jour(Effet)), ("date de fin", Jour(Fin)), ("durée", DureeEcrite),
        ("absences et remplacements", Interruptions),
    ];

    static string Jour(DateOnly? jour) => jour is { } j ? Francais.DateBreve(j) : "";
}

public enum Ecart { Nouvelle, Modifiee, Retiree }

/// <param name="Ligne">La ligne à saisir ; pour une retirée, celle qui l'avait été.</param>
/// <param name="Changements">« taux : 003 → 004 » pour une modifiée.</param>
public sealed record Difference(Ecart Ecart, LigneBordereau Ligne, IReadOnlyList<string> Changements)
{
    public string Libelle => Ecart switch
    {
        Ecart.Nouvelle => "nouvelle",
        Ecart.Retiree => "à retirer",
        _ => $"modifiée : {string.Join(" ; ", Changements)}",
    };
}
