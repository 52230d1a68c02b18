using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace RelationshipKit.Tests.Conventions;

/// <summary>The promises every public type keeps, checked on all of them at once.</summary>
public class PublicApiConventionTests
{
    private static readonly Type[] ForeignTimeTypes =
        [typeof(DateTime), typeof(DateTimeOffset), typeof(DateOnly), typeof(TimeOnly), typeof(TimeSpan)];

    private static readonly string[] OrderOperators = ["op_LessThan", "op_LessThanOrEqual", "op_GreaterThan", "op_GreaterThanOrEqual"];

    public static TheoryData<Type> Structs => [.. PublicApi.Structs.Where(type => !type.IsGenericType && !type.IsByRefLike)];

    [Fact]
    public void Classes_AreSealedOrStatic() =>
        Assert.Empty(PublicApi.Types.Where(type => type is { IsClass: true, IsSealed: false }).Select(type => type.FullName));

    [Fact]
    public void Structs_AreReadOnly() =>
        Assert.Empty(
            PublicApi.Structs.Where(type => !type.IsDefined(typeof(IsReadOnlyAttribute)) && !IsEnumerator(type))
                .Select(type => type.FullName));

    [Fact]
    public void Properties_AreReadOnlyOrInitOnly() =>
        Assert.Empty(
            PublicApi.Types.SelectMany(type => type.GetProperties())
                .Where(property => PublicApi.Types.Contains(property.DeclaringType) && property.SetMethod is { IsPublic: true } setter
                    && !setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)))
                .Select(PublicApi.Describe));

    [Fact]
    public void Fields_AreConstants() =>
        Assert.Empty(
            PublicApi.Types.Where(type => !type.IsEnum)
                .SelectMany(type => type.GetFields())
                .Where(field => !field.IsLiteral)
                .Select(PublicApi.Describe));

    [Fact]
    public void ComparableTypes_HaveAllFourOperators() =>
        Assert.Empty(
            PublicApi.Types.Where(type => !type.IsGenericTypeDefinition && type.IsAssignableTo(typeof(IComparable<>).MakeGenericType(type)))
                .SelectMany(type => OrderOperators.Where(name => type.GetMethod(name) is null).Select(name => $"{type} {name}")));

    [Fact]
    public void Signatures_SpeakNodaTimeOnly() =>
        Assert.Empty(
            PublicApi.Callables
                .Where(method => TypesIn(method).Intersect(ForeignTimeTypes).Any())
                .Select(PublicApi.Describe));

    [Fact]
    public void Methods_ReturnNoArraysButBytes() =>
        Assert.Empty(
            PublicApi.Callables.OfType<MethodInfo>()
                .Where(method => method.ReturnType.IsArray && method.ReturnType != typeof(byte[]))
                .Select(PublicApi.Describe));

    [Fact]
    public void ToString_IsWrittenByHand() =>
        Assert.Empty(
            PublicApi.Types
                .Where(type => type is { IsInterface: false, IsEnum: false } and not { IsAbstract: true, IsSealed: true })
                .Where(type => !type.IsSubclassOf(typeof(Exception)) && !type.IsSubclassOf(typeof(Delegate)) && !IsEnumerator(type))
                .Where(type => type.GetMethod(nameof(ToString), Type.EmptyTypes) is { } method
                    && (method.DeclaringType != type || method.IsDefined(typeof(CompilerGeneratedAttribute))))
                .Select(type => type.FullName));

    [Fact]
    public void CoreAssembly_DependsOnNodaTimeAndInjectionAbstractionsOnly() =>
        Assert.DoesNotContain(
            PublicApi.Core.GetReferencedAssemblies().Select(reference => reference.Name!),
            name => name is not ("NodaTime" or "Microsoft.Extensions.DependencyInjection.Abstractions")
                && !name.StartsWith("System.", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Structs))]
    public void Default_OfAStruct_IsAGoodValue(Type type)
    {
        var value = RuntimeHelpers.GetUninitializedObject(type);
        var same = RuntimeHelpers.GetUninitializedObject(type);

        Assert.True(value.Equals(same));
        Assert.Equal(value.GetHashCode(), same.GetHashCode());
        Assert.NotNull(value.ToString());
        Assert.False(value.Equals(null));
        if (value is IComparable comparable)
        {
            Assert.Equal(0, comparable.CompareTo(same));
        }

        foreach (var property in type.GetProperties().Where(property => property.GetMethod is { IsPublic: true, IsStatic: false }))
        {
            // Reading must not fail, whatever it finds.
            _ = property.GetValue(value);
        }
    }

    private static bool IsEnumerator(Type type) => type.IsNested && type.IsAssignableTo(typeof(IEnumerator));

    private static IEnumerable<Type> TypesIn(MethodBase method) =>
        method.GetParameters()
            .Select(parameter => parameter.ParameterType)
            .Append(method is MethodInfo { ReturnType: var returned } ? returned : typeof(void))
            .SelectMany(Flatten);

    private static IEnumerable<Type> Flatten(Type type) =>
        type.HasElementType
            ? Flatten(type.GetElementType()!)
            : type.GetGenericArguments().SelectMany(Flatten).Append(type);
}
