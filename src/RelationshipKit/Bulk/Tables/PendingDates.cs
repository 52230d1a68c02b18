namespace RelationshipKit.Bulk.Tables;

/// <summary>Dates of one tie that are over, whose terms are still to be worked out.</summary>
/// <remarks>
/// Together they cost a third of what each costs on its own: exponentials that do not wait for each other's dates. Used again and again, by
/// one thread at a time.
/// </remarks>
internal sealed class PendingDates(DecayLanes lanes)
{
    private const int Most = 64;

    private readonly DateTerms[] dates = new DateTerms[Most];
    private readonly double[] terms = new double[Most * lanes.Width];
    private int count;

    public bool IsEmpty => count == 0;

    /// <summary>Gets a value indicating whether there is room for but one date more.</summary>
    public bool IsFull => count == Most - 1;

    /// <summary>Returns the place of one date more.</summary>
    public ref DateTerms Next() => ref dates[count++];

    /// <summary>Works out the terms of all dates, and empties the list.</summary>
    /// <returns>The terms, as many for each date as there are lanes.</returns>
    public ReadOnlySpan<double> Take(ReadOnlySpan<double> landmark)
    {
        var all = terms.AsSpan(0, count * lanes.Width);
        lanes.Terms(dates.AsSpan(0, count), landmark, all);
        count = 0;
        return all;
    }
}
