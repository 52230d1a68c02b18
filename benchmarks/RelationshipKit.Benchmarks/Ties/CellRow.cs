using NodaTime;
using RelationshipKit.Ties;

namespace RelationshipKit.Benchmarks.Ties;

/// <summary>A cell as a caller would write it down: days and times as numbers.</summary>
public sealed record CellRow(int Day, bool IsRich, double Weight, long Earliest, long Latest, long? Outgoing, long? Incoming)
{
    public static CellRow Of(TieCell cell) => new(
        Period.DaysBetween(new LocalDate(1970, 1, 1), cell.Date),
        cell.Class == ChannelClass.Rich,
        cell.Weight,
        PlainFold.MicrosOf(cell.Earliest),
        PlainFold.MicrosOf(cell.Latest),
        cell.LastOutgoing is { } outgoing ? PlainFold.MicrosOf(outgoing) : null,
        cell.LastIncoming is { } incoming ? PlainFold.MicrosOf(incoming) : null);
}
