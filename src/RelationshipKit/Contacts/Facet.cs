using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using RelationshipKit.Numerics;

namespace RelationshipKit;

/// <summary>A side of a relationship: the role in which two people know each other.</summary>
/// <remarks>
/// <para>One contact may have several facets at once: a friend who is also a client.</para>
/// <para>Facets are equal when their names are, ordinally. Instances are immutable and safe to share between threads.</para>
/// </remarks>
[JsonConverter(typeof(ValueJsonConverter<Facet>))]
public sealed record Facet : ISpanParsable<Facet>, ISpanFormattable
{
    private Facet(string name) => Name = name;

    /// <summary>Gets the facet of friends and private life.</summary>
    public static Facet Personal { get; } = new("personal");

    /// <summary>Gets the facet of work.</summary>
    public static Facet Professional { get; } = new("professional");

    /// <summary>Gets the facet of clubs, neighbourhoods, causes and congregations.</summary>
    public static Facet Community { get; } = new("community");

    /// <summary>Gets the facet of kin.</summary>
    public static Facet Family { get; } = new("family");

    /// <summary>Gets the name of the facet.</summary>
    public string Name { get; }

    /// <summary>Returns the facet with the given name, stock or the host's own.</summary>
    /// <param name="name">From 1 to 256 characters, without control characters, unpaired surrogates and white space at its ends.</param>
    /// <returns>A facet whose <see cref="Name"/> is <paramref name="name"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> breaks the rule above.</exception>
    public static Facet FromName(string name) => name switch
    {
        "personal" => Personal,
        "professional" => Professional,
        "community" => Community,
        "family" => Family,
        _ => new Facet(Names.Check(name)),
    };

    /// <inheritdoc/>
    public static Facet Parse(string s, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s);
        return TryRead(s, provider, out var result) ? result
            : throw new FormatException("The text is not valid; it must be a name of 1 to 256 characters.");
    }

    /// <inheritdoc/>
    static Facet ISpanParsable<Facet>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s.ToString(), provider);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out Facet result) =>
        TryRead(s, provider, out result) && s is not null;

    /// <inheritdoc/>
    static bool ISpanParsable<Facet>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, [MaybeNullWhen(false)] out Facet result) =>
        TryRead(s, provider, out result);

    private static bool TryRead(ReadOnlySpan<char> s, IFormatProvider? provider, [MaybeNullWhen(false)] out Facet result) =>
        Texts.TryMake(s, FromName, out result);

    /// <inheritdoc/>
    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) => ToString();

    /// <inheritdoc/>
    bool ISpanFormattable.TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        Texts.TryFormat(ToString(), destination, out charsWritten);

    /// <summary>Returns the name of the facet.</summary>
    /// <returns>The value of <see cref="Name"/>.</returns>
    public override string ToString() => Name;
}
