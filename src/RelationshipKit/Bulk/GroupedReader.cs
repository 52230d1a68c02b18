using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using RelationshipKit.Ties;
using RelationshipKit.Time;

namespace RelationshipKit.Bulk;

/// <summary>The first pass over grouped columns: checks the rows of ties, finds their days, and merges those that share one.</summary>
/// <remarks>
/// Nothing in the common way branches on what is random in a history, its kinds and directions. Safe to share between threads.
/// </remarks>
internal sealed class GroupedReader
{
    private readonly GroupedTouchpoints touchpoints;
    private readonly FoldPlan plan;
    private readonly ZoneStretches days;
    private readonly long asOf;
    private readonly int kinds;

    // Light kinds weigh more than 0, rich ones less, attempts nothing.
    private readonly double[] weightOf = new double[TouchpointKinds.MaxRows];

    public GroupedReader(FoldPlan plan, GroupedTouchpoints touchpoints, long asOf)
    {
        this.plan = plan;
        this.touchpoints = touchpoints;
        this.asOf = asOf;
        days = StretchesOf(plan, touchpoints, asOf);
        kinds = plan.Kinds.Count;
        for (var i = 0; i < weightOf.Length; i++)
        {
            weightOf[i] = plan.Kinds.LightWeights[i] - plan.Kinds.RichWeights[i];
        }
    }

    /// <summary>Reads the ties from one up to, but not including, another into the arena's weights, sides, counts and dates.</summary>
    public void Read(TieArena arena, int first, int end)
    {
        var offsets = touchpoints.Offsets.Span;
        var (from, rows) = (offsets[first], offsets[end] - offsets[first]);
        var kindColumn = touchpoints.Kinds.Span.Slice(from, rows);
        var directionColumn = touchpoints.Directions.Span.Slice(from, rows);
        var areKinds = kinds == TouchpointKinds.MaxRows || !kindColumn.ContainsAnyInRange((byte)kinds, byte.MaxValue);
        if (!areKinds || directionColumn.ContainsAnyExceptInRange((byte)0, (byte)3))
        {
            ThrowFirstBadRow(first);
        }

        arena.Reserve(rows);
        directionColumn.CopyTo(arena.Sides);
        for (var tie = first; tie < end; tie++)
        {
            var (start, length) = (offsets[tie], offsets[tie + 1] - offsets[tie]);
            var instants = touchpoints.Instants.Span.Slice(start, length);
            var weights = arena.Weights.AsSpan(start - from, length);
            var sides = arena.Sides.AsSpan(start - from, length);
            if (!TryRead(instants, kindColumn.Slice(start - from, length), weights, sides, arena.Sums, tie - first))
            {
                ReadByDay(tie, instants, kindColumn.Slice(start - from, length), weights, sides, arena.Sums, tie - first);
            }
        }
    }

    private static ZoneStretches StretchesOf(FoldPlan plan, GroupedTouchpoints touchpoints, long asOf)
    {
        var offsets = touchpoints.Offsets.Span;
        var instants = touchpoints.Instants.Span;
        var earliest = asOf;
        for (var tie = 0; tie < touchpoints.Ties; tie++)
        {
            if (offsets[tie] < offsets[tie + 1])
            {
                earliest = Math.Min(earliest, instants[offsets[tie]]);
            }
        }

        return new ZoneStretches(plan.Zone, earliest, asOf);
    }

    // False where a row is bad, or its day is not in the table, or lies before that of an earlier row.
    private bool TryRead(ReadOnlySpan<long> instants, ReadOnlySpan<byte> kindColumn, Span<double> weights, Span<byte> sides, TieSums sums, int index)
    {
        var (table, weightTable, latest) = (days, weightOf, asOf);
        var (attempts, shared, lastTouch) = (0, 0, 0L);
        var (day, previous) = (int.MinValue, SupportedTime.FirstMicros);
        var merge = default(DayMerge);
        var merging = false;
        var row = 0;
        for (; row < instants.Length; row++)
        {
            var at = instants[row];
            if (at < previous)
            {
                return false;
            }

            if (at > latest)
            {
                break;
            }

            previous = at;
            var weight = weightTable[kindColumn[row]];
            weights[row] = weight;
            if (weight == 0)
            {
                sides[row] = 0;
                attempts++;
                continue;
            }

            if (!table.TryDayOf(at, out var today) || today < day)
            {
                return false;
            }

            if (today == day)
            {
                Merge(ref merge, ref merging, weights, sides, row);
                shared++;
            }
            else
            {
                merging = false;
            }

            day = today;
            lastTouch = at;
        }

        if (!AreToCome(instants[row..], previous))
        {
            return false;
        }

        weights[row..].Clear();
        sides[row..].Clear();
        var touches = row - attempts;
        sums.Touchpoints[index] = touches;
        sums.ContactDays[index] = touches - shared;
        sums.LastTouch[index] = lastTouch;
        sums.FirstTouch[index] = touches == 0 ? 0 : instants[attempts == 0 ? 0 : FirstContact(kindColumn)];
        return true;
    }

