using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Enveloppes;
using Neuvieme.Fonctions.Lettres;
using Neuvieme.Fonctions.MissionsDirectes;
using Neuvieme.Fonctions.Seances;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Courriels.Envoyer;

/// <summary>Ce qui attend chaque personne, en une ligne par chose : des nombres et des intitulés, jamais un montant ni une réponse. Onze lectures, quel que soit le nombre de comptes.</summary>
public static class CeQuiAttend
{
    /// <summary>Une demande dont la personne a reçu un courriel cette semaine n'est pas redite ; une semaine après la date souhaitée, on n'insiste plus.</summary>
    const int JoursDeSilence = 7;

    public static async Task<ILookup<long, string>> Lire(NeuviemeDb db, DateOnly jour, AnneeScolaire annee, CancellationToken ct) =>
        (await DesPersonnes(db, jour, ct)).Concat(await DesQualites(db, jour, annee.Debut, ct)).ToLookup(l => l.CompteId, l => l.Texte);

    readonly record struct Ligne(long CompteId, string Texte);

    static async Task<List<Ligne>> DesPersonnes(NeuviemeDb db, DateOnly jour, CancellationToken ct)
    {
        var (limite, debut) = (jour.AddDays(-JoursDeSilence), Horloge.DebutDuJour(jour.AddDays(-JoursDeSilence)));
        var demandes = await db.Attributions.Where(a => a.Etat == EtatAttribution.AccordDemande && a.Agent!.CompteId != null && (a.RepondreAvant == null || a.RepondreAvant >= limite))
            .OrderBy(a => a.RepondreAvant).ThenBy(a => a.Id).Select(a => new { a.Id, CompteId = a.Agent!.CompteId!.Value, a.Mission!.Intitule, a.RepondreAvant }).ToListAsync(ct);
        var redites = (await db.Courriels.Where(c => (c.Genre == GenreCourriel.AccordDemande || c.Genre == GenreCourriel.Rappel) && c.Sujet != "" && !c.AuResume && c.DeposeUtc >= debut)
            .Select(c => c.Sujet).Distinct().ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);
        var directes = await db.MissionsDirectes.Where(m => m.Etat == EtatAttribution.AccordDemande && m.Agent!.CompteId != null && (m.RepondreAvant == null || m.RepondreAvant >= limite))
            .OrderBy(m => m.RepondreAvant).ThenBy(m => m.Id).Select(m => new { m.Id, CompteId = m.Agent!.CompteId!.Value, m.Intitule, m.RepondreAvant }).ToListAsync(ct);
        return
        [
            .. demandes.Where(d => !redites.Contains(Attributions.Avertir.Sujet(d.Id))).Select(d => Demande(d.CompteId, d.Intitule, d.RepondreAvant, jour)),
            .. directes.Where(d => !redites.Contains(MissionsDirectes.Avertir.Sujet(d.Id))).Select(d => Demande(d.CompteId, d.Intitule, d.RepondreAvant, jour)),
        ];
    }

    static Ligne Demande(long compte, string intitule, DateOnly? avant, DateOnly jour) => new(compte,
        $"votre accord est demandé pour « {intitule} »{(avant is not { } date ? "" : date < jour ? $", réponse souhaitée le {Francais.Date(date)}" : $", réponse souhaitée avant le {Francais.Date(date)}")} ;\n/mes-missions");

