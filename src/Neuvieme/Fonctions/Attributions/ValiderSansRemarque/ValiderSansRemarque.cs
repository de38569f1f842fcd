using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Attributions.Examiner;
using Neuvieme.Fonctions.Attributions.Instruire;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Fonctions.Parametres;
using Neuvieme.Fonctions.Repartition;
using Neuvieme.Fonctions.Suivi;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Attributions.ValiderSansRemarque;

/// <summary>Les propositions d'un établissement où aucun contrôle ne trouve à redire, et le nombre de celles à lire.</summary>
public sealed record EtablissementSansRemarque(Etablissement Etablissement, IReadOnlyList<LigneLue> Lignes, long Centimes, int ALire);

/// <summary>
/// Valide ensemble les dossiers sans remarque, établissement par établissement. C'est le recteur qui décide, après avoir vu le compte :
/// les contrôles préparent sa décision, ne la prennent pas, et le motif écrit le dit (code des relations entre le public et l'administration, art. L. 311-3-1).
/// </summary>
public static class ValiderLesSansRemarque
{
    /// <summary>Passée au crible : tout passe, rien à vérifier, personne ne l'a mise de côté.</summary>
    static bool EstSansRemarque(Plan plan, Mission mission, Attribution a, HashSet<long> deCote, out int controles)
    {
        var verifications = Verifications.De(plan, new(mission, a, plan.Controler(mission, a)));
        controles = verifications.Count;
        return !deCote.Contains(a.Id) && verifications.All(v => v.Resultat == Resultat.Passe);
    }

    static readonly EtatAttribution[] Engagees = [.. Enum.GetValues<EtatAttribution>().Where(e => e.Engage())];

    /// <summary>Mises en attente, annotées d'une note importante, ou même mission tenue par la même personne dans un autre établissement : à lire.</summary>
    static async Task<HashSet<long>> DeCote(NeuviemeDb db, int annee, IReadOnlyCollection<string> uais, CancellationToken ct) =>
        [.. await db.Attributions.Where(a => a.Annee == annee && a.Etat == EtatAttribution.Proposee && uais.Contains(a.Uai)
            && (db.Instructions.Any(i => i.AttributionId == a.Id && i.EnAttenteDepuis != null) || db.NotesInstruction.Any(n => n.AttributionId == a.Id && n.Importante)
                || db.Attributions.Any(b => b.Annee == annee && b.Uai != a.Uai && b.Agent!.CompteId != null && b.Agent.CompteId == a.Agent!.CompteId && b.Mission!.Code == a.Mission!.Code && Engagees.Contains(b.Etat))))
            .Select(a => a.Id).ToListAsync(ct)];

    public static async Task<IReadOnlyList<EtablissementSansRemarque>> Chercher(NeuviemeDb db, string academie, AnneeScolaire annee, DateOnly jour, CancellationToken ct)
    {
        var etablissements = await db.Etablissements.AsNoTracking()
            .Where(e => e.AcademieCode == academie && db.Attributions.Any(a => a.Uai == e.Uai && a.Annee == annee.Debut && a.Etat == EtatAttribution.Proposee)).ToListAsync(ct);
        var deCote = await DeCote(db, annee.Debut, [.. etablissements.Select(e => e.Uai)], ct);
        return [.. (await Plans.LirePlusieurs(db, etablissements, annee, jour, ct)).Select(plan =>
        {
            var proposees = plan.Missions.SelectMany(m => m.Attributions, (m, a) => (m, a)).Where(x => x.a.Etat == EtatAttribution.Proposee).ToList();
            var propres = proposees.Where(x => EstSansRemarque(plan, x.m, x.a, deCote, out _)).ToList();
            return new EtablissementSansRemarque(plan.Etablissement, [.. propres.Select(x => LigneLue.De(x.a))], propres.Sum(x => x.a.Centimes), proposees.Count - propres.Count);
        }).OrderBy(e => e.Etablissement.Denomination, StringComparer.Ordinal)];
    }

    public static async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, string academie, string uai, AnneeScolaire annee, Auteur auteur, IReadOnlyCollection<LigneLue> lignes, CancellationToken ct = default)
    {
        if (await db.Etablissements.AsNoTracking().FirstOrDefaultAsync(e => e.Uai == uai && e.AcademieCode == academie, ct) is not { } etablissement)
        {
            return [new("", "Cet établissement n’est pas de votre académie.")];
        }

        var part = await Parametre.PartRecontrolee(db, academie, auteur.Aujourdhui, ct);
        HashSet<long> deCote = [];
        Echeanciers? echeanciers = null;
        var controles = new Dictionary<long, int>();
        var rang = 0;
        return await ChangerEtat.Executer(db, etablissement, annee, auteur, lignes, ActionAttribution.Valider, "validée sans remarque par le rectorat",
            (plan, dossier) =>
            {
                var propre = EstSansRemarque(plan, dossier.Mission, dossier.Attribution, deCote, out var n);
                controles[dossier.Attribution.Id] = n;
                return propre ? null : "le dossier appelle maintenant une lecture : il est laissé dans la file.";
            },
            id => new($"Validée avec les dossiers sans remarque : {controles[id]} contrôles automatiques passés, aucun à vérifier. Les règles de ces contrôles sont publiées dans « Textes »."),
            apres: async (plan, dossier) =>
            {
                echeanciers!.Ecrire(plan, dossier.Mission, dossier.Attribution, dossier.Decision, CauseDeVersion.Validation, "", auteur);
                var id = dossier.Attribution.Id;
                var instruction = await db.Instructions.FindAsync([id], ct);
                if (instruction is null)
                {
                    db.Instructions.Add(instruction = new() { AttributionId = id });
                }

                (instruction.SansRemarque, instruction.Recontrole) = (true, EstTire(rang++, part) ? Recontrole.AFaire : Recontrole.Aucun);
                instruction.Version++;
            },
            avant: async () => (deCote, echeanciers) = (await DeCote(db, annee.Debut, [uai], ct), await Echeanciers.Charger(db, [.. lignes.Select(l => l.Id)], ct)), ct: ct);
    }

    /// <summary>Le premier toujours, puis à intervalle régulier jusqu'à la part demandée : 10 % tire le 1er, le 11e, le 21e.</summary>
    public static bool EstTire(int rang, int part) => rang == 0 || rang * part / 100 != (rang - 1) * part / 100;
}
