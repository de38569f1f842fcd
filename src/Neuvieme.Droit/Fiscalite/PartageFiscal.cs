namespace Neuvieme.Droit.Fiscalite;

/// <summary>Range les sommes exonérables d'une personne par année civile et partage chacune entre exonéré et imposable.</summary>
public static class PartageFiscal
{
    /// <summary>Ce que tout affichage de ces montants doit dire.</summary>
    public const string Avertissement =
        "Estimation pour un fonctionnaire : net = brut × 0,9046975 (CSG 9,2 % et CRDS 0,5 % sur 98,25 % du brut) ; ni l'impôt ni la situation du foyer n'y entrent.";

    const long CentimesVraisemblables = 1_000_000_000;

    /// <summary>Les années civiles, dans l'ordre ; chaque centime versé est soit exonéré, soit imposable, soit dans une année hors vigueur.</summary>
    /// <param name="versements">Toutes les sommes exonérables de la personne, dans n'importe quel ordre ; dans un même mois, l'ordre donné est gardé.</param>
    /// <param name="faits">Traitement de chaque année ; une année absente est une année de traitement inconnu.</param>
    /// <param name="comparaison">Ce que l'on compare au plafond.</param>
    /// <exception cref="ArgumentOutOfRangeException">Somme négative (un trop-perçu se régularise à part) ou de plus de dix millions d'euros, mois hors calendrier, comparaison inconnue.</exception>
    /// <exception cref="ArgumentException">Deux faits pour la même année.</exception>
    public static IReadOnlyList<AnneeFiscale> Partager(
        IReadOnlyList<Versement> versements, IReadOnlyList<FaitsFiscaux>? faits = null, BasePlafond comparaison = BasePlafond.Brut)
    {
        ArgumentNullException.ThrowIfNull(versements);
        if (comparaison is not (BasePlafond.Brut or BasePlafond.Net)) throw new ArgumentOutOfRangeException(nameof(comparaison), comparaison, "Le plafond se compare au brut ou au net.");
        var connus = new Dictionary<int, FaitsFiscaux>();
        foreach (FaitsFiscaux f in faits ?? [])
        {
            if (f.Traitement is { Centimes: < 0 or > CentimesVraisemblables } || f.AutreAssietteRafp.Centimes is < 0 or > CentimesVraisemblables)
                throw new ArgumentOutOfRangeException(nameof(faits), f, "Traitement et assiette ne sont ni négatifs, ni de plus de dix millions d'euros.");
            if (!connus.TryAdd(f.Annee, f)) throw new ArgumentException($"Deux faits pour {f.Annee}.", nameof(faits));
        }

        foreach (Versement v in versements)
        {
            if (v.Brut.Centimes is < 0 or > CentimesVraisemblables) throw new ArgumentOutOfRangeException(nameof(versements), v, "Une somme versée n'est ni négative, ni de plus de dix millions d'euros.");
            if (v.Mois is not { Annee: >= 1 and <= 9999, Numero: >= 1 and <= 12 })
                throw new ArgumentOutOfRangeException(nameof(versements), v, "Mois hors calendrier.");
        }

        return [.. versements.OrderBy(v => v.Mois).GroupBy(v => v.Mois.Annee)
            .Select(g => Annee([.. g], connus.GetValueOrDefault(g.Key) ?? new(g.Key), comparaison))];
    }

    static AnneeFiscale Annee(Versement[] versements, FaitsFiscaux faits, BasePlafond comparaison)
    {
        var janvier = new DateOnly(faits.Annee, 1, 1);
        if (!Baremes.Plafond.Lire(janvier, out Montant plafond) || !Baremes.Compensation.Lire(janvier, out Proportion compensation)
            || !Baremes.Rafp.Lire(janvier, out TauxRafp? rafp) || !Baremes.Sociaux.Lire(janvier, out TauxSociaux? sociaux))
            return new AnneeHorsVigueur(faits.Annee, versements);

        Montant plafondBrut = comparaison == BasePlafond.Net ? Baremes.CoefficientNet.Inverse(plafond) : plafond;
        Montant? plafondRafp = faits.Traitement is { } t ? Positif(rafp.Plafond.De(t) - faits.AutreAssietteRafp) : null;
        Montant cumul = Montant.Zero, cotise = Montant.Zero;
        var lignes = new LigneFiscale[versements.Length];
        for (int i = 0; i < lignes.Length; i++)
        {
            Versement v = versements[i];
            Prelevements.Detailler(v.Brut, new(v.Mois.Annee, v.Mois.Numero, 1), out Retenue retenue);
            Montant exonere = Moindre(v.Brut, plafondBrut - cumul);
            Montant assiette = plafondRafp is { } limite ? Moindre(v.Brut, limite - cotise) : v.Brut;
            cumul += exonere;
            cotise += assiette;
            lignes[i] = new(v.Mois, v.Objet, retenue, compensation.De(v.Brut), assiette, rafp.Agent.De(assiette), exonere, v.Brut - exonere, cumul);
        }

        return new AnneeCalculee(faits.Annee, plafond, plafondBrut, plafondRafp, lignes,
            Tracer(faits, plafond, plafondBrut, plafondRafp, comparaison, sociaux, rafp, compensation));
    }

    static Trace Tracer(
        FaitsFiscaux faits, Montant plafond, Montant plafondBrut, Montant? plafondRafp, BasePlafond comparaison,
        TauxSociaux sociaux, TauxRafp rafp, Proportion compensation) => new(
    [
        Etape(ReglesFiscales.AnneeCivile, $"Les sommes payées de janvier à décembre {faits.Annee} partagent un plafond.", ("annee", $"{faits.Annee}")),
        Etape(ReglesFiscales.Plafond,
            comparaison == BasePlafond.Net
                ? $"Plafond de {plafond} lu en net, soit {plafondBrut} bruts au coefficient 0,93319."
                : $"Plafond de {plafond}, comparé aux sommes brutes.",
            ("plafond", plafond.ToString()), ("plafond_brut", plafondBrut.ToString())),
        Etape(ReglesFiscales.Prelevements, $"CSG {sociaux.Csg} et CRDS {sociaux.Crds} sur {sociaux.Assiette} du brut : il en reste 0,9046975 (estimation).",
            ("facteur", "0,9046975")),
        Etape(ReglesFiscales.Compensation, $"La réduction de cotisations ajoute {compensation} du brut.", ("taux", compensation.ToString())),
        Etape(ReglesFiscales.RafpAssiette,
            plafondRafp is { } limite
                ? $"RAFP de l'agent : {rafp.Agent}, jusqu'à {limite} d'assiette ({rafp.Plafond} de {faits.Traitement} de traitement, moins les autres primes)."
                : $"RAFP de l'agent : {rafp.Agent} de tout le brut ; le traitement est inconnu, donc la limite de {rafp.Plafond} aussi.",
            ("traitement", faits.Traitement?.ToString() ?? "inconnu"), ("assiette_libre", plafondRafp?.ToString() ?? "inconnue")),
    ]);

    static Etape Etape(Regle regle, string phrase, params (string Cle, string Valeur)[] entrees) =>
        new(regle.Code, phrase, regle.Source, [.. entrees.Select(e => KeyValuePair.Create(e.Cle, e.Valeur))]);

    static Montant Moindre(Montant a, Montant b) => a < b ? a : Positif(b);

    static Montant Positif(Montant m) => m.Centimes < 0 ? Montant.Zero : m;
}
