namespace Neuvieme.Droit.Pacte;

/// <summary>Ce que la trace dit d'une règle satisfaite, valeurs comprises.</summary>
static class Lectures
{
    internal static string De(Regle regle, in Situation s, Parametres p) => regle.Code switch
    {
        "PAC-ACCORD" when s.AccordLe is { } le => $"L'agent a donné son accord le {Dates.Lisible(le)}.",
        "PAC-MISSION" when Nomenclature.Chercher(s.Mission) is { } fiche => $"« {fiche.Libelle(s.Annee.PremierJour)} », {Modalite(fiche)}.",
        "PAC-BILAN" when Nomenclature.Chercher(s.Mission) is { } fiche => fiche.DemandeUnBilan ? $"En fin de mission, un bilan est remis {A(fiche.Bilan)}." : "Aucun bilan de fin de mission n'est demandé.",
        "PAC-PARTS" when s.DemiParts is { } d => $"{Parts(d)} : {Regles.Paiement.Brut(d)} brut pour l'année{Heures(d, in s)}.",
        "PAC-NIVEAUX" when Nomenclature.Chercher(s.Mission) is { } fiche => $"Mission de niveau {fiche.Priorite}.",
        "PAC-ENVELOPPE" when s is { DotationDuNiveau: { } dotation, EngageAuNiveau: { } engage } => $"{Parts(dotation)} notifiées à ce niveau, {Parts(engage)} déjà engagées : la mission y tient.",
        "PAC-VERSEMENT-2023" => "Neuf versements mensuels.",
        "PAC-VERSEMENT-2025" => "Neuf versements mensuels, qui sont des avances sur le travail à faire.",
        _ => regle.Enonce,
    };

    /// <summary>« 2,5 parts », « une demi-part ».</summary>
    internal static string Parts(int demiParts) => demiParts switch
    {
        1 => "une demi-part",
        2 => "une part",
        3 => "une part et demie",
        _ => demiParts % 2 == 0 ? $"{demiParts / 2} parts" : $"{demiParts / 2},5 parts",
    };

    static string A(Destinataire destinataire) => destinataire switch
    {
        Destinataire.ChefEtablissement => "au chef d'établissement",
        Destinataire.Ien => "à l'inspecteur de la circonscription",
        Destinataire.ChefEtablissementEtIen => "au chef d'établissement, en lien avec l'inspecteur de la circonscription",
        Destinataire.IenOuChefEtablissement => "à l'inspecteur de la circonscription à l'école, au chef d'établissement ailleurs",
        _ => "au conseil de classe",
    };

    static string Heures(int demiParts, in Situation s) => Nomenclature.Chercher(s.Mission)?.Heures(demiParts) is { } heures ? $", {heures} heures à faire" : "";

    static string Modalite(FicheMission fiche) => fiche.HeuresParPart is { } heures ? $"{heures} heures par part" : "engagement annuel au forfait, sans compteur d'heures";
}
