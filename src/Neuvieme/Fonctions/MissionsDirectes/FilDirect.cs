using Neuvieme.Droit;
using Neuvieme.Droit.ImpSecondDegre;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Socle;

namespace Neuvieme.Fonctions.MissionsDirectes;

/// <summary>Le fil que suit la personne : accord, proposition, décision, versements.</summary>
public static class FilDirect
{
    public sealed record Etape(string Classe, string Texte, string Quand = "");

    public static IReadOnlyList<Etape> De(MissionDirecte m)
    {
        if (m.Etat == EtatAttribution.AccordDecline)
        {
            return [new("n-fait", "Vous n’avez pas donné suite. Rien n’est reproché, rien n’est montré aux autres.", Le(m.AccordReponduLe))];
        }

        var proposee = m.Etat is EtatAttribution.Proposee or EtatAttribution.ARectifier or EtatAttribution.Validee or EtatAttribution.Refusee;
        var decideur = m.Dispositif switch { DispositifDirect.PactePremierDegre => "l’inspecteur", DispositifDirect.PacteSecondDegre or DispositifDirect.PacteLyceePro => "le chef d’établissement", _ => "le rectorat" };
        // Le chef propose et décide d'un geste : une étape de plus ne dirait rien.
        var unSeulGeste = m.Dispositif is DispositifDirect.PacteSecondDegre or DispositifDirect.PacteLyceePro;
        List<Etape> fil =
        [
            m.AccordLe is null ? new("n-encours", "Votre accord est demandé", Le(m.AccordDemandeLe)) : new("n-fait", "Vous avez donné votre accord", Le(m.AccordReponduLe)),
            .. !m.EstPacte && m.LettreLe is { } lettre ? (Etape[])[new("n-fait", m.EstAcademique ? "Lettre de mission signée" : "Lettre de mission établie", Francais.Date(lettre))] : [],
            .. unSeulGeste ? (Etape[])[] : [proposee ? new("n-fait", $"Proposée par {m.ProposeePar}", Le(m.ProposeeLe)) : new(m.AccordLe is null ? "n-avenir" : "n-encours", $"Proposition par {m.Proposant()}")],
            m.Etat switch
            {
                EtatAttribution.Validee => new("n-fait", $"{Decidee(m)} ({m.DecideePar})", Le(m.DecideeLe)),
                EtatAttribution.Refusee => new("n-arrete", $"Refusée par {decideur} : {m.MotifDecision}", Le(m.DecideeLe)),
                EtatAttribution.ARectifier => new("n-encours", $"Renvoyée pour précision par {decideur}", Le(m.DecideeLe)),
                EtatAttribution.Proposee or EtatAttribution.AccordDonne when EstReprise(m) => new("n-encours", $"Décision reprise par {decideur} : {m.MotifDecision}", Le(m.DecideeLe)),
                _ => new(proposee || (unSeulGeste && m.AccordLe is not null) ? "n-encours" : "n-avenir", $"Décision par {decideur}"),
            },
        ];
        if (m.Etat != EtatAttribution.Refusee)
        {
            fil.Add(new(m.Etat == EtatAttribution.Validee ? "n-encours" : "n-avenir", m.EstPacte || (m.EstAcademique && m.Duree == Duree.AnneeEntiere) ? "Neuf versements, d’octobre à juin sauf choix de l’académie"
                : m.Duree == Duree.Ponctuelle ? m.ServiceFaitLe is null ? "Un versement, une fois le service fait constaté" : "Un versement, le service fait étant constaté" : "Versements chaque mois"));
        }

        return fil;
    }

    /// <summary>Une décision favorable ou non que son auteur a reprise, et son motif : la mission est de nouveau à décider.</summary>
    public static bool EstReprise(MissionDirecte m) => m.Etat is EtatAttribution.Proposee or EtatAttribution.AccordDonne && m.MotifDecision.Length > 0;

    static string Decidee(MissionDirecte m) => m.Dispositif switch
    {
        DispositifDirect.PactePremierDegre => "Arrêtée par l’inspecteur",
        DispositifDirect.PacteSecondDegre or DispositifDirect.PacteLyceePro => "Confiée par le chef d’établissement",
        _ => $"Validée par {(m.Autorite == Autorite.Dasen ? "l’IA-DASEN" : "le recteur")}",
    };

    static string Le(DateTime? instant) => instant is { } i ? Francais.Date(Horloge.AParis(i)) : "";

    static string Le(DateOnly? jour) => jour is { } j ? Francais.Date(j) : "";
}
