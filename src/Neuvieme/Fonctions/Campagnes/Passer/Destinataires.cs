using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Courriels;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Campagnes.Passer;

/// <summary>À qui écrire : le chef de chaque établissement concerné, ou le rectorat pour ce qui lui revient.</summary>
public static class Destinataires
{
    public static async Task<int> Deposer(NeuviemeDb db, Campagne c, GenreEcheance genre, DateOnly fin, IReadOnlyList<Avancement> lieux, string cle, Auteur auteur, bool reouverte, CancellationToken ct)
    {
        if (lieux.Count == 0)
        {
            return 0;
        }

        var jour = auteur.Aujourdhui;
        if (c.Fiche.DuRectorat)
        {
            var (objet, texte) = CourrielsDeCampagne.Ecrire(c, genre, fin, EnUn(lieux), jour, reouverte);
            var comptes = await db.Habilitations.Where(h => h.AcademieCode == c.AcademieCode && (h.Role == Role.GestionnaireRectorat || h.Role == Role.Recteur) && h.Debut <= jour && (h.Fin == null || h.Fin >= jour))
                .Select(h => h.CompteId).Distinct().ToListAsync(ct);
            foreach (var compte in comptes)
            {
                await Courriel.Deposer(db, compte, GenreCourriel.Campagne, objet, texte, $"campagne:{c.Id}:{cle}", auteur.InstantUtc, ct);
            }

            return comptes.Count;
        }

        var uais = lieux.Select(l => l.Uai).ToList();
        var chefs = await db.Habilitations.Where(h => h.Role == Role.ChefEtablissement && uais.Contains(h.Uai!) && h.Debut <= jour && (h.Fin == null || h.Fin >= jour))
            .Select(h => new { h.CompteId, h.Uai }).Distinct().ToListAsync(ct);
        var parUai = lieux.ToDictionary(l => l.Uai);
        foreach (var chef in chefs)
        {
            var (objet, texte) = CourrielsDeCampagne.Ecrire(c, genre, fin, parUai[chef.Uai!], jour, reouverte);
            await Courriel.Deposer(db, chef.CompteId, GenreCourriel.Campagne, objet, texte, $"campagne:{c.Id}:{cle}:{chef.Uai}", auteur.InstantUtc, ct);
        }

        return chefs.Count;
    }

    /// <summary>Pour le rectorat, tous les établissements en un : le total de ce qu'il reste à instruire.</summary>
    static Avancement EnUn(IReadOnlyList<Avancement> lieux) => lieux.Count == 1 ? lieux[0] : new("académie", Francais.Nombre(lieux.Count, "établissement"), "", false)
    {
        Parts = lieux.SelectMany(l => l.Parts).GroupBy(p => p.Key).ToDictionary(g => g.Key, g => g.Sum(p => p.Value)),
    };
}
