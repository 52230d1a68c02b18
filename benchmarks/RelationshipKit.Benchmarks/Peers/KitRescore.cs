using RelationshipKit.Bulk;
using RelationshipKit.Bulk.Tables;

namespace RelationshipKit.Benchmarks.Peers;

/// <summary>The kit's table scored again from its states, without the touchpoints.</summary>
internal sealed class KitRescore(TieTable table, int threads) : IPeer
{
    private readonly KitColumns columns = new(table.Count);
    private readonly BulkOptions options = new() { MaxDegreeOfParallelism = threads };

    public string Name => "kit-rescore";

    public void Run()
    {
        table.Score(PeerData.AsOf, columns.Columns, options);
        columns.Rank();
    }

    public PeerAnswer Answer() => columns.Answer;

    public void Dispose()
    {
    }
}
