using Microsoft.AspNetCore.Mvc;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Repartition;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Enveloppes;

[Acces(Role.ChefEtablissement)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageNeuvieme(db, contexte)
{
    public Plan Plan { get; private set; } = null!;
    public IReadOnlyList<DemandeComplement> Demandes { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Plan = await Contexte.Plan(Ct);
        Demandes = await Contexte.Lire(() => DemandeComplement.Lire(Db, Contexte.Etablissement.Uai, Contexte.Annee, Ct));
    }

    public async Task<IActionResult> OnGetCsvAsync()
    {
        Plan = await Contexte.Plan(Ct);
        var cumul = 0;
        var lignes = Plan.LignesEnveloppe.Select(l => new[]
        {
            Francais.DateBreve(l.NotifieeLe), l.Genre.Libelle(), l.Motif, l.Auteur, Decimal(l.Quarts), Decimal(cumul += l.Quarts), new Quotite(cumul).EnMontant().Nombre(),
        });
        return File(Csv.Ecrire(["Date", "Genre", "Motif", "Par", "IMP", "Enveloppe (IMP)", "Enveloppe (€)"], lignes), Csv.Type, $"enveloppe-{Plan.Etablissement.Uai}-{Plan.Annee}.csv");
    }

    static string Decimal(int quarts) => (quarts / 4m).ToString("0.##").Replace('.', ',');
}
