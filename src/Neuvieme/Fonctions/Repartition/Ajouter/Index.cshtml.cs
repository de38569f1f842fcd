using Microsoft.AspNetCore.Mvc;
using Neuvieme.Droit.ImpSecondDegre;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Repartition.Ajouter;

[Acces(Role.ChefEtablissement)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, Horloge horloge) : FormulaireMission(db, contexte, horloge)
{
    public async Task<IActionResult> OnGetAsync(string? code)
    {
        await ChargerPlan();
        if (Nomenclature.DeCode(code) is { } fiche)
        {
            var usuel = Taux.FirstOrDefault(t => fiche.Usage(t) == UsageTaux.Usuel) ?? Taux[2];
            Saisie = new()
            {
                Code = fiche.Code, Intitule = fiche.Libelle, Contenu = string.Join('\n', fiche.Contenu), Parts = [new() { Centimes = usuel.Montant.Centimes }],
                Duree = fiche.Mission is Droit.ImpSecondDegre.Mission.Voyages or Droit.ImpSecondDegre.Mission.MissionPonctuelle ? Duree.Ponctuelle : Duree.AnneeEntiere,
            };
        }

        return Page();
    }
}
