using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;
using RelationshipKit.Numerics;
using RelationshipKit.Touchpoints;

namespace RelationshipKit;

/// <summary>What identifies a touchpoint: its own id, else its source and key, else its content.</summary>
/// <remarks>
/// <para>The content that identifies is: participants, instant, channel and direction.</para>
/// <para>Keys are equal when they identify the same touchpoint. Instances are immutable and safe to share between threads.</para>
/// <para>The text form contains ids of contacts where the content identifies; it is for the owner's own eyes and stores.</para>
/// </remarks>
[JsonConverter(typeof(ValueJsonConverter<TouchpointKey>))]
public sealed class TouchpointKey : IEquatable<TouchpointKey>, ISpanParsable<TouchpointKey>, ISpanFormattable
{
    private const string ById = "id";
    private const string BySource = "source";
    private const string ByContent = "content";

    // What the identity does not look at may be anything.
    private static readonly Touchpoint Anything = new(ContactId.FromValue("-"), NodaConstants.UnixEpoch, Channel.Message, Direction.Mutual);

    internal TouchpointKey(Touchpoint touchpoint) => Identity = touchpoint;

    /// <summary>Gets a touchpoint that has this identity.</summary>
    internal Touchpoint Identity { get; }

    /// <summary>Determines whether two keys identify the same touchpoint.</summary>
    /// <param name="left">The first key.</param>
    /// <param name="right">The second key.</param>
    /// <returns><see langword="true"/> if they are equal.</returns>
    public static bool operator ==(TouchpointKey? left, TouchpointKey? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Determines whether two keys identify different touchpoints.</summary>
    /// <param name="left">The first key.</param>
    /// <param name="right">The second key.</param>
    /// <returns><see langword="true"/> if they are not equal.</returns>
    public static bool operator !=(TouchpointKey? left, TouchpointKey? right) => !(left == right);

    /// <inheritdoc/>
    public static TouchpointKey Parse(string s, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s);
        return TryRead(s, provider, out var result) ? result
            : throw new FormatException("The text is not valid; it must be the text of a touchpoint's key.");
    }

    /// <inheritdoc/>
    static TouchpointKey ISpanParsable<TouchpointKey>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        Parse(s.ToString(), provider);

    /// <inheritdoc/>
    public static bool TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out TouchpointKey result) =>
        TryRead(s, provider, out result) && s is not null;

    /// <inheritdoc/>
    static bool ISpanParsable<TouchpointKey>.TryParse(
        ReadOnlySpan<char> s, IFormatProvider? provider, [MaybeNullWhen(false)] out TouchpointKey result) =>
        TryRead(s, provider, out result);

    private static bool TryRead(ReadOnlySpan<char> s, IFormatProvider? provider, [MaybeNullWhen(false)] out TouchpointKey result) =>
        Texts.TryMake(s, Read, out result);

    /// <inheritdoc/>
    public bool Equals(TouchpointKey? other) => other is not null && TouchpointIdentity.Comparer.Equals(Identity, other.Identity);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TouchpointKey);

    /// <inheritdoc/>
    public override int GetHashCode() => TouchpointIdentity.Comparer.GetHashCode(Identity);

    /// <summary>Returns a text that <see cref="Parse(string, IFormatProvider?)"/> reads back.</summary>
    /// <returns>Parts separated by slashes, each percent-encoded.</returns>
    public override string ToString() => string.Join('/', Parts().Select(Uri.EscapeDataString));

    /// <inheritdoc/>
    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) => ToString();

    /// <inheritdoc/>
    bool ISpanFormattable.TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        Texts.TryFormat(ToString(), destination, out charsWritten);

    private static TouchpointKey Read(string text)
    {
        var parts = text.Split('/').Select(Uri.UnescapeDataString).ToArray();
        return new TouchpointKey(parts[0] switch
        {
            ById when parts.Length == 2 => Anything with { Id = parts[1] },
            BySource when parts.Length == 3 => Anything with { Source = new SourceKey(parts[1], parts[2]) },
            ByContent when parts.Length >= 5 && InstantPattern.ExtendedIso.Parse(parts[1]).TryGetValue(default, out var at) =>
                new Touchpoint(
                    parts[4..].Select(ContactId.FromValue), at, Channel.FromName(parts[2]),
                    Enum.GetValues<Direction>().Cast<Direction?>().FirstOrDefault(direction => Word(direction!.Value) == parts[3])
                        ?? throw NotOne()),
            _ => throw NotOne(),
        });

        static ArgumentException NotOne() => new("The text is not the text of a touchpoint's key.");
    }

    private static string Word(Direction direction) => direction.ToString().ToLowerInvariant();

    private IEnumerable<string> Parts() =>
        Identity.Id is { } id ? [ById, id]
        : Identity.Source is { } source ? [BySource, source.Source, source.Key]
        :
        [
            ByContent, InstantPattern.ExtendedIso.Format(Identity.At), Identity.Channel.Name, Word(Identity.Direction),
            .. Identity.Participants.Select(participant => participant.Value),
        ];
}
