using System.Data.Common;
using System.Globalization;
using Npgsql;
using NpgsqlTypes;
using RelationshipKit.EntityFrameworkCore;

namespace RelationshipKit.Benchmarks.Stores;

/// <summary>The rows of a table as a program without the kit would read and write them.</summary>
internal sealed class StoredRows(StoreTable table, List<object[]> rows)
{
    private readonly string insert =
        $"INSERT INTO {table.Name} ({string.Join(", ", table.Columns.Select(column => column.Name))}) VALUES "
            + $"({string.Join(", ", table.Columns.Select(column => "@" + column.Name))})";

    public int Count => rows.Count;

    public static StoredRows Read(DbConnection connection, StoreTable table, string order)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {string.Join(", ", table.Columns.Select(column => column.Name))} FROM {table.Name} ORDER BY {order}";
        using var reader = command.ExecuteReader();
        var rows = new List<object[]>();
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return new StoredRows(table, rows);
    }

    /// <summary>Inserts one row by a command of its own.</summary>
    public void Insert(DbConnection connection, DbTransaction transaction, int row)
    {
        using var command = Prepared(connection, transaction);
        Bind(command, rows[row]);
        command.ExecuteNonQuery();
    }

    /// <summary>Inserts all rows the fastest way that the database has.</summary>
    public void InsertAll(DbConnection connection, DbTransaction transaction)
    {
        if (connection is NpgsqlConnection server)
        {
            using var copy = server.BeginBinaryImport(
                $"COPY {table.Name} ({string.Join(", ", table.Columns.Select(column => column.Name))}) FROM STDIN (FORMAT BINARY)");
            foreach (var row in rows)
            {
                copy.StartRow();
                for (var i = 0; i < row.Length; i++)
                {
                    if (row[i] is DBNull)
                    {
                        copy.WriteNull();
                    }
                    else
                    {
                        copy.Write(row[i], TypeOf(table.Columns[i].Type));
                    }
                }
            }

            copy.Complete();
            return;
        }

        using var command = Prepared(connection, transaction);
        command.Prepare();
        foreach (var row in rows)
        {
            Bind(command, row);
            command.ExecuteNonQuery();
        }
    }

    private static NpgsqlDbType TypeOf(Type type) =>
        type == typeof(long) ? NpgsqlDbType.Bigint
        : type == typeof(int) ? NpgsqlDbType.Integer
        : type == typeof(bool) ? NpgsqlDbType.Boolean
        : type == typeof(byte[]) ? NpgsqlDbType.Bytea
        : NpgsqlDbType.Text;

    private DbCommand Prepared(DbConnection connection, DbTransaction transaction)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = insert;
        foreach (var column in table.Columns)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = column.Name;
            parameter.DbType = column.DbType;
            command.Parameters.Add(parameter);
        }

        return command;
    }

    // SQLite gives whole numbers for all whole numbers and truths.
    private void Bind(DbCommand command, object[] row)
    {
        for (var i = 0; i < row.Length; i++)
        {
            var type = table.Columns[i].Type;
            command.Parameters[i].Value = row[i] is long number
                && type != typeof(long) ? Convert.ChangeType(number, type, CultureInfo.InvariantCulture) : row[i];
        }
    }
}
