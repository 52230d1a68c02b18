using NodaTime;
using RelationshipKit.Bulk;
using RelationshipKit.Bulk.Grouped;
using RelationshipKit.Scoring;

namespace RelationshipKit.Benchmarks.Peers;

/// <summary>The kit's bulk path over columns grouped by tie; grouping them is not in the time, as it is not in that of the lists.</summary>
internal sealed class KitGroupedPeer(PeerData data, int threads) : IPeer
{
    private readonly BulkScorer scorer = new(PeerData.Fold, ScoreSettings.Default, DateTimeZone.Utc);
    private readonly KitColumns columns = new(data.Contacts);
    private readonly BulkOptions options = new() { MaxDegreeOfParallelism = threads };
    private readonly GroupedTouchpoints touchpoints =
        new() { Offsets = data.Offsets, Instants = data.Micros, Kinds = data.Kinds, Directions = data.Directions };

    public string Name => "kit-bulk-grouped";

    public void Run()
    {
        scorer.Score(touchpoints, PeerData.AsOf, columns.Columns, options);
        columns.Rank();
    }

    public PeerAnswer Answer() => columns.Answer;

    public void Dispose()
    {
    }
}
