using System.Runtime.CompilerServices;

namespace RelationshipKit.Bulk.Tables;

/// <summary>Dates of the ties of one chunk that are being loaded, whose terms are still to be worked out.</summary>
/// <remarks>Many at once, whichever ties they are of. Used again and again, by one thread at a time.</remarks>
internal sealed class LoadingDates(DecayLanes lanes)
{
    // Few enough for their terms to stay in the nearest cache.
    private const int Most = 128;

    private readonly DateTerms[] dates = new DateTerms[Most];
    private readonly double[] terms = new double[Most * lanes.Width];

    // Of each date the tie, or its complement where the date is the open one.
    private readonly int[] ties = new int[Most];
    private int count;

    /// <summary>Returns the place of the next closed date of a tie; its dates come in order, the open one last.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref DateTerms NextClosed(TieChunk chunk, int tie)
    {
        if (count == Most)
        {
            AddTo(chunk);
        }

        ties[count] = tie;
        return ref dates[count++];
    }

    /// <summary>Returns the place of the open date of a tie.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref DateTerms NextOpen(TieChunk chunk, int tie) => ref NextClosed(chunk, ~tie);

    /// <summary>Adds what all dates so far count for to the sums of their ties.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void AddTo(TieChunk chunk)
    {
        lanes.Terms(dates.AsSpan(0, count), chunk.Landmark, terms);
        chunk.AddTerms(ties.AsSpan(0, count), terms);
        count = 0;
    }
}
