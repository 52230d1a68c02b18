using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using RelationshipKit.Bulk;
using RelationshipKit.Bulk.Tables;
using RelationshipKit.Numerics;
using RelationshipKit.Ties;

namespace RelationshipKit.Tests.Bulk.Tables;

[Properties(Arbitrary = [typeof(TieTableHistory)], Replay = "(7330018203391744113,3310998017746550913)", MaxTest = 60)]
public class TieTableProperties
{
    [Property]
    public Property Scores_are_those_of_the_objects(TieTableHistory history)
    {
        var all = AllColumns.Of(history.Table, history.AsOf);
        var differences = TieTableHistory.Known.Select(
            tie => all.Difference(tie, history.Scorer.ScoreAt(history.Batch.Of(tie), history.AsOf)));
        return differences.All(difference => difference is null)
            .Label(string.Join("; ", differences.Where(difference => difference is not null)));
    }

    // Ties are read by the hundred into the same memory, chunk after chunk; what a block without contact finds there is that of others.
    [Property]
    public Property Ties_without_contact_have_the_numbers_of_an_empty_table(TieTableHistory history)
    {
        var all = AllColumns.Of(history.Table, history.AsOf);
        var empty = AllColumns.Of(new TieTable(history.Batch.Fold, history.Zone, TieTableHistory.Ties), history.AsOf);
        var known = TieTableHistory.Known.Where(tie => history.Batch.Of(tie).Any(touchpoint => touchpoint.IsContact)).ToHashSet();
        var differing = from column in Enum.GetValues<ScoreColumn>()
                        from tie in Enumerable.Range(0, TieTableHistory.Ties)
                        where !known.Contains(tie) && !all.Value(column, tie).Equals(empty.Value(column, tie))
                        select $"{column} of tie {tie}: {all.Value(column, tie):R}";
        var difference = differing.FirstOrDefault();
        return (difference is null).Label(difference ?? "");
    }

    [Property]
    public bool One_number_of_one_tie_is_the_number_of_its_column(TieTableHistory history)
    {
        var (table, all) = (history.Table, AllColumns.Of(history.Table, history.AsOf));
        return TieTableHistory.Known.Append(3).All(tie =>
            Enum.GetValues<ScoreColumn>()
                .All(column => table.ValueAt(tie, column, history.AsOf, horizon: AllColumns.Horizon).Equals(all.Value(column, tie))));
    }

    [Property]
    public Property Order_and_batches_and_threads_do_not_change_a_bit(TieTableHistory history, int seed)
    {
        var parts = new TieTable(history.Batch.Fold, history.Zone, TieTableHistory.Ties);
        history.Batch.Shuffled(seed).AppendInPartsTo(parts, seed);
        var threads = new BulkOptions { MaxDegreeOfParallelism = 3 };
        var difference = AllColumns.Of(parts, history.AsOf, threads).BitDifference(AllColumns.Of(history.Table, history.AsOf));
        return (difference is null && Saved(parts).AsSpan().SequenceEqual(Saved(history.Table))).Label(difference ?? "saved bytes");
    }

    [Property]
    public bool The_width_of_lanes_does_not_change_a_bit(TieTableHistory history, int seed)
    {
        var expected = AllColumns.Of(history.Table, history.AsOf);
        return Enum.GetValues<LaneWidth>().All(width =>
        {
            var table = new TieTable(history.Batch.Fold, history.Zone, TieTableHistory.Ties, width);
            history.Batch.AppendInPartsTo(table, seed);
            return AllColumns.Of(table, history.AsOf).HasTheBitsOf(expected);
        });
    }

    [Property]
    public bool States_handed_out_are_those_of_folding(TieTableHistory history)
    {
        var table = history.Table;
        return TieTableHistory.Known.All(tie =>
            table.StateOf(tie).ToBytes().AsSpan().SequenceEqual(
                TieState.Fold(history.Batch.Fold, history.Zone, history.Batch.Of(tie), table.UpTo).ToBytes()));
    }

