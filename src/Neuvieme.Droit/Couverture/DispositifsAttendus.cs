namespace Neuvieme.Droit.Couverture;

/// <summary>Points des dispositifs dont les règles ne sont pas encore au catalogue. Une ligne se retire le jour où une règle cite son point.</summary>
static class DispositifsAttendus
{
    const string Academique = "Missions académiques : ce dispositif n'a pas encore ses règles.";
    const string Unss = "Coordination de district UNSS : seul le partage de son taux est codé, pas qui peut la recevoir.";
    const string Decharge = "Décharge de service : sa forme est codée, pas sa conversion ni son circuit.";

    internal static readonly Dictionary<string, string> Raisons = new(StringComparer.Ordinal)
    {
        ["R021"] = Academique,
        ["R022"] = Academique,
        ["R025"] = Academique,
        ["R026"] = Unss,
        ["R028"] = Decharge,
        ["R029"] = Decharge,
        ["R051"] = Academique,
        ["R089"] = Academique,
        ["R091"] = Academique,
        ["R092"] = Academique,
        ["R148"] = Academique,
        ["R149"] = Academique,
        ["R150"] = Academique,
        ["R151"] = Unss,
        ["R153"] = Unss,
    };
}
