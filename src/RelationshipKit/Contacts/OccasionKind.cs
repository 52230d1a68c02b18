using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using RelationshipKit.Numerics;

namespace RelationshipKit.Contacts;

/// <summary>What an occasion is about: a birthday, an anniversary, an achievement, or a kind of the host's own.</summary>
/// <remarks>
/// <para>Names are kept in lower case, so that kinds compare without case. A kind of the host's own comes back each year.</para>
/// <para>Immutable, so it is safe to share between threads.</para>
/// </remarks>
[JsonConverter(typeof(ValueJsonConverter<OccasionKind>))]
public sealed record OccasionKind : ISpanParsable<OccasionKind>, ISpanFormattable
{
    private OccasionKind(string name, int rank)
    {
        Name = name;
        Rank = rank;
    }

    /// <summary>Gets the day of birth.</summary>
    public static OccasionKind Birthday { get; } = new("birthday", 0);

    /// <summary>Gets the day of something that is remembered each year.</summary>
    public static OccasionKind Anniversary { get; } = new("anniversary", 1);

    /// <summary>Gets the day of something achieved once.</summary>
    public static OccasionKind Achievement { get; } = new("achievement", 2);

    /// <summary>Gets the name.</summary>
    public string Name { get; }

    /// <summary>Gets the name with its article, as a sentence has it.</summary>
    internal string WithArticle => $"{("aeiou".Contains(Name[0], StringComparison.Ordinal) ? "an" : "a")} {Name}";

    private int Rank { get; }

    /// <summary>Returns the kind with a name, stock or the host's own. Case does not matter.</summary>
    /// <param name="name">From 1 to 256 characters, without control characters, unpaired surrogates and white space at its ends.</param>
    /// <returns>The kind.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> breaks the rule above.</exception>
    public static OccasionKind FromName(string name) => Names.Check(name).ToLowerInvariant() switch
    {
        "birthday" => Birthday,
        "anniversary" => Anniversary,
        "achievement" => Achievement,
        var own => new OccasionKind(own, 3),
    };

    /// <inheritdoc/>
    public static OccasionKind Parse(string s, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s);
        return TryRead(s, provider, out var result) ? result
            : throw new FormatException("The text is not valid; it must be a name of 1 to 256 characters.");
    }

    /// <inheritdoc/>
    static OccasionKind ISpanParsable<OccasionKind>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s.ToString(), provider);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out OccasionKind result) =>
        TryRead(s, provider, out result) && s is not null;

    /// <inheritdoc/>
    static bool ISpanParsable<OccasionKind>.TryParse(
        ReadOnlySpan<char> s, IFormatProvider? provider, [MaybeNullWhen(false)] out OccasionKind result) =>
        TryRead(s, provider, out result);

    private static bool TryRead(ReadOnlySpan<char> s, IFormatProvider? provider, [MaybeNullWhen(false)] out OccasionKind result) =>
        Texts.TryMake(s, FromName, out result);

    /// <summary>Returns the name.</summary>
    /// <returns>The value of <see cref="Name"/>.</returns>
    public override string ToString() => Name;

    /// <inheritdoc/>
    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) => Name;

    /// <inheritdoc/>
    bool ISpanFormattable.TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        Texts.TryFormat(Name, destination, out charsWritten);
}
