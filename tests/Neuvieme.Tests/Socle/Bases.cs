using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Neuvieme.Tests.Socle;

public enum Base { Sqlite, PostgreSql }

/// <summary>
/// Une ligne de théorie par base : <c>[Theory, SurLesDeuxBases] Task X(Base sur)</c>. Les arguments de l'attribut
/// suivent la base ; répéter l'attribut répète les cas. Sans serveur PostgreSQL, sa ligne est ignorée, jamais tue.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class SurLesDeuxBasesAttribute(params object?[] suite) : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        IReadOnlyCollection<ITheoryDataRow> lignes =
        [
            new TheoryDataRow([Base.Sqlite, .. suite]),
            new TheoryDataRow([Base.PostgreSql, .. suite]) { Skip = ServeurPostgreSql.Present ? null : "ignoré : PostgreSQL absent" },
        ];
        return ValueTask.FromResult(lignes);
    }

    public override bool SupportsDiscoveryEnumeration() => true;
}
