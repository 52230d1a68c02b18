using System.Data.Common;

namespace RelationshipKit.Benchmarks.Peers;

/// <summary>A database in the process that holds the touchpoints in a table; the work writes a table with a row for each tie.</summary>
internal abstract class SqlPeer(PeerData data, DbConnection connection) : IPeer
{
    public abstract string Name { get; }

    protected DbConnection Connection { get; } = connection;

    protected abstract string AnswerSql { get; }

    private int[] top = [];

    public void Run()
    {
        Execute("DROP TABLE IF EXISTS answer");
        Execute(AnswerSql);
        top = [.. Rows(SqlText.Top, row => Convert.ToInt32(row.GetValue(0), null))];
    }

    public PeerAnswer Answer()
    {
        var answer = new PeerAnswer(data.Contacts);
        foreach (var (tie, lambda, balance, days, latest, touchpoints) in Rows(
            "SELECT tie, rate, balance, days, latest, touchpoints FROM answer",
            row =>
                (Convert.ToInt32(row.GetValue(0), null), row.GetDouble(1), row.GetDouble(2),
                    Convert.ToInt32(row.GetValue(3), null), row.GetInt64(4), (int)Whole(row.GetValue(5)))))
        {
            answer.ExpectedContacts[tie] = lambda;
            answer.Balance[tie] = balance;
            answer.ContactDays[tie] = days;
            answer.LastTouch[tie] = latest;
            answer.Touchpoints[tie] = touchpoints;
        }

        top.CopyTo(answer.Top, 0);
        return answer;
    }

    public void Dispose() => Connection.Dispose();

    protected void Execute(string sql)
    {
        using var command = Connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    // DuckDB sums whole numbers into 128 bits.
    private static long Whole(object value) => value is System.Numerics.BigInteger big ? (long)big : Convert.ToInt64(value, null);

    private IEnumerable<T> Rows<T>(string sql, Func<DbDataReader, T> read)
    {
        using var command = Connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return read(reader);
        }
    }
}
