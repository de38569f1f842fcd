using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Personnels.Modifier;

[Acces(Role.ChefEtablissement, Role.Secretariat)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageNeuvieme(db, contexte)
{
    public sealed class Formulaire
    {
        public int VersionAgent { get; set; }
        public int VersionAffectation { get; set; }
        public Fonction Fonction { get; set; }
        public Corps Corps { get; set; }
        public string? Courriel { get; set; }
        public bool? ServiceCompletCpge { get; set; }
        public bool EnseigneEps { get; set; }
        public string? HeuresEps { get; set; }
        public string? Maximum { get; set; }
        public string? Motif { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    [BindProperty]
    public Formulaire Saisie { get; set; } = new();

    public Affectation Affectation { get; private set; } = null!;
    public Agent Agent => Affectation.Agent!;
    public bool PeutAvoirCpge => Contexte.Etablissement.PeutAvoirCpge;

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await Charger())
        {
            return NotFound();
        }

        Saisie = new()
        {
            VersionAgent = Agent.Version, VersionAffectation = Affectation.Version, Fonction = Agent.Fonction, Corps = Agent.Corps, Courriel = Agent.Courriel,
            ServiceCompletCpge = Affectation.ServiceCompletCpge, EnseigneEps = Affectation.EnseigneEps,
            HeuresEps = Affectation.HeuresEpsCentiemes is { } h ? Francais.Centiemes(h) : "",
            Maximum = Affectation.MaximumServiceCentiemes is { } m ? Francais.Centiemes(m) : "",
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await Charger())
        {
            return NotFound();
        }

        if (!Francais.LireCentiemes(Saisie.HeuresEps, out var heures))
        {
            ModelState.AddModelError("Saisie.HeuresEps", "Écrivez les heures d’EPS en chiffres : 17 ou 17,5.");
        }

        if (!Francais.LireCentiemes(Saisie.Maximum, out var maximum))
        {
            ModelState.AddModelError("Saisie.Maximum", "Écrivez le maximum de service en chiffres : 20 ou 17,5.");
        }

        var action = new ModifierAgent(Id, Saisie.VersionAgent, Saisie.VersionAffectation, Saisie.Fonction, Saisie.Corps, Saisie.Courriel ?? "",
            PeutAvoirCpge ? Saisie.ServiceCompletCpge : Affectation.ServiceCompletCpge, Saisie.EnseigneEps, heures, maximum, Saisie.Motif ?? "");
        if (ModelState.IsValid && await Tenter(async () =>
            [.. (await action.Executer(Db, Contexte.Etablissement.Uai, Contexte.Annee, Contexte.Auteur, Ct)).Select(r => r with { Champ = r.Champ.Length == 0 ? "" : "Saisie." + r.Champ })]))
        {
            Message = $"La fiche de {Agent.NomDeCivilite} est enregistrée.";
            return Redirect("/personnels");
        }

        // La version relue laisse enregistrer de nouveau, en connaissance du changement que l'erreur vient de dire.
        ModelState.Remove("Saisie.VersionAgent");
        ModelState.Remove("Saisie.VersionAffectation");
        (Saisie.VersionAgent, Saisie.VersionAffectation) = (Agent.Version, Affectation.Version);
        return Page();
    }

    async Task<bool> Charger()
    {
        var (uai, annee) = (Contexte.Etablissement.Uai, Contexte.Annee.Debut);
        Affectation = (await Db.Affectations.AsNoTracking().Include(a => a.Agent).FirstOrDefaultAsync(a => a.AgentId == Id && a.Uai == uai && a.Annee == annee, Ct))!;
        return Affectation is not null;
    }
}
