using Microsoft.EntityFrameworkCore;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Attributions.Instruire;

public sealed record NoteImportante(long Id, string Texte, string Auteur, DateTime InstantUtc);

/// <summary>Ce que le service a écrit d'un dossier et qui doit être sous les yeux de qui en décide : pourquoi on attend, les notes importantes.</summary>
public sealed record AttenteEtNotes(long AttributionId, string? ChargeNom, string? MotifAttente, DateOnly? AttendreJusquAu, DateTime? EnAttenteDepuis, IReadOnlyList<NoteImportante> Notes)
{
    public static readonly AttenteEtNotes Rien = new(0, null, null, null, null, []);

    /// <summary>La plus récente des notes importantes ; zéro sans note.</summary>
    public long DerniereNote => Notes.Count == 0 ? 0 : Notes[^1].Id;

    public bool Attend(DateOnly jour) => Instruction.Attend(EnAttenteDepuis, AttendreJusquAu, jour);

    /// <summary>Pourquoi on n'en décide pas ce jour-là ; vide sinon.</summary>
    public string Empechement(DateOnly jour) => !Attend(jour) ? ""
        : $"en attente{(AttendreJusquAu is { } au ? $" jusqu’au {Francais.Date(au)}" : "")} ({MotifAttente?.TrimEnd('.')}). Levez l’attente dans le dossier avant de décider.";

    /// <summary>Ces dossiers, en une requête quel que soit leur nombre.</summary>
    public static async Task<IReadOnlyDictionary<long, AttenteEtNotes>> Lire(NeuviemeDb db, IReadOnlyCollection<long> ids, CancellationToken ct)
    {
        if (ids.Count == 0)
        {
            return new Dictionary<long, AttenteEtNotes>();
        }

        var lignes = await (
            from a in db.Attributions.AsNoTracking()
            where ids.Contains(a.Id)
            join i in db.Instructions.AsNoTracking() on a.Id equals i.AttributionId into instructions
            from i in instructions.DefaultIfEmpty()
            from n in db.NotesInstruction.AsNoTracking().Where(x => x.AttributionId == a.Id && x.Importante).DefaultIfEmpty()
            select new { a.Id, Instruction = i, Note = n }).ToListAsync(ct);
        return lignes.GroupBy(l => l.Id).ToDictionary(g => g.Key, g => new AttenteEtNotes(
            g.Key, g.First().Instruction?.ChargeNom, g.First().Instruction?.MotifAttente, g.First().Instruction?.AttendreJusquAu, g.First().Instruction?.EnAttenteDepuis,
            [.. g.Select(l => l.Note).OfType<NoteInstruction>().OrderBy(n => n.Id).Select(n => new NoteImportante(n.Id, n.Texte, n.Auteur, n.InstantUtc))]));
    }
}
