using System.Globalization;
using System.Runtime.CompilerServices;
using RelationshipKit.Numerics;
using RelationshipKit.Ties;
using RelationshipKit.Time;

namespace RelationshipKit.Bulk;

/// <summary>A batch of touchpoints as columns, one element of each for a touchpoint.</summary>
internal readonly ref struct TouchColumns
{
    // Below it, looking at each costs less than looking at columns.
    private const int Few = 256;

    public TouchColumns(ReadOnlySpan<int> ties, ReadOnlySpan<long> unixMicros, ReadOnlySpan<byte> kinds, ReadOnlySpan<byte> directions)
    {
        Ties = ties;
        UnixMicros = unixMicros;
        Kinds = kinds;
        Directions = directions;
    }

    public int Count => Ties.Length;

    public ReadOnlySpan<int> Ties { get; }

    public ReadOnlySpan<long> UnixMicros { get; }

    public ReadOnlySpan<byte> Kinds { get; }

    public ReadOnlySpan<byte> Directions { get; }

    public TouchColumns Slice(int start, int length) =>
        new(Ties.Slice(start, length), UnixMicros.Slice(start, length), Kinds.Slice(start, length), Directions.Slice(start, length));

    /// <summary>
    /// Throws if the columns are not of one length or an element lies outside its range; returns the oldest and the newest instant.
    /// </summary>
    public (long Oldest, long Newest) Check(int tieCount, int kindCount)
    {
        CheckLength(UnixMicros.Length, "unixMicros");
        CheckLength(Kinds.Length, "kinds");
        CheckLength(Directions.Length, "directions");
        return Count < Few ? CheckEach(tieCount, kindCount) : CheckAll(tieCount, kindCount);
    }

    /// <summary>Throws if a tie would have more touchpoints than an int can count.</summary>
    public void ThrowIfTooMany(KindColumns kinds, int tieCount, Func<int, int> touchpointsOf)
    {
        var more = new int[tieCount];
        for (var i = 0; i < Count; i++)
        {
            more[Ties[i]] += kinds.IsContact(Kinds[i]) ? 1 : 0;
        }

        for (var tie = 0; tie < tieCount; tie++)
        {
            ThrowIfTooMany(tie, (long)touchpointsOf(tie) + more[tie]);
        }
    }

    public static void ThrowIfTooMany(int tie, long touchpoints)
    {
        if (touchpoints > int.MaxValue)
        {
            throw new OverflowException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Tie {tie} would have {touchpoints} touchpoints; a tie must have at most {int.MaxValue}."));
        }
    }

    private (long Oldest, long Newest) CheckAll(int tieCount, int kindCount)
    {
        var (oldest, newest) = ColumnScan.Range(UnixMicros);
        if (ColumnScan.Largest(Ties) >= (uint)tieCount
            || oldest < SupportedTime.FirstMicros
            || newest > SupportedTime.LastMicros
            || ColumnScan.Largest(Kinds) >= kindCount
            || ColumnScan.Largest(Directions) > (byte)Direction.Mutual)
        {
            CheckEach(tieCount, kindCount);
        }

        return (oldest, newest);
    }

    [MethodImpl(Compile.AtOnce)]
    private (long Oldest, long Newest) CheckEach(int tieCount, int kindCount)
    {
        var (oldest, newest) = (SupportedTime.LastMicros, SupportedTime.FirstMicros);
        for (var i = 0; i < Ties.Length; i++)
        {
            var micros = UnixMicros[i];
            if ((uint)Ties[i] >= (uint)tieCount
                || micros < SupportedTime.FirstMicros
                || micros > SupportedTime.LastMicros
                || Kinds[i] >= kindCount
                || Directions[i] > (byte)Direction.Mutual)
            {
                ThrowOutOfRange(i, tieCount, kindCount);
            }

            oldest = Math.Min(oldest, micros);
            newest = Math.Max(newest, micros);
        }

        return (oldest, newest);
    }

    private void CheckLength(int length, string name)
    {
        if (length != Count)
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture, $"There are {length} elements of {name} for {Count} ties; there must be one for each."),
                name);
        }
    }

    private void ThrowOutOfRange(int i, int tieCount, int kindCount)
    {
        ThrowUnlessWithin("ties", i, Ties[i], 0, tieCount - 1L);
        ThrowUnlessWithin("unixMicros", i, UnixMicros[i], SupportedTime.FirstMicros, SupportedTime.LastMicros);
        ThrowUnlessWithin("kinds", i, Kinds[i], 0, kindCount - 1);
        ThrowUnlessWithin("directions", i, Directions[i], 0, (byte)Direction.Mutual);
    }

    private static void ThrowUnlessWithin(string name, int index, long value, long min, long max)
    {
        if (value < min || value > max)
        {
            throw new ArgumentOutOfRangeException(
                name,
                min > max
                    ? string.Create(CultureInfo.InvariantCulture, $"{name}[{index}] is {value}; there are no ties.")
                    : string.Create(CultureInfo.InvariantCulture, $"{name}[{index}] is {value}; it must be from {min} to {max}."));
        }
    }
}
