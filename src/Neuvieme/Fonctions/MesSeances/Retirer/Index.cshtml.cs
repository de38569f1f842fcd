using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Fonctions.Seances;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.MesSeances.Retirer;

/// <summary>La personne retire ce qu'elle a mal saisi, tant que ce n'est pas confirmé.</summary>
[Acces(Role.Agent)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageNeuvieme(db, contexte)
{
    public IActionResult OnGet() => Redirect("/mes-seances");

    public async Task<IActionResult> OnPostAsync(long id, int version)
    {
        if (await Tenter(() => Executer(id, version)))
        {
            Message = "La séance est retirée.";
            return Redirect("/mes-seances");
        }

        return Page();
    }

    async Task<IReadOnlyList<Refus>> Executer(long id, int version)
    {
        var siennes = PorteeSeances.Tenues(Db, Contexte.CompteId!.Value).Select(m => m.Id);
        if (await Db.Seances.AsNoTracking().Include(s => s.Mission).FirstOrDefaultAsync(s => s.Id == id && siennes.Contains(s.MissionId), Ct) is not { } lue)
        {
            return [new("", "Cette séance n’est plus là : rechargez « Mes heures ».")];
        }

        await using var transaction = await Db.Commencer(lue.Mission!.Portee, Ct);
        if (await Db.Seances.FirstOrDefaultAsync(s => s.Id == id, Ct) is not { } seance || seance.Version != version || seance.Etat != EtatSeance.Declaree)
        {
            return [new("", "Cette séance vient d’être confirmée ou écartée : elle ne se retire plus. Voyez avec qui l’a décidée.")];
        }

        Db.Seances.Remove(seance);
        var plume = new Plume(Db, Contexte.Auteur, lue.Mission.Portee);
        plume.Noter("séance retirée", lue.Mission.Objet, new { le = seance.Le, debut = seance.Heure, demi_heures = seance.DemiHeures, classe = seance.Classe });
        await plume.Enregistrer(Ct);
        await transaction.CommitAsync(Ct);
        return [];
    }
}