    static async Task<List<Ligne>> DesQualites(NeuviemeDb db, DateOnly jour, int annee, CancellationToken ct)
    {
        var qualites = await Destinataires.EnFonction(db, jour).Where(h => h.Role == Role.ChefEtablissement || h.Role == Role.GestionnaireRectorat || h.Role == Role.Recteur)
            .Select(h => new { h.CompteId, h.Uai, h.AcademieCode, h.Role }).Distinct().ToListAsync(ct);
        var lieux = await db.Etablissements.Select(e => new { e.Uai, e.Denomination, e.AcademieCode }).ToDictionaryAsync(e => e.Uai, ct);
        var etats = (await db.Attributions.Where(a => a.Annee == annee).GroupBy(a => new { a.Uai, a.Etat }).Select(g => new { g.Key.Uai, g.Key.Etat, Nombre = g.Count() }).ToListAsync(ct)).ToDictionary(x => (x.Uai, x.Etat), x => x.Nombre);
        var lettres = await db.Attributions.Exigees(db, await LettreFacultative.Academies(db, jour, ct)).Where(a => a.Annee == annee && a.Etat == EtatAttribution.Validee && !db.Lettres.Any(l => l.AttributionId == a.Id))
            .GroupBy(a => a.Uai).Select(g => new { Uai = g.Key, Nombre = g.Count() }).ToDictionaryAsync(x => x.Uai, x => x.Nombre, ct);
        var complements = await db.DemandesComplement.Where(d => d.Annee == annee && d.Etat == EtatComplement.EnAttente).Select(d => d.Uai).ToListAsync(ct);
        var decharges = await db.Conversions.Where(c => c.Annee == annee && c.Etat == EtatConversion.Demandee).Select(c => c.Uai).ToListAsync(ct);
        var parts = (await db.MissionsDirectes.Where(m => m.Annee == annee && m.Uai != null && m.Dispositif != DispositifDirect.PactePremierDegre && (m.Etat == EtatAttribution.AccordDonne || m.Etat == EtatAttribution.AccordDecline)).Select(m => m.Uai!).ToListAsync(ct)).ToLookup(u => u);
        var seances = await db.Seances.Where(s => s.Etat == EtatSeance.Declaree && s.Mission!.Annee == annee && s.Mission.Uai != null).GroupBy(s => s.Mission!.Uai!).Select(g => new { Uai = g.Key, Nombre = g.Count() }).ToDictionaryAsync(x => x.Uai, x => x.Nombre, ct);
        var academiques = await db.MissionsDirectes.Where(m => m.Annee == annee && m.AcademieCode != null && m.Etat == EtatAttribution.Proposee).Select(m => m.AcademieCode).ToListAsync(ct);
        List<Ligne> lignes = [];
        foreach (var q in qualites)
        {
            int Dans(EtatAttribution etat) => q.Uai is not null ? etats.GetValueOrDefault((q.Uai, etat)) : lieux.Values.Where(l => l.AcademieCode == q.AcademieCode).Sum(l => etats.GetValueOrDefault((l.Uai, etat)));
            void Ajouter(int n, string singulier, string pluriel, string chemin)
            {
                if (n > 0)
                {
                    lignes.Add(new(q.CompteId, $"{(q.Uai is { } uai ? lieux[uai].Denomination + " : " : "")}{Francais.Nombre(n, singulier, pluriel)} ;\n{chemin}"));
                }
            }

            if (q.Role == Role.ChefEtablissement)
            {
                Ajouter(Dans(EtatAttribution.ARectifier), "proposition renvoyée par le rectorat, à corriger", "propositions renvoyées par le rectorat, à corriger", "/attributions");
                // Acceptées ou non, comptées ensemble : la suite se lit connecté.
                Ajouter(Dans(EtatAttribution.AccordDonne) + Dans(EtatAttribution.AccordDecline), "réponse reçue, à laquelle donner suite", "réponses reçues, auxquelles donner suite", "/attributions");
                Ajouter(Dans(EtatAttribution.AccordDemande), "demande d’accord sans réponse pour l’instant", "demandes d’accord sans réponse pour l’instant", "/");
                Ajouter(parts[q.Uai!].Count(), "réponse reçue pour une part du Pacte, à laquelle donner suite", "réponses reçues pour des parts du Pacte, auxquelles donner suite", "/parts");
                Ajouter(seances.GetValueOrDefault(q.Uai!), "heure du Pacte à confirmer", "heures du Pacte à confirmer", "/seances");
                Ajouter(lettres.GetValueOrDefault(q.Uai!), "lettre de mission à établir", "lettres de mission à établir", "/lettres");
            }
            else
            {
                Ajouter(Dans(EtatAttribution.Proposee), "proposition à instruire", "propositions à instruire", "/attributions/instruire");
                Ajouter(academiques.Count(a => a == q.AcademieCode), "mission académique à décider", "missions académiques à décider", "/academiques");
                Ajouter(complements.Count(u => lieux[u].AcademieCode == q.AcademieCode), "demande de complément à laquelle répondre", "demandes de complément auxquelles répondre", "/enveloppes/repondre");
                Ajouter(decharges.Count(u => lieux[u].AcademieCode == q.AcademieCode), "décharge à décider", "décharges à décider", "/enveloppes/decider");
            }
        }

        return lignes;
    }
}
