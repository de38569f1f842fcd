using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Parametres.Modifier;

/// <summary>L'académie change un de ses choix à compter d'une date : une ligne de plus, l'ancienne reste lisible.</summary>
/// <param name="Derniere">Dernière ligne de ce paramètre quand la personne a ouvert l'écran ; 0 s'il n'y en avait pas.</param>
public sealed record ModifierParametre(string Academie, CleParametre Cle, int Valeur, DateOnly Depuis, string Motif, long Derniere)
{
    public static readonly DateOnly PremierJour = new(2015, 9, 1);

    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, Auteur auteur, CancellationToken ct = default)
    {
        if (FicheParametre.De(Cle) is not { } fiche)
        {
            return [new("", "Ce paramètre n’existe pas.")];
        }

        if (Valeur < fiche.Minimum || Valeur > fiche.Maximum)
        {
            return [new("Valeur", $"« {fiche.Nom} » va {fiche.Bornes}.")];
        }

        if (Depuis < PremierJour || Depuis > auteur.Aujourdhui.AddYears(2))
        {
            return [new("Depuis", "La date d’effet va du 1er septembre 2015 à dans deux ans.")];
        }

        if (string.IsNullOrWhiteSpace(Motif) || Motif.Length > 500)
        {
            return [new("Motif", "Écrivez le motif (500 caractères au plus) : il reste dans l’historique.")];
        }

        var portee = Etablissements.Academie.PorteeDe(Academie);
        await using var transaction = await db.Commencer(portee, ct);
        var lignes = await db.Parametres.AsNoTracking().Where(p => p.AcademieCode == Academie && p.Cle == Cle).OrderBy(p => p.Depuis).ThenBy(p => p.Id).ToListAsync(ct);
        if (lignes.Select(l => l.Id).DefaultIfEmpty().Max() is var derniere && derniere != Derniere)
        {
            var autre = lignes.First(l => l.Id == derniere);
            return [new("", $"Pendant votre saisie, {autre.Auteur} a choisi « {fiche.Dire(autre.Valeur)} » à compter du {Francais.Date(autre.Depuis)}. Votre saisie est encore à l’écran : enregistrez de nouveau pour la garder.")];
        }

        var avant = lignes.LastOrDefault(l => l.Depuis <= Depuis)?.Valeur ?? fiche.Defaut;
        if (avant == Valeur)
        {
            return [new("Valeur", $"C’est déjà la valeur au {Francais.Date(Depuis)} : {fiche.Dire(Valeur)}.")];
        }

        var ligne = new Parametre { AcademieCode = Academie, Cle = Cle, Valeur = Valeur, Depuis = Depuis, Motif = Motif.Trim(), Auteur = auteur.Signature, InstantUtc = auteur.InstantUtc };
        db.Parametres.Add(ligne);
        await db.SaveChangesAsync(ct);
        var plume = new Plume(db, auteur, portee);
        plume.Noter("paramètre changé", $"parametre:{Cle}", new { valeur = fiche.Dire(avant) }, new { valeur = fiche.Dire(Valeur), depuis = Francais.DateBreve(Depuis) }, ligne.Motif);
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return [];
    }
}
