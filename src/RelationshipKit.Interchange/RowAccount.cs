using System.Collections.Immutable;
using NodaTime;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Interchange;

/// <summary>What both readers keep while they read: the log, the counts, the latest instant, and when to report and to stop.</summary>
internal sealed class RowAccount(
    string path, bool lenient, InputSource source, IProgress<ReadProgress>? progress, CancellationToken cancellationToken)
{
    // Often enough for a smooth bar and a quick stop, rare enough to cost nothing.
    private const int LinesPerReport = 4_096;

    private readonly ImmutableArray<SkippedRow>.Builder skipped = ImmutableArray.CreateBuilder<SkippedRow>();
    private readonly ImmutableArray<SkippedRow>.Builder contradictions = ImmutableArray.CreateBuilder<SkippedRow>();
    private long lines;
    private long added;
    private long duplicates;
    private long noTouchpoints;
    private long skippedCount;
    private long contradictionCount;

    public TouchpointLog Log { get; } = new();

    public Instant? LastInstant { get; private set; }

    public void OnLine()
    {
        if (++lines % LinesPerReport == 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Report();
        }
    }

    public void OnInstant(Instant instant) => LastInstant = LastInstant is { } last && last >= instant ? last : instant;

    public void OnNoTouchpoint() => noTouchpoints++;

    public void OnDuplicate() => duplicates++;

    public AddResult Add(Touchpoint touchpoint)
    {
        var result = Log.Add(touchpoint);
        if (result == AddResult.Added)
        {
            added++;
        }
        else if (result == AddResult.Duplicate)
        {
            duplicates++;
        }

        return result;
    }

    /// <summary>Notes a bad row if the reader is lenient, else ends the reading.</summary>
    public void OnBad(long line, string? field, string reason)
    {
        if (!lenient)
        {
            throw new InterchangeException(path, reason, line, field);
        }

        skippedCount++;
        List(skipped, line, field, reason);
    }

    /// <summary>
    /// Notes a good row that differs from an earlier row of the same id. The earlier one is kept.
    /// </summary>
    public void OnContradiction(long line, string field, string reason)
    {
        contradictionCount++;
        List(contradictions, line, field, reason);
    }

    public ReadReport Finish()
    {
        Report();
        return new ReadReport(
            RowCount, added, duplicates, noTouchpoints, skippedCount, skipped.ToImmutable(), contradictionCount,
            contradictions.ToImmutable());
    }

    private long RowCount => added + duplicates + noTouchpoints + skippedCount + contradictionCount;

    private static void List(ImmutableArray<SkippedRow>.Builder rows, long line, string? field, string reason)
    {
        if (rows.Count < ReadReport.MaxListed)
        {
            rows.Add(new SkippedRow(line, field, reason));
        }
    }

    private void Report() => progress?.Report(new ReadProgress(RowCount, source.BytesRead, source.BytesTotal));
}
