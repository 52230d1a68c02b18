using System.Globalization;
using System.Runtime.InteropServices;
using NodaTime;
using NodaTime.Text;
using RelationshipKit.Time;

namespace RelationshipKit.Ties;

/// <summary>What is left of one owner-local day with one contact, for light or for rich channels.</summary>
/// <remarks>
/// <para>
/// A burst of messages counts once: the cell keeps the largest weight of the day, its earliest and latest instants, and when each
/// direction was last seen. Cells of one day and class merge component by component (largest, smallest, latest), which is commutative,
/// associative and idempotent, so the order in which touchpoints become known never matters.
/// </para>
/// <para>The default value of this type is a light cell of weight 0 on 1970-01-01; no state holds it.</para>
/// <para>This type is an immutable value type, so it is safe to share between threads.</para>
/// </remarks>
[StructLayout(LayoutKind.Auto)] // 48 bytes; in the order of the members below it would be 56
public readonly record struct TieCell
{
    // The time of a direction that was not seen that day.
    internal const long Never = long.MinValue;

    // Kept relative to Never, so that the default value has seen neither direction.
    private readonly long outgoingFromNever;
    private readonly long incomingFromNever;

    internal TieCell(int day, ChannelClass @class, double weight, long earliest, long latest, long lastOutgoing, long lastIncoming)
    {
        Day = day;
        Class = @class;
        Weight = weight;
        EarliestMicros = earliest;
        LatestMicros = latest;
        outgoingFromNever = unchecked(lastOutgoing - Never);
        incomingFromNever = unchecked(lastIncoming - Never);
    }

    /// <summary>Gets the date in the owner's zone.</summary>
    public LocalDate Date => LocalDays.DateOf(Day);

    /// <summary>Gets the class of the channels whose touchpoints are in the cell.</summary>
    public ChannelClass Class { get; }

    /// <summary>Gets the largest weight of the day, in (0, 1].</summary>
    public double Weight { get; }

    /// <summary>Gets the instant of the day's first touchpoint in the cell.</summary>
    public Instant Earliest => SupportedTime.FromMicros(EarliestMicros);

    /// <summary>Gets the instant of the day's last touchpoint in the cell: the one it decays from.</summary>
    public Instant Latest => SupportedTime.FromMicros(LatestMicros);

    /// <summary>Gets when the owner last took the outgoing part that day; <see langword="null"/> if never.</summary>
    public Instant? LastOutgoing => InstantOf(LastOutgoingMicros);

    /// <summary>Gets when the contact last took the incoming part that day; <see langword="null"/> if never.</summary>
    public Instant? LastIncoming => InstantOf(LastIncomingMicros);

    internal int Day { get; }

    internal long EarliestMicros { get; }

    internal long LatestMicros { get; }

    internal long LastOutgoingMicros => unchecked(outgoingFromNever + Never);

    internal long LastIncomingMicros => unchecked(incomingFromNever + Never);

    /// <summary>Returns the date, class and weight in the invariant culture.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{LocalDatePattern.Iso.Format(Date)} {(Class == ChannelClass.Rich ? "rich" : "light")} {Weight:0.###}");

    /// <summary>Orders cells by day, light before rich.</summary>
    internal static int Compare(in TieCell left, in TieCell right) =>
        left.Day != right.Day ? left.Day.CompareTo(right.Day) : (int)left.Class - (int)right.Class; // comparing enums as such boxes them

    internal TieCell MergedWith(in TieCell other) => new(
        Day,
        Class,
        Math.Max(Weight, other.Weight),
        Math.Min(EarliestMicros, other.EarliestMicros),
        Math.Max(LatestMicros, other.LatestMicros),
        Math.Max(LastOutgoingMicros, other.LastOutgoingMicros),
        Math.Max(LastIncomingMicros, other.LastIncomingMicros));

    private static Instant? InstantOf(long micros) => micros == Never ? null : SupportedTime.FromMicros(micros);
}
