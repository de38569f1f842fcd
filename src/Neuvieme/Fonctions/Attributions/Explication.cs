using Neuvieme.Droit;

namespace Neuvieme.Fonctions.Attributions;

/// <summary>Ce qui, dans le raisonnement du droit, regarde la personne : sa mission, son taux, ses versements. La procédure est dans le fil, l'enveloppe ne la concerne pas.</summary>
public static class Explication
{
    static readonly Dictionary<string, Rubrique> Rubriques = Catalogue.Regles.ToDictionary(r => r.Code, r => r.Rubrique);

    public static IReadOnlyList<Etape> De(Decision decision) =>
        [.. decision.Trace.Etapes.Where(e => Rubriques.GetValueOrDefault(e.Regle) is Rubrique.Mission or Rubrique.Besoin or Rubrique.Taux or Rubrique.Paiement)];
}
