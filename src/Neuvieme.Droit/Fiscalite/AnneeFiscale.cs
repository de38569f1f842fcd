namespace Neuvieme.Droit.Fiscalite;

/// <summary>Une somme exonérable versée à la personne : IMP, part fonctionnelle, HSA ou HSE.</summary>
/// <param name="Mois">Mois de paie, qui décide de l'année civile.</param>
/// <param name="Brut">Montant brut, positif ou nul.</param>
/// <param name="Objet">Ce que la somme rémunère, pour la lecture.</param>
public sealed record Versement(Mois Mois, Montant Brut, string Objet = "");

/// <summary>Ce que l'on sait de la personne pour une année civile.</summary>
/// <param name="Annee">Année civile.</param>
/// <param name="Traitement">Traitement indiciaire brut de l'année ; absent, l'assiette de la RAFP n'est pas plafonnée.</param>
/// <param name="AutreAssietteRafp">Assiette de RAFP déjà prise par d'autres primes de l'année.</param>
public sealed record FaitsFiscaux(int Annee, Montant? Traitement = null, Montant AutreAssietteRafp = default);

/// <summary>Ce que l'on compare au plafond de l'année.</summary>
public enum BasePlafond
{
    /// <summary>Les sommes brutes, par défaut.</summary>
    Brut,

    /// <summary>Les sommes nettes de CSG déductible, par le coefficient 0,93319.</summary>
    Net,
}

/// <summary>Une ligne de paie et sa part d'impôt. Tout est une estimation.</summary>
/// <param name="Mois">Mois de paie.</param>
/// <param name="Objet">Ce que la somme rémunère.</param>
/// <param name="Retenue">Brut, CSG, CRDS et net estimé.</param>
/// <param name="Compensation">Réduction de cotisations, ajoutée à la paie.</param>
/// <param name="AssietteRafp">Part du brut qui entre encore dans l'assiette de la RAFP.</param>
/// <param name="Rafp">Cotisation de l'agent à la RAFP.</param>
/// <param name="Exonere">Part brute hors du revenu imposable.</param>
/// <param name="Imposable">Part brute au-delà du plafond.</param>
/// <param name="CumulExonere">Brut exonéré depuis janvier, cette ligne comprise.</param>
public sealed record LigneFiscale(
    Mois Mois, string Objet, Retenue Retenue, Montant Compensation, Montant AssietteRafp, Montant Rafp,
    Montant Exonere, Montant Imposable, Montant CumulExonere)
{
    /// <summary>Net estimé, réduction ajoutée et RAFP retirée, avant impôt.</summary>
    public Montant NetApresRafp => Retenue.Net + Compensation - Rafp;
}

/// <summary>Réponse du droit pour une année civile : <see cref="AnneeCalculee"/> ou <see cref="AnneeHorsVigueur"/>.</summary>
public abstract record AnneeFiscale
{
    private protected AnneeFiscale(int annee) => Annee = annee;

    /// <summary>Année civile.</summary>
    public int Annee { get; }
}

/// <summary>Aucun texte ne couvre l'année : rien n'est calculé, et rien n'est dit nul.</summary>
public sealed record AnneeHorsVigueur : AnneeFiscale
{
    internal AnneeHorsVigueur(int annee, IReadOnlyList<Versement> versements)
        : base(annee) => Versements = versements;

    /// <summary>Les sommes laissées sans réponse.</summary>
    public IReadOnlyList<Versement> Versements { get; }

    /// <summary>La règle qui ne s'applique pas encore.</summary>
    public Regle Regle { get; } = ReglesFiscales.Exoneration;

    /// <summary>Une phrase pour l'utilisateur.</summary>
    public string Phrase => $"{Annee} : hors vigueur, l'exonération ne commence qu'en {ReglesFiscales.Exoneration2019.Year}.";
}

/// <summary>Une année civile calculée, versement par versement.</summary>
public sealed record AnneeCalculee : AnneeFiscale
{
    internal AnneeCalculee(int annee, Montant plafond, Montant plafondBrut, Montant? plafondRafp, IReadOnlyList<LigneFiscale> lignes, Trace trace)
        : base(annee) => (Plafond, PlafondBrut, PlafondRafp, Lignes, Trace) = (plafond, plafondBrut, plafondRafp, lignes, trace);

    /// <summary>Le plafond du texte.</summary>
    public Montant Plafond { get; }

    /// <summary>Le même, ramené en brut selon la base choisie.</summary>
    public Montant PlafondBrut { get; }

    /// <summary>Assiette de RAFP encore libre au 1er janvier pour ces sommes ; absente si le traitement est inconnu.</summary>
    public Montant? PlafondRafp { get; }

    /// <summary>Les versements, dans l'ordre des mois.</summary>
    public IReadOnlyList<LigneFiscale> Lignes { get; }

    /// <summary>Les règles appliquées et leurs valeurs.</summary>
    public Trace Trace { get; }

    /// <summary>Somme brute versée.</summary>
    public Montant Brut => Somme(l => l.Retenue.Brut);

    /// <summary>Somme des nets estimés.</summary>
    public Montant NetEstime => Somme(l => l.Retenue.Net);

    /// <summary>Somme des réductions de cotisations.</summary>
    public Montant Compensation => Somme(l => l.Compensation);

    /// <summary>Somme des cotisations de RAFP.</summary>
    public Montant Rafp => Somme(l => l.Rafp);

    /// <summary>Somme brute exonérée.</summary>
    public Montant Exonere => Somme(l => l.Exonere);

    /// <summary>Somme brute imposable.</summary>
    public Montant Imposable => Somme(l => l.Imposable);

    Montant Somme(Func<LigneFiscale, Montant> de)
    {
        Montant total = Montant.Zero;
        foreach (LigneFiscale l in Lignes) total += de(l);
        return total;
    }
}
