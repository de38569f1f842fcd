using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Fonctions.Lettres;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Archives.Effacer;

/// <summary>
/// Le recteur efface, visa en main, les lettres d'un lieu, d'une année et d'une famille dont la conservation est finie. Les documents,
/// les données et les noms partent ; l'empreinte, le code de vérification, l'état et les dates restent, et le journal dit l'acte.
/// </summary>
/// <param name="Nombre">Ce que la personne a vu à l'écran.</param>
public sealed record EffacerAuTerme(LieuDArchive Lieu, int Annee, Famille Famille, int Nombre, string Visa)
{
    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, Auteur auteur, CancellationToken ct = default)
    {
        if (string.IsNullOrWhiteSpace(Visa) || Visa.Length > 200)
        {
            return [new("Visa", "Écrivez la référence du visa d’élimination (200 caractères au plus) : sans lui, toute élimination est interdite (code du patrimoine, art. R. 212-14).")];
        }

        await using var transaction = await db.Commencer(Lieu.Portee, ct);
        var durees = await Conservation.DuJour(db, Lieu.Academie, auteur.Aujourdhui, ct);
        if (durees.Terme(Annee, Famille) is var terme && terme > auteur.Aujourdhui)
        {
            return [new("", $"La conservation de ces lettres court jusqu’au {Francais.Date(terme)} : rien n’est effacé.")];
        }

        var ids = await Conservation.Lettres(db, Lieu, Annee, Famille).Select(l => l.Id).ToListAsync(ct);
        if (ids.Count != Nombre)
        {
            return [new("", $"Leur nombre a changé depuis que vous avez ouvert cette page : {ids.Count} au lieu de {Nombre}. Rien n’est effacé ; relisez, puis recommencez.")];
        }

        foreach (var lot in ids.Chunk(500))
        {
            var instant = auteur.InstantUtc;
            byte[] vide = [];
            await db.PiecesDeLettre.Where(p => lot.Contains(p.LettreId)).ExecuteUpdateAsync(s => s.SetProperty(p => p.Contenu, vide), ct);
            await db.SignaturesDeLettre.Where(x => lot.Contains(x.LettreId)).ExecuteUpdateAsync(s => s.SetProperty(x => x.Nom, "").SetProperty(x => x.Qualite, "").SetProperty(x => x.Adresse, "").SetProperty(x => x.Navigateur, "").SetProperty(x => x.CompteId, (long?)null), ct);
            await db.EvenementsDeLettre.Where(e => lot.Contains(e.LettreId)).ExecuteUpdateAsync(s => s.SetProperty(e => e.Auteur, "").SetProperty(e => e.Detail, "").SetProperty(e => e.CompteId, (long?)null), ct);
            await db.Lettres.Where(l => lot.Contains(l.Id)).ExecuteUpdateAsync(s => s.SetProperty(l => l.Pdf, vide).SetProperty(l => l.Donnees, "{}").SetProperty(l => l.Auteur, "").SetProperty(l => l.EffaceeUtc, instant).SetProperty(l => l.Version, l => l.Version + 1), ct);
        }

        var plume = new Plume(db, auteur, Lieu.Portee);
        plume.Noter("lettres effacées au terme de leur conservation", $"archive:{Annee}", null, new { annee = new AnneeScolaire(Annee).ToString(), lettres = ids.Count, famille = Conservation.Libelle(Famille, ids.Count) }, "visa : " + Visa.Trim());
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return [];
    }
}
