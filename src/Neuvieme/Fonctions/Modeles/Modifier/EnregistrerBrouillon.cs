using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Modeles.Modifier;

/// <summary>Garde le brouillon de l'académie : un seul par modèle, que le gestionnaire et le recteur écrivent à tour de rôle. Il ne change aucun document.</summary>
/// <param name="Lu">La version du brouillon quand la personne a ouvert l'écran ; vide s'il n'y en avait pas.</param>
public sealed record EnregistrerBrouillon(string Academie, FicheModele Fiche, ContenuDeModele Contenu, string Lu)
{
    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, Auteur auteur, CancellationToken ct = default)
    {
        var portee = Etablissements.Academie.PorteeDe(Academie);
        await using var transaction = await db.Commencer(portee, ct);
        var brouillon = await db.VersionsDeModele.FirstOrDefaultAsync(v => v.AcademieCode == Academie && v.Modele == Fiche.Cle && v.Etat == EtatDeVersion.Brouillon, ct);
        if ((brouillon?.Jeton ?? "") != Lu)
        {
            return [new("", brouillon is null ? "Le brouillon a été publié ou abandonné pendant votre saisie. Elle est encore à l’écran : copiez-la, puis rechargez la page."
                : $"{brouillon.Auteur} a enregistré ce brouillon pendant votre saisie. Rien n’a été écrasé : copiez ce qui est à l’écran, puis rechargez la page.")];
        }

        var avant = ContenuDeModele.De(brouillon ?? await db.VersionsDeModele.AsNoTracking().FirstOrDefaultAsync(v => v.AcademieCode == Academie && v.Modele == Fiche.Cle && v.Etat == EtatDeVersion.Publiee, ct));
        if (brouillon is null)
        {
            brouillon = new() { AcademieCode = Academie, Modele = Fiche.Cle, Auteur = auteur.Signature };
            db.VersionsDeModele.Add(brouillon);
        }

        Contenu.Ecrire(brouillon);
        (brouillon.Auteur, brouillon.InstantUtc, brouillon.Version) = (auteur.Signature, auteur.InstantUtc, brouillon.Version + 1);
        var plume = new Plume(db, auteur, portee);
        plume.Noter("brouillon de modèle enregistré", $"modele:{Fiche.Cle}", avant.PourLeJournal(), Contenu.PourLeJournal());
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return [];
    }
}
