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
public sealed record OccasionKind : IComparable<OccasionKind>, ISpanParsable<OccasionKind>, ISpanFormattable
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

    /// <summary>Determines whether one kind comes before another.</summary>
    /// <param name="left">The first kind.</param>
    /// <param name="right">The second kind.</param>
    /// <returns><see langword="true"/> if <paramref name="left"/> comes first.</returns>
    public static bool operator <(OccasionKind left, OccasionKind right) => Compare(left, right) < 0;

    /// <summary>Determines whether one kind comes after another.</summary>
    /// <param name="left">The first kind.</param>
    /// <param name="right">The second kind.</param>
    /// <returns><see langword="true"/> if <paramref name="right"/> comes first.</returns>
    public static bool operator >(OccasionKind left, OccasionKind right) => Compare(left, right) > 0;

    /// <summary>Determines whether one kind does not come after another.</summary>
    /// <param name="left">The first kind.</param>
    /// <param name="right">The second kind.</param>
    /// <returns><see langword="true"/> if <paramref name="left"/> comes first or both are equal.</returns>
    public static bool operator <=(OccasionKind left, OccasionKind right) => Compare(left, right) <= 0;

    /// <summary>Determines whether one kind does not come before another.</summary>
    /// <param name="left">The first kind.</param>
    /// <param name="right">The second kind.</param>
    /// <returns><see langword="true"/> if <paramref name="right"/> comes first or both are equal.</returns>
    public static bool operator >=(OccasionKind left, OccasionKind right) => Compare(left, right) >= 0;

    /// <inheritdoc/>
    public static OccasionKind Parse(string s, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s);
        return Parse(s.AsSpan(), provider);
    }

    /// <inheritdoc/>
    public static OccasionKind Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        TryParse(s, provider, out var result) ? result : throw new FormatException("The text is not valid; it must be a name of 1 to 256 characters.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out OccasionKind result) =>
        TryParse(s.AsSpan(), provider, out result) && s is not null;

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, [MaybeNullWhen(false)] out OccasionKind result) => Texts.TryMake(s, FromName, out result);

    /// <summary>Compares two kinds: birthday, anniversary, achievement, then the others by name.</summary>
    /// <param name="other">The kind to compare with.</param>
    /// <returns>A negative number, zero or a positive number, as usual.</returns>
    public int CompareTo(OccasionKind? other) =>
        other is null ? 1
        : Rank != other.Rank ? Rank.CompareTo(other.Rank)
        : string.CompareOrdinal(Name, other.Name);

    /// <summary>Returns the name.</summary>
    /// <returns>The value of <see cref="Name"/>.</returns>
    public override string ToString() => Name;

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => Name;

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) => Texts.TryFormat(Name, destination, out charsWritten);

    private static int Compare(OccasionKind? left, OccasionKind? right) => left is null ? (right is null ? 0 : -1) : left.CompareTo(right);
}