    // Where clocks were turned back over midnight, where the zone changes twice within a stretch, or centuries away: by days in order.
    private void ReadByDay(
        int tie, ReadOnlySpan<long> instants, ReadOnlySpan<byte> kindColumn, Span<double> weights, Span<byte> sides, TieSums sums, int index)
    {
        ThrowIfUnordered(tie, instants);
        var local = new LocalDays(plan.Zone);
        var (order, contacts) = (new long[instants.Length], 0);
        for (var row = 0; row < instants.Length; row++)
        {
            var isKnown = instants[row] <= asOf;
            weights[row] = isKnown ? weightOf[kindColumn[row]] : 0;
            if (weights[row] == 0)
            {
                sides[row] = 0;
                continue;
            }

            order[contacts++] = ((long)local.DayOf(instants[row]) << 32) | (uint)row;
        }

        var sorted = order.AsSpan(0, contacts);
        sums.Touchpoints[index] = contacts;
        sums.ContactDays[index] = 0;
        sums.FirstTouch[index] = contacts == 0 ? 0 : instants[FirstContact(kindColumn)];
        sums.LastTouch[index] = 0;
        sorted.Sort();
        var merge = default(DayMerge);
        for (var i = 0; i < sorted.Length; i++)
        {
            var row = (int)sorted[i];
            sums.LastTouch[index] = i == 0 ? instants[row] : Math.Max(sums.LastTouch[index], instants[row]);
            if (i > 0 && sorted[i] >> 32 == sorted[i - 1] >> 32)
            {
                merge.Add(weights, sides, row);
                continue;
            }

            merge.Begin(weights, sides, row);
            sums.ContactDays[index]++;
        }
    }

    private int FirstContact(ReadOnlySpan<byte> kindColumn)
    {
        var row = 0;
        while (weightOf[kindColumn[row]] == 0)
        {
            row++;
        }

        return row;
    }

    private static bool AreToCome(ReadOnlySpan<long> instants, long previous)
    {
        foreach (var at in instants)
        {
            if (at < previous || at > SupportedTime.LastMicros)
            {
                return false;
            }

            previous = at;
        }

        return true;
    }

    private static void Merge(ref DayMerge merge, ref bool merging, Span<double> weights, Span<byte> sides, int row)
    {
        if (!merging)
        {
            // The one contact of the day so far; between the two there may be attempts.
            var before = row - 1;
            while (weights[before] == 0)
            {
                before--;
            }

            merge.Begin(weights, sides, before);
            merging = true;
        }

        merge.Add(weights, sides, row);
    }

    private void ThrowIfUnordered(int tie, ReadOnlySpan<long> instants)
    {
        var previous = SupportedTime.FirstMicros;
        for (var row = 0; row < instants.Length; row++)
        {
            if (instants[row] < previous || instants[row] > SupportedTime.LastMicros)
            {
                var rule = row == 0 || instants[row] > SupportedTime.LastMicros || instants[row] < SupportedTime.FirstMicros
                    ? string.Create(CultureInfo.InvariantCulture, $"must be from {SupportedTime.FirstMicros} (0001-01-02) to {SupportedTime.LastMicros} (9999-12-30)")
                    : string.Create(CultureInfo.InvariantCulture, $"must be at least {previous}, that of the row before, for rows of a tie stand in order of time");
                Throw(tie, touchpoints.Offsets.Span[tie] + row, string.Create(CultureInfo.InvariantCulture, $"the instant is {instants[row]}; it {rule}"));
            }

            previous = instants[row];
        }
    }

    [DoesNotReturn]
    private void ThrowFirstBadRow(int firstTie)
    {
        var offsets = touchpoints.Offsets.Span;
        var kindColumn = touchpoints.Kinds.Span;
        var directionColumn = touchpoints.Directions.Span;
        var row = offsets[firstTie];
        while (kindColumn[row] < kinds && directionColumn[row] <= 3)
        {
            row++;
        }

        var tie = firstTie;
        while (offsets[tie + 1] <= row)
        {
            tie++;
        }

        Throw(
            tie,
            row,
            kindColumn[row] >= kinds
                ? string.Create(CultureInfo.InvariantCulture, $"the kind is {kindColumn[row]}; it must be from 0 to {kinds - 1}, a row of {nameof(FoldSettings)}.{nameof(FoldSettings.Kinds)}")
                : string.Create(CultureInfo.InvariantCulture, $"the direction is {directionColumn[row]}; it must be from 0 to 3"));
    }

    [DoesNotReturn]
    private static void Throw(int tie, int row, string problem, string paramName = nameof(touchpoints)) =>
        throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"In row {row}, of tie {tie}, {problem}."), paramName);
}
