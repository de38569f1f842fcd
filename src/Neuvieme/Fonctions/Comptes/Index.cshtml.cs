using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Comptes;

[Acces(Comptes.Role.Administrateur)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, Horloge horloge) : PageNeuvieme(db, contexte)
{
    public const int ParPage = 50;

    [BindProperty(SupportsGet = true)]
    public string? Recherche { get; set; }

    [BindProperty(SupportsGet = true)]
    public Role? Role { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Numero { get; set; } = 1;

    public IReadOnlyList<Compte> Lignes { get; private set; } = [];
    public IReadOnlyDictionary<string, string> Denominations { get; private set; } = new Dictionary<string, string>();
    public bool ALaSuite { get; private set; }
    public DateOnly Jour => horloge.Aujourdhui;

    public string Adresse(int numero) => $"/comptes?recherche={Uri.EscapeDataString(Recherche ?? "")}&role={Role}&numero={numero}";

    public async Task OnGetAsync()
    {
        Numero = Math.Clamp(Numero, 1, 100_000);
        var comptes = Filtrer();
        var lus = await comptes.Include(c => c.Habilitations).ThenInclude(h => h.Delegation).AsSplitQuery().OrderBy(c => c.NormalizedEmail).ThenBy(c => c.Id).Skip((Numero - 1) * ParPage).Take(ParPage + 1).ToListAsync(Ct);
        (Lignes, ALaSuite) = ([.. lus.Take(ParPage)], lus.Count > ParPage);
        await Nommer();
    }

    public async Task<IActionResult> OnGetCsvAsync()
    {
        Lignes = await Filtrer().Include(c => c.Habilitations).ThenInclude(h => h.Delegation).AsSplitQuery().OrderBy(c => c.NormalizedEmail).ToListAsync(Ct);
        await Nommer();
        var lignes = Lignes.SelectMany(c => c.Habilitations.DefaultIfEmpty(), (c, h) => new[]
        {
            c.Email, c.NomAffiche, h is null ? "" : Habilitation.Libelle(h.Role) + (h.Delegation is { } d ? " " + Delegation.Mention(d.Forme, d.DelegantNom) : ""), h?.Uai ?? h?.CirconscriptionCode ?? h?.AcademieCode,
            h is null ? "" : Francais.DateBreve(h.Debut), h?.Fin is { } fin ? Francais.DateBreve(fin) : "", h?.EstActive(Jour) == true ? "oui" : "non",
        });
        return File(Csv.Ecrire(["Courriel", "Nom", "Rôle", "Portée", "Début", "Fin", "En cours"], lignes), Csv.Type, "comptes.csv");
    }

    public string Portee(Habilitation h) => h.Uai is { } uai ? $"{Denominations.GetValueOrDefault(uai, "")} · {uai}" : h.CirconscriptionCode is { } c ? $"{Denominations.GetValueOrDefault(c, "")} · {c}" : h.AcademieCode is { } code ? $"académie {Denominations.GetValueOrDefault(code, code)}" : "toute l’instance";

    IQueryable<Compte> Filtrer()
    {
        var comptes = Db.Users.AsNoTracking();
        foreach (var mot in (Recherche ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(5))
        {
            var motif = Motif(mot);
            comptes = comptes.Where(c => EF.Functions.Like(c.NormalizedEmail!, motif) || EF.Functions.Like(c.NomAffiche.ToUpper(), motif)
                || c.Habilitations.Any(h => EF.Functions.Like(h.Uai!, motif) || EF.Functions.Like(h.AcademieCode!, motif)));
        }

        return Role is { } role ? comptes.Where(c => c.Habilitations.Any(h => h.Role == role)) : comptes;
    }

    /// <summary>Chaque lettre accentuée vaut n'importe quelle lettre : les deux bases ne mettent pas « é » en majuscule de la même façon.</summary>
    static string Motif(string mot)
    {
        var motif = new StringBuilder("%");
        foreach (var c in mot)
        {
            motif.Append(char.IsAsciiLetterOrDigit(c) || c is '@' or '.' or '-' ? char.ToUpperInvariant(c) : '_');
        }

        return motif.Append('%').ToString();
    }

    async Task Nommer()
    {
        var uais = Lignes.SelectMany(c => c.Habilitations).Select(h => h.Uai).OfType<string>().Distinct().ToList();
        var noms = await Db.Etablissements.Where(e => uais.Contains(e.Uai)).Select(e => new { Cle = e.Uai, Nom = e.Denomination })
            .Concat(Db.Academies.Select(a => new { Cle = a.Code, Nom = a.Libelle })).Concat(Db.Circonscriptions.Select(c => new { Cle = c.Code, Nom = c.Nom })).ToListAsync(Ct);
        Denominations = noms.ToDictionary(n => n.Cle, n => n.Nom);
    }
}
