using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Personnels;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Texte;

namespace Neuvieme.Fonctions.MesMissions.Rattacher;

/// <summary>Une fiche d'un autre établissement qui pourrait être celle du titulaire du compte : une question, jamais un rattachement.</summary>
/// <param name="ParCourriel">Elle porte l'adresse du compte ; sinon, le même identifiant STSWeb dans la même académie.</param>
public sealed record FicheProposee(long AgentId, int Version, string Uai, string Etablissement, string Commune, string Nom, string Discipline, bool ParCourriel)
{
    /// <summary>
    /// Le nom ne suffit jamais : il faut l'adresse du compte, ou l'identifiant « epp » d'une fiche déjà reconnue dans la même académie ;
    /// et il ne doit pas contredire. Une fiche d'un établissement que la personne dirige n'est pas proposée : elle s'y répondrait.
    /// </summary>
    public static async Task<IReadOnlyList<FicheProposee>> Chercher(NeuviemeDb db, long compteId, CancellationToken ct)
    {
        var compte = await db.Users.AsNoTracking().Where(c => c.Id == compteId).Select(c => new { c.NomAffiche, Courriel = c.NormalizedEmail }).FirstOrDefaultAsync(ct);
        if (compte is null)
        {
            return [];
        }

        var siennes = await db.Agents.AsNoTracking().Where(a => a.CompteId == compteId)
            .Join(db.Etablissements, a => a.Uai, e => e.Uai, (a, e) => new { a.Uai, a.TypeSts, a.IdSts, a.NomUsage, a.NomPatronymique, a.Prenom, e.AcademieCode }).ToListAsync(ct);
        var (uais, academies) = (siennes.Select(s => s.Uai).ToList(), siennes.Select(s => s.AcademieCode).Distinct().ToList());
        var epp = siennes.Where(s => s.TypeSts == "epp").Select(s => s.IdSts).ToList();
#pragma warning disable CA1862 // traduit en SQL, où la comparaison sans casse n'a pas de forme commune aux deux bases
        var trouvees = await (
            from a in db.Agents.AsNoTracking()
            join e in db.Etablissements on a.Uai equals e.Uai
            where a.CompteId == null && !uais.Contains(a.Uai)
                && ((a.Courriel != null && a.Courriel.ToUpper() == compte.Courriel) || (a.TypeSts == "epp" && epp.Contains(a.IdSts) && academies.Contains(e.AcademieCode)))
                && !db.ReponsesRattachement.Any(r => r.AgentId == a.Id && r.CompteId == compteId)
                && !db.Habilitations.Any(h => h.CompteId == compteId && h.Uai == a.Uai && (h.Role == Role.ChefEtablissement || h.Role == Role.Adjoint || h.Role == Role.Secretariat))
            orderby e.Denomination, a.Id
            select new
            {
                Agent = a, e.Denomination, e.Commune, e.AcademieCode,
                Discipline = db.Affectations.Where(x => x.AgentId == a.Id).OrderByDescending(x => x.Annee).Select(x => x.DisciplineLibelle).FirstOrDefault(),
            }).ToListAsync(ct);
#pragma warning restore CA1862
        return [.. trouvees.Where(t =>
            {
                var noms = Noms(t.Agent.NomUsage, t.Agent.NomPatronymique);
                var prenom = Accents.Cle(t.Agent.Prenom);
                var affiche = Accents.Cle(compte.NomAffiche);
                return ParAdresse(t.Agent.Courriel, compte.Courriel)
                    ? siennes.Any(s => Noms(s.NomUsage, s.NomPatronymique).Intersect(noms).Any()) || noms.Any(n => $" {affiche} ".Contains($" {n} ", StringComparison.Ordinal))
                    : siennes.Any(s => s.TypeSts == "epp" && s.IdSts == t.Agent.IdSts && s.AcademieCode == t.AcademieCode && Accents.Cle(s.Prenom) == prenom && Noms(s.NomUsage, s.NomPatronymique).Intersect(noms).Any());
            })
            .Select(t => new FicheProposee(t.Agent.Id, t.Agent.Version, t.Agent.Uai, t.Denomination, t.Commune, t.Agent.NomDeCivilite, t.Discipline ?? "", ParAdresse(t.Agent.Courriel, compte.Courriel)))];
    }

    static bool ParAdresse(string? courriel, string? duCompte) => courriel is not null && string.Equals(courriel, duCompte, StringComparison.OrdinalIgnoreCase);

    static List<string> Noms(string usage, string patronymique) => [.. new[] { usage, patronymique }.Select(Accents.Cle).Where(n => n.Length > 0).Distinct(StringComparer.Ordinal)];
}
