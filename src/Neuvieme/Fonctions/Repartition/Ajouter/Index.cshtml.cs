using Microsoft.AspNetCore.Mvc;
using Neuvieme.Droit.ImpSecondDegre;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Repartition.Ajouter;

[Acces(Role.ChefEtablissement)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : FormulaireMission(db, contexte)
{
    public async Task<IActionResult> OnGetAsync(string? code)
    {
        await ChargerPlan();
        if (Nomenclature.DeCode(code) is { } fiche)
        {
            Saisie = new()
            {
                CleSaisie = Guid.NewGuid(), Code = fiche.Code, Intitule = fiche.Libelle, Contenu = string.Join('\n', fiche.Contenu), Parts = [new() { Centimes = TauxPropose(fiche) }],
                Duree = fiche.Mission is Droit.ImpSecondDegre.Mission.Voyages or Droit.ImpSecondDegre.Mission.MissionPonctuelle ? Duree.Ponctuelle : Duree.AnneeEntiere,
            };
        }

        return Page();
    }

    /// <summary>Le premier taux usuel que le droit ne refuse pas ici : pour l'EPS, celui que l'effectif rend dû.</summary>
    long TauxPropose(FicheMission fiche)
    {
        var essai = new Mission { Uai = Contexte.Etablissement.Uai, Annee = Contexte.Annee.Debut, Code = fiche.Code, Intitule = "" };
        var usuels = Taux.Where(t => fiche.Usage(t) == UsageTaux.Usuel).Select(t => t.Montant.Centimes).ToList();
        foreach (var centimes in usuels)
        {
            var part = new Attribution { Uai = essai.Uai, Annee = essai.Annee, Centimes = centimes };
            if (!Plan.Controler(essai, part).Motifs.Any(m => m is { Rubrique: Droit.Rubrique.Taux, Gravite: Droit.Gravite.Refus }))
            {
                return centimes;
            }
        }

        return usuels.Count > 0 ? usuels[0] : Taux[2].Montant.Centimes;
    }
}
