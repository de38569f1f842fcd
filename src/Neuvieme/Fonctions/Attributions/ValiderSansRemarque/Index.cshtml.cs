using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Parametres;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Attributions.ValiderSansRemarque;

[Acces(Role.Recteur)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, Horloge horloge) : PageNeuvieme(db, contexte)
{
    /// <summary>Les lignes telles que l'aperçu les a comptées : une proposition arrivée depuis n'est pas de la partie.</summary>
    [BindProperty]
    public LigneLue[] Lignes { get; set; } = [];

    [BindProperty]
    public string[] Uais { get; set; } = [];

    public IReadOnlyList<EtablissementSansRemarque> Etablissements { get; private set; } = [];
    public int Part { get; private set; }

    public Task OnGetAsync() => Charger();

    public async Task<IActionResult> OnPostAsync()
    {
        await Charger();
        var vues = Lignes.ToHashSet();
        List<string> laisses = [];
        var (validees, lieux) = (0, 0);
        // Une transaction par établissement coché : ce qui bloque l'un ne défait pas les autres, et il est nommé.
        foreach (var lieu in Etablissements.Where(e => Uais.Contains(e.Etablissement.Uai)))
        {
            var lignes = lieu.Lignes.Where(vues.Contains).ToList();
            if (lignes.Count == 0)
            {
                continue;
            }

            var refus = await Valider(lieu.Etablissement.Uai, lignes);
            if (refus.Count > 0)
            {
                laisses.Add($"{lieu.Etablissement.Denomination} : {string.Join(" ", refus.Select(r => r.Message))}");
                continue;
            }

            (validees, lieux) = (validees + lignes.Count, lieux + 1);
        }

        if (validees == 0 && laisses.Count == 0)
        {
            ModelState.AddModelError("", "Cochez au moins un établissement ; si des propositions ont changé depuis, relisez le compte.");
            return Page();
        }

        foreach (var laisse in laisses)
        {
            ModelState.AddModelError("", laisse);
        }

        if (laisses.Count > 0)
        {
            ModelState.AddModelError("", $"Le reste est fait : {Francais.Nombre(validees, "proposition validée", "propositions validées")} dans {Francais.Nombre(lieux, "établissement")}.");
            await Charger();
            return Page();
        }

        Message = $"{Francais.Nombre(validees, "proposition validée", "propositions validées")} dans {Francais.Nombre(lieux, "établissement")}. Celles à relire sont dans « À recontrôler ».";
        return Redirect("/attributions/instruire?vue=ARecontroler");
    }

    /// <summary>Ce que les établissements d'avant ont reçu est fait : une écriture simultanée dans celui-ci s'explique comme un refus, et les suivants continuent.</summary>
    async Task<IReadOnlyList<Refus>> Valider(string uai, IReadOnlyList<LigneLue> lignes)
    {
        Db.ChangeTracker.Clear();
        try
        {
            return await ValiderLesSansRemarque.Executer(Db, Contexte.AcademieCode, uai, Contexte.Annee, Contexte.Auteur, lignes, Ct);
        }
        catch (DbUpdateException erreur) when (erreur is DbUpdateConcurrencyException || erreur.EstDoublon())
        {
            Db.ChangeTracker.Clear();
            return [new("", "quelqu’un y travaillait au même moment. Rien n’y est validé : relisez le compte, puis recommencez.")];
        }
    }

    async Task Charger()
    {
        Etablissements = await ValiderLesSansRemarque.Chercher(Db, Contexte.AcademieCode, Contexte.Annee, horloge.Aujourdhui, Ct);
        Part = await Parametre.PartRecontrolee(Db, Contexte.AcademieCode, horloge.Aujourdhui, Ct);
    }
}
