using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json.Serialization;
using RelationshipKit.Forecasts;
using RelationshipKit.Planning.Health;
using RelationshipKit.Planning.Weeks;
using RelationshipKit.Ties;

namespace RelationshipKit.Tests.Conventions;

/// <summary>What a book answers can be sent as it is: text, numbers and ids, and nothing that an owner wrote about somebody.</summary>
public class ResultConventionTests
{
    // A state has bytes of its own; a contact and a touchpoint are what the owner keeps, a rhythm is what a table is fitted to, not an
    // answer about them.
    private static readonly ImmutableHashSet<Type> NoResults =
        [typeof(RelationshipBook), typeof(TieState), typeof(Contact), typeof(Touchpoint), typeof(RhythmState)];

    [Fact]
    public void Results_HoldOnlyWhatJsonCanSay()
    {
        var seen = new HashSet<Type>();
        foreach (var method in typeof(RelationshipBook)
            .GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(method => !method.IsSpecialName))
        {
            Check(method.ReturnType, method.Name, seen);
        }

        Assert.Superset(
            new HashSet<Type>
            {
                typeof(RelationshipScore),
                typeof(DueContact),
                typeof(WeekPlan),
                typeof(BookUpdate),
                typeof(NetworkHealth)
            }, seen);
    }

    private static void Check(Type type, string path, HashSet<Type> seen)
    {
        foreach (var argument in type.IsGenericType ? type.GetGenericArguments() : [])
        {
            Check(argument, path, seen);
        }

        if (type.Assembly != typeof(RelationshipBook).Assembly || type.GetCustomAttribute<JsonConverterAttribute>() is not null
            || NoResults.Contains(type)
            || !seen.Add(type))
        {
            return;
        }

        Assert.False(type.IsEnum, $"{path}: the enumeration {type.Name} is a number in JSON; it must be a word.");
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetCustomAttribute<JsonIgnoreAttribute>() is null))
        {
            var held = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            var at = $"{path}.{property.Name}";
            Assert.False(
                held.Namespace?.StartsWith("NodaTime", StringComparison.Ordinal) ?? false,
                $"{at} is a {held.Name}; JSON must have it as text.");
            Assert.False(
                held == typeof(Contact) || held == typeof(Touchpoint) || held == typeof(ICadencePolicy),
                $"{at} is a {held.Name}, which says more than a result should.");
            Check(held, at, seen);
        }
    }
}
