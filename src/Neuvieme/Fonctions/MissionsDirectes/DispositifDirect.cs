namespace Neuvieme.Fonctions.MissionsDirectes;

/// <summary>
/// Le texte qui ouvre une mission proposée à une personne et décidée sans instruction du rectorat ni conseil.
/// ImpPremierDegre : décret n° 2017-965. Pacte : parts de l'ISAE ou de l'ISOE (décret n° 2023-627). Academique : décret n° 2015-475, art. 5.
/// </summary>
public enum DispositifDirect { ImpPremierDegre, PactePremierDegre, PacteSecondDegre, PacteLyceePro, Academique }

public static class DispositifsDirects
{
    public static bool EstPacte(this DispositifDirect d) => d is DispositifDirect.PactePremierDegre or DispositifDirect.PacteSecondDegre or DispositifDirect.PacteLyceePro;

    public static bool EstPremierDegre(this DispositifDirect d) => d is DispositifDirect.ImpPremierDegre or DispositifDirect.PactePremierDegre;

    /// <summary>Les parts d'un établissement viennent d'une seule dotation, que la mission soit ou non de la voie professionnelle.</summary>
    public static bool MemeEnveloppe(this DispositifDirect d, DispositifDirect autre) => d == autre || (d.EstPacte() && autre.EstPacte());

    /// <summary>Le pas de l'enveloppe : une IMP, une demi-part, ou un quart d'IMP.</summary>
    public static long Pas(this DispositifDirect d) => d switch
    {
        DispositifDirect.ImpPremierDegre => 125_000,
        DispositifDirect.Academique => Droit.Quotite.CentimesParQuart,
        _ => MissionDirecte.DemiPart,
    };
}

/// <summary>Ce dont on lit les missions : des circonscriptions (IMP), des écoles ou établissements (Pacte), une académie (missions académiques).</summary>
public sealed record Porteurs(IReadOnlyCollection<string> Circonscriptions, IReadOnlyCollection<string> Etablissements, string? Academie = null)
{
    public static Porteurs De(DispositifDirect dispositif, string porteur) => dispositif switch
    {
        DispositifDirect.ImpPremierDegre => new([porteur], []),
        DispositifDirect.Academique => new([], [], porteur),
        _ => new([], [porteur]),
    };

    public static Porteurs De(MissionDirecte m) => De(m.Dispositif, m.Porteur);
}
