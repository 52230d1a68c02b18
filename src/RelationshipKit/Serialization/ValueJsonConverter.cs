using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using RelationshipKit.Serialization;

namespace RelationshipKit;

/// <summary>
/// Writes and reads the values of the kit as JSON: those with a text form as text, strengths as numbers, the others as objects.
/// </summary>
/// <typeparam name="T">A value type of the kit that carries this converter.</typeparam>
/// <remarks>
/// System.Text.Json uses it by itself, with source generation too, which is why it is public.
/// It has no state, so it is thread-safe.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ValueJsonConverter<T> : JsonConverter<T>
    where T : notnull
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            return ValueForms.Of<T>().Read(ref reader) ?? throw new JsonException();
        }
        catch (Exception problem) when (problem is ArgumentException or FormatException or InvalidOperationException)
        {
            throw new JsonException(problem.Message, problem);
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ValueForms.Of<T>().Write(writer, value);
    }

    /// <inheritdoc/>
    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Read(ref reader, typeToConvert, options);

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WritePropertyName(ValueForms.Of<T>().Name(value));
    }

    /// <summary>Returns what the converter is for.</summary>
    /// <returns>A text such as "JSON of Strength".</returns>
    public override string ToString() => $"JSON of {typeof(T).Name}";
}
