using Microsoft.AspNetCore.Mvc;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Repartition;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Enveloppes.DemanderComplement;

[Acces(Role.ChefEtablissement)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageNeuvieme(db, contexte)
{
    [BindProperty]
    public int Quarts { get; set; }

    [BindProperty]
    public string Motif { get; set; } = "";

    [BindProperty]
    public Guid CleSaisie { get; set; }

    public Plan Plan { get; private set; } = null!;
    public IReadOnlyList<DemandeComplement> Demandes { get; private set; } = [];
    public DemandeComplement? EnAttente => Demandes.FirstOrDefault(d => d.Etat == EtatComplement.EnAttente);

    public async Task OnGetAsync()
    {
        await Charger();
        CleSaisie = Guid.NewGuid();
        // Ce qui manque à la répartition, si elle dépasse ; sinon une IMP.
        Quarts = Math.Clamp(-Plan.Chiffres.Libre, 4, DemanderUnComplement.Plafond);
    }

    public Task<IActionResult> OnPostAsync() => Faire(() => new DemanderUnComplement(Quarts, Motif, CleSaisie).Executer(Db, Contexte.Etablissement.Uai, Contexte.Annee, Contexte.Auteur, Ct),
        $"Votre demande de {new Quotite(Quarts)} IMP ({Rendu.Euros(new Quotite(Quarts).EnMontant())}) est partie au rectorat.");

    public Task<IActionResult> OnPostRetirerAsync(long id) => Faire(() => new RetirerLaDemande(id).Executer(Db, Contexte.Etablissement.Uai, Contexte.Auteur, Ct), "Votre demande est retirée.");

    async Task<IActionResult> Faire(Func<Task<IReadOnlyList<Refus>>> action, string message)
    {
        if (await Tenter(action))
        {
            Message = message;
            return Redirect("/enveloppes/demander-complement");
        }

        await Charger();
        return Page();
    }

    async Task Charger()
    {
        Plan = await Contexte.Plan(Ct);
        Demandes = await Contexte.Lire(() => DemandeComplement.Lire(Db, Contexte.Etablissement.Uai, Contexte.Annee, Ct));
    }
}
