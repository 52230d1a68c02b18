using Microsoft.Data.Sqlite;

namespace RelationshipKit.Benchmarks.Peers;

/// <summary>A row of state for each tie in SQLite, in memory and in one transaction: read, changed, written back, scored.</summary>
internal sealed class SqliteStates : IDisposable
{
    private const int Reals = 10;
    private const int Wholes = 9;

    private readonly SqliteConnection connection = SqlitePeer.Open();
    private readonly SqliteTransaction transaction;
    private readonly SqliteCommand select;
    private readonly SqliteCommand update;

    public SqliteStates(StateRow[] rows)
    {
        var names = Enumerable.Range(0, Reals + Wholes).Select(i => FormattableString.Invariant($"f{i}")).ToArray();
        Run(
            $"CREATE TABLE states (tie INTEGER PRIMARY KEY, "
                + $"{string.Join(", ", names.Select((name, i) => $"{name} {(i < Reals ? "REAL" : "INTEGER")}"))})");
        transaction = connection.BeginTransaction();
        using var insert = Prepare($"INSERT INTO states VALUES ($tie, {string.Join(", ", names.Select(name => $"${name}"))})", names);
        select = Prepare($"SELECT {string.Join(", ", names)} FROM states WHERE tie = $tie", []);
        update = Prepare($"UPDATE states SET {string.Join(", ", names.Select(name => $"{name} = ${name}"))} WHERE tie = $tie", names);
        for (var tie = 0; tie < rows.Length; tie++)
        {
            Write(insert, tie, rows[tie]);
        }
    }

    /// <summary>Appends a touchpoint and returns the lambda of its tie at that instant.</summary>
    public double Append(int tie, long micros, byte kind, byte direction)
    {
        var row = Read(tie);
        row.Append(micros, kind, direction);
        Write(update, tie, row);
        return StateRow.ExpectedContacts(row.MassesAt(micros));
    }

    public void Dispose()
    {
        select.Dispose();
        update.Dispose();
        transaction.Dispose();
        connection.Dispose();
    }

    private StateRow Read(int tie)
    {
        select.Parameters[0].Value = tie;
        using var reader = select.ExecuteReader();
        reader.Read();
        Span<double> reals = stackalloc double[Reals];
        Span<long> wholes = stackalloc long[Wholes];
        for (var i = 0; i < Reals; i++)
        {
            reals[i] = reader.GetDouble(i);
        }

        for (var i = 0; i < Wholes; i++)
        {
            wholes[i] = reader.GetInt64(Reals + i);
        }

        return StateRow.FromFields(reals[..8], reals[8..], wholes);
    }

    private static void Write(SqliteCommand command, int tie, in StateRow row)
    {
        command.Parameters[0].Value = tie;
        for (var i = 0; i < 8; i++)
        {
            command.Parameters[1 + i].Value = row.Masses[i];
        }

        (command.Parameters[9].Value, command.Parameters[10].Value) = row.Weights;
        var whole = row.Whole;
        for (var i = 0; i < Wholes; i++)
        {
            command.Parameters[1 + Reals + i].Value = whole[i];
        }

        command.ExecuteNonQuery();
    }

    private void Run(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private SqliteCommand Prepare(string sql, string[] names)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        command.Parameters.AddWithValue("$tie", 0L);
        for (var i = 0; i < names.Length; i++)
        {
            command.Parameters.Add(new SqliteParameter($"${names[i]}", i < Reals ? SqliteType.Real : SqliteType.Integer) { Value = 0L });
        }

        command.Prepare();
        return command;
    }
}
