using System.Reflection;

namespace RelationshipKit.Tests.Conventions;

/// <summary>All that the packages publish.</summary>
internal static class PublicApi
{
    public static Assembly Core { get; } = typeof(ContactId).Assembly;

    public static Assembly Interchange { get; } = Assembly.Load("RelationshipKit.Interchange");

    public static Assembly Testing { get; } = Assembly.Load("RelationshipKit.Testing");

    public static Type[] Types { get; } = [.. Core.GetExportedTypes(), .. Interchange.GetExportedTypes(), .. Testing.GetExportedTypes()];

    public static IEnumerable<Type> Structs => Types.Where(type => type is { IsValueType: true, IsEnum: false });

    /// <summary>Gets what a caller can call: constructors, methods, operators and accessors declared here.</summary>
    public static IEnumerable<MethodBase> Callables => Types.SelectMany(CallablesOf);

    public static string Describe(MemberInfo member) => $"{member.DeclaringType!.FullName}.{member.Name}";

    private static IEnumerable<MethodBase> CallablesOf(Type type)
    {
        const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        return type.IsSubclassOf(typeof(Delegate)) || type.IsEnum ? [] : [.. type.GetConstructors(Declared), .. type.GetMethods(Declared)];
    }
}
