using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using RelationshipKit.Numerics;
using RelationshipKit.Touchpoints;

namespace RelationshipKit;

/// <summary>The means by which a touchpoint happened.</summary>
/// <remarks>
/// <para>
/// A channel is a name. What a touchpoint through it weighs, and whether it is light or rich, is a convention that
/// the fold settings hold, so that one history can be read under several conventions.
/// </para>
/// <para>
/// Names are kept in lower case, so that channels compare without case. Instances are immutable and safe to share between threads.
/// </para>
/// </remarks>
[JsonConverter(typeof(ValueJsonConverter<Channel>))]
public sealed record Channel : ISpanParsable<Channel>, ISpanFormattable
{
    private static readonly Channel[] StockChannels = [.. StockChannel.All.Select(row => new Channel(row.Name))];

    private Channel(string name) => Name = name;

    /// <summary>Gets the stock channels, in the order in which they are declared.</summary>
    public static IReadOnlyList<Channel> Stock { get; } = Array.AsReadOnly(StockChannels);

    /// <summary>Gets the channel of chat and text messages.</summary>
    public static Channel Message => StockChannels[0];

    /// <summary>Gets the channel of electronic mail.</summary>
    public static Channel Email => StockChannels[1];

    /// <summary>Gets the channel of reactions and comments on social media.</summary>
    public static Channel Social => StockChannels[2];

    /// <summary>Gets the channel of letters and cards on paper.</summary>
    public static Channel Letter => StockChannels[3];

    /// <summary>Gets the channel of voice calls.</summary>
    public static Channel Voice => StockChannels[4];

    /// <summary>Gets the channel of video calls.</summary>
    public static Channel Video => StockChannels[5];

    /// <summary>Gets the channel of meetings face to face.</summary>
    public static Channel InPerson => StockChannels[6];

    /// <summary>Gets the channel of events with many people: parties, conferences, rehearsals.</summary>
    public static Channel GroupEvent => StockChannels[7];

    /// <summary>Gets the channel of recorded voice messages, in a chat or on an answering machine.</summary>
    public static Channel VoiceMessage => StockChannels[8];

    /// <summary>Gets the name of the channel.</summary>
    public string Name { get; }

    /// <summary>Returns the channel with the given name, stock or the host's own. Case does not matter.</summary>
    /// <param name="name">From 1 to 256 characters, without control characters, unpaired surrogates and white space at its ends.</param>
    /// <returns>A channel whose <see cref="Name"/> is <paramref name="name"/> in lower case.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> breaks the rule above.</exception>
    public static Channel FromName(string name)
    {
        Names.Check(name);
        var lower = name.ToLowerInvariant();
        return Array.Find(StockChannels, channel => channel.Name == lower) ?? new Channel(lower);
    }

    /// <summary>Finds a stock channel by its name the way people write it.</summary>
    /// <param name="text">A stock name; case, spaces, hyphens and underscores do not matter.</param>
    /// <returns>The stock channel, or null if the text names none.</returns>
    public static Channel? FindStock(string? text) =>
        text is null ? null : Array.Find(StockChannels, stock => Plain(stock.Name) == Plain(text));

    /// <summary>Reads the name of a channel, stock or the host's own.</summary>
    /// <param name="s">
    /// A stock name the way people write it, as for <see cref="FindStock"/>; else a name as for <see cref="FromName"/>.
    /// </param>
    /// <param name="provider">Not used: names are the same everywhere.</param>
    /// <returns>The channel.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="s"/> is <see langword="null"/>.</exception>
    /// <exception cref="FormatException"><paramref name="s"/> breaks the rule of <see cref="FromName"/>.</exception>
    public static Channel Parse(string s, IFormatProvider? provider = null)
    {
        ArgumentNullException.ThrowIfNull(s);
        return TryRead(s, provider, out var result) ? result
            : throw new FormatException("The text is not valid; it must be a name of 1 to 256 characters.");
    }

    /// <inheritdoc/>
    static Channel ISpanParsable<Channel>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s.ToString(), provider);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out Channel result) =>
        TryRead(s, provider, out result) && s is not null;

    /// <inheritdoc/>
    static bool ISpanParsable<Channel>.TryParse(
        ReadOnlySpan<char> s, IFormatProvider? provider, [MaybeNullWhen(false)] out Channel result) =>
        TryRead(s, provider, out result);

    private static bool TryRead(ReadOnlySpan<char> s, IFormatProvider? provider, [MaybeNullWhen(false)] out Channel result)
    {
        result = FindStock(s.ToString());
        return result is not null || Texts.TryMake(s, FromName, out result);
    }

    /// <inheritdoc/>
    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) => ToString();

    /// <inheritdoc/>
    bool ISpanFormattable.TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        Texts.TryFormat(ToString(), destination, out charsWritten);

    /// <summary>Returns the name of the channel.</summary>
    /// <returns>The value of <see cref="Name"/>.</returns>
    public override string ToString() => Name;

    private static string Plain(string text) =>
        string.Concat(text.Where(c => c is not (' ' or '-' or '_'))).ToUpperInvariant();
}
