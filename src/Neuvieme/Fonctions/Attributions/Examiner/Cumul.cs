using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Personnels;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Attributions.Examiner;

/// <summary>Une mission de la même personne dans un autre établissement de l'académie.</summary>
/// <param name="Confirmee">La personne a dit que les deux fiches sont les siennes ; sinon, elles ont le même identifiant STSWeb et le même nom.</param>
public sealed record MissionAilleurs(string Etablissement, string Code, string Intitule, long Centimes, bool Confirmee);

/// <summary>
/// Le service partagé, que seul le rectorat et la personne peuvent voir : chaque chef d'établissement ne connaît que sa fiche.
/// Aucune règle ne plafonne les missions d'une personne, et l'exclusion de la décharge joue pour une même mission d'un même
/// établissement : c'est un regard à porter, pas un refus.
/// </summary>
static class Cumul
{
    public static async Task<IReadOnlyList<MissionAilleurs>> De(NeuviemeDb db, string academie, int annee, Agent? agent, CancellationToken ct)
    {
        if (agent is null)
        {
            return [];
        }

        var (compte, type, id) = (agent.CompteId, agent.TypeSts, agent.IdSts);
        // Un « local » est propre à son établissement : seul l'identifiant « epp » peut se retrouver dans un autre.
        var lignes = await db.Attributions.AsNoTracking().Where(a => a.Annee == annee && a.Uai != agent.Uai
                && ((compte != null && a.Agent!.CompteId == compte) || (type == "epp" && a.Agent!.TypeSts == "epp" && a.Agent.IdSts == id && (a.Agent.CompteId == null || compte == null))))
            .Join(db.Etablissements.Where(e => e.AcademieCode == academie), a => a.Uai, e => e.Uai, (a, e) => new { a.Etat, a.Centimes, a.Mission!.Code, a.Mission.Intitule, e.Denomination, a.Agent!.CompteId, a.Agent.NomUsage, a.Agent.NomPatronymique, a.Agent.Prenom, a.Id })
            .OrderBy(a => a.Id).ToListAsync(ct);
        return [.. lignes.Where(l => l.Etat.Engage()).Select(l => (l, Confirmee: compte is not null && l.CompteId == compte))
            .Where(x => x.Confirmee || MemeNom(agent, x.l.NomUsage, x.l.NomPatronymique, x.l.Prenom))
            .Select(x => new MissionAilleurs(x.l.Denomination, x.l.Code, x.l.Intitule, x.l.Centimes, x.Confirmee))];
    }

    static bool MemeNom(Agent a, string usage, string patronymique, string prenom) =>
        Homonymie.Cle("", a.Prenom) == Homonymie.Cle("", prenom) && new[] { a.NomUsage, a.NomPatronymique }.Where(n => n.Length > 0)
            .Select(n => Homonymie.Cle(n, "")).Intersect(new[] { usage, patronymique }.Where(n => n.Length > 0).Select(n => Homonymie.Cle(n, "")), StringComparer.Ordinal).Any();

    public static IEnumerable<Verification> EnVerifications(IReadOnlyList<MissionAilleurs> ailleurs, Dossier dossier)
    {
        foreach (var m in ailleurs)
        {
            var meme = m.Code == dossier.Mission.Code;
            yield return new($"{(m.Confirmee ? "Cette personne a aussi" : "Une personne de mêmes identifiant STSWeb et nom, qui n’a pas confirmé être la même, a aussi")}, dans un autre établissement ({m.Etablissement}) : {m.Intitule} ({Rendu.Euros(new Montant(m.Centimes))}). Deux missions distinctes se cumulent ; vérifier que la tâche n’est pas la même.",
                meme || !m.Confirmee ? Resultat.AVerifier : Resultat.Passe, "missions de l’année dans l’académie", null,
                [new("total annuel", Rendu.Euros(new Montant(dossier.Attribution.Centimes + ailleurs.Where(a => a.Confirmee).Sum(a => a.Centimes))))]);
        }
    }
}
