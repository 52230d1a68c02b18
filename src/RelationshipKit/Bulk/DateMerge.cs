using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using RelationshipKit.Numerics;

namespace RelationshipKit.Bulk;

/// <summary>Merges rows of one date: for each class and each direction the latest stands in for all, with the largest weight of the class.</summary>
/// <remarks>
/// Which rows share a date, and what they are, is random, and to branch on it would cost more than all the rest; so 64 rows are dealt with at
/// once, as bits. Keeps room for the largest block seen. Not safe to share between threads.
/// </remarks>
internal sealed class DateMerge
{
    private const int PerWord = RowBits.PerWord;

    // By 64 rows: which share the date of the row before; which are rich; which another of the class stands in for.
    private ulong[] shared = [];
    private ulong[] rich = [];
    private ulong[] overtaken = [];

    /// <summary>Merges the rows of a block, in order of date within each tie.</summary>
    /// <param name="block">The rows.</param>
    /// <param name="dates">The dates, the first of which belongs to no row; as <paramref name="weights"/> and <paramref name="sides"/> with room for 64 more rows.</param>
    /// <param name="weights">The weights, rich ones with a minus; those that others stand in for become 0.</param>
    /// <param name="sides">The directions, 1 for outgoing, 2 for incoming, or both; those that others stand in for are taken away.</param>
    [MethodImpl(Compile.AtOnce)]
    public void Merge(in RowBlock block, ReadOnlySpan<double> dates, Span<double> weights, Span<byte> sides)
    {
        var words = (block.Rows + PerWord - 1) / PerWord;
        if (shared.Length <= words)
        {
            (shared, rich, overtaken) = (new ulong[(2 * words) + 1], new ulong[(2 * words) + 1], new ulong[(2 * words) + 1]);
        }

        for (var word = 0; word < words; word++)
        {
            var from = word * PerWord;
            shared[word] = RowBits.Repeats(dates[from..]) & Below(block.Rows - from);
            rich[word] = RowBits.Signs(weights[from..]);
        }

        for (var tie = 0; tie < block.Ties; tie++)
        {
            var start = block.RowsOf(tie).Start;
            shared[start / PerWord] &= ~(1UL << start);
        }

        Overtake(words, sides);
        HandOn(words, weights);
    }

    /// <summary>Counts the rows that share the date of the row before, from one up to, but not including, another.</summary>
    public int CountShared(int start, int end)
    {
        var count = 0;
        for (var word = start / PerWord; word * PerWord < end; word++)
        {
            count += BitOperations.PopCount(shared[word] & Below(end - (word * PerWord)) & ~Below(start - (word * PerWord)));
        }

        return count;
    }

    // From the last rows to the first, as what stands in for a row comes after it.
    [MethodImpl(Compile.AtOnce)]
    private void Overtake(int words, Span<byte> sides)
    {
        // Of the row after, by what it may stand in for: whether it does, or is itself stood in for. And whether its date is that of the row before.
        var (after, next) = (Vector256<ulong>.Zero, 0UL);
        for (var word = words - 1; word >= 0; word--)
        {
            var own = sides.Slice(word * PerWord, PerWord);
            var marks = Vector256.Create(~rich[word], rich[word], RowBits.OfBit(own, 0), RowBits.OfBit(own, 1));
            var goesOn = (shared[word] >> 1) | (next << (PerWord - 1));
            var seen = Seen(marks, after, goesOn);
            (after, next) = ((marks | seen) & Vector256<ulong>.One, shared[word]);
            overtaken[word] = (seen[0] & ~rich[word]) | (seen[1] & rich[word]);
            RowBits.Clear(own, seen[2], seen[3]);
        }
    }

    // Which rows are followed, on their date, by one that is marked.
    private static Vector256<ulong> Seen(Vector256<ulong> marks, Vector256<ulong> after, ulong goesOn)
    {
        var seen = Vector256.Create(goesOn) & (Vector256.ShiftRightLogical(marks, 1) | Vector256.ShiftLeft(after, PerWord - 1));

        // Each step doubles how far a mark is seen.
        for (var (reach, step) = (goesOn, 1); reach != 0 && step < PerWord; step *= 2)
        {
            seen |= Vector256.Create(reach) & Vector256.ShiftRightLogical(seen, step);
            reach &= reach >> step;
        }

        return seen;
    }

    // The larger weight goes to the next row of its class and date. All of one sign, weights compare as their bits do.
    [MethodImpl(Compile.AtOnce)]
    private void HandOn(int words, Span<double> weights)
    {
        for (var word = 0; word < words; word++)
        {
            for (var bits = overtaken[word]; bits != 0; bits &= bits - 1)
            {
                var bit = BitOperations.TrailingZeroCount(bits);
                var row = (word * PerWord) + bit;
                var heir = HeirOf(word, bit);
                var (weight, other) = (BitConverter.DoubleToUInt64Bits(weights[row]), BitConverter.DoubleToUInt64Bits(weights[heir]));
                var isLarger = 0UL - (weight > other ? 1UL : 0UL);
                weights[heir] = BitConverter.UInt64BitsToDouble(other ^ ((weight ^ other) & isLarger));
                weights[row] = 0;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int HeirOf(int word, int bit)
    {
        var flip = 0UL - ((~rich[word] >> bit) & 1);
        for (var later = (rich[word] ^ flip) & (~1UL << bit); ; later = rich[word] ^ flip)
        {
            if (later != 0)
            {
                return (word * PerWord) + BitOperations.TrailingZeroCount(later);
            }

            word++;
        }
    }

    // The bits below a number, which may lie outside the word.
    private static ulong Below(int bit) => bit >= PerWord ? ulong.MaxValue : bit <= 0 ? 0 : (1UL << bit) - 1;
}
