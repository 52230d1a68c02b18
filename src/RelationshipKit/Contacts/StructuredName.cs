using System.Text.Json.Serialization;
using RelationshipKit.Numerics;

namespace RelationshipKit.Contacts;

/// <summary>A name in its parts, as address books keep it. Every part may be absent.</summary>
/// <remarks>
/// <para>Each part has from 1 to 256 characters, without control characters and white space at its ends.</para>
/// <para>Immutable, so it is safe to share between threads. <see cref="ToString"/> does not print the name.</para>
/// </remarks>
[JsonConverter(typeof(ValueJsonConverter<StructuredName>))]
public sealed record StructuredName
{
    /// <summary>Gets the name that the person is called by.</summary>
    /// <exception cref="ArgumentException">The value breaks the rule above.</exception>
    public string? Given
    {
        get;
        init => field = Check(value, nameof(Given));
    }

    /// <summary>Gets the name of the family.</summary>
    /// <exception cref="ArgumentException">The value breaks the rule above.</exception>
    public string? Family
    {
        get;
        init => field = Check(value, nameof(Family));
    }

    /// <summary>Gets further names.</summary>
    /// <exception cref="ArgumentException">The value breaks the rule above.</exception>
    public string? Additional
    {
        get;
        init => field = Check(value, nameof(Additional));
    }

    /// <summary>Gets what stands before the name, such as a title.</summary>
    /// <exception cref="ArgumentException">The value breaks the rule above.</exception>
    public string? Prefix
    {
        get;
        init => field = Check(value, nameof(Prefix));
    }

    /// <summary>Gets what stands after the name.</summary>
    /// <exception cref="ArgumentException">The value breaks the rule above.</exception>
    public string? Suffix
    {
        get;
        init => field = Check(value, nameof(Suffix));
    }

    /// <summary>Returns a text that does not tell of the person.</summary>
    /// <returns>The text "a name".</returns>
    public override string ToString() => "a name";

    private static string? Check(string? value, string name) => value is null ? null : Names.Check(value, name: name);
}
