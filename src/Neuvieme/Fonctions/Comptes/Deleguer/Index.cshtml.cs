using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Comptes.Deleguer;

[Acces(Role.ChefEtablissement, Role.Recteur, Role.Administrateur, EnPropre = true)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, Horloge horloge) : PageNeuvieme(db, contexte)
{
    public sealed class Formulaire
    {
        public Role Role { get; set; } = Role.ChefEtablissement;
        public string? Uai { get; set; }
        public string? Academie { get; set; }
        public string? Courriel { get; set; }
        public FormeDeDelegation Forme { get; set; }
        public DateOnly? Debut { get; set; }
        public DateOnly? Fin { get; set; }
    }

    public sealed record Pressenti(string Nom, string Courriel);

    [BindProperty]
    public Formulaire Saisie { get; set; } = new();

    public IReadOnlyList<DelegationDite> Toutes { get; private set; } = [];
    public IReadOnlyList<Pressenti> Pressentis { get; private set; } = [];
    public IReadOnlyList<Academie> Academies { get; private set; } = [];
    public DateOnly Jour => horloge.Aujourdhui;
    public bool ChoisitLaPortee => Contexte.Role == Role.Administrateur;

    public async Task OnGetAsync()
    {
        Saisie.Debut = Jour;
        await Charger();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var visee = Visee;
        var (role, uai, academie) = visee is null ? (Saisie.Role, Saisie.Uai, Saisie.Academie) : (visee.Role, visee.Uai, visee.AcademieCode);
        var action = new DeleguerQualite(role, uai, academie, Saisie.Courriel ?? "", Saisie.Forme, Saisie.Debut, Saisie.Fin);
        if (await Tenter(async () => [.. (await action.Executer(Db, Contexte.Auteur, Ct)).Select(r => r.Champ.Length == 0 ? r : r with { Champ = "Saisie." + r.Champ })]))
        {
            Message = $"{action.Delegataire} agit {(Saisie.Forme == FormeDeDelegation.ParDelegation ? "par délégation" : "par intérim")} du {Francais.Date(Saisie.Debut!.Value)} au {Francais.Date(Saisie.Fin!.Value)} ; chaque acte le dira.";
            return Redirect("/comptes/deleguer");
        }

        await Charger();
        return Page();
    }

    /// <summary>Le chef et le recteur ne délèguent que ce qu'ils tiennent, où ils le tiennent ; l'administrateur le dit dans le formulaire.</summary>
    Habilitation? Visee => ChoisitLaPortee ? null : new() { Role = Contexte.Role!.Value, Uai = Contexte.Active!.Etablissement?.Uai, AcademieCode = Contexte.Active.Academie?.Code };

    async Task Charger()
    {
        Toutes = await Delegations.Lire(Db, Visee, Ct);
        if (Visee is { } visee)
        {
            Pressentis = await Delegations.Appuis(Db, visee, forme: null).Where(h => h.Fin == null || h.Fin >= Jour)
                .Join(Db.Users, h => h.CompteId, c => c.Id, (h, c) => new { c.NomAffiche, c.Email }).Distinct().OrderBy(c => c.NomAffiche).Take(50).Select(c => new Pressenti(c.NomAffiche, c.Email!)).ToListAsync(Ct);
        }
        else
        {
            Academies = await Db.Academies.AsNoTracking().OrderBy(a => a.Libelle).ToListAsync(Ct);
        }
    }
}
