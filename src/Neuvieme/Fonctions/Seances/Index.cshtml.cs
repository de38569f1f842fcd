using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Seances;

/// <summary>Les heures du Pacte, personne par personne, et semaine par semaine ce qui reste à confirmer.</summary>
[Acces(Role.ChefEtablissement, Role.DirecteurEcole)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageNeuvieme(db, contexte)
{
    public sealed record Ligne(Seance Seance, string Qui, string Quoi);

    public sealed record Semaine(DateOnly Lundi, IReadOnlyList<Ligne> Lignes);

    public IReadOnlyList<Compteur> Compteurs { get; private set; } = [];
    public IReadOnlyList<Semaine> AConfirmer { get; private set; } = [];
    public IReadOnlyList<Ligne> Decidees { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Compteurs = await PorteeSeances.Compteurs(Db, PorteeSeances.Dirigees(Db, Contexte), Ct);
        var lignes = Compteurs.SelectMany(c => c.Seances.Select(s => new Ligne(s, c.Mission.Agent!.NomDeCivilite, c.Mission.Intitule))).ToList();
        AConfirmer = [.. lignes.Where(l => l.Seance.Etat == EtatSeance.Declaree).GroupBy(l => LundiDe(l.Seance.Le)).OrderBy(g => g.Key)
            .Select(g => new Semaine(g.Key, [.. g.OrderBy(l => l.Seance.Le).ThenBy(l => l.Seance.Debut).ThenBy(l => l.Qui, StringComparer.Ordinal)]))];
        Decidees = [.. lignes.Where(l => l.Seance.Etat != EtatSeance.Declaree).OrderByDescending(l => l.Seance.Le).ThenByDescending(l => l.Seance.Debut).Take(50)];
    }

    static DateOnly LundiDe(DateOnly jour) => jour.AddDays(-(((int)jour.DayOfWeek + 6) % 7));
}
