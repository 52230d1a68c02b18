using RelationshipKit.Benchmarks.Peers;
using RelationshipKit.Benchmarks.Ties;

namespace RelationshipKit.Benchmarks.Bulk;

/// <summary>
/// What a caller would write without the kit to fold a stream in no order: ties apart by counting, each sorted by time, then
/// <see cref="RunningSums"/>.
/// </summary>
internal static class PlainTable
{
    public static RunningSums[] Fold(
        ReadOnlySpan<int> ties, ReadOnlySpan<long> micros, ReadOnlySpan<byte> kinds, ReadOnlySpan<byte> directions, int count)
    {
        var offsets = new int[count + 1];
        foreach (var tie in ties)
        {
            offsets[tie + 1]++;
        }

        for (var tie = 0; tie < count; tie++)
        {
            offsets[tie + 1] += offsets[tie];
        }

        var (at, rows, next) = (new long[ties.Length], new int[ties.Length], offsets.AsSpan(0, count).ToArray());
        for (var i = 0; i < ties.Length; i++)
        {
            var place = next[ties[i]]++;
            (at[place], rows[place]) = (micros[i], i);
        }

        var plain = new PlainFold(TieTableStream.Zone);
        var sums = new RunningSums[count];
        for (var tie = 0; tie < count; tie++)
        {
            var (first, end) = (offsets[tie], offsets[tie + 1]);
            Array.Sort(at, rows, first, end - first);
            for (var i = first; i < end; i++)
            {
                var (weight, isRich) = PeerData.Weights[kinds[rows[i]]];
                sums[tie].Add(at[i], plain.DayOf(at[i]), weight, isRich, (Direction)directions[rows[i]]);
            }
        }

        return sums;
    }
}
