using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Documents;

namespace Neuvieme.Fonctions.Modeles;

/// <summary>Publier un contenu : il se rend d'abord sur tous les exemples, puis remplace la version en vigueur. Revenir en arrière, c'est publier de nouveau.</summary>
/// <param name="Brouillon">Le jeton du brouillon que la personne a relu ; nulle quand elle revient à une version d'avant.</param>
/// <param name="EnVigueur">Le numéro en vigueur quand elle a ouvert l'écran ; zéro pour le modèle livré.</param>
public sealed record Publication(string Academie, FicheModele Fiche, ContenuDeModele Contenu, string Note, string? Brouillon, int EnVigueur)
{
    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, MoteurTypst moteur, Auteur auteur, CancellationToken ct = default)
    {
        if (string.IsNullOrWhiteSpace(Note) || Note.Length > 500)
        {
            return [new(nameof(Note), "Écrivez ce qui change et pourquoi (500 caractères au plus) : la note reste dans l’historique.")];
        }

        if (!Contenu.EstLivre && await EssaiDeModele.Tout(moteur, Fiche, Contenu, ct) is { Count: > 0 } echecs)
        {
            return [new("", "Ce modèle ne rend pas tous les exemples : il n’est pas publié, et la version en vigueur le reste."), .. echecs.Select(e => new Refus("", e))];
        }

        var portee = Etablissements.Academie.PorteeDe(Academie);
        await using var transaction = await db.Commencer(portee, ct);
        var versions = await db.VersionsDeModele.Where(v => v.AcademieCode == Academie && v.Modele == Fiche.Cle).ToListAsync(ct);
        var (brouillon, avant) = (versions.FirstOrDefault(v => v.Etat == EtatDeVersion.Brouillon), versions.FirstOrDefault(v => v.Etat == EtatDeVersion.Publiee));
        if (Brouillon is not null && brouillon?.Jeton != Brouillon)
        {
            return [new("", brouillon is null ? "Ce brouillon vient d’être publié ou abandonné : rechargez la page." : $"{brouillon.Auteur} a changé ce brouillon depuis que vous l’avez relu. Rien n’est publié : rechargez la page pour relire ce qui a changé.")];
        }

        if ((avant?.Numero ?? 0) != EnVigueur)
        {
            return [new("", $"Pendant votre lecture, {avant?.PublieePar} a publié la version {avant?.Numero}. Rien de plus n’est publié : rechargez la page pour comparer avec elle.")];
        }

        var version = Brouillon is null ? new VersionDeModele { AcademieCode = Academie, Modele = Fiche.Cle, Auteur = auteur.Signature, InstantUtc = auteur.InstantUtc } : brouillon!;
        if (Brouillon is null)
        {
            Contenu.Ecrire(version);
            db.VersionsDeModele.Add(version);
        }

        if (avant is not null)
        {
            (avant.Etat, avant.Version) = (EtatDeVersion.Remplacee, avant.Version + 1);
        }

        (version.Numero, version.Etat, version.Note, version.PublieePar, version.PublieeUtc, version.Version) =
            (versions.Max(v => (int?)v.Numero).GetValueOrDefault() + 1, EtatDeVersion.Publiee, Note.Trim(), auteur.Signature, auteur.InstantUtc, version.Version + 1);
        var plume = new Plume(db, auteur, portee);
        plume.Noter("modèle publié", $"modele:{Fiche.Cle}", Dit(EnVigueur, ContenuDeModele.De(avant)), Dit(version.Numero, Contenu), version.Note);
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return [];
    }

    static SortedDictionary<string, string> Dit(int numero, ContenuDeModele contenu)
    {
        var champs = contenu.PourLeJournal();
        champs["version"] = numero == 0 ? "modèle livré" : contenu.EstLivre ? $"{numero} (le modèle livré)" : numero.ToString();
        return champs;
    }
}
