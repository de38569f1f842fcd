namespace Neuvieme.Droit;

/// <summary>Issue d'une évaluation. La vigueur l'emporte, puis le refus, puis le manque.</summary>
public enum Issue
{
    /// <summary>Rien ne s'oppose.</summary>
    Accordee,

    /// <summary>Au moins un motif de refus.</summary>
    Refusee,

    /// <summary>Aucun refus, mais un fait nécessaire manque.</summary>
    Incomplete,

    /// <summary>Aucun texte ne couvre cette date.</summary>
    HorsVigueur,
}

/// <summary>Réponse complète du droit à une situation.</summary>
/// <param name="Issue">L'issue.</param>
/// <param name="Motifs">Les refus, puis les manques, dans l'ordre des règles.</param>
/// <param name="Alertes">Ce qui est signalé sans empêcher.</param>
/// <param name="Montants">Brut, net estimé et échéances, quand l'attribution est accordée ou seulement incomplète et que le montant est fixé ; sinon absent.</param>
/// <param name="Trace">Les règles examinées, avec les faits lus.</param>
public sealed record Decision(
    Issue Issue, IReadOnlyList<Motif> Motifs, IReadOnlyList<Motif> Alertes, Montants? Montants, Trace Trace);

/// <summary>Une règle examinée.</summary>
/// <param name="Regle">Code de la règle.</param>
/// <param name="Phrase">Ce que la règle a conclu.</param>
/// <param name="Source">Son texte.</param>
/// <param name="Entrees">Les faits lus et les valeurs calculées.</param>
public sealed record Etape(string Regle, string Phrase, Source Source, IReadOnlyList<KeyValuePair<string, string>> Entrees);

/// <summary>Le chemin suivi, règle après règle.</summary>
/// <param name="Etapes">Les règles examinées, dans l'ordre de lecture.</param>
public sealed record Trace(IReadOnlyList<Etape> Etapes);

/// <summary>Ce que l'attribution rapporte.</summary>
/// <param name="Brut">Montant annuel brut.</param>
/// <param name="NetEstime">Somme des nets estimés de chaque versement.</param>
/// <param name="Echeances">Les versements ; vide tant que le service fait d'une mission ponctuelle n'est pas daté.</param>
public sealed record Montants(Montant Brut, Montant NetEstime, IReadOnlyList<Echeance> Echeances)
{
    /// <summary>Une mission annuelle, en neuf versements.</summary>
    internal static Montants ParNeuviemes(Montant brut, AnneeScolaire annee, Parametres p)
    {
        IReadOnlyList<Echeance> neuf = Echeancier.ParNeuviemes(brut, annee, p.PremierMois);
        Montant net = Montant.Zero;
        foreach (Echeance e in neuf) net += e.NetEstime;
        return new(brut, net, neuf);
    }

    /// <summary>Un seul versement ; aucune échéance tant que rien ne le date.</summary>
    internal static Montants EnUneFois(Montant brut, DateOnly? payableLe, Parametres p) =>
        new(brut, Droit.NetEstime.De(brut), payableLe is { } jour ? [Echeancier.ApresServiceFait(brut, jour, p.JourLimitePaie)] : []);
}
