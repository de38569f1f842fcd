using Microsoft.EntityFrameworkCore;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Comptes;

/// <summary>Qui tient une qualité, qui peut la tenir pour lui, et les délégations d'une portée.</summary>
public static class Delegations
{
    /// <summary>Les qualités qui se délèguent : proposer et établir pour le chef, décider pour le recteur.</summary>
    public static bool SeDelegue(Role role) => role is Role.ChefEtablissement or Role.Recteur;

    public sealed record Titulaire(long CompteId, string Nom);

    /// <summary>Ceux qui tiennent eux-mêmes cette qualité ce jour-là, délégations exclues.</summary>
    public static Task<List<Titulaire>> Titulaires(NeuviemeDb db, Habilitation visee, DateOnly jour, CancellationToken ct) =>
        db.Habilitations.Where(h => h.Role == visee.Role && h.Uai == visee.Uai && h.AcademieCode == visee.AcademieCode && h.Delegation == null && h.Debut <= jour && (h.Fin == null || h.Fin >= jour))
            .Join(db.Users, h => h.CompteId, c => c.Id, (h, c) => new { c.Id, c.NomAffiche }).Distinct().OrderBy(c => c.Id).Select(c => new Titulaire(c.Id, c.NomAffiche)).ToListAsync(ct);

    /// <summary>Le titulaire, l'administrateur ou la ligne de commande ; un délégataire jamais.</summary>
    public static async Task<bool> PeutGerer(NeuviemeDb db, Auteur auteur, IReadOnlyList<Titulaire> titulaires, CancellationToken ct)
    {
        var jour = auteur.Aujourdhui;
        return auteur.CompteId is not { } id || titulaires.Any(t => t.CompteId == id)
            || await db.Habilitations.AnyAsync(h => h.CompteId == id && h.Role == Role.Administrateur && h.Debut <= jour && (h.Fin == null || h.Fin >= jour), ct);
    }

    /// <summary>
    /// Les qualités propres sur lesquelles la délégation peut s'appuyer : adjoint de l'établissement, ou gestionnaire du rectorat.
    /// L'intérim d'un établissement peut aussi aller à la direction d'un autre de l'académie.
    /// </summary>
    public static IQueryable<Habilitation> Appuis(NeuviemeDb db, Habilitation visee, FormeDeDelegation? forme) =>
        db.Habilitations.Where(h => h.Delegation == null && (visee.Role == Role.Recteur
            ? h.Role == Role.GestionnaireRectorat && h.AcademieCode == visee.AcademieCode
            : (h.Role == Role.Adjoint && h.Uai == visee.Uai) || (forme == FormeDeDelegation.ParInterim && (h.Role == Role.Adjoint || h.Role == Role.ChefEtablissement)
                && db.Etablissements.Any(e => e.Uai == h.Uai && db.Etablissements.Any(v => v.Uai == visee.Uai && v.AcademieCode == e.AcademieCode)))));

    /// <summary>Les délégations d'une portée, la plus récente d'abord ; toutes les portées quand <paramref name="visee"/> est nulle.</summary>
    public static Task<List<DelegationDite>> Lire(NeuviemeDb db, Habilitation? visee, CancellationToken ct) =>
        Lire(db, visee is null ? db.Delegations : DeLaPortee(db, visee), ct);

    public static async Task<DelegationDite?> Une(NeuviemeDb db, Habilitation? visee, long id, CancellationToken ct) =>
        (await Lire(db, (visee is null ? db.Delegations : DeLaPortee(db, visee)).Where(d => d.HabilitationId == id), ct)).FirstOrDefault();

    public static Task<List<DelegationDite>> DuCompte(NeuviemeDb db, long compteId, CancellationToken ct) =>
        Lire(db, db.Delegations.Where(d => d.Habilitation!.CompteId == compteId), ct);

    static IQueryable<Delegation> DeLaPortee(NeuviemeDb db, Habilitation visee) =>
        db.Delegations.Where(d => d.Habilitation!.Role == visee.Role && d.Habilitation.Uai == visee.Uai && d.Habilitation.AcademieCode == visee.AcademieCode);

    static Task<List<DelegationDite>> Lire(NeuviemeDb db, IQueryable<Delegation> delegations, CancellationToken ct) =>
        delegations.AsNoTracking().OrderByDescending(d => d.Habilitation!.Debut).ThenByDescending(d => d.HabilitationId).Take(200)
            .Join(db.Users, d => d.Habilitation!.CompteId, c => c.Id, (d, c) => new DelegationDite(
                d.HabilitationId, c.Id, c.NomAffiche, d.Forme, d.DelegantNom, d.Habilitation!.Role, d.Habilitation.Uai, d.Habilitation.AcademieCode,
                d.Habilitation.Debut, d.Habilitation.Fin, d.RevoqueeLe, d.RevoqueePar, d.Appui!.Fin,
                db.Habilitations.Where(r => r.CompteId == d.DelegantId && r.Role == d.Habilitation.Role && r.Uai == d.Habilitation.Uai && r.AcademieCode == d.Habilitation.AcademieCode && r.Delegation == null)
                    .Max(r => (DateOnly?)(r.Fin ?? DateOnly.MaxValue)))).ToListAsync(ct);
}

/// <summary>Une délégation telle qu'on la lit, et qu'on peut la révoquer.</summary>
/// <param name="DelegantFin">Le dernier jour où le délégant tient lui-même la qualité ; nul s'il ne la tient pas.</param>
public sealed record DelegationDite(
    long Id, long CompteId, string Delegataire, FormeDeDelegation Forme, string Delegant, Role Role, string? Uai, string? AcademieCode,
    DateOnly Debut, DateOnly? Fin, DateTime? RevoqueeLe, string RevoqueePar, DateOnly? AppuiFin, DateOnly? DelegantFin)
{
    public string Mention => Delegation.Mention(Forme, Delegant);

    public bool Revocable(DateOnly jour) => RevoqueeLe is null && (Fin is null || Fin >= jour);

    /// <summary>« en cours », « à partir du 1er mars 2027 », « révoquée le … par … » : où elle en est ce jour-là.</summary>
    public string Etat(DateOnly jour) => this switch
    {
        { RevoqueeLe: { } instant } => $"révoquée le {Francais.Date(Horloge.AParis(instant))} par {RevoqueePar}",
        _ when Fin < jour => "terminée",
        _ when AppuiFin < jour => "éteinte : le délégataire n’a plus la qualité sur laquelle elle s’appuyait",
        // L'intérim survit au départ de qui il remplace.
        _ when Forme == FormeDeDelegation.ParDelegation && !(DelegantFin >= jour) => "éteinte : le délégant n’a plus la qualité qu’il déléguait",
        _ when Debut > jour => "à venir",
        _ => "en cours",
    };
}
