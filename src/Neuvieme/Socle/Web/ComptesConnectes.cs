using System.Data.Common;
using System.Globalization;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Socle.Web;

/// <summary>Une habilitation active avec ce que l'en-tête montre.</summary>
public sealed record HabilitationActive(long Id, Role Role, Etablissement? Etablissement, Academie? Academie, Revision Revision, DelegationActive? Delegation = null, Circonscription? Circonscription = null)
{
    /// <summary>« Chef d’établissement », ou « Adjoint, par délégation de Hugo Roussel » : ce que le journal retient.</summary>
    public string Qualite => Delegation is null ? Habilitation.Libelle(Role) : $"{Habilitation.Libelle(Delegation.Appui)}, {Delegation.Mention}";

    public string Libelle => $"{Qualite} — {Etablissement?.Denomination ?? Circonscription?.Nom ?? Academie?.Libelle ?? "toute l’instance"}";
}

/// <summary>La qualité propre du délégataire, ce qui s'imprime sous ses actes et le dernier jour où il peut en faire.</summary>
public sealed record DelegationActive(Role Appui, string Mention, DateOnly Fin);

/// <summary>Ce qu'un compte connecté peut faire ce jour-là.</summary>
public sealed record CompteConnecte(string Nom, string Timbre, IReadOnlyList<HabilitationActive> Habilitations);

/// <summary>La seule lecture que fait chaque page connectée : le compte, ses habilitations du jour et la révision de ce qu'elles montrent.</summary>
public sealed class ComptesConnectes(OptionsApplication options) : IDisposable
{
    const string Sql = """
        SELECT c."NomAffiche", c."SecurityStamp", h."Id", h."Role", h."AcademieCode", a."Libelle",
               e."Uai", e."Denomination", e."AcademieCode", t."Libelle", e."NatureCode", e."Secteur", e."EducationPrioritaire",
               e."Adresse", e."CodePostal", e."Commune", e."Telephone",
               (SELECT MAX(j."Rang") FROM "Journal" j WHERE j."Portee" = h."Uai"),
               (SELECT MAX(j."Rang") FROM "Journal" j WHERE j."Portee" = 'academie:' || COALESCE(h."AcademieCode", e."AcademieCode")),
               CASE WHEN h."Role" = 'Agent' THEN
                   (SELECT string_agg(g."Uai" || ':' || COALESCE((SELECT MAX(j."Rang") FROM "Journal" j WHERE j."Portee" = g."Uai"), 0), ',' ORDER BY g."Uai")
                    FROM "Agents" g WHERE g."CompteId" = c."Id") END,
               d."Forme", d."DelegantNom", p."Role", CAST(h."Fin" AS VARCHAR(10)), k."Code", k."Nom", k."Departement"
        FROM "Comptes" c
        LEFT JOIN "Habilitations" h ON h."CompteId" = c."Id" AND h."Debut" <= @p1 AND (h."Fin" IS NULL OR h."Fin" >= @p1)
            AND NOT EXISTS (SELECT 1 FROM "Delegations" x WHERE x."HabilitationId" = h."Id" AND NOT (
                EXISTS (SELECT 1 FROM "Habilitations" q WHERE q."Id" = x."AppuiId" AND q."Debut" <= @p1 AND (q."Fin" IS NULL OR q."Fin" >= @p1))
                AND (x."Forme" = 'ParInterim' OR EXISTS (SELECT 1 FROM "Habilitations" r WHERE r."CompteId" = x."DelegantId" AND r."Role" = h."Role"
                    AND COALESCE(r."Uai", r."AcademieCode") = COALESCE(h."Uai", h."AcademieCode") AND r."Debut" <= @p1 AND (r."Fin" IS NULL OR r."Fin" >= @p1)
                    AND NOT EXISTS (SELECT 1 FROM "Delegations" y WHERE y."HabilitationId" = r."Id")))))
        LEFT JOIN "Delegations" d ON d."HabilitationId" = h."Id"
        LEFT JOIN "Habilitations" p ON p."Id" = d."AppuiId"
        LEFT JOIN "Etablissements" e ON e."Uai" = h."Uai"
        LEFT JOIN "Academies" t ON t."Code" = e."AcademieCode"
        LEFT JOIN "Academies" a ON a."Code" = h."AcademieCode"
        LEFT JOIN "Circonscriptions" k ON k."Code" = h."CirconscriptionCode"
        WHERE c."Id" = @p0
        ORDER BY h."Id"
        """;

    readonly LectureChaude _lecture = new(options.Base, Sql);

    sealed record Ligne(string Nom, string Timbre, HabilitationActive? Habilitation);

    public async Task<CompteConnecte?> Lire(long id, DateOnly jour, CancellationToken ct)
    {
        var lignes = await _lecture.Lire(Lire, ct, id, jour);
        List<HabilitationActive> actives = [.. lignes.Select(l => l.Habilitation).OfType<HabilitationActive>()];
        // L'adjoint qui tient la délégation de son établissement agit sous elle : sa qualité nue n'ouvre rien de plus.
        actives.RemoveAll(h => h.Role == Role.Adjoint && actives.Any(d => d.Delegation is not null && d.Etablissement?.Uai == h.Etablissement?.Uai));
        return lignes.Count == 0 ? null : new(lignes[0].Nom, lignes[0].Timbre, actives);
    }

    static Ligne Lire(DbDataReader l)
    {
        var (nom, timbre) = (l.GetString(0), l.IsDBNull(1) ? "" : l.GetString(1));
        if (l.IsDBNull(2))
        {
            return new(nom, timbre, null);
        }

        var role = Enum.Parse<Role>(l.GetString(3));
        var academie = l.IsDBNull(4) ? null : new Academie { Code = l.GetString(4), Libelle = l.GetString(5) };
        var etablissement = l.IsDBNull(6) ? null : new Etablissement
        {
            Uai = l.GetString(6),
            Denomination = l.GetString(7),
            AcademieCode = l.GetString(8),
            Academie = new() { Code = l.GetString(8), Libelle = l.GetString(9) },
            NatureCode = l.GetString(10),
            Secteur = Enum.Parse<Secteur>(l.GetString(11)),
            EducationPrioritaire = Enum.Parse<EducationPrioritaire>(l.GetString(12)),
            Adresse = l.GetString(13),
            CodePostal = l.GetString(14),
            Commune = l.GetString(15),
            Telephone = l.GetString(16),
        };
        var revision = role == Role.Agent ? new Revision(l.IsDBNull(19) ? "" : l.GetString(19))
            : Revision.De(l.IsDBNull(17) ? 0 : l.GetInt64(17), l.IsDBNull(18) ? 0 : l.GetInt64(18));
        var delegation = l.IsDBNull(20) ? null
            : new DelegationActive(Enum.Parse<Role>(l.GetString(22)), Delegation.Mention(Enum.Parse<FormeDeDelegation>(l.GetString(20)), l.GetString(21)), DateOnly.Parse(l.GetString(23), CultureInfo.InvariantCulture));
        var circonscription = l.IsDBNull(24) ? null : new Circonscription { Code = l.GetString(24), Nom = l.GetString(25), Departement = l.GetString(26), AcademieCode = academie?.Code ?? "" };
        return new(nom, timbre, new HabilitationActive(l.GetInt64(2), role, etablissement, academie, revision, delegation, circonscription));
    }

    public void Dispose() => _lecture.Dispose();
}
