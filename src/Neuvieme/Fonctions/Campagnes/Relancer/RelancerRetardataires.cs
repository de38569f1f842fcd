using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Campagnes.Passer;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Campagnes.Relancer;

/// <summary>Rappelle une campagne, en un clic, aux établissements qui n'ont pas fini et à qui elle est ouverte ; un rappel par jour au plus, celui de la tâche compris.</summary>
public sealed record RelancerRetardataires(long CampagneId)
{
    /// <summary>Combien de courriels sont partis.</summary>
    public int Courriels { get; private set; }

    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, string academie, AnneeScolaire annee, Auteur auteur, CancellationToken ct = default)
    {
        var jour = auteur.Aujourdhui;
        var portee = Academie.PorteeDe(academie);
        await using var transaction = await db.Commencer(portee, ct);
        var campagne = await db.Campagnes.AsNoTracking().Include(c => c.Derogations.Where(d => d.RetireeUtc == null)).AsSingleQuery().FirstOrDefaultAsync(c => c.Id == CampagneId && c.AcademieCode == academie && c.Annee == annee.Debut, ct);
        if (campagne is null)
        {
            return [new("", "Cette campagne n’est plus là : quelqu’un l’a retirée.")];
        }

        var aujourdhui = Horloge.DebutDuJour(jour);
        if (await db.EnvoisCampagne.AsNoTracking().Where(e => e.CampagneId == CampagneId && e.InstantUtc >= aujourdhui && (EF.Functions.Like(e.Cle, "relance:%") || EF.Functions.Like(e.Cle, "rappel-%"))).FirstOrDefaultAsync(ct) is { } parti)
        {
            return [new("", $"Un rappel est déjà parti aujourd’hui ({parti.Auteur}, le {Francais.Instant(parti.InstantUtc)}) : un par jour au plus. Vous pourrez relancer demain.")];
        }

        if (jour < campagne.OuvreLe && campagne.Derogations.All(d => !d.EstEnCours(jour)))
        {
            return [new("", $"La campagne n’ouvre que le {Francais.Date(campagne.OuvreLe)} : il n’y a encore personne à relancer.")];
        }

        var retardataires = (await Avancement.DeLAcademie(db, academie, annee, ct)).Where(l => l.Pour(campagne.Genre).Etape == EtapeCampagne.Reste).ToList();
        var joignables = retardataires.Where(l => campagne.FinPour(l.Uai, jour) is not null || !campagne.Fiche.Ferme).ToList();
        if (joignables.Count == 0)
        {
            return [new("", retardataires.Count == 0 ? "Tous ont fini : il n’y a personne à relancer."
                : $"La campagne est close depuis le {Francais.Date(campagne.FermeLe)} : relancer n’y changerait rien. Repoussez la clôture, ou rouvrez pour un établissement.")];
        }

        var cle = $"relance:{jour:yyyy-MM-dd}";
        foreach (var memeFin in joignables.GroupBy(l => campagne.FinPour(l.Uai, jour) ?? campagne.FermeLe))
        {
            Courriels += await Destinataires.Deposer(db, campagne, GenreEcheance.Rappel, memeFin.Key, [.. memeFin], cle, auteur, reouverte: false, ct);
        }

        if (Courriels == 0)
        {
            return [new("", $"{Francais.Nombre(joignables.Count, "établissement")} en retard, et aucun chef d’établissement n’y a de compte : demandez à l’administrateur d’en créer.")];
        }

        db.EnvoisCampagne.Add(new() { CampagneId = CampagneId, Cle = cle, InstantUtc = auteur.InstantUtc, Destinataires = Courriels, Auteur = auteur.Signature });
        var plume = new Plume(db, auteur, portee);
        plume.Noter("retardataires relancés", $"campagne:{CampagneId}", null, new { campagne = campagne.Fiche.Nom, etablissements = joignables.Count, courriels = Courriels });
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return [];
    }
}
