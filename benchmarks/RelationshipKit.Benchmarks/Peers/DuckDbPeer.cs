using DuckDB.NET.Data;

namespace RelationshipKit.Benchmarks.Peers;

/// <summary>DuckDB in memory, its table filled in the order of the stream or tie by tie in order of time.</summary>
internal sealed class DuckDbPeer : SqlPeer
{
    private readonly bool sorted;

    public DuckDbPeer(PeerData data, bool sorted, int threads)
        : base(data, Open(threads))
    {
        this.sorted = sorted;
        Execute($"CREATE TABLE touchpoints ({SqlText.TouchpointColumns})");
        Fill(data);
    }

    public override string Name => sorted ? "duckdb-sorted" : "duckdb-unsorted";

    protected override string AnswerSql { get; } = SqlText.Answer("touchpoints", "//");

    public static DuckDBConnection Open(int threads)
    {
        var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = FormattableString.Invariant($"SET threads = {threads}; SET preserve_insertion_order = false");
        command.ExecuteNonQuery();
        return connection;
    }

    private void Fill(PeerData data)
    {
        using var appender = ((DuckDBConnection)Connection).CreateAppender("touchpoints");
        if (sorted)
        {
            for (var (tie, i) = (0, 0); tie < data.Contacts; tie++)
            {
                for (; i < data.Offsets[tie + 1]; i++)
                {
                    Append(appender, tie, data.Micros[i], data.Kinds[i], data.Directions[i]);
                }
            }
        }
        else
        {
            for (var i = 0; i < data.Touchpoints; i++)
            {
                Append(appender, data.StreamTies[i], data.StreamMicros[i], data.StreamKinds[i], data.StreamDirections[i]);
            }
        }
    }

    private static void Append(DuckDBAppender appender, int tie, long micros, byte kind, byte direction)
    {
        var (weight, rich) = PeerData.Weights[kind];
        appender.CreateRow()
            .AppendValue((int?)tie)
            .AppendValue((long?)micros)
            .AppendValue((int?)(rich ? 1 : 0))
            .AppendValue((double?)weight)
            .AppendValue((int?)(PeerData.IsOutgoing(direction) ? 1 : 0))
            .AppendValue((int?)(PeerData.IsIncoming(direction) ? 1 : 0))
            .EndRow();
    }
}
