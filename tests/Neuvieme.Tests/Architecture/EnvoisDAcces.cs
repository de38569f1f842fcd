using System.Text.RegularExpressions;

namespace Neuvieme.Tests.Architecture;

/// <summary>Ce que le formulaire de chaque geste envoie quand il désigne un objet ; les autres n'envoient que leur jeton.</summary>
static partial class EnvoisDAcces
{
    /// <summary>Les pages qui désignent leur objet dans l'adresse, après « ? ».</summary>
    static readonly Dictionary<string, string> Requetes = new(StringComparer.Ordinal)
    {
        ["/personnels/modifier"] = "id", ["/personnels/ouvrir-acces"] = "id", ["/comptes/desactiver"] = "id", ["/comptes/reinitialiser"] = "id", ["/comptes/revoquer"] = "id",
        ["/enveloppes/notifier"] = "uai", ["/archives/effacer"] = "uai", ["/seances/ecarter"] = "id", ["/enveloppes/repondre"] = "id", ["/enveloppes/decider"] = "id", ["/attributions/instruire"] = "uai", ["/journal"] = "portee", ["/journal/verifier"] = "portee", ["/campagnes/modifier"] = "id", ["/premier-degre/notifier"] = "cible", ["/parts/notifier"] = "uai",
    };

    public static string Adresse(GesteAttendu geste, ObjetDAcces objet)
    {
        var chemin = Parametre().Replace(geste.Adresse, m => m.Value switch { "{id:long?}" => objet.Id, "{code}" => "IMP-ACCORD", "{code:int}" => "404", "{modele}" => "lettre-imp", _ => objet.Id });
        List<string> suite = [];
        if (geste.Objet.Length > 0 && Requetes.TryGetValue(geste.Adresse, out var nom))
        {
            suite.Add($"{nom}={(nom == "uai" ? objet.Uai : objet.Id)}{(geste.Adresse == "/archives/effacer" ? "&annee=2026&famille=Signees" : "")}");
        }

        if (geste.Adresse == "/instances/telecharger/{id:long}")
        {
            suite.Add(geste.Variante == "nominatif" ? "format=xlsx&noms=true" : "format=xlsx");
        }

        if (geste.Geste.Length > 0)
        {
            suite.Add("handler=" + geste.Geste);
        }

        return suite.Count == 0 ? chemin : $"{chemin}?{string.Join('&', suite)}";
    }

