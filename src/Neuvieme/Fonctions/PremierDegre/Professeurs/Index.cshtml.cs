using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Comptes.Creer;
using Neuvieme.Fonctions.Personnels;
using Neuvieme.Fonctions.Personnels.OuvrirAcces;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Courrier;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.PremierDegre.Professeurs;

[Acces(Role.DirecteurEcole)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, ReglagesCourrier courrier) : PageNeuvieme(db, contexte)
{
    public sealed class Formulaire
    {
        public string? Civilite { get; set; }
        public string? Nom { get; set; }
        public string? Prenom { get; set; }
        public Corps Corps { get; set; } = Corps.ProfesseurDesEcoles;
        public string? Courriel { get; set; }
    }

    public sealed record Ligne(Agent Agent, bool Presente, bool AUneMission);

    [BindProperty]
    public Formulaire Saisie { get; set; } = new();

    public IReadOnlyList<Ligne> Lignes { get; private set; } = [];
    public CompteCree? Cree { get; private set; }

    string Uai => Contexte.Etablissement.Uai;

    public Task OnGetAsync() => Charger();

    public async Task<IActionResult> OnPostAsync()
    {
        var action = new AjouterProfesseur(Uai, Contexte.Annee, Saisie.Civilite ?? "", Saisie.Nom ?? "", Saisie.Prenom ?? "", Saisie.Corps, Saisie.Courriel ?? "");
        if (await Tenter(() => action.Executer(Db, Contexte.Auteur, Ct)))
        {
            Message = $"{action.Prenom.Trim()} {action.Nom.Trim()} est inscrit à la liste de l’école.";
            return Redirect("/premier-degre/professeurs");
        }

        await Charger();
        return Page();
    }

    public async Task<IActionResult> OnPostDepartAsync(long id, bool presente)
    {
        if (!await Db.Agents.AnyAsync(a => a.Id == id && a.Uai == Uai, Ct))
        {
            return NotFound();
        }

        if (await Tenter(() => new NoterDepart(Uai, Contexte.Annee, id, presente).Executer(Db, Contexte.Auteur, Ct)))
        {
            Message = presente ? "C’est noté : la personne est dans l’école cette année." : "C’est noté : la personne n’est plus dans l’école cette année.";
            return Redirect("/premier-degre/professeurs");
        }

        await Charger();
        return Page();
    }

    public async Task<IActionResult> OnPostOuvrirAsync(long id)
    {
        if (await Db.Agents.AsNoTracking().FirstOrDefaultAsync(a => a.Id == id && a.Uai == Uai, Ct) is not { } agent)
        {
            return NotFound();
        }

        var action = new OuvrirLAcces(id, agent.Courriel ?? "", courrier.Mode != ModeCourrier.Aucun);
        if (await Tenter(() => action.Executer(Db, Uai, Contexte.Auteur, Ct)))
        {
            // Sans redirection : le mot de passe provisoire ne passe que dans cette réponse.
            Cree = action.Resultat;
        }

        await Charger();
        return Page();
    }

    async Task Charger()
    {
        var (uai, annee) = (Uai, Contexte.Annee.Debut);
        var agents = await Db.Agents.AsNoTracking().Where(a => a.Uai == uai).OrderBy(a => a.NomUsage).ThenBy(a => a.Prenom).ThenBy(a => a.Id)
            .Select(a => new { Agent = a, Absente = a.Affectations.Any(x => x.Annee == annee && !x.Presente) }).ToListAsync(Ct);
        // Seulement les parts de cette école : une IMP se décide ailleurs, et ne regarde pas le directeur.
        var tenues = await Db.MissionsDirectes.Where(m => m.Uai == uai && m.Annee == annee && m.Etat == EtatAttribution.Validee).Select(m => m.AgentId).Distinct().ToListAsync(Ct);
        Lignes = [.. agents.Select(a => new Ligne(a.Agent, !a.Absente, tenues.Contains(a.Agent.Id)))];
    }
}
