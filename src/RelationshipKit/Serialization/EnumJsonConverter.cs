using System.ComponentModel;
using System.Text.Json.Serialization;

namespace RelationshipKit;

/// <summary>
/// Writes and reads the enumerations of the kit as JSON: by name, never by number, so that no value is read that has no name.
/// </summary>
/// <typeparam name="T">An enumeration of the kit that carries this converter.</typeparam>
/// <remarks>
/// System.Text.Json uses it by itself, with source generation too, which is why it is public.
/// It has no state, so it is thread-safe.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EnumJsonConverter<T>() : JsonStringEnumConverter<T>(namingPolicy: null, allowIntegerValues: false)
    where T : struct, Enum
{
    /// <summary>Returns what the converter is for.</summary>
    /// <returns>A text such as "JSON of Direction".</returns>
    public override string ToString() => $"JSON of {typeof(T).Name}";
}
