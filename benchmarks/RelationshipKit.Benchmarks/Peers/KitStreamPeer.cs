using NodaTime;
using RelationshipKit.Bulk;
using RelationshipKit.Bulk.Tables;

namespace RelationshipKit.Benchmarks.Peers;

/// <summary>The kit's bulk path from a stream in random order: a table is made, filled and scored.</summary>
internal sealed class KitStreamPeer(PeerData data, int threads) : IPeer
{
    private readonly KitColumns columns = new(data.Contacts);
    private readonly BulkOptions options = new() { MaxDegreeOfParallelism = threads };

    public string Name => "kit-bulk-unsorted";

    public void Run()
    {
        var table = new TieTable(PeerData.Fold, DateTimeZone.Utc, data.Contacts);
        table.Append(data.StreamTies, data.StreamMicros, data.StreamKinds, data.StreamDirections, options);
        table.Score(PeerData.AsOf, columns.Columns, options);
        columns.Rank();
    }

    public PeerAnswer Answer() => columns.Answer;

    public void Dispose()
    {
    }
}
