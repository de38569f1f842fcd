using Neuvieme.Droit;
using Neuvieme.Droit.ImpSecondDegre;

namespace Neuvieme.Fonctions.Personnels.Importer;

/// <summary>Le service d'un enseignant d'EPS, avec l'origine de chaque nombre : le chef d'établissement corrige. Heures hebdomadaires en centièmes.</summary>
/// <param name="HeuresEnseignees">Sans le forfait d'association sportive ; null quand le fichier ne le dit pas.</param>
/// <param name="Forfait">Association sportive, que ni les services ni les disciplines du fichier ne comptent.</param>
/// <param name="Maximum">Maximum de service du grade : au-delà, ce sont des heures supplémentaires.</param>
public sealed record EnseignantEps(
    ClePersonne Cle, string Nom, Corps Corps, int? HeuresEnseignees, string OrigineHeures, int Forfait, int Maximum, string OrigineMaximum)
{
    public int? HeuresStatutaires => HeuresEnseignees is { } h ? Math.Min(h + Forfait, Maximum) : null;
    public int? HeuresAuDela => HeuresEnseignees is { } h ? Math.Max(0, h + Forfait - Maximum) : null;
}

/// <summary>Ce que le fichier dit de l'EPS. Le compte est null tant que les heures d'une personne manquent.</summary>
/// <param name="AVerifier">Déclarés en EPS sans service d'EPS alors que d'autres en ont : non comptés, à confirmer.</param>
public sealed record EpsDuFichier(IReadOnlyList<EnseignantEps> Enseignants, string Origine, IReadOnlyList<IndividuSts> AVerifier)
{
    /// <summary>Heures et équivalents temps plein au sens du droit, sans les heures supplémentaires.</summary>
    public CompteEps? Compte(Droit.Parametres parametres) => Enseignants.Any(e => e.HeuresEnseignees is null) ? null
        : CompteEps.De(Enseignants.Select(e => (Math.Max(0, e.HeuresStatutaires!.Value - e.Forfait), e.Corps)), parametres);

    public int? HeuresSupplementaires => Enseignants.Any(e => e.HeuresAuDela is null) ? null : Enseignants.Sum(e => e.HeuresAuDela!.Value);

    public static (int Maximum, string Origine) MaximumDeService(Corps corps) => corps switch
    {
        Corps.Agrege => (CompteEps.ServiceAgrege * 100, "agrégé d’EPS"),
        Corps.Peps or Corps.ChargeEnseignementEps or Corps.AdjointEnseignement => (CompteEps.ServiceAutres * 100, "professeur ou chargé d’enseignement d’EPS"),
        _ => (CompteEps.ServiceAutres * 100, "supposé : le grade ne le dit pas"),
    };
}
