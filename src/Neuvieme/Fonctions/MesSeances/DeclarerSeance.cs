using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Fonctions.MissionsDirectes;
using Neuvieme.Fonctions.Seances;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.MesSeances;

/// <summary>La personne déclare une heure faite. Contrôle et écriture sous un même verrou : deux envois ne dépassent pas le total de la lettre.</summary>
public sealed record DeclarerSeance(long MissionId, DateOnly? Le, int? Debut, int DemiHeures, string Classe, string Remplace)
{
    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, long compteId, Auteur auteur, CancellationToken ct = default)
    {
        if (await PorteeSeances.Tenues(db, compteId).AsNoTracking().Include(m => m.Agent).FirstOrDefaultAsync(m => m.Id == MissionId, ct) is not { } mission || Compteur.DuesPar(mission) == 0)
        {
            return [new(nameof(MissionId), "Choisissez une de vos parts comptées en heures.")];
        }

        if (Erreurs(mission, auteur.Aujourdhui) is { Count: > 0 } erreurs)
        {
            return erreurs;
        }

        await using var transaction = await db.Commencer(mission.Portee, ct);
        var agent = mission.AgentId;
        var duJour = await db.Seances.AsNoTracking().Include(s => s.Mission).Where(s => s.Mission!.AgentId == agent && s.Le == Le && s.Etat != EtatSeance.Ecartee).ToListAsync(ct);
        if (duJour.FirstOrDefault(s => s.Debut < Debut + (30 * DemiHeures) && Debut < s.Fin) is { } autre)
        {
            return [new(nameof(Debut), $"Vous avez déjà déclaré, ce jour-là, {autre.Duree} à {autre.Heure} ({autre.Classe}, « {autre.Mission!.Intitule} ») : on ne fait pas deux séances à la fois.")];
        }

        var faites = await db.Seances.Where(s => s.MissionId == MissionId && s.Etat != EtatSeance.Ecartee).SumAsync(s => s.DemiHeures, ct);
        var dues = Compteur.DuesPar(mission);
        if (faites + DemiHeures > dues)
        {
            return [new(nameof(DemiHeures), faites >= dues ? $"Les {Seance.Heures(dues)} de votre lettre sont toutes déclarées : une heure de plus relève d’une autre part ou d’heures supplémentaires, à voir avec votre chef."
                : $"Il reste {Seance.Heures(dues - faites)} sur {Seance.Heures(dues)} : cette séance dépasserait le total de votre lettre.")];
        }

        db.Seances.Add(new() { MissionId = MissionId, Le = Le!.Value, Debut = Debut!.Value, DemiHeures = DemiHeures, Classe = Classe.Trim(), Remplace = Remplace.Trim(), DeclareeUtc = auteur.InstantUtc });
        var plume = new Plume(db, auteur, mission.Portee);
        plume.Noter("séance déclarée", mission.Objet, null, new { le = Le, debut = Seance.Dire(Debut.Value), demi_heures = DemiHeures, classe = Classe.Trim() });
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return [];
    }

    List<Refus> Erreurs(MissionDirecte m, DateOnly aujourdhui)
    {
        List<Refus> erreurs = [];
        var annee = m.AnneeScolaire;
        if (Le is not { } jour)
        {
            erreurs.Add(new(nameof(Le), "Donnez le jour de la séance."));
        }
        else if (jour > aujourdhui)
        {
            erreurs.Add(new(nameof(Le), "Cette séance n’a pas encore eu lieu : elle se déclare une fois faite."));
        }
        else if (jour < annee.PremierJour || jour > DernierJour(annee))
        {
            erreurs.Add(new(nameof(Le), $"Le {Francais.Date(jour)} n’est pas de l’année {annee} : une séance de cette part va du {Francais.Date(annee.PremierJour)} au {Francais.Date(DernierJour(annee))}."));
        }
        else if (m.AccordLe is { } accord && jour < accord)
        {
            erreurs.Add(new(nameof(Le), $"Vous avez accepté cette mission le {Francais.Date(accord)} : une heure faite avant n’en fait pas partie."));
        }
        else if (jour.DayOfWeek == DayOfWeek.Sunday || FetesLegales.Nom(jour) is not null)
        {
            erreurs.Add(new(nameof(Le), $"Le {Francais.Date(jour)} est {FetesLegales.Nom(jour) ?? "un dimanche"} : vérifiez la date."));
        }

        if (Debut is not { } debut || debut < Seance.PremiereMinute || debut + (30 * DemiHeures) > Seance.DerniereMinute)
        {
            erreurs.Add(new(nameof(Debut), "Une séance commence à 7 h au plus tôt et finit à 20 h au plus tard."));
        }

        if (DemiHeures is < 1 or > Seance.DemiHeuresAuPlus)
        {
            erreurs.Add(new(nameof(DemiHeures), "Une séance dure d’une demi-heure à quatre heures."));
        }

        if (string.IsNullOrWhiteSpace(Classe) || Classe.Length > 40)
        {
            erreurs.Add(new(nameof(Classe), "Nommez la classe ou le groupe, en 40 caractères au plus."));
        }

        if (Compteur.EstRemplacement(m))
        {
            if (string.IsNullOrWhiteSpace(Remplace) || Remplace.Length > 80)
            {
                erreurs.Add(new(nameof(Remplace), "Dites qui vous avez remplacé : un remplacement de courte durée tient à une absence."));
            }
            else if (Meme(Remplace, m.Agent!.NomComplet) || Meme(Remplace, m.Agent.NomDeCivilite))
            {
                erreurs.Add(new(nameof(Remplace), "On ne se remplace pas soi-même : nommez la personne absente."));
            }
        }

        return erreurs;
    }

    /// <summary>Depuis 2025-2026 les heures manquantes se font jusqu'au 31 octobre suivant (décret n° 2025-926, art. 3) ; avant, l'année scolaire seule.</summary>
    static DateOnly DernierJour(AnneeScolaire annee) => Droit.Versements.BilansDuPacte.Dates(annee).Count > 0 ? new(annee.Debut + 1, 10, 31) : annee.DernierJour;

    static bool Meme(string a, string b) => string.Compare(a.Trim(), b, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.CompareOptions.IgnoreCase | System.Globalization.CompareOptions.IgnoreNonSpace) == 0;
}
