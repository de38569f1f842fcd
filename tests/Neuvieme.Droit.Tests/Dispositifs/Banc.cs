using FsCheck;
using FsCheck.Fluent;
using Neuvieme.Droit.MissionsAcademiques;

namespace Neuvieme.Droit.Tests.Dispositifs;

delegate Decision Evaluation<TSituation>(in TSituation s, Parametres p)
    where TSituation : struct;

delegate Verdict Jugement<TSituation>(in TSituation s, Parametres p)
    where TSituation : struct;

/// <summary>Un fait d'un dispositif : comment il s'écrit dans un cas, et les valeurs que les tirages essaient.</summary>
/// <param name="Lire">Pose le fait.</param>
/// <param name="Essais">Valeurs tirées.</param>
/// <param name="Oubli">Ce qui dit que le fait est inconnu ; absent si le fait n'est jamais inconnu.</param>
sealed record Fait<TSituation>(Func<TSituation, string?, TSituation> Lire, string?[] Essais, string? Oubli = null);

/// <summary>Ce que tout dispositif vérifie de la même façon : ses cas écrits, et ce qui reste vrai de toute situation.</summary>
sealed class Banc<TSituation>(string dossier, TSituation reference, Dictionary<string, Fait<TSituation>> faits,
    Evaluation<TSituation> evaluer, Jugement<TSituation> juger, Func<Verdict, IReadOnlyList<string>> codes)
    where TSituation : struct
{
    const string Oublie = "~";
    static readonly Config Deux = Tirages.De(2000);

    readonly Lazy<IReadOnlyList<(string Nom, FichierDeCas Contenu)>> _fichiers = new(() => CasTests.Lire("Cas/" + dossier));
    readonly string[] _noms = [.. faits.Keys];

    internal IReadOnlyList<(string Nom, FichierDeCas Contenu)> Fichiers => _fichiers.Value;

    internal TSituation Reference => reference;

    internal TheoryData<string, string> Tous() => [.. Fichiers.SelectMany(f => f.Contenu.Cas, (f, c) => (f.Nom, c.Nom))];

    internal Decision Evaluer(TSituation s, Parametres? p = null) => evaluer(in s, p ?? Parametres.Defaut);

    internal TSituation Avec(params IEnumerable<(string Fait, string? Valeur)> valeurs) => valeurs.Aggregate(reference, (s, v) => Poser(s, v.Fait, v.Valeur));

    internal void Verifier(string fichier, string nom)
    {
        FichierDeCas contenu = Fichiers.Single(f => f.Nom == fichier).Contenu;
        Cas cas = contenu.Cas.Single(c => c.Nom == nom);
        TSituation s = Appliquer(Appliquer(reference, contenu.Base), cas.Faits);
        Parametres p = Faits.Appliquer(Parametres.Defaut, cas.Parametres);

        Decision decision = evaluer(in s, p);

        decision.Motifs.Select(m => m.Code).ShouldBe(cas.Motifs);
        decision.Alertes.Select(m => m.Code).ShouldBe(cas.Alertes);
        decision.Issue.ShouldBe(CasTests.Issues[cas.Decision]);
        juger(in s, p).Issue.ShouldBe(decision.Issue);
        if (cas.Echeances is { } attendues)
            decision.Montants.ShouldNotBeNull().Echeances.Select(CasTests.Ligne).ShouldBe(attendues);
    }

    /// <summary>Le jugement rapide et l'évaluation expliquée disent la même chose, deux fois de suite, sans jamais lever.</summary>
    internal void JugerEgaleEvaluer() => Prop.ForAll(Graines(), graine =>
    {
        TSituation s = Une(graine);
        Decision d = evaluer(in s, Parametres.Defaut), encore = evaluer(in s, Parametres.Defaut);
        Verdict v = juger(in s, Parametres.Defaut);
        string[] dits = [.. d.Motifs.Concat(d.Alertes).Select(m => m.Code)];
        return v.Issue == d.Issue && dits.Order(StringComparer.Ordinal).SequenceEqual(codes(v).Order(StringComparer.Ordinal))
            && dits.Distinct(StringComparer.Ordinal).Count() == dits.Length
            && dits.SequenceEqual(encore.Motifs.Concat(encore.Alertes).Select(m => m.Code)) && v == juger(in s, Parametres.Defaut);
    }).Check(Deux);

    /// <summary>L'issue se lit sur les motifs, chaque motif s'explique, et rien n'est chiffré d'un refus.</summary>
    internal void LIssueSuitLesMotifs() => Prop.ForAll(Graines(), graine =>
    {
        Decision d = Evaluer(Une(graine));
        bool refus = d.Motifs.Any(m => m.Gravite == Gravite.Refus), manque = d.Motifs.Any(m => m.Gravite == Gravite.Manque);
        Issue attendue = d.Motifs.Any(m => m.Rubrique == Rubrique.Vigueur) ? Issue.HorsVigueur : refus ? Issue.Refusee : manque ? Issue.Incomplete : Issue.Accordee;
        return d.Issue == attendue && d.Alertes.All(a => a.Gravite == Gravite.Alerte)
            && d.Motifs.SkipWhile(m => m.Gravite == Gravite.Refus).All(m => m.Gravite == Gravite.Manque)
            && d.Motifs.Concat(d.Alertes).All(m => m.Phrase.EndsWith('.') && m.Donnees.All(x => x.Key.Length > 0 && x.Value.Length > 0))
            && d.Trace.Etapes.Count > 0 && d.Trace.Etapes.All(e => e.Phrase.Length > 0)
            && (d.Montants is null || d.Issue is Issue.Accordee or Issue.Incomplete);
    }).Check(Deux);

    /// <summary>Dans la trace, un motif se lit sous sa règle, et sous elle seule.</summary>
    internal void ChaqueMotifSeLitSousSaRegle() => Prop.ForAll(Graines(), graine => TraceFidele.De(Evaluer(Une(graine)))).Check(Deux);

    /// <summary>Un refus connu sans certains faits demeure quand on les apprend.</summary>
    internal void UnRefusSurvitAToutFaitAjoute() => Prop.ForAll(Graines(), graine =>
    {
        TSituation complete = Une(graine), partielle = complete;
        var r = new Random(graine);
        foreach (string nom in _noms)
        {
            if (faits[nom].Oubli is { } oubli && r.Next(3) == 0) partielle = Poser(partielle, nom, oubli);
        }

        return juger(in partielle, Parametres.Defaut).Issue != Issue.Refusee || juger(in complete, Parametres.Defaut).Issue == Issue.Refusee;
    }).Check(Tirages.De(6000));

    /// <summary>L'ordre dans lequel les faits s'apprennent ne change rien.</summary>
    internal void LOrdreDesFaitsNeChangeRien() => Prop.ForAll(Graines(), graine =>
    {
        var r = new Random(graine);
        (string Fait, string? Valeur)[] valeurs = [.. _noms.Where(_ => r.Next(3) == 0).Select(n => (n, Essai(r, n)))];
        TSituation endroit = Avec(valeurs), envers = Avec(valeurs.Reverse());
        return juger(in endroit, Parametres.Defaut) == juger(in envers, Parametres.Defaut);
    }).Check(Deux);

    internal void LeTirageAtteintToutesLesIssues()
    {
        int[] compte = new int[4];
        for (int i = 0; i < 4000; i++)
        {
            TSituation s = Une(i);
            compte[(int)juger(in s, Parametres.Defaut).Issue]++;
        }

        compte.ShouldAllBe(n => n > 40);
    }

    internal void JugerNAlloueRien()
    {
        TSituation[] situations = [.. Enumerable.Range(0, 1000).Select(Une), reference];
        int somme = 0;
        for (int i = 0; i < 50; i++) somme += Parcourir(situations);

        long avant = GC.GetAllocatedBytesForCurrentThread();
        somme += Parcourir(situations);

        (GC.GetAllocatedBytesForCurrentThread() - avant).ShouldBe(0);
        somme.ShouldBeGreaterThan(0);
    }

    /// <summary>À un jour près de chaque borne des règles, la situation de référence est hors vigueur avant le premier texte, et jugée ensuite.</summary>
    internal void AucunTrouAuxBornes(string prefixe, DateOnly premier, Func<DateOnly, TSituation> au)
    {
        DateOnly[] bornes = [.. Catalogue.Regles.Where(r => r.Code.StartsWith(prefixe, StringComparison.Ordinal)).SelectMany(r => r.Jusqua is { } fin ? [r.Depuis, fin] : new[] { r.Depuis }).Distinct()];
        bornes.ShouldContain(premier);
        foreach (DateOnly jour in bornes.SelectMany(b => new[] { b.AddDays(-1), b, b.AddDays(1) }))
        {
            TSituation s = au(jour);
            juger(in s, Parametres.Defaut).Issue.ShouldBe(jour < premier ? Issue.HorsVigueur : Issue.Accordee, jour.ToString("O"));
        }
    }

    /// <summary>Une fois sur deux à quelques faits de la référence, sinon très loin d'elle.</summary>
    internal TSituation Une(int graine)
    {
        var r = new Random(graine);
        TSituation s = reference;
        for (int i = graine % 2 == 0 ? r.Next(4) : r.Next(_noms.Length); i > 0; i--)
        {
            string nom = _noms[r.Next(_noms.Length)];
            s = Poser(s, nom, Essai(r, nom));
        }

        return s;
    }

    int Parcourir(TSituation[] situations)
    {
        int somme = 0;
        foreach (ref readonly TSituation s in situations.AsSpan()) somme += (int)juger(in s, Parametres.Defaut).Issue;
        return somme;
    }

    string? Essai(Random r, string nom) => faits[nom].Essais[r.Next(faits[nom].Essais.Length)];

    TSituation Poser(TSituation s, string nom, string? valeur) =>
        faits.TryGetValue(nom, out Fait<TSituation>? fait) ? fait.Lire(s, valeur) : throw new FormatException($"Fait inconnu : {nom}");

    TSituation Appliquer(TSituation s, Dictionary<string, string?>? valeurs) => (valeurs ?? []).Aggregate(s, (x, f) => Poser(x, f.Key, f.Value));

    static Arbitrary<int> Graines() => Gen.Choose(0, int.MaxValue - 1).ToArbitrary();

    internal static Fait<TSituation> Jour(Func<TSituation, DateOnly?, TSituation> poser) =>
        new((s, v) => poser(s, Faits.Jour(v)), [Oublie, "0001-01-01", "2017-08-31", "2025-08-31", "2025-09-01", "2026-06-15", "2026-09-30", "2026-10-01", "2027-05-31", "2027-06-01", "2027-08-31", "2027-09-01", "9999-12-31"], Oublie);

    internal static Fait<TSituation> OuiNon(Func<TSituation, bool?, TSituation> poser) => new((s, v) => poser(s, Faits.OuiNon(v)), [Oublie, "oui", "non", "non"], Oublie);

    internal static Fait<TSituation> Choix<T>(Func<TSituation, T, TSituation> poser, bool inconnu = true)
        where T : struct, Enum
    {
        string[] noms = [.. Enum.GetValues<T>().Select(v => Faits.Tirets(v.ToString()))];
        return new((s, v) => poser(s, Faits.Choix<T>(v)), noms, inconnu ? noms[0] : null);
    }

    internal static Fait<TSituation> Mentions(Func<TSituation, Mentions, TSituation> poser) =>
        new((s, v) => poser(s, v is null or Oublie ? default : v.Split(", ").Select(Faits.Choix<Mentions>).Aggregate((a, b) => a | b)),
            [Oublie, "contenu", "taux, allegement", "contenu, conditions, charge, objectifs, resultats, priorites, taux, allegement"], Oublie);

    /// <summary>Retire une mention à la référence, pour les cas écrits ; les tirages n'en retirent aucune, l'ordre y compterait.</summary>
    internal static Fait<TSituation> SansMention(Func<TSituation, Mentions, TSituation> retirer) => new((s, v) => retirer(s, Faits.Choix<Mentions>(v)), ["aucune"]);

    internal static Fait<TSituation> Somme(Func<TSituation, Montant?, TSituation> poser) =>
        new((s, v) => poser(s, v == "extreme" ? new Montant(long.MinValue) : Faits.Somme(v)), [Oublie, "0", "312,50", "625", "1000", "1250", "2500", "3750", "90000000000000000", "extreme"], Oublie);

    internal static Fait<TSituation> Entier(Func<TSituation, int?, TSituation> poser, params string[] essais) =>
        new((s, v) => poser(s, Faits.Entier(v)), [Oublie, "-1", "0", "1", "2", "2147483647", "-2147483648", .. essais], Oublie);

    internal static Fait<TSituation> Quarts(Func<TSituation, Quotite?, TSituation> poser) =>
        new((s, v) => poser(s, Faits.Entier(v) is { } q ? new Quotite(q) : null), [Oublie, "0", "4", "12", "32", "-1", "2147483647", "-2147483648"], Oublie);
}

static class TraceFidele
{
    internal static bool De(Decision d) => d.Motifs.Concat(d.Alertes).All(m =>
        d.Trace.Etapes.Where(e => e.Phrase.Contains(m.Phrase, StringComparison.Ordinal)).Select(e => e.Regle).Distinct(StringComparer.Ordinal).SequenceEqual([m.Regle.Code]));
}
