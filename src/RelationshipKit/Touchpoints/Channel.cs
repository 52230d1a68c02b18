using System.Diagnostics.CodeAnalysis;
using RelationshipKit.Numerics;

namespace RelationshipKit.Touchpoints;

/// <summary>The means by which a touchpoint happened.</summary>
/// <remarks>
/// <para>
/// A channel is a name. What a touchpoint through it weighs, and whether it is light or rich, is a convention that
/// the fold settings hold, so that one history can be read under several conventions.
/// </para>
/// <para>Channels are equal when their names are, ordinally. Instances are immutable and safe to share between threads.</para>
/// </remarks>
public sealed record Channel
{
    private static readonly Channel[] StockChannels =
        [new("message"), new("e-mail"), new("social"), new("letter"), new("voice"), new("video"), new("in-person"), new("group-event")];

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

    /// <summary>Gets the name of the channel.</summary>
    public string Name { get; }

    /// <summary>Returns the channel with exactly the given name, stock or the host's own.</summary>
    /// <param name="name">From 1 to 256 characters, without control characters, unpaired surrogates and white space at its ends.</param>
    /// <returns>A channel whose <see cref="Name"/> is <paramref name="name"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> breaks the rule above.</exception>
    public static Channel FromName(string name)
    {
        Names.Check(name);
        return Array.Find(StockChannels, channel => channel.Name == name) ?? new Channel(name);
    }

    /// <summary>Reads the name of a stock channel the way people write it.</summary>
    /// <param name="text">A stock name; case, spaces, hyphens and underscores do not matter.</param>
    /// <returns>The stock channel.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is <see langword="null"/>.</exception>
    /// <exception cref="FormatException"><paramref name="text"/> names no stock channel.</exception>
    public static Channel Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out var channel)
            ? channel
            : throw new FormatException($"'{text}' is no channel; it must be one of {string.Join(", ", Stock)}.");
    }

    /// <summary>Reads the name of a stock channel the way people write it, if it is one.</summary>
    /// <param name="text">A stock name; case, spaces, hyphens and underscores do not matter.</param>
    /// <param name="channel">The stock channel, if there is one.</param>
    /// <returns><see langword="true"/> if <paramref name="text"/> names a stock channel.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Channel? channel)
    {
        channel = text is null ? null : Array.Find(StockChannels, stock => Plain(stock.Name) == Plain(text));
        return channel is not null;
    }

    /// <summary>Returns the name of the channel.</summary>
    /// <returns>The value of <see cref="Name"/>.</returns>
    public override string ToString() => Name;

    private static string Plain(string text) =>
        string.Concat(text.Where(c => c is not (' ' or '-' or '_'))).ToUpperInvariant();
}
