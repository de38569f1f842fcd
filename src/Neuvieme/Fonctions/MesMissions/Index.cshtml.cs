using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Lettres;
using Neuvieme.Fonctions.MesMissions.Rattacher;
using Neuvieme.Fonctions.MissionsDirectes;
using Neuvieme.Fonctions.Parametres;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.MesMissions;

[Acces(Role.Agent)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, Horloge horloge) : PageNeuvieme(db, contexte)
{
    public IReadOnlyList<MaMission> Missions { get; private set; } = [];
    /// <summary>Parts du Pacte, missions académiques, IMP du premier degré.</summary>
    public IReadOnlyList<MissionDirecte> Directes { get; private set; } = [];
    /// <summary>Parmi elles, celles dont la lettre attend sa signature.</summary>
    public IReadOnlySet<long> LettresASigner { get; private set; } = new HashSet<long>();
    /// <summary>Celles d'autres, où la personne remplace.</summary>
    public IReadOnlyList<MonRemplacement> Remplacements { get; private set; } = [];
    /// <summary>Ceux que le rectorat n'a pas visés.</summary>
    public IReadOnlyList<RemplacementPropose> Proposes { get; private set; } = [];
    /// <summary>Signées, puis privées d'effet par le retrait de la décision.</summary>
    public IReadOnlyList<LettreGardee> Gardees { get; private set; } = [];
    public IReadOnlyList<MaDecharge> Decharges { get; private set; } = [];
    /// <summary>Comment contester une décharge refusée ou annulée.</summary>
    public string Recours { get; private set; } = "";
    public DateOnly Jour => horloge.Aujourdhui;

    /// <summary>Des fiches d'autres établissements attendent que la personne dise si ce sont les siennes.</summary>
    public int AReconnaitre { get; private set; }

    /// <summary>Ce que la personne tient la dernière année, quand c'est dans plusieurs établissements : elle et le rectorat sont seuls à le voir.</summary>
    public (AnneeScolaire Annee, int Etablissements, Montant Total)? Cumul
    {
        get
        {
            var derniere = Missions.Where(m => m.Attribution.Etat.Engage()).GroupBy(m => m.Annee).OrderByDescending(g => g.Key).FirstOrDefault();
            var lieux = derniere?.Select(m => m.Etablissement.Uai).Distinct().Count() ?? 0;
            return lieux > 1 ? (derniere!.Key, lieux, new Montant(derniere.Sum(m => m.Attribution.Centimes))) : null;
        }
    }

    public async Task OnGetAsync()
    {
        Missions = await Contexte.Lire(() => MaMission.Charger(Db, Contexte.CompteId!.Value, null, Ct));
        Remplacements = await MonRemplacement.Charger(Db, Contexte.CompteId!.Value, Ct);
        Proposes = await RemplacementPropose.Charger(Db, Contexte.CompteId!.Value, Ct);
        Decharges = await MaDecharge.Charger(Db, Contexte.CompteId!.Value, Ct);
        Recours = Decharges.Any(d => d.EstDefavorable) ? await VoiesDeRecours.Lire(Db, Contexte.AcademieCode, Jour, Ct) : "";
        Gardees = await LettreGardee.Charger(Db, Contexte.CompteId!.Value, Jour, Ct);
        AReconnaitre = (await FicheProposee.Chercher(Db, Contexte.CompteId!.Value, Ct)).Count;
        // Relues à chaque fois : une IMP se journalise à la circonscription, que la mémoire de l'agent ne suit pas.
        Directes = await RepondreALaProposition.Siennes(Db, Contexte.CompteId!.Value).AsNoTracking().OrderByDescending(m => m.Annee).ThenBy(m => m.Id).ToListAsync(Ct);
        if (Directes.Count > 0)
        {
            var lettres = await Db.Lettres.AsNoTracking().DuCompte(Contexte.CompteId).QuiEngagent().Include(l => l.Signatures).Where(l => l.MissionDirecteId != null && l.Etat == EtatLettre.ASigner).ToListAsync(Ct);
            LettresASigner = lettres.Where(l => l.Attendue == Partie.Agent).Select(l => l.MissionDirecteId!.Value).ToHashSet();
        }
    }
}
