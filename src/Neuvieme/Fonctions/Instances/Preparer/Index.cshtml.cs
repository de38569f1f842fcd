using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Repartition;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;
using Mission = Neuvieme.Fonctions.Repartition.Mission;

namespace Neuvieme.Fonctions.Instances.Preparer;

/// <summary>Une mission à cocher, et ce qu'il faut en savoir avant de la présenter.</summary>
public sealed record Choix(long MissionId, string Intitule, string Taux, string Precision, bool Coche);

[Acces(Role.ChefEtablissement, Role.Secretariat)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageNeuvieme(db, contexte)
{
    [BindProperty(SupportsGet = true)]
    public Instance Instance { get; set; }

    /// <summary>Seulement ce qui a changé depuis que l'instance l'a vu.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Complement { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "Indiquez la date prévue de la séance.")]
    public DateOnly? SeanceLe { get; set; }

    [BindProperty]
    public bool Nominatif { get; set; }

    [BindProperty]
    public List<long> Missions { get; set; } = [];

    [BindProperty]
    public Guid? CleSaisie { get; set; }

    [BindProperty]
    public string? Lu { get; set; }

    public Plan Plan { get; private set; } = null!;
    public IReadOnlyList<Choix> Choix { get; private set; } = [];
    public int Accords { get; private set; }
    public bool NomRetire { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        CleSaisie = Guid.NewGuid();
        await Charger();
        if (Noms.SansConseils(Plan) != (Instance == Instance.Enseignants))
        {
            return Redirect("/instances");
        }

        Missions = [.. Choix.Where(c => c.Coche).Select(c => c.MissionId)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var action = new PreparerDossier(Instance, SeanceLe ?? default, Missions, Complement, Nominatif && Contexte.Decide, CleSaisie, Lu);
        if (await Tenter(() => action.Executer(Db, Contexte.Etablissement, Contexte.Annee, Contexte.Auteur, Ct)))
        {
            Message = "Le dossier est prêt : relisez-le, puis téléchargez-le.";
            return Redirect($"/instances/dossier/{action.Id}");
        }

        await Charger();
        return Page();
    }

    async Task Charger()
    {
        Plan = await Contexte.Plan(Ct);
        var lignes = PlanPresente.De(Plan);
        NomRetire = lignes.Any(l => l.NomRetire);
        Accords = Plan.Attributions.Count(a => Attributions.Transitions.AUnAccord(a.Etat));
        Choix = Complement
            ? [.. PlanPresente.Ecarts(Plan, Instance).Select(e => new Choix(e.Ligne.MissionId, e.Ligne.Intitule, e.Phrase.Split(" : ", 2)[0] + " · effet " + e.EffetEcrit, e.Changements.Count > 0 ? string.Join(" ; ", e.Changements) : string.Join(" + ", e.Ligne.TauxNommes(Plan.Annee)), true))]
            : Toutes(lignes);
    }

    List<Choix> Toutes(IReadOnlyList<LignePresentee> lignes)
    {
        var missions = Plan.Missions.ToDictionary(m => m.Id);
        bool Vue(LignePresentee l) => Instance == Instance.Enseignants ? Plan.Informations.Any(i => i.APorteSur(missions[l.MissionId])) : Plan.AvisVus.Any(a => a.Avis.Instance == Instance && a.APorteSur(missions[l.MissionId]));
        bool SansPedagogique(LignePresentee l) => Instance == Instance.ConseilAdministration && Plan.AvisSur(missions[l.MissionId]).ConseilPedagogique is null;
        // Le conseil ne délibère pas sur ce que les textes refusent ; une part trop chère pour l'enveloppe se présente, elle se corrige encore.
        string? Refusee(Mission m) => Instance == Instance.Enseignants ? null : m.Attributions.SelectMany(a => Plan.Controler(m, a).Motifs).FirstOrDefault(r => r is { Gravite: Gravite.Refus, Rubrique: not (Rubrique.Enveloppe or Rubrique.Procedure or Rubrique.Paiement) }) is { } motif ? "refusée par les textes : " + motif.Phrase : null;
        var toutesVues = lignes.All(Vue);
        return [.. lignes.Select(l => new Choix(l.MissionId, l.Intitule, string.Join(" + ", l.TauxNommes(Plan.Annee)),
            Refusee(missions[l.MissionId]) is { } refus ? refus : SansPedagogique(l) ? "pas encore vue par le conseil pédagogique : il la voit d’abord" : Vue(l) ? "déjà présentée" : "", (toutesVues || !Vue(l)) && Refusee(missions[l.MissionId]) is null))];
    }
}
