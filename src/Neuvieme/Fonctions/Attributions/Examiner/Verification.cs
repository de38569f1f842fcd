using Neuvieme.Droit;
using Neuvieme.Fonctions.Instances;
using Neuvieme.Fonctions.Personnels.Importer;
using Neuvieme.Fonctions.Repartition;
using Neuvieme.Socle;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Attributions.Examiner;

public enum Resultat { Passe, AVerifier, Echoue }

/// <summary>Un contrôle automatique : ce qu'il a lu, ce qu'il en conclut, et s'il empêche de valider.</summary>
public sealed record Verification(string Constat, Resultat Resultat, string Source, string? Regle, IReadOnlyList<KeyValuePair<string, string>> Donnees)
{
    public bool Bloque => Resultat == Resultat.Echoue;
}

/// <summary>Les contrôles d'une proposition : ceux du droit, règle par règle, puis ceux que seul le dossier permet.</summary>
public static class Verifications
{
    public static IReadOnlyList<Verification> De(Plan plan, Dossier dossier) => [.. DuDroit(dossier.Decision), .. DuDossier(plan, dossier)];

    static IEnumerable<Verification> DuDroit(Decision decision)
    {
        var constats = decision.Motifs.Concat(decision.Alertes).ToList();
        foreach (var motif in constats)
        {
            // Un refus ou un fait manquant empêche de valider ; une alerte demande un regard.
            yield return new(motif.Phrase, motif.Gravite == Gravite.Alerte ? Resultat.AVerifier : Resultat.Echoue, motif.Source.ToString(), motif.Regle.Code, motif.Donnees);
        }

        foreach (var etape in decision.Trace.Etapes.Where(e => constats.All(m => m.Regle.Code != e.Regle)))
        {
            yield return new(etape.Phrase, Resultat.Passe, etape.Source.ToString(), etape.Regle, etape.Entrees);
        }
    }

    static IEnumerable<Verification> DuDossier(Plan plan, Dossier dossier)
    {
        var (mission, a) = (dossier.Mission, dossier.Attribution);
        var autres = plan.Missions.SelectMany(m => m.Attributions, (m, x) => (m, x)).Where(x => x.x.Id != a.Id && x.x.AgentId == a.AgentId && x.x.Etat.Engage()).ToList();
        yield return autres.Count == 0
            ? new("Aucune autre mission en cours pour cette personne dans l’établissement.", Resultat.Passe, "missions de l’année", null, [])
            : new($"Cette personne a aussi : {string.Join(" ; ", autres.Select(x => $"{x.m.Intitule} ({Rendu.Euros(x.x.Montant)})"))}. Vérifier que la tâche n’est pas la même.",
                autres.Any(x => x.m.Code == mission.Code) ? Resultat.AVerifier : Resultat.Passe, "missions de l’année", null,
                [new("total annuel", Rendu.Euros(new Montant(a.Centimes + autres.Sum(x => x.x.Centimes))))]);

        // Le recteur décide du taux (art. 9), mais doit savoir qu'il n'est pas celui que le conseil a vu.
        if (PlanPresente.VuesPar(plan, Instance.ConseilAdministration).FirstOrDefault(l => l.MissionId == mission.Id) is { } vue)
        {
            yield return vue.Centimes.Contains(a.Centimes)
                ? new("Le taux est celui qui a été présenté au conseil d’administration.", Resultat.Passe, "présentation figée", null, [new("présenté", vue.Taux)])
                : new($"Le conseil d’administration a vu {vue.Taux} ; la proposition est de {Rendu.Euros(a.Montant)}.", Resultat.AVerifier, "présentation figée", null, [new("présenté", vue.Taux)]);
        }

        if (plan.Affectations.Where(x => x.OrigineHeures == FaitsPersonne.SaisieDuChef).Select(x => x.Agent?.NomComplet).ToList() is { Count: > 0 } corriges
            && Droit.ImpSecondDegre.Nomenclature.DeCode(mission.Code)?.Mission == Droit.ImpSecondDegre.Mission.Apsa)
        {
            yield return new($"Des heures d’EPS ont été saisies par l’établissement et ne viennent pas de STSWeb : {string.Join(", ", corriges)}.", Resultat.AVerifier, "personnels de l’établissement", null, []);
        }

        if (a.Justification.Length > 0)
        {
            yield return new($"Le taux est justifié par l’établissement : « {a.Justification} ». Vérifier que cela l’explique.", Resultat.AVerifier, "proposition", null, []);
        }

        if (a.MotifInstruction.Length > 0)
        {
            yield return new($"Le dossier a déjà été renvoyé ou repris le {(a.InstruiteLe is { } i ? Francais.Date(Horloge.AParis(i)) : "")} : {new MotifDeLigne(a.MotifInstruction, a.CodeMotif)}"
                + (a.ReponseRectification.Length > 0 ? $" Réponse : {a.ReponseRectification}" : ""), Resultat.AVerifier, "échanges avec l’établissement", null, []);
        }
    }
}
