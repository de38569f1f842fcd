using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Fonctions.MissionsDirectes;
using Neuvieme.Fonctions.PremierDegre;
using Neuvieme.Socle;

namespace Neuvieme.Fonctions.Accueil;

/// <summary>L'accueil de l'inspecteur et du directeur d'école : leurs enveloppes, ce qui attend, et qui.</summary>
public sealed partial class IndexModel
{
    public PlanDirect? PremierDegre { get; private set; }
    public IReadOnlyList<Etablissement> Ecoles { get; private set; } = [];

    async Task AccueilPremierDegre()
    {
        var plan = PremierDegre = await PorteePremierDegre.Plan(Db, Contexte, Jour, Ct);
        var (code, directeur) = (Contexte.CirconscriptionCode, Contexte.Role == Role.DirecteurEcole);
        Ecoles = directeur ? [Contexte.Etablissement] : await Db.Etablissements.AsNoTracking().Where(e => e.CirconscriptionCode == code).OrderBy(e => e.Denomination).ThenBy(e => e.Uai).ToListAsync(Ct);
        var siennes = plan.Missions.Where(m => m.EstImpPremierDegre != directeur).ToList();
        var aArreter = directeur ? [] : plan.Missions.Where(m => m is { EstImpPremierDegre: false, Etat: EtatAttribution.Proposee }).ToList();
        Taches = [.. ARelancer(plan, siennes, aArreter, directeur)];
        Blocages =
        [
            .. siennes.Where(m => m.Etat == EtatAttribution.AccordDemande).Select(m => new Blocage(m.Agent!.NomDeCivilite, $"accord demandé — {m.Intitule}", Depuis(m.AccordDemandeLe), null)),
            .. siennes.Where(m => m.Etat == EtatAttribution.Proposee).Select(m => new Blocage(directeur ? "Inspecteur" : "Rectorat", $"à décider — {m.Intitule}", Depuis(m.ProposeeLe), null)),
        ];
    }

    DateOnly Depuis(DateTime? instant) => instant is { } i ? Horloge.AParis(i) : Jour;

    IEnumerable<AFaire> ARelancer(PlanDirect plan, List<MissionDirecte> siennes, List<MissionDirecte> aArreter, bool directeur)
    {
        if (!directeur && Contexte.CirconscriptionCode.Length == 0)
        {
            yield break;
        }

        if (aArreter.Count > 0)
        {
            yield return new(Francais.Nombre(aArreter.Count, "mission du Pacte à décider", "missions du Pacte à décider"), "/premier-degre", $"proposée{(aArreter.Count > 1 ? "s" : "")} par les directeurs");
        }

        if (plan.Lignes.All(l => l.Dispositif == DispositifDirect.PactePremierDegre != directeur))
        {
            yield return new(directeur ? "Parts du Pacte pas encore notifiées" : "Enveloppe d’IMP pas encore notifiée", "/premier-degre", "par le rectorat");
        }

        foreach (var (etat, un, plusieurs, precision) in new[]
        {
            (EtatAttribution.ARectifier, "mission renvoyée", "missions renvoyées", "à corriger puis proposer de nouveau"),
            (EtatAttribution.EnPreparation, "accord à demander", "accords à demander", ""),
            (EtatAttribution.AccordDecline, "mission sans suite", "missions sans suite", "choisir quelqu’un d’autre"),
            (EtatAttribution.AccordDonne, "mission à proposer", "missions à proposer", directeur ? "à l’inspecteur" : "au recteur, une fois la lettre notée"),
        })
        {
            if (siennes.Count(m => m.Etat == etat) is > 0 and var n)
            {
                yield return new(Francais.Nombre(n, un, plusieurs), "/premier-degre", precision);
            }
        }
    }

    async Task<IReadOnlyList<AFaire>> TachesDuPremierDegre()
    {
        var annee = Contexte.Annee.Debut;
        var attente = await PorteePremierDegre.ADecider(Db, Contexte).CountAsync(m => m.Annee == annee && m.Etat == EtatAttribution.Proposee, Ct);
        return attente == 0 ? [] : [new(Francais.Nombre(attente, "IMP du premier degré à décider", "IMP du premier degré à décider"), "/premier-degre", "proposées par les inspecteurs")];
    }
}
