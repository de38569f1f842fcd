namespace Neuvieme.Droit.ImpSecondDegre;

/// <summary>L'usage du taux pour la mission appelle une justification ou un signalement.</summary>
public sealed record UsageDuTaux : MotifImp
{
    internal UsageDuTaux(Constat c, FicheMission fiche, Taux taux)
        : base(c.Code, c.Regle, c.Gravite) => (Mission, Taux, Usage, Nom) = (fiche.Mission, taux, fiche.Usage(taux), fiche.Libelle);

    /// <summary>La mission.</summary>
    public Mission Mission { get; }

    /// <summary>Le taux proposé.</summary>
    public Taux Taux { get; }

    /// <summary>Son usage pour cette mission.</summary>
    public UsageTaux Usage { get; }

    /// <inheritdoc/>
    public override string Phrase => (Gravite, Usage) switch
    {
        (Gravite.Alerte, _) => $"{Nom} : {Taux.Montant} est hors des orientations pour cette mission ; le rectorat le verra.",
        (_, UsageTaux.Exceptionnel) => $"{Nom} : {Taux.Montant} ne s'accorde qu'à titre exceptionnel, avec une justification qui le dit.",
        (_, UsageTaux.Module) => $"{Nom} : {Taux.Montant} est un taux modulé ; joindre une justification de la charge.",
        _ => $"{Nom} : {Taux.Montant} est hors des orientations ; joindre une justification.",
    };

    /// <inheritdoc/>
    public override IReadOnlyList<KeyValuePair<string, string>> Donnees =>
        [Donnee("mission", Mission.ToString()), Donnee("taux", Taux.Code), Donnee("montant", Taux.Montant.ToString()), Donnee("usage", Usage.ToString())];

    string Nom { get; }
}

/// <summary>Le taux quart pour une mission lourde.</summary>
public sealed record QuartMissionLourde : MotifImp
{
    internal QuartMissionLourde(Constat c, int heures)
        : base(c.Code, c.Regle, c.Gravite) => Heures = heures;

    /// <summary>Heures estimées dans l'année.</summary>
    public int Heures { get; }

    /// <inheritdoc/>
    public override string Phrase => $"{Heures} heures sont estimées : le taux quart va aux missions les plus légères, jusqu'à 24 heures.";

    /// <inheritdoc/>
    public override IReadOnlyList<KeyValuePair<string, string>> Donnees => [Donnee("heures_estimees", $"{Heures}")];
}

/// <summary>Les parts d'une mission partagée dépassent un plafond.</summary>
public sealed record PartsElevees : MotifImp
{
    internal PartsElevees(Constat c, Montant somme, Montant plafond)
        : base(c.Code, c.Regle, c.Gravite) => (Somme, Plafond) = (somme, plafond);

    /// <summary>Somme de toutes les parts.</summary>
    public Montant Somme { get; }

    /// <summary>Taux à ne pas dépasser.</summary>
    public Montant Plafond { get; }

    /// <inheritdoc/>
    public override string Phrase => $"Les parts de la mission font {Somme}, au-delà de {Plafond}, le plus haut taux admis ici.";

    /// <inheritdoc/>
    public override IReadOnlyList<KeyValuePair<string, string>> Donnees => [Donnee("somme", Somme.ToString()), Donnee("plafond", Plafond.ToString())];
}

/// <summary>Moins de trois enseignants d'EPS.</summary>
public sealed record ApsaMoinsDeTrois : MotifImp
{
    internal ApsaMoinsDeTrois(Constat c, int enseignants)
        : base(c.Code, c.Regle, c.Gravite) => Enseignants = enseignants;

    /// <summary>Nombre d'enseignants d'EPS.</summary>
    public int Enseignants { get; }

    /// <inheritdoc/>
    public override string Phrase => $"L'établissement compte {Enseignants} enseignant{(Enseignants > 1 ? "s" : "")} d'EPS : il en faut trois.";

    /// <inheritdoc/>
    public override IReadOnlyList<KeyValuePair<string, string>> Donnees => [Donnee("enseignants_eps", $"{Enseignants}")];
}

