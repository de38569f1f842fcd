using Neuvieme.Droit;
using ParametresDuDroit = Neuvieme.Droit.Parametres;

namespace Neuvieme.Fonctions.Parametres;

/// <summary>Ce qu'un paramètre règle, ses bornes, et la règle du droit qui laisse la main.</summary>
public sealed record FicheParametre(CleParametre Cle, string Nom, string Effet, string CodeRegle, int Minimum, int Maximum, int Defaut)
{
    public static readonly IReadOnlyList<FicheParametre> Toutes =
    [
        new(CleParametre.PremierMois, "Mois du premier neuvième",
            "Le mois de paie où commence le versement des missions tenues toute l’année. Les échéanciers déjà validés ne changent pas.",
            "IMP-VERSEMENT", 9, 12, ParametresDuDroit.Defaut.PremierMois),
        new(CleParametre.JourLimitePaie, "Dernier jour pris dans la paie du mois",
            "Un service fait constaté après ce jour est payé le mois suivant ; il concerne les missions ponctuelles.",
            "IMP-VERSEMENT", 1, 31, ParametresDuDroit.Defaut.JourLimitePaie),
        new(CleParametre.InclureHsaEps, "Heures supplémentaires dans le compte d’EPS",
            "Les compter peut ouvrir la coordination des APSA ou changer son taux : le ministère les exclut, la CAA de Bordeaux les a admises (7 décembre 2023, n° 21BX02452).",
            "IMP-APSA-SEUILS", 0, 1, ParametresDuDroit.Defaut.InclureHsaEps ? 1 : 0),
        new(CleParametre.DelaiInstruction, "Délai d’instruction d’une proposition",
            "Passé ce nombre de jours, une proposition est « en retard » dans la file du rectorat. Aucun texte ne le fixe : c’est l’organisation du service.",
            "IMP-VALIDATION-DATE", 1, 90, 15),
        new(CleParametre.PartRecontrolee, "Dossiers relus après une validation sans remarque",
            "Sur cent dossiers validés ensemble parce qu’aucun contrôle n’y trouve à redire, combien sont relus un à un ; le premier de chaque établissement l’est toujours.",
            "IMP-VALIDATION-DATE", 0, 100, 10),
        new(CleParametre.AreParDemiHeures, "Conversion d’IMP par demi-heures",
            "Admettre qu’une demi-IMP (625 €) devienne une demi-heure de décharge ; par défaut, une IMP entière fait une heure. Aucun texte national ne le règle.",
            "ARE-EQUIVALENCE", 0, 1, ParametresDuDroit.Defaut.AreParDemiHeures ? 1 : 0),
        new(CleParametre.DelaiReponse, "Temps de réflexion avant de répondre à une demande d’accord",
            "Le jour souhaité pour la réponse est montré à la personne et à son chef d’établissement. Aucun texte ne fixe de délai, et le silence ne vaut jamais accord.",
            "IMP-ACCORD", 1, 60, 10),
        new(CleParametre.ChefSigneDAbord, "Qui signe la lettre le premier",
            "La personne signe d’abord, puis le chef d’établissement ; ou l’inverse. Aucun texte ne fixe l’ordre. Les lettres déjà envoyées gardent le leur.",
            "IMP-ACCORD", 0, 1, 0),
        new(CleParametre.DelaiSignature, "Temps pour signer une lettre",
            "Passé ce nombre de jours après l’envoi, la lettre ne se signe plus : elle s’envoie de nouveau. L’accord et le paiement n’en dépendent pas.",
            "IMP-ACCORD", 5, 90, 30),
        new(CleParametre.PremierRappelSignature, "Premier rappel d’une lettre à signer",
            "Nombre de jours après l’envoi.", "IMP-ACCORD", 1, 30, 5),
        new(CleParametre.RappelSignature, "Rappels suivants d’une lettre à signer",
            "Nombre de jours entre deux rappels, jusqu’à la fin du délai.", "IMP-ACCORD", 1, 30, 7),
        new(CleParametre.PrioritePacte, "Ordre des niveaux du Pacte",
            "Ce qui arrive à une part d’un niveau tant qu’un niveau plus prioritaire reste à pourvoir. Aucun texte n’en fixe la force : elle est refusée, seulement signalée, ou l’ordre est libre.",
            "PAC-NIVEAUX", 0, 2, (int)ParametresDuDroit.Defaut.PrioritePacte),
        new(CleParametre.LettreFacultative, "Lettre de mission d’un établissement",
            "Exigée, elle se rappelle et se compte. Facultative, elle n’est établie que si la personne la demande. Le décret n° 2015-475 veut l’accord de la personne, non une lettre, pour les missions d’un établissement ; pour une mission académique (art. 5) elle reste exigée.",
            "IMP-ACCORD", 0, 1, 0),
        new(CleParametre.ConservationSignees, "Conservation des lettres signées",
            "Années après la fin de l’année scolaire. Cinq couvrent la prescription des créances sur l’État (loi n° 68-1250 du 31 décembre 1968, art. 1er) ; davantage est un choix. Rien ne s’efface seul.",
            "IMP-ACCORD", 5, 50, 5),
        new(CleParametre.ConservationAutres, "Conservation des lettres que personne n’a signées",
            "Années après la fin de l’année scolaire. Aucun texte ne le fixe : une année laisse le temps d’une contestation. Rien ne s’efface seul.",
            "IMP-ACCORD", 1, 50, 1),
        new(CleParametre.AvertirConservation, "Avertissement avant la fin de la conservation",
            "Nombre de jours avant le terme où le chef d’établissement et le délégué à la protection des données sont prévenus.",
            "IMP-ACCORD", 15, 180, 60),
        new(CleParametre.TribunalAdministratif, "Tribunal administratif compétent",
            "Nommé à qui reçoit une décision, avec le délai et les recours. C’est celui du lieu d’affectation (code de justice administrative, art. R. 312-12) : une académie que plusieurs tribunaux se partagent laisse la formule générale.",
            "RET-ILLEGALE", 0, VoiesDeRecours.Tribunaux.Count - 1, 0),
        new(CleParametre.DelaiObservations, "Délai pour présenter ses observations",
            "Quand un arrêt demandé tient à la personne, elle est invitée à s’expliquer et le rectorat ne décide pas avant la fin de ce délai (code des relations entre le public et l’administration, art. L. 121-1 et L. 122-1). Aucun texte n’en fixe le nombre de jours.",
            "RET-OBSERVATIONS", 5, 60, 15),
    ];

