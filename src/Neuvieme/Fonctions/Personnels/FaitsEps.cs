using Neuvieme.Droit;
using Neuvieme.Droit.ImpSecondDegre;
using ParametresDuDroit = Neuvieme.Droit.ImpSecondDegre.Parametres;

namespace Neuvieme.Fonctions.Personnels;

/// <summary>
/// Le compte d'EPS de l'établissement : enseignants, heures hebdomadaires et équivalents temps plein, forfait d'association
/// sportive compris (circulaire 2015-058, II.2) ; le calcul est celui du droit, <see cref="CompteEps"/>.
/// </summary>
public sealed record FaitsEps(int Enseignants, int? HeuresCentiemes, int? EtpCentiemes, IReadOnlyList<string> HeuresInconnues)
{
    public static FaitsEps De(IEnumerable<Affectation> affectations, ParametresDuDroit parametres)
    {
        var eps = affectations.Where(a => a is { Presente: true, EnseigneEps: true }).ToList();
        var inconnues = eps.Where(a => a.HeuresEpsCentiemes is null).Select(a => a.Agent?.NomComplet ?? "").ToList();
        if (inconnues.Count > 0)
        {
            return new(eps.Count, null, null, inconnues);
        }

        var compte = CompteEps.De(eps.Select(a => (a.HeuresEpsCentiemes!.Value, a.Agent?.Corps ?? Corps.Inconnu)), parametres);
        return new(compte.Enseignants, compte.HeuresCentiemes, compte.EtpCentiemes, []);
    }
}
