using System.Runtime.CompilerServices;
using RelationshipKit.Numerics;

namespace RelationshipKit.Bulk;

/// <summary>Sorts rows of touchpoints by counting, at a cost that grows with their number, in whatever order they come.</summary>
/// <remarks>
/// First by stretches of time, then by tie; what is left out of order lies within one stretch of one tie and is put right.
/// </remarks>
internal static class CountingSort
{
    /// <summary>Sorts rows by a small whole number; those of one number keep their order.</summary>
    /// <param name="from">The rows.</param>
    /// <param name="to">Receives them in order.</param>
    /// <param name="starts">Room for one number more than there are; receives where the rows of each end.</param>
    /// <param name="number">The number of a row, not negative.</param>
    [MethodImpl(Compile.AtOnce)]
    public static void By<TRow, TNumber>(ReadOnlySpan<TRow> from, Span<TRow> to, Span<int> starts, TNumber number)
        where TRow : struct
        where TNumber : struct, IRowNumber<TRow>
    {
        starts.Clear();
        foreach (ref readonly var row in from)
        {
            starts[number.Of(row) + 1]++;
        }

        for (var i = 1; i < starts.Length; i++)
        {
            starts[i] += starts[i - 1];
        }

        foreach (ref readonly var row in from)
        {
            to[starts[number.Of(row)]++] = row;
        }
    }

    /// <summary>Sorts rows by tie, as <see cref="By"/> does.</summary>
    public static void ByTie<TRow>(ReadOnlySpan<TRow> from, Span<TRow> to, Span<int> starts)
        where TRow : struct, ITieRow<TRow> => By(from, to, starts, default(TieNumber<TRow>));

    /// <summary>Puts the rows of one tie in order of time: by insertion, or by a sort where that would move very many.</summary>
    [MethodImpl(Compile.AtOnce)]
    public static void PutRight<TRow>(Span<TRow> rows)
        where TRow : struct, ITieRow<TRow>
    {
        const int Patience = 16;
        var left = (long)Patience * rows.Length;
        for (var next = 1; next < rows.Length; next++)
        {
            if (!rows[next].IsBefore(rows[next - 1]))
            {
                continue;
            }

            var row = rows[next];
            var hole = next;
            for (; hole > 0 && row.IsBefore(rows[hole - 1]); hole--)
            {
                rows[hole] = rows[hole - 1];
            }

            rows[hole] = row;
            left -= next - hole;
            if (left < 0)
            {
                rows.Sort(static (x, y) => x.IsBefore(y) ? -1 : y.IsBefore(x) ? 1 : 0);
                return;
            }
        }
    }

    private readonly struct TieNumber<TRow> : IRowNumber<TRow>
        where TRow : struct, ITieRow<TRow>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public int Of(in TRow row) => row.Tie;
    }
}