    public static IEnumerable<(string Nom, string Valeur)> Champs(GesteAttendu geste, ObjetDAcces o, bool sien) => geste.Adresse switch
    {
        "/comptes/changer" => [("Qualite", o.Id), ("Annee", "2026")],
        "/repartition/retirer" => [("id", o.Id), ("version", "0")],
        "/repartition/scenarios" => [("id", o.Id), ("Nom", "essai")],
        "/repartition/ajouter" or "/repartition/modifier/{id:long}" => [("Saisie.Code", "IMP-TUT"), ("Saisie.Intitule", "Essai"), ("Saisie.Version", "0"), ("Saisie.CleSaisie", Guid.NewGuid().ToString()), ("Saisie.Parts[0].Centimes", "62500")],
        "/instances/preparer" => [("Instance", "ConseilPedagogique"), ("SeanceLe", sien ? "" : "2026-09-10"), ("Missions", o.Id)],
        "/instances/ecarter" => [("id", sien ? "0" : o.Id)],
        "/instances/informer" => [("InformesLe", sien ? "" : "2026-09-07"), ("Moyen", "Reunion"), ("DossierId", o.Id)],
        "/instances/retirer-information/{id:long}" => [("Motif", sien ? "" : "essai")],
        "/instances/enregistrer" => [("Instance", "ConseilPedagogique"), ("RenduLe", "2026-09-07"), ("Sens", "Favorable"), ("Missions", o.Id)],
        "/instances/retirer/{id:long}" => [("Motif", "essai")],
        "/attributions/demander-accord" or "/attributions/proposer" => [("Lignes", o.Ligne(sien))],
        "/attributions/reprendre" or "/attributions/rappeler" => [("ligne", o.Ligne(sien))],
        "/courriels/reessayer" or "/courriels/abandonner" => [("id", o.Id)],
        "/attributions/instruire" => [("Lignes", o.Ligne(sien)), ("Decision", geste.Variante == "valider" ? "Valider" : "Renvoyer"), ($"Textes[{o.Id}]", "essai"), ($"Codes[{o.Id}]", "Incomplet")],
        "/attributions/prendre-en-charge" => [("ids", $"{o.Id}.{(sien ? 9999 : 0)}")],
        "/attributions/examiner/{id:long}" => [("VersionSuivi", sien ? "9999" : "0"), ("Texte", "essai"), ("MotifAttente", "essai")],
        "/attributions/amender/{id:long}" => [("Ligne", o.Ligne(sien)), ("Saisie.Code", "IMP-TUT"), ("Justification", "essai"), ("Motif", "essai")],
        "/attributions/revenir/{id:long}" => [("Ligne", o.Ligne(sien)), ("Motif", "essai"), ("Retrait.Fondement", "Illegale")],
        "/attributions/valider-sans-remarque" => [("Uais", o.Uai)],
        "/enveloppes/demander-complement" => [("id", o.Id), ("Quarts", "0")],
        "/enveloppes/convertir" when geste.Geste == "Retirer" => [("id", o.Id), ("version", Perime(o, sien))],
        "/enveloppes/convertir" => [("Saisie.CleSaisie", Guid.NewGuid().ToString()), ("Saisie.MissionId", o.Id), ("Saisie.AgentId", "1"), ("Saisie.Heures", "1")],
        "/enveloppes/repondre" => [("Version", Perime(o, sien)), ("QuartsAccordes", "4"), ("Reponse", "essai")],
        "/enveloppes/decider" => [("Version", Perime(o, sien)), ("Le", "2026-09-08"), ("Par", "Recteur"), ("Motif", "essai")],
        "/candidatures/publier" => [("missions", o.Id), ("version", sien ? "9999" : "0"), ("OuvertLe", "2026-09-01"), ("FermeLe", "2026-09-30")],
        "/candidatures/retenir" => [("candidature", o.Id), ("part", "0.0")],
        "/stsweb/saisir" when geste.Geste == "Annuler" => [("id", o.Id), ("motif", sien ? "" : "essai")],
        "/stsweb/saisir" => [("lignes", o.Ligne(sien))],
        "/mes-missions/rattacher" => [("fiche", o.Id), ("version", "0"), ("accepte", "true")],
        "/mes-missions/candidater" => [("mission", o.Id), ("interesse", "true")],
        "/mes-missions/repondre/{id:long}" when geste.Geste == "Reconsiderer" => [("version", Perime(o, sien))],
        "/mes-missions/repondre/{id:long}" when geste.Geste == "Modification" => [("version", Perime(o, sien)), ("modification", "essai")],
        "/lettres/envoyer" => [("lettres", $"{o.Version}")],
        "/lettres/signer" => [("Vues", o.Vue), ("MotDePasse", Demo.Demonstration.MotDePasse)],
        "/lettres/papier/{id:long}" => [("Vue", o.Vue), ("SigneeLe", "2026-09-07")],
        "/mes-missions/signer/{id:long}" => [("Vue", o.Vue), ("MotDePasse", Demo.Demonstration.MotDePasse), ("Motif", "essai")],
        "/travaux/annuler" => [("id", o.Id)],
        "/suivi/interrompre/{id:long}" => [("Version", sien ? "9999" : "0"), ("Saisie.Quoi", "Arret"), ("Saisie.Du", "2026-12-31"), ("Saisie.Fondement", "ConditionNonRemplie"), ("Saisie.Motif", "essai")],
        "/suivi/reprendre" => [("id", o.Id), ("version", Perime(o, sien)), ("le", "2027-01-04")],
        "/suivi/annuler-interruption" => [("id", o.Id), ("interruption", "1"), ("version", Perime(o, sien)), ("motif", "essai")],
        "/lettres/rappeler" => [("id", $"{o.Version}")],
        "/archives/telecharger" => [("uai", o.Uai), ("annee", "2026")],
        "/archives/effacer" => [("Annee", "2026"), ("Famille", "Signees"), ("Nombre", "1"), ("Visa", "essai")],
        "/mes-missions/observer" => [("id", o.Id), ("Observations", "essai")],
        "/mes-missions/souhaiter" => [("id", o.Id), ("veut", "true")],
        "/avenants/proposer/{id:long}" => [("Version", sien ? "9999" : "0"), ("Centimes", "125000"), ("EffetLe", "2027-01-04"), ("Motif", "essai")],
        "/avenants/retirer/{id:long}" or "/avenants/repondre/{id:long}" => [("version", sien ? "9999" : "0"), ("accepte", "true")],
        "/avenants/decider/{id:long}" => [("Version", sien ? "9999" : "1"), ("valide", "true"), ("Motif", "essai")],
        "/suivi/viser" => [("Lues", $"{o.Id}.{(sien ? 9999 : 0)}"), ("vise", "true"), ("Motif", "essai")],
        "/mes-missions/remplacer/{id:long}" => [("version", sien ? "9999" : "0"), ("accepte", "true")],
        "/suivi/constater" => [("Ids", o.Id), ($"Le[{o.Id}]", "2026-09-07")],
        "/mes-missions/repondre/{id:long}" => [("version", o.Version.ToString()), ("accepte", "true")],
        "/enveloppes/notifier" => [("Imp", "1"), ("Motif", "essai"), ("Derniere", sien ? "-1" : "0")],
        "/modeles/abandonner" => [("modele", "lettre-imp"), ("version", "0.0")],
        "/modeles/revenir" => [("modele", "lettre-imp"), ("numero", "0"), ("enVigueur", "0")],
        "/campagnes/modifier" when geste.Geste == "Retirer" => [("MotifRetrait", sien ? "" : "essai")],
        "/campagnes/modifier" => [("OuvreLe", "2026-09-01"), ("FermeLe", "2026-09-30"), ("Motif", sien ? "" : "essai"), ("Version", sien ? "9999" : "1")],
        "/campagnes/rouvrir/{id:long}" when geste.Geste == "Refermer" => [("Uai", o.Uai), ("MotifFin", sien ? "" : "essai")],
        "/campagnes/rouvrir/{id:long}" => [("Uai", o.Uai), ("Fin", sien ? "" : "2027-08-31"), ("Motif", "essai")],
        "/parts/preparer/{id:long?}" => [("Saisie.Version", "9999"), ("Saisie.Code", "PAC-RCD"), ("Saisie.Intitule", "essai"), ("Saisie.Centimes", "125000")],
        "/parts/suivre/{id:long}" => [("Version", Perime(o, sien)), ("Motif", "essai"), ("Retrait.Fondement", "Illegale")],
        "/academiques/notifier" => [("Nombre", "1"), ("Motif", "essai"), ("Derniere", "-1")],
        "/academiques/preparer/{id:long?}" => [("Saisie.Version", "9999"), ("Saisie.Code", "ACA-CHM"), ("Saisie.Intitule", "essai"), ("Saisie.Centimes", "125000")],
        "/academiques/suivre/{id:long}" => [("Version", Perime(o, sien)), ("Motif", "essai"), ("Le", "2026-09-08"), ("Retrait.Fondement", "Illegale")],
        "/parts/notifier" => [("Niveau", "3"), ("Nombre", "1"), ("Motif", "essai"), ("Derniere", sien ? "-1" : "0")],
        "/mes-missions/directe/{id:long}" => [("version", Perime(o, sien)), ("accepte", "true"), ("modification", "essai")],
        "/premier-degre/preparer/{id:long?}" => [("Saisie.Version", "9999"), ("Saisie.Code", "PAC-INNO"), ("Saisie.Intitule", "essai"), ("Saisie.Centimes", "125000")],
        "/premier-degre/suivre/{id:long}" => [("Version", Perime(o, sien)), ("Le", "2026-09-08")],
        "/premier-degre/decider/{id:long}" => [("Version", Perime(o, sien)), ("Decision", geste.Variante == "valider" ? "Valider" : "Renvoyer"), ("Motif", "essai")],
        "/premier-degre/notifier" => [("Nombre", "1"), ("Motif", "essai"), ("Derniere", sien ? "-1" : "0")],
        "/premier-degre/professeurs" when geste.Geste.Length > 0 => [("id", o.Id), ("presente", sien ? "true" : "false")],
        "/premier-degre/ma-mission/{id:long}" => [("version", Perime(o, sien)), ("accepte", "true"), ("modification", "essai")],
        "/seances/ecarter" => [("Version", Perime(o, sien)), ("Motif", "essai")],
        "/comptes/cle-acces" => [("MotDePasse", Demo.Demonstration.MotDePasse)],
        "/personnels/ouvrir-acces" => [("Courriel", "intrus@essai.fr")],
        _ => [],
    };

    /// <summary>Le sien est lu périmé, pour rester tel quel ; celui d'un autre à jour.</summary>
    static string Perime(ObjetDAcces o, bool sien) => (sien ? 9999 : o.Version).ToString();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parametre();
}
