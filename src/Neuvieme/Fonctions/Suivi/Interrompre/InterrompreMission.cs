using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Droit.ImpSecondDegre;
using Neuvieme.Droit.Versements;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Courriels;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Fonctions.Repartition;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Mission = Neuvieme.Fonctions.Repartition.Mission;

namespace Neuvieme.Fonctions.Suivi.Interrompre;

/// <summary>Ce que l'enregistrement changerait : la réponse du droit, et les lignes qui en viendraient.</summary>
public sealed record Prevision(Reponse<Ventilation> Reponse, IReadOnlyList<LigneDue> Lignes);

/// <summary>
/// Le chef dit ce qui arrive à une mission validée : une absence, un remplacement, un arrêt (décret n° 2015-475, art. 4 ; circulaire
/// n° 2015-058, I). L'échéancier se récrit ; ce qui a déjà été payé n'est pas touché, la paie suivante portera l'écart.
/// </summary>
public sealed record InterrompreMission(long Id, int Version, SaisieInterruption Saisie)
{
    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, Etablissement etablissement, AnneeScolaire annee, Auteur auteur, CancellationToken ct = default)
    {
        await using var transaction = await db.Commencer(etablissement.Uai, ct);
        var plan = await Plan.Charger(db, etablissement, annee, auteur.Aujourdhui, ct);
        if (plan.Missions.SelectMany(m => m.Attributions, (m, a) => (m, a)).FirstOrDefault(x => x.a.Id == Id) is not ({ } mission, { } attribution))
        {
            return [new("", "Cette attribution n’est pas de votre établissement ou n’existe plus.")];
        }

        var echeanciers = await Echeanciers.Charger(db, [Id], ct);
        if (attribution.Version != Version)
        {
            return [new("", "La mission a changé depuis que vous l’avez lue. La voici à jour : vérifiez, puis recommencez.")];
        }

        if (Empechement(mission, attribution) is { } motif)
        {
            return [new("", motif)];
        }

        if (Saisie.Verifier(plan, mission, attribution) is { Count: > 0 } refus)
        {
            return refus;
        }

        var nouvelles = Saisie.Lire(plan, attribution, auteur);
        var prevision = Prevoir(echeanciers.Parametres(plan, Id), annee, attribution, [.. echeanciers.EnVigueur(Id), .. nouvelles]);
        if (prevision.Reponse.Issue != Issue.Accordee)
        {
            return [new("", ChangerEtat.Phrases(prevision.Reponse.Motifs))];
        }

        db.Interruptions.AddRange(nouvelles);
        var explication = string.Join(" ; ", nouvelles.Select(i => i.Phrase));
        echeanciers.Ecrire(plan, mission, attribution, plan.Controler(mission, attribution), Cause(nouvelles), explication, auteur);
        attribution.Version++;
        await Avertir(db, plan, mission, attribution, nouvelles.Select(i => i.Remplacant?.CompteId), auteur, ct);
        await db.SaveChangesAsync(ct);
        var plume = new Plume(db, auteur, etablissement.Uai);
        plume.Noter("interruption enregistrée", $"attribution:{Id}", null, new { quoi = explication }, Saisie.Motif?.Trim() ?? "");
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return [];
    }

    public static Prevision Prevoir(Droit.Parametres parametres, AnneeScolaire annee, Attribution a, IReadOnlyList<Interruption> interruptions)
    {
        var reponse = CalculDesInterruptions.Ventiler(parametres, annee, a, interruptions);
        return new(reponse, reponse.Resultat is { } v ? CalculDesInterruptions.Lignes(v, a.AgentId!.Value) : []);
    }

    public static string? Empechement(Mission mission, Attribution a) =>
        a is not { Etat: EtatAttribution.Validee, AgentId: not null } ? "La mission n’est pas validée : rien n’est encore dû, changez la personne ou les dates dans Répartition."
        : mission.Duree != Duree.AnneeEntiere ? "Cette mission se paie en une fois, après service fait, à qui l’a exercée : rien ne s’y coupe. Constatez le service fait, ou demandez au rectorat de revenir sur sa décision."
        : null;

    static CauseDeVersion Cause(IReadOnlyList<Interruption> nouvelles) => nouvelles.Any(i => i.Genre == GenreDInterruption.Remplacement) ? CauseDeVersion.Remplacement
        : nouvelles[0].Genre == GenreDInterruption.Arret ? CauseDeVersion.Arret : CauseDeVersion.Absence;

    /// <summary>Le titulaire et qui le remplace l'apprennent, sans montant ni nature de congé.</summary>
    public static Task Avertir(NeuviemeDb db, Plan plan, Mission mission, Attribution a, IEnumerable<long?> remplacants, Auteur auteur, CancellationToken ct)
    {
        IEnumerable<(long? Compte, string Texte)> qui =
        [
            (a.Agent?.CompteId, "l’échéancier de votre mission"),
            .. remplacants.Select(r => (r, "ce qui vous est dû pour avoir remplacé dans la mission")),
        ];
        return Courriel.Deposer(db, [.. qui.Where(x => x.Compte is { } c && c != auteur.CompteId).DistinctBy(x => x.Compte).Select(x => new Depot(x.Compte!.Value, GenreCourriel.Decision, "Une mission particulière a changé",
            $"{plan.Etablissement.Denomination} : {x.Texte} « {mission.Intitule} » a changé et se lit, mois par mois, dans « Mes missions ».\n/mes-missions", $"interruption:{a.Id}:{a.Version}"))], auteur.InstantUtc, ct);
    }
}