    [Property]
    public bool States_taken_in_are_touchpoints_appended(TieTableHistory history, int seed)
    {
        var random = new Random(seed);
        var upTo = history.Table.UpTo;
        var table = history.Batch.Where(_ => random.Next(2) == 0).ToTable(history.Zone, TieTableHistory.Ties);
        foreach (var tie in TieTableHistory.Known)
        {
            table.SetState(
                tie, TieState.FromBytes(
                    TieState.Fold(history.Batch.Fold, history.Zone, history.Batch.Of(tie), upTo).ToBytes(), history.Batch.Fold,
                    history.Zone));
        }

        return table.Touchpoints == history.Table.Touchpoints
            && Saved(table).AsSpan().SequenceEqual(Saved(history.Table))
            && AllColumns.Of(table, history.AsOf).HasTheBitsOf(AllColumns.Of(history.Table, history.AsOf));
    }

    [Property]
    public bool Merging_tables_of_different_touchpoints_is_folding_all(TieTableHistory history, int seed)
    {
        var random = new Random(seed);
        var mine = Enumerable.Range(0, history.Batch.Count).Select(_ => random.Next(2) == 0).ToArray();
        var table = history.Batch.Where(i => mine[i]).ToTable(history.Zone, TieTableHistory.Ties);
        var other = history.Batch.Where(i => !mine[i]).ToTable(history.Zone, TieTableHistory.Ties);
        var before = Saved(other);
        table.Merge(other);
        return Saved(table).AsSpan().SequenceEqual(Saved(history.Table))
            && AllColumns.Of(table, history.AsOf).HasTheBitsOf(AllColumns.Of(history.Table, history.AsOf))
            && table.Touchpoints == history.Table.Touchpoints
            && Saved(other).AsSpan().SequenceEqual(before);
    }

    [Property]
    public bool Saving_and_loading_changes_nothing(TieTableHistory history, int seed)
    {
        var halves = (history.Batch.Where(i => i % 2 == 0), history.Batch.Where(i => i % 2 == 1));
        var loaded = Loaded(Saved(halves.Item1.ToTable(history.Zone, TieTableHistory.Ties)), history);
        halves.Item2.AppendInPartsTo(loaded, seed);
        return AllColumns.Of(loaded, history.AsOf).HasTheBitsOf(AllColumns.Of(history.Table, history.AsOf))
            && loaded.Touchpoints == history.Table.Touchpoints
            && Saved(loaded).AsSpan().SequenceEqual(Saved(history.Table));
    }

    [Property]
    public bool A_changed_or_missing_byte_is_refused(TieTableHistory history, NonNegativeInt at, byte flip)
    {
        var bytes = Saved(history.Table);
        var damaged = bytes.ToArray();
        damaged[at.Get % bytes.Length] ^= (byte)(flip | 1);
        return Refuses(damaged, history) && Refuses(bytes[..(at.Get % bytes.Length)], history);
    }

    [Property]
    public bool A_snapshot_and_its_table_go_their_own_ways(TieTableHistory history, int seed)
    {
        var half = history.Batch.Count / 2;
        var table = history.Batch.Where(i => i < half).ToTable(history.Zone, TieTableHistory.Ties);
        var before = Saved(table);
        var (first, second) = (table.Snapshot(), table.Snapshot());
        history.Batch.Where(i => i >= half).AppendInPartsTo(table, seed);
        var isLeft = Saved(first).AsSpan().SequenceEqual(before);
        history.Batch.Where(i => i >= half).Shuffled(seed).AppendTo(first);
        return isLeft
            && Saved(second).AsSpan().SequenceEqual(before)
            && Saved(first).AsSpan().SequenceEqual(Saved(history.Table))
            && Saved(table).AsSpan().SequenceEqual(Saved(history.Table));
    }

