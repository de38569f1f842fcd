namespace Neuvieme.Droit;

/// <summary>Sujet d'une règle et de ses motifs.</summary>
public enum Rubrique
{
    /// <summary>Le texte s'applique-t-il à cette date ?</summary>
    Vigueur,

    /// <summary>Qui peut recevoir.</summary>
    Beneficiaire,

    /// <summary>La mission et sa forme.</summary>
    Mission,

    /// <summary>Les besoins du service.</summary>
    Besoin,

    /// <summary>Le montant.</summary>
    Taux,

    /// <summary>Accord et avis : ce qui reste à faire.</summary>
    Procedure,

    /// <summary>L'enveloppe notifiée.</summary>
    Enveloppe,

    /// <summary>Le versement.</summary>
    Paiement,

    /// <summary>Net, cotisations et impôt.</summary>
    Fiscalite,

    /// <summary>Ce que rapporte une heure.</summary>
    Comparaison,
}

/// <summary>Ce qu'un motif fait à la décision.</summary>
public enum Gravite
{
    /// <summary>Interdit l'attribution.</summary>
    Refus,

    /// <summary>Un fait manque pour décider.</summary>
    Manque,

    /// <summary>Signale sans empêcher.</summary>
    Alerte,
}

/// <summary>Une raison de refuser, de suspendre la décision ou d'avertir, avec ses données et sa règle.</summary>
public abstract record Motif
{
    private protected Motif(string code, Regle regle, Gravite gravite) => (Code, Regle, Gravite) = (code, regle, gravite);

    /// <summary>Code stable, « IMP-APSA-MOINS-DE-TROIS ».</summary>
    public string Code { get; }

    /// <summary>La règle appliquée.</summary>
    public Regle Regle { get; }

    /// <summary>Refus, manque ou alerte.</summary>
    public Gravite Gravite { get; }

    /// <summary>Le texte qui fonde le motif.</summary>
    public Source Source => Regle.Source;

    /// <summary>Le sujet.</summary>
    public Rubrique Rubrique => Regle.Rubrique;

    /// <summary>Une phrase française pour l'utilisateur.</summary>
    public abstract string Phrase { get; }

    /// <summary>Les données du motif, nom et valeur lisible.</summary>
    public virtual IReadOnlyList<KeyValuePair<string, string>> Donnees => [];
}
