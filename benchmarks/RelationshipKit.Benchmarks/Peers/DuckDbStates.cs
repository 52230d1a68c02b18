using DuckDB.NET.Data;

namespace RelationshipKit.Benchmarks.Peers;

/// <summary>
/// A table of states in DuckDB, all masses as of one landmark: scored again as of a later instant, without the touchpoints.
/// </summary>
internal sealed class DuckDbStates : IPeer
{
    private readonly DuckDBConnection connection;
    private readonly int contacts;
    private int[] top = [];

    public DuckDbStates(StateRow[] rows, long landmark, int threads)
    {
        contacts = rows.Length;
        connection = DuckDbPeer.Open(threads);
        Execute(
            "CREATE TABLE states (tie INTEGER, l0 DOUBLE, l1 DOUBLE, l2 DOUBLE, r0 DOUBLE, r1 DOUBLE, r2 DOUBLE, given DOUBLE, "
                + "received DOUBLE, days INTEGER, latest BIGINT, touchpoints INTEGER)");
        using var appender = connection.CreateAppender("states");
        for (var tie = 0; tie < rows.Length; tie++)
        {
            var row = appender.CreateRow().AppendValue((int?)tie);
            foreach (var mass in rows[tie].MassesAt(landmark))
            {
                row.AppendValue((double?)mass);
            }

            row.AppendValue((int?)rows[tie].Days).AppendValue((long?)rows[tie].Latest).AppendValue((int?)rows[tie].Touchpoints).EndRow();
        }

        Sql = AnswerSql(landmark);
    }

    public string Name => "duckdb-rescore";

    private string Sql { get; }

    public void Run()
    {
        Execute("DROP TABLE IF EXISTS answer");
        Execute(Sql);
        using var command = connection.CreateCommand();
        command.CommandText = SqlText.Top;
        using var reader = command.ExecuteReader();
        List<int> found = [];
        while (reader.Read())
        {
            found.Add(reader.GetInt32(0));
        }

        top = [.. found];
    }

    public PeerAnswer Answer()
    {
        var answer = new PeerAnswer(contacts);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT tie, rate, balance, days, latest, touchpoints FROM answer";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var tie = reader.GetInt32(0);
            answer.ExpectedContacts[tie] = reader.GetDouble(1);
            answer.Balance[tie] = reader.GetDouble(2);
            answer.ContactDays[tie] = reader.GetInt32(3);
            answer.LastTouch[tie] = reader.GetInt64(4);
            answer.Touchpoints[tie] = reader.GetInt32(5);
        }

        top.CopyTo(answer.Top, 0);
        return answer;
    }

    public void Dispose() => connection.Dispose();

    // Of one landmark the powers are the same for all rows: they go into the text, as an optimiser would have it.
    private static string AnswerSql(long landmark)
    {
        var light = string.Join(
            " + ",
            Enumerable.Range(0, 3).Select(i => FormattableString.Invariant($"{Formula.Shares[i] * Retained(landmark, i):R} * l{i}")));
        var rich = string.Join(
            " + ",
            Enumerable.Range(0, 3).Select(i => FormattableString.Invariant($"{Formula.Shares[i] * Retained(landmark, i):R} * r{i}")));
        var given = FormattableString.Invariant($"({Retained(landmark, 6):R} * given)");
        var received = FormattableString.Invariant($"({Retained(landmark, 6):R} * received)");
        return $"CREATE TABLE answer AS SELECT tie, {SqlText.ExpectedContacts(light, rich)} AS rate, "
            + $"{SqlText.Balance(given, received)} AS balance, days, latest, touchpoints FROM states";
    }

    private static double Retained(long landmark, int mass) => Math.Pow(2, -Formula.AgeDays(landmark) / StateRow.HalfLifeOf(mass));

    private void Execute(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
