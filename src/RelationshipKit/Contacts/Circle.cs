using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using RelationshipKit.Numerics;

namespace RelationshipKit;

/// <summary>A layer of closeness with an advised capacity.</summary>
/// <remarks>
/// <para>
/// The stock circles are Dunbar's layers (Dunbar 1998; Hill and Dunbar 2003): 5, 15, 50 and 150 people, each counting the closer ones in.
/// They are advice, not a target.
/// </para>
/// <para>Circles are equal when name and capacity are. Instances are immutable and safe to share between threads.</para>
/// </remarks>
[JsonConverter(typeof(ValueJsonConverter<Circle>))]
public sealed record Circle : ISpanParsable<Circle>, ISpanFormattable
{
    private const int LargestCapacity = 1_000_000;

    private Circle(string name, int advisedCapacity)
    {
        Name = name;
        AdvisedCapacity = advisedCapacity;
    }

    /// <summary>Gets the support clique: the few one turns to in trouble, about 5.</summary>
    public static Circle Inner { get; } = new("inner", 5);

    /// <summary>Gets the sympathy group: close friends and kin, about 15 with the inner circle.</summary>
    public static Circle Close { get; } = new("close", 15);

    /// <summary>Gets the affinity group: good friends and colleagues, about 50 with the closer circles.</summary>
    public static Circle Affinity { get; } = new("affinity", 50);

    /// <summary>Gets the active network: everybody one keeps up with, about 150 with the closer circles.</summary>
    public static Circle Active { get; } = new("active", 150);

    /// <summary>Gets the name of the circle.</summary>
    public string Name { get; }

    /// <summary>Gets how many people it is advised to hold, those of closer circles counted in; from 1 to 1,000,000.</summary>
    public int AdvisedCapacity { get; }

    /// <summary>Returns a circle of the host's own.</summary>
    /// <param name="name">From 1 to 256 characters, without control characters, unpaired surrogates and white space at its ends.</param>
    /// <param name="advisedCapacity">From 1 to 1,000,000.</param>
    /// <returns>The circle.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> breaks the rule above.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="advisedCapacity"/> lies outside its range.</exception>
    public static Circle Create(string name, int advisedCapacity)
    {
        Names.Check(name);
        Guard.InRange(advisedCapacity, 1, LargestCapacity);
        return new Circle(name, advisedCapacity);
    }

    /// <summary>Returns the circle with a name: a stock one, or one of the host's own with the capacity of <see cref="Active"/>.</summary>
    /// <param name="name">From 1 to 256 characters, without control characters, unpaired surrogates and white space at its ends.</param>
    /// <returns>The circle.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> breaks the rule above.</exception>
    public static Circle FromName(string name) => name switch
    {
        "inner" => Inner,
        "close" => Close,
        "affinity" => Affinity,
        "active" => Active,
        _ => new Circle(Names.Check(name), Active.AdvisedCapacity),
    };

    /// <inheritdoc/>
    public static Circle Parse(string s, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s);
        return TryRead(s, provider, out var result) ? result
            : throw new FormatException("The text is not valid; it must be a name, with an advised capacity in parentheses if wanted.");
    }

    /// <inheritdoc/>
    static Circle ISpanParsable<Circle>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s.ToString(), provider);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out Circle result) =>
        TryRead(s, provider, out result) && s is not null;

    /// <inheritdoc/>
    static bool ISpanParsable<Circle>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, [MaybeNullWhen(false)] out Circle result) =>
        TryRead(s, provider, out result);

    private static bool TryRead(ReadOnlySpan<char> s, IFormatProvider? provider, [MaybeNullWhen(false)] out Circle result)
    {
        // What ToString writes is read back with its capacity; a name alone is enough.
        var open = s.LastIndexOf(" (");
        if (open > 0 && s[^1] == ')' && int.TryParse(s[(open + 2)..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var capacity)
            && capacity is >= 1 and <= LargestCapacity)
        {
            return Texts.TryMake(s[..open], name => Create(name, capacity), out result);
        }

        return Texts.TryMake(s, FromName, out result);
    }

    /// <inheritdoc/>
    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) => ToString();

    /// <inheritdoc/>
    bool ISpanFormattable.TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        Texts.TryFormat(ToString(), destination, out charsWritten);

    /// <inheritdoc/>
    /// <remarks>Circles are equal when their names are, ordinally; the capacity is advice.</remarks>
    public bool Equals(Circle? other) => other is not null && Name == other.Name;

    /// <inheritdoc/>
    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

    /// <summary>Returns the name and the capacity in the invariant culture.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name} ({AdvisedCapacity})");
}
