using Neuvieme.Droit.ImpSecondDegre;
using TypeDeMission = Neuvieme.Droit.ImpSecondDegre.Mission;

namespace Neuvieme.Fonctions.Repartition;

/// <summary>Les faits qui fondent le besoin d'une mission. Chaque type n'en demande que quelques-uns ; l'accord de la personne n'en dépend pas.</summary>
public sealed record Besoin
{
    public bool? EquipementsPartages { get; init; }
    public bool EstTechnologie { get; init; }
    public bool? ProjetDeCycle { get; init; }
    public bool? AppreciationNumerique { get; init; }
    public bool? AmpleurDecrochage { get; init; }
    public bool? LienProjetEtablissement { get; init; }

    /// <summary>Ces faits, là où le type de mission les demande ; les autres tels qu'ils étaient.</summary>
    public Besoin Sur(Besoin avant, string code)
    {
        var fiche = Nomenclature.DeCode(code);
        return fiche?.Mission switch
        {
            TypeDeMission.Discipline => avant with { EquipementsPartages = EquipementsPartages, EstTechnologie = EstTechnologie },
            TypeDeMission.Cycle => avant with { ProjetDeCycle = ProjetDeCycle },
            TypeDeMission.Numerique => avant with { AppreciationNumerique = AppreciationNumerique },
            TypeDeMission.Decrochage => avant with { AmpleurDecrochage = AmpleurDecrochage },
            not null when !fiche.EstArticle6 => avant with { LienProjetEtablissement = LienProjetEtablissement },
            _ => avant,
        };
    }

    /// <summary>Ceux que le type demande, sous les mots de l'écran.</summary>
    public IEnumerable<KeyValuePair<string, string>> Ecrits(string code)
    {
        var demandes = Sur(new(), code);
        var tous = new Besoin { EquipementsPartages = true, EstTechnologie = true, ProjetDeCycle = true, AppreciationNumerique = true, AmpleurDecrochage = true, LienProjetEtablissement = true }.Sur(new(), code);
        return new (bool Demande, string Nom, bool? Fait)[]
        {
            (tous.EquipementsPartages == true, "Équipements partagés", demandes.EquipementsPartages),
            (tous.EstTechnologie, "Technologie au collège", demandes.EstTechnologie),
            (tous.ProjetDeCycle == true, "Projet de cycle", demandes.ProjetDeCycle),
            (tous.AppreciationNumerique == true, "Organisation académique du numérique appréciée", demandes.AppreciationNumerique),
            (tous.AmpleurDecrochage == true, "Ampleur du décrochage établie", demandes.AmpleurDecrochage),
            (tous.LienProjetEtablissement == true, "Lien avec le projet d’établissement", demandes.LienProjetEtablissement),
        }.Where(x => x.Demande).Select(x => KeyValuePair.Create(x.Nom, x.Fait switch { true => "oui", false => "non", _ => "" }));
    }
}
