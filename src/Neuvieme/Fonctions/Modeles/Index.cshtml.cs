using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Modeles;

[Acces(Role.GestionnaireRectorat, Role.Recteur)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageNeuvieme(db, contexte)
{
    public sealed record LigneDeModele(FicheModele Fiche, VersionDeModele? EnVigueur, VersionDeModele? Brouillon);

    public IReadOnlyList<LigneDeModele> Lignes { get; private set; } = [];
    public bool PeutPublier => Contexte.Role == Role.Recteur;

    public async Task OnGetAsync()
    {
        var academie = Contexte.AcademieCode;
        var versions = (await Db.VersionsDeModele.AsNoTracking().Where(v => v.AcademieCode == academie && v.Etat != EtatDeVersion.Remplacee).ToListAsync(Ct)).ToLookup(v => v.Modele);
        Lignes = [.. FicheModele.Toutes.Select(f => new LigneDeModele(f, versions[f.Cle].FirstOrDefault(v => v.Etat == EtatDeVersion.Publiee), versions[f.Cle].FirstOrDefault(v => v.Etat == EtatDeVersion.Brouillon)))];
    }
}
