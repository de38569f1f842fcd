using Neuvieme.Droit;
using Neuvieme.Droit.ImpSecondDegre;
using ParametresDuDroit = Neuvieme.Droit.Parametres;

namespace Neuvieme.Fonctions.Personnels;

/// <summary>
/// Le compte d'EPS de l'établissement : enseignants, heures hebdomadaires et équivalents temps plein, forfait d'association
/// sportive compris (circulaire 2015-058, II.2) ; le calcul est celui du droit, <see cref="CompteEps"/>. STSWeb donne les heures
/// enseignées : ce qui dépasse le maximum de service du grade est en heures supplémentaires et se compte à part.
/// </summary>
public sealed record FaitsEps(int Enseignants, int? HeuresCentiemes, int? EtpCentiemes, int? HeuresSupplementairesCentiemes, IReadOnlyList<string> HeuresInconnues)
{
    /// <summary>Absent tant que les heures d'une personne manquent.</summary>
    public bool? OuvreLaCoordination => HeuresCentiemes is { } heures && EtpCentiemes is { } etp ? new CompteEps(Enseignants, heures, etp).OuvreLaCoordination : null;

    public static FaitsEps De(IEnumerable<Affectation> affectations, ParametresDuDroit parametres)
    {
        var eps = affectations.Where(a => a is { Presente: true, EnseigneEps: true }).ToList();
        var inconnues = eps.Where(a => a.HeuresEpsCentiemes is null).Select(a => a.Agent?.NomComplet ?? "").ToList();
        if (inconnues.Count > 0)
        {
            return new(eps.Count, null, null, null, inconnues);
        }

        var services = eps.ConvertAll(a => (Service(a, parametres).Statutaires, Corps: a.Agent?.Corps ?? Corps.Inconnu));
        var compte = CompteEps.De(services, parametres);
        return new(compte.Enseignants, compte.HeuresCentiemes, compte.EtpCentiemes, eps.Sum(a => a.HeuresEpsCentiemes!.Value) - services.Sum(s => s.Statutaires), []);
    }

    /// <summary>Heures d'une personne prises dans son maximum de service, forfait réservé, et ce maximum, en centièmes.</summary>
    public static (int Statutaires, int Maximum) Service(Affectation a, ParametresDuDroit parametres)
    {
        var maximum = a.MaximumServiceCentiemes ?? (a.Agent?.Corps == Corps.Agrege ? CompteEps.ServiceAgrege : CompteEps.ServiceAutres) * 100;
        return (Math.Min(a.HeuresEpsCentiemes ?? 0, Math.Max(0, maximum - parametres.ForfaitAssociationSportiveCentiemes)), maximum);
    }
}
