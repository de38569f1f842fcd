using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Modeles.Abandonner;

/// <summary>Le brouillon s'efface ; le journal garde ce qu'il disait.</summary>
public sealed record AbandonnerBrouillon(string Academie, FicheModele Fiche, string Lu)
{
    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, Auteur auteur, CancellationToken ct = default)
    {
        var portee = Etablissements.Academie.PorteeDe(Academie);
        await using var transaction = await db.Commencer(portee, ct);
        var brouillon = await db.VersionsDeModele.FirstOrDefaultAsync(v => v.AcademieCode == Academie && v.Modele == Fiche.Cle && v.Etat == EtatDeVersion.Brouillon, ct);
        if (brouillon is null || brouillon.Jeton != Lu)
        {
            return [new("", brouillon is null ? "Ce brouillon est déjà publié ou abandonné." : $"{brouillon.Auteur} a changé ce brouillon depuis : relisez-le avant de l’abandonner.")];
        }

        db.VersionsDeModele.Remove(brouillon);
        var plume = new Plume(db, auteur, portee);
        plume.Noter("brouillon de modèle abandonné", $"modele:{Fiche.Cle}", ContenuDeModele.De(brouillon).PourLeJournal());
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return [];
    }
}

[Acces(Role.GestionnaireRectorat, Role.Recteur)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageModele(db, contexte)
{
    public IActionResult OnGet() => Redirect("/modeles");

    public async Task<IActionResult> OnPostAsync(string modele, string? version)
    {
        if (!await Charger(modele))
        {
            return NotFound();
        }

        if (await Tenter(() => new AbandonnerBrouillon(Contexte.AcademieCode, Fiche, version ?? "").Executer(Db, Contexte.Auteur, Ct)))
        {
            Message = $"{Fiche.Nom} : le brouillon est abandonné. Rien ne change pour les documents.";
            return Redirect("/modeles");
        }

        return Page();
    }
}
