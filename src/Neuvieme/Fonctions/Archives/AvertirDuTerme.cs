using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Courriels;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Archives;

/// <summary>Prévient le chef d'établissement, ou le recteur pour ses missions académiques, et le délégué à la protection des données : une fois par lieu, année et famille.</summary>
public static class AvertirDuTerme
{
    public static async Task<int> Deposer(NeuviemeDb db, Horloge horloge, CancellationToken ct)
    {
        var (instant, jour) = (horloge.MaintenantUtc, horloge.Aujourdhui);
        var derniere = Conservation.DerniereAnnee(jour);
        var entieres = db.Lettres.IgnoreQueryFilters().Where(l => l.EffaceeUtc == null && (l.Attribution!.Annee <= derniere || l.MissionDirecte!.Annee <= derniere));
        var academies = await entieres.Join(db.Etablissements, l => l.Attribution!.Uai ?? l.MissionDirecte!.Uai, e => e.Uai, (l, e) => e.AcademieCode)
            .Union(entieres.Where(l => l.MissionDirecte!.AcademieCode != null).Select(l => l.MissionDirecte!.AcademieCode!)).ToListAsync(ct);
        var deposes = 0;
        foreach (var academie in academies)
        {
            var proches = await Conservation.Proches(db, academie, uai: null, jour, ct);
            if (proches.Count == 0)
            {
                continue;
            }

            var uais = proches.Select(c => c.Code).Distinct().ToList();
            var titulaires = await db.Habilitations.Where(h => h.Delegation == null && h.Debut <= jour && (h.Fin == null || h.Fin >= jour)
                && ((h.Role == Role.ChefEtablissement && uais.Contains(h.Uai!)) || ((h.Role == Role.Auditeur || h.Role == Role.Recteur) && h.AcademieCode == academie))).Select(h => new { h.CompteId, h.Uai, h.Role }).ToListAsync(ct);
            List<Depot> depots = [.. from c in proches from t in titulaires where t.Role == Role.Auditeur || (t.Role == Role.Recteur ? c.Code == LieuDArchive.DesMissionsAcademiques : t.Uai == c.Code) select Annonce(c, t.CompteId)];
            if (await Courriel.Deposer(db, depots, instant, ct) is > 0 and var n)
            {
                await Courriel.Enregistrer(db, ct);
                deposes += n;
            }

            db.ChangeTracker.Clear();
        }

        return deposes;
    }

    static Depot Annonce(Conservees c, long compte) => new(compte, GenreCourriel.Conservation, "Des lettres de mission arrivent au terme de leur conservation",
        $"{c.Lieu}, année {new AnneeScolaire(c.Annee)} : {Conservation.Libelle(c.Famille, c.Nombre)}. Leur conservation prend fin le {Francais.Date(c.Terme)}. Rien ne s’efface seul ; téléchargez l’archive si elle doit être gardée ou versée :\n/archives/conserver",
        $"conservation:{(c.Code == LieuDArchive.DesMissionsAcademiques ? c.Lieu : c.Code)}:{c.Annee}:{c.Famille}");
}
