using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Courriels;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Attributions.Rappeler;

/// <summary>Le chef rappelle sa demande d'accord, poliment : un courriel par jour au plus, et jamais le jour même de la demande.</summary>
public sealed record RappelerLaPersonne(LigneLue Ligne)
{
    public string Nom { get; private set; } = "";

    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, Etablissement etablissement, AnneeScolaire annee, Auteur auteur, CancellationToken ct = default)
    {
        await using var transaction = await db.Commencer(etablissement.Uai, ct);
        var a = await db.Attributions.AsNoTracking().Include(x => x.Mission).Include(x => x.Agent).FirstOrDefaultAsync(x => x.Id == Ligne.Id && x.Uai == etablissement.Uai && x.Annee == annee.Debut, ct);
        if (a is null || a.Version != Ligne.Version || a.Etat != EtatAttribution.AccordDemande)
        {
            return [new("", "Cette demande n’attend plus de réponse, ou elle a changé depuis que vous l’avez lue : revenez à l’accueil.")];
        }

        var sujet = Avertir.Sujet(a.Id);
        var debut = Horloge.DebutDuJour(auteur.Aujourdhui);
        if (await Refuse(db, a, sujet, debut, auteur, ct) is { } raison)
        {
            return [new("", raison)];
        }

        Nom = a.Agent!.NomDeCivilite;
        if (await Courriel.Deposer(db, [Avertir.Rappel(a, etablissement.Denomination, a.Agent.CompteId!.Value, auteur.Aujourdhui)], auteur.InstantUtc, ct) == 0)
        {
            return [new("", "Cette personne n’a pas d’adresse, ou a choisi de ne pas recevoir de rappel. Sa demande l’attend dans « Mes missions » : parlez-lui.")];
        }

        // Sans son nom : le journal ne dit pas qui a été sollicité tant qu'un accord n'est pas donné.
        var plume = new Plume(db, auteur, etablissement.Uai);
        plume.Noter("rappel d’une demande d’accord", sujet);
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return [];
    }

    static async Task<string?> Refuse(NeuviemeDb db, Attribution a, string sujet, DateTime debut, Auteur auteur, CancellationToken ct)
    {
        if (a.Agent?.CompteId is null)
        {
            return "Cette personne n’a pas encore de compte : ouvrez-lui un accès depuis « Personnels ».";
        }

        if (a.AccordDemandeLe is { } demande && Horloge.AParis(demande) >= auteur.Aujourdhui)
        {
            return "La demande est partie aujourd’hui : laissez-lui le temps de la lire.";
        }

        return (await Courriel.RappelsDe(db, [sujet], debut, ct)).TryGetValue(sujet, out var rappels)
            ? $"Un rappel est déjà parti aujourd’hui à {Horloge.HeureDeParis(rappels.DernierUtc):HH' h 'mm} : un par jour au plus." : null;
    }
}
