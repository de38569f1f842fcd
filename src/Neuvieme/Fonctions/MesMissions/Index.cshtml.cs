using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.PremierDegre;
using Neuvieme.Fonctions.PremierDegre.MaMission;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.MesMissions;

[Acces(Role.Agent)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, Horloge horloge) : PageNeuvieme(db, contexte)
{
    public IReadOnlyList<MaMission> Missions { get; private set; } = [];
    /// <summary>Celles du premier degré : IMP du décret n° 2017-965 et parts du Pacte.</summary>
    public IReadOnlyList<MissionPremierDegre> PremierDegre { get; private set; } = [];
    public DateOnly Jour => horloge.Aujourdhui;

    public async Task OnGetAsync()
    {
        Missions = await Contexte.Lire(() => MaMission.Charger(Db, Contexte.CompteId!.Value, null, Ct));
        // Relues à chaque fois : une IMP se journalise à la circonscription, que la mémoire de l'agent ne suit pas.
        PremierDegre = await RepondreALaProposition.Siennes(Db, Contexte.CompteId!.Value).AsNoTracking().OrderByDescending(m => m.Annee).ThenBy(m => m.Id).ToListAsync(Ct);
    }
}
