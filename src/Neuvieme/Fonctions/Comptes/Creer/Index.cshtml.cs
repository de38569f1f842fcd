using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Comptes.Creer;

[Acces(Role.Administrateur)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, Horloge horloge) : PageNeuvieme(db, contexte)
{
    public sealed class Formulaire
    {
        public string? Courriel { get; set; }
        public string? Nom { get; set; }
        public Role Role { get; set; } = Role.ChefEtablissement;
        public string? Uai { get; set; }
        public string? Academie { get; set; }
        public string? Circonscription { get; set; }
        public DateOnly? Debut { get; set; }
        public DateOnly? Fin { get; set; }
    }

    [BindProperty]
    public Formulaire Saisie { get; set; } = new();

    public IReadOnlyList<Academie> Academies { get; private set; } = [];
    public IReadOnlyList<Circonscription> Circonscriptions { get; private set; } = [];
    public CompteCree? Cree { get; private set; }

    public async Task OnGetAsync()
    {
        Saisie.Debut = horloge.Aujourdhui;
        await Charger();
    }

    public async Task OnPostAsync()
    {
        await Charger();
        var action = new CreerCompte(Saisie.Courriel ?? "", Saisie.Nom ?? "", Saisie.Role, Saisie.Uai, Saisie.Academie, Saisie.Debut, Saisie.Fin, Saisie.Circonscription);
        if (ModelState.IsValid && await Tenter(async () =>
            [.. (await action.Executer(Db, Contexte.Auteur, Ct)).Select(r => r with { Champ = "Saisie." + r.Champ })]))
        {
            // Sans redirection : le mot de passe ne passe que dans cette réponse, jamais par un cookie ni par la base.
            Cree = action.Resultat;
        }
    }

    async Task Charger()
    {
        Academies = await Db.Academies.AsNoTracking().OrderBy(a => a.Libelle).ToListAsync(Ct);
        Circonscriptions = await Db.Circonscriptions.AsNoTracking().OrderBy(c => c.Nom).ToListAsync(Ct);
    }
}
