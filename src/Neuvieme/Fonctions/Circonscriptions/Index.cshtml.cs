using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Circonscriptions;

/// <summary>Une circonscription, son inspecteur et ses écoles.</summary>
public sealed record LigneCirconscription(Circonscription Circonscription, IReadOnlyList<string> Inspecteurs, IReadOnlyList<Etablissement> Ecoles);

/// <summary>La liste, et ce que les deux formulaires de rattachement y montrent quand ils sont refusés.</summary>
public abstract class PageCirconscriptions(NeuviemeDb db, Contexte contexte, Horloge horloge) : PageNeuvieme(db, contexte)
{
    public IReadOnlyList<LigneCirconscription> Lignes { get; private set; } = [];
    public IReadOnlyList<Etablissement> SansCirconscription { get; private set; } = [];

    public Task OnGetAsync() => Charger();

    protected async Task Charger()
    {
        var jour = horloge.Aujourdhui;
        var toutes = await Db.Circonscriptions.AsNoTracking().Include(c => c.Academie).OrderBy(c => c.AcademieCode).ThenBy(c => c.Nom).ThenBy(c => c.Code).ToListAsync(Ct);
        var inspecteurs = (await Db.Habilitations.Where(h => h.Role == Role.Ien && h.CirconscriptionCode != null && h.Debut <= jour && (h.Fin == null || h.Fin >= jour))
            .Join(Db.Users, h => h.CompteId, c => c.Id, (h, c) => new { Code = h.CirconscriptionCode!, c.NomAffiche }).ToListAsync(Ct)).ToLookup(i => i.Code, i => i.NomAffiche);
        var etablissements = await Db.Etablissements.AsNoTracking().Where(e => e.CirconscriptionCode != null).OrderBy(e => e.Denomination).ThenBy(e => e.Uai).ToListAsync(Ct);
        var ecoles = etablissements.ToLookup(e => e.CirconscriptionCode!);
        Lignes = [.. toutes.Select(c => new LigneCirconscription(c, [.. inspecteurs[c.Code].Distinct().Order(StringComparer.Ordinal)], [.. ecoles[c.Code]]))];
        var sans = await Db.Etablissements.AsNoTracking().Where(e => e.CirconscriptionCode == null && !Db.Etablissements.DuSecondDegre().Any(s => s.Uai == e.Uai)).OrderBy(e => e.Denomination).ThenBy(e => e.Uai).ToListAsync(Ct);
        SansCirconscription = sans;
    }
}

[Acces(Role.Administrateur)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, Horloge horloge) : PageCirconscriptions(db, contexte, horloge);