/// <summary>Moins de 50 heures d'EPS par semaine.</summary>
public sealed record ApsaMoinsDeCinquanteHeures : MotifImp
{
    internal ApsaMoinsDeCinquanteHeures(Constat c, int heuresCentiemes)
        : base(c.Code, c.Regle, c.Gravite) => HeuresCentiemes = heuresCentiemes;

    /// <summary>Heures comptées, en centièmes.</summary>
    public int HeuresCentiemes { get; }

    /// <inheritdoc/>
    public override string Phrase => $"L'EPS compte {Heures} heures par semaine : il en faut 50.";

    /// <inheritdoc/>
    public override IReadOnlyList<KeyValuePair<string, string>> Donnees => [Donnee("heures", Heures)];

    string Heures => new Montant(HeuresCentiemes).Nombre();
}

/// <summary>Le montant proposé n'est pas celui que l'effectif d'EPS impose.</summary>
public sealed record ApsaAutreTauxDu : MotifImp
{
    internal ApsaAutreTauxDu(Constat c, Montant propose, Montant du, int etpCentiemes)
        : base(c.Code, c.Regle, c.Gravite) => (Propose, Du, EtpCentiemes) = (propose, du, etpCentiemes);

    /// <summary>Le montant proposé.</summary>
    public Montant Propose { get; }

    /// <summary>Le taux dû.</summary>
    public Montant Du { get; }

    /// <summary>Équivalents temps plein d'EPS, en centièmes.</summary>
    public int EtpCentiemes { get; }

    /// <inheritdoc/>
    public override string Phrase => $"Avec {Etp} équivalents temps plein d'EPS, le taux dû est {Du}, pas {Propose}.";

    /// <inheritdoc/>
    public override IReadOnlyList<KeyValuePair<string, string>> Donnees =>
        [Donnee("montant", Propose.ToString()), Donnee("taux_du", Du.ToString()), Donnee("etp_eps", Etp)];

    string Etp => new Montant(EtpCentiemes).Nombre();
}

/// <summary>Plus de deux niveaux coordonnés.</summary>
public sealed record NiveauxTropNombreux : MotifImp
{
    internal NiveauxTropNombreux(Constat c, int nombre)
        : base(c.Code, c.Regle, c.Gravite) => Nombre = nombre;

    /// <summary>Nombre de niveaux.</summary>
    public int Nombre { get; }

    /// <inheritdoc/>
    public override string Phrase => $"{Nombre} niveaux sont coordonnés : deux au plus.";

    /// <inheritdoc/>
    public override IReadOnlyList<KeyValuePair<string, string>> Donnees => [Donnee("niveaux", $"{Nombre}")];
}

/// <summary>Des neuvièmes échus avant la validation seront payés en rappel.</summary>
public sealed record NeuviemesEnRappel : MotifImp
{
    internal NeuviemesEnRappel(Constat c, Mois paie, int nombre, (Montant Part, Montant Solde) partage)
        : base(c.Code, c.Regle, c.Gravite)
    {
        (Paie, Nombre) = (paie, nombre);
        Rappel = nombre < Echeancier.Nombre ? partage.Part * nombre : partage.Part * (nombre - 1) + partage.Solde;
    }

    /// <summary>Mois de paie du rappel.</summary>
    public Mois Paie { get; }

    /// <summary>Nombre de neuvièmes en rappel.</summary>
    public int Nombre { get; }

    /// <summary>Somme en rappel.</summary>
    public Montant Rappel { get; }

    /// <inheritdoc/>
    public override string Phrase => $"Validée tard : {Nombre} neuvième{(Nombre > 1 ? "s" : "")}, soit {Rappel}, en rappel sur la paie de {Paie.Libelle}.";

    /// <inheritdoc/>
    public override IReadOnlyList<KeyValuePair<string, string>> Donnees =>
        [Donnee("mois_de_paie", Paie.ToString()), Donnee("neuviemes", $"{Nombre}"), Donnee("rappel", Rappel.ToString())];
}
