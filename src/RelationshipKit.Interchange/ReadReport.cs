using System.Collections.Immutable;
using System.Globalization;

namespace RelationshipKit.Interchange;

/// <summary>Counts of the rows of a file, by what was done with them.</summary>
/// <remarks>
/// <see cref="Rows"/> is the sum of <see cref="Added"/>, <see cref="Duplicates"/>, <see cref="NoTouchpoints"/>,
/// <see cref="ContradictionCount"/> and <see cref="SkippedCount"/>. Instances are immutable and safe to share between threads.
/// </remarks>
public sealed record ReadReport
{
    /// <summary>The largest number of rows that <see cref="Skipped"/> and <see cref="Contradictions"/> each list.</summary>
    public const int MaxListed = 1_000;

    internal ReadReport(
        long rows,
        long added,
        long duplicates,
        long noTouchpoints,
        long skippedCount,
        ImmutableArray<SkippedRow> skipped,
        long contradictionCount,
        ImmutableArray<SkippedRow> contradictions)
    {
        Rows = rows;
        Added = added;
        Duplicates = duplicates;
        NoTouchpoints = noTouchpoints;
        SkippedCount = skippedCount;
        Skipped = skipped;
        ContradictionCount = contradictionCount;
        Contradictions = contradictions;
    }

    /// <summary>Gets the number of rows, comments, blank lines and the header not counted.</summary>
    public long Rows { get; }

    /// <summary>Gets the number of rows that became a touchpoint.</summary>
    public long Added { get; }

    /// <summary>Gets the number of rows that repeat an earlier one exactly and were counted once.</summary>
    public long Duplicates { get; }

    /// <summary>
    /// Gets the number of good rows that are not touchpoints of the owner: rows between others, and from the owner to the owner.
    /// </summary>
    public long NoTouchpoints { get; }

    /// <summary>Gets the number of bad rows that were left out; 0 unless the reader is lenient.</summary>
    public long SkippedCount { get; }

    /// <summary>Gets the first <see cref="MaxListed"/> of the bad rows that were left out, in the order of the file.</summary>
    public ImmutableArray<SkippedRow> Skipped { get; }

    /// <summary>
    /// Gets the number of rows left out because an earlier row has the same id and tells another touchpoint. The earlier one stands.
    /// </summary>
    public long ContradictionCount { get; }

    /// <summary>Gets the first <see cref="MaxListed"/> of those rows, in the order of the file.</summary>
    public ImmutableArray<SkippedRow> Contradictions { get; }

    /// <summary>Determines whether the numbers and the listed rows of two reports are equal.</summary>
    /// <param name="other">The report to compare with.</param>
    /// <returns><see langword="true"/> if they are.</returns>
    public bool Equals(ReadReport? other) =>
        other is not null
        && Rows == other.Rows
        && Added == other.Added
        && Duplicates == other.Duplicates
        && NoTouchpoints == other.NoTouchpoints
        && SkippedCount == other.SkippedCount
        && Skipped.AsSpan().SequenceEqual(other.Skipped.AsSpan())
        && ContradictionCount == other.ContradictionCount
        && Contradictions.AsSpan().SequenceEqual(other.Contradictions.AsSpan());

    /// <summary>Returns a hash code that agrees with <see cref="Equals(ReadReport)"/>.</summary>
    /// <returns>The hash code.</returns>
    public override int GetHashCode() => HashCode.Combine(Rows, Added, Duplicates, NoTouchpoints, SkippedCount);

    /// <summary>Returns the counts in the invariant culture.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Rows} rows: {Added} added, {Duplicates} duplicates, {NoTouchpoints} no touchpoints, {ContradictionCount} "
                + $"contradictions, {SkippedCount} skipped");
}
