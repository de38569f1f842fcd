using Neuvieme.Droit;
using Neuvieme.Droit.ImpSecondDegre;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Socle.Web;
using NomenclatureAcademique = Neuvieme.Droit.MissionsAcademiques.Nomenclature;
using NomenclatureImp = Neuvieme.Droit.ImpPremierDegre.Nomenclature;
using NomenclaturePacte = Neuvieme.Droit.Pacte.Nomenclature;

namespace Neuvieme.Fonctions.MissionsDirectes;

/// <summary>Ce qu'on choisit en préparant une mission, quel que soit le texte qui l'ouvre.</summary>
/// <param name="Heures">« 24 heures par part », « au forfait » ; vide pour l'IMP, dont aucun texte relevé ne fixe les heures.</param>
public sealed record MissionAuChoix(DispositifDirect Dispositif, string Code, string Libelle, string Heures, bool ADefinir, IReadOnlyList<string> Contenu)
{
    /// <summary>Priorité du Pacte, 1 à 3.</summary>
    public int Niveau { get; init; }

    /// <summary>Les missions de l'IMP du décret n° 2017-965, celles que le recteur confie, ou celles du Pacte qui s'exercent à l'école, sous le nom qu'elles portent cette année.</summary>
    public static IReadOnlyList<MissionAuChoix> De(DispositifDirect dispositif, AnneeScolaire annee) => dispositif switch
    {
        DispositifDirect.ImpPremierDegre => [.. NomenclatureImp.Fiches.Select(f => new MissionAuChoix(dispositif, f.Code, f.Libelle, "", f.ADefinir, []))],
        DispositifDirect.Academique => [.. NomenclatureAcademique.Fiches.Select(f => new MissionAuChoix(dispositif, f.Code, f.Libelle, "", false, f.Contenu))],
        _ => DuPacte(dispositif, Droit.Pacte.Cadre.Ecole, annee),
    };

    /// <summary>Les missions du Pacte qui s'exercent dans un établissement du second degré de cette nature, la voie professionnelle comprise là où il y en a une.</summary>
    public static IReadOnlyList<MissionAuChoix> De(NatureEtablissement nature, AnneeScolaire annee)
    {
        var cadre = nature switch
        {
            NatureEtablissement.College => Droit.Pacte.Cadre.College,
            NatureEtablissement.Erea => Droit.Pacte.Cadre.College | Droit.Pacte.Cadre.LyceeProfessionnel,
            NatureEtablissement.LyceePolyvalent => Droit.Pacte.Cadre.Lycee | Droit.Pacte.Cadre.LyceeProfessionnel,
            NatureEtablissement.LyceeProfessionnel or NatureEtablissement.SectionEnseignementProfessionnel => Droit.Pacte.Cadre.LyceeProfessionnel,
            _ => nature.EstLycee ? Droit.Pacte.Cadre.Lycee : Droit.Pacte.Cadre.Aucun,
        };
        return [.. DuPacte(DispositifDirect.PacteSecondDegre, cadre, annee).Select(f => f with { Dispositif = DispositifDe(nature, f.Code) })];
    }

    /// <summary>Dans un lycée professionnel, toutes les missions du Pacte ; ailleurs, celles que la note de service réserve à la voie professionnelle.</summary>
    public static DispositifDirect DispositifDe(NatureEtablissement nature, string code) =>
        nature is NatureEtablissement.LyceeProfessionnel or NatureEtablissement.SectionEnseignementProfessionnel || NomenclaturePacte.DeCode(code)?.Cadre == Droit.Pacte.Cadre.LyceeProfessionnel
            ? DispositifDirect.PacteLyceePro : DispositifDirect.PacteSecondDegre;

