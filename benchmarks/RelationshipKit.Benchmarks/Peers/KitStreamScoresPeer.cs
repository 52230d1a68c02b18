using NodaTime;
using RelationshipKit.Bulk;
using RelationshipKit.Bulk.Grouped;
using RelationshipKit.Scoring;

namespace RelationshipKit.Benchmarks.Peers;

/// <summary>
/// The kit from a stream in random order to scores, without a table: the stream is grouped, and what was grouped is scored.
/// </summary>
internal sealed class KitStreamScoresPeer(PeerData data, int threads) : IPeer
{
    private readonly BulkScorer scorer = new(PeerData.Fold, ScoreSettings.Default, DateTimeZone.Utc);
    private readonly KitColumns columns = new(data.Contacts);
    private readonly BulkOptions options = new() { MaxDegreeOfParallelism = threads };

    public string Name => "kit-stream-scores";

    public void Run()
    {
        using var grouped = TouchpointGrouping.Of(
            data.Contacts, data.StreamTies, data.StreamMicros, data.StreamKinds, data.StreamDirections, options);
        scorer.Score(grouped.Touchpoints, PeerData.AsOf, columns.Columns, options);
        columns.Rank();
    }

    public PeerAnswer Answer() => columns.Answer;

    public void Dispose()
    {
    }
}
