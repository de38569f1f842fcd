using Microsoft.AspNetCore.Mvc;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Personnels;
using Neuvieme.Fonctions.Repartition;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Enveloppes.Convertir;

[Acces(Role.ChefEtablissement)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageNeuvieme(db, contexte)
{
    public sealed class Formulaire
    {
        public Guid CleSaisie { get; set; }
        public long MissionId { get; set; }
        public long AgentId { get; set; }
        public string Heures { get; set; } = "1";
        public DateOnly? Debut { get; set; }
        public DateOnly? AccordLe { get; set; }
        public string PieceAccord { get; set; } = "";
        public DateOnly? PropositionCaLe { get; set; }
        public DateOnly? DemandeDasenLe { get; set; }
        public DateOnly? EnseignantsInformesLe { get; set; }
    }

    [BindProperty]
    public Formulaire Saisie { get; set; } = new();

    public Plan Plan { get; private set; } = null!;

    /// <summary>Ce que le droit dit de la saisie à l'écran, quand elle est assez complète pour être jugée.</summary>
    public (Conversion Conversion, Decision Decision)? Essai { get; private set; }

    public IEnumerable<Affectation> Personnes => Plan.Affectations.Where(a => a.Presente && a.Agent?.Fonction != Fonction.Direction);
    public bool EstPublic => Plan.Etablissement.Secteur == Secteur.Public;

    public async Task OnGetAsync(long? mission, long? agent)
    {
        Plan = await Contexte.Plan(Ct);
        Saisie = new() { CleSaisie = Guid.NewGuid(), MissionId = mission ?? 0, AgentId = agent ?? 0 };
    }

    /// <summary>Montre ce que dit le droit et ce que cela coûte ; n'enregistre rien.</summary>
    public async Task<IActionResult> OnPostVerifierAsync()
    {
        Plan = await Contexte.Plan(Ct);
        var refus = Demande()?.Verifier(Plan) ?? [];
        Accepte(refus);
        Essayer();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Demande() is { } demande && await Tenter(() => demande.Executer(Db, Contexte.Etablissement, Contexte.Annee, Contexte.Auteur, Ct)))
        {
            Message = "La décharge est demandée et réservée sur l’enveloppe ; le recteur décide.";
            return Redirect("/enveloppes/convertir");
        }

        Plan = await Contexte.Plan(Ct);
        Essayer();
        return Page();
    }

    public async Task<IActionResult> OnPostRetirerAsync(long id, int version)
    {
        // Le formulaire de demande n'est pas envoyé ici : ses champs vides ne sont pas des fautes.
        ModelState.Clear();
        if (await Tenter(() => new RetirerLaConversion(id, version).Executer(Db, Contexte.Etablissement.Uai, Contexte.Auteur, Ct)))
        {
            Message = "La demande de décharge est retirée et l’enveloppe est rendue.";
            return Redirect("/enveloppes/convertir");
        }

        Plan = await Contexte.Plan(Ct);
        Saisie = new() { CleSaisie = Guid.NewGuid() };
        return Page();
    }

    ConvertirEnDecharge? Demande()
    {
        if (!Francais.LireCentiemes(Saisie.Heures, out var heures))
        {
            ModelState.AddModelError("Saisie.Heures", "Écrivez un nombre d’heures : 1, 2 ou 0,5.");
        }

        return !ModelState.IsValid ? null : new()
        {
            CleSaisie = Saisie.CleSaisie, MissionId = Saisie.MissionId, AgentId = Saisie.AgentId, HeuresCentiemes = heures ?? 0, Debut = Saisie.Debut, AccordLe = Saisie.AccordLe, PieceAccord = Saisie.PieceAccord,
            PropositionCaLe = Saisie.PropositionCaLe, DemandeDasenLe = Saisie.DemandeDasenLe, EnseignantsInformesLe = Saisie.EnseignantsInformesLe,
        };
    }

    void Essayer()
    {
        if (Francais.LireCentiemes(Saisie.Heures, out var heures) && heures > 0 && Plan.Missions.Any(m => m.Id == Saisie.MissionId) && Plan.Affectations.Any(a => a.AgentId == Saisie.AgentId))
        {
            var conversion = new ConvertirEnDecharge
            {
                CleSaisie = Saisie.CleSaisie, MissionId = Saisie.MissionId, AgentId = Saisie.AgentId, HeuresCentiemes = heures.Value, Debut = Saisie.Debut, AccordLe = Saisie.AccordLe, PieceAccord = Saisie.PieceAccord,
                PropositionCaLe = Saisie.PropositionCaLe, DemandeDasenLe = Saisie.DemandeDasenLe, EnseignantsInformesLe = Saisie.EnseignantsInformesLe,
            }.Preparer(Plan, Contexte.Auteur);
            Essai = (conversion, JugerLaConversion.De(Plan, conversion));
        }
    }
}
