using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using RelationshipKit.Numerics;

namespace RelationshipKit.Bulk.Grouped;

/// <summary>
/// Merges rows of one date: for each class and each direction the latest stands in for all, with the largest weight of the class.
/// </summary>
/// <remarks>
/// Which rows share a date, and what they are, is random, and to branch on it would cost more than all the rest. So each row has a byte in
/// each of some planes, and dozens of rows are worked on at once: bits of later rows go down and ranks of earlier ones go up, over twice as
/// many rows in each step, as long as any date has so many. Keeps room for the largest block seen. Not safe to share between threads.
/// </remarks>
internal sealed class DateMerge
{
    private const int PerWord = RowBits.PerWord;

    // How far whole words and vectors reach past the rows on either side.
    private const int Margin = PerWord;

    // By 64 rows: which share the date of the row before.
    private ulong[] shared = [];

    // The same as bytes, all bits set; then, in each step, which share it with as many rows before.
    private byte[] reach = [];
    private byte[] bits = [];
    private byte[] later = [];
    private byte[] lights = [];
    private byte[] riches = [];

    /// <summary>Gets the bits of <see cref="KindRanks"/> that are left to each row, with room for 64 more rows.</summary>
    public Span<byte> Bits => later.AsSpan(Margin);

    /// <summary>Merges the rows of a block, in order of date within each tie.</summary>
    /// <param name="block">The rows.</param>
    /// <param name="largestKind">The largest of the kinds, or any larger.</param>
    /// <param name="dates">The dates, the first of which belongs to no row; with room for 64 more rows.</param>
    /// <param name="ranks">The ranks of kinds.</param>
    /// <param name="weights">Receives the weight of each row, 0 where another stands in for it; with room for 64 more rows.</param>
    [MethodImpl(Compile.AtOnce)]
    public void Merge<T>(in RowBlock block, int largestKind, ReadOnlySpan<double> dates, KindRanks ranks, Span<double> weights)
        where T : struct, ILanes<T>
    {
        var words = (block.Rows + PerWord - 1) / PerWord;
        Reserve(words, block.Rows);
        for (var word = 0; word < words; word++)
        {
            var from = word * PerWord;
            shared[word] = RowBits.Repeats(dates[from..]) & Below(block.Rows - from);
        }

        for (var tie = 0; tie < block.Ties; tie++)
        {
            var start = block.RowsOf(tie).Start;
            shared[start / PerWord] &= ~(1UL << start);
        }

        for (var word = 0; word < words; word++)
        {
            RowBits.Spread(shared[word], reach.AsSpan(Margin + (word * PerWord)));
        }

        ranks.LookUp(block.Kinds, largestKind, block.Directions, bits.AsSpan(Margin), lights.AsSpan(Margin), riches.AsSpan(Margin));
        HandOn(words * PerWord);
        ranks.Weights<T>(block.Rows, Bits, lights.AsSpan(Margin), riches.AsSpan(Margin), weights);
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

    private void Reserve(int words, int rows)
    {
        var needed = (words * PerWord) + (2 * Margin);
        if (reach.Length < needed)
        {
            var length = needed + (words * PerWord);
            shared = new ulong[length / PerWord];
            (reach, bits, later, lights, riches) = (
                new byte[length], new byte[length], new byte[length], new byte[length], new byte[length]);
        }

        // What a larger block has left past the rows belongs to no date of this one.
        reach.AsSpan(Margin + (words * PerWord), Margin).Clear();
        later.AsSpan(Margin + (words * PerWord), Margin).Clear();
        bits.AsSpan(Margin + rows, (words * PerWord) - rows).Clear();
    }

    // A row has the bits of the rows after it on its date taken away, and the largest ranks of those before it given.
    [MethodImpl(Compile.AtOnce)]
    private void HandOn(int rows)
    {
        var (end, any) = (Margin + rows, Vector512<byte>.Zero);
        for (var row = Margin; row < end; row += PerWord)
        {
            any |= At(reach, row);
            (At(bits, row + 1) & At(reach, row + 1)).CopyTo(later, row);
        }

        for (var step = 1; any != Vector512<byte>.Zero; step *= 2)
        {
            // Each element is read before it is written, whichever way the pass goes.
            for (var row = Margin; row < end - step; row += PerWord)
            {
                (At(later, row) | (At(later, row + step) & At(reach, row + step))).CopyTo(later, row);
            }

            any = Vector512<byte>.Zero;
            for (var row = end - PerWord; row >= Margin; row -= PerWord)
            {
                if (row - step < 0)
                {
                    // Nothing lies before the rows.
                    reach.AsSpan(row, PerWord).Clear();
                    continue;
                }

                var own = At(reach, row);
                Vector512.Max(At(lights, row), At(lights, row - step) & own).CopyTo(lights, row);
                Vector512.Max(At(riches, row), At(riches, row - step) & own).CopyTo(riches, row);
                own &= At(reach, row - step);
                any |= own;
                own.CopyTo(reach, row);
            }
        }

        for (var row = Margin; row < end; row += PerWord)
        {
            Vector512.AndNot(At(bits, row), At(later, row)).CopyTo(later, row);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<byte> At(byte[] plane, int row) => Vector512.Create(plane, row);

    // The bits below a number, which may lie outside the word.
    private static ulong Below(int bit) => bit >= PerWord ? ulong.MaxValue : bit <= 0 ? 0 : (1UL << bit) - 1;
}
