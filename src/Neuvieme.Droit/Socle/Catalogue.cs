using Neuvieme.Droit.ImpSecondDegre.Regles;

namespace Neuvieme.Droit;

/// <summary>Toutes les règles codées.</summary>
public static class Catalogue
{
    /// <summary>Les règles, dans l'ordre où elles sont lues.</summary>
    public static IReadOnlyList<Regle> Regles { get; } =
    [
        .. Vigueur.Regles, .. Beneficiaires.Regles, .. Exclusivite.Regles, .. Accord.Regles, .. Missions.Regles,
        .. TauxDus.Regles, .. BesoinsApsa.Regles, .. Besoins.Regles, .. ImpSecondDegre.Regles.Procedure.Regles,
        .. ImpSecondDegre.Regles.Enveloppe.Regles, .. Paiement.Regles,
        .. Pacte.Regles.Vigueur.Regles, .. Pacte.Regles.Beneficiaires.Regles, .. Pacte.Regles.Accord.Regles, .. Pacte.Regles.Missions.Regles,
        .. Pacte.Regles.Exclusivite.Regles, .. Pacte.Regles.Parts.Regles, .. Pacte.Regles.Enveloppe.Regles, .. Pacte.Regles.Paiement.Regles,
        .. ImpPremierDegre.Regles.Vigueur.Regles, .. ImpPremierDegre.Regles.Beneficiaires.Regles, .. ImpPremierDegre.Regles.Accord.Regles,
        .. ImpPremierDegre.Regles.Missions.Regles, .. ImpPremierDegre.Regles.Exclusivite.Regles, .. ImpPremierDegre.Regles.Taux.Regles,
        .. ImpPremierDegre.Regles.Procedure.Regles, .. ImpPremierDegre.Regles.Paiement.Regles,
        .. MissionsAcademiques.Regles.Missions.Regles, .. MissionsAcademiques.Regles.DistrictUnss.Regles, .. MissionsAcademiques.Regles.Cumul.Regles,
        .. MissionsAcademiques.Regles.Taux.Regles, .. MissionsAcademiques.Regles.Lettre.Regles, .. MissionsAcademiques.Regles.Procedure.Regles,
        .. MissionsAcademiques.Regles.Enveloppe.Regles,
        .. Decharge.Regles.Beneficiaires.Regles, .. Decharge.Regles.Heures.Regles, .. Decharge.Regles.PremierJour.Regles, .. Decharge.Regles.Procedure.Regles,
        .. Versements.ReglesVersement.Toutes, .. Fiscalite.ReglesFiscales.Regles, .. Comparateur.ReglesComparaison.Regles,
        .. Retrait.RetraitDeDecision.Regles,
    ];

    /// <summary>Codes de tous les motifs et alertes que les règles peuvent produire, avec leur règle et leur gravité.</summary>
    public static IReadOnlyList<(string Code, Regle Regle, Gravite Gravite)> Motifs { get; } =
    [
        .. ((IEnumerable<Constat>)
        [
            .. ImpSecondDegre.Constats.Tous, .. Pacte.Constats.Registre.Tous, .. ImpPremierDegre.Constats.Registre.Tous, .. MissionsAcademiques.Constats.Registre.Tous,
            .. Decharge.Constats.Registre.Tous, .. Versements.ReglesVersement.Signaux, .. Retrait.RetraitDeDecision.Signaux,
        ]).Select(c => (c.Code, c.Regle, c.Gravite)),
    ];
}
