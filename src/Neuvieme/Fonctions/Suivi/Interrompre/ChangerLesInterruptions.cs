using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Courriels;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Fonctions.Repartition;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Mission = Neuvieme.Fonctions.Repartition.Mission;

namespace Neuvieme.Fonctions.Suivi.Interrompre;

/// <summary>Ce qu'un geste a changé des interruptions d'une mission, ou pourquoi il ne le peut pas.</summary>
/// <param name="Remplacants">Les comptes de qui remplace ou remplaçait.</param>
/// <param name="Champ">Où dire ce que le droit refuserait.</param>
public sealed record GesteSurLaMission(CauseDeVersion Cause, string Explication, IEnumerable<long?> Remplacants, string Evenement, object? Avant, object? Apres, string Motif, string Champ = "")
{
    public IReadOnlyList<Refus> Refus { get; init; } = [];

    public static GesteSurLaMission Impossible(params IReadOnlyList<Refus> refus) => new(default, "", [], "", null, null, "") { Refus = refus };
}

/// <summary>
/// Interrompre, reprendre, annuler : relire la mission sous le verrou, changer ses interruptions, juger ce qui en resterait, puis récrire
/// l'échéancier. Rien n'est écrit de ce que le droit refuse.
/// </summary>
public static class ChangerLesInterruptions
{
    public delegate GesteSurLaMission Geste(Plan plan, Mission mission, Attribution attribution, IReadOnlyList<Interruption> vivantes);

    public static async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, Etablissement etablissement, AnneeScolaire annee, Auteur auteur, long id, int version, Geste geste, CancellationToken ct)
    {
        await using var transaction = await db.Commencer(etablissement.Uai, ct);
        var plan = await Plan.Charger(db, etablissement, annee, auteur.Aujourdhui, ct);
        if (plan.Missions.SelectMany(m => m.Attributions, (m, a) => (m, a)).FirstOrDefault(x => x.a.Id == id) is not ({ } mission, { } attribution))
        {
            return [new("", "Cette attribution n’est pas de votre établissement ou n’existe plus.")];
        }

        var echeanciers = await Echeanciers.Charger(db, [id], ct);
        if (attribution.Version != version)
        {
            return [new("", "La mission a changé depuis que vous l’avez lue. La voici à jour : vérifiez, puis recommencez.")];
        }

        if (EffacerLesConges.Empeche(echeanciers.EnVigueur(id)) is { } close)
        {
            return [close];
        }

        var avant = echeanciers.EnVigueur(id).ToHashSet();
        var fait = geste(plan, mission, attribution, echeanciers.Vivantes(id));
        var (refus, valent) = (fait.Refus, echeanciers.EnVigueur(id));
        // Les demandes en attente comptent : deux qui se contrediraient ne se découvrent pas au rectorat.
        foreach (var ensemble in refus.Count > 0 ? [] : new[] { Visas.SiToutEstVise(echeanciers.Vivantes(id)), valent })
        {
            if (CalculDesInterruptions.Ventiler(echeanciers.Parametres(plan, id), annee, attribution, ensemble) is { Issue: not Issue.Accordee } reponse)
            {
                refus = [new(fait.Champ, ChangerEtat.Phrases(reponse.Motifs))];
                break;
            }
        }

        if (refus.Count > 0)
        {
            db.ChangeTracker.Clear();
            return refus;
        }

        var change = !avant.SetEquals(valent);
        if (change)
        {
            echeanciers.Ecrire(plan, mission, attribution, null, fait.Cause, fait.Explication, auteur);
        }

        attribution.Version++;
        await (change ? Avertir(db, plan, mission, attribution, fait.Remplacants, auteur, ct) : Task.CompletedTask);
        await DemanderLAccord(db, plan, mission, attribution, auteur, ct);
        await InviterASExpliquer(db, plan, mission, attribution, auteur, ct);
        await db.SaveChangesAsync(ct);
        var plume = new Plume(db, auteur, etablissement.Uai);
        plume.Noter(fait.Evenement, $"attribution:{id}", fait.Avant, fait.Apres, fait.Motif);
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return [];
    }

    /// <summary>Qui est pressenti pour remplacer l'apprend et répond dans « Mes missions ».</summary>
    static Task<int> DemanderLAccord(NeuviemeDb db, Plan plan, Mission mission, Attribution a, Auteur auteur, CancellationToken ct) =>
        Courriel.Deposer(db, [.. db.ChangeTracker.Entries<Interruption>().Where(e => e.State == EntityState.Added && e.Entity is { Accord: AccordDuRemplacant.Demande, AnnuleeUtc: null, Remplacant.CompteId: not null })
            .Select(e => new Depot(e.Entity.Remplacant!.CompteId!.Value, GenreCourriel.AccordDemande, "Un remplacement vous est proposé",
                $"{plan.Etablissement.Denomination} : votre chef d’établissement vous propose de remplacer dans la mission « {mission.Intitule} ». Rien ne vous est imposé : lisez, réfléchissez, répondez. Le silence ne vaut pas accord.\n/mes-missions", $"remplacer:{a.Id}:{a.Version}"))], auteur.InstantUtc, ct);

    /// <summary>Un arrêt qui tient à la personne : elle l'apprend aussitôt, quel que soit son choix de courriels, et s'explique dans « Mes missions ».</summary>
    static Task<int> InviterASExpliquer(NeuviemeDb db, Plan plan, Mission mission, Attribution a, Auteur auteur, CancellationToken ct) =>
        Courriel.Deposer(db, [.. db.ChangeTracker.Entries<Interruption>().Where(e => e.State == EntityState.Added && e.Entity is { TientALaPersonne: true, ObserverJusquAu: not null, AnnuleeUtc: null } && a.Agent?.CompteId is not null)
            .Select(e => new Depot(a.Agent!.CompteId!.Value, GenreCourriel.Decision, "Vous pouvez présenter vos observations",
                $"{plan.Etablissement.Denomination} : une décision est envisagée sur la mission « {mission.Intitule} ». Vous pouvez prendre connaissance de ses motifs et présenter vos observations jusqu’au {Francais.Date(e.Entity.ObserverJusquAu!.Value)}, avec l’aide de qui vous voulez ; rien n’est décidé avant (code des relations entre le public et l’administration, art. L. 122-1).\n/mes-missions/consulter/{a.Id}", $"observer:{a.Id}:{a.Version}")
            { ToujoursAussitot = true })], auteur.InstantUtc, ct);

    /// <summary>Le titulaire et qui le remplace l'apprennent, sans montant ni nature de congé.</summary>
    public static Task<int> Avertir(NeuviemeDb db, Plan plan, Mission mission, Attribution a, IEnumerable<long?> remplacants, Auteur auteur, CancellationToken ct)
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
