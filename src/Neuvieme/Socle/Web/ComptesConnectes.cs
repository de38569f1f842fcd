using System.Data.Common;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Socle.Web;

/// <summary>Une habilitation active avec ce que l'en-tête montre.</summary>
public sealed record HabilitationActive(long Id, Role Role, Etablissement? Etablissement, Academie? Academie, Revision Revision)
{
    public string Libelle => $"{Habilitation.Libelle(Role)} — {Etablissement?.Denomination ?? Academie?.Libelle ?? "toute l’instance"}";
}

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
                    FROM "Agents" g WHERE g."CompteId" = c."Id") END
        FROM "Comptes" c
        LEFT JOIN "Habilitations" h ON h."CompteId" = c."Id" AND h."Debut" <= @p1 AND (h."Fin" IS NULL OR h."Fin" >= @p1)
        LEFT JOIN "Etablissements" e ON e."Uai" = h."Uai"
        LEFT JOIN "Academies" t ON t."Code" = e."AcademieCode"
        LEFT JOIN "Academies" a ON a."Code" = h."AcademieCode"
        WHERE c."Id" = @p0
        ORDER BY h."Id"
        """;

    readonly LectureChaude _lecture = new(options.Base, Sql);

    sealed record Ligne(string Nom, string Timbre, HabilitationActive? Habilitation);

    public async Task<CompteConnecte?> Lire(long id, DateOnly jour, CancellationToken ct)
    {
        var lignes = await _lecture.Lire(Lire, ct, id, jour);
        return lignes.Count == 0 ? null : new(lignes[0].Nom, lignes[0].Timbre, [.. lignes.Select(l => l.Habilitation).OfType<HabilitationActive>()]);
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
        return new(nom, timbre, new HabilitationActive(l.GetInt64(2), role, etablissement, academie, revision));
    }

    public void Dispose() => _lecture.Dispose();
}
