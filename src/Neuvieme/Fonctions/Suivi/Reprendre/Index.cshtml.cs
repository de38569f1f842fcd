using Microsoft.AspNetCore.Mvc;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Fonctions.Repartition;
using Neuvieme.Fonctions.Suivi.Interrompre;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Suivi.Reprendre;

/// <summary>La personne reprend la mission : l'absence et le remplacement finissent la veille, plus tôt ou plus tard que prévu.</summary>
public sealed record ReprendreLaMission(long Id, int Version, DateOnly Le)
{
    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, Etablissement etablissement, AnneeScolaire annee, Auteur auteur, CancellationToken ct = default)
    {
        await using var transaction = await db.Commencer(etablissement.Uai, ct);
        var plan = await Plan.Charger(db, etablissement, annee, auteur.Aujourdhui, ct);
        if (plan.Missions.SelectMany(m => m.Attributions, (m, a) => (m, a)).FirstOrDefault(x => x.a.Id == Id) is not ({ } mission, { AgentId: not null } attribution))
        {
            return [new("", "Cette attribution n’est pas de votre établissement ou n’existe plus.")];
        }

        if (attribution.Version != Version)
        {
            return [new("", "La mission a changé depuis que vous l’avez lue. La voici à jour : vérifiez, puis recommencez.")];
        }

        if (!annee.Contient(Le))
        {
            return [new("le", $"Le retour est hors de l’année scolaire {annee}.")];
        }

        var echeanciers = await Echeanciers.Charger(db, [Id], ct);
        // La dernière absence ou le dernier remplacement commencé avant ce jour, et tout ce qui finissait avec lui.
        var commencees = echeanciers.EnVigueur(Id).Where(i => i.Genre != GenreDInterruption.Arret && i.Du < Le).ToList();
        var derniere = commencees.Select(i => i.Du).DefaultIfEmpty().Max();
        var touchees = commencees.Where(i => i.Au >= Le || i.Du == derniere).Where(i => i.Au != Le.AddDays(-1)).ToList();
        if (touchees.Count == 0)
        {
            return [new("le", "Aucune absence ni remplacement n’est en cours ce jour-là. Pour un retour avant le premier jour, annulez la ligne.")];
        }

        foreach (var i in touchees)
        {
            i.Annuler($"retour le {Francais.Date(Le)}", auteur);
            db.Interruptions.Add(new()
            {
                AttributionId = Id, Genre = i.Genre, Nature = i.Nature, Du = i.Du, Au = Le.AddDays(-1), RemplacantId = i.RemplacantId, AccordLe = i.AccordLe, AccordeLe = i.AccordeLe,
                JoursDejaPris = i.JoursDejaPris, SansCarence = i.SansCarence, Motif = i.Motif, Auteur = auteur.Signature, InstantUtc = auteur.InstantUtc,
            });
        }

        var prevision = InterrompreMission.Prevoir(echeanciers.Parametres(plan, Id), annee, attribution, echeanciers.EnVigueur(Id));
        if (prevision.Reponse.Issue != Issue.Accordee)
        {
            db.ChangeTracker.Clear();
            return [new("le", ChangerEtat.Phrases(prevision.Reponse.Motifs))];
        }

        var explication = $"retour le {Francais.Date(Le)}";
        echeanciers.Ecrire(plan, mission, attribution, plan.Controler(mission, attribution), CauseDeVersion.Correction, explication, auteur);
        attribution.Version++;
        await InterrompreMission.Avertir(db, plan, mission, attribution, touchees.Select(i => i.Remplacant?.CompteId), auteur, ct);
        await db.SaveChangesAsync(ct);
        var plume = new Plume(db, auteur, etablissement.Uai);
        plume.Noter("retour dans la mission", $"attribution:{Id}", new { quoi = string.Join(" ; ", touchees.Select(i => i.Phrase)) }, new { quoi = explication });
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return [];
    }
}

[Acces(Role.ChefEtablissement)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageInterruption(db, contexte)
{
    public IActionResult OnGet() => Redirect("/suivi");

    public async Task<IActionResult> OnPostAsync(long id, int version, DateOnly le)
    {
        if (await Tenter(() => new ReprendreLaMission(id, version, le).Executer(Db, Contexte.Etablissement, Contexte.Annee, Contexte.Auteur, Ct)))
        {
            Message = "Le retour est noté : l’échéancier est récrit.";
            return Redirect($"/suivi/interrompre/{id}");
        }

        return await Charger(id) ? Page() : NotFound();
    }
}
