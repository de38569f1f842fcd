using Microsoft.EntityFrameworkCore;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Modeles;

/// <summary>Les pages d'un modèle : ses versions dans l'académie de la personne, la plus récente d'abord.</summary>
public abstract class PageModele(NeuviemeDb db, Contexte contexte) : PageNeuvieme(db, contexte)
{
    public FicheModele Fiche { get; private set; } = null!;
    public IReadOnlyList<VersionDeModele> Versions { get; private set; } = [];
    public VersionDeModele? Brouillon => Versions.FirstOrDefault(v => v.Etat == EtatDeVersion.Brouillon);
    public VersionDeModele? EnVigueur => Versions.FirstOrDefault(v => v.Etat == EtatDeVersion.Publiee);
    public bool PeutPublier => Contexte.Role == Comptes.Role.Recteur;

    /// <summary>Faux si ce modèle n'existe pas.</summary>
    protected async Task<bool> Charger(string? modele)
    {
        if (FicheModele.De(modele) is not { } fiche)
        {
            return false;
        }

        Fiche = fiche;
        var academie = Contexte.AcademieCode;
        Versions = await Db.VersionsDeModele.AsNoTracking().Where(v => v.AcademieCode == academie && v.Modele == fiche.Cle).OrderByDescending(v => v.Etat == EtatDeVersion.Brouillon).ThenByDescending(v => v.Numero).ToListAsync(Ct);
        return true;
    }
}
