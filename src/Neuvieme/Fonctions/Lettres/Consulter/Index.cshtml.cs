using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Personnels;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Lettres.Consulter;

/// <summary>Tout ce qui est arrivé aux versions d'une lettre, et ce qu'on peut en faire.</summary>
[Acces(Role.ChefEtablissement, Role.GestionnaireRectorat, Role.Recteur, Role.Ien)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, Horloge horloge) : PageNeuvieme(db, contexte)
{
    public sealed record VersionLue(Lettre Lettre, IReadOnlyList<EvenementDeLettre> Evenements, IReadOnlyList<PieceLue> Pieces);

    public sealed record PieceLue(long LettreId, GenreDePiece Genre, string Sha256);

    public IReadOnlyList<VersionLue> Versions { get; private set; } = [];
    public Agent Agent { get; private set; } = null!;
    public string Mission { get; private set; } = "";
    /// <summary>La personne tient la place de l'autorité signataire : elle agit, et lit les mots de qui ne signe pas.</summary>
    public bool Agit { get; private set; }
    /// <summary>Faux là où la lettre est facultative et que la personne ne l'a pas demandée : rien ne se rappelle.</summary>
    public bool SeRappelle { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, bool directe)
    {
        var lettres = await LettresVisibles.De(Db, Contexte).Include(l => l.Signatures).AvecSujet()
            .Du(id, directe).OrderByDescending(l => l.Numero).ToListAsync(Ct);
        if (lettres.Count == 0)
        {
            return NotFound();
        }

        var ids = lettres.Select(l => l.Id).ToArray();
        var evenements = (await Db.EvenementsDeLettre.AsNoTracking().Where(e => ids.Contains(e.LettreId)).OrderBy(e => e.Id).ToListAsync(Ct)).ToLookup(e => e.LettreId);
        var pieces = (await Db.PiecesDeLettre.Where(p => ids.Contains(p.LettreId)).Select(p => new PieceLue(p.LettreId, p.Genre, p.Sha256)).ToListAsync(Ct)).ToLookup(p => p.LettreId);
        Versions = [.. lettres.Select(l => new VersionLue(l, [.. evenements[l.Id]], [.. pieces[l.Id]]))];
        (Agent, Mission) = (lettres[0].Agent, lettres[0].Intitule);
        Agit = Contexte.Role != Role.GestionnaireRectorat && await PorteeDeLettres.Siennes(Db, Contexte).AnyAsync(l => l.Id == lettres[0].Id, Ct);
        // La lettre d'une part ou d'une mission académique est exigée partout ; celle d'une IMP, selon l'académie.
        var facultatives = Agit && !directe ? await LettreFacultative.Academies(Db, horloge.Aujourdhui, Ct) : [];
        SeRappelle = Agit && (directe || await Db.Attributions.Where(a => a.Id == id).Exigees(Db, facultatives).AnyAsync(Ct));
        return Page();
    }
}
