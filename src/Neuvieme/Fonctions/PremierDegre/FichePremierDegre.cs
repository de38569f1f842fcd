using Neuvieme.Droit;
using Neuvieme.Fonctions.Attributions;
using NomenclatureImp = Neuvieme.Droit.ImpPremierDegre.Nomenclature;
using NomenclaturePacte = Neuvieme.Droit.Pacte.Nomenclature;

namespace Neuvieme.Fonctions.PremierDegre;

/// <summary>Ce qu'on choisit en préparant une mission, quel que soit le texte qui l'ouvre.</summary>
/// <param name="Heures">« 24 heures par part », « au forfait » ; vide pour l'IMP, dont aucun texte relevé ne fixe les heures.</param>
public sealed record FichePremierDegre(DispositifPremierDegre Dispositif, string Code, string Libelle, string Heures, bool ADefinir, IReadOnlyList<string> Contenu)
{
    /// <summary>Les missions de l'IMP du décret n° 2017-965, ou celles du Pacte qui s'exercent à l'école, sous le nom qu'elles portent cette année.</summary>
    public static IReadOnlyList<FichePremierDegre> De(DispositifPremierDegre dispositif, AnneeScolaire annee) => dispositif == DispositifPremierDegre.Imp
        ? [.. NomenclatureImp.Fiches.Select(f => new FichePremierDegre(dispositif, f.Code, f.Libelle, "", f.ADefinir, []))]
        : [.. NomenclaturePacte.Fiches.Where(f => f.Cadre.HasFlag(Droit.Pacte.Cadre.Ecole) && f.Depuis <= annee.DernierJour)
            .Select(f => new FichePremierDegre(dispositif, f.Code, f.Libelle(annee.PremierJour), f.HeuresParPart is { } h ? $"{h} heures par part" : "au forfait, sans compteur d’heures", false, f.Contenu))];
}

/// <summary>Les mots du premier degré : à qui l'on propose, ce que pèse une somme.</summary>
public static class MotsDuPremierDegre
{
    public static string EtatDit(this MissionPremierDegre m) => m.Etat switch
    {
        EtatAttribution.Proposee => m.EstImp ? "proposée au recteur" : "proposée à l’inspecteur",
        EtatAttribution.Validee => m.EstImp ? "validée" : "arrêtée",
        var etat => etat.Libelle(),
    };

    /// <summary>« 2 500 € · 2 IMP », « 1 875 € · 1,5 part ».</summary>
    public static string Pesee(DispositifPremierDegre dispositif, Montant montant) =>
        $"{Socle.Web.Rendu.Euros(montant)} · {(dispositif == DispositifPremierDegre.Imp ? $"{montant.Centimes / 125_000} IMP" : Parts(montant.Centimes))}";

    public static string Pesee(this MissionPremierDegre m) => Pesee(m.Dispositif, m.Montant);

    /// <summary>« 1,5 part », « 2 parts » ; le pluriel commence à deux.</summary>
    public static string Parts(long centimes)
    {
        var demies = centimes / MissionPremierDegre.DemiPart;
        var nombre = demies % 2 == 0 ? $"{demies / 2}" : $"{demies / 2},5";
        return $"{nombre} {(Math.Abs(demies) >= 4 ? "parts" : "part")}";
    }

    /// <summary>« 12 heures » pour une demi-part de 24 heures ; vide au forfait et pour l'IMP.</summary>
    public static string HeuresDues(this MissionPremierDegre m) =>
        !m.EstImp && NomenclaturePacte.DeCode(m.Code)?.Heures(m.DemiParts) is { } h ? $"{h} heures devant élèves" : "";

    /// <summary>Le pas de l'enveloppe : une IMP, ou une demi-part.</summary>
    public static long Pas(this DispositifPremierDegre dispositif) => dispositif == DispositifPremierDegre.Imp ? 125_000 : MissionPremierDegre.DemiPart;
}
