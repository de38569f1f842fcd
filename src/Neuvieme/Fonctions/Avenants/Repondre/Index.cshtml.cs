using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Courriels;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Avenants.Repondre;

/// <summary>La personne accepte l'avenant, ou ne donne pas suite : ce qui était convenu demeure alors, sans trace de son refus.</summary>
public sealed record RepondreALAvenant(long Id, int Version, bool Accepte)
{
    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, long compteId, Auteur auteur, CancellationToken ct = default)
    {
        if (await db.Avenants.Where(a => a.Id == Id && a.Attribution!.Agent!.CompteId == compteId).Select(a => a.Attribution!.Uai).FirstOrDefaultAsync(ct) is not { } uai)
        {
            return [new("", "Cet avenant ne vous est plus adressé.")];
        }

        await using var transaction = await db.Commencer(uai, ct);
        var avenant = await db.Avenants.Include(a => a.Attribution!.Mission).FirstAsync(a => a.Id == Id, ct);
        var attribution = avenant.Attribution!;
        if (avenant.Version != Version || attribution.Centimes != avenant.CentimesAvant || attribution.Etat != EtatAttribution.Validee)
        {
            return [new("", "La mission a changé depuis que cet avenant vous a été proposé : relisez-le, ou demandez à votre chef d’établissement de le refaire.")];
        }

        if ((Accepte ? avenant.Accorder(auteur) : avenant.Decliner()) is { } refus)
        {
            return [refus];
        }

        if (avenant.Etat == EtatAvenant.Applique)
        {
            avenant.Appliquer(attribution.Mission!, attribution);
        }

        var plume = new Plume(db, Accepte ? auteur : auteur with { CompteId = null, Nom = "La personne" }, uai);
        plume.Noter(Accepte ? "avenant accepté" : "avenant sans suite", $"attribution:{attribution.Id}", null, new { avenant = avenant.Numero, etat = avenant.Etat.Libelle() });
        await Courriel.Deposer(db, [.. (await Destinataires.Chefs(db, uai, auteur.Aujourdhui, null, ct)).Select(chef => new Depot(chef, GenreCourriel.Reponse, "Une réponse est arrivée",
            $"Une réponse est arrivée à un avenant que vous avez proposé :\n/avenants/proposer/{attribution.Id}", $"reponse-avenant:{avenant.Id}"))], auteur.InstantUtc, ct);
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return [];
    }
}

[Acces(Role.Agent)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageNeuvieme(db, contexte)
{
    public Avenant Avenant { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id) => await Charger(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(long id, int version, bool accepte)
    {
        if (!await Charger(id))
        {
            return NotFound();
        }

        if (await Tenter(() => new RepondreALAvenant(id, version, accepte).Executer(Db, Contexte.CompteId!.Value, Contexte.Auteur, Ct)))
        {
            Message = !accepte ? "C’est noté : rien ne change." : Avenant.ChangeLeTaux ? "Votre accord est enregistré. Le rectorat décide du taux." : "Votre accord est enregistré : l’avenant s’applique.";
            return Redirect($"/mes-missions/consulter/{Avenant.AttributionId}");
        }

        return Page();
    }

    async Task<bool> Charger(long id)
    {
        var compte = Contexte.CompteId;
        if (await Db.Avenants.AsNoTracking().Include(a => a.Attribution!.Mission).FirstOrDefaultAsync(a => a.Id == id && a.Attribution!.Agent!.CompteId == compte, Ct) is not { } avenant)
        {
            return false;
        }

        Avenant = avenant;
        return true;
    }
}
