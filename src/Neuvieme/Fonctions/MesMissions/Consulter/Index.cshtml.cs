using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Avenants;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Lettres;
using Neuvieme.Fonctions.Parametres;
using Neuvieme.Fonctions.Repartition;
using Neuvieme.Fonctions.Suivi;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.MesMissions.Consulter;

[Acces(Role.Agent)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, Horloge horloge, Plans plans) : PageNeuvieme(db, contexte)
{
    public MaMission Mission { get; private set; } = null!;
    public Decision? Decision { get; private set; }
    public IReadOnlyList<Etape> Raisons { get; private set; } = [];
    /// <summary>Ce que la personne a dit de la lettre ; <see cref="Facultative"/> dit si on le lui demande.</summary>
    public bool? Souhait { get; private set; }
    public bool Facultative { get; private set; }
    /// <summary>Absences, remplacements, arrêt : ce qui change ce qui est dû.</summary>
    public IReadOnlyList<string> Interruptions { get; private set; } = [];
    /// <summary>Ce que le chef a demandé au rectorat et qui ne vaut pas encore.</summary>
    public IReadOnlyList<string> AViser { get; private set; } = [];
    /// <summary>Le dernier avenant dont le rectorat a décidé, quand il refuse.</summary>
    public Avenant? AvenantDefavorable { get; private set; }
    /// <summary>Ce que le rectorat a arrêté ou transféré, et pourquoi.</summary>
    public IReadOnlyList<Interruption> Visees { get; private set; } = [];
    /// <summary>Un arrêt qui tient à elle, demandé et pas encore décidé : elle s'explique.</summary>
    public Interruption? AObserver { get; private set; }
    /// <summary>Comment contester une décision défavorable ; vide quand il n'y en a pas.</summary>
    public string Recours { get; private set; } = "";
    /// <summary>L'avenant qui attend sa réponse.</summary>
    public long? AvenantALire { get; private set; }
    public DateOnly Jour => horloge.Aujourdhui;

    public async Task<IActionResult> OnGetAsync(long id) => await Charger(id) ? Page() : NotFound();

    async Task<bool> Charger(long id)
    {
        if ((await MaMission.Charger(Db, Contexte.CompteId!.Value, id, Ct)) is not [var mission])
        {
            return false;
        }

        Mission = mission;
        Facultative = mission.LettreEtablieLe is null && mission.Attribution.Etat.AUnAccord() && await LettreFacultative.Dans(Db, mission.Etablissement.AcademieCode, horloge.Aujourdhui, Ct);
        Souhait = Facultative ? await Db.SouhaitsDeLettre.Where(s => s.AttributionId == id).Select(s => (bool?)s.Veut).FirstOrDefaultAsync(Ct) : null;
        var plan = await plans.Lire(Db, mission.Etablissement, mission.Annee, horloge.Aujourdhui, Ct);
        var attribution = plan.Attributions.First(a => a.Id == id);
        var avenants = mission.Attribution.Etat != EtatAttribution.Validee ? [] : await Db.Avenants.AsNoTracking().Where(a => a.AttributionId == id).OrderBy(a => a.Numero).ToListAsync(Ct);
        AvenantALire = avenants.FirstOrDefault(a => a.Etat == EtatAvenant.AccordDemande)?.Id;
        AvenantDefavorable = avenants.LastOrDefault(a => a.DecideLe is not null) is { Etat: EtatAvenant.Refuse } refuse ? refuse : null;
        Interruptions = [.. plan.Interruptions[id].Select((i, rang) => rang == 0 ? char.ToUpperInvariant(i.Phrase[0]) + i.Phrase[1..] : i.Phrase)];
        Visees = [.. plan.Interruptions[id].Where(i => i.Visa == EtatDuVisa.Vise)];
        AObserver = plan.AViser[id].FirstOrDefault(i => i is { Genre: GenreDInterruption.Arret, TientALaPersonne: true, AnnulationDemandeeUtc: null });
        Recours = Visees.Count > 0 || AvenantDefavorable is not null || mission.EstRefuseeOuReprise ? await VoiesDeRecours.Lire(Db, mission.Etablissement.AcademieCode, Jour, Ct) : "";
        AViser = [.. plan.AViser[id].Select(i => $"{i.Phrase} ({i.Attente()})")];
        Decision = plan.Controler(plan.Missions.First(m => m.Id == attribution.MissionId), attribution);
        // Si les faits ont changé depuis la validation, le raisonnement présent n'est plus celui qui l'a fondée : il est dans la lettre.
        Raisons = attribution.Etat == EtatAttribution.Validee && Decision.Issue != Issue.Accordee ? [] : Explication.De(Decision);
        return true;
    }
}
