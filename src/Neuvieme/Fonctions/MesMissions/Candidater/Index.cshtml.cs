using Microsoft.AspNetCore.Mvc;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Repartition;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.MesMissions.Candidater;

[Acces(Role.Agent)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, Horloge horloge, Plans plans) : PageNeuvieme(db, contexte)
{
    public IReadOnlyList<MissionLue> Missions { get; private set; } = [];

    public Task OnGetAsync() => Charger();

    public async Task<IActionResult> OnPostAsync(long mission, bool interesse, string? mot)
    {
        if (await Tenter(() => new SeDeclarer(mission, interesse, mot ?? "").Executer(Db, Contexte.CompteId!.Value, Contexte.Auteur, Ct)))
        {
            Message = interesse ? "Votre intérêt est noté. Votre chef d’établissement seul le voit ; vous pouvez le retirer tant que l’appel est ouvert." : "C’est retiré, il n’en reste rien.";
            return Redirect("/mes-missions/candidater");
        }

        await Charger();
        return Page();
    }

    async Task Charger()
    {
        List<MissionLue> lues = [];
        // Un plan par établissement où la personne exerce, gardé en mémoire ; rien de plus par mission.
        foreach (var lieu in (await SeDeclarer.Publiees(Db, Contexte.CompteId!.Value, horloge.Aujourdhui, Ct)).GroupBy(m => (m.Appel.Uai, m.Appel.Annee)))
        {
            lues.AddRange(MissionLue.De(await plans.Lire(Db, lieu.First().Etablissement, new(lieu.Key.Annee), horloge.Aujourdhui, Ct), lieu));
        }

        Missions = lues;
    }
}
