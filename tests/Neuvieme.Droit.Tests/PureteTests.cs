using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Neuvieme.Droit.ImpSecondDegre;

namespace Neuvieme.Droit.Tests;

/// <summary>Le droit ne dépend que du langage : ni horloge, ni fichier, ni virgule flottante.</summary>
public sealed class PureteTests
{
    const BindingFlags Tout = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
    static readonly Assembly Droit = typeof(Montant).Assembly;

    [Fact]
    public void N_a_pour_reference_que_la_bibliotheque_de_base() =>
        Droit.GetReferencedAssemblies().Select(a => a.Name).Order(StringComparer.Ordinal)
            .Except(["System.Collections", "System.Linq", "System.Memory", "System.Runtime", "System.Runtime.InteropServices", "System.Runtime.Intrinsics"], StringComparer.Ordinal).ShouldBeEmpty();

    [Fact]
    public void Aucune_virgule_flottante_dans_les_signatures_ni_les_variables()
    {
        var fautes = new List<string>();
        foreach (Type type in Droit.GetTypes())
        {
            foreach (FieldInfo f in type.GetFields(Tout)) Noter(f.FieldType, $"{type}.{f.Name}", fautes);
            foreach (MethodBase m in type.GetMethods(Tout).Cast<MethodBase>().Concat(type.GetConstructors(Tout)))
            {
                string nom = $"{type}.{m.Name}";
                if (m is MethodInfo { ReturnType: var retour }) Noter(retour, nom, fautes);
                foreach (ParameterInfo p in m.GetParameters()) Noter(p.ParameterType, nom, fautes);
                foreach (LocalVariableInfo v in m.GetMethodBody()?.LocalVariables ?? []) Noter(v.LocalType, nom, fautes);
            }
        }

        fautes.ShouldBeEmpty();
    }

    [Fact]
    public void N_appelle_ni_horloge_ni_fichier_ni_reseau_ni_hasard()
    {
        using var pe = new PEReader(File.OpenRead(Droit.Location));
        MetadataReader lecteur = pe.GetMetadataReader();
        var types = lecteur.TypeReferences.Select(lecteur.GetTypeReference)
            .Select(t => $"{lecteur.GetString(t.Namespace)}.{lecteur.GetString(t.Name)}").ToHashSet(StringComparer.Ordinal);
        string[] membres = [.. lecteur.MemberReferences.Select(h => lecteur.GetString(lecteur.GetMemberReference(h).Name))];

        types.Where(t => t.StartsWith("System.IO.", StringComparison.Ordinal) || t.StartsWith("System.Net.", StringComparison.Ordinal)
            || t is "System.TimeProvider" or "System.Environment" or "System.Random" or "System.Guid" or "System.Console" or "System.Diagnostics.Stopwatch").ShouldBeEmpty();
        membres.Intersect(["get_Now", "get_UtcNow", "get_Today", "GetTimestamp"], StringComparer.Ordinal).ShouldBeEmpty();
        types.ShouldContain("System.DateOnly");
    }

    [Fact]
    public void Juger_n_alloue_rien()
    {
        Situation[] situations = [.. Enumerable.Range(0, 2000).Select(Tirage.Une), Faits.Reference];
        int somme = Parcourir(situations);
        for (int i = 0; i < 50; i++) somme += Parcourir(situations);

        long avant = GC.GetAllocatedBytesForCurrentThread();
        somme += Parcourir(situations);

        (GC.GetAllocatedBytesForCurrentThread() - avant).ShouldBe(0);
        somme.ShouldBeGreaterThan(0);
    }

    static int Parcourir(Situation[] situations)
    {
        int somme = 0;
        foreach (ref readonly Situation s in situations.AsSpan()) somme += (int)Evaluation.Juger(in s, Parametres.Defaut).Issue;
        return somme;
    }

    static void Noter(Type type, string ou, List<string> fautes)
    {
        Type[] parties = [type.HasElementType ? type.GetElementType()! : type, .. type.IsGenericType ? type.GetGenericArguments() : []];
        if (parties.Any(t => t == typeof(float) || t == typeof(double) || t == typeof(Half))) fautes.Add(ou);
    }
}
