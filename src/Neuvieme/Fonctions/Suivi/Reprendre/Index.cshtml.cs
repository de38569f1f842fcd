using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Fonctions.Suivi.Interrompre;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Suivi.Reprendre;

/// <summary>
/// La personne reprend la mission : l'absence finit la veille, plus tôt ou plus tard que prévu. Le remplacement visé vaut tel quel
/// jusqu'au visa de ses nouvelles dates.
/// </summary>
public sealed record ReprendreLaMission(long Id, int Version, DateOnly Le, DateOnly? AccordLe = null)
{
    public Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, Etablissement etablissement, AnneeScolaire annee, Auteur auteur, CancellationToken ct = default) =>
        ChangerLesInterruptions.Executer(db, etablissement, annee, auteur, Id, Version, (_, _, _, vivantes) =>
        {
            if (!annee.Contient(Le))
            {
                return GesteSurLaMission.Impossible(new Refus("le", $"Le retour est hors de l’année scolaire {annee}."));
            }

            // La dernière absence ou le dernier remplacement commencé avant ce jour, et tout ce qui finissait avec lui.
            var commencees = Visas.SiToutEstVise(vivantes).Where(i => i.Genre != GenreDInterruption.Arret && i.Du < Le).ToList();
            var derniere = commencees.Select(i => i.Du).DefaultIfEmpty().Max();
            var touchees = commencees.Where(i => (i.Au >= Le || i.Du == derniere) && i.Au != Le.AddDays(-1)).ToList();
            if (touchees.Count == 0)
            {
                return GesteSurLaMission.Impossible(new Refus("le", "Aucune absence ni remplacement n’est en cours ce jour-là. Pour un retour avant le premier jour, annulez la ligne."));
            }

            if (touchees.Where(Prolonge).Select(i => SansAccord(i, auteur)).FirstOrDefault(r => r is not null) is { } refus)
            {
                return GesteSurLaMission.Impossible(refus);
            }

            var explication = $"retour le {Francais.Date(Le)}";
            foreach (var i in touchees)
            {
                db.Interruptions.Add(Suite(i, auteur));
                if (i.Visa != EtatDuVisa.Vise)
                {
                    i.Annuler(explication, auteur);
                }
            }

            return new(CauseDeVersion.Correction, explication, [], "retour dans la mission", new { quoi = string.Join(" ; ", touchees.Select(i => i.Phrase)) }, new { quoi = explication }, "", "le");
        }, ct);

    bool Prolonge(Interruption i) => i.Genre == GenreDInterruption.Remplacement && i.Au < Le.AddDays(-1);

    /// <summary>Un accord vaut pour les jours qu'il a vus : prolonger en demande un autre, avant le premier des jours ajoutés s'il est écrit.</summary>
    Refus? SansAccord(Interruption i, Auteur auteur) => AccordLe is null
        ? i.Remplacant?.CompteId is null ? new("accordLe", "Le remplacement se prolonge, et cette personne n’a pas de compte pour répondre : donnez le jour de son nouvel accord écrit.") : null
        : AccordLe > auteur.Aujourdhui ? new("accordLe", "L’accord est dans le futur.")
        : AccordLe > i.Au.AddDays(1) ? new("accordLe", $"L’accord vient après le premier des jours ajoutés, le {Francais.Date(i.Au.AddDays(1))}.") : null;

    Interruption Suite(Interruption i, Auteur auteur)
    {
        var suite = i.JusquAu(Le.AddDays(-1), auteur);
        if (Prolonge(i))
        {
            (suite.Accord, suite.AccordLe) = (AccordLe is null ? AccordDuRemplacant.Demande : AccordDuRemplacant.Ecrit, AccordLe);
        }

        return suite;
    }
}

[Acces(Role.ChefEtablissement)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageInterruption(db, contexte)
{
    public IActionResult OnGet() => Redirect("/suivi");

    public async Task<IActionResult> OnPostAsync(long id, int version, DateOnly le, DateOnly? accordLe)
    {
        if (await Tenter(() => new ReprendreLaMission(id, version, le, accordLe).Executer(Db, Contexte.Etablissement, Contexte.Annee, Contexte.Auteur, Ct)))
        {
            Message = await Db.Interruptions.AnyAsync(i => i.AttributionId == id && i.AnnuleeUtc == null && i.Visa == EtatDuVisa.AViser, Ct)
                ? "Le retour est noté. Le remplacement ne change qu’au visa du rectorat."
                : "Le retour est noté : l’échéancier est récrit.";
            return Redirect($"/suivi/interrompre/{id}");
        }

        return await Charger(id) ? Page() : NotFound();
    }
}
