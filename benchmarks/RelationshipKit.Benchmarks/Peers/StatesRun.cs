using NodaTime;
using RelationshipKit.Benchmarks.Limit;
using RelationshipKit.Bulk;
using RelationshipKit.Bulk.Tables;

namespace RelationshipKit.Benchmarks.Peers;

/// <summary>What stored states are for: one touchpoint more and the new score at once, and all scores again as time goes by.</summary>
internal static class StatesRun
{
    private const int Batches = 7;

    // Touchpoints that a batch has.
    private const int MostAtOnce = 1_000;

    // SQLite takes its time; a median of batches of this size is steady all the same.
    private const int MostAppendsOfSqlite = 20_000;

    public static (string Name, double NsPerItem)[] Of(PeerData data, int appends, ulong seed, int threads)
    {
        var rows = Fold(data);
        var table = new TieTable(PeerData.Fold, DateTimeZone.Utc, data.Contacts);
        table.Append(data.StreamTies, data.StreamMicros, data.StreamKinds, data.StreamDirections);

        using var loop = new LoopPeer(data);
        loop.Run();
        var batchTable = table.Snapshot();
        var kitRescore = Rescore(new KitRescore(table, threads), loop.Answer());
        var duckDbRescore = Rescore(new DuckDbStates(rows, data.Micros.Max(), threads), loop.Answer());

        var cppRescore = CppLibrary.IsThere ? Rescore(new CppRescore(rows, data.Micros.Max()), loop.Answer()) : 0;

        var arriving = Appends.Make(data.Contacts, appends, seed);
        using var states = new SqliteStates(rows);
        var few = Math.Max(1, Math.Min(MostAppendsOfSqlite, appends / Batches));
        var expected = new double[few * Batches];
        var sqlite = MedianOfBatches(
            few, i => expected[i] = states.Append(arriving.Ties[i], arriving.Micros[i], arriving.Kinds[i], arriving.Directions[i]));
        var read = new double[appends];
        var kit = MedianOfBatches(
            Math.Max(1, appends / Batches),
            i =>
            {
                table.Append(arriving.Ties[i], arriving.Micros[i], arriving.Kinds[i], (Direction)arriving.Directions[i]);
                read[i] = table.ValueAt(arriving.Ties[i], ScoreColumn.ExpectedContacts, Instant.FromUnixTimeTicks(10 * arriving.Micros[i]));
            });
        for (var i = 0; i < expected.Length; i++)
        {
            if (!(Math.Abs(read[i] - expected[i]) <= 1e-9 * Math.Max(1e-3, expected[i])))
            {
                throw new InvalidOperationException(
                    FormattableString.Invariant($"After append {i} the kit reads {read[i]:R}, SQLite {expected[i]:R}."));
            }
        }

        var atOnce = Math.Clamp(appends / Batches, 1, MostAtOnce);
        var size = appends / Batches / atOnce;
        var batch = MedianOfBatches(size, i =>
        {
            var own = (i * atOnce)..((i + 1) * atOnce);
            Append(batchTable, arriving, own);
            var asOf = Instant.FromUnixTimeTicks(10 * arriving.Micros[own.End.Value - 1]);
            foreach (var tie in arriving.Ties.AsSpan(own))
            {
                batchTable.ValueAt(tie, ScoreColumn.ExpectedContacts, asOf);
            }
        });
        Append(table, arriving, (Batches * Math.Max(1, appends / Batches))..);
        Append(batchTable, arriving, (Batches * size * atOnce)..);
        var (one, other) = (Lambda(table), Lambda(batchTable));
        if (!one.AsSpan().SequenceEqual(other))
        {
            throw new InvalidOperationException("Touchpoints that come in batches do not give the bits of those that come one by one.");
        }

        (string, double)[] limits = cppRescore > 0 ? [("cpp-rescore", cppRescore)] : [];
        return
        [
            ("kit-append-read", kit), ("kit-append-batch", batch / atOnce), ("sqlite-append-read", sqlite), ("kit-rescore", kitRescore),
            ("duckdb-rescore", duckDbRescore), .. limits
        ];
    }

    public static StateRow[] Fold(PeerData data)
    {
        var rows = new StateRow[data.Contacts];
        for (var (tie, i) = (0, 0); tie < rows.Length; tie++)
        {
            rows[tie] = new StateRow();
            for (; i < data.Offsets[tie + 1]; i++)
            {
                rows[tie].Append(data.Micros[i], data.Kinds[i], data.Directions[i]);
            }
        }

        return rows;
    }

    private static void Append(TieTable table, Appends arriving, Range rows) =>
        table.Append(
            arriving.Ties.AsSpan(rows), arriving.Micros.AsSpan(rows), arriving.Kinds.AsSpan(rows), arriving.Directions.AsSpan(rows));

    private static double[] Lambda(TieTable table)
    {
        var lambda = new double[table.Count];
        table.Score(table.UpTo, new ScoreColumns { ExpectedContacts = lambda });
        return lambda;
    }

    private static double Rescore(IPeer peer, PeerAnswer expected)
    {
        using (peer)
        {
            peer.Run();
            peer.Answer().ThrowIfNot(expected, peer.Name);
            PeersRun.WarmUp(peer.Run);
            return PeersRun.Median(peer.Run).Nanoseconds / expected.ExpectedContacts.Length;
        }
    }

    private static double MedianOfBatches(int size, Action<int> append)
    {
        var times = new double[Batches];
        for (var batch = 0; batch < Batches; batch++)
        {
            var started = WorkClock.Nanoseconds;
            for (var i = batch * size; i < (batch + 1) * size; i++)
            {
                append(i);
            }

            times[batch] = (WorkClock.Nanoseconds - started) / size;
        }

        Array.Sort(times);
        return times[Batches / 2];
    }
}
