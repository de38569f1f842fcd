using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Parametres;

[Acces(Role.GestionnaireRectorat, Role.Recteur)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, Horloge horloge) : PageNeuvieme(db, contexte)
{
    public IReadOnlyList<Parametre> Lignes { get; private set; } = [];
    public bool PeutModifier => Contexte.Role == Role.Recteur;
    public DateOnly Jour => horloge.Aujourdhui;

    /// <summary>La décision de l'académie qui vaut ce jour ; nulle tant que la lecture du droit s'applique.</summary>
    public Parametre? EnCours(CleParametre cle) => Lignes.LastOrDefault(l => l.Cle == cle && l.Depuis <= Jour);

    public async Task OnGetAsync() => Lignes = await Lire();

    public async Task<IActionResult> OnGetCsvAsync()
    {
        Lignes = await Lire();
        var lignes = Lignes.Select(l => (l, Fiche: FicheParametre.De(l.Cle)!)).Select(x => new[]
        {
            x.Fiche.Nom, x.Fiche.Dire(x.l.Valeur), Francais.DateBreve(x.l.Depuis), x.l.Motif, x.l.Auteur, Francais.DateBreve(Horloge.AParis(x.l.InstantUtc)),
        });
        return File(Csv.Ecrire(["Paramètre", "Valeur", "À compter du", "Motif", "Auteur", "Décidé le"], lignes), Csv.Type, $"parametres-{Contexte.AcademieCode}.csv");
    }

    Task<List<Parametre>> Lire()
    {
        var academie = Contexte.AcademieCode;
        return Db.Parametres.AsNoTracking().Where(p => p.AcademieCode == academie).OrderBy(p => p.Depuis).ThenBy(p => p.Id).ToListAsync(Ct);
    }
}
