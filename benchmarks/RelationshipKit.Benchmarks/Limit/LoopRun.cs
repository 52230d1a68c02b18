using NodaTime;
using RelationshipKit.Benchmarks.Peers;
using RelationshipKit.Bulk;
using RelationshipKit.Bulk.Grouped;
using RelationshipKit.Bulk.Tables;
using RelationshipKit.Scoring;

namespace RelationshipKit.Benchmarks.Limit;

/// <summary>What C++ has no counterpart for, beside the loop of the peers, as the measure of the machine.</summary>
internal static class LoopRun
{
    private const string Item = "a touchpoint";

    public static IEnumerable<LimitRow> Of(PeerData data)
    {
        using var loop = new LoopPeer(data);
        PeersRun.WarmUp(loop.Run);
        var columns = AllColumns(data.Contacts);
        var scorer = new BulkScorer(PeerData.Fold, ScoreSettings.Default, DateTimeZone.Utc);
        var grouped = new GroupedTouchpoints { Offsets = data.Offsets, Instants = data.Micros, Kinds = data.Kinds, Directions = data.Directions };
        yield return Beside("every column", () => scorer.Score(grouped, PeerData.AsOf, columns));
        var table = Whole(data);
        yield return Beside("stream into a table", () => Whole(data));
        yield return Beside("every column of it", () => table.Score(PeerData.AsOf, columns));
        var (even, odd) = (Table(data, static tie => tie % 2 == 0), Table(data, static tie => tie % 2 == 1));
        yield return Beside("merge of disjoint", () => even.Snapshot().Merge(odd));
        using var saved = new MemoryStream();
        table.Save(saved);
        yield return Beside("save", () =>
        {
            saved.Position = 0;
            table.Save(saved);
        });
        yield return Beside("load", () =>
        {
            saved.Position = 0;
            TieTable.Load(saved, PeerData.Fold, DateTimeZone.Utc);
        });

        LimitRow Beside(string path, Action work)
        {
            work();
            PeersRun.WarmUp(work);
            return LimitCommand.Pair(path, Item, data.Touchpoints, work, loop.Run);
        }
    }

    private static TieTable Whole(PeerData data)
    {
        var table = new TieTable(PeerData.Fold, DateTimeZone.Utc, data.Contacts);
        table.Append(data.StreamTies, data.StreamMicros, data.StreamKinds, data.StreamDirections);
        return table;
    }

    private static TieTable Table(PeerData data, Func<int, bool> isIn)
    {
        var rows = Enumerable.Range(0, data.Touchpoints).Where(row => isIn(data.StreamTies[row])).ToArray();
        var table = new TieTable(PeerData.Fold, DateTimeZone.Utc, data.Contacts);
        table.Append(
            Array.ConvertAll(rows, row => data.StreamTies[row]),
            Array.ConvertAll(rows, row => data.StreamMicros[row]),
            Array.ConvertAll(rows, row => data.StreamKinds[row]),
            Array.ConvertAll(rows, row => data.StreamDirections[row]));
        return table;
    }

    private static ScoreColumns AllColumns(int contacts) => new()
    {
        Strength = new double[contacts],
        ExpectedContacts = new double[contacts],
        Balance = new double[contacts],
        BalanceLow = new double[contacts],
        BalanceHigh = new double[contacts],
        Momentum = new double[contacts],
        ContactDays = new int[contacts],
        UsualGapDays = new double[contacts],
        SilentDays = new double[contacts],
        SilencePercentile = new double[contacts],
        ContactWithin = new double[contacts],
        Touchpoints = new int[contacts],
        FirstTouch = new long[contacts],
        LastTouch = new long[contacts],
    };
}
