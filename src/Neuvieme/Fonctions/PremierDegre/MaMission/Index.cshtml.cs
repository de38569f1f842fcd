using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.PremierDegre.MaMission;

[Acces(Role.Agent)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, Horloge horloge) : PageNeuvieme(db, contexte)
{
    public MissionPremierDegre Mission { get; private set; } = null!;
    public string Lieu { get; private set; } = "";
    public Decision Decision { get; private set; } = null!;
    public IReadOnlyList<Etape> Raisons { get; private set; } = [];
    public IReadOnlyList<EcheancePremierDegre> Echeances { get; private set; } = [];
    public DateOnly Jour => horloge.Aujourdhui;

    public async Task<IActionResult> OnGetAsync(long id) => await Charger(id) ? Page() : NotFound();

    public Task<IActionResult> OnPostAsync(long id, int version, [Required(ErrorMessage = "Choisissez votre réponse.")] bool? accepte) =>
        Repondre(id, new(new(id, version), accepte == true), accepte == true ? "Votre accord est enregistré." : "C’est noté : vous ne donnez pas suite.");

    public Task<IActionResult> OnPostModificationAsync(long id, int version, [Required(ErrorMessage = "Écrivez ce que vous voudriez changer.")] string? modification) =>
        Repondre(id, new(new(id, version), false) { Modification = (modification ?? "").Trim() }, "Votre demande est transmise à qui vous propose la mission, et à lui seul.");

    async Task<IActionResult> Repondre(long id, RepondreALaProposition reponse, string message)
    {
        var compte = Contexte.CompteId!.Value;
        if (!await RepondreALaProposition.Siennes(Db, compte).AnyAsync(m => m.Id == id, Ct))
        {
            return NotFound();
        }

        if (await Tenter(() => reponse.Executer(Db, compte, Contexte.Auteur, Ct)))
        {
            Message = message;
            return Redirect(reponse.Accepte ? $"/premier-degre/ma-mission/{id}" : "/mes-missions");
        }

        return await Charger(id) ? Page() : NotFound();
    }

    async Task<bool> Charger(long id)
    {
        Db.ChangeTracker.Clear();
        if (await RepondreALaProposition.Siennes(Db, Contexte.CompteId!.Value).AsNoTracking().Include(m => m.Agent).FirstOrDefaultAsync(m => m.Id == id, Ct) is not { } mission)
        {
            return false;
        }

        Mission = mission;
        var ecole = await Db.Etablissements.AsNoTracking().FirstAsync(e => e.Uai == mission.Agent!.Uai, Ct);
        Lieu = mission.EstImp ? await Db.Circonscriptions.Where(c => c.Code == mission.CirconscriptionCode).Select(c => c.Nom).FirstAsync(Ct) : ecole.Denomination;
        Echeances = await Db.EcheancesPremierDegre.AsNoTracking().Where(e => e.MissionId == id).OrderBy(e => e.Rang).ToListAsync(Ct);
        var plan = await PlanPremierDegre.Charger(Db, ecole.AcademieCode, mission.EstImp ? [mission.Porteur] : [], mission.EstImp ? [] : [mission.Porteur], mission.AnneeScolaire, horloge.Aujourdhui, Ct);
        Db.ChangeTracker.Clear();
        Decision = plan.Juger(plan.Missions.First(m => m.Id == id));
        Raisons = Explication.De(Decision);
        return true;
    }
}
