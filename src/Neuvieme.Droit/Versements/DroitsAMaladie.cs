using System.Runtime.InteropServices;
using Neuvieme.Droit.ImpSecondDegre;

namespace Neuvieme.Droit.Versements;

/// <summary>Traitement gardé en congé de maladie ordinaire.</summary>
/// <param name="Plein">Pourcentage des trois premiers mois.</param>
/// <param name="Reduit">Pourcentage des neuf mois suivants.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RegimeMaladie(int Plein, int Reduit);

/// <summary>Ce qu'un fonctionnaire garde de chaque trentième de maladie ordinaire, tous ses congés comptés ensemble.</summary>
/// <remarks>
/// Chaque trentième se juge sur les douze mois qui le précèdent : trois mois déjà rémunérés au taux plein, et il passe à moitié ;
/// douze mois de congé, et le droit est épuisé. Le jour de carence compte dans les trois mois.
/// </remarks>
sealed class DroitsAMaladie
{
    internal const int Annee = 12 * Trentiemes.ParMois;
    const int Trimestre = 3 * Trentiemes.ParMois;

    internal static readonly ValeursDatees<RegimeMaladie> Regimes = new(
        new Version<RegimeMaladie>(Textes.Rentree2015, new(2025, 2, 28), new(100, 50)),
        new Version<RegimeMaladie>(new(2025, 3, 1), null, new(90, 50)));

    internal static readonly ValeursDatees<int> Carences = new(
        new Version<int>(Textes.Rentree2015, new(2017, 12, 31), 0),
        new Version<int>(new(2018, 1, 1), null, 1));

    readonly Dictionary<int, int?> _gardes = [];

    /// <summary>Parcourt les congés dans l'ordre des dates, jusqu'au dernier mois versé.</summary>
    /// <param name="mission">La mission et les congés de son titulaire ; un contractuel n'a pas ces droits.</param>
    /// <param name="dernier">Le dernier mois versé.</param>
    internal DroitsAMaladie(MissionAnnuelle mission, Mois dernier)
    {
        if (mission.Contractuel == true) return;
        var passes = new List<(int Rang, bool Plein)>();
        int sortis = 0, pleins = 0, limite = Trentiemes.Rang(dernier) + Trentiemes.ParMois;
        foreach (Conge c in mission.Conges.Where(c => c.Nature == NatureConge.MaladieOrdinaire).OrderBy(c => c.Periode.Debut))
        {
            if (!Regimes.Lire(c.Accorde, out RegimeMaladie regime)) continue;
            int fin = int.Min(Trentiemes.RangApres(c.Periode.Fin), limite);
            for (int t = Trentiemes.Rang(c.Periode.Debut); t < fin; t++)
            {
                for (; sortis < passes.Count && passes[sortis].Rang < t - Annee; sortis++) pleins -= passes[sortis].Plein ? 1 : 0;
                bool epuise = passes.Count - sortis + c.JoursDejaPris >= Annee, plein = !epuise && pleins + c.JoursDejaPris < Trimestre;
                _gardes[t] = epuise ? null : plein ? regime.Plein : regime.Reduit;
                passes.Add((t, plein));
                pleins += plein ? 1 : 0;
            }
        }
    }

    /// <summary>Pourcentage gardé à ce trentième de congé, par son rang absolu ; absent quand le droit est épuisé.</summary>
    internal int? Garde(int rang) => _gardes.GetValueOrDefault(rang);

    /// <summary>Vrai si le premier jour de ce congé n'est pas rémunéré.</summary>
    internal static bool AUneCarence(Conge c) =>
        c is { Nature: NatureConge.MaladieOrdinaire, SansCarence: false } && Carences.Lire(c.Accorde, out int jours) && jours > 0;
}
