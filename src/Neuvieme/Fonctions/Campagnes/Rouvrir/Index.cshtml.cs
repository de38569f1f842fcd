using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Campagnes.Rouvrir;

[Acces(Role.GestionnaireRectorat, Role.Recteur)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, Horloge horloge) : PageNeuvieme(db, contexte)
{
    [FromRoute(Name = "id")]
    public long CampagneId { get; set; }

    [BindProperty(SupportsGet = true)]
    public string Uai { get; set; } = "";

    [BindProperty]
    public DateOnly? Fin { get; set; }

    [BindProperty]
    public string? Motif { get; set; }

    [BindProperty]
    public string? MotifFin { get; set; }

    [BindProperty]
    public long Derniere { get; set; }

    public Campagne Campagne { get; private set; } = null!;
    public IReadOnlyList<(string Uai, string Nom)> Etablissements { get; private set; } = [];
    public DateOnly Jour => horloge.Aujourdhui;
    public string Nom(string uai) => Etablissements.Where(e => e.Uai == uai).Select(e => e.Nom).FirstOrDefault(uai);

    public async Task<IActionResult> OnGetAsync() => await Charger() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync()
    {
        var lue = Derniere;
        if (!await Charger())
        {
            return NotFound();
        }

        if (await Tenter(() => new RouvrirPourEtablissement(CampagneId, Uai, Fin, Motif ?? "", lue).Executer(Db, Contexte.AcademieCode, Contexte.Annee, Contexte.Auteur, Ct)))
        {
            Message = $"« {Campagne.Fiche.Nom} » est ouvert à {Nom(Uai)} jusqu’au {Francais.Date(Fin!.Value)} compris. Son chef d’établissement en est averti par courriel.";
            return Redirect($"/campagnes/consulter/{CampagneId}?voir=Rouverts");
        }

        await Charger();
        return Page();
    }

    public async Task<IActionResult> OnPostRefermerAsync()
    {
        if (!await Charger())
        {
            return NotFound();
        }

        ModelState.Clear();
        if (await Tenter(() => new RefermerPourEtablissement(CampagneId, Uai, MotifFin ?? "").Executer(Db, Contexte.AcademieCode, Contexte.Auteur, Ct)))
        {
            Message = $"La réouverture de {Nom(Uai)} a pris fin.";
            return Redirect($"/campagnes/consulter/{CampagneId}");
        }

        await Charger();
        return Page();
    }

    async Task<bool> Charger()
    {
        var (academie, annee) = (Contexte.AcademieCode, Contexte.Annee.Debut);
        if (await Db.Campagnes.AsNoTracking().Include(c => c.Derogations).AsSingleQuery().FirstOrDefaultAsync(c => c.Id == CampagneId && c.AcademieCode == academie && c.Annee == annee, Ct) is not { } campagne)
        {
            return false;
        }

        Campagne = campagne;
        Derniere = campagne.Derogations.Select(d => d.Id).DefaultIfEmpty().Max();
        ModelState.Remove(nameof(Derniere));
        Etablissements = [.. (await Db.Etablissements.AsNoTracking().DuSecondDegre().Where(e => e.AcademieCode == academie).Select(e => new { e.Uai, e.Denomination, e.Commune }).ToListAsync(Ct))
            .OrderBy(e => Recherches.Aplatir(e.Denomination), StringComparer.Ordinal).Select(e => (e.Uai, $"{e.Denomination}, {e.Commune}"))];
        return true;
    }
}
