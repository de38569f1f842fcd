using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Socle.Web;

/// <summary>Une habilitation active avec ce que l'en-tête montre.</summary>
public sealed record HabilitationActive(long Id, Role Role, Etablissement? Etablissement, Academie? Academie)
{
    public string Libelle => $"{Habilitation.Libelle(Role)} — {Etablissement?.Denomination ?? Academie?.Libelle ?? "toute l’instance"}";
}

/// <summary>Qui est là, en quelle qualité, sur quelle portée et pour quelle année scolaire : chargé en une requête par page.</summary>
public sealed class Contexte(NeuviemeDb db, IHttpContextAccessor acces, Horloge horloge)
{
    public const string CookieHabilitation = "neuvieme-qualite";
    public const string CookieAnnee = "neuvieme-annee";
    const string TimbreDeSecurite = "AspNet.Identity.SecurityStamp";
    bool _charge;

    public long? CompteId { get; private set; }
    public string Nom { get; private set; } = "";
    public IReadOnlyList<HabilitationActive> Habilitations { get; private set; } = [];
    public HabilitationActive? Active { get; private set; }
    public AnneeScolaire Annee { get; private set; }

    public Role? Role => Active?.Role;
    public Etablissement Etablissement => Active?.Etablissement ?? throw new InvalidOperationException("Page d'établissement ouverte sans établissement.");
    public string AcademieCode => Active?.Academie?.Code ?? Active?.Etablissement?.AcademieCode ?? "";

    public Auteur Auteur => new(CompteId, Nom, Active is null ? "Agent" : Habilitation.Libelle(Active.Role), horloge.MaintenantUtc, horloge.Aujourdhui);

    HttpContext Http => acces.HttpContext ?? throw new InvalidOperationException("Hors d'une requête.");

    public async Task Charger(CancellationToken ct)
    {
        if (_charge)
        {
            return;
        }

        _charge = true;
        Annee = AnneeDemandee();
        if (!long.TryParse(Http.User.FindFirst(System.Security.Claims.ClaimTypes.NameIdentifier)?.Value, out var id))
        {
            return;
        }

        var jour = horloge.Aujourdhui;
        var lignes = await (
            from c in db.Users.AsNoTracking()
            where c.Id == id
            from h in db.Habilitations.Where(h => h.CompteId == c.Id && h.Debut <= jour && (h.Fin == null || h.Fin >= jour)).DefaultIfEmpty()
            from e in db.Etablissements.Where(e => h != null && e.Uai == h.Uai).DefaultIfEmpty()
            from a in db.Academies.Where(a => h != null && a.Code == h.AcademieCode).DefaultIfEmpty()
            orderby h!.Id
            select new { c.NomAffiche, c.SecurityStamp, Habilitation = h, Etablissement = e, Tutelle = e!.Academie, Academie = a }).ToListAsync(ct);
        if (lignes.Count == 0)
        {
            // Compte supprimé depuis l'ouverture de la session : le cookie ne vaut plus rien.
            return;
        }

        if (Http.User.FindFirst(TimbreDeSecurite)?.Value != lignes[0].SecurityStamp)
        {
            // Mot de passe changé ou réinitialisé ailleurs : les sessions d'avant ne valent plus rien, tout de suite.
            return;
        }

        foreach (var ligne in lignes.Where(l => l.Etablissement is not null))
        {
            ligne.Etablissement!.Academie = ligne.Tutelle;
        }

        CompteId = id;
        Nom = lignes[0].NomAffiche;
        Habilitations = [.. lignes.Where(l => l.Habilitation is not null)
            .Select(l => new HabilitationActive(l.Habilitation!.Id, l.Habilitation.Role, l.Etablissement, l.Academie))];
        _ = long.TryParse(Http.Request.Cookies[CookieHabilitation], out var preferee);
        Active = Habilitations.FirstOrDefault(h => h.Id == preferee) ?? (Habilitations.Count > 0 ? Habilitations[0] : null);
    }

    /// <summary>Garde la qualité choisie si elle ouvre la page, sinon prend la première qui l'ouvre.</summary>
    public bool Choisir(IReadOnlyList<Role> roles)
    {
        if (Active is not null && roles.Contains(Active.Role))
        {
            return true;
        }

        var autre = Habilitations.FirstOrDefault(h => roles.Contains(h.Role));
        Active = autre ?? Active;
        return autre is not null;
    }

    /// <summary>De février à août on prépare la rentrée qui vient (circulaire 2015-058 : procédure de février à juin).</summary>
    public static AnneeScolaire AnneeParDefaut(DateOnly jour) => new(jour.Month >= 2 ? jour.Year : jour.Year - 1);

    AnneeScolaire AnneeDemandee()
    {
        var defaut = AnneeParDefaut(horloge.Aujourdhui);
        return int.TryParse(Http.Request.Cookies[CookieAnnee], out var debut) && debut >= 2015 && debut <= defaut.Debut + 1
            ? new AnneeScolaire(debut) : defaut;
    }
}
