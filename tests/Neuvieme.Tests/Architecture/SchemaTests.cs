using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Architecture;

/// <summary>Les migrations sont du SQL écrit à la main : la base qu'elles font doit être celle que le modèle décrit, sur les deux moteurs.</summary>
public class SchemaTests
{
    [Theory, SurLesDeuxBases]
    public async Task Migrations_ContreModele_MemeSchema(Base sur)
    {
        await using var migree = await BaseDeTest.Creer(sur);
        await using var vide = await BaseDeTest.Vide(sur);
        await using (var db = vide.Ouvrir())
        {
            await db.Database.EnsureCreatedAsync(TestContext.Current.CancellationToken);
        }

        var voulu = await Decrire(vide, sur);
        var fait = await Decrire(migree, sur);

        voulu.ShouldNotBeEmpty();
        Ecarts(voulu, fait).ShouldBeEmpty();
    }

    [Theory, SurLesDeuxBases]
    public async Task Migrations_Retouchees_EcartsSignales(Base sur)
    {
        await using var migree = await BaseDeTest.Creer(sur);
        var avant = await Decrire(migree, sur);
        await using (var db = migree.Ouvrir())
        {
            await db.Database.ExecuteSqlRawAsync("""
                ALTER TABLE "Academies" ADD COLUMN "Intruse" integer NULL;
                CREATE UNIQUE INDEX "Intrus" ON "Academies" ("Libelle");
                CREATE TABLE "Intruses" ("Code" text NOT NULL PRIMARY KEY REFERENCES "Academies" ("Code"));
                """, TestContext.Current.CancellationToken);
        }

        var ecarts = Ecarts(avant, await Decrire(migree, sur));

        ecarts.ShouldAllBe(e => e.StartsWith("absent du modèle"));
        ecarts.ShouldContain(e => e.Contains("colonne Academies Intruse"));
        ecarts.ShouldContain(e => e.Contains("index Academies") && e.Contains("Libelle"));
        ecarts.ShouldContain(e => e.Contains("Intruses") && e.Contains("Academies") && e.Contains("Code"));
    }

    static string[] Ecarts(List<string> modele, List<string> migrations) =>
        [.. modele.Except(migrations).Select(l => "manque aux migrations : " + l).Concat(migrations.Except(modele).Select(l => "absent du modèle : " + l)).Order(StringComparer.Ordinal)];

    static async Task<List<string>> Decrire(BaseDeTest laBase, Base sur)
    {
        await using var db = laBase.Ouvrir();
        await db.Database.OpenConnectionAsync();
        var connexion = db.Database.GetDbConnection();
        var lignes = new List<string>();
        foreach (var requete in sur == Base.Sqlite ? Sqlite : PostgreSql)
        {
            lignes.AddRange(await Lire(connexion, requete));
        }

        return lignes;
    }

    static async Task<List<string>> Lire(DbConnection connexion, string requete)
    {
        await using var commande = connexion.CreateCommand();
        commande.CommandText = requete;
        await using var lecteur = await commande.ExecuteReaderAsync();
        var lignes = new List<string>();
        while (await lecteur.ReadAsync())
        {
            lignes.Add(string.Join(' ', Enumerable.Range(0, lecteur.FieldCount).Select(i => lecteur.IsDBNull(i) ? "∅" : lecteur.GetValue(i).ToString())));
        }

        return lignes;
    }

    // Un index se compare par ce qu'il fait (colonnes, ordre, unicité, filtre), pas par son nom.
    static readonly string[] Sqlite =
    [
        """
        SELECT 'colonne', t.name, c.name, upper(c.type), CASE WHEN c."notnull" OR c.pk THEN 'not null' ELSE 'null' END, 'clé ' || c.pk
        FROM sqlite_master t JOIN pragma_table_xinfo(t.name) c WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%' AND t.name NOT LIKE '\_\_EF%' ESCAPE '\'
        """,
        """
        SELECT 'étrangère', t.name, f.id >= 0, group_concat(f."from" || '→' || f."table" || '.' || coalesce(f."to", '')), f.on_delete, f.on_update
        FROM sqlite_master t JOIN pragma_foreign_key_list(t.name) f WHERE t.type = 'table' GROUP BY t.name, f.id
        """,
        """
        SELECT 'index', t.name, i."unique", (SELECT group_concat(x.name || ' ' || x.desc || ' ' || x.coll) FROM pragma_index_xinfo(i.name) x WHERE x.key = 1),
          coalesce((SELECT substr(m.sql, instr(upper(m.sql), ' WHERE ')) FROM sqlite_master m WHERE m.name = i.name AND i.partial), '')
        FROM sqlite_master t JOIN pragma_index_list(t.name) i WHERE t.type = 'table' AND t.name NOT LIKE '\_\_EF%' ESCAPE '\'
        """,
        "SELECT 'numérotation', name FROM sqlite_master WHERE type = 'table' AND upper(sql) LIKE '%AUTOINCREMENT%' AND name NOT LIKE 'sqlite%'",
    ];

    static readonly string[] PostgreSql =
    [
        """
        SELECT 'colonne', table_name, column_name, udt_name, coalesce(character_maximum_length, -1), coalesce(datetime_precision, -1),
          'null ' || is_nullable, 'identité ' || coalesce(identity_generation, 'non'), coalesce(column_default, '')
        FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE '\_\_EF%'
        """,
        """
        SELECT 'contrainte', r.relname, c.contype::text, pg_get_constraintdef(c.oid)
        FROM pg_constraint c JOIN pg_class r ON r.oid = c.conrelid JOIN pg_namespace n ON n.oid = r.relnamespace
        WHERE n.nspname = 'public' AND c.contype IN ('p', 'f') AND r.relname NOT LIKE '\_\_EF%'
        """,
        """
        SELECT 'index', r.relname, i.indisunique, array_to_string(ARRAY(SELECT pg_get_indexdef(i.indexrelid, k, true) FROM generate_series(1, i.indnkeyatts) k), ','),
          i.indoption::text, coalesce(pg_get_expr(i.indpred, i.indrelid), '')
        FROM pg_index i JOIN pg_class r ON r.oid = i.indrelid JOIN pg_namespace n ON n.oid = r.relnamespace
        WHERE n.nspname = 'public' AND r.relname NOT LIKE '\_\_EF%'
        """,
    ];
}
