using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Seances;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.MesSeances;

/// <summary>Sur un téléphone, entre deux cours : le jour, l'heure, la classe, et c'est déclaré.</summary>
[Acces(Role.Agent)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, Horloge horloge) : PageNeuvieme(db, contexte)
{
    [BindProperty]
    public long MissionId { get; set; }

    [BindProperty]
    public string? Le { get; set; }

    /// <summary>« 08:00 », comme l'envoie le champ d'heure.</summary>
    [BindProperty]
    public string? Debut { get; set; }

    [BindProperty]
    public int DemiHeures { get; set; } = 2;

    [BindProperty]
    public string? Classe { get; set; }

    [BindProperty]
    public string? Remplace { get; set; }

    public IReadOnlyList<Compteur> Compteurs { get; private set; } = [];
    public IReadOnlyList<string> Collegues { get; private set; } = [];
    public DateOnly Jour => horloge.Aujourdhui;

    /// <summary>La séance d'hier ressemble à celle d'aujourd'hui : même part, même heure, même classe.</summary>
    public async Task OnGetAsync()
    {
        await Charger();
        var derniere = Compteurs.SelectMany(c => c.Seances).Where(s => s.Compte).MaxBy(s => (s.DeclareeUtc, s.Id));
        MissionId = derniere?.MissionId ?? Compteurs.FirstOrDefault(c => c.Restent > 0)?.Mission.Id ?? 0;
        (Le, Debut) = (Jour.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), derniere is null ? "" : $"{derniere.Debut / 60:00}:{derniere.Debut % 60:00}");
        (DemiHeures, Classe) = (derniere?.DemiHeures ?? 2, derniere?.Classe);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var jour = DateOnly.TryParseExact(Le, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var lu) ? lu : (DateOnly?)null;
        var debut = TimeOnly.TryParseExact(Debut, ["HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var heure) ? (heure.Hour * 60) + heure.Minute : (int?)null;
        var action = new DeclarerSeance(MissionId, jour, debut, DemiHeures, Classe ?? "", Remplace ?? "");
        if (await Tenter(() => action.Executer(Db, Contexte.CompteId!.Value, Contexte.Auteur, Ct)))
        {
            Message = $"C’est déclaré : {Seance.Heures(DemiHeures)} le {Francais.Date(jour!.Value)}.";
            return Redirect("/mes-seances");
        }

        await Charger();
        return Page();
    }

    async Task Charger()
    {
        var annee = Contexte.Annee.Debut;
        Compteurs = await PorteeSeances.Compteurs(Db, PorteeSeances.Tenues(Db, Contexte.CompteId!.Value).Where(m => m.Annee == annee), Ct);
        var uais = Compteurs.Where(c => Compteur.EstRemplacement(c.Mission)).Select(c => c.Mission.Uai).Distinct().ToArray();
        Collegues = uais.Length == 0 ? [] : [.. (await Db.Affectations.AsNoTracking().Where(a => uais.Contains(a.Uai) && a.Annee == annee && a.Presente).Select(a => a.Agent!).ToListAsync(Ct))
            .Where(a => a.CompteId != Contexte.CompteId).OrderBy(a => a.NomPourListe, StringComparer.Ordinal).Select(a => a.NomComplet).Distinct()];
    }
}