    public static FicheParametre? De(CleParametre cle) => Toutes.FirstOrDefault(f => f.Cle == cle);

    public Regle Regle => Catalogue.Regles.First(r => r.Code == CodeRegle);

    /// <summary>La valeur comme on la dit : « octobre », « le 10 », « non ».</summary>
    public string Dire(int valeur) => Cle switch
    {
        CleParametre.PremierMois => new Mois(2000, valeur).Nom,
        CleParametre.JourLimitePaie => $"le {valeur}",
        CleParametre.DelaiInstruction or CleParametre.DelaiReponse or CleParametre.DelaiSignature or CleParametre.PremierRappelSignature or CleParametre.RappelSignature or CleParametre.AvertirConservation or CleParametre.DelaiObservations => Socle.Francais.Nombre(valeur, "jour"),
        CleParametre.PartRecontrolee => $"{valeur} %",
        CleParametre.ConservationSignees or CleParametre.ConservationAutres => Socle.Francais.Nombre(valeur, "an"),
        CleParametre.TribunalAdministratif => VoiesDeRecours.Tribunal(valeur),
        CleParametre.LettreFacultative => valeur == 0 ? "exigée" : "facultative",
        CleParametre.ChefSigneDAbord => valeur == 0 ? "la personne" : "le chef d’établissement",
        CleParametre.PrioritePacte => (PrioritePacte)valeur switch { PrioritePacte.Bloquante => "bloquant", PrioritePacte.Alerte => "signalé", _ => "libre" },
        CleParametre.AreParDemiHeures => valeur == 0 ? "non admise" : "admise",
        _ => valeur == 0 ? "non comptées" : "comptées",
    };

    public string Bornes => Cle == CleParametre.TribunalAdministratif ? "à l’un des tribunaux de la liste" : Cle == CleParametre.JourLimitePaie ? $"du {Minimum} au {Maximum}" : $"de {Dire(Minimum)} à {Dire(Maximum)}";

    public IEnumerable<int> Valeurs => Enumerable.Range(Minimum, Maximum - Minimum + 1);
}
