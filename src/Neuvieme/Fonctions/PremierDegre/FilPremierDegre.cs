using Neuvieme.Droit;
using Neuvieme.Droit.ImpSecondDegre;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Socle;

namespace Neuvieme.Fonctions.PremierDegre;

/// <summary>Le fil que suit la personne : accord, proposition, décision, versements.</summary>
public static class FilPremierDegre
{
    public sealed record Etape(string Classe, string Texte, string Quand = "");

    public static IReadOnlyList<Etape> De(MissionPremierDegre m)
    {
        if (m.Etat == EtatAttribution.AccordDecline)
        {
            return [new("n-fait", "Vous n’avez pas donné suite. Rien n’est reproché, rien n’est montré aux autres.", Le(m.AccordReponduLe))];
        }

        var (proposee, decideur) = (m.Etat is EtatAttribution.Proposee or EtatAttribution.ARectifier or EtatAttribution.Validee or EtatAttribution.Refusee, m.EstImp ? "le rectorat" : "l’inspecteur");
        List<Etape> fil =
        [
            m.AccordLe is null ? new("n-encours", "Votre accord est demandé", Le(m.AccordDemandeLe)) : new("n-fait", "Vous avez donné votre accord", Le(m.AccordReponduLe)),
            .. m.EstImp && m.LettreLe is { } lettre ? (Etape[])[new("n-fait", "Lettre de mission établie", Francais.Date(lettre))] : [],
            proposee ? new("n-fait", $"Proposée par {m.ProposeePar}", Le(m.ProposeeLe)) : new(m.AccordLe is null ? "n-avenir" : "n-encours", $"Proposition par {(m.EstImp ? "l’inspecteur" : "le directeur de l’école")}"),
            m.Etat switch
            {
                EtatAttribution.Validee => new("n-fait", $"{(m.EstImp ? $"Validée par {(m.Autorite == Autorite.Dasen ? "l’IA-DASEN" : "le recteur")}" : "Arrêtée par l’inspecteur")} ({m.DecideePar})", Le(m.DecideeLe)),
                EtatAttribution.Refusee => new("n-arrete", $"Refusée par {decideur} : {m.MotifDecision}", Le(m.DecideeLe)),
                EtatAttribution.ARectifier => new("n-encours", $"Renvoyée pour précision par {decideur}", Le(m.DecideeLe)),
                _ => new(proposee ? "n-encours" : "n-avenir", $"Décision par {decideur}"),
            },
        ];
        if (m.Etat != EtatAttribution.Refusee)
        {
            fil.Add(new(m.Etat == EtatAttribution.Validee ? "n-encours" : "n-avenir", !m.EstImp ? "Neuf versements, d’octobre à juin sauf choix de l’académie"
                : m.Duree == Duree.Ponctuelle ? m.ServiceFaitLe is null ? "Un versement, une fois le service fait constaté" : "Un versement, le service fait étant constaté" : "Versements chaque mois"));
        }

        return fil;
    }

    static string Le(DateTime? instant) => instant is { } i ? Francais.Date(Horloge.AParis(i)) : "";

    static string Le(DateOnly? jour) => jour is { } j ? Francais.Date(j) : "";
}