    static IReadOnlyList<MissionAuChoix> DuPacte(DispositifDirect dispositif, Droit.Pacte.Cadre cadre, AnneeScolaire annee) =>
    [
        .. NomenclaturePacte.Fiches.Where(f => (f.Cadre & cadre) != Droit.Pacte.Cadre.Aucun && f.Depuis <= annee.DernierJour)
            .Select(f => new MissionAuChoix(dispositif, f.Code, f.Libelle(annee.PremierJour), f.HeuresParPart is { } h ? $"{h} heures par part" : "au forfait, sans compteur d’heures", false, f.Contenu) { Niveau = f.Priorite }),
    ];
}

/// <summary>Les mots des missions proposées à une personne : à qui l'on propose, ce que pèse une somme.</summary>
public static class MotsDesMissions
{
    public static string EtatDit(this MissionDirecte m) => m.Etat switch
    {
        EtatAttribution.Proposee => m.Dispositif switch { DispositifDirect.PactePremierDegre => "proposée à l’inspecteur", DispositifDirect.PacteSecondDegre or DispositifDirect.PacteLyceePro => "à décider", _ => "proposée au recteur" },
        EtatAttribution.Validee => !m.EstPacte ? "validée" : m.Dispositif == DispositifDirect.PactePremierDegre ? "arrêtée" : "confiée",
        var etat => etat.Libelle(),
    };

    /// <summary>Qui prépare la mission, demande l'accord et lit la réponse.</summary>
    public static string Proposant(this MissionDirecte m) => m.Dispositif switch
    {
        DispositifDirect.ImpPremierDegre => "l’inspecteur",
        DispositifDirect.PactePremierDegre => "le directeur de l’école",
        DispositifDirect.Academique => "le rectorat",
        _ => "le chef d’établissement",
    };

    public static string Decideur(this MissionDirecte m) => m.Dispositif switch
    {
        DispositifDirect.ImpPremierDegre => "le recteur ou l’IA-DASEN",
        DispositifDirect.PactePremierDegre => "l’inspecteur de la circonscription",
        DispositifDirect.Academique => "le recteur",
        _ => "le chef d’établissement",
    };

    public static string Nature(this MissionDirecte m) => m.Dispositif switch
    {
        DispositifDirect.ImpPremierDegre => "IMP du premier degré",
        DispositifDirect.PactePremierDegre => "Pacte, part fonctionnelle de l’ISAE",
        DispositifDirect.Academique => "mission académique, IMP",
        _ => "Pacte, part fonctionnelle de l’ISOE",
    };

    public static string AdresseDeLAgent(this MissionDirecte m) => $"/{(m.Dispositif.EstPremierDegre() ? "premier-degre/ma-mission" : "mes-missions/directe")}/{m.Id}";

    /// <summary>« 2 500 € · 2 IMP », « 1 875 € · 1,5 part ».</summary>
    public static string Pesee(DispositifDirect dispositif, Montant montant) => $"{Rendu.Euros(montant)} · {(dispositif.EstPacte() ? Parts(montant.Centimes) : Imp(montant))}";

    public static string Pesee(this MissionDirecte m) => m.EstAcademique && TauxImp.DeMontant(m.Montant, m.AnneeScolaire.PremierJour) is not null ? Rendu.TroisNoms(m.Montant, m.AnneeScolaire.PremierJour) : Pesee(m.Dispositif, m.Montant);

    static string Imp(Montant montant) => Quotite.DeMontant(montant) is { } q ? $"{q} IMP" : "hors des taux";

    /// <summary>« 1,5 part », « 2 parts » ; le pluriel commence à deux.</summary>
    public static string Parts(long centimes)
    {
        var demies = centimes / MissionDirecte.DemiPart;
        var nombre = demies % 2 == 0 ? $"{demies / 2}" : $"{demies / 2},5";
        return $"{nombre} {(Math.Abs(demies) >= 4 ? "parts" : "part")}";
    }

    /// <summary>« 12 heures » pour une demi-part de 24 heures ; vide au forfait et pour l'IMP.</summary>
    public static string HeuresDues(this MissionDirecte m) =>
        m.EstPacte && NomenclaturePacte.DeCode(m.Code)?.Heures(m.DemiParts) is { } h ? $"{h} heures devant élèves" : "";
}
