namespace Neuvieme.Droit.Versements;

/// <summary>Toutes les règles et conclusions des versements, dans l'ordre de lecture.</summary>
static class ReglesVersement
{
    internal static readonly Regle[] Toutes =
    [
        .. Suppleance.Regles, .. MaintienEnConge.Regles, .. Partage.Regles, .. Avances.Regles,
        .. Redeploiement.Regles, .. Report.Regles, .. BilansDuPacte.Regles,
    ];

    internal static readonly Signal[] Signaux =
    [
        .. Suppleance.Signaux, .. MaintienEnConge.Signaux, .. Partage.Signaux, .. Ponctuelle.Signaux, .. PartFonctionnelle.Signaux,
        .. Avances.Signaux, .. Redeploiement.Signaux, .. Report.Signaux,
    ];
}
