namespace Neuvieme.Droit.Versements;

/// <summary>Réponse du droit à une question de versement.</summary>
/// <param name="Issue">L'issue ; la vigueur l'emporte, puis le refus, puis le manque.</param>
/// <param name="Resultat">Le calcul, présent si et seulement si l'issue est <see cref="Issue.Accordee"/>.</param>
/// <param name="Motifs">Les refus, puis les manques, dans l'ordre de lecture.</param>
/// <param name="Alertes">Ce qui est signalé sans empêcher, dont ce qui reste à décider à la main.</param>
/// <param name="Trace">Les règles lues, avec les faits.</param>
public sealed record Reponse<T>(Issue Issue, T? Resultat, IReadOnlyList<Motif> Motifs, IReadOnlyList<Motif> Alertes, Trace Trace)
    where T : class;

/// <summary>Un constat dont le motif se construit là où il est posé, avec les périodes et les montants en cause.</summary>
sealed class Signal(string code, Regle regle, Gravite gravite) : Constat(code, regle, gravite);

/// <summary>Recueille règles lues et motifs, puis conclut.</summary>
sealed class Examen
{
    readonly List<Motif> _refus = [], _manques = [], _alertes = [];
    readonly List<Etape> _etapes = [];
    bool _horsVigueur;

    /// <summary>Vrai dès qu'un motif interdit de calculer.</summary>
    internal bool Arrete => _horsVigueur || _refus.Count + _manques.Count > 0;

    internal void Lire(Regle regle, params IReadOnlyList<(string Nom, string Valeur)> faits) =>
        _etapes.Add(new(regle.Code, regle.Enonce, regle.Source, [.. faits.Select(f => KeyValuePair.Create(f.Nom, f.Valeur))]));

    internal void Constate(Motif motif)
    {
        _horsVigueur |= motif is VersementHorsVigueur;
        (motif.Gravite switch { Gravite.Refus => _refus, Gravite.Manque => _manques, _ => _alertes }).Add(motif);
    }

    /// <summary>La réponse ; le calcul n'est fait que si rien ne l'interdit.</summary>
    internal Reponse<T> Conclure<T>(Func<T>? calcul = null)
        where T : class
    {
        T? resultat = Arrete || calcul is null ? null : calcul();
        Issue issue = _horsVigueur ? Issue.HorsVigueur : _refus.Count > 0 ? Issue.Refusee : _manques.Count > 0 ? Issue.Incomplete : Issue.Accordee;
        return new(issue, resultat, [.. _refus, .. _manques], _alertes, new(_etapes));
    }
}
