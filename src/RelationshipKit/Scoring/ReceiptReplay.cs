using System.Collections.Immutable;

namespace RelationshipKit.Scoring;

/// <summary>What came of scoring again what a receipt tells of.</summary>
/// <remarks>Instances are immutable and safe to share between threads.</remarks>
public sealed class ReceiptReplay
{
    internal ReceiptReplay(ScoreReceipt? now, ImmutableArray<ReceiptDifference> differences)
    {
        Now = now;
        Differences = differences;
    }

    /// <summary>Gets a value indicating whether the numbers are the same bits.</summary>
    public bool IsReproduced => Now is not null && !Differences.Contains(ReceiptDifference.Score);

    /// <summary>Gets what differs: nothing if the score is reproduced from the same history by the same settings and version.</summary>
    public ImmutableArray<ReceiptDifference> Differences { get; }

    /// <summary>Gets the receipt of the score as it would be today; <see langword="null"/> if the book does not have the contact.</summary>
    public ScoreReceipt? Now { get; }

    /// <summary>Returns what differs.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() =>
        Differences.IsEmpty ? "reproduced" : $"{(IsReproduced ? "reproduced" : "not reproduced")}; other {string.Join(", ", Differences)}";
}
