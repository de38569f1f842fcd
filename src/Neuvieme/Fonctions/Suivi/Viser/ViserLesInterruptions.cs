using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Courriels;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Fonctions.Lettres;
using Neuvieme.Fonctions.Parametres;
using Neuvieme.Fonctions.Repartition;
using Neuvieme.Fonctions.Suivi.Interrompre;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Suivi.Viser;

/// <summary>
/// Le recteur vise, ou refuse, ce que des chefs ont demandé : il attribue (décret n° 2015-475, art. 9), et ce qui défait ou transfère ce
/// qu'il a attribué est de sa main (art. 4). Jugé sous le verrou de l'établissement ; l'échéancier se récrit dans la même transaction.
/// </summary>
/// <param name="Lignes">L'interruption, et la version de son attribution quand elle a été lue.</param>
public sealed record ViserLesInterruptions(IReadOnlyCollection<LigneLue> Lignes, bool Vise, string Motif)
{
    /// <summary>Dans un établissement : toutes ces lignes, ou aucune.</summary>
    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, string academie, string uai, AnneeScolaire annee, Auteur auteur, CancellationToken ct = default)
    {
        if (!Vise && string.IsNullOrWhiteSpace(Motif) || Motif.Length > 2000)
        {
            return [new(nameof(Motif), "Écrivez pourquoi, en 2 000 caractères au plus : l’établissement et les personnes le liront.")];
        }

        if (await db.Etablissements.Include(e => e.Academie).FirstOrDefaultAsync(e => e.Uai == uai && e.AcademieCode == academie, ct) is not { } etablissement)
        {
            return [new("", "Ces lignes ne sont pas de votre académie ou n’existent plus.")];
        }

        await using var transaction = await db.Commencer(uai, ct);
        var plan = await Plan.Charger(db, etablissement, annee, auteur.Aujourdhui, ct);
        var missions = plan.Missions.SelectMany(m => m.Attributions, (m, a) => (m, a)).Where(x => x.a is { Etat: EtatAttribution.Validee, AgentId: not null }).ToDictionary(x => x.a.Id);
        var echeanciers = await Echeanciers.Charger(db, [.. missions.Keys], ct);
        var parId = missions.Keys.SelectMany(echeanciers.Vivantes).ToDictionary(i => i.Id);
        if (Lignes.Any(l => !parId.TryGetValue(l.Id, out var i) || missions[i.AttributionId].a.Version != l.Version))
        {
            db.ChangeTracker.Clear();
            return [new("", "Une de ces lignes a changé depuis que vous l’avez lue. Rien n’y est décidé : relisez-la.")];
        }

        if (EffacerLesConges.Empeche(missions.Keys.Where(id => Lignes.Any(l => parId[l.Id].AttributionId == id)).SelectMany(echeanciers.EnVigueur)) is { } close)
        {
            return [close];
        }

        var decisions = Lignes.Select(l => parId[l.Id]).Distinct().Select(i => new Decidee(i, i.AnnulationDemandeeUtc is not null, i.Phrase)).ToList();
        // Avant d'écrire la décision : l'arrêt se juge tel qu'il attend.
        var sansFondement = !Vise ? [] : decisions.Where(d => !d.Annulation).SelectMany(d => FinDeMission.Obstacles(d.Ligne, missions[d.Ligne.AttributionId].a, auteur.Aujourdhui).Select(o => new Refus("", $"{Qui(d)} : {o}"))).ToList();
        var refus = decisions.Select(d => (d, Refus: d.Ligne.Decider(Vise, Motif.Trim(), d.Ligne.RemplaceeId is { } r ? parId.GetValueOrDefault(r) : null, auteur))).Where(x => x.Refus is not null)
            .Select(x => new Refus("", $"{Qui(x.d)} : {x.Refus!.Message}")).Concat(Vise ? decisions.Select(d => d.Ligne.AttributionId).Distinct().SelectMany(id => Contraires(plan, echeanciers, missions[id].a)) : []).Concat(sansFondement).ToList();
        if (refus.Count > 0)
        {
            db.ChangeTracker.Clear();
            return refus;
        }

        var plume = new Plume(db, auteur, uai);
        foreach (var parMission in decisions.GroupBy(d => d.Ligne.AttributionId))
        {
            var (mission, attribution) = missions[parMission.Key];
            if (Vise)
            {
                echeanciers.Ecrire(plan, mission, attribution, null, Cause([.. parMission]), Tronquer(string.Join(" ; ", parMission.Select(d => d.Dite))), auteur);
            }

            // Signée, la lettre reste à qui l'a signée ; sinon plus personne ne la signe.
            if (Vise && parMission.Any(d => d is { Annulation: false, Ligne.Genre: GenreDInterruption.Arret }))
            {
                await FinDEffet.Priver(db, db.Lettres.Where(l => l.AttributionId == attribution.Id && l.Etat != EtatLettre.Signee), auteur, ct);
            }

            attribution.Version++;
            foreach (var d in parMission)
            {
                plume.Noter($"{(d.Annulation ? "annulation" : "interruption")} {(Vise ? "visée" : "refusée par le rectorat")}", $"attribution:{attribution.Id}", null, new { quoi = d.Phrase, fondement = FinDeMission.AuJournal([d.Ligne]) }, Motif.Trim());
            }
        }

        await Annoncer(db, plan, decisions, missions.ToDictionary(x => x.Key, x => x.Value.a), auteur, ct);
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return [];

        string Qui(Decidee d) => $"{missions[d.Ligne.AttributionId].a.Agent?.NomDeCivilite}, {d.Phrase}";
    }

    static IEnumerable<Refus> Contraires(Plan plan, Echeanciers echeanciers, Attribution a) =>
        CalculDesInterruptions.Ventiler(echeanciers.Parametres(plan, a.Id), plan.Annee, a, echeanciers.EnVigueur(a.Id)) is { Issue: not Issue.Accordee } reponse
            ? [new("", $"{a.Agent?.NomDeCivilite}, « {a.Mission?.Intitule} » : {ChangerEtat.Phrases(reponse.Motifs)}")] : [];

    sealed record Decidee(Interruption Ligne, bool Annulation, string Phrase)
    {
        public string Dite => Annulation ? $"annulé : {Phrase}" : Phrase;
    }

    static CauseDeVersion Cause(List<Decidee> decisions) => decisions.All(d => d.Annulation) ? CauseDeVersion.Correction
        : decisions.Any(d => d.Ligne.Genre == GenreDInterruption.Arret) ? CauseDeVersion.Arret : CauseDeVersion.Remplacement;

    static string Tronquer(string texte) => texte.Length <= 500 ? texte : texte[..499] + "…";

    /// <summary>Le chef, la personne et qui remplace l'apprennent, sans montant ni motif.</summary>
    async Task Annoncer(NeuviemeDb db, Plan plan, List<Decidee> decisions, Dictionary<long, Attribution> attributions, Auteur auteur, CancellationToken ct)
    {
        var quoi = Vise ? "visé" : "refusé";
        var recours = await VoiesDeRecours.Lire(db, plan.Etablissement.AcademieCode, auteur.Aujourdhui, ct);
        List<Depot> depots = [.. (await Destinataires.Chefs(db, plan.Etablissement.Uai, auteur.Aujourdhui, auteur.CompteId, ct)).Select(chef => new Depot(chef, GenreCourriel.Decision, "Décision du rectorat",
            $"Le rectorat a {quoi} {Francais.Nombre(decisions.Count, "changement", "changements")} dans les missions de votre établissement.\n/suivi", $"visa:{decisions[0].Ligne.Id}:{auteur.InstantUtc:yyyyMMddHHmmss}"))];
        foreach (var d in decisions)
        {
            var a = attributions[d.Ligne.AttributionId];
            depots.AddRange(new[] { a.Agent?.CompteId, d.Ligne.Remplacant?.CompteId }.OfType<long>().Where(c => c != auteur.CompteId).Distinct().Select(c => new Depot(c, GenreCourriel.Decision, "Du nouveau sur une mission particulière",
                $"{plan.Etablissement.Denomination} : le rectorat a {quoi} un changement dans la mission « {a.Mission?.Intitule} ».\n{recours}\nSa décision et ce qui vous est dû se lisent dans « Mes missions ».\n/mes-missions", $"visa:{d.Ligne.Id}:{a.Version}")));
        }

        await Courriel.Deposer(db, depots, auteur.InstantUtc, ct);
    }
}
