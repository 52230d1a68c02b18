using System.Collections.Immutable;

namespace RelationshipKit.Touchpoints;

/// <summary>Everything the kit says of one stock channel, in one row: adding a channel is adding its row.</summary>
/// <remarks>
/// Weights, classes and minutes are conventions, not measurements: the order is that of media richness
/// (Daft and Lengel 1986), the minutes are what a short touch takes.
/// </remarks>
/// <param name="Name">The name, which never changes.</param>
/// <param name="Weight">What one contact by it weighs, more than 0 and at most 1.</param>
/// <param name="IsRich">Whether it deepens a tie: both are heard at once.</param>
/// <param name="Minutes">The minutes of a planned touch; null if touches by it are not planned.</param>
/// <param name="Deepening">Its place among the channels offered as a next step, the first one 1; 0 for never.</param>
internal sealed record StockChannel(string Name, double Weight, bool IsRich, int? Minutes, int Deepening = 0)
{
    /// <summary>Gets all rows in the order in which the channels were added to the kit.</summary>
    public static ImmutableArray<StockChannel> All { get; } =
    [
        new("message", 0.4, IsRich: false, Minutes: 5),
        new("e-mail", 0.3, IsRich: false, Minutes: 10),
        new("social", 0.1, IsRich: false, Minutes: 5),
        new("letter", 0.5, IsRich: false, Minutes: 20),
        new("voice", 0.7, IsRich: true, Minutes: 20, Deepening: 1),
        new("video", 0.8, IsRich: true, Minutes: 30, Deepening: 2),
        new("in-person", 1, IsRich: true, Minutes: 45, Deepening: 3),
        new("group-event", 0.5, IsRich: true, Minutes: null),
        new("voice-message", 0.5, IsRich: false, Minutes: 5),
    ];

    public Channel Channel => Channel.FromName(Name);
}
