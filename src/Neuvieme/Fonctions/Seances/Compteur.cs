using Neuvieme.Fonctions.MissionsDirectes;
using NomenclaturePacte = Neuvieme.Droit.Pacte.Nomenclature;

namespace Neuvieme.Fonctions.Seances;

/// <summary>Les heures d'une part : dues par la lettre, déclarées, confirmées. En demi-heures.</summary>
public sealed record Compteur(MissionDirecte Mission, IReadOnlyList<Seance> Seances)
{
    public int Dues { get; } = DuesPar(Mission);
    public int Declarees { get; } = Seances.Where(s => s.Compte).Sum(s => s.DemiHeures);
    public int Confirmees { get; } = Seances.Where(s => s.Etat == EtatSeance.Confirmee).Sum(s => s.DemiHeures);

    public int Restent => int.Max(0, Dues - Declarees);

    /// <summary>« 11 heures sur 18, dont 9 heures confirmées ».</summary>
    public string Phrase => $"{Seance.Heures(Declarees)} sur {Dues / 2}{(Dues % 2 == 0 ? "" : ",5")}{(Confirmees == 0 ? "" : Confirmees == Declarees ? ", toutes confirmées" : $", dont {Seance.Heures(Confirmees)} {(Confirmees >= 4 ? "confirmées" : "confirmée")}")}";

    /// <summary>Zéro au forfait : rien n'y est à compter.</summary>
    public static int DuesPar(MissionDirecte m) => m.EstPacte ? 2 * (NomenclaturePacte.DeCode(m.Code)?.Heures(m.DemiParts) ?? 0) : 0;

    public static bool EstRemplacement(MissionDirecte m) => m.Code == "PAC-RCD";
}
