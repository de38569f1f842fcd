using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Travaux;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Travaux;

/// <summary>Qui voit un travail : le chef de l'établissement et le rectorat de son académie ; qui l'arrête : celui dont c'est la portée.</summary>
public static class TravauxVisibles
{
    public static IQueryable<Travail> De(NeuviemeDb db, Contexte contexte)
    {
        var siennes = Siennes(contexte);
        var academies = Academies(contexte);
        return db.Travaux.Where(t => siennes.Contains(t.Portee) || db.Etablissements.Any(e => e.Uai == t.Portee && academies.Contains(e.AcademieCode)));
    }

    public static IReadOnlyCollection<string> Siennes(Contexte contexte) =>
        [.. contexte.Habilitations.Where(h => h.Role == Role.ChefEtablissement && h.Etablissement is not null).Select(h => h.Etablissement!.Uai), .. Academies(contexte).Select(Academie.PorteeDe)];

    static string[] Academies(Contexte contexte) => [.. contexte.Habilitations.Where(h => h.Role is Role.GestionnaireRectorat or Role.Recteur && h.Academie is not null).Select(h => h.Academie!.Code)];
}
