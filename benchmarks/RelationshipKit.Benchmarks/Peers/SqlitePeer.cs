using Microsoft.Data.Sqlite;

namespace RelationshipKit.Benchmarks.Peers;

/// <summary>SQLite in memory, filled tie by tie in order of time.</summary>
internal sealed class SqlitePeer : SqlPeer
{
    public SqlitePeer(PeerData data)
        : base(data, Open())
    {
        Execute($"CREATE TABLE touchpoints ({SqlText.TouchpointColumns})");
        Fill(data, (SqliteConnection)Connection);
    }

    public override string Name => "sqlite";

    protected override string AnswerSql { get; } = SqlText.Answer("touchpoints", "/");

    public static SqliteConnection Open()
    {
        var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        return connection;
    }

    private static void Fill(PeerData data, SqliteConnection connection)
    {
        using var transaction = connection.BeginTransaction();
        using var insert = connection.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = "INSERT INTO touchpoints VALUES ($0, $1, $2, $3, $4, $5)";
        var parameters = Enumerable.Range(0, 6)
            .Select(i => insert.Parameters.AddWithValue(FormattableString.Invariant($"${i}"), 0L))
            .ToArray();
        for (var (tie, i) = (0, 0); tie < data.Contacts; tie++)
        {
            for (; i < data.Offsets[tie + 1]; i++)
            {
                var (weight, rich) = PeerData.Weights[data.Kinds[i]];
                parameters[0].Value = tie;
                parameters[1].Value = data.Micros[i];
                parameters[2].Value = rich ? 1 : 0;
                parameters[3].Value = weight;
                parameters[4].Value = PeerData.IsOutgoing(data.Directions[i]) ? 1 : 0;
                parameters[5].Value = PeerData.IsIncoming(data.Directions[i]) ? 1 : 0;
                insert.ExecuteNonQuery();
            }
        }

        transaction.Commit();
    }
}
