using Microsoft.AspNetCore.Mvc;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Documents;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Seances.Telecharger;

/// <summary>Chaque séance sur une ligne, du jour le plus ancien au plus récent.</summary>
[Acces(Role.ChefEtablissement, Role.DirecteurEcole)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageNeuvieme(db, contexte)
{
    public async Task<IActionResult> OnGetAsync()
    {
        var compteurs = await PorteeSeances.Compteurs(Db, PorteeSeances.Dirigees(Db, Contexte), Ct);
        var lignes = compteurs.SelectMany(c => c.Seances, (c, s) => (c, s)).OrderBy(x => x.s.Le).ThenBy(x => x.s.Debut).ThenBy(x => x.c.Mission.Agent!.NomPourListe, StringComparer.Ordinal)
            .Select(x => (IReadOnlyList<Cellule>)[
                x.c.Mission.Agent!.NomUsage, x.c.Mission.Agent.Prenom, x.c.Mission.Intitule, (DateOnly?)x.s.Le, x.s.Heure, x.s.Duree,
                x.s.Classe, x.s.Remplace, x.s.Etat switch { EtatSeance.Confirmee => "confirmée", EtatSeance.Ecartee => "écartée", _ => "à confirmer" }, x.s.Motif]).ToList();
        var tableau = new Tableau("Heures du Pacte", $"Heures du Pacte {Contexte.Annee}",
            [new("Nom", 20), new("Prénom", 18), new("Part", 36), new("Jour", 12), new("Début", 10), new("Durée", 12), new("Classe", 14), new("Remplace", 24), new("État", 14), new("Motif", 30)], lignes, []);
        return File(FichierCsv.Ecrire(tableau), FichierCsv.TypeMime, $"heures-pacte_{Contexte.Active?.Etablissement?.Uai}_{Contexte.Annee}.csv");
    }
}
