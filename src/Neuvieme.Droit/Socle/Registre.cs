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
        List<Constat> constats = greffe.Constats();
        constats.Sort((a, b) => a.Rang - b.Rang);
        List<Motif> refus = [], manques = [], alertes = [];
        var bits = default(Bits);
        foreach (Constat c in constats)
        {
            bits.Constate(c);
            (c.Gravite switch { Gravite.Refus => refus, Gravite.Manque => manques, _ => alertes }).Add(((Constat<TSituation>)c).Motif(in s, p));
        }

        Issue issue = Issue(bits.Bas, bits.Haut);
        Montants? montants = issue is Droit.Issue.Accordee or Droit.Issue.Incomplete ? versement(in s, p) : null;
        return new(issue, [.. refus, .. manques], alertes, montants, greffe.Trace(in s, p, lecture));
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
