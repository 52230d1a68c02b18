using NodaTime;
using RelationshipKit.Forecasts;
using RelationshipKit.Interchange;

namespace RelationshipKit.SampleConsole.Input;

/// <summary>A network, the zone to read it in and the instant to look at it.</summary>
/// <param name="Path">Where it came from, as the user said it.</param>
/// <param name="Network">The network.</param>
/// <param name="Zone">The zone asked for, else the network's own.</param>
/// <param name="AsOf">The instant asked for, else the network's own, else its last one.</param>
/// <param name="ListsEverybody">Whether contacts count as ties before their first touchpoint: they do where somebody entered them.</param>
internal sealed record LoadedInput(string Path, Network Network, DateTimeZone Zone, Instant AsOf, bool ListsEverybody)
{
    /// <summary>Gets what the touchpoints are of: as asked, else as the book or the files say.</summary>
    public LogKind LogKind { get; init; }

    /// <summary>Gets the person's own book, if it is one.</summary>
    public RelationshipBook? Book { get; init; }
}
