using Microsoft.AspNetCore.Mvc;
using Neuvieme.Droit;
using Neuvieme.Droit.ImpSecondDegre;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Parametres;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Documents;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Suivi.Telecharger;

[Acces(Role.ChefEtablissement, Role.Secretariat)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, Horloge horloge) : PageNeuvieme(db, contexte)
{
    public async Task<IActionResult> OnGetAsync()
    {
        var etablissement = Contexte.Etablissement;
        var parametres = await Parametre.DuJour(Db, etablissement.AcademieCode, horloge.Aujourdhui, Ct);
        var interruptions = Contexte.Decide ? [] : (await Interruption.Lire(Db, [etablissement.Uai], Contexte.Annee.Debut, Ct)).Select(i => i.Interruption).ToList();
        var lignes = (await LigneDeSuivi.Charger(Db, etablissement.Uai, Contexte.Annee, Ct)).Select(l => new LigneEcheancier(
            l.Agent.NomUsage, l.Agent.Prenom, $"{l.Agent.TypeSts} {l.Agent.IdSts}", l.Attribution.Mission!.Intitule + (l.EstRemplacant ? $" — remplace {l.Attribution.Agent!.NomComplet}" : ""),
            TauxImp.DeMontant(l.Attribution.Montant, Contexte.Annee.PremierJour)!, [.. l.Echeances.Select(e => new Echeance(e.Rang, e.MoisDePaie, e.Brut, e.NetEstime))])
        {
            Masquee = l.SuitUnConge(interruptions.Where(i => i.AttributionId == l.Attribution.Id)),
        }).ToList();
        var (brut, net) = TableauEcheancier.Construire(etablissement.Denomination, Contexte.Annee, lignes, parametres.PremierMois);
        return File(Classeur.Ecrire(brut, net), Classeur.TypeMime, $"echeancier_{etablissement.Uai}_{Contexte.Annee}.xlsx");
    }
}
