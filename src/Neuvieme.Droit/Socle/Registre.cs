namespace Neuvieme.Droit;

/// <summary>Tous les constats d'un dispositif, numérotés dans l'ordre des règles ; l'issue se lit sur leurs bits.</summary>
sealed class Registre<TSituation>
    where TSituation : struct
{
    readonly ulong[] _vigueurs, _refus, _manques;

    internal Registre(IReadOnlyList<Constat<TSituation>> tous)
    {
        if (tous.Count > 128) throw new InvalidOperationException("Plus de 128 constats : élargir Verdict.");
        Tous = tous;
        for (int i = 0; i < tous.Count; i++) tous[i].Rang = i;
        _vigueurs = Masque(c => c.Regle.Rubrique == Rubrique.Vigueur && c.Gravite != Gravite.Alerte);
        _refus = Masque(c => c.Gravite == Gravite.Refus);
        _manques = Masque(c => c.Gravite == Gravite.Manque);
    }

    internal IReadOnlyList<Constat<TSituation>> Tous { get; }

    /// <summary>La vigueur l'emporte, puis le refus, puis le manque.</summary>
    internal Issue Issue(ulong bas, ulong haut)
    {
        if (((bas & _vigueurs[0]) | (haut & _vigueurs[1])) != 0) return Droit.Issue.HorsVigueur;
        if (((bas & _refus[0]) | (haut & _refus[1])) != 0) return Droit.Issue.Refusee;
        return ((bas & _manques[0]) | (haut & _manques[1])) != 0 ? Droit.Issue.Incomplete : Droit.Issue.Accordee;
    }

    internal Verdict Verdict(in Bits bits) => new(Issue(bits.Bas, bits.Haut), bits.Bas, bits.Haut);

    /// <summary>La décision complète à partir de ce que le greffe a noté.</summary>
    internal Decision Decision(Greffe greffe, in TSituation s, Parametres p, Lecture<TSituation> lecture, Versement<TSituation> versement)
    {
        List<Constat> constats = greffe.Constats;
        Motif[] motifs = constats.Count == 0 ? [] : new Motif[constats.Count];
        var bits = default(Bits);
        for (int i = 0; i < motifs.Length; i++)
        {
            bits.Constate(constats[i]);
            motifs[i] = ((Constat<TSituation>)constats[i]).Motif(in s, p);
        }

        Issue issue = Issue(bits.Bas, bits.Haut);
        Montants? montants = issue is Droit.Issue.Accordee or Droit.Issue.Incomplete ? versement(in s, p) : null;
        Trace trace = greffe.Trace(motifs, in s, p, lecture);
        return new(issue, [.. De(Gravite.Refus), .. De(Gravite.Manque)], [.. De(Gravite.Alerte)], montants, trace);

        IEnumerable<Motif> De(Gravite gravite) =>
            motifs.Length == 0 ? [] : constats.Zip(motifs).Where(x => x.First.Gravite == gravite).OrderBy(x => x.First.Rang).Select(x => x.Second);
    }

    ulong[] Masque(Func<Constat, bool> choix)
    {
        var bits = default(Bits);
        foreach (Constat c in Tous)
        {
            if (choix(c)) bits.Constate(c);
        }

        return [bits.Bas, bits.Haut];
    }
}

/// <summary>Ce que la trace dit d'une règle satisfaite.</summary>
delegate string Lecture<TSituation>(Regle regle, in TSituation s, Parametres p)
    where TSituation : struct;

/// <summary>Les montants d'une situation accordée ; absent si rien n'est chiffrable.</summary>
delegate Montants? Versement<TSituation>(in TSituation s, Parametres p)
    where TSituation : struct;
