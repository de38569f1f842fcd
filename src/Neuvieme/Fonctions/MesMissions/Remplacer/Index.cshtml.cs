using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Suivi;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.MesMissions.Remplacer;

/// <summary>Un remplacement proposé : la mission, les jours, ce qu'il vaut mois par mois. Rien de ce que touche le titulaire, ni de son absence.</summary>
[Acces(Role.Agent)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, Horloge horloge) : PageNeuvieme(db, contexte)
{
    public Interruption Interruption { get; private set; } = null!;
    public Attribution Attribution { get; private set; } = null!;
    public string Etablissement { get; private set; } = "";
    public IReadOnlyList<Echeance> Versements { get; private set; } = [];
    public DateOnly Jour => horloge.Aujourdhui;
    public bool AReponse => Interruption is { AnnuleeUtc: null, Visa: EtatDuVisa.AViser, Accord: AccordDuRemplacant.Demande };

    public async Task<IActionResult> OnGetAsync(long id) => await Charger(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(long id, int version, bool accepte)
    {
        if (!await Charger(id))
        {
            return NotFound();
        }

        if (await Tenter(() => new RepondreAuRemplacement(id, version, accepte).Executer(Db, Contexte.CompteId!.Value, Contexte.Auteur, Ct)))
        {
            Message = accepte ? "Votre accord est enregistré. Le rectorat doit encore viser le remplacement." : "C’est noté : vous ne donnez pas suite.";
            return Redirect("/mes-missions");
        }

        Db.ChangeTracker.Clear();
        return await Charger(id) ? Page() : NotFound();
    }

    async Task<bool> Charger(long id)
    {
        var compte = Contexte.CompteId;
        var trouve = await Db.Interruptions.AsNoTracking().Include(i => i.Remplacant).Where(i => i.Id == id && i.Genre == GenreDInterruption.Remplacement && i.Remplacant!.CompteId == compte)
            .Join(Db.Attributions.Include(a => a.Agent).Include(a => a.Mission), i => i.AttributionId, a => a.Id, (i, a) => new { i, a })
            .Join(Db.Etablissements, x => x.a.Uai, e => e.Uai, (x, e) => new { x.i, x.a, e.Denomination, e.AcademieCode }).FirstOrDefaultAsync(Ct);
        if (trouve is null)
        {
            return false;
        }

        (Interruption, Attribution, Etablissement) = (trouve.i, trouve.a, trouve.Denomination);
        if (Interruption is { AnnuleeUtc: null, Visa: not EtatDuVisa.Refuse } && Attribution is { Etat: EtatAttribution.Validee, AgentId: not null })
        {
            var previsions = await Previsions.Charger(Db, trouve.AcademieCode, [Attribution.Id], Jour, Ct);
            // Seule cette période : ce qu'elle vaut ne dépend pas d'un autre remplacement que la personne aurait tenu.
            Versements = previsions.Si(Attribution, [Interruption]).Resultat is not { } ventilation ? []
                : [.. CalculDesInterruptions.Lignes(ventilation, Attribution.AgentId.Value).Where(l => l.AgentId == Interruption.RemplacantId).Select(l => l.Echeance)];
        }

        return true;
    }
}
