using Microsoft.AspNetCore.Mvc;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Instances.Dossier;

/// <summary>Ce que le dossier contient, à relire avant de le remettre, et à retrouver ensuite.</summary>
[Acces(Role.ChefEtablissement, Role.Secretariat)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageNeuvieme(db, contexte)
{
    public DossierComplet Complet { get; private set; } = null!;
    public DocumentDossier Document { get; private set; } = null!;
    /// <summary>Ce qui a changé dans la répartition depuis que le dossier a été figé, tant qu'aucun avis n'y est enregistré.</summary>
    public IReadOnlyList<Ecart> Depuis { get; private set; } = [];
    public IReadOnlyList<string> Avertissements { get; private set; } = [];

    public DossierInstance Dossier => Complet.Dossier;
    public ContenuDossier Contenu => Complet.Contenu;
    public bool Clos => Complet.Avis is not null || Complet.Information is not null;

    public async Task<IActionResult> OnGetAsync(long id)
    {
        if (await DossierComplet.Lire(Db, Contexte.Etablissement.Uai, id, Ct) is not { } complet)
        {
            return NotFound();
        }

        Complet = complet;
        Document = new(complet.Dossier, complet.Contenu, Contexte.Etablissement, complet.Avis, null);
        var plan = await Contexte.Plan(Ct);
        if (!Clos && plan.Annee.Debut == Dossier.Annee)
        {
            var presentees = Contenu.Presentees.Select(l => l.MissionId).ToHashSet();
            Depuis = Ecart.Entre(Contenu.Presentees, [.. PlanPresente.De(plan).Where(l => presentees.Contains(l.MissionId))]);
        }

        Avertissements = [.. Avertir(plan)];
        return Page();
    }

    IEnumerable<string> Avertir(Repartition.Plan plan)
    {
        if (Dossier.Instance != Instance.Enseignants && Noms.HorsFenetre(Document.Annee, Document.Seance) is { Length: > 0 } hors)
        {
            yield return hors;
        }

        var pedagogiques = plan.AvisVus.Where(a => a.Avis.Instance == Instance.ConseilPedagogique).ToList();
        var pasVues = Contenu.Presentees.Where(l => !pedagogiques.Any(a => AvisVu.Vaut(a.Missions, l.MissionId, l.Code, l.Duree))).Select(l => $"« {l.Intitule} »").ToList();
        if (Dossier.Instance == Instance.ConseilAdministration && Contenu.AvisPedagogique is not null && !Clos && pasVues.Count > 0)
        {
            yield return $"Le conseil pédagogique n’a pas encore vu {string.Join(", ", pasVues)} : il passe d’abord (décret n° 2015-475, art. 8).";
        }

        if (Dossier.Instance == Instance.ConseilAdministration && Contenu.AvisPedagogique is null && !Clos)
        {
            yield return "Le conseil pédagogique n’avait pas encore rendu son avis quand ce dossier a été préparé : il passe d’abord (décret n° 2015-475, art. 8). Après sa séance, préparez-en un autre, qui redira son avis.";
        }

        if (Contenu.QuartsNotifies is null && !Clos)
        {
            yield return "L’enveloppe n’était pas notifiée : le dossier ne dit pas ce qu’il en reste.";
        }

        foreach (var alerte in Contenu.Alertes)
        {
            yield return alerte;
        }
    }
}
