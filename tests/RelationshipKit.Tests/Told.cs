using System.Collections;
using System.Globalization;
using System.Reflection;

namespace RelationshipKit.Tests;

/// <summary>What results say, property by property. Results have no equality of their own, so tests compare what they say.</summary>
internal static class Told
{
    /// <summary>Returns the public properties of a result, and those of its parts, as one text; numbers to the bit.</summary>
    public static string By(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        ICadencePolicy policy => policy.ToString()!,
        IFormattable other when other.GetType().Assembly != typeof(RelationshipBook).Assembly =>
            other.ToString(null, CultureInfo.InvariantCulture),
        IEnumerable many => $"[{string.Join(", ", many.Cast<object?>().Select(By))}]",
        _ when value.GetType() is { IsEnum: false } type && type.Assembly == typeof(RelationshipBook).Assembly =>
            $"{type.Name} {{ "
                + $"{string.Join(", ", Properties(type).Select(property => $"{property.Name} = {By(property.GetValue(value))}"))} }}",
        _ => value.ToString()!,
    };

    private static IEnumerable<PropertyInfo> Properties(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0)
            .OrderBy(property => property.Name, StringComparer.Ordinal);
}
