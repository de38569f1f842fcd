using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Neuvieme.Socle.BaseDeDonnees.Migrations;

/// <summary>Une migration est un fichier SQL par base, que l'administrateur du rectorat peut lire avant de l'appliquer.</summary>
public abstract class MigrationSql(string nom) : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var fichier = $"Migrations.{nom}.{(migrationBuilder.ActiveProvider?.Contains("Npgsql", StringComparison.Ordinal) == true ? "PostgreSql" : "Sqlite")}.sql";
        using var flux = typeof(MigrationSql).Assembly.GetManifestResourceStream(fichier)
            ?? throw new InvalidOperationException($"Migration absente du programme : {fichier}");
        using var lecteur = new StreamReader(flux);
        migrationBuilder.Sql(lecteur.ReadToEnd());
    }
}

[DbContext(typeof(NeuviemeDb))]
[Migration("20261122000000_Initiale")]
public sealed class Initiale() : MigrationSql("0001_Initiale");

[DbContext(typeof(NeuviemeDb))]
[Migration("20261122000002_CleSaisie")]
public sealed class CleSaisie() : MigrationSql("0002_CleSaisie");

[DbContext(typeof(NeuviemeDb))]
[Migration("20261122000003_DatesDeMission")]
public sealed class DatesDeMission() : MigrationSql("0003_DatesDeMission");

[DbContext(typeof(NeuviemeDb))]
[Migration("20261122000004_MoisDePaie")]
public sealed class MoisDePaie() : MigrationSql("0004_MoisDePaie");

[DbContext(typeof(NeuviemeDb))]
[Migration("20261122000005_Enveloppes")]
public sealed class Enveloppes() : MigrationSql("0005_Enveloppes");

[DbContext(typeof(NeuviemeDb))]
[Migration("20261122000006_Instances")]
public sealed class Instances() : MigrationSql("0006_Instances");

[DbContext(typeof(NeuviemeDb))]
[Migration("20261122000007_Instruction")]
public sealed class Instruction() : MigrationSql("0007_Instruction");

[DbContext(typeof(NeuviemeDb))]
[Migration("20261122000008_Scenarios")]
public sealed class Scenarios() : MigrationSql("0008_Scenarios");

[DbContext(typeof(NeuviemeDb))]
[Migration("20261122000009_Delegations")]
public sealed class Delegations() : MigrationSql("0009_Delegations");

[DbContext(typeof(NeuviemeDb))]
[Migration("20261122000010_Candidatures")]
public sealed class Candidatures() : MigrationSql("0010_Candidatures");

[DbContext(typeof(NeuviemeDb))]
[Migration("20261122000011_Courriels")]
public sealed class Courriels() : MigrationSql("0011_Courriels");

[DbContext(typeof(NeuviemeDb))]
[Migration("20261122000012_FileDesCourriels")]
public sealed class FileDesCourriels() : MigrationSql("0012_FileDesCourriels");

[DbContext(typeof(NeuviemeDb))]
[Migration("20261122000013_Campagnes")]
public sealed class Campagnes() : MigrationSql("0013_Campagnes");

[DbContext(typeof(NeuviemeDb))]
[Migration("20261122000014_Annuaire")]
public sealed class Annuaire() : MigrationSql("0014_Annuaire");

[DbContext(typeof(NeuviemeDb))]
[Migration("20261122000015_PremierDegre")]
public sealed class PremierDegre() : MigrationSql("0015_PremierDegre");

[DbContext(typeof(NeuviemeDb))]
[Migration("20261122000016_Amendements")]
public sealed class Amendements() : MigrationSql("0016_Amendements");

[DbContext(typeof(NeuviemeDb))]
[Migration("20261122000017_Retraits")]
public sealed class Retraits() : MigrationSql("0017_Retraits");

[DbContext(typeof(NeuviemeDb))]
[Migration("20261122000018_PremierJourDeDecharge")]
public sealed class PremierJourDeDecharge() : MigrationSql("0018_PremierJourDeDecharge");

[DbContext(typeof(NeuviemeDb))]
[Migration("20261122000019_Signatures")]
public sealed class Signatures() : MigrationSql("0019_Signatures");

[DbContext(typeof(NeuviemeDb))]
[Migration("20261122000020_MissionsDirectes")]
public sealed class MissionsDirectes() : MigrationSql("0020_MissionsDirectes");

[DbContext(typeof(NeuviemeDb))]
[Migration("20261122000021_LettresDirectes")]
public sealed class LettresDirectes() : MigrationSql("0021_LettresDirectes");

[DbContext(typeof(NeuviemeDb))]
[Migration("20261122000022_Modeles")]
public sealed class Modeles() : MigrationSql("0022_Modeles");

[DbContext(typeof(NeuviemeDb))]
[Migration("20261122000023_Travaux")]
public sealed class TravauxDeFond() : MigrationSql("0023_Travaux");

[DbContext(typeof(NeuviemeDb))]
[Migration("20261122000024_Echeanciers")]
public sealed class Echeanciers() : MigrationSql("0024_Echeanciers");

[DbContext(typeof(NeuviemeDb))]
[Migration("20261122000025_SuiviDesLettres")]
public sealed class SuiviDesLettres() : MigrationSql("0025_SuiviDesLettres");

[DbContext(typeof(NeuviemeDb))]
[Migration("20261122000026_Avenants")]
public sealed class Avenants() : MigrationSql("0026_Avenants");

[DbContext(typeof(NeuviemeDb))]
[Migration("20261122000027_Clotures")]
public sealed class Clotures() : MigrationSql("0027_Clotures");

[DbContext(typeof(NeuviemeDb))]
[Migration("20261122000029_Visa")]
public sealed class Visa() : MigrationSql("0029_Visa");

[DbContext(typeof(NeuviemeDb))]
[Migration("20261123000030_LettresDAvenant")]
public sealed class LettresDAvenant() : MigrationSql("0030_LettresDAvenant");

[DbContext(typeof(NeuviemeDb))]
[Migration("20261123000031_FondementDeLArret")]
public sealed class FondementDeLArret() : MigrationSql("0031_FondementDeLArret");

[DbContext(typeof(NeuviemeDb))]
[Migration("20261123000033_ClesDAcces")]
public sealed class ClesDAcces() : MigrationSql("0033_ClesDAcces");

[DbContext(typeof(NeuviemeDb))]
[Migration("20261123000034_Seances")]
public sealed class Seances() : MigrationSql("0034_Seances");