    [Property]
    public bool The_top_is_the_beginning_of_all_in_order(TieTableHistory history, NonNegativeInt wanted)
    {
        var (table, all) = (history.Table, AllColumns.Of(history.Table, history.AsOf));
        return Enum.GetValues<ScoreColumn>().All(column =>
        {
            var expected = Enumerable.Range(0, table.Count)
                .Where(tie => !double.IsNaN(all.Value(column, tie)))
                .OrderByDescending(tie => all.Value(column, tie))
                .ThenBy(tie => tie)
                .Take(wanted.Get);
            var top = new int[wanted.Get];
            var found = table.TopBy(column, history.AsOf, top, new BulkOptions { MaxDegreeOfParallelism = 2 }, horizon: AllColumns.Horizon);
            return top[..found].SequenceEqual(expected);
        });
    }

    [Property]
    public bool The_longest_past_due_come_first(NonNegativeInt wanted, long[] due)
    {
        var asOf = due.Length == 0 ? 0 : Math.Clamp(due[due.Length / 2], -1_000_000, 1_000_000);
        var table = new TieTable(FoldSettings.Default, DateTimeZone.Utc, due.Length);
        var top = new int[wanted.Get];
        var found = table.TopPastDue(due, Instant.FromUnixTimeTicks(asOf * 10), top);
        var expected = Enumerable.Range(0, due.Length)
            .Where(tie => due[tie] < asOf)
            .OrderBy(tie => due[tie])
            .ThenBy(tie => tie)
            .Take(wanted.Get);
        return top[..found].SequenceEqual(expected);
    }

    [Property]
    public bool Attempts_change_nothing_but_the_instant_folded_up_to(TieTableHistory history)
    {
        var attempts = TieTableHistory.Known.SelectMany(
            tie => history.Batch.Of(tie).Select(touchpoint => (tie, touchpoint with { Outcome = Outcome.Attempted, OthersPresent = 0 })));
        var fold = TouchBatch.FoldFor(
            history.Batch.Fold, attempts.Select(row => row.Item2).Concat(TieTableHistory.Known.SelectMany(history.Batch.Of)));
        var all = new TouchBatch(
            fold, TieTableHistory.Known.SelectMany(tie => history.Batch.Of(tie).Select(touchpoint => (tie, touchpoint))).Concat(attempts));
        var table = all.ToTable(history.Zone, TieTableHistory.Ties);
        return Saved(table).AsSpan().SequenceEqual(Saved(history.Table));
    }

    [Property]
    public bool A_refused_batch_changes_nothing(TieTableHistory history, NonNegativeInt at, byte what)
    {
        var table = history.Table;
        var before = Saved(table);
        var (ties, micros, kinds, directions) =
            (history.Batch.Ties, history.Batch.UnixMicros, history.Batch.Kinds, history.Batch.Directions);
        if (ties.Length == 0)
        {
            return true;
        }

        var i = at.Get % ties.Length;
        var wrong = (what % 6) switch
        {
            0 => Set(ref ties[i], -1, "ties"),
            1 => Set(ref ties[i], TieTableHistory.Ties, "ties"),
            2 => Set(ref micros[i], long.MinValue, "unixMicros"),
            3 => Set(ref micros[i], long.MaxValue, "unixMicros"),
            4 => Set(ref kinds[i], (byte)history.Batch.Fold.Kinds.Count, "kinds"),
            _ => Set(ref directions[i], (byte)4, "directions"),
        };
        try
        {
            table.Append(ties, micros, kinds, directions);
            return false;
        }
        catch (ArgumentOutOfRangeException error)
        {
            return error.ParamName == wrong && error.Message.Contains($"{wrong}[{i}]", StringComparison.Ordinal)
                && Saved(table).AsSpan().SequenceEqual(before);
        }
    }

    private static string Set<T>(ref T element, T value, string name)
    {
        element = value;
        return name;
    }

    private static byte[] Saved(TieTable table)
    {
        using var stream = new MemoryStream();
        table.Save(stream);
        return stream.ToArray();
    }

    private static TieTable Loaded(byte[] bytes, TieTableHistory history)
    {
        using var stream = new MemoryStream(bytes);
        return TieTable.Load(stream, history.Batch.Fold, history.Zone);
    }

    private static bool Refuses(byte[] bytes, TieTableHistory history)
    {
        try
        {
            return Loaded(bytes, history) is null;
        }
        catch (InvalidDataException)
        {
            return true;
        }
    }
}
