using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Lettres;
using Neuvieme.Fonctions.Parametres;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.MissionsDirectes;

/// <summary>La mission vue de la personne à qui elle est proposée : elle lit, répond, suit.</summary>
public abstract class PageMaMission(NeuviemeDb db, Contexte contexte, Horloge horloge) : PageNeuvieme(db, contexte)
{
    public MissionDirecte Mission { get; private set; } = null!;
    public string Lieu { get; private set; } = "";
    public Decision Decision { get; private set; } = null!;
    public IReadOnlyList<Etape> Raisons { get; private set; } = [];
    public IReadOnlyList<EcheanceDirecte> Echeances { get; private set; } = [];
    public DateOnly Jour => horloge.Aujourdhui;
    /// <summary>Sa lettre, si elle engage : à signer, signée, ou établie.</summary>
    public Lettre? Lettre { get; private set; }
    /// <summary>Comment contester une décision défavorable ; vide quand il n'y en a pas.</summary>
    public string Recours { get; private set; } = "";

    public abstract string Adresse(long id);

    /// <summary>Parmi ses missions, celles que cette page montre.</summary>
    protected abstract IQueryable<MissionDirecte> Siennes { get; }

    public async Task<IActionResult> OnGetAsync(long id) => await Charger(id) ? Page() : NotFound();

    public Task<IActionResult> OnPostAsync(long id, int version, [Required(ErrorMessage = "Choisissez votre réponse.")] bool? accepte) =>
        Repondre(id, new(new(id, version), accepte == true), accepte == true ? "Votre accord est enregistré." : "C’est noté : vous ne donnez pas suite.");

    public Task<IActionResult> OnPostModificationAsync(long id, int version, [Required(ErrorMessage = "Écrivez ce que vous voudriez changer.")] string? modification) =>
        Repondre(id, new(new(id, version), false) { Modification = (modification ?? "").Trim() }, "Votre demande est transmise à qui vous propose la mission, et à lui seul.");

    async Task<IActionResult> Repondre(long id, RepondreALaProposition reponse, string message)
    {
        if (!await Siennes.AnyAsync(m => m.Id == id, Ct))
        {
            return NotFound();
        }

        if (await Tenter(() => reponse.Executer(Db, Contexte.CompteId!.Value, Contexte.Auteur, Ct)))
        {
            Message = message;
            return Redirect(reponse.Accepte ? Adresse(id) : "/mes-missions");
        }

        return await Charger(id) ? Page() : NotFound();
    }

    async Task<bool> Charger(long id)
    {
        Db.ChangeTracker.Clear();
        if (await Siennes.AsNoTracking().Include(m => m.Agent).FirstOrDefaultAsync(m => m.Id == id, Ct) is not { } mission)
        {
            return false;
        }

        Mission = mission;
        var lieu = await Db.Etablissements.AsNoTracking().FirstAsync(e => e.Uai == (mission.Uai ?? mission.Agent!.Uai), Ct);
        Lieu = mission.Dispositif switch
        {
            DispositifDirect.ImpPremierDegre => await Db.Circonscriptions.Where(c => c.Code == mission.CirconscriptionCode).Select(c => c.Nom).FirstAsync(Ct),
            DispositifDirect.Academique => await Db.Academies.Where(a => a.Code == mission.AcademieCode).Select(a => "académie " + a.Libelle).FirstAsync(Ct),
            _ => lieu.Denomination,
        };
        Echeances = await Db.EcheancesDirectes.AsNoTracking().Where(e => e.MissionId == id).OrderBy(e => e.Rang).ToListAsync(Ct);
        Lettre = await Db.Lettres.AsNoTracking().DuCompte(Contexte.CompteId).QuiEngagent().Include(l => l.Signatures).Du(id, directe: true).Where(l => l.Etat != EtatLettre.SansEffet).OrderByDescending(l => l.Numero).FirstOrDefaultAsync(Ct);
        var plan = await PlanDirect.Charger(Db, lieu.AcademieCode, Porteurs.De(mission), mission.AnneeScolaire, horloge.Aujourdhui, Ct);
        Db.ChangeTracker.Clear();
        Decision = plan.Juger(plan.Missions.First(m => m.Id == id));
        Raisons = Explication.De(Decision);
        Recours = mission.Etat == EtatAttribution.Refusee || FilDirect.EstReprise(mission) ? await VoiesDeRecours.Lire(Db, lieu.AcademieCode, Jour, Ct) : "";
        return true;
    }
}
