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

    /// <summary>Returns the rows of the paths that are wanted by name.</summary>
    public static IEnumerable<LimitRow> Of(PeerData data, Func<string, bool> isWanted)
    {
        using var loop = new LoopPeer(data);
        PeersRun.WarmUp(loop.Run);
        var table = new Lazy<TieTable>(() => Whole(data));
        var paths = new (string Path, Func<Action> Work)[]
        {
            ("every column", () => EveryColumn(data)),
            ("stream into a table", () => () => Whole(data)),
            ("every column of it", () => EveryColumn(table.Value, data.Contacts)),
            ("merge of disjoint", () => Merge(data)),
            ("save", () => Save(table.Value)),
            ("load", () => Load(table.Value)),
        };
        foreach (var (path, work) in paths.Where(row => isWanted(row.Path)))
        {
            yield return Beside(path, work());
        }

        LimitRow Beside(string path, Action work)
        {
            work();
            PeersRun.WarmUp(work);
            return LimitCommand.Pair(path, Item, data.Touchpoints, work, loop.Run);
        }
    }

    private static Action EveryColumn(PeerData data)
    {
        var columns = AllColumns(data.Contacts);
        var scorer = new BulkScorer(PeerData.Fold, ScoreSettings.Default, DateTimeZone.Utc);
        var grouped =
            new GroupedTouchpoints { Offsets = data.Offsets, Instants = data.Micros, Kinds = data.Kinds, Directions = data.Directions };
        return () => scorer.Score(grouped, PeerData.AsOf, columns);
    }

    private static Action EveryColumn(TieTable table, int contacts)
    {
        var columns = AllColumns(contacts);
        return () => table.Score(PeerData.AsOf, columns);
    }

    private static Action Merge(PeerData data)
    {
        var (even, odd) = (Table(data, static tie => tie % 2 == 0), Table(data, static tie => tie % 2 == 1));
        return () => even.Snapshot().Merge(odd);
    }

    private static Action Save(TieTable table)
    {
        var saved = new MemoryStream();
        return () =>
        {
            saved.Position = 0;
            table.Save(saved);
        };
    }

    private static Action Load(TieTable table)
    {
        var saved = new MemoryStream();
        table.Save(saved);
        return () =>
        {
            saved.Position = 0;
            TieTable.Load(saved, PeerData.Fold, DateTimeZone.Utc);
        };
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
